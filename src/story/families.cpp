#include "story/families.hpp"

namespace fabula::story {
std::vector<Family> group_quotes(std::span<const AnnotatedArticle>) { return {}; }
}  // namespace fabula::story
