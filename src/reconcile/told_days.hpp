// The days on which an article says that something happened, as far as they can be laid beside
// those of another article.
//
//   2023-03-08   The weir at Ostrey broke on Sunday and killed six people.   accident   2023-03-05
//   2023-05-02   On 28 April, police arrested Bo Marlow.    arrest of Bo Marlow         2023-04-28
//
// A deed of day_deeds_table.inc, in a sentence that names just one day besides that of "said"; or
// the day on which several people died, which is that of the accident. A sentence with no such
// deed tells of a "happening", whatever that is, unless it is of the kind that comes again.
//
// not: three days ago · last week · will be buried on Monday · was not arrested on Monday · was
// arrested and booked on Monday (the arrest may be of another day) · in direct speech
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/pile.hpp"
#include "model/value.hpp"

namespace fabula::reconcile {

struct ToldDay {
  std::uint32_t article = 0;
  // `range` is the words of the time, low and high are the day in days since 1970, `written` is
  // the day as YYYY-MM-DD, `role` what happened.
  Value value;
  std::int32_t person = -1;  // to whom it happened, an index into Pile::people; -1: to a thing
  Range deed;                // its words: "was arrested"
  bool is_counted = false;   // "yesterday", or a weekday that is the article's own: counted from it
};

// By (article, place), of articles that state their day. values: by article.
// Cost: linear in the sentences that name a day.
[[nodiscard]] std::vector<ToldDay> find_told_days(const Pile& pile,
                                                  std::span<const std::vector<Value>> values);

}  // namespace fabula::reconcile
