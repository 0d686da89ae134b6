// Which sentences of a pile tell one event.
//
//   2023-03-06   The weir at Ostrey Mill broke on Sunday.          ┐
//   2023-04-11   The weir of Ostrey Mill broke in March.           ├ one event, on 5 March 2023
//   2024-03-05   A year after the weir broke, Marlow opened it.    ┘
//   2023-03-06   Forty sang in the choir of Orra on Sunday.         another one
//
// A mention joins the event that it is most like: the cosine of its terms and the sum of those of
// the event. How much is asked for depends on what the days say, and on the story: an article of
// the event is in the same part of the same story, in another part of one that runs on, or in
// others.
//
//                                        same part     other part   other story
//   the same day, or night               0             .12          .30
//   the same week or month               .02           .50          .50
//   the same longer stretch              .20           .50          .50
//   a stretch around the days of it      .20           .50          .50
//   a night, and the day after it        .45           .50          .50
//   no day of its own                    .35 (see below)
//
// and in the same part .02 more with each doubling of its articles beyond five: much happens on one
// day of a long one. What has no day of its own joins in the same part alone, by a deed that the
// event is dated by, where no other event is nearly as like. A deed of the table of deeds that both
// tell is worth .10. Where both tell one, and neither tells that of the other at all, more is asked
// for: .02, and twice the growth; .12 in another part or story; but what it led to (somebody died)
// may be told of the same event. Never do they join where the days exclude each other, or where the
// one says that the other's deed did not happen. Mentions that tell their day most finely come
// first; then events of the same days join whose sums are alike by .10 in the same part (and .02
// more with each doubling), .25 in the same story, .40 in another; one without a day that joins
// none is no event.
//
// What is not done again within days is one event even where tellings have it on two days up to a
// week apart ("last Friday"): in one story, alike by .40 as wholes, and at most one in three of the
// articles of the one that fewer tell has both days. The same of what tells no deed of the table,
// up to five days apart and alike by .60. In another part of its story .30 is enough for it where
// the day of the one is among those of the other.
//
// Then what is told of a month joins, as a whole, the one event of a day of it that it is alike by
// .20 in the same part (and .04 more with each doubling), .45 in the same story, where no other is
// nearly as like; and so does what is told of a year, where both tell one deed of the table.
//
// A sentence that goes with a dated one of its article (statements.hpp) is of that one's event; one
// that tells of a work (an essay and where it appeared) is of the one event of its story that tells
// of it, too.
//
// What is counted from another event ("two weeks after the weir broke") is looked up in its part of
// the story: of events that tell its deed and are alike by .35 the one most told; "the loss of
// the boat", "the failure of the weir" may be any that is alike by .20. Where that is an event, its
// day is that many days or months from it, and it joins or begins an event as one that tells so
// many days; of years it only joins one.
//
// The numbers were chosen on invented worlds (eval/world_generator.hpp, paraphrase set 0) and by
// reading what they make of real piles.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "timeline/mentions.hpp"

namespace fabula::timeline {

struct MergedEvent {
  std::vector<std::uint32_t> mentions;  // sorted indexes
  Window window;                        // days of all that are dated or counted
  // Of those with EventMention::counted_from, the days that they are counted from.
  std::map<std::uint32_t, Window> counted_from;
};

// Events by their first mention.
//
// part_of, story_of  by article, numbers of the part of its story and of the story
// cost  near linear: a mention is compared with up to 64 events that share its rarest terms
[[nodiscard]] std::vector<MergedEvent> merge_mentions(std::span<const EventMention> mentions,
                                                      std::span<const std::uint32_t> part_of,
                                                      std::span<const std::uint32_t> story_of,
                                                      const Context& context);

}  // namespace fabula::timeline
