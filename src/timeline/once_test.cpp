#include "timeline/once.hpp"

#include <gtest/gtest.h>

#include <string_view>

#include "language/annotated_test.hpp"

namespace fabula::timeline {
namespace {

// The keys of the first happening of a sentence in which Bo Marlow and Ann Orr are known names.
std::size_t n_keys(std::string_view text) {
  AnnotatedArticle article = language::annotated(text);
  for (const std::string_view name : {"Bo Marlow", "Ann Orr"}) {
    const std::size_t at = text.find(name);
    if (at == text.npos) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    article.names.mentions.push_back({{begin, begin + static_cast<std::uint32_t>(name.size())},
                                      static_cast<std::uint32_t>(article.names.things.size()),
                                      "test"});
    article.names.things.push_back(
        {std::string(name), {}, {}, {}, NameKind::kPerson, Gender::kUnknown, 1});
  }
  const language::Happenings found = language::find_happenings(article);
  const Range sentence = article.segmentation.sentences.at(0).range;
  return found.all.empty() ? 0 : once_keys(article, sentence, found.all[0]).size();
}

TEST(Once, PeopleThingsAndMarkets) {
  EXPECT_EQ(n_keys("Bo Marlow was arrested on Monday."), 1U);
  EXPECT_EQ(n_keys("Bo Marlow married Ann Orr on Monday."), 2U);
  EXPECT_EQ(n_keys("A baker was arrested on Monday."), 0U);
  EXPECT_EQ(n_keys("The net loft burned down on Monday."), 1U);
  EXPECT_EQ(n_keys("Four net lofts burned down on Monday."), 0U);
  EXPECT_EQ(n_keys("Gold fell on Monday."), 0U);
  EXPECT_EQ(n_keys("Bo Marlow spoke on Monday."), 0U);
}

}  // namespace
}  // namespace fabula::timeline
