// Makes the ends of domains exact: propagation alone leaves days that fit each constraint, but no
// choice of all other days at once.
//
//   x in {Mon, Tue}, y in {Mon, Tue}, x != y by two constraints, z = x = y   propagation: possible
#pragma once

#include "solver/network.hpp"

namespace fabula::solver {

// Moves the ends of all domains inwards to days that a full choice exists for. False when there is
// none at all. Where no choice is found and none excluded within `most_tries` tries, the end stays:
// too wide, never too narrow.
//
// network  propagated without contradiction
[[nodiscard]] bool make_ends_exact(Network& network, int most_tries);

}  // namespace fabula::solver
