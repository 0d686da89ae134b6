#include "cli/suggest.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace fabula::cli {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest_to(const std::vector<std::string>& not_understood,
                       const std::vector<std::string>& known) {
  constexpr std::size_t kFarthest = 3;  // edits; more is another word
  std::string nearest;
  std::size_t least = kFarthest + 1;
  for (const std::string& word : not_understood)
    for (const std::string& candidate : known) {
      if (word.starts_with('-') != candidate.starts_with('-')) continue;
      if (const std::size_t d = edit_distance(word, candidate); d < least) {
        least = d;
        nearest = candidate;
      }
    }
  return nearest;
}

}  // namespace fabula::cli
