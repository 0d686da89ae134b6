// People across the pile.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"

namespace fabula::story {

// Joins people of different articles who have the same full name (two words or more). Never by a
// surname or a first name alone: such a person stays one of their article. As Pile::people.
[[nodiscard]] std::vector<Person> join_people(std::span<const AnnotatedArticle> articles);

}  // namespace fabula::story
