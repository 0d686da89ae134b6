// Pairs of articles that share a passage → families: all articles that hold it.
//
//   pairs      A–B 40 words, A–C the same 40, B–C the same, A–D 12 of them
//   families   {A, B, C} with 40 words, {A, D} with 12
//
// A pair joins a family when one of its sides is, by half at least, what that article holds of the
// family; what an article holds grows by what it shares with others of the family. Nothing is
// joined through a third passage.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/pairs.hpp"

namespace fabula::reuse {

// What one article holds of a family.
struct Holder {
  std::uint32_t article = 0;  // place of the working order
  Range range;                // bytes of its frozen text
  friend constexpr auto operator<=>(const Holder&, const Holder&) = default;
};

class PassageFamilies {
 public:
  explicit PassageFamilies(std::uint32_t n_articles) : last_segment_(n_articles, kNone) {}

  // The passages of one or more later articles, by (b, a); hidden classes make no family. Adds for
  // each passage its family, or kNone, to `families` when that is not null.
  void add(std::span<const SharedPassage> passages, std::vector<std::uint32_t>* families = nullptr);

  [[nodiscard]] std::uint32_t size() const { return n_families_; }

  // By family, each sorted, one an article. Families of one article are empty: a passage that an
  // article only shares with itself.
  [[nodiscard]] std::vector<std::vector<Holder>> holders() const;

  static constexpr std::uint32_t kNone = UINT32_MAX;

 private:
  struct Segment {
    Range range;
    std::uint32_t family = 0;
    std::uint32_t article = 0;
    std::uint32_t previous = kNone;  // of the same article
  };
  struct Match {
    std::uint32_t overlap = 0;
    std::uint32_t family = kNone;
  };

  [[nodiscard]] Match best_match(std::uint32_t article, Range range) const;
  [[nodiscard]] Segment* find_segment(std::uint32_t article, std::uint32_t family);
  void hold(std::uint32_t article, Range range, std::uint32_t family);

  std::vector<Segment> segments_;
  std::vector<std::uint32_t> last_segment_;  // by article
  std::uint32_t n_families_ = 0;
};

// Empties families that lie inside another, longer one: all their articles hold that as well, and
// nine in ten bytes of theirs are part of it. Families as of holders(). Cost: linear in the holders
// but for sorting; in an article where more than 64 families begin between two, they stay.
void drop_inner_families(std::vector<std::vector<Holder>>& families);

}  // namespace fabula::reuse
