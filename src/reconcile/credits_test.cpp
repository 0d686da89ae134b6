#include "reconcile/credits.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::reconcile {
namespace {

Article make_article(std::string text, Role role = Role::kBody) {
  Article article;
  article.text = std::move(text);
  article.paragraphs.push_back(
      {{0, static_cast<std::uint32_t>(article.text.size())}, role, "role.body"});
  return article;
}

void expect_credit(const Article& article, std::string_view name, std::string_view words) {
  const auto found = find_credit(article);
  ASSERT_TRUE(found) << article.text;
  EXPECT_EQ(found->name, name);
  EXPECT_EQ(words_of(article.text, found->range), words);
}

TEST(Credits, InBracketsNearTheBeginning) {
  expect_credit(make_article("VALE (Reuters) - The bridge is shut."), "Reuters", "(Reuters)");
  expect_credit(make_article("The bridge is shut, the port said. (AP)"), "Associated Press",
                "(AP)");
}

TEST(Credits, InADatelineWhateverItsName) {
  expect_credit(make_article("VALE, June 11 (Meridian Wire) — The bridge is shut."),
                "Meridian Wire", "(Meridian Wire)");
  EXPECT_FALSE(find_credit(make_article("The bridge (Old Stone) - so it is called - is shut.")));
  EXPECT_FALSE(find_credit(make_article("VALE (the port) — The bridge is shut.")));
}

TEST(Credits, InBylineOutletAndCopyrightLine) {
  Article article = make_article("The bridge is shut.");
  article.byline = "Mara Voss, Associated Press";
  expect_credit(article, "Associated Press", "");
  expect_credit(make_article("By Mara Voss, UPI, United Press International", Role::kByline),
                "United Press International", "United Press International");
  expect_credit(make_article("The bridge is shut.\n© 2031 Reuters. All rights reserved."),
                "Reuters", "Reuters");
}

TEST(Credits, SpeakingToAnAgencyIsNone) {
  EXPECT_FALSE(find_credit(make_article("The bridge is shut, the port told Reuters.")));
  EXPECT_FALSE(find_credit(make_article("")));
}

}  // namespace
}  // namespace fabula::reconcile
