#include "timeline/line.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "language/sentence_words.hpp"
#include "language/verbs.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::timeline {
namespace {

constexpr auto kLeaningWords = std::to_array<std::string_view>({
#include "timeline/leaning_words_table.inc"
});
static_assert(std::ranges::is_sorted(kLeaningWords));

constexpr std::size_t kShortBytes = 40;
constexpr std::size_t kLongBytes = 250;
constexpr std::size_t kVeryLongBytes = 450;
constexpr int kOtherDays = 3;

bool is_name_part(char32_t c) { return text::is_letter(c) || text::is_digit(c); }

// `sentence` from its first letter or digit on.
std::string_view from_first_word(std::string_view sentence) {
  while (!sentence.empty()) {
    const auto [c, n] = text::decode(sentence, 0);
    if (is_name_part(c)) break;
    sentence.remove_prefix(n);
  }
  return sentence;
}

std::string_view first_word(std::string_view sentence) {
  std::size_t end = 0;
  while (end < sentence.size()) {
    const auto [c, n] = text::decode(sentence, end);
    if (!is_name_part(c)) break;
    end += n;
  }
  return sentence.substr(0, end);
}

// The last mark of `sentence` that is no quotation mark or bracket.
char32_t last_stop(std::string_view sentence) {
  while (!sentence.empty()) {
    const auto [c, n] = text::decode_before(sentence, sentence.size());
    const bool is_closer =
        c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB;
    if (!is_closer) return c;
    sentence.remove_suffix(n);
  }
  return 0;
}

bool is_complete(std::string_view words, char32_t stop) {
  if (words.empty() || text::is_lower(text::decode(words, 0).value)) return false;
  return stop == '.' || stop == '!' || stop == '?' || stop == 0x2026;
}

// Does a clause of its own begin with this word? "the well that blew out", "since it opened"; not
// "officials said that the well blew out".
bool opens_aside(const std::vector<language::SentenceWord>& words, std::size_t i) {
  if (words[i].lower == "that")
    return i > 0 && (language::uses_of(words[i - 1].lower) & language::kPastForm) == 0 &&
           !words[i - 1].is_mark;
  return text::is_one_of(words[i].lower, "which", "who", "whose", "whom", "where", "when", "since",
                         "after", "before", "while", "because", "although", "than");
}

// Is the time in an aside? Up to the next comma: "After the well blew out, BP ... on Monday" is
// not.
bool is_beside_the_point(const AnnotatedArticle& article, Range sentence, Range time) {
  const std::vector<language::SentenceWord> words =
      language::words_of_sentence(article.article.text, sentence);
  for (std::size_t i = language::word_from(words, time.begin); i-- > 0;) {
    if (words[i].is_mark) return false;
    if (opens_aside(words, i)) return true;
  }
  return false;
}

int length_faults(std::size_t n_bytes) {
  if (n_bytes > kVeryLongBytes) return 4;
  return n_bytes < kShortBytes || n_bytes > kLongBytes ? 2 : 0;
}

}  // namespace

int line_faults(const AnnotatedArticle& article, const Telling& telling) {
  const Range range = telling.sentence.range;
  const std::string_view sentence = words_of(article.article.text, range);
  const std::string_view words = from_first_word(sentence);
  const std::string_view first = first_word(words);
  const char32_t stop = last_stop(sentence);
  int faults = length_faults(sentence.size());
  if (!is_complete(words, stop)) faults += 4;
  if (stop == '?') faults += 4;
  const auto begin = range.begin + static_cast<std::uint32_t>(words.data() - sentence.data());
  if (is_quoted(article, {begin, begin + static_cast<std::uint32_t>(first.size())})) faults += 3;
  if (std::ranges::binary_search(kLeaningWords, text::ascii_lower(first))) faults += 2;
  if (!names_somebody(article, range)) faults += 2;
  if (!telling.is_first) faults += 2;
  constexpr float kNoneOfTheWords = 4;
  faults += static_cast<int>(std::lround(kNoneOfTheWords * (1 - telling.share)));
  if (telling.time < article.times.size() && range.contains(article.times[telling.time].range) &&
      is_beside_the_point(article, range, article.times[telling.time].range))
    faults += 2;
  const Published& published = article.article.published;
  if (published.when.latest && telling.when.earliest &&
      *published.when.latest < *telling.when.earliest)
    faults += 2;
  return faults;
}

std::size_t best_line(const Pile& pile, std::span<const Telling> tellings, const When& when) {
  const auto rank = [&](const Telling& telling) {
    const AnnotatedArticle& article = pile.articles[telling.sentence.article];
    const Published& published = article.article.published;
    const bool is_stated =
        published.basis == DateBasis::kStated && published.when.latest.has_value();
    const Day day = is_stated ? *published.when.latest : Day::max();
    const int faults = line_faults(article, telling) + (telling.when == when ? 0 : kOtherDays);
    return std::tuple(faults, day, telling.sentence);
  };
  std::size_t best = 0;
  auto best_rank = rank(tellings[0]);
  for (std::size_t i = 1; i < tellings.size(); ++i) {
    auto other = rank(tellings[i]);
    if (other >= best_rank) continue;
    best = i;
    best_rank = other;
  }
  return best;
}

}  // namespace fabula::timeline
