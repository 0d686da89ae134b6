#include "reuse/copies.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "reuse/reuse.hpp"
#include "reuse/test_pile.hpp"

namespace fabula::reuse {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

std::vector<std::vector<std::uint32_t>> groups_of(const std::vector<AnnotatedArticle>& pile) {
  Context context;
  context.threads = 1;
  const auto found = find_reuse(pile, {}, context);
  EXPECT_TRUE(found.has_value());
  std::vector<std::vector<std::uint32_t>> groups;
  for (const CopyGroup& group : found->copies) groups.push_back(group.articles);
  return groups;
}

std::string first_words(const std::string& text, std::size_t n) { return text.substr(0, 9 * n); }

// Long articles that hold most of a short story lie before and after it.
TEST(Copies, AnArticleJoinsTheOneItIsMostLike) {
  std::mt19937 random(7);
  const std::string story = random_words(random, 150, 100000);
  const auto own = [&](std::size_t n) { return random_words(random, n, 100000); };
  const std::vector pile = {
      make_article("a1", own(400) + first_words(story, 120), "A", may(1)),
      make_article("a2", story, "B", may(2)),
      make_article("a3", own(300) + story + own(300), "C", may(3)),
      make_article("a4", first_words(story, 149) + own(1), "D", may(4)),
      make_article("a5", first_words(story, 70), "E", may(5)),
  };
  EXPECT_THAT(groups_of(pile), ElementsAre(ElementsAre(0, 1, 3, 4)));
}

// The next of kin is in a group whose leader shares too little: another group that fits is taken.
TEST(Copies, TheLeaderMustShareEnough) {
  std::mt19937 random(8);
  const std::string story = random_words(random, 200, 100000);
  const auto own = [&](std::size_t n) { return random_words(random, n, 100000); };
  const std::vector pile = {
      make_article("a1", own(150) + story.substr(9 * 60), "A", may(1)),
      make_article("a2", story, "B", may(2)),
      make_article("a3", own(120) + first_words(story, 130), "C", may(3)),
      make_article("a4", first_words(story, 120) + own(5), "D", may(4)),
  };
  EXPECT_THAT(groups_of(pile), UnorderedElementsAre(ElementsAre(0, 1), ElementsAre(2, 3)));
}

// The leader was cut down by another hand than the rest.
TEST(Copies, HalfIsEnoughOfNextOfKin) {
  std::mt19937 random(10);
  const std::string story = random_words(random, 200, 100000);
  const auto own = [&](std::size_t n) { return random_words(random, n, 100000); };
  const std::vector pile = {
      make_article("a1", first_words(story, 125) + own(100), "A", may(1)),
      make_article("a2", story, "B", may(2)),
      make_article("a3", own(10) + story.substr(9 * 20), "C", may(3)),
      make_article("a4", own(100) + story.substr(9 * 15, 9 * 110), "D", may(4)),
  };
  // a3 shares 105 of 190 words with a1, and 180 of 200 with a2; a4 has no such kin, and 110 of 210.
  EXPECT_THAT(groups_of(pile), ElementsAre(ElementsAre(0, 1, 2)));
}

// Every article is like the one before it, and the last has nothing of the first.
TEST(Copies, NothingIsJoinedThroughAThird) {
  std::mt19937 random(9);
  const std::string story = random_words(random, 300, 100000);
  std::vector<AnnotatedArticle> pile;
  for (unsigned i = 0; i < 5; ++i)
    pile.push_back(
        make_article("a" + std::to_string(i), story.substr(9 * 40 * i, 9 * 120), "A", may(1 + i)));
  EXPECT_THAT(groups_of(pile), UnorderedElementsAre(ElementsAre(0, 1), ElementsAre(2, 3)));
}

}  // namespace
}  // namespace fabula::reuse
