// What the surroundings of a name say about somebody: roles and gender.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/names.hpp"
#include "names/join.hpp"

namespace fabula::names {

// The role words beside one place of a name, as ranges of the article's text.
//
//   "35-year-old model Ana Lopes"   35-year-old model
//   "Mayor Lopes"                   Mayor
//   "Ana Lopes, the mayor of Marl," the mayor of Marl
[[nodiscard]] std::vector<Range> roles_at(const Tokens& tokens, const Run& run);

// The gender of each thing, people only: titles and gendered roles outweigh pronouns, and these
// the first name. A pronoun votes for the only person named before it in its sentence, or else for
// the only person of the sentence before.
[[nodiscard]] std::vector<Gender> genders_of(const Tokens& tokens, const std::vector<Run>& runs,
                                             const Joined& joined);

}  // namespace fabula::names
