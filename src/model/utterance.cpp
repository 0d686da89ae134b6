#include "model/utterance.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace fabula {
namespace {

const Quote& quote_of(const Pile& pile, const FamilyMember& member) {
  return pile.articles[member.quote.article].quotes[member.quote.index];
}

const When& published(const Pile& pile, const FamilyMember& member) {
  return pile.articles[member.quote.article].article.published.when;
}

// Could it have been printed on this day or before?
bool could_be_by(const When& when, Day day) { return !when.earliest || *when.earliest <= day; }

// The latest day on which the first of them can have been printed, as far as their dates tell.
std::optional<Day> first_day_at_latest(const Pile& pile, const Family& family) {
  std::optional<Day> by;
  for (const FamilyMember& member : family.members)
    if (const When& when = published(pile, member); when.earliest && when.latest)
      by = by ? std::min(*by, *when.latest) : *when.latest;
  return by;
}

FirstPlace place_of(const Pile& pile, const Family& family,
                    const std::vector<std::uint32_t>& could_be_first) {
  const auto holds_all = [&](std::uint32_t i) {
    return family.members[i].change == "whole" || family.members[i].change == "same";
  };
  if (family.first >= 0)
    return std::any_of(could_be_first.begin(), could_be_first.end(), holds_all)
               ? FirstPlace::kFirst
               : FirstPlace::kFullerLater;
  const auto is_on_one_day = [&](std::uint32_t i) {
    const When& when = published(pile, family.members[i]);
    return when.earliest && when.earliest == when.latest;
  };
  return std::all_of(could_be_first.begin(), could_be_first.end(), is_on_one_day)
             ? FirstPlace::kTie
             : FirstPlace::kUndated;
}

using ByValue = std::map<std::string, std::vector<std::uint32_t>>;

std::vector<Testimony> most_first(ByValue by_value) {
  std::vector<Testimony> made;
  for (auto& [value, members] : by_value) made.push_back({value, std::move(members)});
  std::sort(made.begin(), made.end(), [](const Testimony& x, const Testimony& y) {
    if (x.members.size() != y.members.size()) return x.members.size() > y.members.size();
    return x.members.front() < y.members.front();
  });
  return made;
}

bool are_apart(const When& x, const When& y) {
  return *x.latest < *y.earliest || *y.latest < *x.earliest;
}

// --- alterations ------------------------------------------------------------------------------

constexpr std::array<std::pair<std::string_view, std::string_view>, 32> kNumbers{
    {{"zero", "0"},      {"one", "1"},         {"two", "2"},       {"three", "3"},
     {"four", "4"},      {"five", "5"},        {"six", "6"},       {"seven", "7"},
     {"eight", "8"},     {"nine", "9"},        {"ten", "10"},      {"eleven", "11"},
     {"twelve", "12"},   {"thirteen", "13"},   {"fourteen", "14"}, {"fifteen", "15"},
     {"sixteen", "16"},  {"seventeen", "17"},  {"eighteen", "18"}, {"nineteen", "19"},
     {"twenty", "20"},   {"thirty", "30"},     {"forty", "40"},    {"fifty", "50"},
     {"sixty", "60"},    {"seventy", "70"},    {"eighty", "80"},   {"ninety", "90"},
     {"hundred", "100"}, {"thousand", "1000"}, {"million", "1e6"}, {"billion", "1e9"}}};
constexpr std::array<std::string_view, 9> kNegations{
    "not", "no", "never", "none", "nobody", "cannot", "neither", "nor", "without"};
// More words are a cut, whatever stands in it; so are three alone: "and nobody came".
constexpr std::size_t kFewExchanged = 3, kFewAlone = 2;

struct EditWord {
  std::string_view written;
  std::string folded;  // its ASCII letters in lower case, and digits
  bool in_bracket = false;
};

std::vector<EditWord> words_of_edit(std::string_view text) {
  std::vector<EditWord> words;
  bool in_bracket = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\n\r-", i), text.size());
    EditWord word{text.substr(i, end - i), {}, in_bracket};
    for (const char c : word.written) {
      if (c == '[') in_bracket = word.in_bracket = true;
      if (c == ']') in_bracket = false;
      if (c >= 'A' && c <= 'Z') word.folded += static_cast<char>(c - 'A' + 'a');
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) word.folded += c;
    }
    if (!word.folded.empty()) words.push_back(std::move(word));
    i = end + 1;
  }
  return words;
}

std::string number_of(const std::string& word) {
  if (word.find_first_of("0123456789") != std::string::npos) return word;
  for (const auto& [name, value] : kNumbers)
    if (name == word) return std::string(value);
  return {};
}

