#include "render/event_days.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/labels.hpp"
#include "render/test_tellings.hpp"

namespace fabula::render {
namespace {

using testing::ElementsAre;

const When kMonday = when_day(*parse_iso_day("2024-03-11"));

struct TestEvent : TestTellings {
  // An article with one sentence that tells the event by `words`, which count from `anchor`.
  Span telling(std::string_view published, std::string text, std::string_view words,
               std::string_view anchor, const When& when = kMonday) {
    const std::uint32_t i = article("Post", published, std::move(text));
    AnnotatedArticle& a = pile.articles[i];
    if (!published.empty()) a.article.published.basis = DateBasis::kStated;
    if (!words.empty()) {
      TimeExpression time;
      time.range = range(i, words);
      time.when = when;
      time.anchor = anchor;
      a.times.push_back(time);
    }
    return {i, a.article.paragraphs[0].range};
  }
  static Event event(const std::vector<Span>& tellings, const When& when) {
    Event made;
    made.line = tellings.front();
    made.tellings = tellings;
    made.when = when;
    return made;
  }
  std::string text(const Event& event) const {
    return basis_text(pile, event, days_of(pile, event));
  }
};

TEST(EventDays, ADateInFullIsStated) {
  TestEvent made;
  const Event event = TestEvent::event(
      {made.telling("2024-03-12", "It fell on 11 March 2024.", "11 March 2024", "none")}, kMonday);
  EXPECT_EQ(days_of(made.pile, event).basis, DaysBasis::kStated);
  EXPECT_EQ(made.text(event), "stated");
}

TEST(EventDays, AWeekdayIsReadFromWords) {
  TestEvent made;
  const Event event = TestEvent::event(
      {made.telling("2024-03-12", "It fell on Monday.", "Monday", "published")}, kMonday);
  EXPECT_EQ(days_of(made.pile, event).basis, DaysBasis::kRead);
  EXPECT_EQ(made.text(event), "read from “Monday”");
}

TEST(EventDays, TheSurestTellingCountsAndIsNamed) {
  TestEvent made;
  const Span monday = made.telling("2024-03-12", "It fell on Monday.", "Monday", "published");
  const Span full = made.telling("", "It fell on 11 March 2024.", "11 March 2024", "none");
  EXPECT_EQ(made.text(TestEvent::event({monday, full}, kMonday)), "stated as “11 March 2024”");
  EXPECT_EQ(made.text(TestEvent::event({full, monday}, kMonday)), "stated");
}

TEST(EventDays, ATimeOfAnotherDayDoesNotCount) {
  TestEvent made;
  const Span line =
      made.telling("2024-03-12", "On Monday, and in 2019.", "2019", "none", when_year(2019));
  TimeExpression monday;
  monday.range = made.range(0, "Monday");
  monday.when = kMonday;
  monday.anchor = "published";
  made.pile.articles[0].times.insert(made.pile.articles[0].times.begin(), monday);
  EXPECT_EQ(made.text(TestEvent::event({line}, kMonday)), "read from “Monday”");
}

TEST(EventDays, WhatCountsFromAProvenDayIsInferred) {
  TestEvent made;
  const Event event =
      TestEvent::event({made.telling("", "It fell on Monday.", "Monday", "published")}, kMonday);
  made.pile.articles[0].article.published.basis = DateBasis::kInferred;
  EXPECT_EQ(made.text(event), "inferred");
}

TEST(EventDays, ALeadWithoutATimeWasToldByThen) {
  TestEvent made;
  const When by = when_between(std::nullopt, kMonday.latest, Grain::kDay);
  const Event event = TestEvent::event({made.telling("2024-03-11", "It fell.", "", "")}, by);
  EXPECT_EQ(made.text(event), "told by then");
  made.pile.articles[0].article.published.basis = DateBasis::kInferred;
  EXPECT_EQ(made.text(event), "inferred");
}

TEST(EventDays, WhyALineIsUndated) {
  TestEvent made;
  const Event event =
      TestEvent::event({made.telling("", "It fell on Monday.", "Monday", "unresolved", {})}, {});
  EXPECT_EQ(days_of(made.pile, event).basis, DaysBasis::kUnknown);
  EXPECT_THAT(
      undated_reasons(made.pile, event),
      ElementsAre("“Monday” counts from a day that is not known.", "The article states no day.",
                  "Nothing in this pile proves when it appeared."));
  Article& article = made.pile.articles[0].article;
  article.date_candidates = {{when_day(Day{}), "meta", "1970-01-01", {}, false, "it is a zero"}};
  EXPECT_THAT(undated_reasons(article),
              ElementsAre("The date “1970-01-01” (meta) was not taken: it is a zero.",
                          "Nothing in this pile proves when it appeared."));
  article.published = {
      when_between(kMonday.earliest, std::nullopt, Grain::kDay), DateBasis::kInferred, {}, {}};
  EXPECT_THAT(undated_reasons(made.pile, event),
              ElementsAre("“Monday” counts from a day that is not known.",
                          "Its article appeared 11 March 2024 or later (inferred)."));
}

TEST(EventDays, DaysInFullWords) {
  EXPECT_EQ(when_words(kMonday), "11 March 2024");
  EXPECT_EQ(when_words(when_month(2024, 3)), "March 2024");
  EXPECT_EQ(when_words(when_year(2024)), "2024");
  const Day other = *parse_iso_day("2024-05-02");
  EXPECT_EQ(when_words(when_between(kMonday.earliest, other, Grain::kDay)),
            "from 11 March to 2 May 2024");
  EXPECT_EQ(when_words(when_between(*parse_iso_day("2023-12-31"), other, Grain::kDay)),
            "from 31 December 2023 to 2 May 2024");
  EXPECT_EQ(when_words(when_between(std::nullopt, other, Grain::kDay)), "2 May 2024 or earlier");
  EXPECT_EQ(when_words(when_between(other, std::nullopt, Grain::kDay)), "2 May 2024 or later");
  EXPECT_EQ(when_words({}), "no date");
}

}  // namespace
}  // namespace fabula::render
