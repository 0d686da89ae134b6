// A small linear model of what a cue says was said, and by whom: whole-number weights of short
// features, learned from annotated news by eval/train_said.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <vector>

#include "quotes/clause.hpp"
#include "quotes/said_features.hpp"

namespace fabula::quotes {

// Weights of `Width` labels or pairs of labels for each feature. An item has dozens of features and
// most are in the table, so a look-up is one place without a branch: a perfect hash by displaced
// buckets (Belazzougui, Botelho, Dietzfelbinger: Hash, displace, and compress, 2009).
template <std::size_t Width>
class WeightTable {
 public:
  struct Row {
    std::uint32_t feature = 0;
    std::array<std::int16_t, Width> weights{};
  };

  // Rows of distinct features other than 0.
  explicit WeightTable(std::span<const Row> rows);

  // Adds the weights of those features that are in a row; at most 32 features.
  template <std::size_t N>
  void add_to(std::array<std::int32_t, Width>& sums,
              const std::array<std::uint32_t, N>& features) const {
    static_assert(N <= std::size_t{1} << (kFieldBits - 16));
    std::array<std::int64_t, kWords> added{};
    for (const std::uint32_t feature : features) {
      const Slot& slot = slots_[slot_of(feature, displacements_[feature >> bucket_shift_])];
      const std::int64_t mask = -std::int64_t{slot.feature == feature};
      for (std::size_t w = 0; w < kWords; ++w) added[w] += slot.word(w) & mask;
    }
    for (std::size_t i = 0; i < Width; ++i) sums[i] += cut_field(added[i / kFields]);
  }

 private:
  // Three weights stand in one word, so that one addition adds all three: their sum is
  // a + b * 2^21 + c * 2^42, and as none of the sums leaves its 21 bits they can be told apart
  // again.
  static constexpr std::size_t kFields = 3;
  static constexpr unsigned kFieldBits = 21;
  static constexpr std::size_t kWords = (Width + kFields - 1) / kFields;

  struct Slot {
    std::uint32_t feature = 0;
    // In halves: a slot has no padding, and seldom lies in two lines of the cache.
    std::array<std::uint32_t, 2 * kWords> halves{};

    [[nodiscard]] std::int64_t word(std::size_t w) const {
      std::int64_t word = 0;
      std::memcpy(&word, &halves[2 * w], sizeof word);
      return word;
    }
  };
  [[nodiscard]] static Slot packed(const Row& row);

  // Takes the lowest field out of a word.
  static std::int32_t cut_field(std::int64_t& word) {
    constexpr unsigned kAbove = 64 - kFieldBits;
    const std::int64_t field =
        static_cast<std::int64_t>(static_cast<std::uint64_t>(word) << kAbove) >> kAbove;
    word = (word - field) >> kFieldBits;
    return static_cast<std::int32_t>(field);
  }

  [[nodiscard]] std::size_t slot_of(std::uint32_t feature, std::uint32_t displacement) const {
    const std::uint32_t hash = (feature ^ (displacement * 0x9E3779B1U)) * 0x85EBCA6BU;
    return static_cast<std::size_t>((std::uint64_t{hash} * slots_.size()) >> 32U);
  }

  unsigned bucket_shift_ = 0;
  std::vector<std::uint16_t> displacements_;  // by the upper bits of a feature
  std::vector<Slot> slots_;                   // some of no feature
};

using LabelScores = std::array<std::int32_t, kSaidLabels>;
using PairScores = std::array<std::int32_t, kSaidLabels * kSaidLabels>;  // before * labels + own

// The best sequence of labels by the sum of scores (Viterbi); the item `cue` is kOther. Ties go to
// the smaller label. Linear.
[[nodiscard]] std::vector<std::uint8_t> best_labels(const std::vector<LabelScores>& own,
                                                    const std::vector<PairScores>& pairs,
                                                    std::size_t cue);

// The runs of kContent among the labels of the context's sentence.
[[nodiscard]] std::vector<Stretch> stretches_of(const CueContext& context,
                                                const std::vector<std::uint8_t>& labels);

// What a cue says: stretches of its sentence, in order, and the phrase of its source.
struct Said {
  std::vector<Stretch> content;
  const Phrase* source = nullptr;  // null: none in the sentence
};

class SaidModel {
 public:
  using LabelRow = WeightTable<kSaidLabels>::Row;
  using PairRow = WeightTable<kSaidLabels * kSaidLabels>::Row;
  using SourceRow = WeightTable<1>::Row;

  SaidModel(std::span<const LabelRow> labels, std::span<const PairRow> pairs,
            std::span<const SourceRow> sources)
      : labels_(labels), pairs_(pairs), sources_(sources) {}

  // The one whose weights come with the program.
  [[nodiscard]] static const SaidModel& shipped();

  // Thread-safe; linear in the sentence.
  [[nodiscard]] Said find(const CueContext& context) const;

 private:
  WeightTable<kSaidLabels> labels_;
  WeightTable<kSaidLabels * kSaidLabels> pairs_;
  WeightTable<1> sources_;
};

}  // namespace fabula::quotes
