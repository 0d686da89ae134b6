// The scores of what is right in all, and of what is wrong in a known way.
#include "story_scores.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace fabula::eval {
namespace {

using nlohmann::json;
using worlds::Conflict;
using worlds::Novelty;
using worlds::Telling;
using worlds::World;

constexpr std::uint32_t kOffset = 7;  // of the text in the frozen text

json span(const World& world, std::uint32_t article, Range range) {
  return {{"article", world.articles[article].id},
          {"begin", range.begin + kOffset},
          {"end", range.end + kOffset}};
}

StoryScores::Places places_of(const World& world) {
  StoryScores::Places places;
  for (std::uint32_t i = 0; i < world.articles.size(); ++i)
    places[world.articles[i].id] = {i, kOffset};
  return places;
}

// What a program without a fault would export.
json perfect(const World& world) {
  json pile = {
      {"events", json::array()}, {"news", json::array()}, {"disagreements", json::array()}};
  std::map<std::uint32_t, json> events;
  for (std::uint32_t a = 0; a < world.articles.size(); ++a)
    for (const worlds::StorySentence& sentence : world.articles[a].sentences) {
      json item = span(world, a, sentence.range);
      if (sentence.telling == Telling::kTold || sentence.telling == Telling::kFigure)
        events[sentence.events.front()].push_back(item);
      item["label"] = worlds::name_of(sentence.novelty);
      item["earlier"] = nullptr;
      if (sentence.earlier) {
        const auto [article, number] = *sentence.earlier;
        item["earlier"] = span(world, article, world.articles[article].sentences[number].range);
      }
      pile["news"].push_back(item);
    }
  for (const auto& [number, tellings] : events) pile["events"].push_back({{"tellings", tellings}});
  constexpr const char* kKinds[] = {"count", "event-date", "age"};
  for (const Conflict& conflict : world.conflicts) {
    if (conflict.agrees) continue;
    json values = json::array();
    for (const Conflict::Account& account : conflict.accounts) {
      const bool is_day = conflict.kind == worlds::Slip::Kind::kDay;
      const worlds::Day day{worlds::days{account.value}};
      values.push_back({{"value", is_day ? worlds::iso_date(day) : std::to_string(account.value)},
                        {"tellings", json::array({span(world, account.article, account.range)})}});
    }
    pile["disagreements"].push_back(
        {{"kind", kKinds[static_cast<std::size_t>(conflict.kind)]}, {"values", values}});
  }
  return pile;
}

TEST(StoryScores, AllRight) {
  StoryScores scores;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const World world = worlds::make_world(
        worlds::story_options(seed, static_cast<std::uint32_t>(seed % worlds::kParaphraseSets)));
    scores.add(world, perfect(world), places_of(world));
  }
  EXPECT_EQ(scores.n_unread, 0U);
  EXPECT_NEAR(scores.told_f1, 10, 1e-9);
  EXPECT_NEAR(scores.figures_f1, 10, 1e-9);
  EXPECT_EQ(scores.n_told, scores.n_told_found);
  EXPECT_NEAR(scores.novelty_f1(), 1, 1e-9);
  EXPECT_EQ(scores.n_known, scores.n_earlier_right);
  for (const Counts& counts : scores.conflicts) {
    EXPECT_GT(counts.right, 0U);
    EXPECT_EQ(counts.missed + counts.wrong, 0U);
  }
  EXPECT_GT(scores.n_agreeing, 0U);
  EXPECT_EQ(scores.n_false_agreeing, 0U);
}

TEST(StoryScores, NothingFound) {
  const World world = worlds::make_world(worlds::story_options(3, 2));
  StoryScores scores;
  scores.add(world,
             {{"events", json::array()}, {"news", json::array()}, {"disagreements", json::array()}},
             places_of(world));
  EXPECT_EQ(scores.n_told_found, 0U);
  EXPECT_NEAR(scores.told_sum.precision, 1, 1e-9);
  EXPECT_LT(scores.told_sum.recall, 0.7);
  EXPECT_EQ(scores.novelty_f1(), 0);
}

// What agrees is reported, and a number that nobody told.
TEST(StoryScores, WrongConflicts) {
  const World world = worlds::make_world(worlds::story_options(3, 1));
  json pile = perfect(world);
  pile["disagreements"] = json::array();
  std::size_t n = 0;
  for (const Conflict& conflict : world.conflicts) {
    if (!conflict.agrees || conflict.kind != worlds::Slip::Kind::kNumber) continue;
    json values = json::array();
    for (const Conflict::Account& account : conflict.accounts)
      values.push_back({{"value", account.value},
                        {"tellings", json::array({span(world, account.article, account.range)})}});
    pile["disagreements"].push_back({{"kind", "number"}, {"values", values}});
    ++n;
  }
  pile["disagreements"].push_back({{"kind", "place"}, {"values", json::array()}});
  StoryScores scores;
  scores.add(world, pile, places_of(world));
  EXPECT_GT(n, 0U);
  EXPECT_EQ(scores.n_false_agreeing, n);
  EXPECT_EQ(scores.conflicts[0].wrong, n);
  EXPECT_EQ(scores.n_other_kinds, 1U);
}

TEST(StoryScores, BCubedOfSmallClusters) {
  // Two true pairs; one is found, the other lies in two.
  const BCubed score = bcubed({1, 1, 2, 2}, {5, 5, 6, std::nullopt});
  EXPECT_EQ(score.n, 4U);
  EXPECT_NEAR(score.precision, 4, 1e-9);
  EXPECT_NEAR(score.recall, 3, 1e-9);
}

}  // namespace
}  // namespace fabula::eval
