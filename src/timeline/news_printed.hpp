// Where the words of a sentence were printed in another article, by the shared passages.
//
//   a  2024-03-11   The dam broke. | Two men were missing.
//   b  2024-03-12   The dam broke. | They were found on Tuesday.
//                   in a             nowhere
//
// A sentence is printed in another article when at least 80 % of its words (counted in bytes) stand
// unchanged in passages shared with that article; where most of it is quoted, 80 % of the quoted
// words. Passages of furniture, credits and chance phrases
// do not count.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/across.hpp"
#include "model/pile.hpp"

namespace fabula::timeline {

// Where a sentence's words stand elsewhere. Of several articles the one with the earliest day, then
// the first of the pile; of several passages with it the one that has most of the words.
struct PrintedElsewhere {
  std::optional<Span> earlier;  // in an article that is surely earlier
  std::optional<Span> perhaps;  // in one of which nobody can tell
  bool goes_on = false;         // the passage of `earlier` holds words of other sentences, too
};

class PrintedIndex {
 public:
  // Uses articles and reuse of `pile`, which must outlive it. Linear in the passages.
  explicit PrintedIndex(const Pile& pile);

  // For each of `sentences`, which are ranges of the article in text order.
  // cost  linear in sentences and in pairs of a sentence and a passage over it
  [[nodiscard]] std::vector<PrintedElsewhere> find(std::uint32_t article,
                                                   std::span<const Range> sentences) const;

 private:
  // A shared passage as one of its two articles sees it.
  struct Shared {
    std::uint32_t link = 0;  // into Pile::reuse
    Side side = Side::kA;    // of this article
  };
  class Finder;

  const Pile& pile_;
  std::vector<std::vector<Shared>> shared_;  // by article
};

}  // namespace fabula::timeline