std::vector<std::string> numbers_of(const std::vector<EditWord>& words) {
  std::vector<std::string> numbers;
  for (const EditWord& word : words)
    if (std::string number = number_of(word.folded); !number.empty())
      numbers.push_back(std::move(number));
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::size_t count_negations(const std::vector<EditWord>& words) {
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](const EditWord& w) {
    const bool is_contracted = w.folded.size() > 3 && w.folded.ends_with("nt") &&
                               (w.written.find("n't") != std::string_view::npos ||
                                w.written.find("n\xE2\x80\x99t") != std::string_view::npos);
    return is_contracted ||
           std::find(kNegations.begin(), kNegations.end(), w.folded) != kNegations.end();
  }));
}

bool is_name(const EditWord& word) {
  return word.folded.size() > 1 && word.written.front() >= 'A' && word.written.front() <= 'Z';
}

bool shares_a_word(const std::vector<EditWord>& x, const std::vector<EditWord>& y) {
  return std::any_of(x.begin(), x.end(), [&](const EditWord& word) {
    return std::any_of(y.begin(), y.end(),
                       [&](const EditWord& other) { return other.folded == word.folded; });
  });
}

}  // namespace

std::string_view name_of(FirstPlace place) {
  switch (place) {
    case FirstPlace::kFirst:
      return "first";
    case FirstPlace::kFullerLater:
      return "fuller-later";
    case FirstPlace::kTie:
      return "tie";
    case FirstPlace::kUndated:
      return "undated";
  }
  return "";
}

Utterance utterance_of(const Pile& pile, const Family& family) {
  Utterance made;
  const std::optional<Day> by = first_day_at_latest(pile, family);
  ByValue speakers, channels, said;
  std::vector<const When*> times;
  for (std::uint32_t i = 0; i < family.members.size(); ++i) {
    const FamilyMember& member = family.members[i];
    const Quote& quote = quote_of(pile, member);
    if (!by || could_be_by(published(pile, member), *by)) made.could_be_first.push_back(i);
    if (quote.speaker && (quote.speaker->thing >= 0 || quote.speaker->person >= 0) &&
        quote.grade != Grade::kC)
      speakers[quote.speaker->name].push_back(i);
    if (quote.channel) channels[quote.channel->name].push_back(i);
    if (quote.said.earliest && quote.said.latest) {
      said[quote.said.edtf].push_back(i);
      times.push_back(&quote.said);
    }
  }
  made.place = place_of(pile, family, made.could_be_first);
  made.speakers = most_first(std::move(speakers));
  made.channels = most_first(std::move(channels));
  made.said = most_first(std::move(said));
  made.speakers_conflict = made.speakers.size() > 1;
  // Two intervals without a common day: the one that begins last, and the one that ends first.
  if (times.size() > 1) {
    const auto* last = *std::max_element(
        times.begin(), times.end(), [](auto* x, auto* y) { return *x->earliest < *y->earliest; });
    const auto* first = *std::min_element(times.begin(), times.end(),
                                          [](auto* x, auto* y) { return *x->latest < *y->latest; });
    made.said_conflicts = are_apart(*first, *last);
  }
  return made;
}

std::string_view name_of(Alteration alteration) {
  switch (alteration) {
    case Alteration::kNone:
      return "";
    case Alteration::kNumber:
      return "number";
    case Alteration::kNegation:
      return "negation";
    case Alteration::kName:
      return "name";
  }
  return "";
}

Alteration alteration_of(const WordEdit& edit) {
  if (edit.op == "case" || edit.op == "mark") return Alteration::kNone;
  const std::vector<EditWord> was = words_of_edit(edit.was);
  const std::vector<EditWord> now = words_of_edit(edit.now);
  const auto is_editors = [](const EditWord& word) { return word.in_bracket; };
  if (std::any_of(was.begin(), was.end(), is_editors) ||
      std::any_of(now.begin(), now.end(), is_editors))
    return Alteration::kNone;
  const bool is_exchange = !was.empty() && !now.empty();
  if (is_exchange && numbers_of(was) != numbers_of(now)) return Alteration::kNumber;
  const std::size_t few = is_exchange ? kFewExchanged : kFewAlone;
  if (was.size() <= few && now.size() <= few &&
      count_negations(was) % 2 != count_negations(now) % 2)
    return Alteration::kNegation;
  if (is_exchange && std::all_of(was.begin(), was.end(), is_name) &&
      std::all_of(now.begin(), now.end(), is_name) && !shares_a_word(was, now))
    return Alteration::kName;
  return Alteration::kNone;
}

}  // namespace fabula
