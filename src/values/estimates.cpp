#include "values/estimates.hpp"

#include <algorithm>

#include "text/one_of.hpp"
#include "values/roles.hpp"

namespace fabula::values {
namespace {

// "Police put the crowd at 800, organisers at 2,600": the verb is said once.
bool is_left_out(Words words, const Amount& amount, const Value& before) {
  std::size_t first = 0;
  while (first < words.size() && words[first].range.begin < before.range.begin) ++first;
  std::size_t source = amount.first - 1;
  constexpr std::size_t kMostWords = 4;
  for (std::size_t n = 0; source > 0 && !words[source - 1].is_mark && n <= kMostWords; ++n)
    --source;
  // Nothing but the mark between the number before and this one's source.
  return first > 0 && text::is_one_of(words[first - 1].lower, "at", "as") && source > 0 &&
         words[source - 1].is_mark && words[source - 1].range.begin >= before.range.end &&
         words[source - 1].range.begin - before.range.end <= 1;
}

}  // namespace

std::size_t estimate_verb(Words words, const Amount& amount, const Value* before_it) {
  const auto before = [&](std::size_t n) {
    return n <= amount.first ? std::string_view(words[amount.first - n].lower) : std::string_view{};
  };
  if (text::is_one_of(before(1), "at", "as") &&
      text::is_one_of(before(2), "number", "figure", "toll", "crowd", "total", "turnout") &&
      text::is_one_of(before(3), "the", "their", "its") &&
      text::is_one_of(before(4), "put", "gave", "estimated", "puts", "gives", "estimates"))
    return amount.first - 4;
  if (text::is_one_of(before(1), "counted", "claimed", "estimated", "reported", "recorded",
                      "believed"))
    return amount.first - 1;
  if (before(1) == "of" && text::is_one_of(before(2), "spoke", "speak", "spoken"))
    return amount.first - 2;
  // "the figure from the organisers was 2,600"
  if (before(1) == "was" || before(1) == "is") {
    constexpr std::size_t kMostWords = 6;
    for (std::size_t n = 2; n <= kMostWords && n <= amount.first; ++n)
      if (text::is_one_of(before(n), "from", "of", "by") &&
          text::is_one_of(before(n + 1), "figure", "estimate", "count", "number"))
        return amount.first - 1;
  }
  if (before_it != nullptr && text::is_one_of(before(1), "at", "as") &&
      is_left_out(words, amount, *before_it))
    return amount.first - 1;
  return words.size();
}

Words clause_around(Words words, const Amount& amount) {
  const auto parts = [&](std::size_t i) {
    return text::is_one_of(words[i].lower, "while", "whereas", "but", "though", "although", ";",
                           "(", ")");
  };
  std::size_t first = amount.first;
  while (first > 0 && !parts(first - 1)) --first;
  std::size_t last = amount.last;
  while (last < words.size() && !parts(last)) ++last;
  return words.subspan(first, last - first);
}

bool may_be_turnout(Words words, Words clause, const Amount& amount) {
  constexpr std::int64_t kLeast = 20 * kAmountOne;
  const NounBehind noun = noun_behind(words, amount);
  if (amount.low < kLeast || amount.is_year_like || amount.is_share || amount.is_of_list ||
      !amount.currency.empty() || !amount.noun.empty() ||
      (noun.is_there && !is_crowd_noun(noun.unit)))
    return false;
  const auto word = [&](std::size_t i) {
    return i < words.size() ? std::string_view(words[i].lower) : std::string_view{};
  };
  // Behind it nothing that says what else became of them, or that it counts something else.
  std::size_t at = noun.end;
  while (text::is_one_of(word(at), "had", "have", "were", "was", "are", "been")) ++at;
  const bool is_done_to = at > noun.end;
  const bool came = text::is_one_of(word(at), "came", "come", "there", "present", "out", "joined",
                                    "attended", "gathered", "marched", "marching", "turned",
                                    "taken", "took", "involved", "participated");
  const bool ends = at >= words.size() || words[at].is_mark ||
                    text::is_one_of(word(at), "in", "on", "at", "and", "while", "but", "by",
                                    "according", "from", "for", "after", "as", "strong");
  if (!came && (is_done_to || !ends)) return false;
  // "the number of people on the bridge": it says itself what it counts.
  for (std::size_t i = 0; i + 2 < clause.size(); ++i)
    if (text::is_one_of(clause[i].lower, "number", "total") && clause[i + 1].lower == "of" &&
        !text::is_one_of(clause[i + 2].lower, "marchers", "protesters", "protestors",
                         "demonstrators", "participants"))
      return false;
  return std::ranges::any_of(clause, [](const language::SentenceWord& w) {
    return text::is_one_of(w.lower, "count", "counted", "counting", "estimate", "estimates",
                           "estimated", "figure", "figures", "number", "numbers", "numbered",
                           "turnout", "attendance", "crowd", "tally", "total", "headcount",
                           "reckoned", "reckoning", "reckon", "according", "strong") ||
           text::is_one_of(w.lower, "said", "says", "claimed", "claim", "claims", "put", "spoke",
                           "gave", "believed", "thought", "suggested", "insisted", "reported",
                           "closer", "came", "attended", "joined", "turned");
  });
}

bool is_of_crowd(std::string_view role) {
  return text::is_one_of(role, "marchers", "those who came");
}

bool is_crowd_noun(std::string_view unit) {
  return text::is_one_of(unit, "people", "demonstrators", "protesters", "protestors", "marchers",
                         "participants", "residents", "supporters", "activists", "campaigners");
}

bool tells_of_march(Words words) {
  return std::ranges::any_of(words, [](const language::SentenceWord& w) {
    if (w.is_capital && w.lower == "march") return false;  // "3 March"
    return text::is_one_of(w.lower, "march", "marched", "marchers", "demonstration", "demonstrated",
                           "demonstrators", "protest", "protested", "protesters", "rally",
                           "rallied", "streets", "vigil", "chanting", "placards", "banner",
                           "banners");
  });
}

}  // namespace fabula::values
