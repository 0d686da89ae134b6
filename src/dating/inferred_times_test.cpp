#include "dating/inferred_times.hpp"

#include <gtest/gtest.h>

#include <string>

#include "language/annotated_test.hpp"

namespace fabula::dating {

using language::annotated;
namespace {

// "October last year=2020-10"
std::string inferred(std::string_view text, const char* earliest, const char* latest) {
  const AnnotatedArticle article = annotated(text);
  const auto relations =
      times::find_relations(article.article, article.segmentation, article.quotes, article.times);
  const When appeared = when_between(parse_iso_day(earliest), parse_iso_day(latest), Grain::kDay);
  std::string out;
  for (const InferredTime& each : infer_times(article, relations, appeared)) {
    const Range words = article.times[static_cast<std::size_t>(each.time)].range;
    if (!out.empty()) out += "; ";
    out += std::string(words_of(article.article.text, words)) + "=" + each.when.edtf;
  }
  return out;
}

TEST(InferredTimes, AgainstAWindow) {
  EXPECT_EQ(inferred("The mill burned down in October last year.", "2021-01-01", "2021-12-31"),
            "October last year=2020-10");
  EXPECT_EQ(inferred("She swam on December 1.", "2021-12-01", "2022-11-30"),
            "December 1=2021-12-01");
  EXPECT_EQ(inferred("She will swim on December 1.", "2021-12-02", "2022-12-01"),
            "December 1=2022-12-01");
  EXPECT_EQ(inferred("The mill burned down last year.", "2021-03-01", "2021-05-31"),
            "last year=2020");
  EXPECT_EQ(inferred("The mill burned down last week.", "2023-12-12", "2023-12-20"),
            "last week=2023-12-04/2023-12-17");
  EXPECT_EQ(inferred("The mill burned down on Monday.", "2024-03-13", "2024-03-14"),
            "Monday=2024-03-11");
  EXPECT_EQ(inferred("The mill burned down on Monday. Two days later it rained.", "2024-03-13",
                     "2024-03-14"),
            "Monday=2024-03-11; Two days later=2024-03-13");
}

TEST(InferredTimes, NotWhatIsKnownSaidOrNoDay) {
  EXPECT_EQ(inferred("The mill burned down on 3 May 2019.", "2021-01-01", "2021-12-31"), "");
  EXPECT_EQ(inferred("\"I swam on Monday,\" said Edda Marlow.", "2021-01-01", "2021-12-31"), "");
  EXPECT_EQ(inferred("It burned for two days, and is cold now.", "2021-01-01", "2021-12-31"), "");
}

// With one end of the window open nothing is known of the times either.
TEST(InferredTimes, NeedBothEnds) {
  EXPECT_EQ(inferred("The mill burned down last year.", "", "2021-05-31"), "");
}

}  // namespace
}  // namespace fabula::dating
