#include "quotes/quotes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "names/names.hpp"
#include "segment/segment.hpp"

namespace fabula::quotes {
namespace {

using ::testing::ElementsAre;

Article make_article(std::string text) {
  Article article;
  article.id = "a0000000000000000";
  article.text = std::move(text);
  std::uint32_t begin = 0;
  while (begin < article.text.size()) {
    std::size_t end = article.text.find("\n\n", begin);
    if (end == std::string::npos) end = article.text.size();
    article.paragraphs.push_back(
        {{begin, static_cast<std::uint32_t>(end)}, Role::kBody, "role.body"});
    begin = static_cast<std::uint32_t>(end + 2);
  }
  return article;
}

// One line a quotation: "kind grade name <as> cue @channel: part | part".
std::vector<std::string> found(const std::string& text, bool with_indirect = false) {
  const Article article = make_article(text);
  const Segmentation segmentation = segment::segment(article);
  const Names names = names::find_names(article, segmentation);
  std::vector<std::string> lines;
  for (const Quote& quote : find_quotes(article, segmentation, names)) {
    if (quote.kind == QuoteKind::kIndirect && !with_indirect) continue;
    std::string line(name_of(quote.kind));
    line += " " + std::string(name_of(quote.grade));
    if (quote.speaker) line += " " + quote.speaker->name + " <" + quote.speaker->as + ">";
    if (quote.cue) line += " " + std::string(words_of(article.text, *quote.cue));
    if (quote.channel) line += " @" + quote.channel->name;
    line += ":";
    for (std::size_t i = 0; i < quote.parts.size(); ++i)
      line += (i == 0 ? " " : " | ") + std::string(words_of(article.text, quote.parts[i]));
    if (quote.inside >= 0) line += " (inside)";
    EXPECT_EQ(quote.grade == Grade::kNone, !quote.speaker.has_value());
    EXPECT_FALSE(quote.rule.empty());
    EXPECT_EQ(quote.range.begin, quote.parts.front().begin);
    EXPECT_EQ(quote.range.end, quote.parts.back().end);
    lines.push_back(std::move(line));
  }
  return lines;
}

TEST(FindQuotes, CueBehindTheWords) {
  EXPECT_THAT(found("“I was wrong,” Ana Lopes said."),
              ElementsAre("direct A Ana Lopes <Ana Lopes> said: I was wrong,"));
  EXPECT_THAT(found("\"I was wrong,\" said Ana Lopes."),
              ElementsAre("direct A Ana Lopes <Ana Lopes> said: I was wrong,"));
  EXPECT_THAT(found("“Was I wrong?” Gov. Ana Lopes (R-Marl) asked."),
              ElementsAre("direct A Ana Lopes <Gov. Ana Lopes> asked: Was I wrong?"));
}

TEST(FindQuotes, CueBeforeTheWords) {
  EXPECT_THAT(found("Ana Lopes, who in March replaced Ben Ives, said: “It is an honour.”"),
              ElementsAre("direct A Ana Lopes <Ana Lopes> said: It is an honour."));
  EXPECT_THAT(found("Ana Lopes said the fee was “unfair to all of us.”"),
              ElementsAre("mixed A Ana Lopes <Ana Lopes> said: unfair to all of us."));
  EXPECT_THAT(found("According to Ana Lopes, the letters “went on for months.”"),
              ElementsAre("mixed A Ana Lopes <Ana Lopes> According to: went on for months."));
}

TEST(FindQuotes, OneRecordForASplitQuotation) {
  EXPECT_THAT(found("“I was wrong,” Ana Lopes wrote on Instagram. “I am so sorry.”"),
              ElementsAre("direct A Ana Lopes <Ana Lopes> wrote @Instagram: I was wrong, | "
                          "I am so sorry."));
  EXPECT_THAT(found("“It was,” Ana Lopes said, “the worst year.”"),
              ElementsAre("direct A Ana Lopes <Ana Lopes> said: It was, | the worst year."));
  EXPECT_THAT(found("“We tried.\n\n“We failed,” Ana Lopes said."),
              ElementsAre("direct A Ana Lopes <Ana Lopes> said: We tried. | We failed,"));
}

TEST(FindQuotes, TwoSpeakersAreTwoRecords) {
  EXPECT_THAT(found("“Is this a joke?” asked Ana Lopes. “No,” replied Ben Ives. “It is not.”"),
              ElementsAre("direct A Ana Lopes <Ana Lopes> asked: Is this a joke?",
                          "direct A Ben Ives <Ben Ives> replied: No, | It is not."));
}

TEST(FindQuotes, TheNextParagraphHasTheSameSpeakerAtALowerGrade) {
  EXPECT_THAT(found("“We tried,” Ana Lopes said.\n\n“We failed.”"),
              ElementsAre("direct A Ana Lopes <Ana Lopes> said: We tried,",
                          "direct B Ana Lopes <Ana Lopes>: We failed."));
}

TEST(FindQuotes, TurnsWithoutACueHaveNoSpeaker) {
  EXPECT_THAT(found("“Is this a joke?” asked Ana Lopes. “No,” replied Ben Ives.\n\n“Please stop.”"),
              ElementsAre("direct A Ana Lopes <Ana Lopes> asked: Is this a joke?",
                          "direct A Ben Ives <Ben Ives> replied: No,", "direct : Please stop."));
}

TEST(FindQuotes, WordsThatNobodySaid) {
  EXPECT_THAT(found("The sign read “No dogs.” Ana Lopes sang the song “Hold Me Down” and wore a "
                    "“naked dress” to the gala."),
              ElementsAre());
  EXPECT_THAT(found("Theo “Tee M” Marsh declined to comment."), ElementsAre());
  EXPECT_THAT(found("If she had said “I quit,” the show would have ended."), ElementsAre());
}

TEST(FindQuotes, PronounsGoToTheSubjectWhoseGenderFits) {
  EXPECT_THAT(found("Ana Lopes left with her husband, Ben Ives. “He’s my rock,” she said."),
              ElementsAre("direct A Ana Lopes <she> said: He’s my rock,"));
  EXPECT_THAT(found("Ana Lopes left with her husband, Ben Ives. “She’s my rock,” he said."),
              ElementsAre("direct A Ben Ives <he> said: She’s my rock,"));
}

TEST(FindQuotes, SourcesThatAreNobodyKeepTheirWords) {
  EXPECT_THAT(found("A rep for Ana Lopes told The Ledger: “Ana is taking time off.”"),
              ElementsAre("direct A A rep for Ana Lopes <A rep for Ana Lopes> told @The Ledger: "
                          "Ana is taking time off."));
  EXPECT_THAT(found("Others disagreed, saying: “I wish we could.”"),
              ElementsAre("direct A Others <Others> saying: I wish we could."));
}

TEST(FindQuotes, DescriptionsStandForTheRightPerson) {
  EXPECT_THAT(found("Singer Ana Lopes sued Ben Ives, a chef. The singer said she was “in a hole.”"),
              ElementsAre("mixed B Ana Lopes <The singer> said: in a hole."));
  EXPECT_THAT(found("Ana Lopes met her husband, Ben Ives. “Hello,” her husband said."),
              ElementsAre("direct B Ben Ives <her husband> said: Hello,"));
}

TEST(FindQuotes, ANamesakeIsToldByThePronoun) {
  const std::string both = "Ava Pell and her brother, Noah Pell, heard the ruling. ";
  EXPECT_THAT(found(both + "Pell said she was “stunned.”"),
              ElementsAre("mixed B Ava Pell <Pell> said: stunned."));
  EXPECT_THAT(found(both + "Pell said the ruling was “a shock to us all.”"),
              ElementsAre("mixed B Pell <Pell> said: a shock to us all."));
}

TEST(FindQuotes, SpeechInsideSpeech) {
  EXPECT_THAT(found("“Lena told me, ‘You are nothing.’ I was sixteen,” Ana Lopes said."),
              ElementsAre("direct A Ana Lopes <Ana Lopes> said: Lena told me, ‘You are nothing.’ I "
                          "was sixteen,",
                          "direct A Lena <Lena> told: You are nothing. (inside)"));
}

TEST(FindQuotes, TurnsAndSignatures) {
  EXPECT_THAT(found("Ana Lopes: “Then I left.”"),
              ElementsAre("direct A Ana Lopes <Ana Lopes>: Then I left."));
  EXPECT_THAT(found("“No comment.” —Ana Lopes, designer"),
              ElementsAre("direct A Ana Lopes <Ana Lopes>: No comment."));
  EXPECT_THAT(found("And from Dr. Ana Lopes:\n\n“Abuse online is abuse.”"),
              ElementsAre("direct B Ana Lopes <Dr. Ana Lopes>: Abuse online is abuse."));
}

TEST(FindQuotes, Indirect) {
  EXPECT_THAT(found("Ana Lopes said that the label would close.", true),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: the label would close"));
  EXPECT_THAT(found("The label closed in 2019, Ana Lopes said.", true),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: The label closed in 2019"));
  EXPECT_THAT(found("Ana Lopes penned an emotional note over the loss.", true), ElementsAre());
}

TEST(FindQuotes, IndirectBeyondThat) {
  const auto indirect = [](const std::string& text) { return found(text, true); };
  EXPECT_THAT(indirect("Ana Lopes says she encourages guests to stay."),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> says: she encourages guests to stay"));
  EXPECT_THAT(indirect("Ana Lopes said on Friday the label closes in May."),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: the label closes in May"));
  EXPECT_THAT(indirect("Ben Ives asked Ana Lopes whether she would stay."),
              ElementsAre("indirect A Ben Ives <Ben Ives> asked: whether she would stay"));
  EXPECT_THAT(indirect("Ana Lopes vowed to stay in Marl."),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> vowed: to stay in Marl"));
  EXPECT_THAT(indirect("The label, Ana Lopes said, would close."),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: The label | would close"));
  EXPECT_THAT(indirect("As Ana Lopes said, the label closed early."),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: the label closed early"));
  EXPECT_THAT(indirect("As Ana Lopes said on Monday, the label closed early."),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: the label closed early"));
  EXPECT_THAT(
      indirect("Sales fell, according to figures from the town."),
      ElementsAre(
          "indirect B figures from the town <figures from the town> according to: Sales fell"));
  EXPECT_THAT(indirect("Ana Lopes, a designer from Marl, Dorne, said the label was sold."),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: the label was sold"));
  EXPECT_THAT(indirect("In the poll, 30 percent said they would stay."),
              ElementsAre("indirect B 30 percent <30 percent> said: they would stay"));
}

TEST(FindQuotes, IndirectByTheVerbItself) {
  EXPECT_THAT(found("Ana Lopes accused the council of waste.", true),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> accused: the council of waste"));
  EXPECT_THAT(found("Ana Lopes denied selling the label.", true),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> denied: selling the label"));
  EXPECT_THAT(found("The accused man left.", true), ElementsAre());
  EXPECT_THAT(found("Ana Lopes was accused of waste.", true), ElementsAre());
}

TEST(FindQuotes, IndirectBehindWhatItIsSaidOf) {
  EXPECT_THAT(found("The policies, which Ana Lopes said had harmed the town, are gone.", true),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: had harmed the town"));
}

TEST(FindQuotes, TwoIndirectClausesOfOneSentence) {
  EXPECT_THAT(found("Ana Lopes said it was late, but her brother said it was not.", true),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: it was late",
                          "indirect A Ana Lopes's brother <her brother> said: it was not"));
  EXPECT_THAT(found("Ana Lopes said it was late and added she was tired.", true),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: it was late",
                          "indirect A Ana Lopes <Ana Lopes> added: she was tired"));
  EXPECT_THAT(found("Ana Lopes said it was late and called it “a mess.”", true),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: it was late",
                          "mixed A Ana Lopes <Ana Lopes> called: a mess."));
}

TEST(FindQuotes, IndirectSpeechHoldsQuotedWordsOfAnother) {
  EXPECT_THAT(
      found("Ben Ives said he stayed although Ana Lopes called the town “a mess.”", true),
      ElementsAre("indirect A Ben Ives <Ben Ives> said: he stayed although Ana Lopes called the "
                  "town “a mess.”",
                  "mixed A Ana Lopes <Ana Lopes> called: a mess."));
}

TEST(FindQuotes, WhatIsNoIndirectSpeech) {
  EXPECT_THAT(found("Ana Lopes said no more.", true), ElementsAre());
  EXPECT_THAT(found("Ana Lopes spoke of her son.", true), ElementsAre());
  EXPECT_THAT(found("A candidate for mayor, Ana Lopes, said despite it all.", true), ElementsAre());
}

TEST(FindQuotes, AClauseWithTwoCuesIsOneQuotation) {
  EXPECT_THAT(found("Either way, Ana Lopes said after complaining about the town.", true),
              testing::Contains("indirect A Ana Lopes <Ana Lopes> said: Either way"));
  EXPECT_THAT(found("But not to worry, Ana Lopes said on Monday reading figures.", true),
              ElementsAre("indirect A Ana Lopes <Ana Lopes> said: But not to worry"));
}

TEST(FindQuotes, PronounsStandForWhoWasSpokenOf) {
  const std::string start = "Ana Lopes met Ben Ives in Marl. She left early. ";
  EXPECT_THAT(found(start + "“It was late,” she said."),
              ElementsAre("direct A Ana Lopes <she> said: It was late,"));
  EXPECT_THAT(found(start + "He stayed. “It was late,” he said."),
              ElementsAre("direct A Ben Ives <he> said: It was late,"));
  // Hardly she who is named in the words.
  EXPECT_THAT(found("Ana Lopes and Edna Marsh met. “Ana was late,” she said."),
              ElementsAre("direct A Edna Marsh <she> said: Ana was late,"));
  EXPECT_THAT(found("A nurse wrote a letter. “I was there,” she said."),
              ElementsAre("direct A A nurse <she> said @letter: I was there,"));
}

TEST(FindQuotes, DescriptionsStandForWhoHasTheRole) {
  const std::string start = "Ana Lopes, a surgeon, met Ben Ives, 41, a singer. ";
  EXPECT_THAT(found(start + "“It was late,” said the medic."),
              ElementsAre("direct B Ana Lopes <the medic> said: It was late,"));
  EXPECT_THAT(found(start + "“It was late,” said the 41-year-old."),
              ElementsAre("direct B Ben Ives <the 41-year-old> said: It was late,"));
  EXPECT_THAT(found("Its director, Ana Lopes, said it was “a mess.”"),
              ElementsAre("mixed B Ana Lopes <Its director> said: a mess."));
}

TEST(FindQuotes, AnOpenQuotationWhoseCueIsInTheNextParagraph) {
  const std::string many =
      "Late, late, late, late, late, late, late, late, late, late, late, late ";
  EXPECT_THAT(found("Ana Lopes is here.\n\n" + many + "“It was late.\n\n“I left,” wrote she."),
              ElementsAre("direct A Ana Lopes <she> wrote: It was late. | I left,"));
}

TEST(FindQuotes, ItIsThePaperOrTheCompany) {
  EXPECT_THAT(found("Ana Lopes published her memoir. “I was late,” it begins."),
              ElementsAre("direct C Ana Lopes <it> begins @memoir: I was late,"));
  EXPECT_THAT(found("The club closed in May. “We were late,” it said."),
              ElementsAre("direct B The club <it> said: We were late,"));
}

TEST(FindQuotes, TheClauseOfQuotedWords) {
  const auto clause = [](const std::string& text) {
    const Article article = make_article(text);
    const Segmentation segmentation = segment::segment(article);
    const Names names = names::find_names(article, segmentation);
    std::string words;
    for (const Quote& quote : find_quotes(article, segmentation, names))
      if (quote.kind == QuoteKind::kMixed)
        for (const Range piece : quote.clause)
          words += std::string(words_of(article.text, piece)) + " | ";
    return words;
  };
  EXPECT_EQ(clause("Ana Lopes said on Monday that the plan was “a mess” for the town."),
            "that the plan was “a mess” for the town | ");
  EXPECT_EQ(clause("The plan was “a mess” for the town, Ana Lopes said."),
            "The plan was “a mess” for the town | ");
  EXPECT_EQ(clause("Ana Lopes called it “a mess.”"), "it “a mess.” | ");
}

TEST(FindQuotes, RulesAloneFindSpeechToo) {
  const Article article =
      make_article("Ana Lopes said that the label closed. “Never,” she said of “a mess.”");
  const Segmentation segmentation = segment::segment(article);
  const Names names = names::find_names(article, segmentation);
  const std::vector<Quote> quotes = find_quotes(article, segmentation, names, nullptr);
  ASSERT_GE(quotes.size(), 2U);
  EXPECT_EQ(quotes[0].kind, QuoteKind::kIndirect);
  EXPECT_EQ(words_of(article.text, quotes[0].parts[0]), "the label closed");
}

TEST(FindQuotes, AnyTextGivesRangesInsideIt) {
  // Every short text over an alphabet that is hard on quotation marks.
  const std::vector<std::string> alphabet = {"“", "”", "\"", "'",   "Ana said",
                                             ",", ".", " ",  "\n\n"};
  std::vector<std::size_t> digits(5, 0);
  for (bool more = true; more;) {
    std::string text = "x";
    for (const std::size_t digit : digits) text += alphabet[digit];
    const Article article = make_article(text);
    const Segmentation segmentation = segment::segment(article);
    const Names names = names::find_names(article, segmentation);
    for (const Quote& quote : find_quotes(article, segmentation, names)) {
      ASSERT_LE(quote.range.end, text.size()) << text;
      ASSERT_FALSE(quote.parts.empty()) << text;
    }
    more = false;
    for (std::size_t& digit : digits) {
      if (++digit < alphabet.size()) {
        more = true;
        break;
      }
      digit = 0;
    }
  }
}

}  // namespace
}  // namespace fabula::quotes
