// The days that an unknown day can still be: an interval, and which of its days are out.
//
//   2017-06-11 .. 2019-06-09             an interval of any width
//   2022-10-19, 2022-10-26, 2022-11-02   holes are kept when it is narrower than 4,096 days (11
//   years)
//
// Empty when nothing is left. Not for use by several threads at once.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "solver/problem.hpp"

namespace fabula::solver {

// A set of days, at most kSpan of them from `base` on.
class DayMask {
 public:
  static constexpr std::int32_t kSpan = 4096;

  explicit DayMask(DayNumber base) : base_(base) {}
  [[nodiscard]] DayNumber base() const { return base_; }
  [[nodiscard]] bool has(DayNumber day) const {
    const std::int64_t at = std::int64_t{day} - base_;
    return at >= 0 && at < kSpan &&
           (words_[static_cast<std::size_t>(at / 64)] >> (at % 64) & 1) != 0;
  }
  // Adds the days of [lo, hi] that the mask can hold.
  void add(DayNumber lo, DayNumber hi);
  // Takes out what `other` does not hold.
  void intersect(const DayMask& other);
  // The first day held from `day` on, or the last one up to it; past the ends when there is none.
  [[nodiscard]] DayNumber next(DayNumber day) const;
  [[nodiscard]] DayNumber previous(DayNumber day) const;

 private:
  DayNumber base_;
  std::array<std::uint64_t, kSpan / 64> words_{};
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
  std::unique_ptr<DayMask> mask_;  // none: all days of [lo, hi]; else lo and hi are in it
};

}  // namespace fabula::solver
