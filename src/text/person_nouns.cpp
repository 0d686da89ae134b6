#include "text/person_nouns.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace fabula::text {
namespace {

constexpr std::string_view kWords =
#include "text/person_nouns_table.inc"
    ;

std::unordered_set<std::string_view> make_table() {
  std::unordered_set<std::string_view> table;
  table.reserve(16384);
  for (std::string_view rest = kWords; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    table.insert(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return table;
}

bool is_singular(std::string_view word) {
  static const std::unordered_set<std::string_view> kTable = make_table();
  return kTable.contains(word);
}

}  // namespace

bool is_person_noun(std::string_view lower) {
  if (lower.ends_with("-year-old") || lower.ends_with("-year-olds")) return true;
  if (lower.size() < 3) return false;
  if (is_singular(lower)) return true;
  const std::size_t hyphen = lower.rfind('-');
  if (hyphen != lower.npos) return is_person_noun(lower.substr(hyphen + 1));
  if (lower.ends_with("men")) {
    std::string one(lower);
    one[one.size() - 2] = 'a';
    return is_singular(one);
  }
  if (!lower.ends_with('s') || lower.ends_with("ss")) return false;
  if (is_singular(lower.substr(0, lower.size() - 1))) return true;
  if (lower.ends_with("ies")) {
    std::string one(lower.substr(0, lower.size() - 3));
    return is_singular(one + 'y');
  }
  return lower.ends_with("es") && is_singular(lower.substr(0, lower.size() - 2));
}

}  // namespace fabula::text
