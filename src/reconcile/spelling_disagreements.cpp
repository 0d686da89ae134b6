#include "reconcile/spelling_disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/hash.hpp"
#include "text/edit_distance.hpp"
#include "text/fold.hpp"

namespace fabula::reconcile {
namespace {

constexpr std::size_t kShortest = 3;       // letters
constexpr std::size_t kLong = 6;           // from here on one vowel may be another
constexpr std::size_t kMostChanged = 2;    // letters
constexpr std::size_t kMostCompared = 50;  // people of one story with the rest of a name in common
constexpr std::size_t kMostSpellings = 4;

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// One digit for consonants that sound alike; 0: a vowel, or silent.
char sound_of(char c) {
  static constexpr std::string_view kSounds[] = {"bfpvw", "cgjkqsxz", "dt", "l", "mn", "r"};
  for (std::size_t i = 0; i < std::size(kSounds); ++i)
    if (kSounds[i].find(c) != std::string_view::npos) return static_cast<char>('1' + i);
  return '0';
}

// The sounds of its consonants, twice the same as one.
std::string sounds_of(std::string_view word) {
  std::string sounds;
  char before = '0';
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool is_ph = word[i] == 'p' && i + 1 < word.size() && word[i + 1] == 'h';
    const char sound = word[i] == 'h' ? before : sound_of(is_ph ? 'f' : word[i]);
    if (sound != '0' && sound != before) sounds += sound;
    before = sound;
  }
  return sounds;
}

// Its vowels, y as i, twice the same as one, without an e at the end.
std::string vowels_of(std::string_view word) {
  std::string vowels;
  if (word.ends_with('e')) word.remove_suffix(1);
  for (const char c : word) {
    if (!is_vowel(c)) continue;
    const char vowel = c == 'y' ? 'i' : c;
    if (vowels.empty() || vowels.back() != vowel) vowels += vowel;
  }
  return vowels;
}

// In small letters, hyphens as blanks, without apostrophes; empty: one word, or letters that are
// not of ASCII.
std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : text::fold(name).text) {
    if (static_cast<unsigned char>(c) >= 0x80) return {};
    if (c == ' ' || c == '-')
      words.emplace_back();
    else if (c != '\'')
      words.back() += c;
  }
  std::erase(words, std::string());
  if (words.size() < 2) words.clear();
  return words;
}

class Finder {
 public:
  explicit Finder(const Pile& pile) : pile_(pile), story_of_(pile.articles.size(), 0) {
    for (std::uint32_t s = 0; s < pile.stories.size(); ++s)
      for (const Membership& member : pile.stories[s].members) story_of_[member.article] = s;
  }

