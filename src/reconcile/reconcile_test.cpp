#include "reconcile/reconcile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <utility>

namespace fabula::reconcile {
namespace {

Day may(unsigned day_of_month) {
  using namespace std::chrono;
  return sys_days{year{2031} / month{5} / day{day_of_month}};
}

AnnotatedArticle make_article(std::string id, std::string text, std::optional<Day> day) {
  AnnotatedArticle made;
  made.article.sources = {id + ".txt"};
  made.article.id = std::move(id);
  made.article.text = std::move(text);
  if (day) {
    made.article.published.when = when_day(*day);
    made.article.published.basis = DateBasis::kStated;
  }
  return made;
}

// One passage that all articles hold, behind their first words; and a link for each pair.
Pile make_pile(std::vector<AnnotatedArticle> articles, std::string_view before) {
  Pile pile;
  pile.articles = std::move(articles);
  Passage passage;
  passage.id = "w1";
  for (std::uint32_t i = 0; i < pile.articles.size(); ++i) {
    const std::string& text = pile.articles[i].article.text;
    const auto begin = static_cast<std::uint32_t>(text.find(before) + before.size());
    PassageHolder holder;
    holder.span = {i, {begin, static_cast<std::uint32_t>(text.size())}};
    passage.holders.push_back(holder);
  }
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a)
    for (std::uint32_t b = a + 1; b < pile.articles.size(); ++b) {
      ReuseLink link;
      link.a = passage.holders[a].span;
      link.b = passage.holders[b].span;
      link.type = "copy";
      link.direction = "as it was";
      pile.reuse.push_back(link);
    }
  pile.passages.push_back(std::move(passage));
  return pile;
}

std::string words_at(const Pile& pile, const Span& span) {
  return std::string(words_of(pile.articles[span.article].article.text, span.range));
}

const std::string kFirst =
    "Own words. | the ferry to Ness was late for the third day and nobody "
    "at the quay could say why, the port said";
const std::string kSecond =
    "Other. | the ferry to Ness was late for the third day and nobody "
    "at the wet quay could say why, the port said";
const std::string kThird =
    "More of it. | the ferry to Ness was late for the third day and no soul "
    "at the wet quay could say why, the port said";

TEST(Reconcile, FillsHoldersAndLinks) {
  Pile pile = make_pile({make_article("a1", kThird, may(9)), make_article("a2", kFirst, may(2)),
                         make_article("a3", kSecond, may(5))},
                        "| ");
  pile.reuse.back().type = "chance";
  ASSERT_TRUE(trace_copies(pile, {}));
  const auto& holders = pile.passages[0].holders;
  EXPECT_EQ(holders[1].standing, "origin");
  EXPECT_EQ(holders[2].standing, "copy");
  EXPECT_EQ(holders[2].from, 1);
  EXPECT_EQ(holders[0].standing, "copy");
  EXPECT_EQ(holders[0].from, 2);
  EXPECT_EQ(holders[0].runner_up, 1);
  EXPECT_GT(holders[0].margin, 0U);
  ASSERT_EQ(holders[0].evidence.size(), 2U);
  EXPECT_EQ(words_at(pile, holders[0].evidence[0]), "wet");
  EXPECT_EQ(words_at(pile, holders[0].evidence[1]), "wet");
  EXPECT_EQ(holders[0].evidence[1].article, 2U);
  EXPECT_EQ(pile.reuse[0].direction, "b->a");       // 0, 1
  EXPECT_EQ(pile.reuse[1].direction, "b->a");       // 0, 2
  EXPECT_EQ(pile.reuse[2].direction, "as it was");  // a chance link
}

TEST(Reconcile, LinksOutsideOfAllPassagesStay) {
  Pile pile =
      make_pile({make_article("a1", kFirst, may(2)), make_article("a2", kSecond, may(3))}, "| ");
  pile.reuse[0].a.range = {0, 3};
  ASSERT_TRUE(trace_copies(pile, {}));
  EXPECT_EQ(pile.reuse[0].direction, "as it was");
}

TEST(Reconcile, AnEmptyPile) {
  Pile pile;
  EXPECT_TRUE(trace_copies(pile, {}));
}

// Copies of copies, some undated, some the same.
std::vector<AnnotatedArticle> random_family(unsigned seed, std::size_t n) {
  std::mt19937 random(seed);
  std::vector<std::vector<std::string>> copies;
  std::vector<AnnotatedArticle> made;
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<std::string> words;
    if (i == 0) {
      for (int w = 0; w < 60; ++w) words.push_back("w" + std::to_string(random() % 500));
    } else {
      words = copies[random() % i];
      for (std::string& word : words)
        if (random() % 40 == 0) word = "x" + std::to_string(random() % 500);
      if (random() % 4 == 0) words.resize(words.size() / 2 + 5);
    }
    std::string text = "| ";
    for (const std::string& word : words) text += word + " ";
    const auto day = random() % 3 == 0
                         ? std::nullopt
                         : std::optional(may(1 + static_cast<unsigned>(random() % 28)));
    made.push_back(make_article("a" + std::to_string(1000 + i), text, day));
    copies.push_back(std::move(words));
  }
  return made;
}

