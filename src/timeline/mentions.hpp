// What the sentences of a pile tell to have happened, ready to be compared.
//
//   The weir broke on Sunday.                        break · weir           2023-03-05
//   A year after the weir broke, Marlow opened it.   open · break · weir …  no day of its own
//
//   Two weeks after the weir broke, the miller left. leave · miller         counted from another
//   The town denied on Monday that Marlow had left.  no leaving · Marlow    2023-03-06
//
// A mention is a telling (tellings.hpp), or a sentence of body text without one that has a deed of
// the table of deeds (language/verbs.hpp): it may tell again what another sentence dates; or one
// that counts its day from something else that happened, or speaks of a statement that another
// sentence dates.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/shared_text.hpp"
#include "language/happenings.hpp"
#include "model/pile.hpp"
#include "text/common_words.hpp"
#include "timeline/tellings.hpp"

namespace fabula::timeline {

struct Term {
  text::WordKey key = 0;
  float weight = 0;
};

// Days that something may have been on, both ends inclusive.
struct Window {
  Day lo = Day::min();
  Day hi = Day::max();
  [[nodiscard]] bool meets(const Window& other) const { return lo <= other.hi && other.lo <= hi; }
  friend bool operator==(const Window&, const Window&) = default;
  [[nodiscard]] bool is_day() const { return lo == hi; }
};

// "Two weeks after the bridge fell, the mayor resigned": what the day is counted from.
struct CountedFrom {
  Range words;              // "Two weeks after"
  SharedText deed;          // "fall"
  std::vector<Term> terms;  // of "the bridge fell", as EventMention::terms
  bool is_months = false;
  int n = 0;      // months or days; less than 0: earlier
  int slack = 0;  // days
};

struct EventMention {
  Telling telling;
  bool is_dated = false;  // false: `telling` has a sentence, and no time that is a day
  bool is_lead = false;   // the lead of its article, to be compared with other leads alone
  std::shared_ptr<CountedFrom> counted_from;  // not dated, but by another event
  Window window;
  // What it tells to have happened: that with the time, else the first verb. Empty: nothing that a
  // short look finds.
  SharedText deed;
  bool is_listed = false;            // `deed` is one of the table
  std::vector<SharedText> deeds;     // all listed ones of the sentence, sorted, each once
  std::vector<SharedText> core;      // of these, those that its time tells the day of, and `deed`
  SharedText not_done;               // what it tells did not happen, where that is of the table
  std::vector<text::WordKey> once;   // of what its time tells the day of: see once.hpp; sorted
  std::optional<Range> goes_with;    // not dated, but by this sentence: see statements.hpp
  std::vector<text::WordKey> works;  // that it says somebody published; sorted
  EventStatus status = EventStatus::kHappened;
  // Stems of the sentence without small words and words of time, and deeds: the rarer in the pile
  // and in the news the heavier; of length 1. By key.
  std::vector<Term> terms;
};

// Of all articles, by (article, sentence, time). happenings: by article; empty: found anew.
// Cost: linear in the words, and a sort of the terms.
[[nodiscard]] std::vector<EventMention> find_mentions(
    const Pile& pile, std::span<const language::Happenings> happenings, const Context& context);

// Up to `n` words of the sentence of `mention` that one of `others` has, too: the heaviest, in text
// order.
[[nodiscard]] std::vector<Range> shared_words(const AnnotatedArticle& article,
                                              const EventMention& mention,
                                              std::span<const EventMention* const> others,
                                              std::size_t n);

}  // namespace fabula::timeline