  std::vector<Disagreement> find() {
    // People by story and what is left of their name without one word.
    std::map<std::pair<std::uint32_t, std::string>, std::set<std::uint32_t>> alike;
    for (std::uint32_t p = 0; p < pile_.people.size(); ++p) {
      names_.push_back(words_of_name(pile_.people[p].name));
      for (const RecordRef& thing : pile_.people[p].things) {
        for (std::size_t i = 0; i < names_[p].size(); ++i) {
          std::string rest;
          for (std::size_t k = 0; k < names_[p].size(); ++k)
            rest += (k == i ? "*" : names_[p][k]) + ' ';
          alike[{story_of_[thing.article], rest}].insert(p);
        }
      }
    }
    std::map<std::uint32_t, std::set<std::uint32_t>> spelled;  // others, by person
    for (const auto& [key, people] : alike) {
      if (people.size() > kMostCompared) continue;
      for (auto a = people.begin(); a != people.end(); ++a)
        for (auto b = std::next(a); b != people.end(); ++b)
          if (are_one(*a, *b)) {
            spelled[*a].insert(*b);
            spelled[*b].insert(*a);
          }
    }
    std::set<std::uint32_t> seen;
    for (const auto& [person, others] : spelled) {
      if (!seen.insert(person).second) continue;
      std::vector<std::uint32_t> all = {person};  // all that hang together, the first first
      for (std::size_t i = 0; i < all.size(); ++i)
        for (const std::uint32_t other : spelled.at(all[i]))
          if (seen.insert(other).second) all.push_back(other);
      if (all.size() <= kMostSpellings) add_record(all);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool are_one(std::uint32_t a, std::uint32_t b) const {
    if (names_[a].size() != names_[b].size()) return false;
    std::size_t n_other = 0;
    for (std::size_t i = 0; i < names_[a].size(); ++i) {
      if (names_[a][i] == names_[b][i]) continue;
      if (++n_other > 1 || !are_spellings_of_one(names_[a][i], names_[b][i])) return false;
    }
    if (n_other == 0) return false;
    std::set<std::uint32_t> articles;
    Gender gender = Gender::kUnknown;
    for (const RecordRef& thing : pile_.people[a].things) {
      articles.insert(thing.article);
      if (const Gender known = gender_of(thing); known != Gender::kUnknown) gender = known;
    }
    return std::ranges::none_of(pile_.people[b].things, [&](const RecordRef& thing) {
      return articles.contains(thing.article) || are_opposed(gender, gender_of(thing));
    });
  }

  [[nodiscard]] Gender gender_of(const RecordRef& thing) const {
    return pile_.articles[thing.article].names.things[thing.index].gender;
  }

  // Where its article writes the whole name first; nothing where it never does.
  [[nodiscard]] std::optional<Span> first_place(const RecordRef& thing,
                                                const std::vector<std::string>& name) const {
    const AnnotatedArticle& article = pile_.articles[thing.article];
    for (const Mention& mention : article.names.mentions)
      if (mention.thing == thing.index &&
          words_of_name(words_of(article.article.text, mention.range)) == name)
        return Span{thing.article, mention.range};
    return std::nullopt;
  }

  void add_record(const std::vector<std::uint32_t>& people) {
    Disagreement record;
    record.kind = "spelling";
    record.rule = "disagree.spelling";
    record.about = pile_.people[people.front()].name;
    std::string key;
    std::vector<std::string> quoted;
    for (const std::uint32_t person : people) {
      DisagreeingValue& value = record.values.emplace_back();
      value.value = pile_.people[person].name;
      for (const RecordRef& thing : pile_.people[person].things) {
        const auto place = first_place(thing, names_[person]);
        if (!place) continue;
        const Article& article = pile_.articles[thing.article].article;
        value.tellings.push_back({*place, {}, article.published.when});
        key += fmt::format("{}:{} ", article.id, place->range.begin);
      }
      if (value.tellings.empty()) return;
      std::ranges::sort(value.tellings, {}, &ValueTelling::words);
      record.evidence.push_back(value.tellings.front().words);
      quoted.push_back(fmt::format("“{}”", quoted_words(pile_, record.evidence.back())));
    }
    record.because = fmt::format("articles of one story, and none that has two of these: {}",
                                 fmt::join(quoted, " and "));
    record.id = content_id('d', {record.rule, key});
    found_.push_back(std::move(record));
  }

  const Pile& pile_;
  std::vector<std::uint32_t> story_of_;          // by article
  std::vector<std::vector<std::string>> names_;  // by person
  std::vector<Disagreement> found_;
};

}  // namespace

bool are_spellings_of_one(std::string_view a, std::string_view b) {
  if (a == b || std::min(a.size(), b.size()) < kShortest ||
      text::edit_distance(a, b) > kMostChanged || sounds_of(a) != sounds_of(b))
    return false;
  // "Dan" and "Don" are two names.
  const bool begin_alike = is_vowel(a[0]) ? a[0] == b[0] : !is_vowel(b[0]);
  const std::string x = vowels_of(a);
  const std::string y = vowels_of(b);
  return begin_alike &&
         (x == y || (std::min(a.size(), b.size()) >= kLong && text::edit_distance(x, y) == 1));
}

std::vector<Disagreement> find_spelling_disagreements(const Pile& pile) {
  return Finder(pile).find();
}

}  // namespace fabula::reconcile
