// Which sentences of a pile tell of one and the same happening.
//
//   2017-08-14  The chimney collapsed on Saturday. The chimney stood above Ostrow.   ┐ one fall
//   -           Exactly a year ago the chimney above Ostrow collapsed.               ┘
//
// Two tellings are one happening where the deed is the same, it happened to the same, a telling
// name stands beside both, the day of one is known, and the days do not exclude each other.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "dating/makers.hpp"
#include "language/happenings.hpp"

namespace fabula::dating {

class EventGroups {
 public:
  // Cost: near linear in the happenings.
  explicit EventGroups(const Sources& sources);

  [[nodiscard]] std::size_t n_groups() const { return members_.size(); }
  // The group of a happening, from 0; -1: of none, for it may be of several.
  [[nodiscard]] std::int32_t group(std::uint32_t article, std::size_t happening) const {
    return group_[article][happening];
  }
  // As (article, happening), sorted.
  [[nodiscard]] const std::vector<RecordRef>& members(std::size_t group) const {
    return members_[group];
  }

 private:
  std::vector<std::vector<std::int32_t>> group_;
  std::vector<std::vector<RecordRef>> members_;
};

}  // namespace fabula::dating
