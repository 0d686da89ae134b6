// Outlets that an article names as where words were said or printed first.
//
//   "... said Mara Voss, who told the Quay Post that ..."       quaypost
//   "... as first reported by Tern Times, the bridge ..."       terntimes
//
// Outlets are compared by key, so that "quaypost.example", "The Quay Post" and "Quay Post (online)"
// are one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fabula::reconcile {

// Letters and digits of the name in small letters, without "the", "www.", an ending such as
// ".com/news", and what stands in brackets or behind a dash. Empty when fewer than three are left.
[[nodiscard]] std::string outlet_key(std::string_view outlet);

// Keys of what is named behind "told", "according to", "reported by", "interview with" and before
// "reported" or "first reported": names of one to five words, each beginning as it may. Most are no
// outlet at all; they are to be looked up. Sorted, each once. English only. Cost: linear.
[[nodiscard]] std::vector<std::string> find_named_keys(std::string_view text);

}  // namespace fabula::reconcile
