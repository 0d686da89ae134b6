// The ages that one article tells of its people, as of the day it appears.
//
//   Lena Voss, 35, · Lena Voss (35) · Lena Voss, aged 35 · Lena Voss, who is 35 · Lena Voss, now 35
//   the 35-year-old Lena Voss · 35-year-old singer Lena Voss · her four-year-old daughter Ada
//   18-month-old Tom Arden
//   Lena Voss, a harbour pilot, 35
//   the 35-year-old took the stage     whom the article speaks of most, and just before
//   Her 18-month-old was unhurt. The twins, 6, ... Now 29, he ...     somebody unnamed
//
// not: then 17 · Voss, 35 at the time · Voss, 35, died in 2019 · a 35-year-old man · she was 14
// when the 41-year-old Voss ... · Voss was the 35-year-old captain
#pragma once

#include <vector>

#include "dating/clue.hpp"
#include "language/happenings.hpp"
#include "model/pile.hpp"

namespace fabula::dating {

using language::Happenings;

// In text order; of a person and an age the first place only. Ages inside quotations are of another
// day and do not count. Linear.
[[nodiscard]] std::vector<AgeClue> find_ages(const AnnotatedArticle& article);

// Birthdays that one article tells with a time.
//
//   Lena Voss, who turned 40 on Tuesday, · Tom Arden marked his second birthday on Saturday
//   She would have turned 50 next month · on 1 December ... part of this year's birthday
//   celebrations, where the article tells her age
//
// ages  those of the article. In text order. Linear.
[[nodiscard]] std::vector<BirthdayClue> find_birthdays(const AnnotatedArticle& article,
                                                       const std::vector<AgeClue>& ages);

// Ages of people when something happened.
//
//   Lena Voss was 17 when the bridge fell · he was aged 17 at the time of the fire
//
// In text order. Linear.
[[nodiscard]] std::vector<AgeThenClue> find_ages_then(const AnnotatedArticle& article,
                                                      const Happenings& happenings);

}  // namespace fabula::dating
