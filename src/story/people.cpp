#include "story/people.hpp"

namespace fabula::story {
std::vector<Person> join_people(std::span<const AnnotatedArticle>) { return {}; }
}  // namespace fabula::story
