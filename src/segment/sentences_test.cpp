#include "segment/sentences.hpp"

#include <gtest/gtest.h>

#include <string>

#include "segment/segment.hpp"
#include "segment/segment_testing.hpp"

namespace fabula::segment {
namespace {

// The sentences of `text`, joined by " | ".
std::string sentences(std::string text) {
  const Article article = article_of_lines(std::move(text));
  std::string joined;
  for (const Sentence& sentence : segment(article).sentences) {
    if (!joined.empty()) joined += " | ";
    joined += words_of(article.text, sentence.range);
  }
  return joined;
}

// `text` must be cut exactly at its " | ".
void expect_sentences(std::string_view text) {
  std::string whole(text);
  for (std::size_t at = 0; (at = whole.find(" | ", at)) != std::string::npos;)
    whole.replace(at, 3, " ");
  EXPECT_EQ(sentences(whole), text);
}

TEST(Sentences, EndAtStops) {
  expect_sentences("Voss left. | Marsh stayed! | Why? | Nobody knows");
  expect_sentences("It rained (hard). | They ran.");
  expect_sentences("It rained. | (They ran.) | 40 came. | @marsh did not.");
}

TEST(Sentences, PassAbbreviationsAndInitials) {
  expect_sentences("Mr. Voss met Gov. Ann Pell on Sept. 3 at St. Mary's. | He left.");
  expect_sentences("J. K. Marsh of Ardmore, Calif., joined Bright Co. Ltd. in 2010. | She left.");
  expect_sentences("The U.S. Senate met. | He lives in the U.S. | The house is big.");
  expect_sentences("It began at 9 a.m. Monday. | It ended at 5 p.m. | Voss slept.");
  expect_sentences("Track No. 5 is new. | Marsh said no. | It is 3.5 km.");
  expect_sentences("He works for Bright Inc. | But he is ill. | Marsh is well.");
  expect_sentences("Dr. Ann Pell, Ph.D., spoke vs. Voss.");
  expect_sentences("1. Voss won. | Marsh lost.");
}

TEST(Sentences, PassMarksInsideAClause) {
  expect_sentences("“Is this a joke?” asked Bright. | “No,” replied Voss. | “It is not.”");
  expect_sentences("“Is this a joke?” Bright asked. | He left.");
  expect_sentences("“It is late.” | Voss left. | “Go,” she said.");
  expect_sentences("\"I was wrong. | I am sorry,\" Voss said.");
  expect_sentences("\"Never!\" she cried.");
  expect_sentences("“No comment.” —Cora Bright");
  expect_sentences("She sang “Why Not?” and left.");
}

TEST(Sentences, PassDotsBeforeSmallLetters) {
  expect_sentences("I laughed…not so much now. | Well... | She left.");
  expect_sentences("I have it... but the feeling stays. | Sigh.");
  expect_sentences("She is, I can't... I don't know, and…I’m done. | I left.");
}

TEST(Sentences, EndAtRowsOfMarks) {
  expect_sentences("A headline | ### | By Lena Voss | ### | Marsh left. | *** | She stayed.");
  expect_sentences("She is #1 and ##2 and ###x.");
}

TEST(Sentences, FindLostBlanks) {
  EXPECT_EQ(sentences("She is well...Lena Voss told us.Then she left."),
            "She is well... | Lena Voss told us. | Then she left.");
  expect_sentences("See ledger.com or U.S.News today.");
}

TEST(Sentences, NeverCrossAParagraphAndHoldEveryWordOnce) {
  const Article article =
      article_of_lines("A headline\nVoss left. “Go,” she said.\n\n“Stay,\nnow.”");
  const Segmentation layer = segment(article);
  std::uint32_t next = 0;
  for (const Sentence& sentence : layer.sentences) {
    EXPECT_EQ(sentence.first_word, next);
    EXPECT_LT(sentence.first_word, sentence.last_word);
    EXPECT_EQ(sentence.range.begin, layer.words[sentence.first_word].range.begin);
    EXPECT_EQ(sentence.range.end, layer.words[sentence.last_word - 1].range.end);
    EXPECT_TRUE(article.paragraphs[sentence.paragraph].range.contains(sentence.range));
    next = sentence.last_word;
  }
  EXPECT_EQ(next, layer.words.size());
}

}  // namespace
}  // namespace fabula::segment
