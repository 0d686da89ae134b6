#include "reconcile/day_deeds.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "text/word_flags.hpp"

namespace fabula::reconcile {
namespace {

using Words = std::vector<language::SentenceWord>;

// By the first word of each wording.
const std::multimap<std::string_view, DayDeed>& deeds() {
  static const auto all = [] {
    std::multimap<std::string_view, DayDeed> made;
    using enum DeedForm;
    const auto add = [&](std::string_view what, DeedForm form, std::string_view wordings) {
      while (!wordings.empty()) {
        const std::string_view words = wordings.substr(0, wordings.find('|'));
        made.emplace(words.substr(0, words.find(' ')), DayDeed{what, form, words});
        wordings.remove_prefix(std::min(words.size() + 1, wordings.size()));
      }
    };
#define DEED(what, form, words) add(what, form, words);
#define AGAIN(words)
#include "reconcile/day_deeds_table.inc"
#undef DEED
#undef AGAIN
    return made;
  }();
  return all;
}

std::string_view word_at(const Words& words, std::size_t i) {
  return i < words.size() ? std::string_view(words[i].lower) : std::string_view{};
}

std::optional<DayDeedMatch> match_at(const Words& words, std::size_t i, const DayDeed& deed) {
  constexpr std::size_t kLongestGap = 6;
  DayDeedMatch match{&deed, i, 0};
  std::string_view wording = deed.words;
  while (!wording.empty()) {
    const std::string_view next = wording.substr(0, wording.find(' '));
    wording.remove_prefix(std::min(next.size() + 1, wording.size()));
    if (next != "*") {
      if (word_at(words, match.last++) != next) return std::nullopt;
      continue;
    }
    match.gap = match.last;
    const std::string_view behind = wording.substr(0, wording.find(' '));
    while (word_at(words, match.last) != behind)
      if (++match.last > match.gap + kLongestGap || match.last >= words.size()) return std::nullopt;
  }
  return match;
}

}  // namespace

std::vector<DayDeedMatch> day_deeds_at(const Words& words, std::size_t i) {
  std::vector<DayDeedMatch> matches;
  const auto [begin, end] = deeds().equal_range(word_at(words, i));
  for (auto at = begin; at != end; ++at)
    if (const auto match = match_at(words, i, at->second)) matches.push_back(*match);
  return matches;
}

bool comes_again(std::string_view lower) {
  static const text::WordFlags table = [] {
    text::WordFlags made(256);
#define DEED(what, form, words)
#define AGAIN(words) made.add(1, words);
#include "reconcile/day_deeds_table.inc"
#undef DEED
#undef AGAIN
    return made;
  }();
  return table.of(lower) != 0;
}

}  // namespace fabula::reconcile
