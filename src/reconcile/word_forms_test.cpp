#include "reconcile/word_forms.hpp"

#include <gtest/gtest.h>

namespace fabula::reconcile {
namespace {

TEST(WordForms, Spellings) {
  for (const auto& [a, b] : {std::pair{"colour", "color"},
                             {"analyse", "analyze"},
                             {"theatre", "theater"},
                             {"travelled", "traveled"},
                             {"two", "2"},
                             {"programme", "program"},
                             {"defence", "defense"},
                             {"organisation", "organization"},
                             {"catalogue", "catalog"}}) {
    EXPECT_EQ(compare_forms(a, b), FormChange::kSpelling) << a;
    EXPECT_EQ(compare_forms(b, a), FormChange::kSpelling) << b;
  }
}

TEST(WordForms, OtherWordsAreOthers) {
  for (const auto& [a, b] : {std::pair{"form", "from"},
                             {"our", "or"},
                             {"two", "3"},
                             {"bridge", "harbour"},
                             {"said", "says"},
                             {"2031", "2032"},
                             {"20315", "20316"}})
    EXPECT_EQ(compare_forms(a, b), FormChange::kNone) << a;
}

TEST(WordForms, AccentsAndTypos) {
  EXPECT_EQ(compare_forms("café", "cafe"), FormChange::kAccentsLost);
  EXPECT_EQ(compare_forms("cafe", "café"), FormChange::kAccentsFound);
  EXPECT_EQ(compare_forms("parlament", "parliament"), FormChange::kTypo);
  EXPECT_EQ(compare_forms("recieved", "received"), FormChange::kTypo);
}

TEST(WordForms, WordsThatSayADay) {
  for (const char* word : {"monday", "june", "3", "3rd", "on", "april", "wednesday", "the"})
    EXPECT_TRUE(is_date_word(word)) << word;
  for (const char* word : {"", "harbour", "men", "a"}) EXPECT_FALSE(is_date_word(word)) << word;
}

}  // namespace
}  // namespace fabula::reconcile
