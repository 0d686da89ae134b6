#include "render/shown_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/changes.hpp"
#include "render/compare.hpp"
#include "render/test_pair.hpp"

namespace fabula::render {
namespace {

using testing::HasSubstr;
using testing::Not;

// Paragraphs parted by " ### ".
Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  for (std::size_t at = 0; at < article.text.size();) {
    const std::size_t end = std::min(article.text.find(" ### ", at), article.text.size());
    article.paragraphs.push_back(
        {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, Role::kBody, "r"});
    at = end == article.text.size() ? end : end + 5;
  }
  return article;
}

Range whole(const Article& a) { return {0, static_cast<std::uint32_t>(a.text.size())}; }

TEST(ShownWords, MarksBetweenParagraphsAreNoWords) {
  const Article a = article_of("The weir broke. ### The road is closed.");
  EXPECT_EQ(shown_words(a, whole(a)), "The weir broke.\n\nThe road is closed.");
  EXPECT_EQ(shown_words(a, {4, 8}), "weir");
  EXPECT_EQ(shown_words(a, {9, 18}), "broke.\n\n");
  EXPECT_EQ(shown_words(a, {17, 23}), "\n\nThe");
  EXPECT_EQ(shown_words(a, {16, 16}), "");
  EXPECT_EQ(without_breaks(a, {9, 19}), (Range{9, 15}));
  EXPECT_EQ(without_breaks(a, {15, 23}), (Range{20, 23}));
  EXPECT_EQ(without_breaks(a, {15, 20}), (Range{15, 15}));
}

TEST(ShownWords, WhatStandsInAParagraphStays) {
  Article a = article_of("Rule ### one ### Rule two");
  a.paragraphs = {{{0, 12}, Role::kBody, "r"}, {{17, 25}, Role::kBody, "r"}};
  EXPECT_EQ(shown_words(a, whole(a)), "Rule ### one\n\nRule two");
  a.paragraphs = {{{17, 25}, Role::kBody, "r"}};  // words that are in no paragraph
  EXPECT_EQ(shown_words(a, whole(a)), "Rule ### one ### Rule two");
  a.paragraphs.clear();
  EXPECT_EQ(shown_words(a, whole(a)), "Rule ### one ### Rule two");
}

TEST(ShownWords, ComparisonsShowParagraphs) {
  TestPair pair("The weir broke at noon. ### The road is shut.",
                "The weir broke at dawn. ### The road is shut.", {{"noon", "dawn"}});
  for (AnnotatedArticle& a : pair.pile.articles)
    a.article.paragraphs = article_of(a.article.text).paragraphs;
  for (const std::uint32_t width : {80U, 120U}) {
    std::ostringstream out;
    write_comparison(pair.pile, compare(pair.pile, 0, 1), {}, {width, false}, out);
    EXPECT_THAT(out.str(), Not(HasSubstr("###"))) << width;
    EXPECT_THAT(out.str(), HasSubstr("The road is shut.")) << width;
  }
  std::ostringstream page;
  write_comparison_html(pair.pile, compare(pair.pile, 0, 1), "0", page);
  EXPECT_THAT(page.str(), Not(HasSubstr("###")));
}

}  // namespace
}  // namespace fabula::render
