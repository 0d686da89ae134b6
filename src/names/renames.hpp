// Two full names that the text gives to one person.
//
//   Ana Lopes, now Ana Ives,                          Ana Ives goes by her birth name, Ana Lopes
//   Ana Ives (née Lopes)                              Ana, who has been Ana Ives since she married
#pragma once

#include <cstddef>
#include <vector>

#include "names/runs.hpp"

namespace fabula::names {

struct Rename {
  std::size_t run = 0;    // "Ana Lopes", or "Ana" alone; the same as `other`: of any other Ana
  std::size_t other = 0;  // behind it: "Ana Ives", or "Lopes" alone behind "née"
  friend bool operator==(const Rename&, const Rename&) = default;
};

// Within a sentence; both begin with the same word, or the other is the surname of birth. `runs` as
// find_runs gives them. By `other`. Linear.
[[nodiscard]] std::vector<Rename> find_renames(const Tokens& tokens, const std::vector<Run>& runs);

}  // namespace fabula::names
