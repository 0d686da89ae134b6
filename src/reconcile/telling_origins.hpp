// How many articles give a value independently of each other.
#pragma once

#include <vector>

#include "model/pile.hpp"

namespace fabula::reconcile {

// Sets DisagreeingValue::n_origins: the number of groups its articles fall into when those are
// joined that belong to one group of copies or share the passage around the value's words. cost
// linear in copies and links, n log n in tellings
void count_origins(const Pile& pile, std::vector<Disagreement>& records);

}  // namespace fabula::reconcile
