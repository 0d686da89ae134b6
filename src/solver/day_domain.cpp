#include "solver/day_domain.hpp"

#include <algorithm>
#include <bit>

namespace fabula::solver {

void DayMask::add(DayNumber lo, DayNumber hi) {
  const auto from = std::max<std::int64_t>(std::int64_t{lo} - base_, 0);
  const auto to = std::min<std::int64_t>(std::int64_t{hi} - base_, kDays - 1);
  if (from > to) return;
  const std::uint64_t head = ~std::uint64_t{0} << (from % 64);
  const std::uint64_t tail = ~std::uint64_t{0} >> (63 - to % 64);
  const auto first = static_cast<std::size_t>(from / 64);
  const auto last = static_cast<std::size_t>(to / 64);
  if (first == last) {
    words_[first] |= head & tail;
    return;
  }
  words_[first] |= head;
  for (std::size_t w = first + 1; w < last; ++w) words_[w] = ~std::uint64_t{0};
  words_[last] |= tail;
}

void DayMask::intersect(const DayMask& other) {
  const std::int64_t shift = (std::int64_t{base_} - other.base_) / 64;
  for (std::size_t w = 0; w < words_.size(); ++w) {
    const std::int64_t at = static_cast<std::int64_t>(w) + shift;
    const bool is_in = at >= 0 && at < static_cast<std::int64_t>(words_.size());
    words_[w] &= is_in ? other.words_[static_cast<std::size_t>(at)] : 0;
  }
}

// flip  0 for a day that is held, all bits for one that is not
DayNumber DayMask::first_from(DayNumber day, std::uint64_t flip) const {
  auto at = static_cast<std::int32_t>(
      std::clamp<std::int64_t>(std::int64_t{day} - base_, 0, std::int64_t{kDays}));
  while (at < kDays) {
    const std::uint64_t word = (words_[static_cast<std::size_t>(at / 64)] ^ flip) >> (at % 64);
    if (word != 0) return base_ + at + std::countr_zero(word);
    at = (at / 64 + 1) * 64;
  }
  return base_ + kDays;
}

DayNumber DayMask::previous(DayNumber day) const {
  auto at = static_cast<std::int32_t>(std::min<std::int64_t>(std::int64_t{day} - base_, kDays - 1));
  while (at >= 0) {
    const std::uint64_t word = words_[static_cast<std::size_t>(at / 64)] << (63 - at % 64);
    if (word != 0) return base_ + at - std::countl_zero(word);
    at = at / 64 * 64 - 1;
  }
  return base_ - 1;
}

DayDomain& DayDomain::operator=(const DayDomain& other) {
  if (this == &other) return *this;
  lo_ = other.lo_;
  hi_ = other.hi_;
  mask_ = other.mask_ ? std::make_unique<DayMask>(*other.mask_) : nullptr;
  return *this;
}

DayNumber DayDomain::next(DayNumber day) const {
  day = std::max(day, lo_);
  if (day > hi_ || !mask_) return day;
  return mask_->next(day);
}

std::vector<std::pair<DayNumber, DayNumber>> DayDomain::runs() const {
  std::vector<std::pair<DayNumber, DayNumber>> out;
  for_each_run([&](DayNumber first, DayNumber last) { out.emplace_back(first, last); });
  return out;
}

bool operator==(const DayDomain& a, const DayDomain& b) {
  if (a.is_empty() || b.is_empty()) return a.is_empty() && b.is_empty();
  if (a.lo_ != b.lo_ || a.hi_ != b.hi_ || a.has_holes() != b.has_holes()) return false;
  if (!a.mask_) return true;
  for (DayNumber day = a.lo_; day <= a.hi_; day = a.next(day + 1))
    if (a.next(day + 1) != b.next(day + 1)) return false;
  return true;
}

void DayDomain::shrink(DayNumber lo, DayNumber hi) {
  lo_ = std::max(lo_, lo);
  hi_ = std::min(hi_, hi);
  if (!mask_ || lo_ > hi_) return;
  lo_ = mask_->next(lo_);
  hi_ = mask_->previous(hi_);
  drop_full_mask();
}

void DayDomain::drop_full_mask() {
  if (mask_->next_gap(lo_) > hi_) mask_.reset();
}

bool DayDomain::keep(const DayMask& mask) {
  DayMask before(lo_);
  before.add(lo_, hi_);
  if (mask_) before.intersect(*mask_);
  DayMask kept = before;
  kept.intersect(mask);
  if (kept == before) return false;
  mask_ = std::make_unique<DayMask>(kept);
  shrink(mask_->next(lo_), mask_->previous(hi_));
  return true;
}

void DayDomain::unite(const DayDomain& other) {
  if (other.is_empty()) return;
  if (is_empty()) {
    *this = other;
    return;
  }
  const DayNumber lo = std::min(lo_, other.lo_);
  const DayNumber hi = std::max(hi_, other.hi_);
  std::unique_ptr<DayMask> both;
  if (hi - lo < DayMask::kSpan) {
    both = std::make_unique<DayMask>(lo);
    for (const DayDomain* one : {static_cast<const DayDomain*>(this), &other})
      one->for_each_run([&](DayNumber first, DayNumber last) { both->add(first, last); });
  }
  lo_ = lo;
  hi_ = hi;
  mask_ = std::move(both);
  if (mask_) drop_full_mask();
}

}  // namespace fabula::solver
