#include "reconcile/deed_persons.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "language/verbs.hpp"
#include "text/one_of.hpp"

namespace fabula::reconcile {
namespace {

using language::SentenceWord;
using text::is_one_of;

// Before the deed of a subject.
bool is_auxiliary(std::string_view word) {
  return is_one_of(word, "was", "were", "been", "has", "had", "have", "later", "also", "then",
                   "formally", "finally", "himself", "herself", "who");
}
// Between a deed and its object.
bool may_stand_between(const SentenceWord& word) {
  return !word.is_mark &&
         !is_one_of(word.lower, "of", "in", "on", "at", "for", "from", "to", "with", "by", "and",
                    "or", "that", "who", "which", "after", "when", "while", "as", "'s", "whose");
}

// "Bo Marlow", "the builder Bo Marlow", "on Monday Bo Marlow"; not "police saw Bo Marlow", "a
// friend of Bo Marlow".
bool may_begin_subject(DeedPersons::Words words, std::size_t i) {
  for (; i > 0; --i) {
    const SentenceWord& before = words[i - 1];
    if (before.is_mark) return true;
    if (is_one_of(before.lower, "of", "by", "with", "to", "at", "for", "from", "and") ||
        (!before.is_capital && language::uses_of(before.lower) != 0))
      return false;
  }
  return true;
}

std::string_view word_at(DeedPersons::Words words, std::size_t i) {
  return i < words.size() ? std::string_view(words[i].lower) : std::string_view{};
}

}  // namespace

// "Bo Marlow, 35, a driver from Orra, was arrested": of the deed at word `i`.
std::int32_t DeedPersons::before(Words words, std::size_t i) const {
  while (i > 0 && is_auxiliary(word_at(words, i - 1))) --i;
  constexpr int kMostAsides = 3;
  for (int n = 0; n < kMostAsides && i > 1 && word_at(words, i - 1) == ","; ++n) {
    if (person_at(words[i - 2].range) >= 0) return person_at(words[i - 2].range);
    --i;
    while (i > 0 && word_at(words, i - 1) != ",") --i;
    if (i > 1 && person_at(words[i - 2].range) >= 0) --i;
  }
  if (i > 2 && is_one_of(word_at(words, i - 1), ")")) {  // "Bo Marlow (35) was arrested"
    while (i > 0 && word_at(words, i - 1) != "(") --i;
    if (i > 0) --i;
  }
  if (i == 0) return -1;
  if (is_one_of(word_at(words, i - 1), "and", "but", "then")) return subject_of(words, i - 1);
  return person_at(words[i - 1].range);
}

// "Bo Marlow left the mill and did not come home": who did the first is whom the second is told of,
// where nobody else is named before word `end`.
std::int32_t DeedPersons::subject_of(Words words, std::size_t end) const {
  std::int32_t subject = -1;
  for (std::size_t i = 0; i < end; ++i) {
    const std::int32_t person = person_at(words[i].range);
    if (person < 0) continue;
    if (subject < 0 && (is_owner(words, i) || (i > 0 && !may_begin_subject(words, i)))) return -1;
    if (subject >= 0 && person != subject) return -1;
    subject = person;
  }
  return subject;
}

// The person whose name begins within a few words, with nothing before it but what describes
// them.
std::int32_t DeedPersons::behind(Words words, std::size_t first) const {
  constexpr std::size_t kMostWords = 6;
  for (std::size_t i = first; i < words.size() && i < first + kMostWords; ++i) {
    if (const std::int32_t person = person_at(words[i].range); person >= 0)
      return is_owner(words, i) ? -1 : person;
    if (!may_stand_between(words[i])) return -1;
  }
  return -1;
}

// "arrested Marlow's brother"
bool DeedPersons::is_owner(Words words, std::size_t i) const {
  while (i + 1 < words.size() && person_at(words[i + 1].range) >= 0) ++i;
  return word_at(words, i + 1) == "'s";
}

std::int32_t DeedPersons::person_at(Range range) const {
  const auto& mentions = article_.names.mentions;
  const auto next = std::ranges::upper_bound(
      mentions, range.begin, {}, [](const Mention& mention) { return mention.range.begin; });
  if (next == mentions.begin() || !std::prev(next)->range.contains(range)) return -1;
  return person_of_[std::prev(next)->thing];
}

}  // namespace fabula::reconcile
