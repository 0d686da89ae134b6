// A pile of one story for tests of what accounts differ in: each article is annotated as a build
// does it, people of one full name are one.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "names/names.hpp"
#include "quotes/quotes.hpp"
#include "reconcile/disagreements.hpp"
#include "segment/segment.hpp"
#include "times/times.hpp"
#include "values/values.hpp"

namespace fabula::reconcile {

class PileOfOneStory {
 public:
  PileOfOneStory& add(std::string_view day, std::string_view text) {
    AnnotatedArticle& made = pile_.articles.emplace_back();
    const auto i = static_cast<std::uint32_t>(pile_.articles.size() - 1);
    made.article.id = fmt::format("a{:016}", i);
    made.article.sources = {fmt::format("{}.txt", i)};
    made.article.text = text;
    made.article.language = "en";
    made.article.paragraphs.push_back(
        {{0, static_cast<std::uint32_t>(text.size())}, Role::kBody, {}});
    made.article.published.when = when_day(*parse_iso_day(day));
    made.article.published.basis = DateBasis::kStated;
    made.segmentation = segment::segment(made.article);
    made.names = names::find_names(made.article, made.segmentation);
    made.quotes = quotes::find_quotes(made.article, made.segmentation, made.names);
    made.times = times::find_times(made.article, made.segmentation, made.quotes);
    add_people(i);
    if (pile_.stories.empty()) pile_.stories.emplace_back();
    pile_.stories.front().members.push_back({i, -1, "", {}, ""});
    return *this;
  }
  [[nodiscard]] std::vector<Disagreement> records() const {
    std::vector<std::vector<Value>> values;
    for (const AnnotatedArticle& article : pile_.articles)
      values.push_back(values::find_values(article));
    return find_disagreements(pile_, values, {});
  }
  // "dead: 11 (a 0), 16 (a 1)"
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    for (const Disagreement& record : records()) {
      std::string line = record.about + ":";
      for (const DisagreeingValue& value : record.values)
        line += fmt::format(" {}x{}", value.value, value.n_origins);
      lines.push_back(line);
    }
    return lines;
  }
  Pile pile_;

 private:
  // One full name is one person.
  void add_people(std::uint32_t article) {
    const auto& things = pile_.articles[article].names.things;
    for (std::uint32_t t = 0; t < things.size(); ++t) {
      if (things[t].kind != NameKind::kPerson) continue;
      auto person = std::ranges::find(pile_.people, things[t].name, &Person::name);
      if (person == pile_.people.end()) {
        Person made;
        made.name = things[t].name;
        person = pile_.people.insert(pile_.people.end(), std::move(made));
      }
      person->things.push_back({article, t});
    }
  }
};

}  // namespace fabula::reconcile
