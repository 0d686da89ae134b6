#include "language/happenings.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "language/annotated_test.hpp"

namespace fabula::language {
namespace {

std::string name_of(Telling telling) {
  return telling == Telling::kPast ? " past" : telling == Telling::kFuture ? " future" : "";
}

// "fall bridge past (Saturday)"
std::string happenings(std::string_view text) {
  const AnnotatedArticle article = annotated(text);
  std::string out;
  for (const Happening& each : find_happenings(article).all) {
    if (!out.empty()) out += "; ";
    out += each.deed;
    for (const std::string& head : each.heads) out += " " + head;
    out += name_of(each.telling);
    if (each.time >= 0)
      out += fmt::format(
          " ({})",
          words_of(article.article.text, article.times[static_cast<std::size_t>(each.time)].range));
  }
  return out;
}

// "fall +14±3 resign"
std::string offsets(std::string_view text) {
  const Happenings found = find_happenings(annotated(text));
  std::string out;
  for (const Offset& offset : found.offsets)
    out +=
        fmt::format("{} {:+}{}±{} {}",
                    offset.from < 0 ? "?" : found.all[static_cast<std::size_t>(offset.from)].deed,
                    offset.n, offset.is_months ? "m" : "", offset.slack,
                    offset.to < 0 ? "told" : found.all[static_cast<std::size_t>(offset.to)].deed);
  return out;
}

TEST(Happenings, FarTimesOnlyOfListedVerbs) {
  EXPECT_EQ(happenings("She beckoned the people of the town into the hall on 4 April."),
            "beckon people past");
  EXPECT_EQ(happenings("She beckoned the people on 4 April."), "beckon people past (4 April)");
  EXPECT_EQ(happenings("She beckoned the people of the town into the hall on Saturday."),
            "beckon people past (Saturday)");
  EXPECT_EQ(happenings("The bridge fell into the river below the old mill on Saturday."),
            "fall bridge past (Saturday)");
}

TEST(Happenings, OfVerbsWithWhatTheyHappenedTo) {
  EXPECT_EQ(happenings("The bridge on the coast road fell on Saturday."),
            "fall bridge past (Saturday)");
  EXPECT_EQ(happenings("Divers will raise the ferry on Monday."), "raise ferry future (Monday)");
  EXPECT_EQ(happenings("The ferry was raised on Monday."), "raise ferry past (Monday)");
  EXPECT_EQ(happenings("The ferry is to be raised on Monday."), "raise ferry future (Monday)");
  EXPECT_EQ(happenings("The mayor opened a market in May and closed it in June."),
            "open market past (May); close market past (June)");
}

TEST(Happenings, OfSeveralWords) {
  EXPECT_EQ(happenings("The mayor stepped down on Monday."), "resign mayor past (Monday)");
  EXPECT_EQ(happenings("A jury found the driver, a father of two, guilty on Monday."),
            "convict driver past (Monday)");
  EXPECT_EQ(happenings("The driver was found not guilty on Monday."),
            "acquit driver past (Monday)");
  EXPECT_EQ(happenings("A minute of silence was held on Monday."),
            "commemorate past (Monday); hold silence past (Monday)");
  EXPECT_EQ(happenings("The court heard the driver on Monday."), "hear driver past (Monday)");
}

TEST(Happenings, OfSeveralWordsOfWhichTheFirstIsNoVerb) {
  EXPECT_EQ(happenings("The baker was last seen near the mill on Monday."),
            "vanish baker past (Monday)");
  EXPECT_EQ(happenings("The baker did not come home on Monday."), "vanish baker past (Monday)");
  EXPECT_EQ(happenings("The baker did not step down on Monday."), "do baker past (Monday)");
}

TEST(Happenings, ShareTheDayBehindSince) {
  EXPECT_EQ(happenings("Bakers may go missing."), "");
  EXPECT_EQ(happenings("The baker has not been seen since he left the mill on Monday."),
            "vanish baker past (Monday); leave mill past (Monday)");
  EXPECT_EQ(happenings("The baker left the mill on Monday and never came back."),
            "leave mill past (Monday); vanish baker past (Monday)");
}

TEST(Happenings, OfNounsAndWhoseDayTheyAre) {
  EXPECT_EQ(happenings("Turnout in Sunday's vote was low."), "vote (Sunday); be low past");
  EXPECT_EQ(happenings("A fire at the mill killed two people on Tuesday."),
            "fire mill past (Tuesday); kill people past (Tuesday)");
  EXPECT_EQ(happenings("The election campaign opened."), "open campaign past");
}

TEST(Happenings, NotThoseOfQuotationsAndCaptions) {
  EXPECT_EQ(happenings("\"The bridge fell on Saturday,\" in a letter."), "");
  EXPECT_EQ(happenings("Hide Caption The bridge fell on Saturday."), "");
}

TEST(Happenings, LimitsAreNotTheirDays) {
  EXPECT_EQ(happenings("The road was closed until Friday."), "close road past");
  EXPECT_EQ(happenings("The council raised the toll, with the rise beginning on 1 June."),
            "raise toll past; start");
  EXPECT_EQ(happenings("The price fell as it went into Election Day."),
            "fall price past; go price past");
}

TEST(Happenings, OneTimeEachTheClosest) {
  EXPECT_EQ(
      happenings("Ada Lund will sell the mill behind the garden of the inn at the end of this "
                 "month, the council announced on Wednesday."),
      "sell mill future (the end of this month); end; announce council past (Wednesday)");
}

TEST(Happenings, ThePerfectGoesWithNoDay) {
  EXPECT_EQ(happenings("Families have called people to the hall on Saturday."), "call people past");
  EXPECT_EQ(happenings("The price of bread has risen this month."), "ris price past (this month)");
}

TEST(Happenings, NoDayOfAClauseThatAClosedCommaEnds) {
  EXPECT_EQ(happenings("A book by Odo Finn, who survived the fire, comes out on Monday."),
            "surviv fire past; fire");
}

TEST(Happenings, TimesThatAreNotThatDay) {
  EXPECT_EQ(happenings("The inquest is to open a week on Friday."),
            "hear future; open inquest future");
  EXPECT_EQ(happenings("The sister died later in the morning."), "die sister past");
  EXPECT_EQ(happenings("The mayor lost the vote on Super Tuesday."), "lose vote past; vote");
  EXPECT_EQ(happenings("The mayor closed five Sunday markets."), "close past");
  EXPECT_EQ(happenings("The mayor opened a market every Monday or Tuesday."), "open market past");
}

TEST(Happenings, ReportsSayNothingByThemselves) {
  const AnnotatedArticle article =
      annotated("The bridge fell, police announced on Monday. The council announced a sale.");
  const Happenings found = find_happenings(article);
  std::string out;
  for (const Happening& each : found.all) out += each.deed + (each.is_telling ? "! " : " ");
  EXPECT_EQ(out, "fall! announce announce! sell! ");
}

TEST(Offsets, BetweenTwoHappenings) {
  EXPECT_EQ(offsets("Two weeks after the bridge fell, the mayor quit."), "fall +14±3 resign");
  EXPECT_EQ(offsets("The mayor resigned on Friday, three days before the vote."),
            "vote -3±0 resign");
  EXPECT_EQ(offsets("Ten years to the day after the blast, the square was full."),
            "explode +120m±0 be");
  EXPECT_EQ(offsets("Two weeks on from the fire, the mayor quit."), "fire +14±3 resign");
  EXPECT_EQ(offsets("The mayor quit two days prior to the vote."), "vote -2±0 resign");
  EXPECT_EQ(offsets("Two weeks after the ruin of the Harrow mill, the mayor quit."),
            "? +14±3 resign");
  EXPECT_EQ(offsets("Two weeks after the ruin, the mayor quit."), "");
  EXPECT_EQ(offsets("The trial lasted two weeks."), "");
  EXPECT_EQ(offsets("Two days after a fire, the mayor resigned."), "");
  EXPECT_EQ(offsets("The mayor resigned three days before the anniversary of the day the bridge "
                    "fell."),
            "");
}

}  // namespace
}  // namespace fabula::language
