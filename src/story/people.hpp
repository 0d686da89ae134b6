// People across the pile.
#pragma once

#include <span>
#include <vector>

#include "base/context.hpp"
#include "model/pile.hpp"

namespace fabula::story {

// Joins the people of different articles. Organisations and places are no people. In this order:
//
//   1. person.full-name    the same full name (two words or more, case and width aside), of which
//                          one article at least says that it is a person's
//      person.stated-name  two full names that an article says are one person's ("now Ana Ives")
//   2. person.fuller-name  the same first and last word, one with words between or a second surname
//                          behind a hyphen ("Maria Luz Silva", "Maria Silva-Vey"), when only one
//                          fits
//   3. person.surname      a surname alone, person.first-name a first name alone, when in articles
//                          of the same story only one person can be meant
//   4. person.same-story   one word that is nobody's surname or first name, in articles that name
//                          at least two other people in common
//      person.one-article  else it stays somebody of its article
//
//   a.txt  Maria Silva ("Silva", the mayor)  ─┐
//   b.txt  MARIA SILVA, Bo Vey               ├─▶ Maria Silva   rule person.full-name
//   c.txt  Silva, Bo Vey                     ─┘    by rule person.surname
//   d.txt  Silva                              ──▶ Silva         rule person.one-article
//
// Articles are of the same story for this when they name another person or thing in common.
// Somebody whom the article names otherwise, or of another gender, is not meant; two who could be
// are none.
//
// Descriptions that an article does not explain itself ("the ex-striker") are given to whom the
// pile gives that role, when only one person named in the article has it: Person::spoken.
//
// The name shown is the spelling of most articles, the fullest of them. `forms` and `roles` are
// those of all its articles; `rule` is that of the last step that joined anything. Order: as
// Pile::people; independent of the order of the articles but for indexes. Two people who share a
// full name are one here; the user can split them. Cost: O(n log n) in names.
[[nodiscard]] std::vector<Person> join_people(std::span<const AnnotatedArticle> articles,
                                              const Context& context = {});

}  // namespace fabula::story
