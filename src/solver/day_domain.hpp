// The days that an unknown day can still be: an interval, and which of its days are out.
//
//   2017-06-11 .. 2019-06-09             an interval of any width
//   2022-10-19, 2022-10-26, 2022-11-02   holes are kept when it is narrower than 4,096 days (11
//   years)
//
// Empty when nothing is left. Not for use by several threads at once.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "solver/problem.hpp"

namespace fabula::solver {

// A set of days, from `base` or some days before it on: any of kSpan days from `base` on.
class DayMask {
 public:
  static constexpr std::int32_t kSpan = 4096;

  // Begins at a multiple of 64, so that words of two masks hold the same days.
  explicit DayMask(DayNumber base) : base_(base & ~63) {}
  [[nodiscard]] bool has(DayNumber day) const {
    const std::int64_t at = std::int64_t{day} - base_;
    return at >= 0 && at < kDays &&
           (words_[static_cast<std::size_t>(at / 64)] >> (at % 64) & 1) != 0;
  }
  // Adds the days of [lo, hi] that the mask can hold.
  void add(DayNumber lo, DayNumber hi);
  // Takes out what `other` does not hold.
  void intersect(const DayMask& other);
  // The first day held from `day` on, or the last one up to it; past the ends when there is none.
  [[nodiscard]] DayNumber next(DayNumber day) const { return first_from(day, 0); }
  [[nodiscard]] DayNumber previous(DayNumber day) const;
  // The first day from `day` on that is not held.
  [[nodiscard]] DayNumber next_gap(DayNumber day) const {
    return first_from(day, ~std::uint64_t{0});
  }
  friend bool operator==(const DayMask&, const DayMask&) = default;

 private:
  static constexpr std::int32_t kDays = kSpan + 64;
  [[nodiscard]] DayNumber first_from(DayNumber day, std::uint64_t flip) const;

  DayNumber base_;
  std::array<std::uint64_t, kDays / 64> words_{};
};

enum class End : std::uint8_t { kEarliest, kLatest };

class DayDomain {
 public:
  DayDomain() = default;
  DayDomain(DayNumber lo, DayNumber hi) : lo_(lo), hi_(hi) {}
  DayDomain(const DayDomain& other) { *this = other; }
  DayDomain& operator=(const DayDomain& other);
  DayDomain(DayDomain&&) = default;
  DayDomain& operator=(DayDomain&&) = default;
  ~DayDomain() = default;

  [[nodiscard]] DayNumber lo() const { return lo_; }
  [[nodiscard]] DayNumber hi() const { return hi_; }
  [[nodiscard]] DayNumber end(End end) const { return end == End::kEarliest ? lo_ : hi_; }
  [[nodiscard]] bool is_empty() const { return lo_ > hi_; }
  [[nodiscard]] bool is_single() const { return lo_ == hi_; }
  [[nodiscard]] bool is_narrow() const { return hi_ - lo_ < DayMask::kSpan; }
  [[nodiscard]] bool has_holes() const { return mask_ != nullptr; }
  [[nodiscard]] bool has(DayNumber day) const {
    return day >= lo_ && day <= hi_ && (!mask_ || mask_->has(day));
  }
  // Gives all days as runs [first, last], in order.
  template <class Visit>
  void for_each_run(const Visit& visit) const {
    DayNumber last = hi_;
    for (DayNumber first = lo_; first <= hi_; first = mask_ ? mask_->next(last + 1) : hi_ + 1) {
      if (mask_) last = std::min(mask_->next_gap(first) - 1, hi_);
      visit(first, last);
    }
  }
  // The first day from `day` on; above hi() when there is none.
  [[nodiscard]] DayNumber next(DayNumber day) const;
  // The days as runs [first, last], in order.
  [[nodiscard]] std::vector<std::pair<DayNumber, DayNumber>> runs() const;

  // Takes out the days outside of [lo, hi]. Returns whether any was.
  bool clip(DayNumber lo, DayNumber hi) {
    if (lo <= lo_ && hi >= hi_) return false;
    shrink(lo, hi);
    return true;
  }
  // Takes out the days that `mask` does not hold; needs is_narrow(). Returns whether any was.
  bool keep(const DayMask& mask);
  // Puts in the days of `other`; where both together are not narrow, the days between them, too.
  void unite(const DayDomain& other);

  friend bool operator==(const DayDomain& a, const DayDomain& b);

 private:
  void shrink(DayNumber lo, DayNumber hi);
  void drop_full_mask();

  DayNumber lo_ = kFirstDay;
  DayNumber hi_ = kLastDay;
  // None: all days of [lo, hi]. Else lo and hi are in it, and perhaps days beyond them.
  std::unique_ptr<DayMask> mask_;
};

}  // namespace fabula::solver
