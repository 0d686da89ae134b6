// The words of a whole pile as numbers of 29 bits.
//
// Equal words have equal numbers; of different words two pairs in a billion have too, so what
// counts words in the end compares the text (reuse/edits.hpp). 4 bytes a word, in memory or in a
// scratch file; where the words stand is worked out again for the few that are reported.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "reuse/corpus.hpp"
#include "reuse/hash_words.hpp"
#include "reuse/scratch_file.hpp"

namespace fabula::reuse {

// A word's number with what is known of its place.
using WordCode = std::uint32_t;
inline constexpr WordCode kFurnitureWord = WordCode{1} << 31;  // stands in furniture of the page
inline constexpr WordCode kQuotedWord = WordCode{1} << 30;     // stands between quotation marks
inline constexpr WordCode kLearnedWord = WordCode{1} << 29;    // its outlet prints it day after day
inline constexpr WordCode kNumberMask = kLearnedWord - 1;
inline constexpr WordCode kNoStory = kFurnitureWord | kLearnedWord;

// The number of a word by its hash_word().
[[nodiscard]] constexpr WordCode number_of(std::uint64_t hash) {
  return static_cast<WordCode>(hash >> 35);
}

[[nodiscard]] constexpr bool same_word(WordCode a, WordCode b) {
  return ((a ^ b) & kNumberMask) == 0;
}

// How many of them are no furniture.
[[nodiscard]] inline std::uint32_t count_story_words(std::span<const WordCode> words) {
  std::uint32_t n = 0;
  for (const WordCode code : words) n += (code & kNoStory) == 0;
  return n;
}

// One word of the pile.
struct WordPlace {
  std::uint32_t article = 0;
  std::uint32_t word = 0;  // index into the article's words
  friend constexpr auto operator<=>(const WordPlace&, const WordPlace&) = default;
};

class PileWords {
 public:
  // Reads every article. With `scratch` the words are kept there. Errors: kInterrupted,
  // kWriteFailed.
  [[nodiscard]] static Result<PileWords> read(const Corpus& corpus, ScratchFile* scratch,
                                              const Context& context);

  [[nodiscard]] std::uint32_t n_articles() const {
    return static_cast<std::uint32_t>(begins_.size() - 1);
  }
  [[nodiscard]] std::uint64_t n_words() const { return begins_.back(); }
  [[nodiscard]] std::uint32_t n_words(std::uint32_t article) const {
    return static_cast<std::uint32_t>(begins_[article + std::size_t{1}] - begins_[article]);
  }
  // The words of all articles are numbered through, in the working order.
  [[nodiscard]] std::uint64_t position(WordPlace place) const {
    return begins_[place.article] + place.word;
  }
  [[nodiscard]] WordPlace place(std::uint64_t position) const;

  // The first article whose words begin there or later; n_articles() when there is none.
  [[nodiscard]] std::uint32_t first_article_from(std::uint64_t position) const {
    return static_cast<std::uint32_t>(
        std::lower_bound(begins_.begin(), begins_.end() - 1, position) - begins_.begin());
  }

  // A view of the words, or of `buffer` filled with them.
  [[nodiscard]] std::span<const WordCode> words_of(std::uint32_t article,
                                                   std::vector<WordCode>& buffer) const;

  // Ask for memory ahead of place() and words_of(): lists of places jump about in all of the pile,
  // and what they need lies in no cache. `page` first, some time later `place`, then `words`.
  void prefetch_page(std::uint64_t position) const {
    __builtin_prefetch(&page_starts_[position >> kPageBits]);
  }
  void prefetch_place(std::uint64_t position) const {
    __builtin_prefetch(&begins_[page_starts_[position >> kPageBits]]);
  }
  void prefetch_words(WordPlace place) const {
    if (scratch_ == nullptr) __builtin_prefetch(codes_[place.article] + place.word);
  }

  // Sets kLearnedWord in `n` words from each place on. Places sorted; not while others read.
  void mark_learned(std::span<const WordPlace> places, std::uint32_t n);

  // Articles with the same words have the same; others seldom do.
  [[nodiscard]] std::uint32_t fingerprint(std::uint32_t article) const {
    return fingerprints_[article];
  }

  // How many of n_sampled() articles hold the word; at least that, for numbers share counters.
  [[nodiscard]] std::uint32_t n_holders(WordCode code) const {
    return n_holders_[code & (n_holders_.size() - 1)];
  }
  [[nodiscard]] std::uint32_t n_sampled() const { return n_sampled_; }

  // Bytes of words [begin, end) of the article's text, begin < end.
  [[nodiscard]] Range locate(std::uint32_t article, std::string_view text, std::uint32_t begin,
                             std::uint32_t end, WordHasher& hasher) const;

 private:
  struct Checkpoint {
    std::uint32_t word = 0;
    std::uint32_t byte = 0;
  };
  // Some articles in a row.
  struct Batch {
    std::uint32_t first_article = 0;
    std::uint32_t end_article = 0;
    std::vector<WordCode> codes;                 // empty when in the scratch file,
    std::uint64_t at = 0;                        // from there on
    std::vector<std::uint32_t> n_words;          // by article
    std::vector<std::uint32_t> fingerprints;     // by article
    std::vector<Checkpoint> checkpoints;         // by article, then word
    std::vector<std::uint32_t> checkpoint_ends;  // by article
  };
  class BatchReader;
  static constexpr std::uint32_t kPageBits = 8;

  static std::vector<Batch> cut_batches(const Corpus& corpus);
  void index_positions();
  void count_holders(const Batch& batch, std::uint32_t stride,
                     std::vector<std::atomic<std::uint16_t>>& counters) const;
  [[nodiscard]] const Batch& batch_of(std::uint32_t article) const;

  std::vector<Batch> batches_;
  std::vector<std::uint64_t> begins_{0};    // position of each article's first word, and the end
  std::vector<WordCode*> codes_;            // of each article; empty when in the scratch file
  std::vector<std::uint32_t> page_starts_;  // article that holds every 256th position
  std::vector<std::uint32_t> fingerprints_;
  std::vector<std::uint16_t> n_holders_;  // by the lowest bits of the number
  std::uint32_t n_sampled_ = 0;
  ScratchFile* scratch_ = nullptr;
};

}  // namespace fabula::reuse
