#include "times/times.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"
#include "times/test_article.hpp"

namespace fabula::times {
namespace {

using std::chrono::days;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

// "words=value" of every time found.
std::vector<std::string> times_of(const Article& article, const std::vector<Quote>& quotes = {}) {
  std::vector<std::string> out;
  for (const TimeExpression& time : find_times(article, {}, quotes))
    out.push_back(std::string(words_of(article.text, time.range)) + "=" + time.value);
  return out;
}

std::vector<std::string> times_of(std::string_view text, std::string_view published = "2024-05-15",
                                  std::string_view language = "en") {
  return times_of(test_article(text, published, language));
}

TimeExpression only_time(std::string_view text, std::string_view published = "2024-05-15",
                         std::string_view language = "en") {
  const auto found = find_times(test_article(text, published, language), {}, {});
  EXPECT_EQ(found.size(), 1U) << text;
  return found.empty() ? TimeExpression{} : found.front();
}

// One direct quotation: the words between the two straight marks.
std::vector<Quote> one_quote(std::string_view text) {
  Quote quote;
  quote.range = {static_cast<std::uint32_t>(text.find('"') + 1),
                 static_cast<std::uint32_t>(text.rfind('"'))};
  quote.parts = {quote.range};
  return {quote};
}

// -- when ---------------------------------------------------------------------------------------

TEST(When, ADayIsADay) {
  const auto time = only_time("It opened on 10 November 2020.");
  EXPECT_EQ(time.when, when_day(*day_of(2020, 11, 10)));
  EXPECT_EQ(time.anchor, "none");
}

TEST(When, AMonthIsNeverPaddedToADay) {
  const auto time = only_time("It opened in November 2020.");
  EXPECT_EQ(time.when, when_month(2020, 11));
  EXPECT_FALSE(time.when.likely);
}

TEST(When, PartsOfMonthsAreThirds) {
  const auto time = only_time("It opened in mid-April 2021.");
  EXPECT_EQ(iso(*time.when.earliest), "2021-04-11");
  EXPECT_EQ(iso(*time.when.latest), "2021-04-20");
  EXPECT_EQ(time.when.grain, Grain::kMonth);
  EXPECT_EQ(time.value, "2021-04");
}

TEST(When, EarlierThisMonthEndsWithTheTelling) {
  const auto time = only_time("It opened earlier this month.");
  EXPECT_EQ(iso(*time.when.earliest), "2024-05-01");
  EXPECT_EQ(iso(*time.when.latest), "2024-05-15");
}

TEST(When, DurationsAndSetsLieNowhere) {
  EXPECT_FALSE(only_time("It took three weeks.").when.known());
  EXPECT_FALSE(only_time("They meet every Tuesday.").when.known());
}

TEST(When, APastSpanEndsWithTheTelling) {
  const auto time = only_time("It fell over the past three months.");
  EXPECT_EQ(time.value, "P3M");
  EXPECT_EQ(iso(*time.when.earliest), "2024-02-15");
  EXPECT_EQ(iso(*time.when.latest), "2024-05-15");
}

// -- anchors ------------------------------------------------------------------------------------

TEST(Anchor, WithoutAPublicationDateRelativeTimesStayOpen) {
  EXPECT_THAT(times_of("He left on Monday.", ""), ElementsAre("Monday=XXXX-WXX-1"));
  EXPECT_THAT(times_of("He left last month.", ""), ElementsAre("last month=XXXX-XX"));
  EXPECT_THAT(times_of("He left on 28 September.", ""), ElementsAre("28 September=XXXX-09-28"));
  EXPECT_THAT(times_of("He left in October last year.", ""),
              ElementsAre("October last year=XXXX-10"));
  EXPECT_THAT(times_of("He left yesterday.", ""), ElementsAre("yesterday=XXXX-XX-XX"));
  EXPECT_THAT(times_of("It fell in the third quarter.", ""),
              ElementsAre("the third quarter=XXXX-Q3"));
  EXPECT_THAT(times_of("He left at Christmas.", ""), ElementsAre("Christmas=XXXX-12-25"));
  EXPECT_THAT(times_of("He left on Easter Monday.", ""), ElementsAre("Easter Monday=XXXX-XX-XX"));
  const auto time = only_time("He left on Monday.", "");
  EXPECT_EQ(time.anchor, "unresolved");
  EXPECT_FALSE(time.when.known());
}

TEST(Anchor, AnInferredDateIsNoAnchor) {
  Article article = test_article("He left on Monday.", "2024-05-15");
  article.published.basis = DateBasis::kInferred;
  EXPECT_THAT(times_of(article), ElementsAre("Monday=XXXX-WXX-1"));
}

TEST(Anchor, AMonthOfPublicationIsNoAnchor) {
  Article article = test_article("He left on Monday.", "2024-05-15");
  article.published.when = when_month(2024, 5);
  EXPECT_THAT(times_of(article), ElementsAre("Monday=XXXX-WXX-1"));
}

TEST(Anchor, InsideAQuotationRelativeTimesStayOpen) {
  const std::string text =
      "She said: \"I left last month, on 3 May 2020 and today.\" It rained today.";
  EXPECT_THAT(times_of(test_article(text, "2024-05-15"), one_quote(text)),
              ElementsAre("last month=XXXX-XX", "3 May 2020=2020-05-03", "today=XXXX-XX-XX",
                          "today=2024-05-15"));
}

TEST(Anchor, AnIndirectQuotationIsRelativeToTheArticle) {
  const std::string text = "She said that \"he left yesterday\".";
  auto quotes = one_quote(text);
  quotes[0].kind = QuoteKind::kIndirect;
  EXPECT_THAT(times_of(test_article(text, "2024-05-15"), quotes),
              ElementsAre("yesterday=2024-05-14"));
}

TEST(Anchor, ALetterIsRelativeToItsDate) {
  const std::string text = "In a letter dated 2 March 1998 she wrote: \"I was fired yesterday.\"";
  EXPECT_THAT(times_of(test_article(text, "2024-05-15"), one_quote(text)),
              ElementsAre("2 March 1998=1998-03-02", "yesterday=1998-03-01"));
}

TEST(Anchor, ADatelineIsTheDayOfTheWords) {
  const auto found = [](std::string_view text) { return times_of(text, "2024-05-15", "en-US"); };
  EXPECT_THAT(found("LOW HARBOUR, May 13 (Wire) -- It sank yesterday."),
              ElementsAre("May 13=2024-05-13", "yesterday=2024-05-12"));
  EXPECT_THAT(found("LOW HARBOUR, May 3 (Wire) -- It sank yesterday."),
              ElementsAre("May 3=2024-05-03", "yesterday=2024-05-14"));
  EXPECT_THAT(found("Low Harbour, May 13 (Wire) -- It sank yesterday."),
              ElementsAre("May 13=2024-05-13", "yesterday=2024-05-14"));
}

TEST(Anchor, LaterIsCountedFromWhatTheTextSpokeOf) {
  EXPECT_THAT(times_of("It sank on 3 May 1998. Two weeks later it was found."),
              ElementsAre("3 May 1998=1998-05-03", "Two weeks later=1998-05-17"));
  EXPECT_THAT(times_of("It sank in September 2020. Just a month later it was found."),
              ElementsAre("September 2020=2020-09", "Just a month later=2020-10"));
  EXPECT_EQ(
      find_times(test_article("It sank in 1998. A year later it rose.", ""), {}, {})[1].anchor,
      "text");
}

TEST(Anchor, SumsAreComparedWithTheQuarterSpokenOf) {
  EXPECT_THAT(times_of("In the first quarter it earned $5, against $4 a year earlier."),
              ElementsAre("the first quarter=2024-Q1", "a year earlier=2023-Q1"));
  EXPECT_THAT(
      times_of("In the first quarter it grew. For the nine months it earned $5, against $4 a year "
               "ago."),
      ElementsAre("the first quarter=2024-Q1", "the nine months=P9M", "a year ago=2023"));
}

TEST(Anchor, ThePreviousYearIsBeforeTheTellingsWhenNoOtherWasSpokenOf) {
  EXPECT_THAT(times_of("It grew more than in the previous year."),
              ElementsAre("the previous year=2023"));
  EXPECT_THAT(times_of("In 1998 it grew more than in the previous year."),
              ElementsAre("1998=1998", "the previous year=1997"));
}

TEST(Anchor, LaterWithoutAnythingBeforeStaysOpen) {
  EXPECT_THAT(times_of("Two weeks later it was found."), ElementsAre("Two weeks later=XXXX-XX-XX"));
  EXPECT_THAT(times_of("About a month later it was found."),
              ElementsAre("About a month later=XXXX-XX"));
}

// -- direction ----------------------------------------------------------------------------------

TEST(Direction, TheVerbDecides) {
  EXPECT_THAT(times_of("The fair opened on Friday."), ElementsAre("Friday=2024-05-10"));
  EXPECT_THAT(times_of("The fair will open on Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("The fair is to open on Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("The fair will be opened on Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("The fair had been due to open on Friday."),
              ElementsAre("Friday=2024-05-10"));
}

TEST(Direction, BothReadingsAreKept) {
  EXPECT_THAT(only_time("The fair opened on Friday.").alternatives, ElementsAre("2024-05-17"));
  EXPECT_THAT(only_time("The fair will open on Friday.").alternatives, ElementsAre("2024-05-10"));
  EXPECT_THAT(only_time("The council votes next Friday.").alternatives, ElementsAre("2024-05-17"));
}

TEST(Direction, AFarReadingLosesToANearOne) {
  EXPECT_THAT(times_of("The deadline was moved to June 3."), ElementsAre("June 3=2024-06-03"));
  EXPECT_THAT(times_of("He would have turned 50 on May 2."), ElementsAre("May 2=2024-05-02"));
  EXPECT_THAT(times_of("As the August report told, it sank."), ElementsAre("August=2023-08"));
}

TEST(Direction, APlainVerbIsSurelyPast) {
  EXPECT_THAT(times_of("The pier opened in July."), ElementsAre("July=2023-07"));
  EXPECT_THAT(times_of("The pier had to open in July."), ElementsAre("July=2024-07"));
  EXPECT_THAT(times_of("She announced a fair in July."), ElementsAre("July=2024-07"));
  EXPECT_THAT(times_of("The page was changed on May 20."), ElementsAre("May 20=2024-05-20"));
}

TEST(Direction, AWiresVerbStandsBehind) {
  EXPECT_THAT(times_of("It will stay shut after a court Friday ruled so."),
              ElementsAre("Friday=2024-05-10"));
}

TEST(Direction, PlansAndLimitsPointForward) {
  EXPECT_THAT(times_of("The crew agreed to leave Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("The crew was to leave Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("The crew may leave Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("They'll leave Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("They\u2019ll leave Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("The pier was shut starting Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("Shares rose ahead of Friday's vote."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("The pier has been shut since August."), ElementsAre("August=2023-08"));
}

TEST(Direction, ALimitOfAPastVerbIsTheNearerOne) {
  EXPECT_THAT(times_of("The strike ran until March 3."), ElementsAre("March 3=2024-03-03"));
  EXPECT_THAT(times_of("The vote was put off until July."), ElementsAre("July=2024-07"));
  EXPECT_THAT(times_of("The town extended the sale to Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("They asked people from May 3 through Sunday."),
              ElementsAre("May 3=2024-05-03", "Sunday=2024-05-12"));
}

TEST(Direction, APresentVerbFarAwaySaysNothing) {
  EXPECT_THAT(times_of("The fair is on Friday."), ElementsAre("Friday=2024-05-17"));
  EXPECT_THAT(times_of("The pier is of wood, as is the hall that burned Friday."),
              ElementsAre("Friday=2024-05-10"));
  EXPECT_THAT(times_of("They are sure of it since an August report."),
              ElementsAre("August=2023-08"));
}

TEST(Direction, OfWordsWithTwoFaces) {
  EXPECT_THAT(times_of("A fund it set up in August paid."), ElementsAre("August=2023-08"));
  EXPECT_THAT(times_of("Talks are set for August."), ElementsAre("August=2024-08"));
  EXPECT_THAT(times_of("It closed earlier than expected on Friday."),
              ElementsAre("Friday=2024-05-10"));
}

TEST(Direction, ThroughIsTheNearerOne) {
  EXPECT_THAT(times_of("It was lent money through July."), ElementsAre("July=2024-07"));
  EXPECT_THAT(times_of("It lost money through March."), ElementsAre("March=2024-03"));
}

TEST(Direction, TheWeekdayTellsTheYear) {
  EXPECT_THAT(times_of("On Tuesday, September 28, she wrote.", "2021-09-29"),
              ElementsAre("Tuesday, September 28=2021-09-28"));
  EXPECT_THAT(times_of("On Monday, September 28, she wrote.", "2021-09-29"),
              ElementsAre("Monday, September 28=2020-09-28"));
}

// -- countries
// ----------------------------------------------------------------------------------

TEST(Country, OrdersDayAndMonth) {
  EXPECT_EQ(only_time("Signed on 03/04/2024.", "2024-05-15", "en-GB").value, "2024-04-03");
  EXPECT_EQ(only_time("Signed on 03/04/2024.", "2024-05-15", "en-US").value, "2024-03-04");
  const auto open = only_time("Signed on 03/04/2024.");
  EXPECT_EQ(open.value, "2024-XX-XX");
  EXPECT_FALSE(open.when.known());
  EXPECT_THAT(open.alternatives, ElementsAre("2024-03-04", "2024-04-03"));
}

TEST(Country, IsTheEndOfTheHost) {
  Article article = test_article("Signed on 03/04/2024.", "2024-05-15");
  article.url = "https://river-post.co.uk/a/1";
  EXPECT_THAT(times_of(article), ElementsAre("03/04/2024=2024-04-03"));
}

TEST(Country, HasItsOwnFeasts) {
  EXPECT_EQ(only_time("They met on Thanksgiving.", "2024-11-30", "en-US").value, "2024-11-28");
  EXPECT_EQ(only_time("They met on Thanksgiving.", "2024-11-30", "en-CA").value, "2024-10-14");
  const auto unknown = only_time("They met on Thanksgiving.", "2024-11-30");
  EXPECT_EQ(unknown.value, "2024-11-28");
  EXPECT_THAT(unknown.alternatives, Contains("2024-10-14"));
}

TEST(Country, HasItsOwnSeasons) {
  const auto time = only_time("The reef bleached last summer.", "2024-05-15", "en-AU");
  EXPECT_EQ(iso(*time.when.earliest), "2023-12-01");
  EXPECT_EQ(iso(*time.when.latest), "2024-02-29");
}

// -- no dates
// -----------------------------------------------------------------------------------

TEST(NoDate, NamesVerbsAndCounts) {
  for (const char* text :
       {"May said the guard may march on in second gear.", "He sat in the March family house.",
        "She lives on Sunday Street.", "The 2012 employees who left were paid.",
        "Flight 2019 to Boston was half empty.", "The Sun and The Times sell fewer copies.",
        "The gun was a .45 and the bill came to 10.30 in total for Julian.",
        "April Hale and June Hale won.", "He paid $2000 and 1999 euros.", "It grew by 20%.",
        "The 42-year-old won.", "She is ten years old.", "He is in his thirties.",
        "A second man fell in the spring water.", "He won 10-12 in 2 sets."})
    EXPECT_THAT(times_of(text), IsEmpty()) << text;
}

TEST(NoDate, DaysThatDoNotExist) {
  EXPECT_THAT(times_of("It fell on 31 February 2020."),
              testing::Not(Contains("31 February 2020=2020-02-31")));
  for (const TimeExpression& time : find_times(
           test_article("On 2020-13-45 and 30 February and 99/99/99.", "2024-05-15"), {}, {}))
    EXPECT_FALSE(time.when.earliest == time.when.latest && time.when.known()) << time.value.str();
}

// -- order and cost
// -----------------------------------------------------------------------------

TEST(Order, ByPlaceWithoutOverlap) {
  const Article article = test_article(
      "On Tuesday, 28 September 2021, two weeks before Christmas, at 10 p.m. Wednesday, in "
      "1998, "
      "he "
      "was 40 years old for the third day running every Monday.",
      "2024-05-15");
  const auto found = find_times(article, {}, {});
  ASSERT_GE(found.size(), 5U);
  for (std::size_t i = 1; i < found.size(); ++i)
    EXPECT_LE(found[i - 1].range.end, found[i].range.begin);
}

// A million words that could each begin a phrase take no longer a word than a hundred.
TEST(Cost, NestedPhrasesAreLinear) {
  std::string text;
  while (text.size() < 1'000'000)
    text += "next year's last week's every two weeks ago before Christmas ";
  const Article article = test_article(text, "2024-05-15");
  EXPECT_GT(find_times(article, {}, {}).size(), 10'000U);
}

// -- every day through every form
// -----------------------------------------------------------------

constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                   "May",       "June",     "July",     "August",
                                   "September", "October",  "November", "December"};
constexpr const char* kShort[] = {"Jan.", "Feb.", "March", "April", "May",  "June",
                                  "July", "Aug.", "Sept.", "Oct.",  "Nov.", "Dec."};
constexpr const char* kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                     "Friday", "Saturday", "Sunday"};

const char* ordinal_ending(unsigned day) {
  if (day >= 11 && day <= 13) return "th";
  return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

TEST(EveryDay, ThroughEveryWrittenForm) {
  const Day end = *day_of(2101, 1, 1);
  for (Day day = *day_of(1800, 1, 1); day < end; day += days{1}) {
    const Date d = date_of(day);
    const char* month = kMonths[d.month - 1];
    const char* weekday = kWeekdays[weekday_of(day) - 1];
    const std::string text = fmt::format(
        "On {0} {1} {2}, on {1} {0}, {2}, on {3}, {0} {1} {2}, on the {0}{4} of {1} {2}, on "
        "{5} "
        "{0}, "
        "{2} and on {2:04d}-{6:02d}-{0:02d} it fell.",
        d.day, month, d.year, weekday, ordinal_ending(d.day), kShort[d.month - 1], d.month);
    const auto found = find_times(test_article(text, ""), {}, {});
    ASSERT_EQ(found.size(), 6U) << text;
    for (const TimeExpression& time : found) {
      ASSERT_EQ(time.value, iso(day)) << text;
      ASSERT_EQ(time.when, when_day(day)) << text;
    }
  }
}

TEST(EveryDay, ThroughFiguresOfBothOrders) {
  const Day end = *day_of(2101, 1, 1);
  for (Day day = *day_of(1800, 1, 1); day < end; day += days{1}) {
    const Date d = date_of(day);
    const std::string us = fmt::format("On {}/{}/{} it fell.", d.month, d.day, d.year);
    const std::string gb = fmt::format("On {}/{}/{} it fell.", d.day, d.month, d.year);
    ASSERT_EQ(only_time(us, "", "en-US").value, iso(day)) << us;
    ASSERT_EQ(only_time(gb, "", "en-GB").value, iso(day)) << gb;
  }
}

TEST(EveryDay, OfAYearThroughEveryWeekdayFromEveryAnchor) {
  const Day end = *day_of(2025, 1, 1);
  for (Day day = *day_of(2024, 1, 1); day < end; day += days{1})
    for (const char* weekday : kWeekdays) {
      const auto past = only_time(fmt::format("It fell on {}.", weekday), iso(day));
      const auto future = only_time(fmt::format("It will fall on {}.", weekday), iso(day));
      ASSERT_TRUE(*past.when.likely <= day && day - *past.when.likely < days{7}) << iso(day);
      ASSERT_TRUE(*future.when.likely > day && *future.when.likely - day <= days{7}) << iso(day);
    }
}

}  // namespace
}  // namespace fabula::times
