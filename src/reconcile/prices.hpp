// What it costs to explain one telling of a passage as made from another.
//
//   from   The mayor shut the harbour bridge on Monday night, café owners said on ...
//   to     The mayor closed the bridge on Monday, 3 June [sic], cafe owners said
//              closed: a place 200, an own word 300        harbour: a place 200
//              3 June: says the day, 60    [sic], cafe: 0  the end cut off: 150
//
// All prices are whole tenths of a price unit; 30 tenths are about one bit of surprise, so that an
// own word is as surprising as ten coins falling the same way. Adding words and leaving them out
// cost the same, seen together with what a source pays for its words: neither is the likelier way.
// Some changes are next to impossible one way round: nobody restores what another crossed out,
// starred or lost.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "reconcile/family_words.hpp"
#include "reconcile/word_alignment.hpp"

namespace fabula::reconcile {

namespace price {
// Tuned on seeds 1 to 10 of eval/lineage_eval.cpp.
inline constexpr std::int64_t kPlace = 200;      // something was changed here
inline constexpr std::int64_t kOwnWord = 300;    // each word that the source does not have
inline constexpr std::int64_t kCutAtEdge = 150;  // the beginning or the end left out, however long
inline constexpr std::int64_t kMovedBlock = 50;
inline constexpr std::int64_t kDateWord = 30;         // "Monday" → "on Monday, 3 June"
inline constexpr std::int64_t kTypoCorrected = 50;    // towards the form that most texts have
inline constexpr std::int64_t kAccentRestored = 150;  // "cafe" → "café"
inline constexpr std::int64_t kImpossible = 600;  // "[sic]" vanishes, "f***" is spelled out, ...
inline constexpr std::int64_t kMarksCurled = 5;   // straight marks → curly, once a pair
}  // namespace price

// What a text has and its copies keep: nobody takes it back.
enum class Sign : std::uint8_t {
  kNone,
  kSic,       // "[sic]" put in
  kEllipsis,  // "..." for words
  kStars,     // "f***", "[expletive]"
  kGarbled,   // "cafÃ©"
};

// Words [a_begin, a_end) of one text stand where [b_begin, b_end) stand in the other.
struct Change {
  std::uint32_t a_begin = 0;
  std::uint32_t a_end = 0;
  std::uint32_t b_begin = 0;
  std::uint32_t b_end = 0;
};

// Both directions of one pair.
struct PairPrice {
  std::int64_t a_to_b = 0;
  std::int64_t b_to_a = 0;
  std::uint32_t own_a = 0;  // words of `a` that count as its own
  std::uint32_t own_b = 0;
  Sign against_a_to_b = Sign::kNone;
  Sign against_b_to_a = Sign::kNone;
};

// The same change by its words, wherever it stands; 0 for one of more than 12 words on a side.
[[nodiscard]] std::uint64_t change_key(std::span<const Word> a, std::span<const Word> b);

// Prices pairs of texts of one family. Keeps its memory between uses; one thread at a time.
class Pricer {
 public:
  explicit Pricer(const FamilyWords& family);

  // Keys of changes that many hands made, which say nothing; sorted.
  void make_free(std::vector<std::uint64_t> keys) { free_ = std::move(keys); }

  // Requires two numbers of texts, a != b. Aligns and prices them; `alignment` and `changes` are
  // then those of this pair. Cost: that of WordAligner::align.
  PairPrice price(std::uint32_t a, std::uint32_t b);

  [[nodiscard]] const Alignment& alignment() const { return alignment_; }
  [[nodiscard]] std::span<const Change> changes() const { return changes_; }

 private:
  void list_changes(std::uint32_t n_a, std::uint32_t n_b);
  void price_change(std::uint32_t a, std::uint32_t b, const Change& change, PairPrice& out) const;

  const FamilyWords& family_;
  std::vector<std::uint64_t> free_;
  std::vector<bool> is_curly_;    // by text: has it curly marks?
  std::vector<bool> is_scarred_;  // has it anything that nobody takes back?
  WordAligner aligner_;
  Alignment alignment_;
  std::vector<Change> changes_;  // without the words of moved blocks
};

}  // namespace fabula::reconcile
