#include "reconcile/thing_words.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>

#include "language/sentence_words.hpp"
#include "language/telling.hpp"
#include "text/spelling.hpp"
#include "text/stem.hpp"
#include "text/word_flags.hpp"

namespace fabula::reconcile {
namespace {

bool is_of_news(std::string_view stem) {
  static const text::WordFlags table = [] {
    text::WordFlags made(512);
    made.add(1,
#include "reconcile/thing_words_table.inc"
    );
    return made;
  }();
  return table.of(stem) != 0;
}

// FNV-1a, 64 bits.
std::uint64_t key_of(std::string_view word) {
  std::uint64_t key = 14695981039346656037ULL;
  for (const char c : word) key = (key ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return key;
}

bool is_number(std::string_view lower) { return lower.front() >= '0' && lower.front() <= '9'; }

// "February" is a name of no thing.
bool is_time(const AnnotatedArticle& article, Range word) {
  const auto next = std::ranges::upper_bound(
      article.times, word.begin, {}, [](const TimeExpression& time) { return time.range.begin; });
  return next != article.times.begin() && std::prev(next)->range.overlaps(word);
}

bool is_mentioned(const AnnotatedArticle& article, Range word) {
  const auto& mentions = article.names.mentions;
  const auto next = std::ranges::upper_bound(
      mentions, word.begin, {}, [](const Mention& mention) { return mention.range.begin; });
  return next != mentions.begin() && std::prev(next)->range.contains(word);
}

}  // namespace

ThingWords thing_words_in(const AnnotatedArticle& article, Range range, const Value* value) {
  ThingWords words;
  bool is_first = true;
  const std::uint32_t begin = language::behind_dateline(article.article.text, range);
  for (const language::SentenceWord& word :
       language::words_of_sentence(article.article.text, range)) {
    if (word.is_mark || word.range.begin < begin) continue;
    const bool is_name = word.is_capital && (!is_first || is_mentioned(article, word.range));
    is_first = false;
    constexpr std::size_t kShortest = 4;
    if (word.lower.size() < kShortest || is_number(word.lower)) continue;
    if (value != nullptr &&
        (value->range.overlaps(word.range) || value->said_by.overlaps(word.range)))
      continue;
    if (is_time(article, word.range)) continue;
    const std::string stem = text::stem_of(text::one_spelling(word.lower));
    if (is_of_news(stem) || is_of_news(word.lower)) continue;
    words.push_back({key_of(stem), word.range, is_name});
  }
  return words;
}

void tidy(ThingWords& words) {
  std::ranges::sort(words, [](const ThingWord& x, const ThingWord& y) {
    return std::tuple(x.key, !x.is_name, x.range) < std::tuple(y.key, !y.is_name, y.range);
  });
  const auto twice = std::ranges::unique(words, {}, &ThingWord::key);
  words.erase(twice.begin(), twice.end());
}

SharedWords shared_by(const ThingWords& a, const ThingWords& b) {
  SharedWords shared;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->key == y->key)
      shared.emplace_back(*x++, *y++);
    else if (x->key < y->key)
      ++x;
    else
      ++y;
  }
  return shared;
}

}  // namespace fabula::reconcile
