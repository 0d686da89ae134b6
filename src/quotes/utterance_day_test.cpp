#include "quotes/utterance_day.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fabula::quotes {
namespace {

std::uint32_t at(const std::string& text, const std::string& words) {
  return static_cast<std::uint32_t>(text.find(words));
}

Range range_of(const std::string& text, const std::string& words) {
  return {at(text, words), at(text, words) + static_cast<std::uint32_t>(words.size())};
}

// One sentence with one quotation in double marks, published on 5 May 2019; every word is a word,
// every other character but spaces a mark.
struct Told {
  std::string text;
  std::string cue;
  std::string channel;  // its words; empty: none
  std::vector<std::pair<std::string, When>> times;
};

Segmentation words_and_marks(const std::string& text) {
  Segmentation segmentation;
  const auto is_part = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'';
  };
  for (std::uint32_t i = 0; i < text.size();) {
    std::uint32_t end = i + 1;
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    const bool is_word = is_part(text[i]);
    while (is_word && end < text.size() && is_part(text[end])) ++end;
    segmentation.words.push_back({{i, end}, is_word ? WordKind::kWord : WordKind::kMark});
    i = end;
  }
  Sentence sentence;
  sentence.range = {0, static_cast<std::uint32_t>(text.size())};
  sentence.last_word = static_cast<std::uint32_t>(segmentation.words.size());
  segmentation.sentences.push_back(sentence);
  const auto open = static_cast<std::uint32_t>(text.find('"'));
  const auto close = static_cast<std::uint32_t>(text.rfind('"'));
  QuotedPart part;
  part.outer = {open, close + 1};
  part.inner = {open + 1, close};
  segmentation.quoted.push_back(part);
  return segmentation;
}

std::string said(const Told& told) {
  using namespace std::chrono_literals;
  Article article;
  article.text = told.text;
  article.paragraphs.push_back(
      {{0, static_cast<std::uint32_t>(told.text.size())}, Role::kBody, ""});
  article.published.when = when_day(Day{2019y / 5 / 5});
  const Segmentation segmentation = words_and_marks(told.text);
  std::vector<TimeExpression> times;
  for (const auto& [words, when] : told.times) {
    TimeExpression time;
    time.range = range_of(told.text, words);
    time.when = when;
    times.push_back(time);
  }
  Quote quote;
  quote.parts = {segmentation.quoted[0].inner};
  quote.range = quote.parts[0];
  quote.cue = range_of(told.text, told.cue);
  if (!told.channel.empty())
    quote.channel = Channel{told.channel, range_of(told.text, told.channel)};
  quote.said = when_between({}, article.published.when.latest, Grain::kDay);
  std::vector<Quote> quotes{quote};
  date_quotes(article, segmentation, times, quotes);
  return quotes[0].said.edtf;
}

using namespace std::chrono_literals;
const When kTuesday = when_day(Day{2019y / 4 / 30});
const When kMonday = when_day(Day{2019y / 4 / 29});
const When kNextWeek = when_day(Day{2019y / 5 / 7});
constexpr const char* kOpen = "[..2019-05-05]";

TEST(DateQuotes, TheTimeHangsOnTheCue) {
  EXPECT_EQ(said({R"("Late," Olsen said on Tuesday.)", "said", "", {{"Tuesday", kTuesday}}}),
            "2019-04-30");
  EXPECT_EQ(said({R"(On Tuesday, Olsen said: "Late.")", "said", "", {{"Tuesday", kTuesday}}}),
            "2019-04-30");
  EXPECT_EQ(said({R"(Olsen on Tuesday said: "Late.")", "said", "", {{"Tuesday", kTuesday}}}),
            "2019-04-30");
  EXPECT_EQ(said({R"("Late," said Olsen, a cook, in a statement released on Tuesday.)",
                  "said",
                  "statement",
                  {{"Tuesday", kTuesday}}}),
            "2019-04-30");
  EXPECT_EQ(said({R"(Speaking to the Ledger on Tuesday, Olsen said: "Late.")",
                  "said",
                  "",
                  {{"Tuesday", kTuesday}}}),
            "2019-04-30");
}

TEST(DateQuotes, OtherTimesOfTheSentenceAreNotIt) {
  EXPECT_EQ(said({R"(Olsen, who on Tuesday left the quay, said: "Late.")",
                  "said",
                  "",
                  {{"Tuesday", kTuesday}}}),
            kOpen);
  EXPECT_EQ(
      said({R"("Late," Olsen said of the Tuesday show.)", "said", "", {{"Tuesday", kTuesday}}}),
      kOpen);
  EXPECT_EQ(
      said({R"("Late," Olsen said after Tuesday's show.)", "said", "", {{"Tuesday", kTuesday}}}),
      kOpen);
  EXPECT_EQ(said({R"("Late," Olsen said, referring to the 2011 fire.)",
                  "said",
                  "",
                  {{"2011", when_year(2011)}}}),
            kOpen);
  EXPECT_EQ(said({R"(When she left on Tuesday, Olsen said: "Late.")",
                  "said",
                  "",
                  {{"Tuesday", kTuesday}}}),
            kOpen);
  EXPECT_EQ(
      said({R"("In 2011 it was late," Olsen said.)", "said", "", {{"2011", when_year(2011)}}}),
      kOpen);
  EXPECT_EQ(said({R"("Late," Olsen said on Tuesday.)", "said", "", {{"Tuesday", kNextWeek}}}),
            kOpen);
}

TEST(DateQuotes, AnOldPostKeepsItsYear) {
  EXPECT_EQ(said({R"(In a 2011 tweet that resurfaced Monday, Olsen wrote: "Late.")",
                  "wrote",
                  "tweet",
                  {{"2011", when_year(2011)}, {"Monday", kMonday}}}),
            "2011");
  EXPECT_EQ(said({R"("Late," Olsen once wrote.)", "wrote", "", {}}), kOpen);
}

TEST(DateQuotes, NothingIsSaidLaterThanItIsTold) {
  EXPECT_EQ(said({R"("Late," Olsen said in May.)", "said", "", {{"May", when_month(2019, 5)}}}),
            "2019-05-01/2019-05-05");
}

}  // namespace
}  // namespace fabula::quotes
