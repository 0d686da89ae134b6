// The texts of a family as a tree: each with the text it was most likely made from.
//
// Steps: candidates.hpp pairs texts, prices.hpp says what each could cost as the other's source,
// arborescence.hpp finds the cheapest tree, rooting.hpp its beginning. That is done first by the
// words alone. Then changes that three hands or more made independently are made free; the tree
// says how far the dates can be trusted (those of 1 in 33 sources are taken to be wrong before
// anything is seen), and which texts are much copied, which breaks ties; and it is done again.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reconcile/dates.hpp"
#include "reconcile/family_words.hpp"
#include "reconcile/prices.hpp"

namespace fabula::reconcile {

// What is known of a text besides its words.
struct TextFacts {
  Published published;             // the first that is known of all its members
  std::int32_t credits = -1;       // the text it names as its source; -1: none of the family
  std::int32_t longer = -1;        // its source as part of a longer passage; -1: not known
  std::int64_t longer_margin = 0;  // tenths
};

// One entry a text in each list.
struct TextTree {
  std::vector<std::int32_t> parent;     // -1: a root
  std::vector<std::int32_t> runner_up;  // the next best parent; -1: nobody
  // Tenths (see prices.hpp) by which the parent beats the runner-up, or by which the edge's
  // direction beats the other, whichever is less. Roots: by which this beginning beats all others.
  std::vector<std::int64_t> margin;
  std::vector<std::int64_t> direction;  // the second of the two alone
  // Dates and words contradict each other more often than wrong dates are rare.
  bool doubts_dates = false;
  std::vector<bool> from_lost_source;  // shares changes with siblings that no text can have made
};

// cost  linear in the words of the family
[[nodiscard]] TextTree find_tree(const FamilyWords& family, std::span<const TextFacts> facts,
                                 Pricer& pricer);

}  // namespace fabula::reconcile
