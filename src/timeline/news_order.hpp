// Which of two articles appeared first, as far as their days tell.
#pragma once

#include <cstdint>

#include "model/article.hpp"

namespace fabula::timeline {

enum class Order : std::uint8_t { kEarlier, kLater, kUnknown };

// `other` as seen from `article`. Earlier and later are sure: the days in which the two may have
// appeared, stated or proven, do not meet. Likely days do not count.
[[nodiscard]] inline Order order_of(const Article& other, const Article& article) {
  const When& there = other.published.when;
  const When& here = article.published.when;
  if (there.latest && here.earliest && *there.latest < *here.earliest) return Order::kEarlier;
  if (here.latest && there.earliest && *here.latest < *there.earliest) return Order::kLater;
  return Order::kUnknown;
}

}  // namespace fabula::timeline
