#include "timeline/news_events.hpp"

#include <gtest/gtest.h>

#include "timeline/news_pile_test.hpp"

namespace fabula::timeline {
namespace {

// Four articles, each a story; `n` events that the first and the third one tell.
NewsPile stories_with(std::size_t n) {
  NewsPile p;
  for (std::uint32_t i = 0; i < 4; ++i) {
    p.add("The dam at Orra broke.", "2024-05-13");
    p.pile.stories.push_back({"s", {{i, -1, {}, {}, {}}}, i, 1});
  }
  for (std::size_t e = 0; e < n; ++e) {
    Event& event = p.pile.events.emplace_back();
    event.rule = "event.dated-sentence";
    event.tellings = {{0, {0, 4}}, {2, {0, 4}}};
  }
  return p;
}

TEST(NewsEvents, StoriesThatTellTheSameEventsAreLookedAtTogether) {
  using Groups = std::vector<std::vector<std::uint32_t>>;
  EXPECT_EQ(group_stories(stories_with(kFewestShared).pile), (Groups{{0, 2}, {1}, {3}}));
  EXPECT_EQ(group_stories(stories_with(kFewestShared - 1).pile), (Groups{{0}, {1}, {2}, {3}}));
}

}  // namespace
}  // namespace fabula::timeline
