// The table of stories: what each is about, in a title of its own, how many articles, from when.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "render/labels.hpp"
#include "render/views.hpp"

namespace fabula::render {
namespace {

// "Marl Echo, Orra Post and 12 more"
std::string some_of(const std::set<std::string>& outlets) {
  constexpr std::size_t kMost = 10;
  const std::size_t n = outlets.size() > kMost ? kMost - 1 : outlets.size();
  const auto end = std::next(outlets.begin(), static_cast<std::ptrdiff_t>(n));
  std::string text = fmt::format("{}", fmt::join(outlets.begin(), end, ", "));
  if (n < outlets.size()) text += fmt::format(" and {} more", outlets.size() - n);
  return text;
}

Cell number(std::uint64_t n) { return static_cast<std::int64_t>(n); }

}  // namespace

When days_of(const Pile& pile, const Story& story) {
  std::optional<Day> first, last;
  for (const Membership& member : story.members) {
    const When& when = pile.articles[member.article].article.published.when;
    if (!when.earliest || !when.latest) continue;
    first = first ? std::min(*first, *when.earliest) : *when.earliest;
    last = last ? std::max(*last, *when.latest) : *when.latest;
  }
  return first ? when_between(first, last, Grain::kDay) : When{};
}

Table stories_table(const Pile& pile) {
  Table table{{{"id", "", 0},
               {"title", "STORY", 0},
               {"articles", "ARTICLES", 8},
               {"origins", "ORIGINS", 7},
               {"earliest", "", 0},
               {"latest", "", 0},
               {"days", "PUBLISHED", 25},
               {"outlets", "", 0},
               {"some_outlets", "SOURCES", 30},
               {"article", "", 0},
               {"short", "ID", 8}},
              {}};
  for (const Story& story : pile.stories) {
    std::set<std::string> outlets;
    for (const Membership& member : story.members)
      outlets.insert(source_label(pile.articles[member.article].article));
    const Article& central = pile.articles[story.central].article;
    const When days = days_of(pile, story);
    const auto day = [](const std::optional<Day>& some) {
      return some ? Cell(iso(*some)) : Cell();
    };
    table.rows.push_back({story.id, title_label(central), number(story.members.size()),
                          number(story.n_origins), day(days.earliest), day(days.latest),
                          when_text(days), fmt::format("{}", fmt::join(outlets, ", ")),
                          some_of(outlets), central.id, short_id(story.id)});
  }
  return table;
}

}  // namespace fabula::render
