// Stories that run on: an outbreak told of every day for half a year.
//
//   6 May   First cases of Marl fever in Ostrey        three stories by the words they share;
//   9 May   Schools in Ostrey shut                     one that runs on
//   20 May  Vaccine against Marl fever is ordered
//
// Of such a story the articles of one day are alike, and those of May share with those of June
// little but the words of the matter itself. In a pile that is about nothing else these are in
// every article and weigh nothing. So what has been found to be one story is compared once more, by
// how rare words are in the news at large (Terms::news_factors), and joined by average linkage
// where the one goes on from the other: alike articles of both stand at most a month apart. Without
// days that articles state nothing runs on.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/pile.hpp"
#include "story/alike.hpp"
#include "story/terms.hpp"

namespace fabula::story {

// Joins groups of articles that are one running story.
//
// groups  every article of the pile once
// alike   of each article those it may be compared with
// is_form [article] is it one that is filled in again and again? Groups of such do not run on:
//         every day's market report is a story of its own.
// cost    near linear in the pairs that are alike
[[nodiscard]] std::vector<std::vector<std::uint32_t>> join_running(
    const Pile& pile, const Terms& terms, std::span<const std::vector<std::uint32_t>> groups,
    std::span<const Alike> alike, const std::vector<bool>& is_form, const Context& context);

}  // namespace fabula::story
