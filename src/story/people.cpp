#include "story/people.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace fabula::story {
namespace {

// Adds `more` to a sorted list, each entry once.
void merge_into(std::vector<std::string>& sorted, const std::vector<std::string>& more) {
  sorted.insert(sorted.end(), more.begin(), more.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
}

// The name folded, with single blanks between its words: "MARIA  Silva" and "Maria Silva" are one.
std::string folded_name(std::string_view name) {
  const std::string folded = text::fold(name).text;
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    if (text::is_space(c.value)) {
      blank = !out.empty();
    } else {
      if (blank) out += ' ';
      blank = false;
      out.append(folded, at, c.n_bytes);
    }
    at += c.n_bytes;
  }
  return out;
}

// How a name is written in the pile: most articles, then the smallest in byte order.
std::string usual_spelling(const std::map<std::string, std::size_t>& spellings) {
  const auto usual =
      std::max_element(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first > b.first;
      });
  return usual->first;
}

struct Join {
  Person person;
  std::map<std::string, std::size_t> spellings;  // of the full name, with their articles
};

void add_thing(Join& join, const NamedThing& thing, RecordRef place) {
  ++join.spellings[thing.name];
  merge_into(join.person.forms, thing.forms);
  merge_into(join.person.forms, {thing.name});
  merge_into(join.person.roles, thing.roles);
  join.person.things.push_back(place);
  join.person.n_mentions += thing.n_mentions;
}

}  // namespace

std::vector<Person> join_people(std::span<const AnnotatedArticle> articles) {
  // A full name joins across articles; a name of one word belongs to its article.
  std::map<std::pair<std::string, std::string>, Join> joins;  // (article id or "", folded name)
  for (std::uint32_t a = 0; a < articles.size(); ++a) {
    const std::vector<NamedThing>& things = articles[a].names.things;
    for (std::uint32_t t = 0; t < things.size(); ++t) {
      if (things[t].kind != NameKind::kPerson) continue;
      const std::string name = folded_name(things[t].name);
      const bool is_full = name.find(' ') != std::string::npos;
      Join& join = joins[{is_full ? std::string() : articles[a].article.id, name}];
      join.person.rule = is_full ? "person.full-name" : "person.one-article";
      add_thing(join, things[t], {a, t});
    }
  }
  std::vector<Person> people;
  people.reserve(joins.size());
  for (auto& [key, join] : joins) {
    const auto& [article_id, name] = key;
    join.person.id =
        article_id.empty() ? content_id('p', {name}) : content_id('p', {article_id, name});
    join.person.name = usual_spelling(join.spellings);
    people.push_back(std::move(join.person));
  }
  std::sort(people.begin(), people.end(), [](const Person& a, const Person& b) {
    return std::pair(a.name, a.id) < std::pair(b.name, b.id);
  });
  return people;
}

}  // namespace fabula::story
