#include "names/names.hpp"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <unordered_map>

#include "names/join.hpp"
#include "names/lexicon.hpp"
#include "names/runs.hpp"
#include "names/tokens.hpp"
#include "names/traits.hpp"

namespace fabula::names {
namespace {

// The name as it is written at `run`: without titles, nicknames, line breaks.
std::string written(const Article& article, const Tokens& tokens, const Run& run) {
  std::string name;
  char open = 0;
  for (std::size_t i = run.first; i < run.last; ++i) {
    const Token& token = tokens[i];
    if (run.has_nickname && (token.mark == '"' || token.mark == '\'')) {
      open = open == 0 ? token.mark : char{0};
      continue;
    }
    if (open != 0 || (i > run.first && is_post_nominal(token))) continue;
    if (!name.empty() && token.mark != '.') name += ' ';
    name += words_of(article.text, token.range);
  }
  return name;
}

// "Mrs Justice" before a name: nothing but titles in capitals.
bool has_plain_title(const Tokens& tokens, const Run& run) {
  for (std::size_t i = run.title_first; i < run.first; ++i)
    if (tokens[i].is_word() && !(tokens[i].is_capital && tokens[i].has(kTitle))) return false;
  return run.title_first < run.first;
}

bool is_shouted(const Tokens& tokens, const Run& run) {
  return tokens[run.first].is_all_capitals && tokens[run.last - 1].is_all_capitals;
}

// Fuller first: more words, then not in capitals, then longer first name (not an initial).
bool is_fuller(const Tokens& tokens, const Run& a, const Run& b) {
  if (a.key.size() != b.key.size()) return a.key.size() > b.key.size();
  if (is_shouted(tokens, a) != is_shouted(tokens, b)) return is_shouted(tokens, b);
  return a.key.front().size() == 1 ? false : b.key.front().size() == 1;
}

// Of a few: what was added last is the likeliest to come again.
void add_once(std::vector<std::string>& list, std::string_view words) {
  constexpr std::size_t kMostSeen = 8;
  const auto last = list.rbegin();
  const auto end = last + static_cast<std::ptrdiff_t>(std::min(list.size(), kMostSeen));
  if (std::find(last, end, words) == end) list.emplace_back(words);
}

template <class T>
void sort_unique(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

std::string letters_only(std::string_view lower) {
  std::string letters;
  for (const char c : lower)
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) letters += c;
  return letters;
}

// "@analopes" is Ana Lopes when nobody else's name is spelled so.
void add_handles(const Article& article, const Tokens& tokens, const Joined& joined,
                 const std::vector<std::int32_t>& number, Names& names) {
  std::unordered_map<std::string, std::int32_t> by_letters;
  for (std::size_t i = 0; i < joined.things.size(); ++i) {
    if (joined.things[i].kind != NameKind::kPerson || number[i] < 0) continue;
    std::string letters;
    for (const std::string& word : joined.things[i].key) letters += letters_only(word);
    const auto [at, is_new] = by_letters.try_emplace(letters, number[i]);
    if (!is_new) at->second = -1;
  }
  bool has_new = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_handle || !tokens[i].lower.starts_with('@')) continue;
    const auto found = by_letters.find(letters_only(tokens[i].lower));
    if (found == by_letters.end() || found->second < 0) continue;
    const auto thing = static_cast<std::uint32_t>(found->second);
    names.mentions.push_back({tokens[i].range, thing, "name.handle"});
    names.things[thing].forms.emplace_back(words_of(article.text, tokens[i].range));
    ++names.things[thing].n_mentions;
    has_new = true;
  }
  if (has_new)
    std::sort(names.mentions.begin(), names.mentions.end(),
              [](const Mention& a, const Mention& b) { return a.range < b.range; });
}

}  // namespace

Names find_names(const Article& article, const Segmentation& segmentation) {
  const Tokens tokens(article, segmentation);
  const std::vector<Run> runs = find_runs(tokens);
  const Joined joined = join_runs(tokens, runs);
  const std::vector<Gender> genders = genders_of(tokens, runs, joined);

  Names names;
  names.things.reserve(joined.things.size());
  names.mentions.reserve(joined.places.size());
  std::vector<std::int32_t> number(joined.things.size(), -1);  // into names.things
  std::vector<std::size_t> fullest;                            // run, by names.things
  for (const Joined::Place& place : joined.places) {
    const Run& run = runs[place.run];
    if (number[place.thing] < 0) {
      number[place.thing] = static_cast<std::int32_t>(names.things.size());
      NamedThing& thing = names.things.emplace_back();
      thing.kind = joined.things[place.thing].kind;
      thing.gender = genders[place.thing];
      fullest.push_back(place.run);
    }
    const auto index = static_cast<std::size_t>(number[place.thing]);
    NamedThing& thing = names.things[index];
    const Range range{tokens[run.first].range.begin, tokens[run.last - 1].range.end};
    names.mentions.push_back({range, static_cast<std::uint32_t>(index), place.rule});
    add_once(thing.forms, words_of(article.text, range));
    if (run.key.size() == 1 && has_plain_title(tokens, run))
      add_once(thing.forms,
               words_of(article.text, {tokens[run.title_first].range.begin, range.end}));
    ++thing.n_mentions;
    if (thing.kind == NameKind::kPerson)
      for (const Range role : roles_at(tokens, run))
        add_once(thing.roles, words_of(article.text, role));
    if (is_fuller(tokens, run, runs[fullest[index]])) fullest[index] = place.run;
  }
  for (std::size_t i = 0; i < names.things.size(); ++i)
    names.things[i].name = written(article, tokens, runs[fullest[i]]);
  for (const Joined::OtherName& other : joined.other_names) {
    if (number[other.thing] < 0) continue;
    NamedThing& thing = names.things[static_cast<std::size_t>(number[other.thing])];
    std::string name = written(article, tokens, runs[other.given]);
    if (other.surname != other.given)
      name = name.substr(0, name.find(' ')) + ' ' + written(article, tokens, runs[other.surname]);
    if (name != thing.name) thing.also.push_back(std::move(name));
  }
  add_handles(article, tokens, joined, number, names);
  for (NamedThing& thing : names.things) {
    sort_unique(thing.forms);
    sort_unique(thing.also);
    sort_unique(thing.roles);
  }
  return names;
}

}  // namespace fabula::names
