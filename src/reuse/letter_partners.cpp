#include "reuse/letter_partners.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace fabula::reuse {
namespace {

constexpr std::size_t kAhead = 8;  // anchors whose letters are on their way from memory
constexpr std::uint8_t kMostPartners = 8;

// How many anchors each band of diagonals of each pair has, counted up to two. Bands are 64 wide
// and every diagonal is in two of them, so that neighbours always share one. Bands that meet in the
// table keep a few anchors too many.
class DiagonalVotes {
 public:
  explicit DiagonalVotes(std::size_t n_anchors) {
    std::size_t n_slots = 256;
    while (n_slots < 8 * n_anchors) n_slots *= 2;
    votes_.assign(n_slots, 0);
  }
  void add(const LetterAnchor& anchor) {
    for (const std::size_t slot : slots_of(anchor))
      if (votes_[slot] < 2) ++votes_[slot];
  }
  [[nodiscard]] bool has_two(const LetterAnchor& anchor) const {
    const auto slots = slots_of(anchor);
    return votes_[slots[0]] > 1 || votes_[slots[1]] > 1;
  }

 private:
  [[nodiscard]] std::array<std::size_t, 2> slots_of(const LetterAnchor& anchor) const {
    const std::uint32_t diagonal = anchor.b_letter - anchor.a_letter + (1U << 31);
    const auto slot = [&](std::uint32_t band, std::uint32_t which) {
      const std::uint64_t key = (std::uint64_t{anchor.a} << 32 | band) * 2 + which;
      return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15) >> 20) & (votes_.size() - 1);
    };
    return {slot(diagonal / 64, 0), slot((diagonal + 32) / 64, 1)};
  }

  std::vector<std::uint8_t> votes_;
};

// The anchors that share their pair and, more or less, their diagonal with another one, and those
// with equal letters around them; sorted, each once.
std::vector<LetterAnchor> likely_anchors(const PileLetters& pile, std::uint32_t b,
                                         std::span<const LetterAnchor> anchors) {
  DiagonalVotes votes(anchors.size());
  for (const LetterAnchor& anchor : anchors) votes.add(anchor);
  std::vector<LetterAnchor> likely;
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const LetterAnchor& anchor = anchors[i];
    if (i + kAhead < anchors.size()) {
      const LetterAnchor& later = anchors[i + kAhead];
      __builtin_prefetch(&pile.texts[later.a][later.a_letter]);
    }
    if (votes.has_two(anchor) ||
        looks_shared(pile.texts[anchor.a], pile.texts[b], anchor, pile.seed_shape()))
      likely.push_back(anchor);
  }
  std::sort(likely.begin(), likely.end());
  likely.erase(std::unique(likely.begin(), likely.end()), likely.end());
  return likely;
}

// The anchors of each partner, most anchors first; of equally many, the earlier text.
std::vector<std::span<const LetterAnchor>> by_partner(std::span<const LetterAnchor> anchors) {
  std::vector<std::span<const LetterAnchor>> partners;
  for (std::size_t begin = 0, end = 0; begin < anchors.size(); begin = end) {
    while (end < anchors.size() && anchors[end].a == anchors[begin].a) ++end;
    partners.push_back(anchors.subspan(begin, end - begin));
  }
  std::sort(partners.begin(), partners.end(), [](const auto& x, const auto& y) {
    return x.size() != y.size() ? x.size() > y.size() : x.front().a < y.front().a;
  });
  return partners;
}

// How many partners each stretch of a text has.
class PartnerCounts {
 public:
  explicit PartnerCounts(std::size_t n_letters) : counts_(n_letters / kStretch + 1) {}

  [[nodiscard]] bool has_enough(std::uint32_t letter) const {
    return counts_[letter / kStretch] >= kMostPartners;
  }
  void add(Range letters) {
    for (std::uint32_t i = letters.begin / kStretch; i <= (letters.end - 1) / kStretch; ++i)
      if (counts_[i] < kMostPartners) ++counts_[i];
  }

 private:
  static constexpr std::uint32_t kStretch = 16;  // letters
  std::vector<std::uint8_t> counts_;
};

}  // namespace

std::vector<PartnerPassage> find_partners(const PileLetters& pile, std::uint32_t b,
                                          std::span<const LetterAnchor> anchors,
                                          LetterPairer& pairer) {
  std::vector<PartnerPassage> found;
  const std::vector<LetterAnchor> likely = likely_anchors(pile, b, anchors);
  PartnerCounts counts(pile.texts[b].size());
  std::vector<LetterAnchor> open;
  std::vector<SharedLetters> shared;
  for (const auto of_partner : by_partner(likely)) {
    open.clear();
    for (const LetterAnchor& anchor : of_partner)
      if (!counts.has_enough(anchor.b_letter)) open.push_back(anchor);
    const std::uint32_t a = of_partner.front().a;
    shared.clear();
    pairer.find(pile.texts[a], pile.texts[b], open, pile.seed_shape(), shared);
    for (const SharedLetters& one : shared) {
      found.push_back({a, b, one});
      counts.add(one.b);
    }
  }
  return found;
}

}  // namespace fabula::reuse
