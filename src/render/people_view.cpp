// The table of people: under which names, as what, how often named, how much they said.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "render/labels.hpp"
#include "render/statements.hpp"
#include "render/views.hpp"
#include "text/fold.hpp"

namespace fabula::render {
namespace {

bool holds(std::string_view whole, std::string_view folded_part) {
  return text::fold(whole).text.find(folded_part) != std::string::npos;
}

bool is_wanted(const Person& person, const PeopleFilter& filter) {
  const std::string part = text::fold(filter.who).text;
  return holds(person.name, part) ||
         std::any_of(person.forms.begin(), person.forms.end(),
                     [&](const std::string& form) { return holds(form, part); });
}

Cell number(std::uint64_t n) { return static_cast<std::int64_t>(n); }

}  // namespace

Table people_table(const Pile& pile, const PeopleFilter& filter) {
  Table table{{{"id", "", 0},
               {"name", "NAME", 28},
               {"forms", "ALSO CALLED", 0},
               {"roles", "AS", 40},
               {"mentions", "MENTIONS", 8},
               {"statements", "STATEMENTS", 10},
               {"articles", "ARTICLES", 8},
               {"rule", "", 0},
               {"short", "ID", 8}},
              {}};
  const std::vector<std::uint32_t> n_statements = count_statements(pile);
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < pile.people.size(); ++i)
    if (is_wanted(pile.people[i], filter)) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
    return pile.people[x].n_mentions > pile.people[y].n_mentions;
  });
  for (const std::size_t i : order) {
    const Person& p = pile.people[i];
    std::vector<std::string> others;
    for (const std::string& form : p.forms)
      if (form != p.name) others.push_back(form);
    std::set<std::uint32_t> articles;
    for (const RecordRef& thing : p.things) articles.insert(thing.article);
    table.rows.push_back({p.id, p.name, fmt::format("{}", fmt::join(others, "; ")),
                          fmt::format("{}", fmt::join(p.roles, "; ")), number(p.n_mentions),
                          number(n_statements[i]), number(articles.size()), p.rule,
                          short_id(p.id)});
  }
  return table;
}

}  // namespace fabula::render
