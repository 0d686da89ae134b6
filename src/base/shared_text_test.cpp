#include "base/shared_text.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "base/short_text.hpp"

namespace fabula {
namespace {

TEST(SharedText, IsTheTextItWasMadeFrom) {
  const SharedText rule = "time.weekday-last";
  EXPECT_EQ(rule, "time.weekday-last");
  EXPECT_EQ(rule, SharedText(std::string("time.weekday-last")));
  EXPECT_NE(rule, SharedText("time.weekday"));
  EXPECT_TRUE(rule.starts_with("time."));
  EXPECT_EQ("rule " + rule, "rule time.weekday-last");
  EXPECT_EQ(fmt::format("{:>20}", rule), "   time.weekday-last");
}

TEST(SharedText, TheEmptyTextIsTheDefault) {
  EXPECT_TRUE(SharedText().empty());
  EXPECT_EQ(SharedText(), SharedText(""));
  EXPECT_EQ(SharedText().str(), "");
}

TEST(SharedText, IsOrderedByItsText) {
  std::vector<SharedText> texts = {"weir", "harbour", "", "mill"};
  std::ranges::sort(texts);
  EXPECT_EQ(texts, (std::vector<SharedText>{"", "harbour", "mill", "weir"}));
}

TEST(SharedText, ThreadsThatMakeTheSameTextsAgree) {
  constexpr int kTexts = 40'000;  // more than a block
  std::vector<std::vector<SharedText>> made(4);
  {
    std::vector<std::jthread> threads;
    for (std::vector<SharedText>& of_thread : made)
      threads.emplace_back([&] {
        for (int i = 0; i < kTexts; ++i) of_thread.push_back("text " + std::to_string(i));
      });
  }
  for (const std::vector<SharedText>& of_thread : made) EXPECT_EQ(of_thread, made.front());
  EXPECT_EQ(made.front()[12'345], "text 12345");
  EXPECT_EQ(made.front().back(), "text 39999");
}

TEST(ShortText, KeepsWhatFits) {
  EXPECT_EQ(ShortText("r0123456789abcdef"), "r0123456789abcdef");
  EXPECT_TRUE(ShortText().empty());
  EXPECT_LT(ShortText("r1"), ShortText("r2"));
  const std::string long_text(100, 'x');
  EXPECT_EQ(ShortText(long_text).str(), long_text.substr(0, ShortText::kMostBytes));
}

}  // namespace
}  // namespace fabula
