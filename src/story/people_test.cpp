#include "story/people.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "story/descriptions.hpp"

namespace fabula::story {
namespace {

using testing::ElementsAre;

NamedThing person(std::string name, std::vector<std::string> forms,
                  std::vector<std::string> roles = {}, std::uint32_t n_mentions = 1) {
  return {std::move(name),   std::move(forms), {},        std::move(roles),
          NameKind::kPerson, Gender::kUnknown, n_mentions};
}

AnnotatedArticle article(std::string id, std::vector<NamedThing> things) {
  AnnotatedArticle result;
  result.article.id = std::move(id);
  result.names.things = std::move(things);
  return result;
}

TEST(People, JoinsByFullNameAcrossArticles) {
  const std::vector<AnnotatedArticle> pile = {
      article("a1", {person("Maria Silva", {"Maria Silva", "Silva"}, {"the mayor"}, 3)}),
      article("a2", {person("Maria Silva", {"Maria Silva"}, {"the engineer"}, 2)})};
  const auto people = join_people(pile);
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].name, "Maria Silva");
  EXPECT_THAT(people[0].forms, ElementsAre("Maria Silva", "Silva"));
  EXPECT_THAT(people[0].roles, ElementsAre("the engineer", "the mayor"));
  EXPECT_THAT(people[0].things, ElementsAre(RecordRef{0, 0}, RecordRef{1, 0}));
  EXPECT_EQ(people[0].n_mentions, 5U);
  EXPECT_EQ(people[0].rule, "person.full-name");
  EXPECT_EQ(people[0].id.size(), 17U);
  EXPECT_EQ(people[0].id.front(), 'p');
}

TEST(People, OneWordAloneJoinsNobody) {
  const std::vector<AnnotatedArticle> pile = {article("a1", {person("Silva", {"Silva"})}),
                                              article("a2", {person("Silva", {"Silva"})}),
                                              article("a3", {person("Maria Silva", {"Silva"})})};
  const auto people = join_people(pile);
  ASSERT_EQ(people.size(), 3U);
  EXPECT_EQ(people[0].name, "Maria Silva");
  EXPECT_EQ(people[1].name, "Silva");
  EXPECT_EQ(people[2].name, "Silva");
  EXPECT_NE(people[1].id, people[2].id);
  EXPECT_LT(people[1].id, people[2].id);
  EXPECT_EQ(people[1].rule, "person.one-article");
}

TEST(People, OneWordJoinsInTheSameStory) {
  const std::vector<AnnotatedArticle> pile = {
      article("a1", {person("Maria Silva", {"Maria Silva"}), person("Bo Vey", {"Bo Vey"})}),
      article("a2", {person("Silva", {"Silva"}), person("Bo Vey", {"Bo Vey"})}),
      article("a3", {person("Maria", {"Maria"}), person("Vey", {"Vey"})})};
  const auto people = join_people(pile);
  ASSERT_EQ(people.size(), 2U);
  EXPECT_EQ(people[0].name, "Bo Vey");
  EXPECT_THAT(people[0].things, ElementsAre(RecordRef{0, 1}, RecordRef{1, 1}, RecordRef{2, 1}));
  EXPECT_EQ(people[1].name, "Maria Silva");
  EXPECT_THAT(people[1].things, ElementsAre(RecordRef{0, 0}, RecordRef{1, 0}, RecordRef{2, 0}));
}

TEST(People, TwoWhoShareASurnameAreNotMeantByIt) {
  const std::vector<AnnotatedArticle> pile = {
      article("a1", {person("Maria Silva", {"Maria Silva"}), person("Ana Silva", {"Ana Silva"}),
                     person("Bo Vey", {"Bo Vey"})}),
      article("a2", {person("Silva", {"Silva"}), person("Bo Vey", {"Bo Vey"})}),
      // The article has one of them by another name: the other one.
      article("a3", {person("Ana Silva", {"Ana Silva"}), person("Silva", {"Silva"}),
                     person("Bo Vey", {"Bo Vey"})})};
  const auto people = join_people(pile);
  ASSERT_EQ(people.size(), 4U);
  EXPECT_EQ(people[2].name, "Maria Silva");
  EXPECT_THAT(people[2].things, ElementsAre(RecordRef{0, 0}, RecordRef{2, 1}));
  EXPECT_EQ(people[3].name, "Silva");
}

