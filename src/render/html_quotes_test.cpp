#include "render/html_quotes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "render/html.hpp"
#include "render/html_escape.hpp"
#include "render/test_tellings.hpp"

namespace fabula::render {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page_part(const Pile& pile, std::size_t most = 100) {
  std::ostringstream out;
  const PileIndex index(pile);
  write_quotes(
      pile, index, PageStories(pile, index), most,
      [&](const Span&, const std::string& id, std::string_view words) {
        out << "<a href=\"#s-" << id << "\">" << escape_html(words) << "</a>";
      },
      out);
  return out.str();
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST(HtmlQuotes, AFamilyIsOneEntryWithItsPlaces) {
  const std::string page = page_part(four_tellings(false).pile);
  EXPECT_EQ(count(page, "<span class=\"when\">"), 1U);
  EXPECT_THAT(page, HasSubstr("<h3 id=\"voice-1\">Ana Lopes</h3>\n<p class=\"meta\">1 statement in "
                              "3 articles</p>"));
  EXPECT_THAT(page, HasSubstr("3 places, first in River Post <span class=\"flag\">1 changes the "
                              "meaning</span>"));
  EXPECT_THAT(page, HasSubstr("<b>first in this pile</b>"));
  EXPECT_THAT(page, HasSubstr("taken from River Post, cut"));
  EXPECT_THAT(page, HasSubstr("<span class=\"flag\">changes a number</span>"));
  EXPECT_THAT(page, HasSubstr("them <del>three times</del> <ins>twice</ins>, and nobody"));
}

TEST(HtmlQuotes, APlaceWithoutADate) {
  EXPECT_THAT(page_part(four_tellings().pile), HasSubstr("no date: <b>could be earlier</b>"));
}

TEST(HtmlQuotes, PlacesThatNameDifferentSpeakers) {
  TestTellings made = four_tellings(false);
  Quote& other = made.pile.articles[1].quotes[0];
  other.speaker->thing = made.thing(1, "Ben <b> Ives");
  other.speaker->name = "Ben <b> Ives";
  const std::string page = page_part(made.pile);
  EXPECT_THAT(page, HasSubstr("<p class=\"conflict\">The places name different speakers: Ana Lopes "
                              "(2), Ben &lt;b&gt; Ives (1).</p>"));
  EXPECT_THAT(page, HasSubstr("names Ben &lt;b&gt; Ives"));
}

TEST(HtmlQuotes, WordsInsideOfWords) {
  TestTellings made;
  const auto a =
      made.article("A", "", "\"She said 'go' and 'stay' then,\" Ana Lopes told Ben Ives.");
  made.quote(a, "She said 'go' and 'stay' then,", "Ana Lopes", made.thing(a, "Ana Lopes"));
  made.quote(a, "go", "Ana Lopes", 0);
  made.quote(a, "stay", "Ben Ives", made.thing(a, "Ben Ives"));
  for (const std::size_t inner : {1U, 2U}) made.pile.articles[a].quotes[inner].inside = 0;
  const std::string page = page_part(made.pile);
  // Her own words only under what holds them, those of another under both.
  EXPECT_EQ(count(page, ">go</a>"), 1U);
  EXPECT_EQ(count(page, ">stay</a>"), 2U);
  EXPECT_THAT(page, HasSubstr("quoted inside: Ben Ives"));
}

TEST(HtmlQuotes, MuchThatIsReportedIsFolded) {
  for (const std::size_t n : {5U, 6U}) {
    TestTellings made;
    std::string text = "Ana Lopes said ";
    for (std::size_t i = 0; i < n; ++i) text += "word" + std::to_string(i) + " ";
    const auto a = made.article("A", "2024-03-11", text);
    const std::int32_t ana = made.thing(a, "Ana Lopes");
    for (std::size_t i = 0; i < n; ++i)
      made.quote(a, "word" + std::to_string(i), "Ana Lopes", ana, QuoteKind::kIndirect);
    EXPECT_EQ(count(page_part(made.pile), "<details class=\"fold\">"), n > 5 ? 1U : 0U);
  }
}

TEST(HtmlQuotes, WhatIsTooMuchIsCounted) {
  TestTellings made;
  const auto a = made.article("A", "2024-03-11", "one two three");
  for (const char* word : {"one", "two", "three"}) made.quote(a, word);
  EXPECT_THAT(page_part(made.pile, 2), HasSubstr("1 statement more not on this page"));
  EXPECT_THAT(page_part(made.pile, 3), Not(HasSubstr("not on this page")));
}

TEST(HtmlQuotes, EveryWayToASpeakerLeadsToOneOnThePage) {
  TestTellings made;
  const auto a = made.article("A", "2024-03-11", "Ana Ben Cleo Dora clerk one");
  for (const char* name : {"Ana", "Ben", "Cleo", "Dora"})
    made.quote(a, "one", name, made.thing(a, name));
  made.quote(a, "one", "clerk");
  for (const std::size_t most : {1U, 3U, 4U, 5U}) {
    const std::string page = page_part(made.pile, most);
    // The clerk is behind "not named".
    EXPECT_EQ(count(page, "<a href=\"#voice-"), std::min<std::size_t>(most, 4));
    EXPECT_EQ(count(page, "<a href=\"#not-named\""), most > 4 ? 1U : 0U);
    EXPECT_EQ(count(page, "id=\"not-named\""), most > 4 ? 1U : 0U);
    EXPECT_EQ(count(page, "<h3 id=\"voice-"), most);
  }
}

TEST(HtmlQuotes, OneOfEachIsOne) {
  TestTellings made;
  made.quote(made.article("A", "2024-03-11", "one"), "one");
  std::ostringstream page;
  write_html(made.pile, "0", page);
  EXPECT_THAT(page.str(), HasSubstr("<h1>The story in 1 article</h1>"));
  EXPECT_THAT(page.str(), HasSubstr("0 lines · 1 quote · 0 articles without a stated date"));
}

}  // namespace
}  // namespace fabula::render
