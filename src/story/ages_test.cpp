#include "story/ages.hpp"

#include <gtest/gtest.h>

#include <string>

namespace fabula::story {
namespace {

using Fit = Ages::Fit;

AnnotatedArticle article(std::string text, std::optional<Day> day) {
  AnnotatedArticle result;
  result.article.text = std::move(text);
  if (day) result.article.published.when = when_day(*day);
  NamedThing& thing = result.names.things.emplace_back();
  thing.name = "Ana Lopes";
  thing.kind = NameKind::kPerson;
  const std::size_t at = result.article.text.find("Ana Lopes");
  result.names.mentions.push_back(
      {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 9)}, 0, "name.full"});
  return result;
}

Day day(int year, unsigned month, unsigned number) {
  return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) /
                               static_cast<int>(number));
}

std::vector<Person> ana(std::size_t n_articles) {
  std::vector<Person> people(1);
  people[0].name = "Ana Lopes";
  for (std::uint32_t i = 0; i < n_articles; ++i) people[0].things.push_back({i, 0});
  return people;
}

TEST(StatedAge, OfDescriptions) {
  EXPECT_EQ(stated_age("the 37-year-old")->first, 37);
  EXPECT_EQ(stated_age("37-year-old")->last, 37);
  EXPECT_EQ(stated_age("The sixtysomething")->last, 69);
  for (const char* words : {"the singer", "the 137-year-old", "a year-old", "", "7-year-old"})
    EXPECT_FALSE(stated_age(words)) << words;
}

TEST(Ages, GoOnWithTime) {
  const std::vector<AnnotatedArticle> articles = {
      article("Ana Lopes, 34, left.", day(2020, 3, 1)), article("Ana Lopes left.", day(2023, 2, 1)),
      article("Ana Lopes left.", std::nullopt), article("Ana Lopes left.", day(2018, 3, 1))};
  const std::vector<Person> people = ana(articles.size());
  const Ages ages(articles, people);
  EXPECT_EQ(ages.fit(0, 0, {34, 34}), Fit::kYes);
  EXPECT_EQ(ages.fit(0, 0, {36, 36}), Fit::kNo);
  EXPECT_EQ(ages.fit(0, 1, {36, 36}), Fit::kYes);
  EXPECT_EQ(ages.fit(0, 1, {37, 37}), Fit::kYes);
  EXPECT_EQ(ages.fit(0, 1, {30, 39}), Fit::kYes);
  EXPECT_EQ(ages.fit(0, 1, {45, 45}), Fit::kNo);
  EXPECT_EQ(ages.fit(0, 2, {34, 34}), Fit::kUnknown);
  EXPECT_EQ(ages.fit(0, 3, {32, 32}), Fit::kYes);
  EXPECT_EQ(ages.birth_year(0), 1986);
}

TEST(Ages, AreReadBehindNames) {
  for (const char* text : {"Ana Lopes, 34, left.", "Ana Lopes (34) left.",
                           "Ana Lopes, who is 34 and", "It was Ana Lopes, 34."}) {
    const std::vector<AnnotatedArticle> articles = {article(text, std::nullopt)};
    const std::vector<Person> people = ana(1);
    EXPECT_EQ(Ages(articles, people).fit(0, 0, {34, 34}), Fit::kYes) << text;
  }
  for (const char* text : {"Ana Lopes, 34 boats", "Ana Lopes 34", "Ana Lopes, 340,", "Ana Lopes"}) {
    const std::vector<AnnotatedArticle> articles = {article(text, std::nullopt)};
    const std::vector<Person> people = ana(1);
    EXPECT_EQ(Ages(articles, people).fit(0, 0, {34, 34}), Fit::kUnknown) << text;
  }
}

}  // namespace
}  // namespace fabula::story
