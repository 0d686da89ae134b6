// A likely day for an undated article: a guess beside what is proven, never instead of it.
//
// News of one thing comes in a crowd. The dated articles most like it have a weight each, the
// fourth power of the cosine. Where 65 in 100 of it is with three or more that appeared within a
// week of one day, it was likely written in those days, too; the day shown is their weighted
// median. How often that is right is in docs/accuracy.md.
#pragma once

#include <cstdint>
#include <span>

#include "model/alike.hpp"
#include "model/pile.hpp"

namespace fabula::dating {

// Puts `when.likely` and `guess` into `date`, whose proven window, and the one its article gives,
// the crowd must lie in; leaves them empty where there is no such crowd, or the day is proven.
//
// nearest  the dated articles most like date.article, most alike first
void guess_day(const Pile& pile, std::span<const AlikeArticle> nearest, ArticleDate& date);

}  // namespace fabula::dating
