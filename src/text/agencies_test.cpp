#include "text/agencies.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::text {
namespace {

CreditLines lines_of(std::string_view text) {
  CreditLines lines;
  lines.text = text;
  lines.openings.push_back({0, static_cast<std::uint32_t>(text.size())});
  return lines;
}

void expect_credit(const CreditLines& lines, std::string_view name, std::string_view words) {
  const auto found = find_agency_credit(lines);
  ASSERT_TRUE(found) << lines.text;
  EXPECT_EQ(found->name, name);
  EXPECT_EQ(lines.text.substr(found->range.begin, found->range.size()), words);
}

TEST(Agencies, InBracketsNearTheBeginning) {
  expect_credit(lines_of("VALE (Reuters) - The bridge is shut."), "Reuters", "(Reuters)");
  expect_credit(lines_of("The bridge is shut, the port said. (AP)"), "Associated Press", "(AP)");
  expect_credit(lines_of("VALE, June 11 /PRNewswire/ -- Quay Ltd"), "PR Newswire", "/PRNewswire/");
  EXPECT_TRUE(find_agency_credit(lines_of("VALE, June 11 /PRNewswire/ -- Quay"))->is_release);
  EXPECT_FALSE(find_agency_credit(lines_of(std::string(400, 'x') + " (Reuters) - The bridge")));
}

TEST(Agencies, LettersThatMeanSomethingElseNeedADash) {
  EXPECT_FALSE(find_agency_credit(lines_of("Sen. Mara Voss (PA) said the bridge is shut.")));
  EXPECT_FALSE(find_agency_credit(lines_of("The bridge is shut, says Tern (CP).")));
  expect_credit(lines_of("Vale (PA) — The bridge is shut."), "PA Media", "(PA)");
}

TEST(Agencies, InADatelineWhateverItsName) {
  expect_credit(lines_of("VALE, June 11 (Meridian Wire) — The bridge is shut."), "Meridian Wire",
                "(Meridian Wire)");
  EXPECT_FALSE(find_agency_credit(lines_of("The bridge (Old Stone) - so it is called - is shut.")));
  EXPECT_FALSE(find_agency_credit(lines_of("VALE (the port) — The bridge is shut.")));
}

TEST(Agencies, NamedFirstAndWhole) {
  CreditLines lines = lines_of("The bridge is shut.");
  lines.byline = "Mara Voss, Australian Associated Press";
  expect_credit(lines, "Australian Associated Press", "");
  lines.byline = "Pipa Media";
  EXPECT_FALSE(find_agency_credit(lines));
  lines.outlet = "Reuters";
  expect_credit(lines, "Reuters", "");
  expect_credit(lines_of("The bridge is shut.\n© 2031 Reuters. All rights reserved."), "Reuters",
                "Reuters");
}

TEST(Agencies, CreditLines) {
  EXPECT_TRUE(is_agency_credit_line("The Associated Press contributed to this report."));
  EXPECT_TRUE(is_agency_credit_line("Reporting by Mara Voss for Reuters; editing by Ina Tern"));
  EXPECT_FALSE(is_agency_credit_line("She told Reuters that the bridge is shut."));
  EXPECT_FALSE(is_agency_credit_line("Reporting by Mara Voss."));
}

}  // namespace
}  // namespace fabula::text
