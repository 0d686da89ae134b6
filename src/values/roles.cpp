#include "values/roles.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "text/one_of.hpp"
#include "text/person_nouns.hpp"
#include "text/word_flags.hpp"
#include "values/bindings.hpp"

namespace fabula::values {
namespace {

using enum Course;
using enum Counted;

constexpr auto kRoles = std::to_array<CountRole>({
#define ROLE(name, course, counted) {name, course, counted},
#define STATE(role, words)
#define DEED(role, words)
#define ACTION(role, words)
#define TOLL(role, words)
#include "values/roles_table.inc"
#undef ROLE
#undef STATE
#undef DEED
#undef ACTION
#undef TOLL
});

using WordRoles = std::map<std::string_view, const CountRole*>;

const CountRole* find_role(std::string_view name) {
  const auto found = std::ranges::find(kRoles, name, &CountRole::name);
  return found == kRoles.end() ? nullptr : &*found;
}

struct Tables {
  WordRoles states, deeds, actions, tolls;
};

const Tables& tables() {
  static const Tables all = [] {
    Tables made;
    const auto add = [](WordRoles& to, std::string_view role, std::string_view words) {
      text::for_each_word(words, [&](std::string_view word) { to[word] = find_role(role); });
    };
#define ROLE(name, course, counted)
#define STATE(role, words) add(made.states, role, words);
#define DEED(role, words) add(made.deeds, role, words);
#define ACTION(role, words) add(made.actions, role, words);
#define TOLL(role, words) add(made.tolls, role, words);
#include "values/roles_table.inc"
#undef ROLE
#undef STATE
#undef DEED
#undef ACTION
#undef TOLL
    return made;
  }();
  return all;
}

const CountRole* role_of(const WordRoles& roles, std::string_view word) {
  const auto found = roles.find(word);
  return found == roles.end() ? nullptr : found->second;
}

}  // namespace

const CountRole& role_named(std::string_view name) { return *find_role(name); }
const CountRole* state_role(std::string_view word) { return role_of(tables().states, word); }
const CountRole* deed_role(std::string_view word) { return role_of(tables().deeds, word); }
const CountRole* action_role(std::string_view word) { return role_of(tables().actions, word); }
const CountRole* toll_role(std::string_view word) { return role_of(tables().tolls, word); }

bool is_people(std::string_view word) {
  return text::is_one_of(word, "people", "persons", "person", "individuals", "civilians",
                         "passengers", "casualties", "children", "men", "women", "boys", "girls") ||
         text::is_person_noun(word);
}

bool is_auxiliary(std::string_view word) {
  return text::is_one_of(word, "was", "were", "are", "is", "have", "has", "had", "been", "being",
                         "got", "confirmed", "now", "already");
}

bool is_part_before(std::string_view word) {
  return text::is_one_of(word, "another", "other", "further", "additional", "first", "last", "next",
                         "no", "the", "these", "those", "all", "his", "her", "their", "any",
                         "every", "each", "half", "quarter");
}

NounBehind noun_behind(Words words, const Amount& amount) {
  NounBehind noun;
  noun.end = amount.last;
  const auto word = [&](std::size_t i) {
    return i < words.size() ? std::string_view(words[i].lower) : std::string_view{};
  };
  constexpr std::size_t kMostWords = 3;
  for (std::size_t k = 0; k < kMostWords; ++k) {
    const std::size_t i = amount.last + k;
    if (i >= words.size() || words[i].is_mark) return noun;
    const bool is_verb = state_role(word(i)) || deed_role(word(i)) || is_auxiliary(word(i));
    if (is_verb || text::is_one_of(word(i), "and", "or", "to", "from", "at", "on", "by", "'s"))
      return noun;
    if (!is_people(word(i))) continue;
    // "12 police officers": the last of them is the noun.
    std::size_t last = i;
    if (k + 1 < kMostWords && is_people(word(i + 1))) ++last;
    noun.unit.clear();
    for (std::size_t j = amount.last; j <= last; ++j) {
      if (!noun.unit.empty()) noun.unit += ' ';
      noun.unit += word(j);
    }
    if (text::is_one_of(noun.unit, "people", "persons", "person", "individuals", "lives"))
      noun.unit = "people";
    noun.end = last + 1;
    noun.is_there = true;
    return noun;
  }
  return noun;
}

bool may_hold_value(std::string_view sentence) {
  static const text::WordFlags table = [] {
    text::WordFlags made(64);
    made.add(1,
             "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
             "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
             "eighty ninety hundred thousand million dozen");
    return made;
  }();
  std::array<char, 16> word{};
  std::size_t n = 0;
  for (std::size_t i = 0; i <= sentence.size(); ++i) {
    const char c = i < sentence.size() ? sentence[i] : ' ';
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower >= 'a' && lower <= 'z') {
      if (n < word.size()) word[n] = lower;
      ++n;
      continue;
    }
    if (c >= '0' && c <= '9') return true;
    if (n > 2 && n <= word.size() && table.of({word.data(), n}) != 0) return true;
    n = 0;
  }
  return false;
}

}  // namespace fabula::values
