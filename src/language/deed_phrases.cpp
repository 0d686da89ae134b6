#include "language/deed_phrases.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

#include "text/word_flags.hpp"

namespace fabula::language {
namespace {

constexpr std::size_t kMostBetween = 6;

// One word of a wording, as all that may stand in its place; empty: a gap.
using Choice = std::vector<std::string_view>;

struct Phrase {
  std::string_view deed;
  bool is_noun = false;
  std::vector<Choice> rest;  // behind the first word
};

Choice choice_of(std::string_view part) {
  Choice out;
  if (part == "*") return out;
  while (!part.empty()) {
    const std::size_t end = std::min(part.find('/'), part.size());
    out.push_back(part.substr(0, end));
    part.remove_prefix(std::min(end + 1, part.size()));
  }
  return out;
}

// By the first word. Every word is looked up, few begin a phrase.
class Phrases {
 public:
  void add(std::string_view first, Phrase phrase) {
    std::uint32_t number = numbers_.of(first);
    if (number == 0) {
      lists_.emplace_back();
      number = static_cast<std::uint32_t>(lists_.size());
      numbers_.add(number, first);
    }
    lists_[number - 1].push_back(std::move(phrase));
  }

  [[nodiscard]] std::span<const Phrase> from(std::string_view first) const {
    const std::uint32_t number = numbers_.of(first);
    return number == 0 ? std::span<const Phrase>() : lists_[number - 1];
  }

 private:
  text::WordFlags numbers_{512};  // one more than the index of the word's list
  std::vector<std::vector<Phrase>> lists_;
};

void add(Phrases& phrases, std::string_view deed, std::string_view wording, bool is_noun) {
  std::vector<Choice> parts;
  text::for_each_word(wording, [&](std::string_view part) { parts.push_back(choice_of(part)); });
  for (const std::string_view first : parts.front())
    phrases.add(first, {deed, is_noun, {parts.begin() + 1, parts.end()}});
}

const Phrases& phrases() {
  static const Phrases made = [] {
    Phrases all;
#define PHRASE(deed, wording) add(all, deed, wording, false);
#define PHRASE_NOUN(deed, wording) add(all, deed, wording, true);
#include "language/deed_phrases_table.inc"
#undef PHRASE
#undef PHRASE_NOUN
    return all;
  }();
  return made;
}

// Where the parts end that are found from word `at` on; 0: they are not there. Commas within a gap
// are passed over: "found Ann Orr, 34, guilty".
std::size_t end_of(const std::vector<SentenceWord>& words, std::size_t at, const Choice* part,
                   const Choice* last) {
  if (part == last) return at;
  if (part->empty()) {
    for (std::size_t i = at, n = 0; i < words.size() && n <= kMostBetween; ++i) {
      if (const std::size_t end = end_of(words, i, part + 1, last); end != 0) return end;
      if (words[i].is_mark && words[i].lower != ",") return 0;
      if (!words[i].is_mark) ++n;
    }
    return 0;
  }
  if (at >= words.size()) return 0;
  for (const std::string_view word : *part)
    if (words[at].lower == word) return end_of(words, at + 1, part + 1, last);
  return 0;
}

}  // namespace

DeedPhrase deed_phrase_at(const std::vector<SentenceWord>& words, std::size_t at) {
  for (const Phrase& phrase : phrases().from(words[at].lower)) {
    const std::size_t end =
        end_of(words, at + 1, phrase.rest.data(), phrase.rest.data() + phrase.rest.size());
    if (end != 0) return {phrase.deed, phrase.is_noun, end};
  }
  return {};
}

}  // namespace fabula::language
