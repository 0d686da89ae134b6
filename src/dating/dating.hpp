// When the articles that state no day appeared, from all the others.
//
//   a   2015-06-10   Lena Voss, 35, opened the theatre in Marden        b appeared between
//   b   -            Lena Voss, 38, will sell the theatre in Marden  ─▶ 2017-06-11 and 2019-06-09,
//                                                                       because of these two ages
//
// Each article's words become evidence about unknown days (ages.hpp and the makers below), the
// solver (solver/solve.hpp) finds what all of it leaves, and every end of a window is told by a
// smallest set of steps (steps.hpp): replaying those alone gives the same end.
//
// A stated day is taken as it is. What is proven is as good as the articles: an age told wrong, or
// a person taken for a namesake, proves something wrong. Evidence that contradicts other evidence
// is left aside.
#pragma once

#include <span>
#include <vector>

#include "dating/evidence.hpp"
#include "language/happenings.hpp"
#include "model/alike.hpp"
#include "model/pile.hpp"
#include "solver/solve.hpp"

namespace fabula::dating {

// All unknown days of a pile: of articles, births, happenings, and what time expressions mean.
struct Reckoning {
  Evidence evidence;           // days by their labels
  std::vector<Var> published;  // by article: the day it appeared
  solver::Solution solution;
};

// relations   of each article, those of its times (times/times.hpp, find_relations)
// happenings  of each article, what it tells to have happened
// Uses articles, people, families, reuse and copies of `pile`, which must outlive the result.
// cost       near linear in the words and in the evidence
[[nodiscard]] Reckoning reckon(const Pile& pile,
                               std::span<const std::vector<TimeRelation>> relations,
                               std::span<const language::Happenings> happenings);

// Is the day of every article stated? Then there is nothing to reckon.
[[nodiscard]] bool are_all_stated(const Pile& pile);

// As Pile::dates: articles without a stated day of which one end at least is known or a day likely
// (likely_days.hpp), and those whose stated day something speaks against (stated_days.hpp).
//
// relations, happenings  may be empty where are_all_stated
// nearest  of each article without a stated day, the dated ones most like it
// cost     as reckon, and some ten small solutions for each article without a day
[[nodiscard]] std::vector<ArticleDate> date_articles(
    const Pile& pile, std::span<const std::vector<TimeRelation>> relations,
    std::span<const language::Happenings> happenings,
    std::span<const std::vector<AlikeArticle>> nearest);

}  // namespace fabula::dating
