#include "solver/day_domain.hpp"

#include <algorithm>
#include <bit>

namespace fabula::solver {

void DayMask::add(DayNumber lo, DayNumber hi) {
  const auto from = std::max<std::int64_t>(std::int64_t{lo} - base_, 0);
  const auto to = std::min<std::int64_t>(std::int64_t{hi} - base_, kSpan - 1);
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
  if (other.base_ == base_) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= other.words_[w];
    return;
  }
  for (DayNumber day = next(base_); day < base_ + kSpan; day = next(day + 1)) {
    const auto at = static_cast<std::size_t>(day - base_);
    if (!other.has(day)) words_[at / 64] &= ~(std::uint64_t{1} << (at % 64));
  }
}

DayNumber DayMask::next(DayNumber day) const {
  auto at = static_cast<std::int32_t>(std::max<std::int64_t>(std::int64_t{day} - base_, 0));
  while (at < kSpan) {
    const std::uint64_t word = words_[static_cast<std::size_t>(at / 64)] >> (at % 64);
    if (word != 0) return base_ + at + std::countr_zero(word);
    at = (at / 64 + 1) * 64;
  }
  return base_ + kSpan;
}

DayNumber DayMask::previous(DayNumber day) const {
  auto at = static_cast<std::int32_t>(std::min<std::int64_t>(std::int64_t{day} - base_, kSpan - 1));
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
  if (is_empty()) return out;
  if (!mask_) return {{lo_, hi_}};
  for (DayNumber day = lo_; day <= hi_; day = mask_->next(day + 1)) {
    if (!out.empty() && out.back().second + 1 == day) {
      out.back().second = day;
    } else {
      out.emplace_back(day, day);
    }
  }
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
  for (DayNumber day = lo_; day <= hi_; ++day)
    if (!mask_->has(day)) return;
  mask_.reset();
}

bool DayDomain::keep(const DayMask& mask) {
  bool loses = false;
  for (DayNumber day = lo_; day <= hi_ && !loses; day = next(day + 1)) loses = !mask.has(day);
  if (!loses) return false;
  auto kept = std::make_unique<DayMask>(lo_);
  kept->add(lo_, hi_);
  if (mask_) kept->intersect(*mask_);
  kept->intersect(mask);
  mask_ = std::move(kept);
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
      for (const auto& [first, last] : one->runs()) both->add(first, last);
  }
  lo_ = lo;
  hi_ = hi;
  mask_ = std::move(both);
  if (mask_) drop_full_mask();
}

}  // namespace fabula::solver