TEST(People, FullerNames) {
  const std::vector<AnnotatedArticle> pile = {
      article("a1", {person("Maria Luz Silva", {"Maria Luz Silva"})}),
      article("a2", {person("Maria Silva", {"Maria Silva"})}),
      article("a3", {person("Ana Vey-Lund", {"Ana Vey-Lund"})}),
      article("a4", {person("Ana Vey", {"Ana Vey"})}),
      article("a5", {person("Bo Vey Lund", {"Bo Vey Lund"}), person("Bo Lund", {"Bo Lund"})})};
  const auto people = join_people(pile);
  ASSERT_EQ(people.size(), 4U);
  EXPECT_EQ(people[0].name, "Ana Vey-Lund");
  EXPECT_EQ(people[1].name, "Bo Lund");  // one article has both: two people
  EXPECT_EQ(people[3].name, "Maria Luz Silva");
  EXPECT_EQ(people[3].things.size(), 2U);
}

Quote said_by(std::int32_t thing, std::string name, Grade grade) {
  Quote quote;
  quote.range = {0, 5};
  quote.parts = {quote.range};
  quote.speaker = Speaker{thing, name, name, {0, 5}};
  quote.grade = grade;
  return quote;
}

TEST(People, DescriptionsAreReadByTheRolesOfThePile) {
  std::vector<AnnotatedArticle> pile = {
      article("a1", {person("Maria Silva", {"Maria Silva"}, {"the former surveyor"})}),
      article("a2", {person("Maria Silva", {"Maria Silva"}), person("Bo Vey", {"Bo Vey"})})};
  pile[1].quotes = {said_by(-1, "the surveyor", Grade::kA), said_by(-1, "the nurse", Grade::kA)};
  const auto people = join_people(pile);
  ASSERT_EQ(people.size(), 2U);
  EXPECT_TRUE(people[0].spoken.empty());
  EXPECT_THAT(people[1].spoken, ElementsAre(RecordRef{1, 0}));
}

TEST(People, CopiesTellWhoSpoke) {
  std::vector<AnnotatedArticle> pile = {article("a1", {person("Maria Silva", {"Maria Silva"})}),
                                        article("a2", {person("Maria Silva", {"Maria Silva"})}),
                                        article("a3", {person("Bo Vey", {"Bo Vey"})})};
  pile[0].quotes = {said_by(0, "Maria Silva", Grade::kA)};
  pile[1].quotes = {said_by(-1, "she", Grade::kB)};
  pile[2].quotes = {said_by(-1, "she", Grade::kB)};
  Family family;
  for (std::uint32_t i = 0; i < 3; ++i) {
    FamilyMember member;
    member.quote = {i, 0};
    family.members.push_back(member);
  }
  auto people = join_people(pile);
  pass_speakers(pile, std::vector{family}, people);
  ASSERT_EQ(people.size(), 2U);
  EXPECT_THAT(people[1].spoken, ElementsAre(RecordRef{1, 0}));  // the third does not name her
}

TEST(People, ShowsTheSpellingOfMostArticles) {
  const std::vector<AnnotatedArticle> pile = {
      article("a1", {person("MARIA SILVA", {"MARIA SILVA"})}),
      article("a2", {person("Maria Silva", {"Maria Silva"})}),
      article("a3", {person("Maria Silva", {"Maria Silva"})})};
  const auto people = join_people(pile);
  ASSERT_EQ(people.size(), 1U);
  EXPECT_EQ(people[0].name, "Maria Silva");
  EXPECT_THAT(people[0].forms, ElementsAre("MARIA SILVA", "Maria Silva"));
}

TEST(People, LeavesOutWhatIsNoPerson) {
  auto council = person("Harbour Council", {"Harbour Council"});
  council.kind = NameKind::kOrganisation;
  EXPECT_TRUE(join_people(std::vector{article("a1", {council})}).empty());
  EXPECT_TRUE(join_people({}).empty());
}

TEST(People, IdsDoNotDependOnTheOrderOfArticles) {
  const auto one = article("a1", {person("Maria Silva", {"Silva"}), person("Bo", {"Bo"})});
  const auto two = article("a2", {person("Al Vey", {"Vey"}), person("Maria Silva", {"Maria"})});
  const auto forth = join_people(std::vector{one, two});
  const auto back = join_people(std::vector{two, one});
  ASSERT_EQ(forth.size(), back.size());
  for (std::size_t i = 0; i < forth.size(); ++i) {
    EXPECT_EQ(forth[i].id, back[i].id);
    EXPECT_EQ(forth[i].name, back[i].name);
    EXPECT_EQ(forth[i].forms, back[i].forms);
  }
}

}  // namespace
}  // namespace fabula::story
