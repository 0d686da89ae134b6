#include "segment/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "segment/segment.hpp"

namespace fabula::segment {
namespace {

// The words of `text`, joined by '|'.
std::string words(std::string_view text) {
  std::string joined;
  for (const Word& word : split_words(text)) {
    if (!joined.empty()) joined += '|';
    joined += words_of(text, word.range);
  }
  return joined;
}

TEST(SplitWords, KeepsApostrophesHyphensAndInitialsInside) {
  EXPECT_EQ(words("Don’t ask the mother-in-law."), "Don’t|ask|the|mother-in-law|.");
  EXPECT_EQ(words("Dr. J.K. Marsh left the U.S. at 9 a.m."),
            "Dr|.|J.K.|Marsh|left|the|U.S.|at|9|a.m.");
  EXPECT_EQ(words("a U.S.-led plan, the U.S.'s own, a Ph.D. in R&B"),
            "a|U.S.-led|plan|,|the|U.S.'s|own|,|a|Ph.D.|in|R&B");
  EXPECT_EQ(words("what the f**k, f--k and f***"), "what|the|f**k|,|f--k|and|f***");
  EXPECT_EQ(words("rock 'n' roll, the boys’ own"), "rock|'|n|'|roll|,|the|boys|’|own");
  EXPECT_EQ(words("re\xC2\xADread donâ€™t Zoë Núñez"), "re\xC2\xADread|donâ€™t|Zoë|Núñez");
}

TEST(SplitWords, KeepsNumbersWhole) {
  EXPECT_EQ(words("2,500 at 3.5% for $4m on the 21st"), "2,500|at|3.5|%|for|$|4m|on|the|21st");
  EXPECT_EQ(words("20-week scan at 10:30, ’90s."), "20-week|scan|at|10:30|,|’|90s|.");
  EXPECT_EQ(words("in 2010.Then 5'10\""), "in|2010|.|Then|5|'|10|\"");
}

TEST(SplitWords, KeepsHandlesAndAddressesWhole) {
  EXPECT_EQ(words("@the.baker: #Gold_1 #1 @x."), "@the.baker|:|#Gold_1|#|1|@x|.");
  EXPECT_EQ(words("See https://a.example/b?c=1, (www.x.org)."),
            "See|https://a.example/b?c=1|,|(|www.x.org|)|.");
  EXPECT_EQ(words("mail ann.b@ledger.example or ledger.com."),
            "mail|ann.b@ledger.example|or|ledger.com|.");
}

TEST(SplitWords, TakesMarksOneByOneButDotsTogether) {
  EXPECT_EQ(words("“No...” (so…) &quot;no&quot;"), "“|No|...|”|(|so|…|)|&quot;|no|&quot;");
  EXPECT_EQ(words("home--and away"), "home|-|-|and|away");
  EXPECT_EQ(words("``It is,'' she said"), "``|It|is|,|''|she|said");
}

TEST(SplitWords, LosesNothingButWhiteSpaceOnAnyBytes) {
  const std::string pieces[] = {
      "a", "1", ".", "'", "\"", " ", "\xE2\x80\x99", "\xFF", "@", "-", "\xC3\xA2\xE2\x82\xAC",
      "*", "&"};
  std::vector<std::string> texts{""};
  for (int length = 0; length < 4; ++length) {
    std::vector<std::string> longer;
    for (const std::string& text : texts)
      for (const std::string& piece : pieces) longer.push_back(text + piece);
    for (const std::string& text : longer) {
      std::string kept;
      std::uint32_t last = 0;
      for (const Word& word : split_words(text)) {
        ASSERT_LE(last, word.range.begin) << text;
        ASSERT_LT(word.range.begin, word.range.end) << text;
        ASSERT_LE(word.range.end, text.size()) << text;
        last = word.range.end;
        kept += words_of(text, word.range);
      }
      std::string expected = text;
      std::erase(expected, ' ');
      ASSERT_EQ(kept, expected);
    }
    texts = std::move(longer);
  }
}

}  // namespace
}  // namespace fabula::segment
