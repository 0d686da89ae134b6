// What happened when: the pile's dated sentences, in the order of the story.
//
//   a  "Voss sang on Tuesday." (article of 2021-09-29)      2021-09-28   Voss sang on Tuesday.
//   b  "On September 28, 2021, Voss sang in Ardmore."  ─▶                told by 2 articles
//   c  "Voss retired in 2023."                              2023         Voss retired in 2023.
//
// A telling is a sentence of body text together with the stretch of days that a time expression of
// it means: a time, day, week, month, quarter, season or year whose two ends are known. Inside a
// quotation only dates that say it all themselves count, because nothing else is sure there. When a
// sentence gives a day and the month or year around it, only the day counts. A year that is not
// named ("a year ago") counts only when it is the first time of its sentence; one that only
// describes a thing ("the 2016 award") never does, nor does the day of a dateline.
//
// Tellings of one thing are one event (rule "event.dated-sentence"), with the sentences that tell
// it again without a day of their own: merge.hpp. Its days are the finest that a telling gives; its
// line is the telling that reads best by itself, see line.hpp. What is only told as so long after
// or before another event has the days counted from that ("event.counted"). Every article is in the
// timeline: one without any telling comes with its lead sentence, under its day of publication as
// the latest possible one ("event.published-lead"; "event.inferred-lead" where other articles tell
// that day). One whose day of publication is not known comes with its lead at the end, among those
// without a date ("event.undated-lead"), unless the lead itself is a telling. Leads that tell the
// same are one line: leads.hpp.
#pragma once

#include <span>
#include <vector>

#include "base/context.hpp"
#include "model/pile.hpp"
#include "timeline/mentions.hpp"

namespace fabula::timeline {

// As Pile::events: by (earliest, latest, id), where a missing earliest day counts as the latest
// one; those without any day last, first of them what most articles tell. Uses articles, stories,
// people, reuse and copies of `pile`. Pure.
//
// part_of   [article] which close part of its story it is in
// mentions  of all articles, as find_mentions gives them
// cost      O(n log n) in the number of mentions and shared passages
[[nodiscard]] std::vector<Event> build_timeline(const Pile& pile,
                                                std::span<const std::uint32_t> part_of,
                                                std::span<const EventMention> mentions,
                                                const Context& context);

}  // namespace fabula::timeline
