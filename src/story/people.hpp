// People across the pile.
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"

namespace fabula::story {

// Joins people of different articles who have the same full name (two words or more, compared
// without regard to case and width). Never by a surname or a first name alone: such a person stays
// one of their article. Organisations and places are no people.
//
//   a.txt  Maria Silva ("Silva", the mayor)  ─┐
//   b.txt  MARIA SILVA                        ├─▶ Maria Silva   rule person.full-name
//   c.txt  Silva                              ──▶ Silva         rule person.one-article
//
// The name shown is the spelling of most articles. `forms` and `roles` are those of all its
// articles. Order: as Pile::people; independent of the order of the articles but for `things`.
// Two people who share a full name are one here; the user can split them. Cost: O(n log n) in
// names.
[[nodiscard]] std::vector<Person> join_people(std::span<const AnnotatedArticle> articles);

}  // namespace fabula::story
