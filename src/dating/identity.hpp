// Which articles mean the same person by a name, safely enough to count years with.
//
//   Lena Voss, 35, ... theatre in Marden  ┐ one Lena Voss: both name Marden
//   Lena Voss, 38, ... theatre in Marden  ┘
//   John Hale, 44, a farmer               ┐ nothing but the name is shared: two
//   John Hale, 29, a striker              ┘
#pragma once

#include <cstdint>
#include <vector>

#include "model/pile.hpp"

namespace fabula::dating {

// Each person of the pile, by article: who names them by a full name (two words or more), in groups
// that share another name which is not all over the pile, or what the person is ("mayor");
// in a small pile, any telling word of the sentences that name them.
class Identities {
 public:
  explicit Identities(const Pile& pile);

  // The group of this article and this thing of it, from 0; -1: nobody to count with.
  [[nodiscard]] std::int32_t group(std::uint32_t article, std::int32_t thing) const;
  [[nodiscard]] std::size_t n_groups() const { return n_groups_; }
  // Index into Pile::people.
  [[nodiscard]] std::uint32_t person(std::int32_t group) const {
    return person_[static_cast<std::size_t>(group)];
  }

 private:
  std::vector<std::vector<std::int32_t>> group_;  // by article and thing
  std::vector<std::uint32_t> person_;
  std::size_t n_groups_ = 0;
};

}  // namespace fabula::dating
