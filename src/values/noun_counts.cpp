#include "values/noun_counts.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "language/verbs.hpp"
#include "model/value.hpp"
#include "text/one_of.hpp"
#include "text/word_flags.hpp"
#include "values/roles.hpp"

namespace fabula::values {
namespace {

enum NounKind : std::uint32_t { kUncounted = 1, kGrowing = 2 };

std::uint32_t kinds_of(std::string_view noun) {
  static const text::WordFlags table = [] {
    text::WordFlags made(256);
#define NOUNS(kind, words) made.add(kind, words);
#include "values/nouns_table.inc"
#undef NOUNS
    return made;
  }();
  return table.of(noun);
}

bool is_plural(std::string_view word) {
  constexpr std::size_t kShortest = 4;
  return (word.size() >= kShortest && word.ends_with("s") && !word.ends_with("ss") &&
          !word.ends_with("us") && !word.ends_with("is")) ||
         text::is_one_of(word, "people", "children", "men", "women", "policemen", "firemen",
                         "fishermen", "sheep", "cattle", "aircraft");
}

// Words that no noun with its number goes over.
bool ends_phrase(const language::SentenceWord& word) {
  return word.is_mark || is_auxiliary(word.lower) ||
         text::is_one_of(word.lower, "of", "in", "on", "at", "to", "by", "for", "from", "with",
                         "and", "or", "but", "than", "as", "the", "a", "an", "that", "who", "which",
                         "'s", "more", "other", "others", "years", "year", "per") ||
         text::is_one_of(word.lower, "out", "away", "after", "before", "when", "while", "against",
                         "over", "under", "between", "through", "during", "into", "his", "her",
                         "their", "its", "this", "these", "those", "not", "off", "up", "down");
}

}  // namespace

std::optional<Binding> number_of(Words words, const Amount& amount) {
  if (amount.is_year_like || amount.is_of_list || amount.low <= kAmountOne ||
      !amount.currency.empty())
    return std::nullopt;
  // "won by 12 votes", "12 votes ahead": what is between two numbers. "5. Players": a list.
  if (amount.is_vague || (amount.first > 0 && words[amount.first - 1].lower == "by") ||
      (amount.first > 1 && words[amount.first - 2].lower == "by" &&
       text::is_one_of(words[amount.first - 1].lower, "just", "only", "a")))
    return std::nullopt;
  const CountRole& role = role_named("number");
  const auto counted = [&](std::string noun, std::uint32_t kinds, std::size_t last) {
    return Binding{role.name,       "count", (kinds & kGrowing) != 0 ? Course::kGrows : role.course,
                   std::move(noun), last,    false};
  };
  if (!amount.noun.empty()) {
    std::string noun = amount.noun + "s";
    const std::uint32_t kinds = kinds_of(noun);
    if ((kinds & kUncounted) != 0 || is_people(noun) || !is_plural(noun)) return std::nullopt;
    return counted(std::move(noun), kinds, amount.last);
  }
  constexpr std::size_t kMostWords = 4;
  for (std::size_t i = amount.last; i < words.size() && i < amount.last + kMostWords; ++i) {
    const language::SentenceWord& word = words[i];
    if (ends_phrase(word)) return std::nullopt;
    if (!is_plural(word.lower)) {
      const bool is_past = (language::uses_of(word.lower) & language::kPastForm) != 0;
      if (is_past && i > amount.last) return std::nullopt;
      continue;
    }
    // "six sports halls"
    const bool goes_on = i + 1 < words.size() && !words[i + 1].is_mark &&
                         i + 1 < amount.last + kMostWords && is_plural(words[i + 1].lower) &&
                         language::uses_of(words[i + 1].lower) == 0;
    if (goes_on) continue;
    const std::uint32_t kinds = kinds_of(word.lower);
    if ((kinds & kUncounted) != 0 || is_people(word.lower)) return std::nullopt;
    return counted(word.lower, kinds, i + 1);
  }
  return std::nullopt;
}

bool is_of_any_noun(std::string_view role) {
  return text::is_one_of(role, "number", "share", "sum");
}

Binding any_sum_of(const Amount& amount) {
  const CountRole& role = role_named("sum");
  return Binding{role.name, "money", role.course, amount.currency, amount.last, false};
}

std::optional<Binding> vote_share_of(Words words, const Amount& amount) {
  bool is_election = false;
  int n_shares = 0;
  for (const language::SentenceWord& word : words) {
    is_election |= text::is_one_of(word.lower, "election", "elected", "re-elected", "vote", "votes",
                                   "ballot", "runoff", "run-off", "mayoral", "presidency");
    n_shares += text::is_one_of(word.lower, "percent", "cent") ? 1 : 0;
    if (text::is_one_of(word.lower, "poll", "polls", "polling", "survey", "surveys", "counted",
                        "counting", "projected", "partial", "far", "turnout", "expected", "exit",
                        "precincts", "early", "approval", "said", "against"))
      return std::nullopt;
  }
  if (!is_election || n_shares > 1) return std::nullopt;
  const CountRole& role = role_named("share of the vote");
  return Binding{role.name, "count", role.course, "%", amount.last, false};
}

Binding share_of(const Amount& amount) {
  const CountRole& role = role_named("share");
  return Binding{role.name, "count", role.course, "%", amount.last, false};
}

}  // namespace fabula::values
