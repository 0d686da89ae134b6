#include "dating/identity.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dating/name_index.hpp"
#include "language/sentence_words.hpp"
#include "language/telling.hpp"
#include "language/verbs.hpp"
#include "text/one_of.hpp"
#include "text/person_nouns.hpp"
#include "text/utf8.hpp"

namespace fabula::dating {

using language::kNounForm;
using language::PlainText;
using language::sentence_at;
using language::SentenceWord;
using language::verb_of;
using language::words_of_sentence;

namespace {

// The nouns of its roles: "mayor" for "the former mayor", "then-mayor".
std::vector<std::string> offices_of(const NamedThing& thing) {
  std::vector<std::string> out;
  for (const std::string& role : thing.roles) {
    const std::string lower = text::ascii_lower(role);
    const std::size_t at = lower.find_last_of(" -");
    const std::string last = at == lower.npos ? lower : lower.substr(at + 1);
    if (text::is_person_noun(last)) out.push_back(text::plain_role(last));
  }
  return out;
}

bool is_common(std::string_view lower) {
  return text::is_one_of(lower, "about", "above", "after", "again", "against", "almost", "along",
                         "already", "although", "always", "among", "another", "around", "because",
                         "before", "began", "being", "below", "between", "could", "days", "despite",
                         "during", "earlier", "early", "eight", "enough", "every") ||
         text::is_one_of(lower, "everything", "first", "former", "found", "friend", "friends",
                         "going", "great", "group", "hours", "however", "later", "least", "leave",
                         "little", "making", "member", "members", "might", "million", "minutes",
                         "month", "months", "morning", "never", "night", "nothing", "number") ||
         text::is_one_of(lower, "often", "other", "others", "people", "place", "police", "public",
                         "right", "second", "several", "should", "since", "something", "spokesman",
                         "spokeswoman", "state", "still", "story", "their", "there", "these",
                         "thing", "things", "think", "third", "those", "three", "through",
                         "times") ||
         text::is_one_of(lower, "today", "together", "until", "under", "weeks", "where", "which",
                         "while", "whose", "without", "woman", "women", "words", "working", "world",
                         "would", "years", "young", "government", "official", "officials",
                         "country", "family", "party", "month-old", "statement", "interview",
                         "report");
}

// Nouns, more or less, of the sentences that name somebody.
class WordsBeside {
 public:
  explicit WordsBeside(const Pile& pile) : pile_(pile) {}

  // Sorted, each once.
  [[nodiscard]] const std::set<std::string>& of(std::uint32_t article, std::uint32_t thing) {
    const auto [at, fresh] = words_.try_emplace({article, thing});
    if (!fresh) return at->second;
    const AnnotatedArticle& annotated = pile_.articles[article];
    const PlainText plain(annotated);
    for (const Mention& mention : annotated.names.mentions) {
      if (mention.thing != thing || !plain.holds(mention.range)) continue;
      const Range sentence = sentence_at(annotated, mention.range);
      for (const SentenceWord& word : words_of_sentence(annotated.article.text, sentence)) {
        constexpr std::size_t kLeastLetters = 5;
        const std::uint8_t uses = verb_of(word.lower).uses;
        const bool is_noun = uses == 0 || (uses & kNounForm) != 0;
        if (!word.is_capital && is_noun && word.lower.size() >= kLeastLetters &&
            word.lower[0] >= 'a' && word.lower[0] <= 'z' && !word.lower.ends_with("ly") &&
            !word.lower.ends_with("-old") && !is_common(word.lower))
          at->second.insert(word.lower);
      }
    }
    return at->second;
  }

 private:
  const Pile& pile_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<std::string>> words_;
};

}  // namespace

Identities::Identities(const Pile& pile) {
  for (const AnnotatedArticle& article : pile.articles)
    group_.emplace_back(article.names.things.size(), -1);
  constexpr std::size_t kOneIn = 5;
  const NameIndex index(pile);
  WordsBeside words(pile);
  // By name: the last person beside whom it stood, from 1, and a thing of theirs in whose article.
  struct Seen {
    std::size_t person = 0;
    std::size_t thing = 0;
  };
  std::vector<Seen> seen(index.n_names());
  for (std::uint32_t p = 0; p < pile.people.size(); ++p) {
    const Person& person = pile.people[p];
    if (person.name.find(' ') == std::string::npos || person.things.size() < 2) continue;
    std::vector<std::size_t> root(person.things.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto root_of = [&](std::size_t i) {
      while (root[i] != i) i = root[i] = root[root[i]];
      return i;
    };
    std::map<std::string, std::size_t> offices;  // a thing of theirs in whose article it stands
    std::map<std::string, std::size_t> beside;
    // "Lena" alone may be anybody.
    const auto has_full_name = [&](const RecordRef& thing) {
      return pile.articles[thing.article].names.things[thing.index].name.find(' ') !=
             std::string::npos;
    };
    for (std::size_t i = 0; i < person.things.size(); ++i) {
      if (!has_full_name(person.things[i])) continue;
      const std::uint32_t a = person.things[i].article;
      const auto& things = pile.articles[a].names.things;
      for (std::uint32_t t = 0; t < things.size(); ++t) {
        const std::uint32_t id = index.id(a, t);
        if (t == person.things[i].index || !index.is_telling(id, kOneIn) ||
            things[t].name == person.name)
          continue;
        if (seen[id].person == p + 1)
          root[root_of(i)] = root_of(seen[id].thing);
        else
          seen[id] = {p + 1, i};
      }
      if (index.is_small())
        for (const std::string& word : words.of(a, person.things[i].index)) {
          const auto [at, fresh] = beside.try_emplace(word, i);
          if (!fresh) root[root_of(i)] = root_of(at->second);
        }
      for (const std::string& role : offices_of(things[person.things[i].index])) {
        const auto [at, fresh] = offices.try_emplace(role, i);
        if (!fresh) root[root_of(i)] = root_of(at->second);
      }
    }
    std::map<std::size_t, std::int32_t> groups;
    for (std::size_t i = 0; i < person.things.size(); ++i) {
      if (!has_full_name(person.things[i])) continue;
      const auto [at, fresh] = groups.try_emplace(root_of(i), static_cast<std::int32_t>(n_groups_));
      if (fresh) {
        ++n_groups_;
        person_.push_back(p);
      }
      group_[person.things[i].article][person.things[i].index] = at->second;
    }
  }
}

std::int32_t Identities::group(std::uint32_t article, std::int32_t thing) const {
  return thing < 0 ? -1 : group_[article][static_cast<std::size_t>(thing)];
}

}  // namespace fabula::dating
