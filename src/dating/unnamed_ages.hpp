// Ages of people whom an article does not name.
#pragma once

#include <vector>

#include "dating/clue.hpp"
#include "model/pile.hpp"

namespace fabula::dating {

//   The 35-year-old was released. · Her 18-month-old was unhurt. · The twins, 6, started school.
//   Now 29, he runs the ferry.
//
// named  those of people with a name, whose words are passed over. In text order. Linear.
[[nodiscard]] std::vector<AgeClue> find_unnamed_ages(const AnnotatedArticle& article,
                                                     const std::vector<AgeClue>& named);

}  // namespace fabula::dating
