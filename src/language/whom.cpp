#include "language/whom.hpp"

#include <algorithm>
#include <string_view>

#include "language/sentence_words.hpp"
#include "text/one_of.hpp"

namespace fabula::language {

Whom subject_before(const AnnotatedArticle& article, Range sentence, std::uint32_t at) {
  const auto& mentions = article.names.mentions;
  const auto begin_of = [](const Mention& mention) { return mention.range.begin; };
  const auto is_person = [&](const Mention& mention) {
    return article.names.things[mention.thing].kind == NameKind::kPerson;
  };
  const auto end = std::ranges::lower_bound(mentions, at, {}, begin_of);
  const auto first = std::ranges::lower_bound(mentions, sentence.begin, {}, begin_of);
  // "Lena Voss, saved by the lifeboat Alma, sang": what is between the commas is no subject.
  if (first != end && is_person(*first) && first->range.begin == sentence.begin) {
    const std::string_view behind =
        words_of(article.article.text, Range{first->range.end, std::max(at, first->range.end)});
    if (behind.starts_with(",") && behind.find(',', 1) != behind.npos)
      return {static_cast<std::int32_t>(first->thing), {}};
  }
  for (auto m = end; m != first; --m)
    if (is_person(*(m - 1))) return {static_cast<std::int32_t>((m - 1)->thing), {}};
  std::string pronoun;
  for (const SentenceWord& word : words_of_sentence(article.article.text, sentence))
    if (word.range.begin < at && text::is_one_of(word.lower, "he", "she", "they"))
      pronoun = word.lower;
  if (pronoun.empty()) return {};
  const Gender gender = gender_of_pronoun(pronoun);
  constexpr std::ptrdiff_t kMostBack = 8;  // mentions
  for (auto m = first; m != mentions.begin() && first - m < kMostBack; --m) {
    const Mention& mention = *(m - 1);
    if (is_person(mention) && !are_opposed(article.names.things[mention.thing].gender, gender))
      return {static_cast<std::int32_t>(mention.thing), {}};
  }
  return {-1, pronoun};
}

}  // namespace fabula::language
