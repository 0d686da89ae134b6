// Article → time expressions with their meaning.
#pragma once

#include <vector>

#include "model/article.hpp"
#include "model/quote.hpp"
#include "model/segmentation.hpp"
#include "model/time.hpp"

namespace fabula::times {

// Time expressions of all paragraphs, by range.begin, not overlapping.
//
//   published 2024-05-15   "The ferry sank on Monday."     Monday    2024-05-13   published
//                          "In October, it had sunk."      October   2023-10      published
//   not known              "The ferry sank on Monday."     Monday    XXXX-WXX-1   unresolved
//
// Recognition and resolution are apart: rules (rules_table.inc) turn words into small trees of
// meaning, which are then read against an anchor. TimeExpression::anchor says which:
//   "none"        the words say it all ("10 November 2020"), or there is nothing to resolve ("P3M")
//   "published"   the article's publication day, when it is stated and a single day
//   "said"        the day on which the quotation around it was said
//   "text"        what the text spoke of before ("3 May 1998 ... two weeks later"), in the same or
//                 the paragraph before; the day of a wire's dateline ("HARBOUR, March 12 (Wire)
//                 --"); or the date of a letter, inside its words
//   "unresolved"  nothing to resolve against: the value is TIMEX3's open form, `when` is unknown
// Inside a direct quotation of `quotes` "yesterday" is relative to when it was said. Where that is
// not a single day (Quote::said) relative times stay unresolved there, dates in full do not.
// The verb that governs an expression gives its direction; the other reading is in `alternatives`.
// Day and month in figures, feasts and seasons follow the outlet's country: the region of
// Article::language ("en-GB"), or else the end of the host of Article::url. Where it is not known
// "03/04/2024" stays unresolved with both readings, feasts take the first line of their table.
// "now", "recently", "soon" are PRESENT_REF, PAST_REF and FUTURE_REF, unresolved.
//
// segmentation   its sentences bound what a rule may take; without any, each paragraph is one
// Pure; cost linear in the size of the article on any input (about 45 MB/s on one core).
[[nodiscard]] std::vector<TimeExpression> find_times(const Article& article,
                                                     const Segmentation& segmentation,
                                                     const std::vector<Quote>& quotes);

// Would find_times resolve more, now that Quote::said is known? Pure; cost linear.
[[nodiscard]] bool waits_for_saying(const std::vector<TimeExpression>& times,
                                    const std::vector<Quote>& quotes);

// How each of those hangs on the day of the telling, whether that is stated or not; in the order of
// find_times. Inside a direct quotation the telling is what was said there. Pure.
// times  those, as find_times gave them for the same article
// cost   as above, but sentences without a time cost nothing
[[nodiscard]] std::vector<TimeRelation> find_relations(const Article& article,
                                                       const Segmentation& segmentation,
                                                       const std::vector<Quote>& quotes,
                                                       const std::vector<TimeExpression>& times);

}  // namespace fabula::times
