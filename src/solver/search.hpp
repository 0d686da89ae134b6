// Makes the ends of domains exact: propagation alone leaves days that fit each constraint, but no
// choice of all other days at once.
//
//   x in {Mon, Tue}, y in {Mon, Tue}, x != y by two constraints, z = x = y   propagation: possible
#pragma once

#include <span>

#include "solver/network.hpp"

namespace fabula::solver {

// Moves the ends of all domains inwards to days that a full choice exists for. False when there is
// none at all. Where no choice is found and none excluded within `most_tries` tries, the end stays:
// too wide, never too narrow; the ends after it get half as many tries.
// After 20,000 tries or a million visits of constraints all ends stay that are left.
//
// network  propagated without contradiction
// order    all its days, in the order in which their ends are looked at
[[nodiscard]] bool make_ends_exact(Network& network, std::span<const Var> order, int most_tries);

// False when make_ends_exact would say so; stops at the first choice found. Leaves domains that
// mean nothing.
[[nodiscard]] bool may_have_choice(Network& network, std::span<const Var> order, int most_tries);

}  // namespace fabula::solver
