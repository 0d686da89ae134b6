// What the pile holds against the day that an article states. The article keeps that day: a page
// can be changed or printed again, and a sentence can be read wrong.
//
//   stated 2015-03-01   It opened on 3 May 2019.       tells of a later day as past
//   stated 2021-03-01   It will open on 3 May 2019.    tells of an earlier day as to come
//   stated 2023-02-11   the words of an article of 2020-02-11    probably published again
#pragma once

#include <vector>

#include "model/pile.hpp"

namespace fabula::dating {

// Of articles with a stated day those that something speaks against, as Pile::dates: `when` is not
// known, each step is "against". By article. Pure.
//
// rules  date.told-past and date.told-future, of dates to the day, more than a day beyond (time
//        zones);
//        date.copy, where nearly all words of an article stood in another more than kMostDaysLate
//        days before
// cost   linear in the times and the shared passages
[[nodiscard]] std::vector<ArticleDate> doubt_stated_days(const Pile& pile);

inline constexpr int kMostDaysLate = 31;

}  // namespace fabula::dating
