// Every pair of articles that share passages.
#pragma once

#include <functional>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "base/span.hpp"
#include "model/pile.hpp"
#include "reuse/classes.hpp"
#include "reuse/corpus.hpp"
#include "reuse/edits.hpp"
#include "reuse/extend.hpp"
#include "reuse/links.hpp"
#include "reuse/pile_words.hpp"

namespace fabula::reuse {

// One passage of the articles a < b (places of the working order).
struct SharedPassage {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  Alignment words;  // `words` and `aligned_words` counted on the text
  Range a_range;    // bytes of the frozen texts
  Range b_range;
  std::vector<TextEdit> edits;  // from a_range to b_range
  std::uint32_t a_story = 0;    // words that are no furniture
  std::uint32_t b_story = 0;
  SharedClass type = SharedClass::kCopy;
  bool moved = false;  // another passage of the pair stands before it in one article only
};

// Passages of some later articles in a row, by (b, a, words.b_begin); all articles before
// `end_article` have been handed out with them.
using PassageTaker =
    std::function<void(std::vector<SharedPassage>&& passages, std::uint32_t end_article)>;

// Extends all links and hands out the passages by rising b, one batch at a time. Consumes the
// links. Errors: kInterrupted, kWriteFailed. Memory: the batches of the threads at work.
[[nodiscard]] Result<void> find_pairs(const Corpus& corpus, const PileWords& words, Links& links,
                                      const SeedShape& shape, const PassageTaker& take,
                                      const Context& context);

}  // namespace fabula::reuse
