#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "dating/ages.hpp"
#include "dating/bindings.hpp"
#include "dating/deaths.hpp"
#include "language/annotated_test.hpp"
#include "language/telling.hpp"

namespace fabula::dating {

using language::annotated;
using language::Telling;
using language::telling_of;

namespace {

// "35 Lena Voss", "18m Tom Arden", "35 the 35-year-old" of somebody without a name
std::string ages(std::string_view text) {
  const AnnotatedArticle article = annotated(text);
  std::string out;
  for (const AgeClue& clue : find_ages(article))
    out += fmt::format("{}{}{} {}", out.empty() ? "" : "; ", clue.n, clue.is_months ? "m" : "",
                       clue.thing < 0
                           ? clue.unnamed
                           : article.names.things[static_cast<std::size_t>(clue.thing)].name);
  return out;
}

TEST(Ages, BesideANameOrBeforeIt) {
  EXPECT_EQ(ages("Lena Voss, 35, opened the theatre."), "35 Lena Voss");
  EXPECT_EQ(ages("Lena Voss (35) opened the theatre."), "35 Lena Voss");
  EXPECT_EQ(ages("Lena Voss, who is 35, opened it."), "35 Lena Voss");
  EXPECT_EQ(ages("Lena Voss, now 35, opened it."), "35 Lena Voss");
  EXPECT_EQ(ages("Lena Voss, a 35-year-old singer, opened it."), "35 Lena Voss");
  EXPECT_EQ(ages("The 35-year-old singer Lena Voss opened it."), "35 Lena Voss");
  EXPECT_EQ(ages("The parents of 18-month-old Tom Arden thanked them."), "18m Tom Arden");
  EXPECT_EQ(ages("Her four-year-old daughter Ada Lund waved."), "4 Ada Lund");
  EXPECT_EQ(ages("Lena Voss, a harbour pilot, 35, opened it."), "35 Lena Voss");
  EXPECT_EQ(ages("Lena Voss came late. The 35-year-old sang twice. Voss left."), "35 Lena Voss");
}

TEST(Ages, NotThoseOfAnotherDay) {
  EXPECT_EQ(ages("Lena Voss, 35, died in 2019."), "");
  EXPECT_EQ(ages("Lena Voss, 35 at the time, opened it."), "");
  EXPECT_EQ(ages("Lena Voss, 35.5 seconds behind, came second."), "");
  EXPECT_EQ(ages("Lena Voss, 35 metres from the shore, waved."), "");
  EXPECT_EQ(ages("\"Lena Voss, 35, opened it,\" he said."), "");
  EXPECT_EQ(ages("A 35-year-old man told Lena Voss."), "");
  EXPECT_EQ(ages("Tom Arden, a 35-year-old Lena Voss neighbour, waved."), "35 Tom Arden");
  EXPECT_EQ(ages("Lena Voss came. Voss mended the 35-year-old clock."), "");
  EXPECT_EQ(ages("The 35-year-old bridge fell. Lena Voss saw it."), "");
  EXPECT_EQ(ages("Lena Voss, 35, was shot in the harbour."), "");
  EXPECT_EQ(ages("Ada Lund was 20 when the 41-year-old Odo Finn taught her."), "");
  EXPECT_EQ(ages("It followed the 2013 choice of the 43-year-old Ada Lund as captain."), "");
  EXPECT_EQ(ages("In 2013, Ada Lund, 43, was the captain."), "");
}

TEST(Ages, NotThoseOfOthers) {
  EXPECT_EQ(ages("Ada Lund waved to the elder Lund, 79, on the pier."), "");
  EXPECT_EQ(ages("The six-year-old feud their neighbour Odo Finn began went on."), "");
}

TEST(Deaths, OfWhomItIsTold) {
  const auto dead = [](std::string_view text) {
    const AnnotatedArticle article = annotated(text);
    std::string out;
    for (const std::uint32_t thing : find_deaths(article))
      out += (out.empty() ? "" : "; ") + article.names.things[thing].name;
    return out;
  };
  EXPECT_EQ(dead("Ada Lund died on Monday. Odo Finn wept."), "Ada Lund");
  EXPECT_EQ(dead("Ada Lund, 35, was killed by a falling tree."), "Ada Lund");
  EXPECT_EQ(dead("Odo Finn spoke of the death of Ada Lund."), "Ada Lund");
  EXPECT_EQ(dead("The town mourns. Ada Lund's funeral is on Friday."), "Ada Lund");
  EXPECT_EQ(dead("The town will remember the late Ada Lund."), "Ada Lund");
  EXPECT_EQ(dead("Ada Lund diedre. Odo Finn's bodyguard left."), "");
}

TEST(Ages, EpithetsAreOfTheMainPersonOnly) {
  // Whose age is told otherwise.
  EXPECT_EQ(
      ages("Odo Finn, a captain, 59, went to prison. Lena Voss, 23, said so. Voss lives here. "
           "Voss told the 59-year-old captain."),
      "59 Odo Finn; 23 Lena Voss");
  EXPECT_EQ(ages("Lena Voss came late. The 35-year-old singer sang twice. Voss left."),
            "35 Lena Voss");
  // One of several.
  EXPECT_EQ(
      ages("Lena Voss met a young singer. Voss waved. The 35-year-old singer left. Voss, too."),
      "");
  // Not of whom the article spoke last.
  EXPECT_EQ(ages("Lena Voss came. Voss sang. Voss won. Tom Arden met Voss. The 35-year-old left."),
            "35 the 35-year-old");
  EXPECT_EQ(ages("Lena Voss came. Voss sang. Voss met Tom Arden. The 35-year-old left."),
            "35 Lena Voss");
  // Of then.
  EXPECT_EQ(ages("Lena Voss came late. She was the 35-year-old captain of the side."), "");
}

TEST(Birthdays, WithATime) {
  const auto birthdays = [](std::string_view text) {
    const AnnotatedArticle article = annotated(text);
    std::string out;
    for (const BirthdayClue& clue : find_birthdays(article, find_ages(article)))
      out += fmt::format(
          "{}{} {}: {};", clue.n,
          clue.is_near     ? "~"
          : clue.is_either ? "?"
                           : "",
          article.names.things[static_cast<std::size_t>(clue.thing)].name,
          words_of(article.article.text, article.times[static_cast<std::size_t>(clue.time)].range));
    return out;
  };
  EXPECT_EQ(birthdays("Ines Roth, who turned 40 on Tuesday, resigned."), "40 Ines Roth: Tuesday;");
  EXPECT_EQ(birthdays("Tom Arden has his second birthday on Saturday."), "2? Tom Arden: Saturday;");
  EXPECT_EQ(birthdays("Tom Arden marked his second birthday on Saturday."),
            "2 Tom Arden: Saturday;");
  EXPECT_EQ(birthdays("Ines Roth, 38, swam on December 1 as part of this year's birthday party."),
            "38~ Ines Roth: December 1;");
  EXPECT_EQ(birthdays("Ines Roth would have turned 40 on Tuesday."), "40? Ines Roth: Tuesday;");
  EXPECT_EQ(birthdays("Ines Roth will hold her 40th birthday a week on Sunday."), "");
  EXPECT_EQ(birthdays("Ines Roth turned 40 pages. It rained on Tuesday."), "");
  EXPECT_EQ(birthdays("Ines Roth swam on December 1 as part of her birthday party."), "");
  EXPECT_EQ(birthdays("\"Ines Roth turned 40 on Tuesday,\" he said."), "");
}

TEST(Bindings, EitherSideIsAsFarBackAsAhead) {
  TimeRelation relation;
  relation.tense = 1;
  relation.readings = {{days_between(TimeRelation::kTold, TimeRelation::kMeant, 0, 6)}};
  const TimeRelation either = on_either_side(relation);
  EXPECT_EQ(either.tense, 0);
  EXPECT_EQ(either.readings[0][0].lo, -6);
  EXPECT_EQ(either.readings[0][0].hi, 6);
  // "on 6 August": less than a year off, as nothing else is known.
  DayConstraint in_a_year = months_after(TimeRelation::kTold, TimeRelation::kMeant, 0);
  in_a_year.m_lo = -12;
  relation.readings = {{in_a_year}};
  EXPECT_EQ(on_either_side(relation).readings[0][0].m_lo, -12);
  EXPECT_EQ(on_either_side(relation).readings[0][0].m_hi, 12);
}

std::string telling(std::string_view text) {
  const AnnotatedArticle article = annotated(text);
  std::string out;
  for (const TimeExpression& time : article.times) {
    const Telling told = telling_of(article, time);
    out += told == Telling::kPast ? "past " : told == Telling::kFuture ? "future " : "- ";
  }
  return out;
}

TEST(Telling, WhatBoundsAnArticle) {
  EXPECT_EQ(telling("The bridge opened on 3 May 2019."), "past ");
  EXPECT_EQ(telling("In 2019, the council closed the bridge."), "past ");
  EXPECT_EQ(telling("The bridge will close on 31 August 2024."), "future ");
  EXPECT_EQ(telling("The 2019 award went to the bridge."), "- ");
  EXPECT_EQ(telling("He said he would run in 2020."), "- ");
  EXPECT_EQ(telling("She was picked for the games in 2032."), "- ");
  EXPECT_EQ(telling("\"It closed on 3 May 2019,\" she said."), "- ");
  EXPECT_EQ(telling("The council had money for 2025."), "- ");
}

TEST(Telling, OnlyByTheVerbOfTheTime) {
  EXPECT_EQ(telling("The bridge was closed in 2019."), "past ");
  EXPECT_EQ(telling("Odo Finn, born in 1990, failed to win the vote in 2019."), "past past ");
  EXPECT_EQ(telling("The mayor did not sell the theatre in 2019."), "past ");
  EXPECT_EQ(telling("She came to power in 2019."), "past ");
  EXPECT_EQ(telling("The price has risen since 2008."), "past ");
  EXPECT_EQ(telling("They made a plan to plant limes in Marden in 2019."), "- ");
  EXPECT_EQ(telling("Two bakers were queueing to rent the mill in 2019."), "- ");
  EXPECT_EQ(telling("The farmers wrote about sowing flax in 2019."), "- ");
  EXPECT_EQ(telling("They said the boats are moored at Marden in 2019."), "- ");
  EXPECT_EQ(telling("The frost has spoiled the flax in 2019."), "- ");
  EXPECT_EQ(telling("They found that the mill can't grind rye in 2019."), "- ");
  EXPECT_EQ(telling("He painted the barn where they'd dance in 2019."), "- ");
  EXPECT_EQ(telling("She praised the lamp that stands there in 2019."), "- ");
  EXPECT_EQ(telling("They fear many losses, among them some mills including worn and closed mills "
                    "in 2019."),
            "- ");
  EXPECT_EQ(telling("\"Not yet,\" said Odo Finn, the tallest miller in 2019."), "- ");
  EXPECT_EQ(telling("They voted for it last year, lowering the toll in 2019."), "- - ");
  EXPECT_EQ(telling("The council penciled in two more mills in 2019."), "- ");
}

TEST(Telling, NotWhatStandsApart) {
  EXPECT_EQ(telling("This article was amended on 19 May 2020."), "- ");
  EXPECT_EQ(telling("The mill stood open in this image of Marden, painted on 3 May 2019."), "- ");
  EXPECT_EQ(telling("Bridge closed in 2019 | Voss resigned in 2018"), "- - ");
  EXPECT_EQ(telling("The bridge was closed in 2019. Hide Caption 2 of 7"), "- ");
}

}  // namespace
}  // namespace fabula::dating
