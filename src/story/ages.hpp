// How old people are, by what the articles of a pile tell of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::story {

// Of each article and each of its things the person; -1 for what is no person of the pile.
[[nodiscard]] std::vector<std::vector<std::int32_t>> people_of_things(
    std::span<const AnnotatedArticle> articles, const std::vector<Person>& people);

// From the first to the last year of life.
struct AgeRange {
  int first = 0;
  int last = 0;
};

// "the 37-year-old": 37 to 37; "the fiftysomething": 50 to 59. None when the words tell no age.
[[nodiscard]] std::optional<AgeRange> stated_age(std::string_view words);

class Ages {
 public:
  enum class Fit : std::uint8_t { kUnknown, kNo, kYes };

  // Ages are read behind names ("Lopes, 34,", "Lopes (34)", "Lopes, who is 34"). Linear.
  Ages(std::span<const AnnotatedArticle> articles, const std::vector<Person>& people);

  // About; none without an age in an article with a date.
  [[nodiscard]] std::optional<int> birth_year(std::size_t person) const;

  // Can the person be of that age in the article? By ages told there, or in other articles with a
  // date and the time between; outlets count differently, so a year more or less decides nothing.
  [[nodiscard]] Fit fit(std::size_t person, std::uint32_t article, AgeRange age) const;

 private:
  struct Told {
    std::uint32_t article = 0;
    int age = 0;
  };
  std::span<const AnnotatedArticle> articles_;
  std::vector<std::vector<Told>> told_;  // by person, in order of articles, each once
};

}  // namespace fabula::story
