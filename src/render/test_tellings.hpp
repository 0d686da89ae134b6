// A small pile made by hand, for the tests of what is shown of its quotations: Ana Lopes' warning
// in four articles, whole, cut, altered and without a date, and whatever a test adds.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "model/pile.hpp"

namespace fabula::render {

struct TestTellings {
  // Adds an article with one paragraph; `day` is "2024-03-11" or empty.
  std::uint32_t article(const std::string& outlet, std::string_view day, std::string text) {
    AnnotatedArticle made;
    made.article.id = "a00000000000000" + std::to_string(10 + pile.articles.size());
    made.article.sources = {"pile/" + outlet + ".txt"};
    made.article.outlet = outlet;
    made.article.text = std::move(text);
    if (!day.empty()) {
      made.article.published.when.earliest = made.article.published.when.latest =
          parse_iso_day(day);
      made.article.published.when.edtf = day;
    }
    const Range whole{0, static_cast<std::uint32_t>(made.article.text.size())};
    made.article.paragraphs = {{whole, Role::kBody, "role.body"}};
    made.segmentation.sentences = {{whole, 0, 0, 0}};
    pile.articles.push_back(std::move(made));
    return static_cast<std::uint32_t>(pile.articles.size() - 1);
  }

  Range range(std::uint32_t article, std::string_view words) const {
    const auto at = pile.articles[article].article.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  // Quotes `words`, said by `as`: a person of `thing`, by -1 nobody, by "" no speaker at all.
  RecordRef quote(std::uint32_t article, std::string_view words, std::string_view as = "",
                  std::int32_t thing = -1, QuoteKind kind = QuoteKind::kDirect) {
    AnnotatedArticle& a = pile.articles[article];
    Quote made;
    made.range = range(article, words);
    made.parts = {made.range};
    made.kind = kind;
    if (!as.empty()) {
      made.speaker = Speaker{thing, std::string(as), std::string(as), range(article, as)};
      if (thing >= 0) made.speaker->name = a.names.things[static_cast<std::size_t>(thing)].name;
      made.grade = Grade::kA;
    }
    made.rule = "quote.cue-after";
    a.quotes.push_back(std::move(made));
    return {article, static_cast<std::uint32_t>(a.quotes.size() - 1)};
  }

  // Somebody of the article, who is a person of the pile; one of the name may be there already.
  std::int32_t thing(std::uint32_t article, const std::string& name) {
    auto& things = pile.articles[article].names.things;
    things.push_back({name, {name}, {}, {}, NameKind::kPerson, Gender::kUnknown, 1});
    const RecordRef ref{article, static_cast<std::uint32_t>(things.size() - 1)};
    for (Person& person : pile.people)
      if (person.name == name) {
        person.things.push_back(ref);
        return static_cast<std::int32_t>(ref.index);
      }
    Person person;
    person.id = "p" + std::to_string(pile.people.size());
    person.name = name;
    person.forms = {name};
    person.things = {ref};
    person.rule = "person.full-name";
    pile.people.push_back(std::move(person));
    return static_cast<std::int32_t>(ref.index);
  }

  // The members are in the order given; the first is the fullest wording.
  Family& family(const std::vector<RecordRef>& quotes, std::int32_t first) {
    Family& made = pile.families.emplace_back();
    made.id = "f" + std::to_string(pile.families.size());
    made.first = first;
    for (const RecordRef& ref : quotes) {
      const AnnotatedArticle& a = pile.articles[ref.article];
      if (made.members.empty()) made.text = words_of(a.article.text, a.quotes[ref.index].range);
      made.members.push_back({ref, made.members.empty() ? "whole" : "altered", -1, {}});
    }
    return made;
  }

  Pile pile;
};

// Ana Lopes' warning in four places: River Post has it first and in full, Orra Agency cuts it and
// has it from the River Post, Vale Blog changes a number, The Ferry has no date.
inline TestTellings four_tellings(bool with_undated = true) {
  TestTellings made;
  const auto river =
      made.article("River Post", "2024-03-11",
                   "\"We warned them three times, and nobody came,\" said Ana Lopes.");
  const auto agency =
      made.article("Orra Agency", "2024-03-12",
                   "\"We warned them three times,\" Ana Lopes told the River Post.");
  const auto blog =
      made.article("Vale Blog", "2024-03-13",
                   "She <said>: \"We warned them twice, and nobody came.\" Ana Lopes.");
  std::vector<RecordRef> quotes = {made.quote(river, "We warned them three times, and nobody came,",
                                              "Ana Lopes", made.thing(river, "Ana Lopes")),
                                   made.quote(agency, "We warned them three times,", "Ana Lopes",
                                              made.thing(agency, "Ana Lopes")),
                                   made.quote(blog, "We warned them twice, and nobody came.", "She",
                                              made.thing(blog, "Ana Lopes"))};
  if (with_undated) {
    const auto ferry =
        made.article("The Ferry", "", "\"We warned them three times,\" a clerk said.");
    quotes.push_back(made.quote(ferry, "We warned them three times,", "a clerk"));
  }
  Family& family = made.family(quotes, with_undated ? -1 : 0);
  family.members[1].change = "cut";
  family.members[1].from = 0;
  family.members[1].edits = {{"cut", "and nobody came", ""}};
  family.members[2].edits = {{"replace", "three times", "twice"}};
  if (with_undated) family.members[3].change = "cut";
  return made;
}

}  // namespace fabula::render
