#include "dating/likely_days.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace fabula::dating {
namespace {

// Article 0 states no day and is of "weir"; each other has the day and likeness given, and "weir".
class LikelyDay : public testing::Test {
 protected:
  LikelyDay() { add(""); }

  void dated(std::string_view day, float cosine) {
    add(day);
    const auto article = static_cast<std::uint32_t>(pile_.articles.size() - 1);
    nearest_.push_back({article, cosine, {{kWeir, kWeir, cosine}}});
  }
  // The likely day, or "".
  std::string guess(const When& proven = {}) {
    date_ = {};
    date_.when = proven;
    guess_day(pile_, nearest_, date_);
    return date_.when.likely ? iso(*date_.when.likely) : std::string();
  }

  static constexpr Range kWeir{4, 8};
  Pile pile_;
  std::vector<AlikeArticle> nearest_;
  ArticleDate date_;

 private:
  void add(std::string_view day) {
    Article& article = pile_.articles.emplace_back().article;
    article.text = "The weir holds.";
    if (day.empty()) return;
    article.published.when = when_day(*parse_iso_day(day));
    article.published.basis = DateBasis::kStated;
  }
};

TEST_F(LikelyDay, IsTheMedianOfACrowd) {
  dated("2024-03-07", 0.4F);
  dated("2024-03-05", 0.36F);
  dated("2024-03-06", 0.36F);
  dated("2019-01-01", 0.1F);
  EXPECT_EQ(guess(), "2024-03-06");
  ASSERT_EQ(date_.guess.size(), 1U);
  EXPECT_EQ(date_.guess[0].end, "likely");
  EXPECT_EQ(date_.guess[0].because,
            "“weir” (this article) and “weir” (article of 2024-03-07) and “weir” (article of "
            "2024-03-05) and “weir” (article of 2024-03-06): 3 of the 4 dated articles most like "
            "it appeared 2024-03-05 to 2024-03-07");
  EXPECT_EQ(date_.guess[0].words.size(), 4U);
}

TEST_F(LikelyDay, NeedsThreeArticlesAndMostOfTheWeight) {
  dated("2024-03-05", 0.3F);
  dated("2024-03-06", 0.3F);
  EXPECT_EQ(guess(), "");
  dated("2024-03-07", 0.3F);
  EXPECT_EQ(guess(), "2024-03-06");
  dated("2019-01-01", 0.3F);
  EXPECT_EQ(guess(), "2024-03-06");  // three of four parts
  dated("2018-01-01", 0.1F);
  EXPECT_EQ(guess(), "2024-03-06") << "little is nothing";
  dated("2017-01-01", 0.3F);
  EXPECT_EQ(guess(), "");  // three of five
  EXPECT_TRUE(date_.guess.empty());
}

TEST_F(LikelyDay, ReachesAWeekToBothSidesOfOneDay) {
  dated("2024-03-01", 0.3F);
  dated("2024-03-08", 0.3F);
  dated("2024-03-15", 0.3F);
  EXPECT_EQ(guess(), "2024-03-08");
  nearest_.clear();
  dated("2024-03-01", 0.3F);
  dated("2024-03-09", 0.3F);
  dated("2024-03-17", 0.3F);
  EXPECT_EQ(guess(), "");
}

TEST_F(LikelyDay, LiesInsideWhatIsProven) {
  for (const char* day : {"2024-03-05", "2024-03-06", "2024-03-07"}) dated(day, 0.3F);
  for (const char* day : {"2024-06-01", "2024-06-02", "2024-06-03"}) dated(day, 0.2F);
  EXPECT_EQ(guess(), "2024-03-06");
  EXPECT_EQ(guess(when_between(parse_iso_day("2024-04-01"), {}, Grain::kDay)), "2024-06-02");
  EXPECT_EQ(guess(when_between({}, parse_iso_day("2024-03-06"), Grain::kDay)), "");
  EXPECT_EQ(guess(when_day(*parse_iso_day("2024-03-07"))), "2024-03-07");
  EXPECT_TRUE(date_.guess.empty()) << "it is proven";
  // A page saved by then bounds it, too.
  pile_.articles[0].article.published.when =
      when_between({}, parse_iso_day("2024-03-06"), Grain::kDay);
  EXPECT_EQ(guess(), "");
}

}  // namespace
}  // namespace fabula::dating