bool equal(const PassageHolder& x, const PassageHolder& y) {
  return x.span == y.span && x.standing == y.standing && x.from == y.from &&
         x.runner_up == y.runner_up && x.margin == y.margin && x.because == y.because &&
         x.evidence == y.evidence;
}

TEST(Reconcile, AnyNumberOfThreadsAndAnyOrderOfHoldersGivesTheSame) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    Pile one = make_pile(random_family(seed, 3 + seed), "| ");
    Pile other = one;
    auto& holders = other.passages[0].holders;
    std::vector<std::uint32_t> order(holders.size());
    std::iota(order.begin(), order.end(), 0U);
    std::shuffle(order.begin(), order.end(), std::mt19937(seed));
    for (std::size_t i = 0; i < order.size(); ++i) holders[i] = one.passages[0].holders[order[i]];
    ASSERT_TRUE(trace_copies(one, {1, {}, nullptr}));
    ASSERT_TRUE(trace_copies(other, {8, {}, nullptr}));
    for (std::size_t i = 0; i < order.size(); ++i) {
      PassageHolder back = other.passages[0].holders[i];
      if (back.from >= 0)
        back.from = static_cast<std::int32_t>(order[static_cast<std::size_t>(back.from)]);
      if (back.runner_up >= 0)
        back.runner_up = static_cast<std::int32_t>(order[static_cast<std::size_t>(back.runner_up)]);
      EXPECT_TRUE(equal(back, one.passages[0].holders[order[i]])) << "seed " << seed;
    }
    for (std::size_t i = 0; i < one.reuse.size(); ++i) {
      EXPECT_EQ(one.reuse[i].direction, other.reuse[i].direction);
      EXPECT_EQ(one.reuse[i].because.str(), other.reuse[i].because.str());
    }
  }
}

TEST(Reconcile, LawsOfEveryPassage) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Pile pile = make_pile(random_family(seed, 2 + seed % 30), "| ");
    ASSERT_TRUE(trace_copies(pile, {}));
    const auto& holders = pile.passages[0].holders;
    for (std::size_t i = 0; i < holders.size(); ++i) {
      const PassageHolder& holder = holders[i];
      EXPECT_EQ(holder.standing == "copy", holder.from >= 0);
      EXPECT_FALSE(holder.because.empty());
      EXPECT_EQ(holder.evidence.size() % 2, 0U);
      for (std::size_t e = 0; e < holder.evidence.size(); ++e) {
        const PassageHolder& side =
            e % 2 == 0 ? holder : holders[static_cast<std::size_t>(holder.from)];
        EXPECT_EQ(holder.evidence[e].article, side.span.article);
        EXPECT_TRUE(side.span.range.contains(holder.evidence[e].range));
        EXPECT_EQ(words_at(pile, holder.evidence[e]), words_at(pile, holder.evidence[e ^ 1]));
      }
      std::size_t n_steps = 0;  // no circle
      for (std::int32_t at = holder.from; at >= 0; at = holders[static_cast<std::size_t>(at)].from)
        ASSERT_LE(++n_steps, holders.size());
      if (holder.from < 0) continue;
      const When& own = pile.articles[i].article.published.when;
      const When& source =
          pile.articles[static_cast<std::size_t>(holder.from)].article.published.when;
      if (!own.known() || !source.known()) continue;
      EXPECT_LE(*source.earliest, *own.latest);
    }
  }
}

// The shorter passage stands in a third article, too; by its words alone nothing would be said.
TEST(Reconcile, APassageInsideALongerOneAgreesWithIt) {
  const std::string shared = "the ferry to Ness was late for the third day";
  const std::string behind = " and nobody at the quay could say why it had been so, the port said";
  Pile pile;
  pile.articles = {make_article("a1", shared + behind, may(2)),
                   make_article("a2", shared + behind + " twice, she wrote", may(4)),
                   make_article("a3", shared, may(2))};
  const auto size_of = [](const std::string& text) {
    return static_cast<std::uint32_t>(text.size());
  };
  const auto add = [&](std::string id, std::vector<Span> spans) {
    Passage& passage = pile.passages.emplace_back();
    passage.id = std::move(id);
    for (const Span span : spans) passage.holders.emplace_back().span = span;
  };
  const std::uint32_t n = size_of(shared);
  add("w1", {{0, {0, n}}, {1, {0, n}}, {2, {0, n}}});
  add("w2", {{0, {0, size_of(pile.articles[0].article.text)}},
             {1, {0, size_of(pile.articles[1].article.text)}}});
  ASSERT_TRUE(trace_copies(pile, {.threads = 1, .stop = {}}));
  ASSERT_EQ(pile.passages[1].holders[1].standing, "copy");
  const PassageHolder& inner = pile.passages[0].holders[1];
  EXPECT_EQ(inner.standing, "copy");
  EXPECT_EQ(inner.from, 0);
  EXPECT_EQ(inner.because.size(), 1U);
}

}  // namespace
}  // namespace fabula::reconcile
