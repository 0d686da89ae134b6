#include "names/runs.hpp"

#include <algorithm>
#include <unordered_set>

#include "names/given_names.hpp"
#include "names/lexicon.hpp"
#include "text/one_of.hpp"
#include "text/person_nouns.hpp"

namespace fabula::names {
namespace {

bool is_pronoun_i(const Token& token) {
  return token.lower == "i" || token.lower.starts_with("i'");
}

bool can_begin(const Token& token) {
  return token.is_word() && token.is_capital && !token.is_handle && !is_pronoun_i(token);
}

bool is_generation(std::string_view lower) {
  return lower == "jr" || lower == "sr" || lower == "ii" || lower == "iii" || lower == "iv";
}

bool joins_with_of(const Token& token) {
  return token.has(kOrganisationSuffix) || token.lower == "secretary" || token.lower == "states" ||
         token.lower == "republic" || token.lower == "duke" || token.lower == "duchess" ||
         token.lower == "prince" || token.lower == "princess" || token.lower == "chief";
}

}  // namespace

bool is_post_nominal(const Token& token) {
  return token.is_capital &&
         text::is_one_of(token.lower, "qc", "kc", "mp", "msp", "mep", "mbe", "obe", "cbe", "dbe",
                         "kbe", "phd", "md", "esq", "qpm", "frs");
}

namespace {

// Number of tokens after `at` that are lower-case joints to another capitalised word; 0: none.
std::size_t joint_size(const Tokens& tokens, std::size_t at, bool is_for_something) {
  const auto capital = [&](int offset) {
    const Token& token = tokens.beside(at, offset);
    return can_begin(token) && !token.has(kCalendar);
  };
  const Token& next = tokens.beside(at, 1);
  if (next.mark == '&' && capital(2)) return 1;
  if (next.mark == '.' && (tokens[at].is_initial() || tokens[at].has(kTitle)) && capital(2))
    return 1;
  if (!next.is_word() || next.is_capital) return 0;
  // "Center for Peace and Water Studies"
  if (is_for_something && next.lower == "and" && !tokens[at].has(kOrganisationSuffix) &&
      capital(2) && tokens.beside(at, 3).is_word() && tokens.beside(at, 3).is_capital)
    return 1;
  const bool is_for = next.lower == "for" && tokens[at].has(kOrganisationSuffix) &&
                      tokens[at].lower != "times" && tokens[at].lower != "house";
  if (is_for && capital(2)) return 1;
  if (next.lower == "of" && joins_with_of(tokens[at])) {
    if (capital(2)) return 1;
    if (tokens.beside(at, 2).lower == "the" && capital(3)) return 2;
    return 0;
  }
  if (!next.has(kParticle)) return 0;
  if (capital(2)) return 1;
  return tokens.beside(at, 2).has(kParticle) && capital(3) ? 2 : 0;
}

// Number of tokens of a quoted nickname after `at` with its marks, when a capitalised word follows.
std::size_t nickname_size(const Tokens& tokens, std::size_t at) {
  if (tokens.beside(at, 1).mark != '"' && tokens.beside(at, 1).mark != '\'') return 0;
  for (int n = 1; n <= 3; ++n) {
    if (!can_begin(tokens.beside(at, 1 + n))) return 0;
    const Token& close = tokens.beside(at, 2 + n);
    if (close.mark == '"' || close.mark == '\'')
      return can_begin(tokens.beside(at, 3 + n)) ? static_cast<std::size_t>(n) + 2 : 0;
  }
  return 0;
}

struct Stretch {
  std::size_t first;
  std::size_t last;
  bool has_nickname;
  bool is_for_something;
};

Stretch stretch_from(const Tokens& tokens, std::size_t first) {
  Stretch run{first, first + 1, false, false};
  while (true) {
    const std::size_t at = run.last - 1;
    if (tokens[at].is_possessive) break;
    const Token& next = tokens.beside(at, 1);
    if (can_begin(next)) {
      ++run.last;
    } else if (const std::size_t joint = joint_size(tokens, at, run.is_for_something); joint > 0) {
      run.is_for_something |= next.lower == "for";
      run.last += joint + 1;
    } else if (const std::size_t nickname = nickname_size(tokens, at); nickname > 0) {
      run.last += nickname + 1;
      run.has_nickname = true;
    } else {
      break;
    }
  }
  return run;
}

// "April" in "April Jones", but not in "In April Jones left".
bool is_calendar_word(const Tokens& tokens, std::size_t at, std::size_t last) {
  if (!tokens[at].has(kCalendar)) return false;
  if (!tokens[at].has(kGivenName) || at + 1 >= last) return true;
  const std::string_view before = tokens.beside(at, -1).lower;
  return before == "in" || before == "on" || before == "since" || before == "last" ||
         before == "this" || before == "by" || before == "of" || before == "until";
}

bool is_droppable_opener(const Tokens& tokens, std::size_t at, std::size_t last) {
  const Token& token = tokens[at];
  if (!token.has(kCommon)) return false;
  if (token.has(kGivenName) && at + 1 < last) return false;
  // Inside a sentence it belongs to the name: "told The Ledger".
  return token.is_opening || at + 1 == last;
}

// Moves `first` behind words before the name, and title_first to where its titles begin.
void cut_front(const Tokens& tokens, Run& run) {
  while (run.first < run.last && (is_droppable_opener(tokens, run.first, run.last) ||
                                  is_calendar_word(tokens, run.first, run.last) ||
                                  !tokens[run.first].is_word() || !tokens[run.first].is_capital))
    ++run.first;
  run.title_first = run.first;
  if (run.first + 1 >= run.last) return;
  const Token& end = tokens[run.last - 1];
  const bool is_organisation = end.has(kOrganisationSuffix) && !end.has(kGivenName);
  if (is_organisation && !tokens[run.first].has(kTitle)) return;
  std::size_t after_title = run.first;
  for (std::size_t i = run.first; i + 1 < run.last; ++i) {
    const Token& token = tokens[i];
    if (token.mark == '"' || token.mark == '\'') break;  // "Ana “Captain Sleet” Lopes"
    const bool is_given = token.has(kGivenName) && !token.has(kTitle);
    if (token.is_word() && token.has(kPersonNoun | kTitle) && !is_given) after_title = i + 1;
    // "Mum-of-two Ana Lopes"
    if (const std::size_t of = token.lower.find("-of-");
        of != token.lower.npos && text::is_person_noun(token.lower.substr(0, of)))
      after_title = i + 1;
    // "Selectwoman Ana Lopes": a rarer noun, right before a given name.
    const bool is_noun = i == run.first && i + 2 < run.last && !is_given &&
                         text::is_person_noun(token.lower) &&
                         gender_of_given(token.lower) == Gender::kUnknown &&
                         gender_of_given(tokens[i + 1].lower) != Gender::kUnknown;
    if (is_noun) after_title = i + 1;
    if (i == run.first && token.has(kDemonym)) after_title = i + 1;
  }
  // "Prime Minister Lopes", "Singer Ana Lopes", but not "National Son Day".
  bool has_title = false;
  for (std::size_t i = run.first; i < after_title; ++i)
    has_title |= tokens[i].has(kTitle | kDemonym);
  if (!has_title && after_title + 1 == run.last && !tokens[after_title].has(kGivenName)) return;
  while (after_title < run.last &&
         (!tokens[after_title].is_word() || !tokens[after_title].is_capital ||
          tokens[after_title].lower == "state"))
    ++after_title;
  if (after_title >= run.last) return;
  if (is_organisation && after_title + 1 < run.last && !tokens[after_title].has(kGivenName)) return;
  for (std::size_t i = run.first; i < after_title; ++i)
    if (tokens[i].is_word())
      run.titles |= tokens[i].flags &
                    (kTitle | kMaleTitle | kFemaleTitle | kPersonNoun | kMaleNoun | kFemaleNoun);
  run.first = after_title;
}

void cut_back(const Tokens& tokens, Run& run) {
  while (run.first < run.last &&
         (!tokens[run.last - 1].is_word() || !tokens[run.last - 1].is_capital ||
          (tokens[run.last - 1].has(kCalendar | kCommon) && run.last - run.first > 1 &&
           !tokens[run.last - 1].has(kGivenName | kOrganisationSuffix))))
    --run.last;
}

void set_key(const Tokens& tokens, Run& run) {
  char open = 0;
  for (std::size_t i = run.first; i < run.last; ++i) {
    const Token& token = tokens[i];
    if (run.has_nickname && (token.mark == '"' || token.mark == '\'')) {
      open = open == 0 ? token.mark : char{0};
      continue;
    }
    if (open != 0 || !token.is_word() || is_generation(token.lower)) continue;
    if (i > run.first && is_post_nominal(token)) continue;
    run.key.emplace_back(token.lower);
  }
}

// Is a name impossible? Calendar words, nationalities and everyday words alone name nobody.
bool names_nothing(const Tokens& tokens, const Run& run) {
  if (run.first >= run.last || run.key.empty()) return true;
  if (run.key.size() > 1) return false;
  const Token& only = tokens[run.first];
  if (only.is_initial() && only.lower.size() == 1) return true;
  const bool is_titled = run.title_first < run.first;
  if (only.has(kCalendar) && !is_titled) return true;
  if (only.has(kDemonym | kCommon) && !is_titled && !only.has(kOrganisation)) return true;
  return only.has(kTitle | kPersonNoun) && !only.has(kGivenName) && !is_titled;
}

// Are most words of the sentence capitalised, as in a title?
bool is_title_case(const Tokens& tokens, std::size_t sentence) {
  std::size_t n_long = 0;
  std::size_t n_capital = 0;
  for (std::size_t i = tokens.sentence_begin(sentence); i < tokens.sentence_end(sentence); ++i) {
    if (!tokens[i].is_word() || tokens[i].lower.size() < 4) continue;
    ++n_long;
    n_capital += tokens[i].is_capital ? 1U : 0U;
  }
  if (n_long < 5) return false;
  // A sentence may hold many names; then it still ends like one.
  const std::size_t end = tokens.sentence_end(sentence);
  const bool has_stop = tokens[end - 1].mark == '.';
  return has_stop ? n_capital == n_long : n_capital * 10 >= n_long * 8;
}

Run make_run(const Tokens& tokens, const Stretch& stretch) {
  Run run;
  run.first = stretch.first;
  run.last = stretch.last;
  run.has_nickname = stretch.has_nickname;
  cut_back(tokens, run);
  cut_front(tokens, run);
  set_key(tokens, run);
  run.is_opening =
      run.key.size() == 1 && tokens[run.first].is_opening && run.title_first == run.first;
  return run;
}

std::string joined(const std::vector<std::string>& key) {
  std::string all;
  for (const std::string& word : key) all += word + ' ';
  return all;
}

// The longest known name that begins at `at` in a line of capitalised words; else a given name and
// the word behind it; else nothing (empty key).
Run run_in_title(const Tokens& tokens, std::size_t at, std::size_t end,
                 const std::unordered_set<std::string>& known) {
  Run best;
  Run run;
  run.first = run.title_first = at;
  run.is_title_case = true;
  std::string all;
  for (std::size_t i = at; i < end && i < at + 5 && tokens[i].is_word(); ++i) {
    run.key.emplace_back(tokens[i].lower);
    run.last = i + 1;
    all += run.key.back() + ' ';
    const bool is_new_pair = run.key.size() == 2 && best.key.empty() &&
                             tokens[at].has(kGivenName) && !tokens[at].has(kCommon) &&
                             can_begin(tokens[i]) &&
                             !tokens[i].has(kCommon | kSpeechVerb | kPersonNoun);
    if (known.contains(all) || is_new_pair) best = run;
    if (tokens[i].is_possessive) break;
  }
  return best;
}

void find_in_title(const Tokens& tokens, std::size_t sentence,
                   const std::unordered_set<std::string>& known, std::vector<Run>& runs) {
  const std::size_t end = tokens.sentence_end(sentence);
  for (std::size_t i = tokens.sentence_begin(sentence); i < end;) {
    Run run = can_begin(tokens[i]) ? run_in_title(tokens, i, end, known) : Run{};
    i = run.key.empty() ? i + 1 : run.last;
    if (!run.key.empty()) runs.push_back(std::move(run));
  }
}

// "Heartbroken Ana Lopes": a word before a name that is known without it.
void cut_unknown_front(const Tokens& tokens, const std::unordered_set<std::string>& known,
                       const std::unordered_set<std::string_view>& first_names, Run& run) {
  // "Brave Ana": an ordinary word before the first name of somebody named in full.
  if (run.key.size() == 2 && run.title_first == run.first && tokens[run.first].is_opening &&
      !tokens[run.first].has(kGivenName) && first_names.contains(run.key[1]) &&
      (is_ordinary(run.key[0]) || known.contains(run.key[1] + ' ')) && run.last == run.first + 2) {
    run.title_first = ++run.first;
    run.key.erase(run.key.begin());
    return;
  }
  if (run.key.size() < 3 || run.title_first != run.first || tokens[run.first].has(kGivenName))
    return;
  if (!tokens[run.first].is_opening || !tokens[run.first + 1].has(kGivenName)) return;
  std::vector<std::string> rest(run.key.begin() + 1, run.key.end());
  if (!known.contains(joined(rest))) return;
  run.title_first = ++run.first;
  run.key = std::move(rest);
}

}  // namespace

std::vector<Run> find_runs(const Tokens& tokens) {
  std::vector<Run> runs;
  std::vector<std::size_t> titles;
  std::unordered_set<std::string> known;
  for (std::size_t sentence = 0; sentence < tokens.n_sentences(); ++sentence) {
    if (is_title_case(tokens, sentence)) {
      titles.push_back(sentence);
      continue;
    }
    for (std::size_t i = tokens.sentence_begin(sentence); i < tokens.sentence_end(sentence);) {
      if (!can_begin(tokens[i])) {
        ++i;
        continue;
      }
      const Stretch stretch = stretch_from(tokens, i);
      i = stretch.last;
      Run run = make_run(tokens, stretch);
      if (names_nothing(tokens, run)) continue;
      if (!run.is_opening) known.insert(joined(run.key));
      runs.push_back(std::move(run));
    }
  }
  std::unordered_set<std::string_view> first_names;  // of full names
  for (const Run& run : runs)
    if (run.key.size() > 1) first_names.insert(tokens[run.first].lower);
  for (Run& run : runs) cut_unknown_front(tokens, known, first_names, run);
  for (const std::size_t sentence : titles) find_in_title(tokens, sentence, known, runs);
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.first < b.first; });
  return runs;
}

}  // namespace fabula::names
