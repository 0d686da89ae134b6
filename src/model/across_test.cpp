#include "model/across.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace fabula {
namespace {

// a   xx We warned them three times, and nobody came.
// b   We warned them twice, all of them, and nobody came. yy
struct Sample {
  std::string a = "xx We warned them three times, and nobody came.";
  std::string b = "We warned them twice, all of them, and nobody came. yy";
  ReuseLink link;

  Sample() {
    link.a = {0, find(a, "We warned them three times, and nobody came.")};
    link.b = {1, find(b, "We warned them twice, all of them, and nobody came.")};
    link.edits = {
        {"replace", find(a, "three times"), find(b, "twice")},
        {"insert", {find(a, " and").begin, find(a, " and").begin}, find(b, " all of them,")}};
  }
  static Range find(std::string_view text, std::string_view words) {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }
  std::string_view to_b(std::string_view words) const {
    return words_of(b, across(link, Side::kA, find(a, words)));
  }
  std::string_view to_a(std::string_view words) const {
    return words_of(a, across(link, Side::kB, find(b, words)));
  }
};

TEST(Across, KeepsEqualWords) {
  const Sample s;
  EXPECT_EQ(s.to_b("warned"), "warned");
  EXPECT_EQ(s.to_b("nobody came."), "nobody came.");
  EXPECT_EQ(s.to_a("nobody came."), "nobody came.");
}

TEST(Across, TakesWholeEdits) {
  const Sample s;
  EXPECT_EQ(s.to_b("them three times"), "them twice");
  EXPECT_EQ(s.to_b("them three"), "them twice");
  EXPECT_EQ(s.to_b("times, and nobody"), "twice, all of them, and nobody");
  EXPECT_EQ(s.to_a("twice"), "three times");
  EXPECT_EQ(s.to_a("all of them"), "");
  EXPECT_EQ(s.to_a("twice, all of them, and"), "three times, and");
}

TEST(Across, LeavesWordsPutInAtAnEndOutside) {
  const Sample s;
  EXPECT_EQ(s.to_b("three times,"), "twice,");
  EXPECT_EQ(s.to_b(" and nobody"), " and nobody");
}

TEST(Across, PassesOverWhatIsOutside) {
  const Sample s;
  EXPECT_EQ(s.to_b("xx We"), "We");
  EXPECT_EQ(s.to_a("came. yy"), "came.");
  EXPECT_EQ(s.to_a("yy"), "");
}

// Every stretch of a: mapped ends rise, stay inside, and the whole is the whole.
TEST(Across, EveryStretchStaysInside) {
  const Sample s;
  const Range whole = s.link.a.range;
  EXPECT_EQ(across(s.link, Side::kA, whole), s.link.b.range);
  EXPECT_EQ(across(s.link, Side::kB, s.link.b.range), whole);
  for (std::uint32_t begin = 0; begin < s.a.size(); ++begin)
    for (std::uint32_t end = begin + 1; end <= s.a.size(); ++end) {
      const Range mapped = across(s.link, Side::kA, {begin, end});
      ASSERT_LE(mapped.begin, mapped.end);
      ASSERT_GE(mapped.begin, s.link.b.range.begin);
      ASSERT_LE(mapped.end, s.link.b.range.end);
      const Range wider =
          across(s.link, Side::kA,
                 {begin, std::min<std::uint32_t>(end + 1, static_cast<std::uint32_t>(s.a.size()))});
      if (!mapped.empty()) {
        ASSERT_GE(wider.end, mapped.end);
      }
    }
}

TEST(Across, WithoutEditsTheWholeOrTheSamePlace) {
  ReuseLink link;
  link.a = {0, {10, 20}};
  link.b = {1, {50, 60}};
  EXPECT_EQ(across(link, Side::kA, {12, 15}), (Range{52, 55}));
  link.b.range.end = 70;
  EXPECT_EQ(across(link, Side::kA, {12, 15}), (Range{50, 70}));
}

}  // namespace
}  // namespace fabula
