#include "extract/published.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fabula::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

DateCandidate candidate(std::string_view day, std::string origin) {
  DateCandidate result;
  result.when = when_day(*parse_iso_day(day));
  result.origin = std::move(origin);
  result.as = day;
  return result;
}

Article with(std::vector<DateCandidate> candidates) {
  Article article;
  article.date_candidates = std::move(candidates);
  return article;
}

TEST(Published, TakesTheMostTrustedOrigin) {
  Article article = with({candidate("2021-03-05", "url"), candidate("2021-03-03", "json-ld"),
                          candidate("2021-03-04", "byline")});
  choose_published(article, {});
  EXPECT_EQ(article.published.when.edtf, "2021-03-03");
  EXPECT_EQ(article.published.basis, DateBasis::kStated);
  EXPECT_THAT(article.published.because, ElementsAre("the page states it for search engines",
                                                     "against it: 2021-03-05 (origin: url)",
                                                     "against it: 2021-03-04 (origin: byline)"));
  EXPECT_FALSE(article.date_candidates[0].chosen);
  EXPECT_TRUE(article.date_candidates[1].chosen);
}

TEST(Published, GivesTheWordsItRestsOn) {
  Article article = with({candidate("2021-03-03", "first-line")});
  article.date_candidates[0].range = {5, 15};
  choose_published(article, {});
  EXPECT_THAT(article.published.evidence, ElementsAre(Range{5, 15}));
  EXPECT_THAT(article.published.because, ElementsAre("the first lines of the file state it"));
}

TEST(Published, AMonthDoesNotHideADayInsideIt) {
  Article article = with({candidate("2021-03-03", "url")});
  DateCandidate month;
  month.when = when_month(2021, 3);
  month.origin = "record";
  article.date_candidates.push_back(month);
  choose_published(article, {});
  EXPECT_EQ(article.published.when.edtf, "2021-03-03");
  EXPECT_EQ(article.published.because.size(), 1U);
}

// The page and its address name days after the page was saved.
TEST(Published, NeverAfterThePageWasSaved) {
  DateCandidate month;
  month.when = when_month(2023, 12);
  month.origin = "url";
  Article article =
      with({candidate("2024-01-02", "meta"), month, candidate("2023-03-04", "captured")});
  choose_published(article, {});
  EXPECT_EQ(article.published.basis, DateBasis::kUnknown);
  EXPECT_EQ(article.published.when.edtf, "[..2023-03-04]");
  EXPECT_THAT(article.published.because,
              ElementsAre("the source states no date that could be the publication date",
                          "the page was saved on 2023-03-04, so it appeared by then"));
  ASSERT_EQ(article.date_candidates.size(), 3U);
  EXPECT_EQ(article.date_candidates[0].rejected,
            "it lies after the day the page was saved, 2023-03-04");
  EXPECT_FALSE(article.date_candidates[1].rejected.empty());
}

TEST(Published, AllowsOneDayForTimeZones) {
  Article article = with({candidate("2023-03-05", "meta"), candidate("2023-03-04", "captured")});
  choose_published(article, {});
  EXPECT_EQ(article.published.when.edtf, "2023-03-05");
}

TEST(Published, NeverTheFutureTheEpochOrLongAgo) {
  Article article = with({candidate("2050-01-01", "record"), candidate("1970-01-01", "meta"),
                          candidate("0001-01-01", "first-line")});
  ExtractOptions options;
  options.not_after = parse_iso_day("2026-01-01");
  choose_published(article, options);
  EXPECT_EQ(article.published.basis, DateBasis::kUnknown);
  EXPECT_FALSE(article.published.when.known());
  EXPECT_THAT(article.published.evidence, IsEmpty());
  EXPECT_EQ(article.date_candidates[0].rejected, "it lies in the future");
  EXPECT_EQ(article.date_candidates[2].rejected, "it lies before 1900");
  for (const DateCandidate& each : article.date_candidates) EXPECT_FALSE(each.chosen);
}

TEST(Published, NeverACommentAChangeOrTheFile) {
  Article article = with({candidate("2021-03-01", "comment"), candidate("2021-03-02", "modified"),
                          candidate("2021-03-03", "file"), candidate("2021-03-04", "somewhere"),
                          candidate("2021-03-05", "byline")});
  choose_published(article, {});
  EXPECT_EQ(article.published.when.edtf, "2021-03-05");
  EXPECT_THAT(article.published.because, ElementsAre("it stands beside the byline"));
}

TEST(Published, AChangeIsAnUpperBound) {
  Article article = with({candidate("2021-03-02", "modified")});
  choose_published(article, {});
  EXPECT_EQ(article.published.basis, DateBasis::kUnknown);
  EXPECT_EQ(article.published.when.edtf, "[..2021-03-02]");
}

TEST(Published, KeepsAReasonThatIsThere) {
  Article article = with({candidate("2021-03-02", "record")});
  article.date_candidates[0].rejected = "day and month cannot be told apart";
  choose_published(article, {});
  EXPECT_EQ(article.published.basis, DateBasis::kUnknown);
  EXPECT_EQ(article.date_candidates[0].rejected, "day and month cannot be told apart");
}

}  // namespace
}  // namespace fabula::extract
