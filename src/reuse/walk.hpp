// From a pair of equal words on, as far as two articles agree but for small changes.
//
//   a   [council closed the old harbour bridge on  monday night after ...
//   b   [council closed the old harbour bridge late monday night after ...
//        start →        equal                  jump   equal
#pragma once

#include <cstdint>
#include <span>

#include "reuse/pile_words.hpp"

namespace fabula::reuse {

// Walks forwards, or backwards through the words before the pair; once.
//
// An equal word counts 1, an exchanged one -2, one put in or dropped -1. The walk ends where the
// sum was highest before it fell by more than 14, up to 28 after long agreement. Behind a change
// two words must be equal, behind a larger one three.
//
// Cost: linear in the words passed over, and some 100 steps where it ends and at large changes.
class Walk {
 public:
  // a, b     the words to go over, in text order: going backwards begins at their ends
  // border   a flag of WordCode, or 0. The walk stays where the flags that both words of an equal
  //          pair have are `kind`: for `border` in words that both flag, for 0 in all others
  Walk(std::span<const WordCode> a, std::span<const WordCode> b, bool forwards, WordCode border,
       WordCode kind)
      : a_(a), b_(b), forwards_(forwards), border_(border), kind_(kind) {}

  struct End {
    std::uint32_t a = 0;  // words gone over on each side
    std::uint32_t b = 0;
    std::uint32_t words = 0;  // equal
    std::uint32_t aligned_words = 0;
    std::uint32_t first_run = 0;  // equal words before the first change
    std::uint32_t longest_run = 0;
  };
  [[nodiscard]] End go();

  // Of the walk that was gone. How far one side gets ahead of the other: words of a less words of
  // b.
  [[nodiscard]] std::int32_t lowest_lead() const { return lowest_lead_; }
  [[nodiscard]] std::int32_t highest_lead() const { return highest_lead_; }
  // False: with no border it would have ended at the same words.
  [[nodiscard]] bool met_border() const { return met_border_; }

 private:
  [[nodiscard]] WordCode code(std::span<const WordCode> words, std::uint32_t i) const {
    return forwards_ ? words[i] : words[words.size() - 1 - i];
  }
  void walk_equal();
  [[nodiscard]] bool jump();
  [[nodiscard]] bool jump_at_cost(std::int32_t cost);
  [[nodiscard]] bool may_agree() const;
  [[nodiscard]] bool agrees(std::uint32_t a, std::uint32_t b);
  [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b);
  void pass(std::uint32_t a, std::uint32_t b, std::int32_t cost);

  std::span<const WordCode> a_;
  std::span<const WordCode> b_;
  bool forwards_;
  WordCode border_;
  WordCode kind_;
  End at_;
  End best_;
  std::int32_t score_ = 0;
  std::int32_t best_score_ = 0;
  std::int32_t lowest_lead_ = 0;
  std::int32_t highest_lead_ = 0;
  bool met_border_ = false;
};

}  // namespace fabula::reuse
