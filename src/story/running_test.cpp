#include "story/running.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "story/pile_test.hpp"
#include "story/stories.hpp"

namespace fabula::story {
namespace {

using testing::ElementsAre;
using Groups = std::vector<std::vector<std::uint32_t>>;

const Context kOneThread{1, {}, nullptr};

// Each article a part of its own.
class Running : public testing::Test {
 protected:
  void add(std::string_view text, std::string_view day) { add_article(pile_, text, day); }

  Groups joined(const std::vector<std::uint32_t>& forms = {}) const {
    const std::size_t n = pile_.articles.size();
    const auto any = [](std::uint32_t) { return true; };
    const Terms terms = weigh_terms(pile_.articles, kOneThread);
    const std::vector<Alike> alike = find_alike(terms, any, any, kOneThread);
    Groups parts;
    for (std::uint32_t i = 0; i < n; ++i) parts.push_back({i});
    std::vector<bool> is_form(n);
    for (const std::uint32_t i : forms) is_form[i] = true;
    Groups groups = join_running(pile_, terms, parts, alike, is_form, {2, {}, nullptr});
    std::ranges::sort(groups);
    return groups;
  }

  Pile pile_;
};

TEST_F(Running, GoesOnFromWeekToWeek) {
  add("Marl fever shut two schools in Ostrey.", "2024-05-06");
  add("A vaccine against Marl fever reached Ostrey.", "2024-05-30");
  add("Marl fever: the harbour of Ostrey opened again.", "2024-06-25");
  add("Plum cake was sold at the fair in Lund.", "2024-05-07");
  EXPECT_THAT(joined(), ElementsAre(ElementsAre(0, 1, 2), ElementsAre(3)));
}

TEST_F(Running, RestsForAMonthAtMost) {
  add("Marl fever shut two schools in Ostrey.", "2024-05-06");
  add("A vaccine against Marl fever reached Ostrey.", "2024-06-06");
  EXPECT_EQ(joined().size(), 2U);
}

TEST_F(Running, NotWithoutDays) {
  add("Marl fever shut two schools in Ostrey.", "2024-05-06");
  add("A vaccine against Marl fever reached Ostrey.", {});
  EXPECT_EQ(joined().size(), 2U);
}

TEST_F(Running, FormsStayApart) {
  add("Marl fever shut two schools in Ostrey.", "2024-05-06");
  add("A vaccine against Marl fever reached Ostrey.", "2024-05-07");
  EXPECT_EQ(joined({0}).size(), 2U);
}

TEST_F(Running, OfNothing) { EXPECT_TRUE(joined().empty()); }

TEST(RunningStories, ArePartsOfOneStory) {
  Pile pile;
  add_article(pile, "Marl fever shut two schools in Ostrey. Pupils stay at home.", "2024-05-06");
  add_article(pile, "Marl fever shut two schools in Ostrey. Pupils work at home.", "2024-05-07");
  add_article(pile, "Gulls at Ostrey carried Marl fever, a laboratory found.", "2024-05-20");
  add_article(pile, "A laboratory found Marl fever in gulls of Ostrey.", "2024-05-21");
  const Grouping made = group_articles(pile, weigh_terms(pile.articles, kOneThread), kOneThread);
  ASSERT_EQ(made.part_of.size(), 4U);
  EXPECT_EQ(made.part_of[0], made.part_of[1]);
  EXPECT_EQ(made.part_of[2], made.part_of[3]);
  EXPECT_EQ(made.stories.size(), 1U);
}

}  // namespace
}  // namespace fabula::story
