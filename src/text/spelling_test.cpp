#include "text/spelling.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace fabula::text {
namespace {

TEST(Spelling, BritishWordsAreSpelledAsAmericanOnes) {
  for (const auto& [british, american] :
       std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"theatre", "theater"},
           {"centres", "centers"},
           {"harbour", "harbor"},
           {"honoured", "honored"},
           {"organised", "organized"},
           {"privatisation", "privatization"},
           {"analysed", "analyzed"},
           {"defence", "defense"},
           {"travelled", "traveled"},
           {"programme", "program"}})
    EXPECT_EQ(one_spelling(british), american);
}

TEST(Spelling, WordsOfBothStay) {
  for (const std::string_view word : {"promised", "raised", "evidence", "hours", "four", "expelled",
                                      "theater", "telegramme", "is"})
    EXPECT_EQ(one_spelling(word), word);
}

}  // namespace
}  // namespace fabula::text
