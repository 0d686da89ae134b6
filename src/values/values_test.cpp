#include "values/values.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "names/names.hpp"
#include "quotes/quotes.hpp"
#include "segment/segment.hpp"
#include "times/times.hpp"

namespace fabula::values {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

AnnotatedArticle annotated(std::string_view text, std::string_view day = "2024-05-14") {
  AnnotatedArticle made;
  made.article.text = text;
  made.article.language = "en";
  made.article.paragraphs.push_back(
      {{0, static_cast<std::uint32_t>(text.size())}, Role::kBody, {}});
  if (const auto published = parse_iso_day(day)) {
    made.article.published.when = when_day(*published);
    made.article.published.basis = DateBasis::kStated;
  }
  made.segmentation = segment::segment(made.article);
  made.names = names::find_names(made.article, made.segmentation);
  made.quotes = quotes::find_quotes(made.article, made.segmentation, made.names);
  made.times = times::find_times(made.article, made.segmentation, made.quotes);
  return made;
}

std::vector<std::string> found(std::string_view text) {
  const AnnotatedArticle article = annotated(text);
  std::vector<std::string> lines;
  for (const Value& value : find_values(article))
    lines.push_back(fmt::format("{}|{}|{}", value.written, value.role, value.unit));
  return lines;
}

TEST(Values, WhatHappenedToPeople) {
  EXPECT_THAT(found("Twelve people were killed in Vale."), ElementsAre("12|dead|people"));
  EXPECT_THAT(found("At least 12 people died when the bridge fell."),
              ElementsAre("at least 12|dead|people"));
  EXPECT_THAT(found("Nine killed in fire at Vale."), ElementsAre("9|dead|people"));
  EXPECT_THAT(found("A fire killed 12 people in Vale and injured 31."),
              ElementsAre("12|dead|people", "31|injured|people"));
  EXPECT_THAT(found("The storm left 14 people dead."), ElementsAre("14|dead|people"));
  EXPECT_THAT(found("The fire claimed 14 lives."), ElementsAre("14|dead|people"));
  EXPECT_THAT(found("Thirty-one people were killed or injured."),
              ElementsAre("31|dead or injured|people"));
  EXPECT_THAT(found("The ferry left with 80 people on board."), ElementsAre("80|on board|people"));
  EXPECT_THAT(found("Three people on board died on Monday."), ElementsAre("3|dead|people"));
  EXPECT_THAT(found("12 people aboard were killed."), ElementsAre("12|dead|people"));
  EXPECT_THAT(found("The square of Vale was full, with 300 demonstrators and a band."),
              ElementsAre("300|marchers|people"));
  EXPECT_THAT(found("Some 2,400 people marched through Vale."),
              ElementsAre("about 2400|marchers|people"));
}

TEST(Values, WhatIsPutInBetween) {
  EXPECT_THAT(found("Twelve people, including three children, were killed in Vale."),
              ElementsAre("12|dead|people"));
  EXPECT_THAT(found("Twelve people, most of them walkers from Orra, have been arrested."),
              ElementsAre("12|arrested|people"));
  EXPECT_THAT(found("Twelve people, including a guard, saw it."), IsEmpty());
}

TEST(Values, Tolls) {
  EXPECT_THAT(found("The number of dead in the Vale bridge fall has risen to 14."),
              ElementsAre("14|dead|people"));
  EXPECT_THAT(found("The death toll was revised to 13."), ElementsAre("13|dead|people"));
  EXPECT_THAT(found("It left a death toll of 13."), ElementsAre("13|dead|people"));
  EXPECT_THAT(found("The toll rose after guards said that doors opened at 12."), IsEmpty());
}

TEST(Values, CountsThatAreTakenForTheWhole) {
  EXPECT_THAT(found("Two people died in Vale and 12 others were injured."),
              ElementsAre("2|dead|people", "12|injured|people"));
  EXPECT_THAT(found("One man was injured and 12 others were injured in Vale."), IsEmpty());
  EXPECT_THAT(found("The ferry sank with the loss of 12 lives."), ElementsAre("12|dead|people"));
  EXPECT_THAT(found("Doctors spoke of 12 dead and injured."),
              ElementsAre("12|dead or injured|people"));
  EXPECT_THAT(found("A minimum of 12 people died."), ElementsAre("at least 12|dead|people"));
}

TEST(Values, PrisonSentences) {
  EXPECT_THAT(found("Bo Marlow was sentenced to eight years in prison on Monday."),
              ElementsAre("8|prison sentence|years"));
  EXPECT_THAT(found("A court jailed Bo Marlow, 52, for eight years."),
              ElementsAre("8|prison sentence|years"));
  EXPECT_THAT(found("He was given eight years in prison, five of them suspended."), IsEmpty());
  EXPECT_THAT(found("He could be jailed for eight years."), IsEmpty());
  EXPECT_THAT(found("He was jailed eight years ago."), IsEmpty());
  EXPECT_THAT(found("He led the club for eight years."), IsEmpty());
  EXPECT_THAT(found("Marlow got eight years on Monday."), ElementsAre("8|prison sentence|years"));
  EXPECT_THAT(found("A court sent Marlow to prison for eight years."),
              ElementsAre("8|prison sentence|years"));
  EXPECT_THAT(found("He got eight years of help."), IsEmpty());
}

TEST(Values, SetPhrases) {
  EXPECT_THAT(found("Doctors listed 12 fatalities."), ElementsAre("12|dead|people"));
  EXPECT_THAT(found("Nine people sustained minor injuries in Vale."),
              ElementsAre("9|injured|people"));
  EXPECT_THAT(found("Of six people there is still no trace."), ElementsAre("6|missing|people"));
  EXPECT_THAT(found("The march through Vale drew 300 people."), ElementsAre("300|marchers|people"));
  EXPECT_THAT(found("The fair in Vale drew 300 people."), ElementsAre("300|those who came|people"));
  EXPECT_THAT(found("The fair drew 12 cars."), ElementsAre("12|number|cars"));
  EXPECT_THAT(found("The plan was carried by 13 votes to nine."),
              ElementsAre("13|votes in favour|votes"));
  EXPECT_THAT(found("Councillors backed it, nine of them in favour."),
              ElementsAre("9|votes in favour|votes"));
  EXPECT_THAT(found("Bo Marlow was locked up on Monday for eight years."),
              ElementsAre("8|prison sentence|years"));
  EXPECT_THAT(found("She faces five years in jail."), IsEmpty());
  EXPECT_THAT(found("The inquiry sent a 490-page report."), ElementsAre("490|number|pages"));
  EXPECT_THAT(found("The 12-year-old won a 5-4 match on a 0-page ticket."), IsEmpty());
  EXPECT_THAT(found("Twelve of the walkers sustained injuries."), IsEmpty());
}

TEST(Values, WhatSomebodyCountsAtAMarch) {
  const std::string march = "Bo Marlow led a march through Vale on Sunday. ";
  EXPECT_THAT(found(march + "On the count of the police, 300 had come."),
              ElementsAre("300|marchers|people"));
  EXPECT_THAT(found(march + "Police thought it was closer to 300, while the organisers' figure was "
                            "2,400."),
              ElementsAre("about 300|marchers|people", "2400|marchers|people"));
  EXPECT_THAT(found(march + "Police said 300 people were fed."), IsEmpty());
  EXPECT_THAT(found(march + "Police said 300 officers were there."),
              testing::Not(testing::Contains("300|marchers|people")));
  EXPECT_THAT(found(march + "Police put the number of people on the bridge at 300."), IsEmpty());
  EXPECT_THAT(found("Police thought it was closer to 300."), IsEmpty());
}

TEST(Values, ModifiersBehindTheNumber) {
  EXPECT_THAT(found("Twelve or more people died in Vale."), ElementsAre("at least 12|dead|people"));
  EXPECT_THAT(found("In excess of 12 people died in Vale."),
              ElementsAre("more than 12|dead|people"));
  EXPECT_THAT(found("At the very least 12 people died in Vale."),
              ElementsAre("at least 12|dead|people"));
}

TEST(Values, ThingsAndMoney) {
  EXPECT_THAT(found("The flood destroyed 40 homes in Vale."), ElementsAre("40|destroyed|homes"));
  EXPECT_THAT(found("The organ was sold for £3.5m at auction."),
              ElementsAre("£3500000|sold for|£"));
  EXPECT_THAT(found("It was sold for $2 million on Monday."), ElementsAre("$2000000|sold for|$"));
}

// What nothing of the list happened to is counted by its noun.
TEST(Values, NumbersOfAnyNoun) {
  EXPECT_THAT(found("The ship carried 31 long beams for the pier."),
              ElementsAre("31|number|beams"));
  EXPECT_THAT(found("Two undersea cables to Vale broke."), ElementsAre("2|number|cables"));
  EXPECT_THAT(found("Two cables broke, and then three cables burnt."), IsEmpty());
  EXPECT_THAT(found("The walk is 12 miles and takes five hours."), IsEmpty());
  EXPECT_THAT(found("She won by 12 votes."), IsEmpty());
  EXPECT_THAT(found("The turnout was 62 per cent."), ElementsAre("62|share|%"));
  EXPECT_THAT(found("The turnout was 62.5%."), ElementsAre("62.5|share|%"));
  EXPECT_THAT(found("Ina Lowe won the election with 62 per cent of the vote."),
              ElementsAre("62|share of the vote|%"));
  EXPECT_THAT(found("Ina Lowe has 62 per cent in a poll before the election."),
              ElementsAre("62|share|%"));
  EXPECT_THAT(found("The council signed a contract worth 10 million on Monday."),
              ElementsAre("10000000|sum|"));
}

TEST(Values, NumbersThatBelongToAName) {
  const auto whose = [](std::string_view text) {
    const AnnotatedArticle article = annotated(text);
    const auto values = find_values(article);
    return values.size() != 1 ? "none"
                              : fmt::format("{} {} {}", values[0].role, values[0].written,
                                            words_of(article.article.text, values[0].of));
  };
  EXPECT_EQ(whose("The storm reached Karsk island, home to 120,000 people."),
            "residents 120000 Karsk");
  EXPECT_EQ(whose("The storm reached Karsk Island, home to 120, 000 people."),
            "residents 120000 Karsk");
  EXPECT_EQ(whose("Karsk is a port on the Grey Sea, with a population of 120,000."),
            "residents 120000 Karsk");
  EXPECT_EQ(whose("Ina Lowe, a mother of four, held on."), "children 4 Lowe");
}

TEST(Values, TheLostAndWhoIsKnownToHaveDied) {
  EXPECT_THAT(found("Eight people were lost when the ferry sank."), ElementsAre("8|dead|people"));
  EXPECT_THAT(found("Eight people are known to have died."), ElementsAre("8|dead|people"));
  EXPECT_THAT(found("Earlier, a fire had killed eight people in Vale."),
              ElementsAre("8|dead|people"));
  EXPECT_THAT(found("Police had earlier reported that eight people died."), IsEmpty());
}

TEST(Values, YearsAndWeeksAgo) {
  const auto happened = [](std::string_view text) {
    const auto values = find_values(annotated(text));
    return values.size() != 1 ? "none" : values[0].happened.edtf;
  };
  EXPECT_EQ(happened("A 1992 explosion killed 26 miners in Orra."), "1992");
  EXPECT_NE(happened("A fire killed 26 miners two weeks ago."), "2024-04-30");
}

// Another group of people is another unit.
TEST(Values, WhoIsCounted) {
  EXPECT_THAT(found("Three police officers were injured."),
              ElementsAre("3|injured|police officers"));
  EXPECT_THAT(found("Two children were killed."), ElementsAre("2|dead|children"));
}

TEST(Values, WhatIsNoCountOfAllOfThem) {
  EXPECT_THAT(found("Twelve of the dead were killed by smoke."), IsEmpty());
  EXPECT_THAT(found("Another 12 people were killed."), IsEmpty());
  EXPECT_THAT(found("Two more people were killed."), IsEmpty());
  EXPECT_THAT(found("Twelve people could be killed."), IsEmpty());
  EXPECT_THAT(found("Dozens were killed."), IsEmpty());
  EXPECT_THAT(found("No one was killed."), IsEmpty());
  EXPECT_THAT(found("Were 12 people killed?"), IsEmpty());
  EXPECT_THAT(found("Since 2019 storms have killed 40 people."), IsEmpty());
}

TEST(Values, NumbersOfOtherThings) {
  EXPECT_THAT(found("The crash of flight 12 killed 64."), ElementsAre("64|dead|people"));
  EXPECT_THAT(found("Two men killed a guard."), IsEmpty());
  EXPECT_THAT(found("It left half a million homeless."), IsEmpty());
  EXPECT_THAT(found("He died in 2004."), IsEmpty());
  EXPECT_THAT(found("The 12-year-old was injured."), IsEmpty());
  EXPECT_THAT(found("Vale beat Orra 3-1 and 2 were booked."), IsEmpty());
  EXPECT_THAT(found("They were killed 12 years ago."), IsEmpty());
  EXPECT_THAT(found("The first 12 killed the hope of others."), IsEmpty());
}

TEST(Values, BoundsAndRounding) {
  const auto ends = [](std::string_view text) {
    const AnnotatedArticle article = annotated(text);
    const auto values = find_values(article);
    if (values.size() != 1) return std::string("none");
    return fmt::format(
        "{}..{}", values[0].low / kAmountOne,
        values[0].high == kNoLimit ? "" : fmt::to_string(values[0].high / kAmountOne));
  };
  EXPECT_EQ(ends("12 people were killed."), "12..12");
  EXPECT_EQ(ends("At least 12 people were killed."), "12..");
  EXPECT_EQ(ends("Up to 14 people were killed."), "0..14");
  EXPECT_EQ(ends("2,400 people marched."), "2350..2450");
  EXPECT_EQ(ends("2,164 people marched."), "2164..2164");
  EXPECT_EQ(ends("About 2,400 people marched."), "2160..2640");
  EXPECT_EQ(ends("Nearly 200 people marched."), "150..250");
  EXPECT_EQ(ends("Between 12 and 14 people were killed."), "12..14");
  EXPECT_EQ(ends("Two hundred and six people marched."), "206..206");
  EXPECT_EQ(ends("Two dozen people were injured."), "19..28");
}

TEST(Values, SourceAndDays) {
  const AnnotatedArticle article =
      annotated("Police said at 10am that 12 people died when the bridge fell on Monday.");
  const auto values = find_values(article);
  ASSERT_EQ(values.size(), 1U);
  EXPECT_EQ(words_of(article.article.text, values[0].said_by), "Police");
  EXPECT_EQ(values[0].happened.edtf, "2024-05-13");
  EXPECT_EQ(values[0].as_of.edtf, "2024-05-14");
  EXPECT_EQ(values[0].clock, 600);
}

// "Nine were hurt" says neither of what nor when: the sentence before does.
TEST(Values, WhatHappenedStandsInTheSentenceBefore) {
  const AnnotatedArticle article = annotated(
      "The Harrow footbridge fell on Monday. Two people died. The day was warm. Nine people were "
      "hurt.");
  const auto values = find_values(article);
  ASSERT_EQ(values.size(), 2U);
  EXPECT_EQ(words_of(article.article.text, values[0].context),
            "The Harrow footbridge fell on Monday.");
  EXPECT_EQ(values[0].happened.edtf, "2024-05-13");
  EXPECT_TRUE(values[1].context.empty());
}

TEST(Values, AMarchIsCountedByOthers) {
  const AnnotatedArticle article = annotated(
      "Thousands marched through Vale on Sunday. Police counted 800 people, while organisers spoke "
      "of 2,600.");
  const auto values = find_values(article);
  ASSERT_EQ(values.size(), 2U);
  EXPECT_EQ(values[0].role, "marchers");
  EXPECT_EQ(words_of(article.article.text, values[0].said_by), "Police");
  EXPECT_EQ(words_of(article.article.text, values[1].said_by), "organisers");
  EXPECT_EQ(values[1].happened.edtf, "2024-05-12");
  EXPECT_THAT(found("The shop counted 800 people. It was Sunday."), IsEmpty());
}

TEST(Values, TheSameCountPutOtherwise) {
  const AnnotatedArticle article =
      annotated("Police said 300 people marched. Organisers put the number at 2,400.");
  const auto values = find_values(article);
  ASSERT_EQ(values.size(), 2U);
  EXPECT_EQ(values[1].role, "marchers");
  EXPECT_EQ(words_of(article.article.text, values[1].said_by), "Organisers");
}

}  // namespace
}  // namespace fabula::values
