#include "dating/identity.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

namespace fabula::dating {
namespace {

// Names as numbers, with the articles that hold them.
struct NameIndex {
  std::map<std::string_view, std::vector<std::uint32_t>> articles;  // sorted, each once
};

NameIndex index_names(const Pile& pile) {
  NameIndex index;
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a)
    for (const NamedThing& thing : pile.articles[a].names.things) {
      std::vector<std::uint32_t>& list = index.articles[thing.name];
      if (list.empty() || list.back() != a) list.push_back(a);
    }
  return index;
}

// So few articles of the pile that sharing the name says something.
bool is_telling(std::size_t n_with_it, std::size_t n_articles) {
  constexpr std::size_t kSmallPile = 20;
  constexpr std::size_t kMostShare = 5;  // one in so many
  return n_articles < kSmallPile || n_with_it * kMostShare <= n_articles;
}

}  // namespace

Identities::Identities(const Pile& pile) {
  for (const AnnotatedArticle& article : pile.articles)
    group_.emplace_back(article.names.things.size(), -1);
  const NameIndex index = index_names(pile);
  for (std::uint32_t p = 0; p < pile.people.size(); ++p) {
    const Person& person = pile.people[p];
    if (person.name.find(' ') == std::string::npos || person.things.size() < 2) continue;
    std::vector<std::size_t> root(person.things.size());
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto root_of = [&](std::size_t i) {
      while (root[i] != i) i = root[i] = root[root[i]];
      return i;
    };
    std::map<std::string_view, std::size_t> seen;  // name -> a thing in whose article it stands
    // "Lena" alone may be anybody.
    const auto has_full_name = [&](const RecordRef& thing) {
      return pile.articles[thing.article].names.things[thing.index].name.find(' ') !=
             std::string::npos;
    };
    for (std::size_t i = 0; i < person.things.size(); ++i) {
      if (!has_full_name(person.things[i])) continue;
      const auto& things = pile.articles[person.things[i].article].names.things;
      for (std::uint32_t t = 0; t < things.size(); ++t) {
        if (t == person.things[i].index || things[t].name == person.name) continue;
        const auto& holders = index.articles.at(things[t].name);
        if (holders.size() < 2 || !is_telling(holders.size(), pile.articles.size())) continue;
        const auto [at, fresh] = seen.try_emplace(things[t].name, i);
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
