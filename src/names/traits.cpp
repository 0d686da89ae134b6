#include "names/traits.hpp"

#include "names/given_names.hpp"
#include "names/lexicon.hpp"
#include "text/one_of.hpp"

namespace fabula::names {
namespace {

constexpr int kMaxRoleWords = 8;

bool is_determiner(std::string_view lower) {
  return lower == "the" || lower == "a" || lower == "an" || lower == "his" || lower == "her" ||
         lower == "their" || lower == "its" || lower == "our" || lower == "my";
}

// Words that can stand before a person noun inside a role: "35-year-old", "two-time", "British".
bool is_modifier(const Token& token) {
  if (!token.is_word() || token.is_handle || is_determiner(token.lower)) return false;
  if (token.is_capital) return token.has(kDemonym);
  return !token.has(kCommon | kSpeechVerb) || token.lower == "former" || token.lower == "late" ||
         token.lower == "old" || token.lower == "young";
}

// "model" directly before the name, with up to three words before it.
void add_role_before(const Tokens& tokens, const Run& run, std::vector<Range>& roles) {
  if (run.title_first < run.first) {
    const Range range{tokens[run.title_first].range.begin, tokens[run.first - 1].range.end};
    bool has_noun = false;
    for (std::size_t i = run.title_first; i < run.first; ++i)
      has_noun |= tokens[i].has(kPersonNoun) || tokens[i].lower == "dr";
    if (has_noun) roles.push_back(range);
    return;
  }
  const Token& is = tokens.beside(run.first, -1);
  // "Her husband is Theo Marsh"
  const bool has_copula = is.lower == "is" || is.lower == "was";
  const Token& noun = tokens.beside(run.first, has_copula ? -2 : -1);
  // "her husband, Ben Ives"
  if (is.mark == ',') {
    const Token& relation = tokens.beside(run.first, -2);
    const Token& owner = tokens.beside(run.first, -3);
    const bool is_owned = owner.is_possessive || owner.lower == "his" || owner.lower == "her" ||
                          owner.lower == "their" || owner.lower == "my";
    if (is_owned && relation.has(kPersonNoun)) roles.push_back(relation.range);
    return;
  }
  if (!noun.has(kPersonNoun) || noun.is_capital || noun.is_possessive) return;
  Range range = noun.range;
  if (has_copula) {
    roles.push_back(range);
    return;
  }
  for (int offset = -2; offset >= -4; --offset) {
    const Token& token = tokens.beside(run.first, offset);
    if (!is_modifier(token) || token.is_possessive) break;
    // A verb or a preposition cannot be told from a noun here; only these forms are safe.
    const bool is_safe = token.has(kPersonNoun | kDemonym) ||
                         token.lower.find('-') != token.lower.npos || token.lower == "former" ||
                         token.lower == "late";
    if (!is_safe) break;
    range.begin = token.range.begin;
  }
  roles.push_back(range);
}

// No role holds these: a clause goes on, or another begins.
bool begins_clause(std::string_view lower) {
  return text::is_one_of(lower, "which", "that", "will", "would", "could", "can", "was", "were",
                         "is", "are", "has", "had", "have", "did", "does", "not");
}

// ", the mayor of Marl," after the name.
void add_role_after(const Tokens& tokens, const Run& run, std::vector<Range>& roles) {
  const std::size_t end = run.last - 1;
  if (tokens[end].is_possessive || tokens.beside(end, 1).mark != ',') return;
  bool has_noun = false;
  // "Ana Lopes, 34, a designer,": over the age.
  const Token& age = tokens.beside(end, 2);
  const bool has_age = !age.lower.empty() && age.lower[0] >= '1' && age.lower[0] <= '9' &&
                       age.lower.size() <= 3 && tokens.beside(end, 3).mark == ',';
  const int first = has_age ? 4 : 2;
  Range range{tokens.beside(end, first).range.begin, 0};
  for (int offset = first; offset <= first + kMaxRoleWords; ++offset) {
    const Token& token = tokens.beside(end, offset);
    const bool is_abbreviation = token.mark == '.' && tokens.beside(end, offset - 1).has(kTitle);
    if (is_abbreviation) continue;
    if (!token.is_word()) {
      const bool is_closed = token.mark == ',' || token.mark == '.' || token.mark == ';';
      if (is_closed && has_noun) roles.push_back(range);
      return;
    }
    if (token.lower == "and" && has_noun) roles.push_back(range);
    if (token.has(kSpeechVerb) || token.lower == "and" || token.lower == "who") return;
    if (token.lower == "with" || token.lower == "as" || begins_clause(token.lower)) return;
    if (offset == first && token.is_capital) return;
    has_noun |= token.has(kPersonNoun) && !token.is_possessive;
    range.end = token.range.end;
  }
}

// How much a pronoun says of the only person named before it, in the sentence before or in its own.
// "Lopes asked him": an object of the same sentence is somebody else.
int weight_of(std::string_view lower, bool is_of_sentence_before) {
  if (lower == "he" || lower == "she") return is_of_sentence_before ? 1 : 2;
  if (lower == "himself" || lower == "herself") return is_of_sentence_before ? 0 : 4;
  return lower == "him" && !is_of_sentence_before ? 0 : 1;
}

struct Votes {
  int female = 0;
  int male = 0;
  void add(Gender gender, int weight) {
    if (gender == Gender::kFemale) female += weight;
    if (gender == Gender::kMale) male += weight;
  }
};

// Follows the people of a sentence to see whom a pronoun can mean.
struct OnlyPerson {
  std::ptrdiff_t thing = -1;
  bool is_several = false;
  void see(std::ptrdiff_t person) {
    is_several |= thing >= 0 && thing != person;
    thing = person;
  }
  [[nodiscard]] std::ptrdiff_t get() const { return is_several ? -1 : thing; }
};

void count_pronouns(const Tokens& tokens, const std::vector<Run>& runs, const Joined& joined,
                    std::vector<Votes>& votes) {
  OnlyPerson before;
  std::size_t next = 0;
  for (std::size_t sentence = 0; sentence < tokens.n_sentences(); ++sentence) {
    OnlyPerson here;
    bool has_other = false;  // "His daughter, Lopes, said he": a pronoun before any name
    bool has_noun = false;   // "The mayor came by.": somebody else may be meant from here on
    for (std::size_t i = tokens.sentence_begin(sentence); i < tokens.sentence_end(sentence); ++i) {
      while (next < joined.places.size() && runs[joined.places[next].run].first <= i) {
        const Joined::Place& place = joined.places[next++];
        const bool is_outside = tokens[runs[place.run].first].quoted < 0;
        if (is_outside && joined.things[place.thing].kind == NameKind::kPerson)
          here.see(static_cast<std::ptrdiff_t>(place.thing));
      }
      if (tokens[i].quoted >= 0) continue;
      const Gender gender = gender_of_pronoun(tokens[i].lower);
      has_noun |= tokens[i].has(kPersonNoun);
      if (gender == Gender::kUnknown) continue;
      const bool is_first = here.thing < 0;
      has_other |= is_first;
      const std::ptrdiff_t whom = is_first ? before.get() : has_other ? -1 : here.get();
      // "Lopes asked her": somebody else, as "him" is.
      const bool is_object =
          tokens[i].lower == "her" && !is_first && i > 0 && tokens[i - 1].has(kSpeechVerb);
      if (whom >= 0 && !is_object)
        votes[static_cast<std::size_t>(whom)].add(gender, weight_of(tokens[i].lower, is_first));
    }
    if (here.thing >= 0 || (has_noun && !has_other)) before = here;
  }
}

Gender of_flags(std::uint32_t flags, std::uint32_t female, std::uint32_t male) {
  const bool is_female = (flags & female) != 0;
  const bool is_male = (flags & male) != 0;
  if (is_female == is_male) return Gender::kUnknown;
  return is_female ? Gender::kFemale : Gender::kMale;
}

}  // namespace

std::vector<Range> roles_at(const Tokens& tokens, const Run& run) {
  std::vector<Range> roles;
  add_role_before(tokens, run, roles);
  add_role_after(tokens, run, roles);
  return roles;
}

std::vector<Gender> genders_of(const Tokens& tokens, const std::vector<Run>& runs,
                               const Joined& joined) {
  constexpr int kTitleVotes = 20;
  constexpr int kRoleVotes = 6;
  constexpr int kFirstNameVotes = 7;
  std::vector<Votes> votes(joined.things.size());
  count_pronouns(tokens, runs, joined, votes);
  for (const Joined::Place& place : joined.places) {
    const Token& noun = tokens.beside(runs[place.run].title_first, -1);
    votes[place.thing].add(of_flags(noun.flags, kFemaleNoun, kMaleNoun),
                           noun.is_possessive ? 0 : kRoleVotes);
    // "her daughter, Ana Lopes,"
    const bool is_apposed = tokens.beside(runs[place.run].title_first, -1).mark == ',';
    const Token& relation = tokens.beside(runs[place.run].title_first, -2);
    if (is_apposed && relation.has(kPersonNoun) && !relation.is_possessive)
      votes[place.thing].add(of_flags(relation.flags, kFemaleNoun, kMaleNoun), kRoleVotes);
  }
  std::vector<Gender> genders(joined.things.size(), Gender::kUnknown);
  for (std::size_t i = 0; i < joined.things.size(); ++i) {
    const Joined::Thing& thing = joined.things[i];
    if (thing.kind != NameKind::kPerson) continue;
    votes[i].add(of_flags(thing.titles, kFemaleTitle | kFemaleNoun, kMaleTitle | kMaleNoun),
                 kTitleVotes);
    votes[i].add(gender_of_given(thing.key.front()), kFirstNameVotes);
    if (votes[i].female != votes[i].male)
      genders[i] = votes[i].female > votes[i].male ? Gender::kFemale : Gender::kMale;
  }
  return genders;
}

}  // namespace fabula::names
