#include "render/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "render/find_record.hpp"
#include "render/test_pair.hpp"
#include "render/views.hpp"

namespace fabula::render {
namespace {

using testing::HasSubstr;
using testing::Not;

// Adds a passage that is word for word on both sides.
ReuseLink& share(Pile& pile, std::uint32_t a, std::uint32_t b, std::string_view words,
                 std::uint32_t n_words) {
  const auto find = [&](std::uint32_t article) {
    const auto at = pile.articles[article].article.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    return Span{article,
                {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}};
  };
  ReuseLink& link = pile.reuse.emplace_back();
  link.id = "r" + std::to_string(pile.reuse.size());
  link.a = find(a);
  link.b = find(b);
  link.words = link.aligned_words = n_words;
  link.type = "copy";
  link.direction = "unknown";
  link.because = "nobody knows";
  return link;
}

// "shared: words | words", "left: words", "right: words", one a line.
std::string drawn(const Pile& pile, const Comparison& comparison) {
  std::string lines;
  const auto words = [&](const CompareSide& side, Range range) {
    return std::string(words_of(pile.articles[side.article].article.text, range));
  };
  for (const CompareRow& row : comparison.rows) {
    switch (row.kind) {
      case RowKind::kShared:
        lines += (row.moved ? "moved: " : "shared: ") + words(comparison.left, row.left) + " | " +
                 words(comparison.right, row.right);
        break;
      case RowKind::kOnlyLeft:
        lines += "left: " + words(comparison.left, row.left);
        break;
      case RowKind::kOnlyRight:
        lines += "right: " + words(comparison.right, row.right);
        break;
      case RowKind::kElsewhere:
        lines += "elsewhere: " + words(comparison.right, row.right);
        break;
    }
    lines += "\n";
  }
  return lines;
}

TestPair pair_of(std::string a, std::string b) {
  TestPair pair("x", "x", {});
  pair.pile = {};
  pair.add(std::move(a), "pile/a.txt", "Orra Post");
  pair.add(std::move(b), "pile/b.txt", "Vale Ledger");
  return pair;
}

TEST(Compare, SharedAndAlone) {
  TestPair pair =
      pair_of("One two. The dam broke. Three.", "The dam broke. Four five six. The end.");
  share(pair.pile, 0, 1, "The dam broke.", 3);
  EXPECT_EQ(drawn(pair.pile, compare(pair.pile, 0, 1)),
            "left: One two.\nshared: The dam broke. | The dam broke.\nleft: Three.\n"
            "right: Four five six. The end.\n");
  // The other way round.
  const Comparison back = compare(pair.pile, 1, 0);
  EXPECT_EQ(drawn(pair.pile, back),
            "right: One two.\nshared: The dam broke. | The dam broke.\n"
            "left: Four five six. The end.\nright: Three.\n");
  EXPECT_EQ(back.left.n_words, 8U);
  EXPECT_EQ(back.left.n_shared, 3U);
  EXPECT_EQ(back.right.n_words, 6U);
}

TEST(Compare, TheHeaviestOrderIsTheFrame) {
  TestPair pair = pair_of("aa bb. cc dd ee. ff gg.", "ff gg. aa bb. cc dd ee.");
  share(pair.pile, 0, 1, "aa bb.", 2);
  share(pair.pile, 0, 1, "cc dd ee.", 3);
  share(pair.pile, 0, 1, "ff gg.", 2);
  EXPECT_EQ(drawn(pair.pile, compare(pair.pile, 0, 1)),
            "elsewhere: ff gg.\nshared: aa bb. | aa bb.\nshared: cc dd ee. | cc dd ee.\n"
            "moved: ff gg. | ff gg.\n");
}

TEST(Compare, PassagesOfOtherPairsStayOut) {
  TestPair pair = pair_of("aa bb.", "aa bb.");
  pair.add("aa bb.", "pile/c.txt", "");
  share(pair.pile, 0, 2, "aa bb.", 2);
  EXPECT_EQ(drawn(pair.pile, compare(pair.pile, 0, 1)), "left: aa bb.\nright: aa bb.\n");
}

TEST(Compare, EmptyAndWordlessArticles) {
  TestPair pair = pair_of("", "... !");
  EXPECT_EQ(drawn(pair.pile, compare(pair.pile, 0, 1)), "");
  std::ostringstream out;
  write_comparison(pair.pile, compare(pair.pile, 0, 1), {}, {100, false}, out);
  write_comparison_html(pair.pile, compare(pair.pile, 0, 1), "0", out);
  EXPECT_THAT(out.str(), HasSubstr("0 of 0 words shared (0 %)"));
}

TEST(Compare, WordsThatOneSideLacksAreNotShared) {
  const TestPair pair("We warned them, and nobody came.",
                      "We warned them three times last year, and some came.",
                      {{"", " three times last year"}, {"nobody", "some"}});
  const Comparison comparison = compare(pair.pile, 0, 1);
  EXPECT_EQ(share_text(comparison.left), "5 of 6 words shared (83 %), 1 changed or put in");
  EXPECT_EQ(share_text(comparison.right), "5 of 10 words shared (50 %), 5 changed or put in");
  const Comparison back = compare(pair.pile, 1, 0);
  EXPECT_EQ(back.left.n_shared, 5U);
  EXPECT_EQ(back.right.n_changed, 1U);
}

TEST(Compare, AWordThatAnotherPassageHasIsShared) {
  TestPair pair("aa bb cc", "aa xx cc", {{"bb", "xx"}});
  pair.pile.articles[1].article.text = "aa xx cc bb";
  share(pair.pile, 0, 1, "bb", 1);
  const Comparison comparison = compare(pair.pile, 0, 1);
  EXPECT_EQ(comparison.left.n_shared, 3U);
  EXPECT_EQ(comparison.left.n_changed, 0U);
  EXPECT_EQ(comparison.right.n_shared, 3U);
  EXPECT_EQ(comparison.right.n_changed, 1U);
}

TEST(Compare, FurnitureIsCountedApart) {
  TestPair pair = pair_of("aa bb. cc dd.", "aa bb. cc dd.");
  share(pair.pile, 0, 1, "aa bb.", 2).type = "furniture";
  share(pair.pile, 0, 1, "cc dd.", 2);
  const Comparison comparison = compare(pair.pile, 0, 1);
  EXPECT_EQ(comparison.left.n_shared, 2U);
  EXPECT_EQ(comparison.left.n_furniture, 2U);
  EXPECT_THAT(share_text(comparison.left),
              HasSubstr("2 of 4 words shared (50 %), 2 more in furniture"));
}

std::string as_text(const Pile& pile, std::uint32_t width, bool full = false, bool color = false) {
  std::ostringstream out;
  write_comparison(pile, compare(pile, 0, 1), {full}, {width, color}, out);
  return out.str();
}

TEST(CompareText, TwoColumnsOrOne) {
  const TestPair pair("We warned them three times, and nobody came.",
                      "We warned them twice, and nobody came.", {{"three times", "twice"}});
  const std::string wide = as_text(pair.pile, 120);
  EXPECT_THAT(wide, HasSubstr("We warned them [-three times-], and nobody came."));
  EXPECT_THAT(wide, HasSubstr(" │ We warned them {+twice+}, and nobody came."));
  EXPECT_THAT(wide, HasSubstr("1 change of words"));
  const std::string narrow = as_text(pair.pile, 80);
  EXPECT_THAT(narrow, HasSubstr("A=B We warned them [-three times-] {+twice+}, and nobody came."));
  EXPECT_THAT(narrow, Not(HasSubstr("│")));
  EXPECT_THAT(as_text(pair.pile, 120, false, true), HasSubstr("\x1b[31m[-three times-]\x1b[0m"));
}

TEST(CompareText, LongStretchesAreFolded) {
  std::string alone;
  for (int i = 0; i < 40; ++i) alone += "word" + std::to_string(i) + " ";
  TestPair pair = pair_of(alone + "The dam broke.", "The dam broke.");
  share(pair.pile, 0, 1, "The dam broke.", 3);
  EXPECT_THAT(as_text(pair.pile, 120), HasSubstr("… 40 words …"));
  EXPECT_THAT(as_text(pair.pile, 120), Not(HasSubstr("word17")));
  EXPECT_THAT(as_text(pair.pile, 120, true), HasSubstr("word17"));
}

TEST(CompareText, ControlCharactersStayAway) {
  const TestPair pair("The \x1b[2Jdam broke", "The \x1b[2Jdam fell", {{"broke", "fell"}});
  EXPECT_THAT(as_text(pair.pile, 120), Not(HasSubstr("\x1b")));
}

TEST(CompareTable, RowsWithTheirPlaces) {
  TestPair pair = pair_of("One two. The dam broke.", "The dam broke.");
  share(pair.pile, 0, 1, "The dam broke.", 3);
  std::ostringstream out;
  write_table(compare_table(pair.pile, compare(pair.pile, 0, 1), {}), TableFormat::kJsonl, {}, out);
  EXPECT_THAT(out.str(), HasSubstr(R"({"kind":"only a","words":2,)"));
  EXPECT_THAT(out.str(), HasSubstr(R"("a_begin":9,"a_end":23,"a_text":"The dam broke.")"));
}

TEST(ComparePage, ShowsWhatStandsOnBothSidesOnly) {
  std::string many;
  for (int i = 0; i < 20; ++i) many += "word" + std::to_string(i) + " ";
  TestPair pair = pair_of("Alpha beta. The dam broke. Gamma.", many + "The dam broke. Delta.");
  share(pair.pile, 0, 1, "The dam broke.", 3);
  std::ostringstream out;
  write_comparison_html(pair.pile, compare(pair.pile, 0, 1), "0.1", out);
  for (const char* words : {"Alpha beta.", "20 words in B only", "word17", "Gamma.", "Delta."})
    EXPECT_THAT(out.str(), HasSubstr(words));
}

TEST(ComparePage, EverythingIsEscaped) {
  TestPair pair("<b>The dam</b> broke & \"fell\"", "<b>The dam</b> broke & 'fell'",
                {{"\"", "'"}, {"fell", "fell"}, {"\"", "'"}});
  for (AnnotatedArticle& a : pair.pile.articles) {
    a.article.title = "<script>alert(1)</script>";
    a.article.outlet = "A&B <i>";
    a.article.sources = {"<x>.html"};
  }
  std::ostringstream out;
  write_comparison_html(pair.pile, compare(pair.pile, 0, 1), "0.1", out);
  for (const char* raw : {"<script", "<b>", "<i>", "<x>"})
    EXPECT_THAT(out.str(), Not(HasSubstr(raw)));
  EXPECT_THAT(out.str(), HasSubstr("&lt;b&gt;The dam&lt;/b&gt; broke &amp;"));
}

TEST(FindArticle, ByIdOrTheEndOfItsPath) {
  TestPair pair = pair_of("a", "b");
  pair.add("c", "other/a.txt", "");
  EXPECT_EQ(find_article(pair.pile, "b.txt").value(), 1U);
  EXPECT_EQ(find_article(pair.pile, "pile/a.txt").value(), 0U);
  EXPECT_EQ(find_article(pair.pile, pair.pile.articles[2].article.id).value(), 2U);
  EXPECT_EQ(find_article(pair.pile, ".txt").error().what, "no article '.txt'");
  EXPECT_EQ(find_article(pair.pile, "").error().what, "no article ''");
  EXPECT_THAT(find_article(pair.pile, "a.txt").error().what,
              HasSubstr("'a.txt' is the name of 2 articles"));
  EXPECT_THAT(find_article(pair.pile, "a000").error().what,
              HasSubstr("'a000' is the name of 3 articles"));
  EXPECT_THAT(find_article(pair.pile, "a0").error().what,
              HasSubstr("'a0' is the name of 3 articles: a0000000 (pile/a.txt)"));
  EXPECT_THAT(find_article(pair.pile, "A.tx").error().hint,
              HasSubstr("did you mean a0000000 (pile/a.txt), a0000000 (other/a.txt)?"));
}

TEST(FindRecord, AnArticleByItsFileToo) {
  TestPair pair = pair_of("a", "b");
  EXPECT_EQ(std::get<FoundArticle>(find_record(pair.pile, "b.txt").value()).article, 1U);
  EXPECT_THAT(find_record(pair.pile, "a").error().what, HasSubstr("the beginning of 2 ids"));
  EXPECT_EQ(find_record(pair.pile, "").error().what, "no line with id ''");
}

template <class Set>
ReuseFilter with(Set set) {
  ReuseFilter filter;
  set(filter);
  return filter;
}

TEST(ReuseTable, FiltersAndOrder) {
  TestPair pair = pair_of("aa bb. cc dd ee. ff gg.", "aa bb. cc dd ee. ff gg.");
  share(pair.pile, 0, 1, "aa bb.", 2);
  share(pair.pile, 0, 1, "cc dd ee.", 3).type = "agency";
  share(pair.pile, 0, 1, "ff gg.", 2).type = "credit";
  const auto ids = [&](const ReuseFilter& filter) {
    std::string found;
    for (const auto& row : reuse_table(pair.pile, filter).rows)
      found += std::get<std::string>(row[0]) + " ";
    return found;
  };
  EXPECT_EQ(ids({}), "r2 r1 ");
  EXPECT_EQ(n_hidden_reuse(pair.pile, {}), 1U);
  EXPECT_EQ(ids(with([](ReuseFilter& f) { f.all = true; })), "r2 r1 r3 ");
  EXPECT_EQ(ids(with([](ReuseFilter& f) { f.classes = {"all"}; })), "r2 r1 r3 ");
  EXPECT_EQ(ids(with([](ReuseFilter& f) { f.classes = {"credit", "copy"}; })), "r1 r3 ");
  EXPECT_EQ(ids(with([](ReuseFilter& f) { f.min_words = 3; })), "r2 ");
  EXPECT_EQ(ids(with([](ReuseFilter& f) { f.outlet = "vale"; })), "r2 r1 ");
  EXPECT_EQ(ids(with([](ReuseFilter& f) { f.article = "b.txt"; })), "r2 r1 ");
  EXPECT_EQ(n_hidden_reuse(pair.pile, with([](ReuseFilter& f) { f.min_words = 3; })), 0U);
  EXPECT_EQ(
      check_filter(pair.pile, with([](ReuseFilter& f) { f.classes = {"theft"}; })).error().what,
      "'theft' is no class of shared passages");
  EXPECT_EQ(check_filter(pair.pile, with([](ReuseFilter& f) { f.outlet = "Lund"; })).error().what,
            "no outlet 'Lund'");
  EXPECT_EQ(check_filter(pair.pile, with([](ReuseFilter& f) { f.outlet = "Lund"; })).error().hint,
            "outlets of this pile: Orra Post, Vale Ledger");
  EXPECT_EQ(check_filter(pair.pile, with([](ReuseFilter& f) { f.article = "zz"; })).error().what,
            "no article 'zz'");
  EXPECT_TRUE(check_filter(pair.pile, with([](ReuseFilter& f) {
                             f.article = "a.txt";
                             f.outlet = "orra";
                             f.classes = {"all"};
                           })));
}

TEST(ReuseTable, AFileNameIsNoOutlet) {
  TestPair pair("aa bb", "aa bb", {});
  for (AnnotatedArticle& a : pair.pile.articles) a.article.outlet.clear();
  const ReuseFilter filter = with([](ReuseFilter& f) { f.outlet = "b.txt"; });
  EXPECT_TRUE(reuse_table(pair.pile, filter).rows.empty());
  EXPECT_EQ(check_filter(pair.pile, filter).error().what, "no outlet 'b.txt'");
  EXPECT_THAT(check_filter(pair.pile, filter).error().hint, HasSubstr("states its outlet"));
}

// Rows as "place | change | shown".
std::string traced(const Pile& pile, std::string_view phrase) {
  const Table table = trace_table(pile, phrase);
  std::string lines;
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      for (const char* wanted : {"place", "change", "shown"})
        if (table.columns[i].name == wanted) lines += std::get<std::string>(row[i]) + " | ";
    lines += "\n";
  }
  return lines;
}

TEST(Trace, FindsNearPlacesAndPassagesThatChanged) {
  TestPair pair("They said we warned them three times last year and nobody came.",
                "They said we asked him once, nobody came.",
                {{"warned them three times last year and", "asked him once,"}});
  pair.add("Yes, we warned them four times last year and nobody came!", "pile/c.txt", "");
  const auto day = [](int y) { return when_day(std::chrono::year{y} / 3 / 11); };
  for (std::uint32_t i = 0; i < 3; ++i)
    pair.pile.articles[i].article.published = {
        day(2024 - static_cast<int>(i)), DateBasis::kStated, {}, {}};
  EXPECT_EQ(
      traced(pair.pile, "we warned them three times last year and nobody came"),
      "before, in other words | altered: 'three' → 'four' | Yes, we warned them [-three-] {+four+} "
      "times last year and nobody came! | \n"
      "before, in other words | altered: 'warned them three times last year and' → 'asked him "
      "once,' | They said we [-warned them three times last year and-] {+asked him once,+} nobody "
      "came. | \n"
      "FIRST in this pile | same | They said we warned them three times last year and nobody "
      "came. | \n");
}

TEST(Trace, WhatMayBeEarlierIsNotLater) {
  TestPair pair = pair_of("We warned them three times.", "We warned them three times!");
  pair.add("We warned them three times, he said.", "pile/c.txt", "");
  pair.add("We warned them three times, or so.", "pile/d.txt", "");
  const auto day = [](unsigned d) {
    return std::chrono::sys_days(std::chrono::year{2024} / 3 / std::chrono::day{d});
  };
  const auto set = [&](std::size_t i, When when) {
    pair.pile.articles[i].article.published.when = std::move(when);
  };
  set(0, when_day(day(12)));
  set(1, when_between({}, day(13), Grain::kDay));       // saved on that day
  set(2, when_between(day(10), day(14), Grain::kDay));  // could be the first, or not
  set(3, when_day(day(13)));
  EXPECT_EQ(traced(pair.pile, "warned them three times"),
            "could be earlier | same | We warned them three times, he said. | \n"
            "FIRST in this pile | same | We warned them three times. | \n"
            "then | same | We warned them three times, or so. | \n"
            "undated, could be earlier | same | We warned them three times! | \n");
}

TEST(Trace, APhraseThatBeginsBeforeTheMark) {
  TestPair pair = pair_of("He said they \"warned them three times\" in May.", "No.");
  Quote& quote = pair.pile.articles[0].quotes.emplace_back();
  quote.range = {14, 37};
  quote.parts = {quote.range};
  // One place, not one for the phrase and one for the quotation.
  EXPECT_EQ(traced(pair.pile, "they warned them three times"),
            "undated, could be earlier | same | He said they \"warned them three times\" in May. "
            "| \n");
}

TEST(ArticlesTable, AsPeopleCount) {
  TestPair pair = pair_of("a", "b");
  pair.pile.articles[0].article.sources = {"pile.csv:10"};
  pair.pile.articles[1].article.sources = {"pile.csv:3"};
  for (const Table& table : {articles_table(pair.pile), dates_table(pair.pile)})
    EXPECT_EQ(table.rows.front()[0], Cell(pair.pile.articles[1].article.id));
}

}  // namespace
}  // namespace fabula::render
