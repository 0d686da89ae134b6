#include "render/html_bars.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace fabula::render {
namespace {

using testing::HasSubstr;
using testing::Not;

const Day kFirst = *parse_iso_day("2024-03-11");
const Day kLast = *parse_iso_day("2024-05-02");

std::string drawn(const When& when, std::string_view words = "in words") {
  const std::vector<When> whens = {when_between(kFirst, kLast, Grain::kDay), when};
  std::ostringstream out;
  Bars("test", whens, out).write_bar(when, "read", words);
  return out.str();
}

TEST(HtmlBars, ADayIsAMark) {
  EXPECT_THAT(drawn(when_day(kFirst)), HasSubstr("<circle "));
  EXPECT_THAT(drawn(when_day(kFirst)), Not(HasSubstr("<rect ")));
}

TEST(HtmlBars, AWindowIsABar) {
  EXPECT_THAT(drawn(when_between(kFirst, kLast, Grain::kDay)),
              HasSubstr("<rect class=\"bar\" x=\"1.6%\" width=\"96.8%\""));
}

TEST(HtmlBars, AnOpenEndFadesAndHasAnArrow) {
  const std::string by = drawn(when_between(std::nullopt, kLast, Grain::kDay));
  EXPECT_THAT(by, HasSubstr("<rect class=\"bar before\" x=\"0.0%\" width=\"98.4%\""));
  EXPECT_THAT(by, HasSubstr("class=\"arrow\""));
  const std::string from = drawn(when_between(kFirst, std::nullopt, Grain::kDay));
  EXPECT_THAT(from, HasSubstr("<rect class=\"bar after\" x=\"1.6%\" width=\"98.4%\""));
  EXPECT_THAT(from, HasSubstr("class=\"arrow\""));
}

TEST(HtmlBars, WordsSayTheSame) {
  EXPECT_THAT(drawn(when_day(kFirst), "read from “<b>”"),
              HasSubstr("role=\"img\" focusable=\"false\" aria-label=\"read from “&lt;b&gt;”\""));
}

TEST(HtmlBars, NothingKnownIsNotDrawn) {
  EXPECT_EQ(drawn({}), "");
  std::ostringstream out;
  Bars("test", {}, out).write_scale();
  EXPECT_EQ(out.str(), "");
}

TEST(HtmlBars, NoStyleOfTheirOwn) { EXPECT_THAT(drawn(when_day(kFirst)), Not(HasSubstr("style"))); }

}  // namespace
}  // namespace fabula::render
