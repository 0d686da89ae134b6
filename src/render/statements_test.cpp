#include "render/statements.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/statement_texts.hpp"
#include "render/test_tellings.hpp"

namespace fabula::render {
namespace {

using testing::ElementsAre;

// "Ana Lopes: words | words; ..." of all voices.
std::vector<std::string> drawn(const TestTellings& made) {
  std::vector<std::string> lines;
  const WhoSaidWhat all = who_said_what(made.pile, PileIndex(made.pile));
  for (const Voice& voice : all.voices) {
    std::string line = voice_title(voice) + ":";
    for (const std::uint32_t i : voice.statements) {
      const RecordRef shown = all.statements[i].shown;
      const AnnotatedArticle& a = made.pile.articles[shown.article];
      line += " " + words_of(a.article, a.quotes[shown.index]);
    }
    lines.push_back(line);
  }
  return lines;
}

TEST(Statements, AFamilyIsOneStatementOfWhomMostPlacesName) {
  const TestTellings made = four_tellings();
  EXPECT_THAT(drawn(made), ElementsAre("Ana Lopes: We warned them three times, and nobody came,"));
  const WhoSaidWhat all = who_said_what(made.pile, PileIndex(made.pile));
  EXPECT_EQ(all.voices[0].n_articles, 4U);
  EXPECT_THAT(all.statements[0].places, ElementsAre(0, 1, 2, 3));  // the undated one last
  EXPECT_THAT(count_statements(made.pile), ElementsAre(1));
}

TEST(Statements, TheEarliestOfThePlacesWithTheFullestWordingIsShown) {
  TestTellings made;
  const auto late = made.article("A", "2024-03-12", "\"It is shut.\" B.");
  const auto early = made.article("B", "2024-03-11", "\"It is shut,\" she said.");
  made.family({made.quote(late, "It is shut."), made.quote(early, "It is shut,")}, 1);
  const WhoSaidWhat all = who_said_what(made.pile, PileIndex(made.pile));
  ASSERT_EQ(all.statements.size(), 1U);
  EXPECT_EQ(all.statements[0].shown, (RecordRef{early, 0}));
}

TEST(Statements, NamedThenDescribedThenUnknown) {
  TestTellings made;
  const auto a =
      made.article("A", "2024-03-12", "One two three four five. Ben Ives, a clerk, she.");
  const auto b = made.article("B", "2024-03-11", "Six. A clerk, Ana Lopes.");
  made.quote(a, "One");
  made.quote(a, "two", "she");  // a pronoun that leads to nobody
  made.quote(a, "three", "a clerk");
  made.quote(a, "four", "Ben Ives", made.thing(a, "Ben Ives"));
  made.quote(a, "five", "Ben Ives", 0);
  made.quote(b, "Six", "A clerk");  // of another article, and of an earlier day
  EXPECT_THAT(drawn(made), ElementsAre("Ben Ives: four five", "“a clerk”: Six three",
                                       "Speaker not known: One two"));
}

TEST(Statements, AStatementInsideOfAnother) {
  TestTellings made;
  const auto a = made.article("A", "", "\"She told me 'do not go' at once,\" said Ana Lopes.");
  const RecordRef outer =
      made.quote(a, "She told me 'do not go' at once,", "Ana Lopes", made.thing(a, "Ana Lopes"));
  const RecordRef inner = made.quote(a, "do not go", "She");
  made.pile.articles[a].quotes[inner.index].inside = static_cast<std::int32_t>(outer.index);
  const WhoSaidWhat all = who_said_what(made.pile, PileIndex(made.pile));
  ASSERT_EQ(all.statements.size(), 2U);
  EXPECT_THAT(all.statements[0].inside, ElementsAre(1));
  EXPECT_EQ(all.statements[1].around, 0);
}

// --- their words for people -----------------------------------------------------------------

struct Texts {
  explicit Texts(const TestTellings& made)
      : pile(made.pile), all(who_said_what(pile, PileIndex(pile))), statement(all.statements[0]) {}
  std::string place(std::uint32_t member) const {
    return standing_text(pile, statement, member) + " / " + change_text(pile, statement, member) +
           " / " + alteration_text(pile.families[0].members[member]) + " / " +
           plain_marks(changed_words(pile, statement, member));
  }
  const Pile& pile;
  const WhoSaidWhat all;
  const Statement& statement;
};

TEST(StatementTexts, PlacesInOrderOfTime) {
  const TestTellings made = four_tellings(false);
  const Texts texts(made);
  EXPECT_EQ(places_text(texts.pile, texts.statement), "3 places, first in River Post");
  EXPECT_EQ(texts.place(0), "first in this pile / the words above /  / ");
  EXPECT_EQ(texts.place(1),
            " / taken from River Post, cut /  / We warned them three times [-and nobody came-],");
  EXPECT_EQ(texts.place(2),
            " / altered / changes a number / We warned them [-three times-] {+twice+}, and nobody "
            "came.");
  EXPECT_THAT(conflict_texts(texts.pile, texts.statement), ElementsAre());
}

TEST(StatementTexts, APlaceWithoutADateCouldBeEarlier) {
  const TestTellings made = four_tellings();
  const Texts texts(made);
  EXPECT_EQ(places_text(texts.pile, texts.statement), "4 places, first not known: 1 has no date");
  EXPECT_EQ(standing_text(texts.pile, texts.statement, 0), "could be the first");
  EXPECT_EQ(standing_text(texts.pile, texts.statement, 1), "");
  EXPECT_EQ(standing_text(texts.pile, texts.statement, 3), "could be earlier");
}

TEST(StatementTexts, TheFirstMayHaveLessOfTheWords) {
  TestTellings made = four_tellings(false);
  made.pile.families[0].first = 1;
  made.pile.articles[1].article.published.when.earliest =
      made.pile.articles[1].article.published.when.latest = parse_iso_day("2024-03-01");
  const Texts texts(made);
  EXPECT_EQ(places_text(texts.pile, texts.statement),
            "3 places, first in Orra Agency, fuller later");
  EXPECT_EQ(standing_text(texts.pile, texts.statement, 1), "first here, fuller later");
}

TEST(StatementTexts, PlacesThatNameDifferentSpeakers) {
  TestTellings made = four_tellings(false);
  Quote& other = made.pile.articles[1].quotes[0];
  other.speaker->thing = made.thing(1, "Ben Ives");
  other.speaker->name = "Ben Ives";
  const Texts texts(made);
  EXPECT_THAT(conflict_texts(texts.pile, texts.statement),
              ElementsAre("The places name different speakers: Ana Lopes (2), Ben Ives (1)."));
  EXPECT_EQ(other_speaker_text(texts.pile, texts.statement, texts.all.voices[0], 1),
            "names Ben Ives");
  EXPECT_EQ(other_speaker_text(texts.pile, texts.statement, texts.all.voices[0], 2), "");
}

TEST(StatementTexts, WhoSpeaks) {
  TestTellings made = four_tellings();
  made.pile.people[0].forms = {"Ana Lopes", "Lopes"};
  made.pile.people[0].roles = {"Engineer", "engineer", "head of the dam"};
  const Texts texts(made);
  EXPECT_EQ(voice_about(texts.pile, texts.all.voices[0]),
            "also “Lopes” · Engineer, head of the dam · 1 statement in 4 articles");
}

TEST(StatementTexts, HowItWasSaid) {
  TestTellings made = four_tellings(false);
  Quote& agency = made.pile.articles[1].quotes[0];
  agency.channel = Channel{"Medium", agency.range};
  agency.said.earliest = agency.said.latest = parse_iso_day("2024-03-10");
  agency.said.edtf = "2024-03-10";
  Quote& river = made.pile.articles[0].quotes[0];
  river.cue = made.range(0, "said");
  const Texts texts(made);
  EXPECT_THAT(manner_texts(texts.pile, texts.statement, texts.all.voices[0]),
              ElementsAre("“said”", "channel: Medium (as Orra Agency has it)",
                          "said 10 Mar 2024 (as Orra Agency has it)"));
}

}  // namespace
}  // namespace fabula::render
