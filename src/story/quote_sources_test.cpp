#include "story/quote_sources.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/families.hpp"

namespace fabula::story {
namespace {

using testing::IsEmpty;

// An article with one quotation: the words between | and |.
AnnotatedArticle article(std::string id, const std::string& words) {
  AnnotatedArticle made;
  made.article.id = id;
  made.article.sources = {id + ".txt"};
  const auto begin = words.find('|');
  const auto end = words.find('|', begin + 1);
  made.article.text = words;
  made.article.text[begin] = made.article.text[end] = '"';
  Quote quote;
  quote.range = {static_cast<std::uint32_t>(begin + 1), static_cast<std::uint32_t>(end)};
  quote.parts = {quote.range};
  made.quotes.push_back(std::move(quote));
  return made;
}

Range whole(const AnnotatedArticle& of) {
  return {0, static_cast<std::uint32_t>(of.article.text.size())};
}

// The articles' whole texts are one passage; each was copied from the one before.
Passage chain(const std::vector<AnnotatedArticle>& articles) {
  Passage passage;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    PassageHolder& holder = passage.holders.emplace_back();
    holder.span = {i, whole(articles[i])};
    holder.standing = i == 0 ? "origin" : "copy";
    holder.from = static_cast<std::int32_t>(i) - 1;
  }
  return passage;
}

TEST(QuoteSources, TakenFromTheArticleItWasCopiedFrom) {
  const std::vector pile = {
      article("a1",
              "|The council knew of it; we warned them three times, and nobody came,| she said."),
      article("a2", "|The council knew of it; we warned them four times,| she said."),
      article("a3", "|The council knew of it; we warned them four times,| she said."),
  };
  std::vector<Family> families = group_quotes(pile);
  ASSERT_EQ(families.size(), 1U);
  const std::vector<Passage> passages = {chain(pile)};
  link_quotes(pile, passages, families);
  const auto& members = families[0].members;
  ASSERT_EQ(members.size(), 3U);
  EXPECT_EQ(members[0].from, -1);
  EXPECT_EQ(members[1].from, 0);
  EXPECT_EQ(members[1].change, "altered");
  EXPECT_EQ(members[2].from, 1);
  EXPECT_EQ(members[2].change, "same");  // as its source, not as the fullest wording
  EXPECT_THAT(members[2].edits, IsEmpty());
}

TEST(QuoteSources, WithoutACopyNothingIsKnown) {
  const std::vector pile = {
      article("a1", "|We warned them three times last year, and nobody came,| she said."),
      article("a2", "|We warned them three times last year,| she said."),
  };
  std::vector<Family> families = group_quotes(pile);
  Passage undecided = chain(pile);
  undecided.holders[1].standing = "undecidable";
  undecided.holders[1].from = -1;
  const std::vector<Passage> passages = {undecided};
  link_quotes(pile, passages, families);
  EXPECT_EQ(families.at(0).members[1].from, -1);
  EXPECT_EQ(families.at(0).members[1].change, "cut");
}

TEST(QuoteSources, APassageThatHoldsHalfTheQuotationSaysNothing) {
  const std::vector pile = {
      article("a1", "|We warned them three times last year, and nobody came,| she said."),
      article("a2", "|We warned them three times last year, and nobody came,| she said."),
  };
  std::vector<Family> families = group_quotes(pile);
  Passage half = chain(pile);
  half.holders[1].span.range.end = 20;
  const std::vector<Passage> passages = {half};
  link_quotes(pile, passages, families);
  EXPECT_EQ(families.at(0).members[1].from, -1);
}

}  // namespace
}  // namespace fabula::story
