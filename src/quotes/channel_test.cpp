#include "quotes/channel.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "names/names.hpp"
#include "quotes/quotes.hpp"
#include "segment/segment.hpp"

namespace fabula::quotes {
namespace {

using ::testing::ElementsAre;

// The channels of the quotations in marks, in text order; "-" for none. The first paragraph is a
// headline when `has_headline`.
std::vector<std::string> channels(const std::string& text, bool has_headline = false) {
  Article article;
  article.id = "a0000000000000000";
  article.text = text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    const Role role = has_headline && begin == 0 ? Role::kHeading : Role::kBody;
    article.paragraphs.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, role, "role"});
    begin = end + 2;
  }
  const Segmentation segmentation = segment::segment(article);
  const Names names = names::find_names(article, segmentation);
  std::vector<std::string> found;
  for (const Quote& quote : find_quotes(article, segmentation, names)) {
    if (quote.kind == QuoteKind::kIndirect) continue;
    found.push_back(quote.channel ? quote.channel->name : "-");
    if (quote.channel) {
      EXPECT_LE(quote.channel->range.end, article.text.size());
    }
  }
  return found;
}

TEST(Channel, PlatformsByNameAndByVerb) {
  EXPECT_THAT(channels("“It was late,” Ana Lopes wrote on Instagram."), ElementsAre("Instagram"));
  EXPECT_THAT(channels("Ana Lopes hit back on X. “It was late,” she posted."), ElementsAre("X"));
  EXPECT_THAT(channels("“It was late,” Ana Lopes tweeted."), ElementsAre("Twitter"));
  EXPECT_THAT(channels("In a since-deleted tweet, Dan Olsen called it “a mess”."),
              ElementsAre("Twitter"));
  EXPECT_THAT(channels("“It was late,” Dan Olsen said in a video posted to YouTube."),
              ElementsAre("YouTube"));
  EXPECT_THAT(channels("“It was late,” Dan Olsen told Twitter."), ElementsAre("-"));
}

TEST(Channel, OutletsAndShows) {
  EXPECT_THAT(channels("“It was late,” Dan Olsen told Coast Weekly magazine in June."),
              ElementsAre("Coast Weekly"));
  EXPECT_THAT(channels("Speaking to the Courier from his kitchen, Dan Olsen was calm. “It was "
                       "late,” he said."),
              ElementsAre("Courier"));
  EXPECT_THAT(channels("“It was late,” Dan Olsen said in an interview with Coast Weekly."),
              ElementsAre("Coast Weekly"));
  EXPECT_THAT(channels("In an episode of the podcast The Long Spoon, Dan Olsen was blunt. “It was "
                       "late,” he said."),
              ElementsAre("The Long Spoon"));
  EXPECT_THAT(channels("“It was late,” Dan Olsen told Ida Roe on Breakfast with Ida Roe."),
              ElementsAre("Breakfast with Ida Roe"));
  EXPECT_THAT(channels("“It was late,” Ana Lopes said on Bo Finch's radio show."),
              ElementsAre("Bo Finch's radio show"));
}

TEST(Channel, FormsAndWhereTheyAre) {
  EXPECT_THAT(channels("“It was late,” Dan Olsen said at a press conference on Monday."),
              ElementsAre("press conference"));
  EXPECT_THAT(channels("In a court filing on Monday, lawyers for Dan Olsen said it was “a mess”."),
              ElementsAre("court filing"));
  EXPECT_THAT(channels("According to the lawsuit, Dan Olsen “threw a pan”."),
              ElementsAre("lawsuit"));
  EXPECT_THAT(channels("“It was late,” Dan Olsen testified on Monday."), ElementsAre("testimony"));
  EXPECT_THAT(channels("“It was late,” a rep for Dan Olsen told the Courier in a statement."),
              ElementsAre("statement"));
  EXPECT_THAT(channels("In an essay for the reading site Longhand, Ana Lopes wrote that it was “a "
                       "mess”."),
              ElementsAre("Longhand"));
  EXPECT_THAT(channels("“It was late,” says Dan Olsen in his new memoir, Hot Pans."),
              ElementsAre("Hot Pans"));
}

