#include "reuse/walk.hpp"

#include <algorithm>
#include <array>

namespace fabula::reuse {
namespace {

constexpr std::int32_t kExchanged = 2;      // price of a word exchanged; one put in or dropped is 1
constexpr std::int32_t kDrop = 14;          // falling by more ends a walk
constexpr std::uint32_t kMaxExchanged = 5;  // words in a row
constexpr std::uint32_t kMaxPutIn = 16;

constexpr std::int32_t kSmallCost = 2;  // tried at once

// Words ahead that a jump looks at.
constexpr std::uint32_t kWindow = 24;
static_assert(kMaxExchanged + kMaxPutIn + 3 <= kWindow);

// Where the words of one side stand in its window, by the lowest bits of their numbers.
constexpr std::uint32_t kSlots = 128;
using Places = std::array<std::uint32_t, kSlots>;

}  // namespace

Walk::End Walk::go() {
  walk_equal();
  at_.first_run = best_.first_run = at_.words;
  while (jump()) walk_equal();
  return best_;
}

void Walk::walk_equal() {
  std::uint32_t n = 0;
  while (same(at_.a + n, at_.b + n)) ++n;
  at_.a += n;
  at_.b += n;
  at_.words += n;
  at_.aligned_words += n;
  at_.longest_run = std::max(at_.longest_run, n);
  score_ += static_cast<std::int32_t>(n);
  // Where the first words differ, what stands behind the first change is taken at any price: the
  // words on the other side of the start speak for it.
  if (score_ <= best_score_ && best_.aligned_words > 0) return;
  best_ = at_;
  best_score_ = score_;
  const auto lead = static_cast<std::int32_t>(at_.a) - static_cast<std::int32_t>(at_.b);
  lowest_lead_ = std::min(lowest_lead_, lead);
  highest_lead_ = std::max(highest_lead_, lead);
}

// Passes over the cheapest change behind which the words agree again; false when the passage ends
// here.
bool Walk::jump() {
  const std::int32_t may_fall = kDrop + std::min(kDrop, best_score_ / 8);
  const std::int32_t may_cost = score_ - best_score_ + may_fall;
  for (std::int32_t cost = 1; cost <= std::min(may_cost, kSmallCost); ++cost)
    if (jump_at_cost(cost)) return true;
  if (may_cost <= kSmallCost || !may_agree()) return false;
  for (std::int32_t cost = kSmallCost + 1; cost <= may_cost; ++cost)
    if (jump_at_cost(cost)) return true;
  return false;
}

// Of equal costs the one with fewer words exchanged, then the one with words put in to b.
bool Walk::jump_at_cost(std::int32_t cost) {
  for (std::uint32_t exchanged = 0;
       exchanged <= kMaxExchanged && kExchanged * static_cast<std::int32_t>(exchanged) <= cost;
       ++exchanged) {
    const auto put_in =
        static_cast<std::uint32_t>(cost - kExchanged * static_cast<std::int32_t>(exchanged));
    if (put_in > kMaxPutIn) continue;
    if (agrees(exchanged, exchanged + put_in)) {
      pass(exchanged, exchanged + put_in, cost);
      return true;
    }
    if (put_in > 0 && agrees(exchanged + put_in, exchanged)) {
      pass(exchanged + put_in, exchanged, cost);
      return true;
    }
  }
  return false;
}

// False: no jump whatsoever leads to two words that agree. Looks at their lowest bits only.
bool Walk::may_agree() const {
  constexpr std::uint32_t kRows = kMaxExchanged + 2;
  Places in_a{};
  Places in_b{};
  const auto n_a = static_cast<std::uint32_t>(std::min<std::size_t>(kWindow, a_.size() - at_.a));
  const auto n_b = static_cast<std::uint32_t>(std::min<std::size_t>(kWindow, b_.size() - at_.b));
  for (std::uint32_t i = 0; i < n_a; ++i) in_a[code(a_, at_.a + i) % kSlots] |= 1U << i;
  for (std::uint32_t i = 0; i < n_b; ++i) in_b[code(b_, at_.b + i) % kSlots] |= 1U << i;
  std::uint32_t a_before = 0;  // where b has the word before
  std::uint32_t b_before = 0;
  for (std::uint32_t i = 0; i < kRows; ++i) {
    const std::uint32_t a_here = i < n_a ? in_b[code(a_, at_.a + i) % kSlots] : 0;
    const std::uint32_t b_here = i < n_b ? in_a[code(b_, at_.b + i) % kSlots] : 0;
    if (((a_before << 1 & a_here) | (b_before << 1 & b_here)) >> i != 0) return true;
    a_before = a_here;
    b_before = b_here;
  }
  return false;
}

// Two words after small changes, three after others: one alone is chance.
bool Walk::agrees(std::uint32_t a, std::uint32_t b) {
  if (!same(at_.a + a, at_.b + b) || !same(at_.a + a + 1, at_.b + b + 1)) return false;
  return std::max(a, b) <= 1 || same(at_.a + a + 2, at_.b + b + 2);
}

bool Walk::same(std::uint32_t a, std::uint32_t b) {
  if (a >= a_.size() || b >= b_.size()) return false;
  const WordCode in_a = code(a_, a);
  const WordCode in_b = code(b_, b);
  if (!same_word(in_a, in_b)) return false;
  if ((in_a & in_b & border_) == kind_) return true;
  met_border_ = true;
  return false;
}

void Walk::pass(std::uint32_t a, std::uint32_t b, std::int32_t cost) {
  at_.a += a;
  at_.b += b;
  at_.aligned_words += std::max(a, b);
  score_ -= cost;
}

}  // namespace fabula::reuse
