#include "names/given_names.hpp"

#include "names/lexicon.hpp"

namespace fabula::names {
namespace {

#include "names/given_names_table.inc"

// Is the word in a sorted list with one blank before and behind each word?
bool holds(std::string_view list, std::string_view word) {
  std::size_t low = 0;  // blanks: the word stands between these
  std::size_t high = list.size() - 1;
  while (low < high) {
    std::size_t begin = list.rfind(' ', low + (high - low) / 2);
    std::size_t end = list.find(' ', begin + 1);
    if (end > high) return false;
    const int order = list.substr(begin + 1, end - begin - 1).compare(word);
    if (order == 0) return true;
    if (order < 0)
      low = end;
    else
      high = begin;
  }
  return false;
}

}  // namespace

Gender gender_of_given(std::string_view lower) {
  const std::uint32_t flags = flags_of(lower);
  if ((flags & kEitherName) != 0) return Gender::kUnknown;
  const bool is_female = (flags & kFemaleName) != 0;
  const bool is_male = (flags & kMaleName) != 0;
  if (is_female != is_male) return is_female ? Gender::kFemale : Gender::kMale;
  if (is_female) return Gender::kUnknown;
  if (holds(kFemaleGiven, lower)) return Gender::kFemale;
  if (holds(kMaleGiven, lower)) return Gender::kMale;
  const std::size_t hyphen = lower.find('-');
  return hyphen == std::string_view::npos ? Gender::kUnknown
                                          : gender_of_given(lower.substr(0, hyphen));
}

}  // namespace fabula::names
