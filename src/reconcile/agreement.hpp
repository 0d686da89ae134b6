// Makes the lineage of a passage agree with that of the longer passages it lies in.
#pragma once

#include <span>

#include "reconcile/family_words.hpp"
#include "reconcile/lineage.hpp"
#include "reconcile/prices.hpp"

namespace fabula::reconcile {

// A member with Member::longer_source becomes a copy of that one; its margin is that of the longer
// passage. Where its own words here say surely that it is a copy of another member it becomes
// `unknown`: two passages that contradict each other say nothing. Members whose source would lead
// in a circle are `unknown`, too.
//
// lineage  that of `members`, whose words are `words`; changed
// cost     linear in the members, and two alignments for each of those
void agree_with_longer(std::span<const Member> members, const FamilyWords& words, Pricer& pricer,
                       Lineage& lineage);

}  // namespace fabula::reconcile
