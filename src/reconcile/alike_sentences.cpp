#include "reconcile/alike_sentences.hpp"

#include <algorithm>
#include <vector>

#include "language/numbers.hpp"
#include "language/sentence_words.hpp"
#include "reconcile/thing_words.hpp"

namespace fabula::reconcile {
namespace {

std::vector<int> ordinals_of(const AnnotatedArticle& article, Range sentence) {
  std::vector<int> ordinals;
  for (const language::SentenceWord& word :
       language::words_of_sentence(article.article.text, sentence)) {
    const auto n = language::ordinal_of(word.lower);
    const bool is_time = std::ranges::any_of(
        article.times, [&](const TimeExpression& time) { return time.range.overlaps(word.range); });
    if (n && !is_time) ordinals.push_back(*n);
  }
  std::ranges::sort(ordinals);
  return ordinals;
}

ThingWords words_beside(const AnnotatedArticle& article, const Value& value) {
  constexpr std::size_t kWordsBefore = 5;
  constexpr std::size_t kWordsBehind = 8;
  const auto words = language::words_of_sentence(article.article.text, value.sentence);
  const std::size_t first = language::word_from(words, value.range.begin);
  const std::size_t last = language::word_from(words, value.range.end);
  const std::size_t begin = first > kWordsBefore ? first - kWordsBefore : 0;
  const std::size_t end = std::min(words.size(), last + kWordsBehind);
  if (begin >= end) return {};
  ThingWords found =
      thing_words_in(article, {words[begin].range.begin, words[end - 1].range.end}, &value);
  tidy(found);
  return found;
}

}  // namespace

bool ordinals_differ(const AnnotatedArticle& a, Range in_a, const AnnotatedArticle& b, Range in_b) {
  return ordinals_of(a, in_a) != ordinals_of(b, in_b);
}

std::size_t n_beside(const AnnotatedArticle& a, const Value& in_a, const AnnotatedArticle& b,
                     const Value& in_b) {
  const ThingWords here = words_beside(a, in_a);
  const ThingWords there = words_beside(b, in_b);
  const std::size_t n = shared_by(here, there).size();
  return n * 5 >= 2 * std::min(here.size(), there.size()) ? n : 0;
}

}  // namespace fabula::reconcile
