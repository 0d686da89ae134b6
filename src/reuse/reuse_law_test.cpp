// Laws of find_reuse on random piles, against the slow matcher of tests/reference.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "../../tests/reference/shared_runs.hpp"
#include "reuse/reuse.hpp"
#include "reuse/test_pile.hpp"
#include "text/utf8.hpp"

namespace fabula::reuse {
namespace {

constexpr unsigned kPiles = 60;

Reuse find(const std::vector<AnnotatedArticle>& pile, unsigned threads = 1) {
  auto found = find_reuse(pile, {}, {.threads = threads, .stop = {}});
  EXPECT_TRUE(found.has_value());
  return std::move(*found);
}

std::vector<std::string> folded_words(const std::vector<AnnotatedArticle>& pile, Span span) {
  std::vector<std::string> words;
  for (auto& placed : reference::split(words_of(pile[span.article].article.text, span.range)))
    words.push_back(placed.word);
  return words;
}

std::size_t common_subsequence(const std::vector<std::string>& a,
                               const std::vector<std::string>& b) {
  std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      best[i][j] =
          a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
  return best[a.size()][b.size()];
}

TEST(ReuseLaw, EveryLinkHoldsOnTheText) {
  for (unsigned seed = 0; seed < kPiles; ++seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const auto pile = random_pile(seed, 12);
    for (const ReuseLink& link : find(pile).links) {
      for (const Span span : {link.a, link.b}) {
        const std::string& text = pile[span.article].article.text;
        ASSERT_LE(span.range.end, text.size());
        ASSERT_TRUE(text::is_boundary(text, span.range.begin));
        ASSERT_TRUE(text::is_boundary(text, span.range.end));
      }
      const auto a = folded_words(pile, link.a);
      const auto b = folded_words(pile, link.b);
      ASSERT_EQ(a.front(), b.front());
      ASSERT_EQ(a.back(), b.back());
      ASSERT_LE(link.words, common_subsequence(a, b));
      ASSERT_EQ(replay(pile[link.a.article].article.text, link.a.range,
                       pile[link.b.article].article.text, link.edits),
                words_of(pile[link.b.article].article.text, link.b.range));
      ASSERT_GE(link.aligned_words, std::max(a.size(), b.size()));
      ASSERT_GE(link.words, 8U);
    }
  }
}

TEST(ReuseLaw, NoTwoPassagesOfAPairTellTheSameWordsTwice) {
  for (unsigned seed = 0; seed < kPiles; ++seed) {
    std::map<std::tuple<std::uint32_t, std::uint32_t>, std::vector<std::pair<Range, Range>>> told;
    for (const ReuseLink& link : find(random_pile(seed, 12)).links) {
      auto& pairs = told[{link.a.article, link.b.article}];
      for (const auto& [a, b] : pairs)
        ASSERT_FALSE(a.contains(link.a.range) && b.contains(link.b.range)) << seed;
      pairs.emplace_back(link.a.range, link.b.range);
    }
  }
}

// Counts words of runs of 8 that two articles share, and those of them inside a passage of the two.
TEST(ReuseLaw, FindsWhatTheSlowMatcherFinds) {
  std::size_t n_true = 0;
  std::size_t n_found = 0;
  for (unsigned seed = 0; seed < kPiles; ++seed) {
    const auto pile = random_pile(seed, 12);
    const Reuse found = find(pile);
    for (std::uint32_t i = 0; i < pile.size(); ++i)
      for (std::uint32_t j = 0; j < pile.size(); ++j) {
        if (i == j) continue;
        const auto words = reference::split(pile[j].article.text);
        const auto truth = reference::covered_words(
            reference::index_runs(words, 8), words.size(),
            reference::index_runs(reference::split(pile[i].article.text), 8), 8);
        std::vector<Range> ranges;  // in j, where it is the later one
        bool is_later = false;
        for (const ReuseLink& link : found.links)
          if (link.a.article == i && link.b.article == j) {
            ranges.push_back(link.b.range);
            is_later = true;
          }
        const bool reported_other_way = std::any_of(
            found.links.begin(), found.links.end(),
            [&](const ReuseLink& link) { return link.a.article == j && link.b.article == i; });
        ASSERT_FALSE(is_later && reported_other_way);
        const bool any = std::find(truth.begin(), truth.end(), true) != truth.end();
        ASSERT_EQ(any, is_later || reported_other_way) << "seed " << seed << ": " << i << ' ' << j;
        if (!is_later) continue;
        for (std::size_t w = 0; w < words.size(); ++w) {
          if (!truth[w]) continue;
          ++n_true;
          n_found += std::any_of(ranges.begin(), ranges.end(),
                                 [&](Range range) { return range.contains(words[w].range); });
        }
      }
  }
  EXPECT_GT(n_true, 10000U);
  EXPECT_GE(n_found * 1000, n_true * 999) << n_found << " of " << n_true;
}

using Row = std::tuple<std::string, std::string, Range, std::string, Range, std::uint32_t,
                       std::string, std::string, std::string>;

std::set<Row> rows(const std::vector<AnnotatedArticle>& pile, const Reuse& found) {
  std::set<Row> made;
  for (const ReuseLink& link : found.links)
    made.insert({link.id.str(), pile[link.a.article].article.id, link.a.range,
                 pile[link.b.article].article.id, link.b.range, link.words, link.type,
                 link.direction, link.because.str()});
  for (const CopyGroup& group : found.copies)
    made.insert(
        {group.id, {}, {}, {}, {}, static_cast<std::uint32_t>(group.articles.size()), {}, {}, {}});
  return made;
}

TEST(ReuseLaw, ThreadsAndOrderDoNotMatter) {
  for (unsigned seed = 0; seed < kPiles; ++seed) {
    auto pile = random_pile(seed, 40);
    const Reuse one = find(pile);
    const auto expected = rows(pile, one);
    const Reuse four = find(pile, 4);
    ASSERT_EQ(rows(pile, four), expected) << seed;
    ASSERT_TRUE(std::equal(one.links.begin(), one.links.end(), four.links.begin(),
                           [](const auto& x, const auto& y) { return x.id == y.id; }));
    std::mt19937 random(seed);
    std::shuffle(pile.begin(), pile.end(), random);
    ASSERT_EQ(rows(pile, find(pile)), expected) << seed;
  }
}

TEST(ReuseLaw, MemoryDoesNotMatter) {
  ReuseOptions options;
  options.max_memory = 1;  // words, seeds and links all go to the scratch file
  for (unsigned seed = 0; seed < kPiles; ++seed) {
    const auto pile = random_pile(seed, 40);
    auto found = find_reuse(pile, options, {.threads = 2, .stop = {}});
    ASSERT_TRUE(found.has_value());
    ASSERT_EQ(rows(pile, *found), rows(pile, find(pile))) << seed;
  }
}

}  // namespace
}  // namespace fabula::reuse