TEST(Channel, AnOutletByItsReporterOrItsShow) {
  EXPECT_THAT(channels("“It was late,” Dan Olsen told Ida Roe of The Long Spoon."),
              ElementsAre("The Long Spoon"));
  EXPECT_THAT(channels("Dan Olsen sat for an hour with The Long Spoon. “It was late,” he told "
                       "presenter Ida Roe."),
              ElementsAre("The Long Spoon"));
  EXPECT_THAT(
      channels("Dan Olsen was on Breakfast with Ida Roe on Monday. “It was late,” he said."),
      ElementsAre("Breakfast with Ida Roe"));
}

TEST(Channel, AVerbNamesTheFormForTheSentencesBehindIt) {
  EXPECT_THAT(channels("Dan Olsen emailed the staff on Monday. “I am sorry,” he wrote."),
              ElementsAre("email"));
  EXPECT_THAT(channels("Dan Olsen would not talk, but said in an emailed statement it was “late”."),
              ElementsAre("statement"));
}

TEST(Channel, AReviewQuotesItsWork) {
  EXPECT_THAT(channels("Ana Lopes's The Last Coat, reviewed\n\n“You said that,” she says on page "
                       "61.\n\n“It was late,” Dan Olsen has said of the book.",
                       true),
              ElementsAre("The Last Coat", "-"));
}

TEST(Channel, DaysStreetsAndListenersAreNone) {
  EXPECT_THAT(channels("“It was late,” Dan Olsen said on National Sister Day."), ElementsAre("-"));
  EXPECT_THAT(channels("“It was late,” Dan Olsen said on Good Friday."), ElementsAre("-"));
  EXPECT_THAT(channels("“It was late,” Dan Olsen said on Harbour Street on Monday."),
              ElementsAre("-"));
  EXPECT_THAT(channels("“It was late,” Dan Olsen told reporters outside the court."),
              ElementsAre("-"));
}

TEST(Channel, ADocumentSpeaks) {
  EXPECT_THAT(channels("Even the harbour society had a go. “Yours, the boats,” its post read."),
              ElementsAre("post"));
  EXPECT_THAT(channels("Dan Olsen wrote a column for the Ledger. “It was late,” it began."),
              ElementsAre("Ledger"));
}

TEST(Channel, AnInterviewHoldsUntilSomethingElseIsTold) {
  EXPECT_THAT(channels("Ana Lopes told Coast Weekly that she was done. “It was late,” she said.\n\n"
                       "The bench is old. It leans.\n\n"
                       "“I was tired,” Lopes recalled.\n\n"
                       "“It leans,” Lopes told a neighbour.\n\n"
                       "“I like it,” Lopes once said.\n\n"
                       "“I do,” said Dan Olsen, her husband."),
              ElementsAre("Coast Weekly", "Coast Weekly", "-", "-", "-"));
}

TEST(Channel, AnInterviewGoesOnAfterAnEssayIsQuoted) {
  EXPECT_THAT(
      channels("Ana Lopes told Coast Weekly that she was done. “It was late,” she said. She "
               "wrote an essay in which she hit back. “Turn the page,” she wrote.\n\n"
               "“I am tired,” Lopes said."),
      ElementsAre("Coast Weekly", "essay", "Coast Weekly"));
}

TEST(Channel, APartMeansWhatWasNamedBefore) {
  EXPECT_THAT(channels("Ana Lopes posted a picture to Instagram. “Late again,” she wrote in the "
                       "caption.\n\n“Come home,” Dan Olsen wrote under the post."),
              ElementsAre("Instagram", "Instagram"));
  EXPECT_THAT(channels("In an interview with Coast Weekly, Ana Lopes was calm. “It was late,” she "
                       "told the magazine."),
              ElementsAre("Coast Weekly"));
}

TEST(Channel, AHeadlineIsToldNowhere) {
  EXPECT_THAT(channels("“I was wrong about the quay”\n\n“I was wrong about the quay,” Ana Lopes "
                       "told Coast Weekly.",
                       true),
              ElementsAre("-", "Coast Weekly"));
}

TEST(Channel, ManyPlacesAreReadInTimeAndWithinTheText) {
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += "Ana Lopes told Coast Weekly in a statement on Instagram, ";
  text += "“late,” she said.";
  EXPECT_EQ(channels(text).size(), 1U);
}

}  // namespace
}  // namespace fabula::quotes
