#include "timeline/news_cues.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "text/word_flags.hpp"

namespace fabula::timeline {
namespace {

struct Phrase {
  Cue cue;
  std::string_view words;
};

// By the words, so that those with one first word stand together.
const std::vector<Phrase>& phrases() {
  static const std::vector<Phrase> table = [] {
    std::vector<Phrase> made = {
#include "timeline/news_cues_table.inc"
    };
    std::ranges::sort(made, {}, &Phrase::words);
    return made;
  }();
  return table;
}

std::string_view first_word(std::string_view words) { return words.substr(0, words.find(' ')); }

// Of a word: from bit 3 k on its step of course k; from kPhraseBit on, for the first word of a
// phrase, one more than the number of the first of them.
constexpr unsigned kStepBits = 3;
constexpr unsigned kPhraseBit = kStepBits * kCourses;
constexpr std::uint32_t kSteps = (std::uint32_t{1} << kPhraseBit) - 1;

const text::WordFlags& flags() {
  static const text::WordFlags table = [] {
    struct Step {
      unsigned course;
      std::uint32_t step;
      std::string_view words;
    };
    text::WordFlags made(512);
    std::string_view before;
    for (std::uint32_t i = 0; i < phrases().size(); ++i) {
      const std::string_view first = first_word(phrases()[i].words);
      if (first != before) made.add((i + 1) << kPhraseBit, first);
      before = first;
    }
    const std::vector<Step> steps = {
#include "timeline/news_steps_table.inc"
    };
    for (const Step& step : steps) made.add(step.step << (kStepBits * step.course), step.words);
    return made;
  }();
  return table;
}

// Is the phrase's first word this one?
bool begins_with(std::string_view phrase, std::string_view word) {
  return phrase.starts_with(word) && (phrase.size() == word.size() || phrase[word.size()] == ' ');
}

bool stands_at(std::string_view phrase, std::span<const NewsWord> words) {
  for (std::size_t i = 0; !phrase.empty(); ++i) {
    if (i == words.size() || !begins_with(phrase, words[i].lower)) return false;
    phrase.remove_prefix(std::min(phrase.size(), words[i].lower.size() + 1));
  }
  return true;
}

}  // namespace

Cues find_cues(std::span<const NewsWord> words) {
  Cues cues;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind == NewsWord::Kind::kMark) continue;
    const std::string_view lower = words[i].lower;
    if (lower.ends_with("n't")) cues.all |= kNegates;
    const std::uint32_t found = flags().of(lower);
    if (found == 0) continue;
    for (std::size_t course = 0; course < kCourses; ++course) {
      const auto step = static_cast<std::uint8_t>(found >> (kStepBits * course) & 7U);
      cues.steps[course] = std::max(cues.steps[course], step);
    }
    if (found <= kSteps) continue;
    const auto same_first = std::span(phrases()).subspan((found >> kPhraseBit) - 1);
    for (const Phrase& phrase : same_first) {
      if (!begins_with(phrase.words, lower)) break;
      if ((phrase.cue != kAppeal || i == 0) && stands_at(phrase.words, words.subspan(i)))
        cues.all |= phrase.cue;
    }
  }
  return cues;
}

bool is_step(std::string_view lower) { return (flags().of(lower) & kSteps) != 0; }

}  // namespace fabula::timeline
