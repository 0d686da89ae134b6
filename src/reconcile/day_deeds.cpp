#include "reconcile/day_deeds.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "text/word_flags.hpp"

namespace fabula::reconcile {
namespace {

using Words = std::vector<language::SentenceWord>;

struct Deeds {
  // Most words begin no wording, which flags say sooner than a hash.
  text::WordFlags firsts{512};
  std::unordered_map<std::string_view, std::vector<DayDeed>> by_first;

  void add(std::string_view what, DeedForm form, std::string_view wordings) {
    while (!wordings.empty()) {
      const std::string_view words = wordings.substr(0, wordings.find('|'));
      const std::string_view first = words.substr(0, words.find(' '));
      firsts.add(1, first);
      by_first[first].push_back({what, form, words});
      wordings.remove_prefix(std::min(words.size() + 1, wordings.size()));
    }
  }
};

const Deeds& deeds() {
  static const Deeds all = [] {
    Deeds made;
    using enum DeedForm;
#define DEED(what, form, words) made.add(what, form, words);
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
  const std::string_view first = word_at(words, i);
  if (deeds().firsts.of(first) == 0) return matches;
  for (const DayDeed& deed : deeds().by_first.at(first))
    if (const auto match = match_at(words, i, deed)) matches.push_back(*match);
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
