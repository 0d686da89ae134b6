#include "values/sources.hpp"

#include <algorithm>

#include "text/one_of.hpp"

namespace fabula::values {
namespace {

bool has_digit_or_number(std::string_view lower) {
  return !lower.empty() && lower.front() >= '0' && lower.front() <= '9';
}

std::size_t word_from(Words words, std::uint32_t byte) {
  std::size_t at = 0;
  while (at < words.size() && words[at].range.begin < byte) ++at;
  return at;
}

Range noun_phrase(Words words, std::size_t first) {
  std::size_t last = first;
  while (last < words.size() && last - first < 4 && !words[last].is_mark &&
         !text::is_one_of(words[last].lower, "on", "at", "in", "who", "which", "that"))
    ++last;
  if (last == first) return {};
  return {words[first].range.begin, words[last - 1].range.end};
}

}  // namespace

const Quote* quote_around(const AnnotatedArticle& article, Range range) {
  const Quote* found = nullptr;
  for (const Quote& quote : article.quotes) {
    const bool is_around =
        quote.range.contains(range) ||
        std::ranges::any_of(quote.clause, [&](Range piece) { return piece.contains(range); });
    if (is_around && (found == nullptr || quote.range.size() < found->range.size())) found = &quote;
  }
  return found;
}

Range source_of_sentence(Words words) {
  const std::size_t n = words.size();
  for (std::size_t i = 0; i + 1 < n; ++i)
    if (words[i].lower == "according" && words[i + 1].lower == "to")
      return noun_phrase(words, i + 2);
  for (std::size_t i = 1; i < n; ++i) {
    if (!text::is_one_of(words[i].lower, "said", "says", "reported", "announced", "estimated",
                         "confirmed"))
      continue;
    std::size_t last = i;
    if (text::is_one_of(words[last - 1].lower, "also", "later", "has", "have", "had")) --last;
    if (last == 0 ||
        text::is_one_of(words[last - 1].lower, "been", "be", "is", "are", "was", "were", "that",
                        "which", "who", "it", "being", "a", "an", "the"))
      continue;
    std::size_t first = last;
    while (first > 0 && last - first < 6 && !words[first - 1].is_mark &&
           !has_digit_or_number(words[first - 1].lower) &&
           !text::is_one_of(words[first - 1].lower, "and", "as", "but", "while", "when", "who",
                            "what", "where", "whom"))
      --first;
    const bool is_at_edge = first == 0 || words[first - 1].is_mark ||
                            text::is_one_of(words[first - 1].lower, "and", "as", "but", "while",
                                            "who", "what", "where", "whom");
    if (first < last && is_at_edge) return {words[first].range.begin, words[last - 1].range.end};
  }
  return {};
}
Range source_of_count(Words words) {
  if (const Range source = source_of_sentence(words); !source.empty()) return source;
  const auto is_count = [](std::string_view lower) {
    return text::is_one_of(lower, "count", "estimate", "estimates", "figure", "figures", "tally",
                           "reckoning", "number", "headcount");
  };
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (is_count(words[i].lower) && text::is_one_of(words[i + 1].lower, "of", "from", "by"))
      if (const Range source = noun_phrase(words, i + 2); !source.empty()) return source;
    if (i > 0 && is_count(words[i + 1].lower) && words[i].lower == "'s") {
      std::size_t first = i;
      while (first > 0 && i - first < 4 && !words[first - 1].is_mark &&
             !text::is_one_of(words[first - 1].lower, "by", "on", "with", "and", "at"))
        --first;
      if (first < i) return {words[first].range.begin, words[i - 1].range.end};
    }
  }
  for (std::size_t i = 1; i < words.size(); ++i)
    if (text::is_one_of(words[i].lower, "put", "gave", "spoke", "counted", "claimed", "believed",
                        "suggested", "insisted", "reckoned", "recorded", "thought", "talked"))
      return subject_before(words, i);
  return {};
}

bool is_right_behind_said(Words words, std::uint32_t time) {
  std::size_t at = word_from(words, time);
  while (at > 0 && text::is_one_of(words[at - 1].lower, "on", "at", "late", "early", "in")) --at;
  return at > 0 && text::is_one_of(words[at - 1].lower, "said", "says", "announced", "reported",
                                   "told", "confirmed");
}

Range subject_before(Words words, std::size_t at) {
  constexpr std::size_t kMostWords = 4;
  std::size_t first = at;
  while (first > 0 && at - first < kMostWords && !words[first - 1].is_mark &&
         !text::is_one_of(words[first - 1].lower, "and", "but", "while", "whereas", "though"))
    --first;
  if (first == at) return {};
  return {words[first].range.begin, words[at - 1].range.end};
}

}  // namespace fabula::values
