#include "timeline/news_numbers.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::timeline {
namespace {

std::vector<CountTold> counts_in(std::string_view sentence) {
  const NewsWords words(sentence, {0, static_cast<std::uint32_t>(sentence.size())});
  return find_counts(words.all(), std::vector<bool>(words.all().size()));
}

TEST(FindCounts, ReadsValues) {
  const auto value = [](std::string_view sentence) {
    const auto counts = counts_in(sentence);
    return counts.size() == 1 ? counts.front().value : -1;
  };
  EXPECT_EQ(value("12 boats sank"), 12);
  EXPECT_EQ(value("Twenty-one boats sank"), 21);
  EXPECT_EQ(value("some 12,500 boats sank"), 12500);
  EXPECT_EQ(value("it cost $3.5 million"), 3.5e6);
  EXPECT_EQ(value("two dozen boats sank"), 24);
  EXPECT_EQ(value("7 per cent of them"), 7);
}

TEST(FindCounts, ReadsNoYearsAgesOrNames) {
  for (const char* sentence : {"in 2016 boats sank", "the 35-year-old boat", "a 35 years old boat",
                               "Flight 714 was late", "number 12 came in first", "the 3rd boat"})
    EXPECT_TRUE(counts_in(sentence).empty()) << sentence;
}

Change change(std::string_view now, std::string_view before) {
  return change_of(counts_in(now).at(0), counts_in(before).at(0));
}

TEST(ChangeOf, ComparesWhatIsCounted) {
  EXPECT_EQ(change("14 boats sank", "12 boats sank"), Change::kMore);
  EXPECT_EQ(change("12 boats sank", "14 boats sank"), Change::kLess);
  EXPECT_EQ(change("14 boats sank", "14 boats sank"), Change::kSame);
  EXPECT_EQ(change("14 boats sank", "12 cows sank"), Change::kOther);
  EXPECT_EQ(change("14 people died", "12 people were injured"), Change::kOther);
  EXPECT_EQ(change("the death toll rose to 14", "12 miners were killed"), Change::kMore);
  EXPECT_EQ(change("it rose by 14%", "14 boats sank"), Change::kOther);
}

TEST(ChangeOf, RoundNumbersAndBounds) {
  EXPECT_EQ(change("1,200 boats sank", "1,187 boats sank"), Change::kSame);
  EXPECT_EQ(change("about 20 boats sank", "19 boats sank"), Change::kSame);
  EXPECT_EQ(change("at least 12 boats sank", "14 boats sank"), Change::kSame);
  EXPECT_EQ(change("14 boats sank", "at least 12 boats sank"), Change::kMore);
}

}  // namespace
}  // namespace fabula::timeline
