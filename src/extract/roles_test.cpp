#include "extract/roles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "extract/extract.hpp"
#include "extract/layout.hpp"

namespace fabula::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kFirst =
    "The river rose overnight and took the old bridge with it, the harbour office said.";
constexpr std::string_view kSecond =
    "\"We heard it go,\" said the ferryman, who had slept on the quay.";
constexpr std::string_view kThird = "A ferry will run until the new bridge stands.";

Article article_of(const std::vector<std::string_view>& paragraphs) {
  Article article;
  for (const std::string_view words : paragraphs) {
    if (!article.text.empty()) article.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += words;
    article.paragraphs.push_back(
        {{begin, static_cast<std::uint32_t>(article.text.size())}, Role::kBody, {}});
  }
  return article;
}

std::string role_between(std::string_view line) {
  Article article = article_of({kFirst, kSecond, line, kThird, kFirst});
  mark_roles(article);
  return std::string(name_of(article.paragraphs[2].role));
}

TEST(Roles, LinesWithoutStopBetweenSentences) {
  EXPECT_EQ(role_between("The proud ferryman also shared a clip of his dog on the quay"),
            "caption");
  EXPECT_EQ(role_between("Jane and Al shared the news in September"), "caption");
  EXPECT_EQ(role_between("What happens now"), "heading");
  EXPECT_EQ(role_between("A Town Without A Bridge For Two Years"), "heading");
}

TEST(Roles, TheStoryStays) {
  for (const std::string_view line :
       {"The town had already settled on a name...", "She wrote: \"we miss it so", "“We miss it so",
        "“We miss it so”", "and the dog", "• one ferry", "- one ferry", "3 ferries and a dog",
        "The mayor spoke on Monday. She asked the town to wait for the ferry and then",
        "Boats lost:", "Her honesty has touched the hearts of many.", "The ferry, the tunnel,",
        "(MUSIC)"})
    EXPECT_EQ(role_between(line), "body") << line;
}

TEST(Roles, NothingByPlaceAfterAColonOrInALoosePage) {
  Article list = article_of(
      {kFirst, "The council wants:", "a ferry that runs all night", kThird, kFirst, kSecond});
  mark_roles(list);
  EXPECT_EQ(list.paragraphs[2].role, Role::kBody);

  Article poem = article_of(
      {"the bridge is gone", "The water took it", "The water gave it", "And nobody saw", kFirst});
  mark_roles(poem);
  for (const Paragraph& line : poem.paragraphs) EXPECT_EQ(line.role, Role::kBody);
}

TEST(Roles, TheLastLineStays) {
  Article article = article_of({kFirst, kSecond, kThird, "The ferry will cross the river at"});
  mark_roles(article);
  EXPECT_EQ(article.paragraphs[3].role, Role::kBody);
}

TEST(Roles, AQuotationThatGoesOnIsTheStory) {
  Article article = article_of({kFirst, "Jane Roe wrote on her page, \"We miss the bridge.",
                                "\"So it will always be ours.\" The ferry runs.", kThird});
  mark_roles(article);
  for (const Paragraph& paragraph : article.paragraphs) EXPECT_EQ(paragraph.role, Role::kBody);
}

TEST(Roles, TheTitleIsKnownAgain) {
  Article article = article_of({"OLD BRIDGE FALLS", kFirst, kSecond});
  article.title = "Old bridge falls";
  mark_roles(article);
  EXPECT_EQ(article.paragraphs[0].role, Role::kHeading);
  EXPECT_EQ(article.paragraphs[0].rule, "role.title");
}

TEST(Roles, BylineOnlyAboveTheStory) {
  const std::string story =
      std::string(kFirst) + " " + std::string(kFirst) + " " + std::string(kFirst);
  Article article = article_of({"By Jane Roe", "May 31 at 3:41 PM", story, "By Jane Roe"});
  mark_roles(article);
  EXPECT_EQ(article.paragraphs[0].role, Role::kByline);
  EXPECT_EQ(article.paragraphs[1].role, Role::kDateline);
  EXPECT_EQ(article.paragraphs[2].role, Role::kBody);
  EXPECT_EQ(article.paragraphs[3].role, Role::kBody);
}

