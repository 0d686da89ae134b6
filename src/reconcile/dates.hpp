// When a member was published, as far as it is stated, and what dates say about who came first.
//
//   a   ├──────┤                  a before b: copying b from a costs nothing, a from b much
//   b            ├──┤
//   c        ├────────┤           a and c overlap: the more the one may lie behind the other, the
//                                 dearer it is as its source
#pragma once

#include <cstdint>
#include <optional>

namespace fabula::reconcile {

// Days since 1970-01-01, both inclusive; an end without a value is not known.
struct Published {
  std::optional<std::int32_t> earliest;
  std::optional<std::int32_t> latest;
  [[nodiscard]] bool known() const { return earliest || latest; }
  friend bool operator==(const Published&, const Published&) = default;
};

// Is the last day of `a` before the first of `b`?
[[nodiscard]] bool is_before(const Published& a, const Published& b);

// What is known of the first of two to appear.
[[nodiscard]] Published earlier_of(const Published& a, const Published& b);

// How far dates can be trusted in a family, as prices in tenths.
struct DatePrices {
  std::int64_t later = 0;    // the source's days all lie behind the copy's
  std::int64_t per_day = 0;  // for each day between them
  std::int64_t most = 0;     // of both together
};

// The price of having words from `source`, for `copy`: 0 when the source is before the copy or
// when a date is missing; a straight line while the days overlap.
[[nodiscard]] std::int64_t date_price(const Published& source, const Published& copy,
                                      const DatePrices& prices);

}  // namespace fabula::reconcile
