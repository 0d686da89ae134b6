// Links: places of two articles where shared words are likely.
//
// The places that hold one seed are linked without comparing all of them with each other. Up to
// 8 places: every pair. Up to 32: each with the first and the one before it. More than 8: those
// that share a whole run of words around the seed; every pair of as many places as 65,536 divided
// by the number of articles (8 at least, 256 at most), else each with the first and with the
// previous one. So of every shared run each holder is tied to another, and a story printed 10,000
// times costs 20,000 links, not 50 million.
#pragma once

#include <memory>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "reuse/corpus.hpp"
#include "reuse/partitions.hpp"
#include "reuse/pile_words.hpp"
#include "reuse/seeds.hpp"

namespace fabula::reuse {

// The same words begin at word a_word of article a and word b_word of article b; a < b in the
// working order.
struct Link {
  std::uint32_t b = 0;
  std::uint32_t a = 0;
  std::uint32_t b_word = 0;
  std::uint32_t a_word = 0;
  friend constexpr auto operator<=>(const Link&, const Link&) = default;
};

// All links, kept apart by ranges of later articles.
class Links {
 public:
  Links(const PileWords& words, std::size_t memory, ScratchFile* scratch);

  // Any number of threads.
  void add(std::span<const Keyed> records) { partitions_.add(records); }
  // Words behind the first 250 million of an article cannot be linked.
  [[nodiscard]] Keyed pack(WordPlace later, WordPlace earlier) const;

  // Fills `links` with those of one part, each once, sorted. All links of a later article lie in
  // one part; parts follow the working order.
  [[nodiscard]] std::uint32_t n_parts() const { return partitions_.n_parts(); }
  void take(std::uint32_t part, std::vector<Link>& links);
  // The first article behind those of the part.
  [[nodiscard]] std::uint32_t end_article(std::uint32_t part) const {
    return words_.first_article_from((part + std::uint64_t{1}) * range_);
  }
  [[nodiscard]] std::uint64_t size() const { return partitions_.size(); }

  static constexpr std::uint32_t kPositionBits = 36;  // 64 G words

 private:
  void append_links(std::uint32_t b, std::span<const std::uint64_t> of_article,
                    std::vector<Link>& links) const;

  const PileWords& words_;
  std::uint64_t range_;  // a part has the articles that begin in so many positions
  Partitions partitions_;
};

// Seeds of all articles, kept apart by their hash. Errors: kInterrupted, kWriteFailed.
[[nodiscard]] Result<std::unique_ptr<Partitions>> collect_seeds(const PileWords& words,
                                                                const SeedShape& shape,
                                                                std::size_t memory,
                                                                ScratchFile* scratch,
                                                                const Context& context);

// Consumes the seeds: adds to `links`, and returns the places of seeds of words that one outlet
// prints day after day, sorted. Cost: O(n log n) in the seeds.
[[nodiscard]] std::vector<WordPlace> link_seeds(Partitions& seeds, const PileWords& words,
                                                const Corpus& corpus, const SeedShape& shape,
                                                Links& links, const Context& context);

}  // namespace fabula::reuse
