#include "segment/mark_path.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "segment/segment_testing.hpp"

namespace fabula::segment {
namespace {

// The paragraphs of `text` (lines) as one run, the way marks.cpp puts them together.
std::vector<Step> steps_of(const std::string& text) {
  std::vector<Step> steps;
  const Article article = article_of_lines(text);
  for (const Paragraph& paragraph : article.paragraphs) {
    const std::vector<Mark> marks = collect_marks(article.text, paragraph.range);
    if (!marks.empty() && !steps.empty() && marks[0].is_at_start && marks[0].open_cost <= 3)
      steps.back().reopens = marks[0].glyph.kind;
    for (const Mark& mark : marks)
      steps.push_back({mark, false, GlyphKind::kNone, false, mark.range.begin});
    steps.push_back({{}, true, GlyphKind::kNone, false, paragraph.range.end});
  }
  return steps;
}

constexpr int kNoWay = std::numeric_limits<int>::max();

// The reference: tries every action at every step. Exponential.
int lowest_cost(const std::vector<Step>& steps, std::size_t i, OpenMarks open) {
  if (i == steps.size()) return open == OpenMarks{} ? 0 : kNoWay;
  int lowest = kNoWay;
  for (std::size_t a = 0; a < kActions; ++a) {
    const auto move = try_move(open, steps[i], static_cast<Action>(a), {});
    if (!move) continue;
    const int rest = lowest_cost(steps, i + 1, move->next);
    if (rest != kNoWay) lowest = std::min(lowest, move->cost + rest);
  }
  return lowest;
}

int cost_of(const std::vector<Step>& steps, const std::vector<Action>& actions) {
  OpenMarks open;
  int cost = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto move = try_move(open, steps[i], actions[i], {});
    if (!move) return kNoWay;
    cost += move->cost;
    open = move->next;
  }
  return open == OpenMarks{} ? cost : kNoWay;
}

// All texts of `pieces` up to `length` pieces.
void expect_cheapest(const std::vector<std::string>& pieces, int length) {
  std::vector<std::string> texts{""};
  for (int n = 1; n <= length; ++n) {
    std::vector<std::string> longer;
    for (const std::string& text : texts)
      for (const std::string& piece : pieces) longer.push_back(text + piece);
    for (const std::string& text : longer) {
      const std::vector<Step> steps = steps_of(text);
      if (steps.empty()) continue;
      const std::vector<Action> actions = cheapest_reading(steps, {});
      ASSERT_EQ(cost_of(steps, actions), lowest_cost(steps, 0, {})) << text;
    }
    texts = std::move(longer);
  }
}

TEST(CheapestReading, IsCheapestForEveryShortText) { expect_cheapest({"a", "b", "\"", " "}, 7); }

TEST(CheapestReading, IsCheapestWithSingleMarksAndParagraphs) {
  expect_cheapest({"a", "\"", " ", "’", "“", "\n"}, 5);
}

TEST(CheapestReading, PairsBalancedMarks) {
  using enum Action;
  const auto reading = [](const std::string& text) { return cheapest_reading(steps_of(text), {}); };
  EXPECT_EQ(reading("\"a\""), (std::vector{kOpen, kClose, kEnd}));
  EXPECT_EQ(reading("a \"b\" a"), (std::vector{kOpen, kClose, kEnd}));
  EXPECT_EQ(reading("\"a\" \"b\""), (std::vector{kOpen, kClose, kOpen, kClose, kEnd}));
  EXPECT_EQ(reading("“a ‘b’”"), (std::vector{kOpen, kOpen, kClose, kClose, kEnd}));
  EXPECT_EQ(reading("\"a. \"b\""), (std::vector{kOpen, kReopen, kClose, kEnd}));
  EXPECT_EQ(reading("\"a.\n\"b.\""), (std::vector{kOpen, kGoOn, kReopen, kClose, kEnd}));
  EXPECT_EQ(reading("the b’ a"), (std::vector{kNone, kEnd}));
}

TEST(CheapestReading, StaysFastOnManyMarks) {
  std::vector<Step> steps(400000);
  Mark mark;
  mark.glyph = glyph_at("\"", 0);
  for (Step& step : steps) step.mark = mark;
  steps.back() = {{}, true, GlyphKind::kNone, false, 0};
  EXPECT_EQ(cheapest_reading(steps, {}).size(), steps.size());
}

}  // namespace
}  // namespace fabula::segment