TEST(Roles, RolesFromThePageAreKept) {
  Article article = article_of({"Getty Images", kFirst});
  article.paragraphs[0].role = Role::kCaption;
  article.paragraphs[0].rule = "role.figcaption";
  mark_roles(article);
  EXPECT_EQ(article.paragraphs[0].role, Role::kCaption);
  EXPECT_EQ(article.paragraphs[0].rule, "role.figcaption");
}

TEST(Roles, EveryMarkedParagraphHasARule) {
  Article article = article_of({"Old Bridge Falls", "Getty Images", kFirst, "READ: More boats",
                                kSecond, "The dog on the quay in the rain", kThird});
  mark_roles(article);
  for (const Paragraph& paragraph : article.paragraphs)
    EXPECT_EQ(paragraph.role == Role::kBody, paragraph.rule.empty());
}

TEST(Roles, NoParagraphs) {
  Article article;
  mark_roles(article);
  EXPECT_THAT(article.paragraphs, IsEmpty());
}

std::vector<Article> outlet_of(std::size_t n, const std::vector<std::string>& extra) {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < n; ++i) {
    const std::string number = std::to_string(i);
    std::vector<std::string> words = {
        "The ferry number " + number + " crossed the river in the fog of the long morning.",
        "Its captain, who is called number " + number + " by the town, was content."};
    words.insert(words.end(), extra.begin(), extra.end());
    articles.push_back(article_of({words.begin(), words.end()}));
    articles.back().outlet = "Vale Times";
  }
  return articles;
}

std::vector<LearnedRole> learn(const std::vector<Article>& articles) {
  std::vector<const Article*> pointers;
  for (const Article& article : articles) pointers.push_back(&article);
  return learn_roles(pointers, Context{});
}

TEST(LearnRoles, ALineOfThreeArticlesIsFurniture) {
  const auto learned = learn(outlet_of(3, {"The Vale letter, every day at six"}));
  EXPECT_THAT(learned, ElementsAre(LearnedRole{0, 2, Role::kPromo, "role.repeated-in-outlet"},
                                   LearnedRole{1, 2, Role::kPromo, "role.repeated-in-outlet"},
                                   LearnedRole{2, 2, Role::kPromo, "role.repeated-in-outlet"}));
}

TEST(LearnRoles, TwoAreNotEnoughAndSentencesNeedFive) {
  EXPECT_THAT(learn(outlet_of(2, {"The Vale letter, every day at six"})), IsEmpty());
  const std::string sentence = "The Vale Times is owned by its readers and by nobody else.";
  EXPECT_THAT(learn(outlet_of(4, {sentence})), IsEmpty());
  EXPECT_EQ(learn(outlet_of(5, {sentence})).size(), 5U);
}

TEST(LearnRoles, CopiesTeachNothing) {
  std::vector<Article> articles(
      4, article_of({kFirst, kSecond, kThird, "The water is still high at the quay"}));
  for (Article& article : articles) article.outlet = "Vale Times";
  EXPECT_THAT(learn(articles), IsEmpty());
}

TEST(LearnRoles, QuotationsAndArticlesWithoutOutletTeachNothing) {
  EXPECT_THAT(learn(outlet_of(6, {"“We heard it go.”"})), IsEmpty());
  auto articles = outlet_of(6, {"The Vale letter, every day at six"});
  for (Article& article : articles) article.outlet.clear();
  EXPECT_THAT(learn(articles), IsEmpty());
  EXPECT_THAT(learn({}), IsEmpty());
}

TEST(LearnRoles, TheOrderOfTheArticlesDoesNotMatter) {
  auto articles = outlet_of(5, {"The Vale letter, every day at six"});
  const auto forth = learn(articles);
  std::reverse(articles.begin(), articles.end());
  EXPECT_EQ(learn(articles), forth);
}

}  // namespace
}  // namespace fabula::extract
