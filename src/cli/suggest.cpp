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

// "{csv->,json->}" → "csv, json"
std::string names_in(std::string_view set) {
  std::string names;
  while (!set.empty()) {
    const std::size_t end = std::min(set.find(','), set.size());
    const std::string_view name = set.substr(0, end);
    names.append(names.empty() ? "" : ", ").append(name.substr(0, name.find("->")));
    set.remove_prefix(std::min(end + 1, set.size()));
  }
  return names;
}

}  // namespace

std::string plain_message(const std::string& message, const std::vector<std::string>& unknown) {
  if (message == "A subcommand is required")
    return unknown.empty() ? "a command is missing"
                           : "there is no command '" + unknown.front() + "'";
  constexpr std::string_view kConvert = "Could not convert: ";
  if (message.starts_with(kConvert))
    return message.substr(kConvert.size()) + ": this number cannot be used";
  constexpr std::string_view kCheck = ": Check ", kIn = " value in {";
  const std::size_t check = message.find(kCheck), in = message.find(kIn);
  if (check == std::string::npos || in == std::string::npos || in < check) return message;
  const std::size_t word = check + kCheck.size(), set = in + kIn.size();
  const std::size_t end = std::min(message.find('}', set), message.size());
  return message.substr(0, check) + ": '" + message.substr(word, in - word) + "' is not one of " +
         names_in(std::string_view(message).substr(set, end - set));
}

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
