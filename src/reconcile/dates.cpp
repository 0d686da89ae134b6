#include "reconcile/dates.hpp"

#include <algorithm>

namespace fabula::reconcile {

bool is_before(const Published& a, const Published& b) {
  return a.latest && b.earliest && *a.latest < *b.earliest;
}

Published earlier_of(const Published& a, const Published& b) {
  if (!a.known()) return b;
  if (!b.known()) return a;
  const auto lower = [](std::optional<std::int32_t> x, std::optional<std::int32_t> y) {
    return x && y ? std::optional(std::min(*x, *y)) : std::nullopt;
  };
  Published made{lower(a.earliest, b.earliest), lower(a.latest, b.latest)};
  if (!made.latest) made.latest = a.latest ? a.latest : b.latest;
  return made;
}

std::int64_t date_price(const Published& source, const Published& copy, const DatePrices& prices) {
  if (!source.earliest || !source.latest || !copy.earliest || !copy.latest) {
    // Half-open: only a clear order says anything.
    return is_before(copy, source) ? std::min(prices.later, prices.most) : 0;
  }
  if (is_before(source, copy)) return 0;
  if (const std::int64_t late = std::int64_t{*source.earliest} - *copy.latest; late > 0)
    return std::min(prices.most, prices.later + late * prices.per_day);
  // Of all the days the two cover, those on which the source may be the later one.
  const std::int64_t all =
      std::int64_t{*source.latest} - *source.earliest + *copy.latest - *copy.earliest + 2;
  const std::int64_t behind = std::int64_t{*source.latest} - *copy.earliest + 1;
  return std::min(prices.most, prices.later * std::min(behind, all) / all);
}

}  // namespace fabula::reconcile
