#include "names/names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "names/given_names.hpp"
#include "segment/segment.hpp"

namespace fabula::names {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

Article make_article(std::string text) {
  Article article;
  article.id = "a0000000000000000";
  article.text = std::move(text);
  article.paragraphs.push_back(
      {{0, static_cast<std::uint32_t>(article.text.size())}, Role::kBody, "role.body"});
  return article;
}

Names names_of(const std::string& text) {
  const Article article = make_article(text);
  return find_names(article, segment::segment(article));
}

std::vector<std::string> people(const std::string& text) {
  std::vector<std::string> list;
  for (const NamedThing& thing : names_of(text).things)
    if (thing.kind == NameKind::kPerson) list.push_back(thing.name);
  return list;
}

const NamedThing* thing(const Names& names, const std::string& name) {
  for (const NamedThing& thing : names.things)
    if (thing.name == name) return &thing;
  return nullptr;
}

TEST(FindNames, JoinsTheFormsOfOneName) {
  const Names names = names_of(
      "Maria Silva spoke first. Silva’s speech was short, and Maria left. M. Silva has no car. "
      "Ms. Silva said so.");
  ASSERT_EQ(names.things.size(), 1U);
  EXPECT_EQ(names.things[0].name, "Maria Silva");
  EXPECT_THAT(names.things[0].forms,
              UnorderedElementsAre("M. Silva", "Maria", "Maria Silva", "Ms. Silva", "Silva"));
  EXPECT_EQ(names.things[0].gender, Gender::kFemale);
  EXPECT_EQ(names.things[0].n_mentions, 5U);
}

TEST(FindNames, ARoleBetweenCommasMakesAPerson) {
  EXPECT_THAT(people("The mayor of Castlebrook, Edda Marlow, came to the river."),
              ElementsAre("Edda Marlow"));
  EXPECT_THAT(people("Its director, Vendla Holt, said no."), ElementsAre("Vendla Holt"));
  EXPECT_THAT(people("The chief engineer at the works, Orrin Dask, came too."),
              ElementsAre("Orrin Dask"));
  EXPECT_THAT(people("The ferry, Harrow Weir, and the mill stood empty."), ElementsAre());
  EXPECT_THAT(people("An engineer came to the river, Harrow Weir, and left."), ElementsAre());
}

TEST(FindNames, ASharedSurnameJoinsNobody) {
  EXPECT_THAT(people("Ava Pell met Noah Pell. Pell said nothing."),
              ElementsAre("Ava Pell", "Noah Pell", "Pell"));
  const Names titled = names_of("Ava Pell met Noah Pell. Mr. Pell said nothing.");
  ASSERT_EQ(titled.things.size(), 2U);
  EXPECT_EQ(titled.mentions.back().thing, 1U);
}

TEST(FindNames, KindsOfThings) {
  const Names names = names_of(
      "Ana Lopes of the Marl City Council spoke in Paris. The University of Marl and Parade Row "
      "heard her.");
  ASSERT_NE(thing(names, "Ana Lopes"), nullptr);
  EXPECT_EQ(thing(names, "Ana Lopes")->kind, NameKind::kPerson);
  ASSERT_NE(thing(names, "Marl City Council"), nullptr);
  EXPECT_EQ(thing(names, "Marl City Council")->kind, NameKind::kOrganisation);
  ASSERT_NE(thing(names, "University of Marl"), nullptr);
  EXPECT_EQ(thing(names, "University of Marl")->kind, NameKind::kOrganisation);
  ASSERT_NE(thing(names, "Paris"), nullptr);
  EXPECT_EQ(thing(names, "Paris")->kind, NameKind::kPlace);
  ASSERT_NE(thing(names, "Parade Row"), nullptr);
  EXPECT_EQ(thing(names, "Parade Row")->kind, NameKind::kOther);
}

TEST(FindNames, RolesStandBesideTheName) {
  const Names names = names_of(
      "The 35-year-old model Ana Lopes met Mayor Ben Ives and Cora Bright, a designer, there.");
  EXPECT_THAT(thing(names, "Ana Lopes")->roles, ElementsAre("35-year-old model"));
  EXPECT_THAT(thing(names, "Ben Ives")->roles, ElementsAre("Mayor"));
  EXPECT_THAT(thing(names, "Cora Bright")->roles, ElementsAre("a designer"));
}

TEST(FindNames, SentencesBeginWithCapitalsToo) {
  EXPECT_THAT(people("Yesterday rain fell. Critics left. Truly sad. However, Ana Lopes stayed."),
              ElementsAre("Ana Lopes"));
}

TEST(FindNames, ALineInTitleCaseOnlyHoldsKnownNames) {
  EXPECT_THAT(
      people("Ana Lopes Pays Tribute to Late Friend on Sunday Evening. Ana Lopes wrote it."),
      ElementsAre("Ana Lopes"));
}

TEST(FindNames, Nicknames) {
  EXPECT_THAT(people("Theo “Tee M” Marsh left. Marsh was late."), ElementsAre("Theo Marsh"));
}

TEST(FindNames, ShortFormsOfGivenNames) {
  EXPECT_THAT(people("Tobias Okoro left. His mother says Toby was tired."),
              ElementsAre("Tobias Okoro"));
  // Two it could be: neither.
  const Names names = names_of("Tobias Okoro met Tobias Marsh. The dog barked, and Toby left.");
  EXPECT_EQ(thing(names, "Tobias Okoro")->n_mentions, 1U);
}

TEST(FindNames, AShortFormIsNobodyWhoIsCalledOtherwise) {
  for (const char* text :
       {"Tobias Okoro left. Tobias was tired, and Toby slept in the next room. Toby woke. Toby was "
        "fed.",
        "Tobias Okoro left. Rain fell on the house, and his baby son, Toby, slept.",
        "Tobias Okoro left. She mourned Toby. The loss of Toby was hard."}) {
    const Names names = names_of(text);
    ASSERT_NE(thing(names, "Toby"), nullptr) << text;
  }
}

TEST(FindNames, ATitleOfTheOtherGenderIsSomebodyElse) {
  const Names names = names_of("Tobias Okoro left. Okoro was late. Mrs. Okoro was not.");
  EXPECT_EQ(thing(names, "Tobias Okoro")->n_mentions, 2U);
  EXPECT_EQ(names.things.size(), 2U);
}

TEST(FindNames, TwoNamesThatTheTextGivesToOnePerson) {
  for (const char* text : {"Ana Lopes left early. Ana Ives, formerly Ana Lopes, was tired. Lopes "
                           "went home. Ives slept.",
                           "Ana Lopes left early. The singer goes by her married name, Ana Ives. "
                           "Lopes went home. Ives slept.",
                           "Ana Lopes left early. Ana, who has been Ana Ives since May, was tired. "
                           "Lopes went home. Ives slept.",
                           "Ana Lopes left early. Ana Ives, whom most readers know as Ana Lopes, "
                           "was tired. Ives slept."}) {
    const Names names = names_of(text);
    EXPECT_THAT(people(text), testing::SizeIs(1)) << text;
    ASSERT_FALSE(names.things.empty()) << text;
    EXPECT_THAT(names.things[0].also, testing::SizeIs(1)) << text;
  }
  const Names born = names_of("Ana Ives (née Lopes) left. Lopes was tired.");
  ASSERT_NE(thing(born, "Ana Ives"), nullptr);
  EXPECT_THAT(thing(born, "Ana Ives")->also, ElementsAre("Ana Lopes"));
  EXPECT_EQ(thing(born, "Ana Ives")->n_mentions, 3U);
}

TEST(FindNames, TwoPeopleOfOneGivenNameStayApart) {
  EXPECT_THAT(people("Ana Lopes met Ana Ives. Ana Lopes, who became a judge, left with Ana Ives."),
              ElementsAre("Ana Lopes", "Ana Ives"));
}

TEST(FindNames, ATitleInsideANicknameIsNone) {
  const Names names = names_of("Tobias “Doctor Sleet” Okoro left. Okoro was late.");
  ASSERT_NE(thing(names, "Tobias Okoro"), nullptr);
  EXPECT_EQ(thing(names, "Tobias Okoro")->n_mentions, 2U);
}

TEST(FindNames, PartOfTheNameOfAFirm) {
  const Names names = names_of(
      "Sorrel Shore Partners owns the quay. Sorrel Shore says it will stay. Shore is a word.");
  ASSERT_NE(thing(names, "Sorrel Shore Partners"), nullptr);
  EXPECT_EQ(thing(names, "Sorrel Shore Partners")->n_mentions, 2U);
}

TEST(FindNames, LettersBehindANameAndWordsBeforeIt) {
  const Names names = names_of(
      "Tobias Okoro KC left early. Okoro was late. Brave Tobias was tired. Marl Quay was dark.");
  ASSERT_NE(thing(names, "Tobias Okoro"), nullptr);
  EXPECT_EQ(thing(names, "Tobias Okoro")->n_mentions, 3U);
  EXPECT_EQ(thing(names, "Tobias Okoro KC"), nullptr);
  ASSERT_NE(thing(names, "Marl Quay"), nullptr);
  EXPECT_EQ(thing(names, "Marl Quay")->kind, NameKind::kPlace);
}

TEST(FindNames, ASurnameMeansWhoWasJustNamed) {
  const Names names = names_of(
      "Edda Marlow left the stage. Marlow was tired. Rain fell. It was late. Nobody spoke. "
      "The host was Tobias Marlow, her father. Marlow waved. Rain fell. Nobody left. Rain fell. "
      "Marlow slept.");
  ASSERT_NE(thing(names, "Tobias Marlow"), nullptr);
  EXPECT_EQ(thing(names, "Tobias Marlow")->n_mentions, 2U);
  EXPECT_EQ(thing(names, "Edda Marlow")->n_mentions, 3U);
}

TEST(FindNames, GroupsInApposition) {
  const Names names = names_of("Tern Street, a housing charity, said it was late.");
  ASSERT_NE(thing(names, "Tern Street"), nullptr);
  EXPECT_NE(thing(names, "Tern Street")->kind, NameKind::kPerson);
}

TEST(GivenNames, GoWithAGender) {
  EXPECT_EQ(gender_of_given("maureen"), Gender::kFemale);
  EXPECT_EQ(gender_of_given("tobias"), Gender::kMale);
  EXPECT_EQ(gender_of_given("anne-lise"), Gender::kFemale);
  for (const char* name : {"kim", "", "-", "zzz", "quay"})
    EXPECT_EQ(gender_of_given(name), Gender::kUnknown) << name;
}

TEST(FindNames, HandlesOfKnownPeople) {
  const Names names = names_of("Ana Lopes posts as @analopes and follows @somebody.");
  ASSERT_EQ(names.things.size(), 1U);
  EXPECT_THAT(names.things[0].forms, ElementsAre("@analopes", "Ana Lopes"));
}

TEST(FindNames, PronounsVoteOnTheGender) {
  const Names names =
      names_of("Zuri Okoro, a nurse, left early. She was tired, and her car was gone.");
  ASSERT_NE(thing(names, "Zuri Okoro"), nullptr);
  EXPECT_EQ(thing(names, "Zuri Okoro")->gender, Gender::kFemale);
}

}  // namespace
}  // namespace fabula::names
