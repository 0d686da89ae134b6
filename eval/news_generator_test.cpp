// Laws of the invented news: the labels say what the text holds.
#include "news_generator.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.hpp"

namespace fabula::news {
namespace {

std::vector<NewsArticle> make(const NewsOptions& options, std::size_t n) {
  NewsGenerator generator(options);
  std::vector<NewsArticle> pile;
  while (pile.size() < n) pile.push_back(generator.next());
  return pile;
}

std::string lower(std::string_view word) {
  std::string made(word);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return made;
}

TEST(NewsGenerator, SameSeedSamePile) {
  const auto one = make({.seed = 5}, 300);
  const auto two = make({.seed = 5}, 300);
  const auto other = make({.seed = 6}, 300);
  for (std::size_t i = 0; i < one.size(); ++i) {
    ASSERT_EQ(one[i].text, two[i].text);
    ASSERT_EQ(one[i].id, two[i].id);
    ASSERT_NE(one[i].text, other[i].text);
  }
}

// Changes only together with the generator: the same on every machine and with every compiler.
TEST(NewsGenerator, SamePileOnEveryMachine) {
  std::string all;
  for (const NewsArticle& article : make({.seed = 1, .planted = 200}, 500))
    all += article.id + article.outlet + article.title + article.text;
  EXPECT_EQ(content_id('n', {all}), "neb0e6e5e8fb407c5") << "of " << all.size() << " bytes";
}

TEST(NewsGenerator, WordsOfOneOriginAreTheSameWord) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> first;
  std::size_t n_copied = 0;
  for (const NewsArticle& article : make({.seed = 2}, 2000))
    for (const PlacedWord& word : article.words) {
      ASSERT_NE(word.origin_article, kNobody);
      ASSERT_LE(word.origin_article, article.index);
      const std::string text = lower(words_of(article.text, word.range));
      const auto [entry, is_new] =
          first.emplace(std::pair(word.origin_article, word.origin_word), text);
      // With ’s or 's: the outlet's marks.
      ASSERT_EQ(entry->second.substr(0, 4), text.substr(0, 4));
      n_copied += !is_new;
    }
  EXPECT_GT(n_copied, 100'000U);
}

TEST(NewsGenerator, ParentsComeBeforeTheirCopiesAndHaveTheWords) {
  const auto pile = make({.seed = 3, .planted = 100}, 3000);
  std::set<std::uint32_t> of_agencies;
  std::map<Kind, std::size_t> kinds;
  for (const NewsArticle& article : pile) {
    ++kinds[article.kind];
    for (const CopiedWords& copied : article.copied) {
      ASSERT_LT(copied.begin, copied.end);
      ASSERT_LE(copied.end, article.words.size());
      ASSERT_LT(copied.parent, article.index);
      std::set<std::pair<std::uint32_t, std::uint32_t>> there;
      for (const PlacedWord& word : pile[copied.parent].words)
        there.emplace(word.origin_article, word.origin_word);
      for (std::uint32_t i = copied.begin; i < copied.end; ++i) {
        const PlacedWord& word = article.words[i];
        ASSERT_TRUE(word.origin_article == article.index ||
                    there.contains({word.origin_article, word.origin_word}));
      }
    }
  }
  EXPECT_NEAR(static_cast<double>(kinds[Kind::kNearCopy]), 600, 80);
  EXPECT_NEAR(static_cast<double>(kinds[Kind::kPartialCopy]), 600, 80);
  EXPECT_NEAR(static_cast<double>(kinds[Kind::kQuoting]), 300, 60);
}

TEST(NewsGenerator, PlacesAreWordsAndPlantedEditsAreThere) {
  std::map<Planted, std::size_t> n_planted;
  for (const NewsArticle& article : make({.seed = 4, .planted = 300}, 2000)) {
    std::uint32_t end = 0;
    for (const PlacedWord& word : article.words) {
      ASSERT_LT(word.range.begin, word.range.end);
      ASSERT_GE(word.range.begin, end);
      end = word.range.end;
    }
    ASSERT_LE(end, article.text.size());
    for (const PlantedEdit& edit : article.edits) {
      ++n_planted[edit.kind];
      const std::string_view words = words_of(article.text, edit.range);
      if (edit.kind == Planted::kSic) {
        ASSERT_EQ(words, "[sic]");
      }
      if (edit.kind == Planted::kEllipsis) {
        ASSERT_EQ(words, "...");
      }
      if (edit.kind == Planted::kCensor) {
        ASSERT_TRUE(words.ends_with("---"));
      }
    }
  }
  EXPECT_EQ(n_planted.size(), kPlantedKinds - 1);  // each kind comes up
}

TEST(NewsGenerator, NoiseAndDatesAsAsked) {
  const auto clean = make({.seed = 7, .undated = 0}, 400);
  const auto noisy = make({.seed = 7, .noise = 60, .undated = 0, .wrong_dates = 250}, 400);
  std::size_t n_letters = 0;
  std::size_t n_wrong = 0;
  std::size_t n_days = 0;
  for (std::size_t i = 0; i < clean.size(); ++i) {
    ASSERT_EQ(clean[i].words.size(), noisy[i].words.size());
    for (std::size_t w = 0; w < clean[i].words.size(); ++w) {
      const std::string x = lower(words_of(clean[i].text, clean[i].words[w].range));
      const std::string y = lower(words_of(noisy[i].text, noisy[i].words[w].range));
      ASSERT_EQ(x.size(), y.size());
      for (std::size_t k = 0; k < x.size(); ++k) {
        if (x[k] < 'a' || x[k] > 'z') continue;
        ++n_letters;
        n_wrong += x[k] != y[k];
      }
    }
    ASSERT_EQ(clean[i].stated_day, clean[i].day);
    n_days += noisy[i].stated_day != noisy[i].day;
  }
  EXPECT_NEAR(static_cast<double>(n_wrong) / static_cast<double>(n_letters), 0.06, 0.003);
  EXPECT_NEAR(static_cast<double>(n_days), 100, 35);
}

}  // namespace
}  // namespace fabula::news
