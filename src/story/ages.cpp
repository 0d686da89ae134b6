#include "story/ages.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace fabula::story {
namespace {

constexpr std::size_t kMostTold = 64;  // of one person

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Two digits at the beginning that are not part of a longer number; none else.
std::optional<int> two_digits(std::string_view text) {
  if (text.size() < 3 || !is_digit(text[0]) || !is_digit(text[1]) || is_digit(text[2]) ||
      text[0] == '0')
    return {};
  return (text[0] - '0') * 10 + (text[1] - '0');
}

std::optional<int> age_behind(std::string_view text) {
  for (const std::string_view lead : {", who is ", ", ", " ("}) {
    if (!text.starts_with(lead)) continue;
    const std::string_view number = text.substr(lead.size());
    const std::optional<int> age = two_digits(number);
    if (!age) continue;
    const std::string_view behind = number.substr(2);
    const bool is_closed = behind[0] == ',' || behind[0] == ')' || behind[0] == '.' ||
                           lead.size() > 2 || behind.starts_with("-year-old");
    if (is_closed) return age;
  }
  return {};
}

std::optional<Day> day_of(const AnnotatedArticle& article) {
  return article.article.published.when.latest;
}

}  // namespace

std::vector<std::vector<std::int32_t>> people_of_things(std::span<const AnnotatedArticle> articles,
                                                        const std::vector<Person>& people) {
  std::vector<std::vector<std::int32_t>> person_of(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i)
    person_of[i].assign(articles[i].names.things.size(), -1);
  for (std::size_t i = 0; i < people.size(); ++i)
    for (const RecordRef ref : people[i].things)
      person_of[ref.article][ref.index] = static_cast<std::int32_t>(i);
  return person_of;
}

std::optional<AgeRange> stated_age(std::string_view words) {
  constexpr std::array<std::string_view, 6> kDecades = {"twentysomething", "thirtysomething",
                                                        "fortysomething",  "fiftysomething",
                                                        "sixtysomething",  "seventysomething"};
  for (std::size_t i = 0; i < kDecades.size(); ++i)
    if (words.find(kDecades[i]) != words.npos) {
      const int first = 20 + 10 * static_cast<int>(i);
      return AgeRange{first, first + 9};
    }
  const std::size_t at = words.find("-year-old");
  if (at == words.npos || at < 2 || (at > 2 && words[at - 3] != ' ')) return {};
  const std::optional<int> age = two_digits(words.substr(at - 2));
  return age ? std::optional<AgeRange>({*age, *age}) : std::nullopt;
}

Ages::Ages(std::span<const AnnotatedArticle> articles, const std::vector<Person>& people)
    : articles_(articles), told_(people.size()) {
  const std::vector<std::vector<std::int32_t>> person_of = people_of_things(articles, people);
  for (std::uint32_t a = 0; a < articles.size(); ++a)
    for (const Mention& mention : articles[a].names.mentions) {
      const std::int32_t person = person_of[a][mention.thing];
      if (person < 0) continue;
      const std::optional<int> age =
          age_behind(std::string_view(articles[a].article.text).substr(mention.range.end, 16));
      std::vector<Told>& told = told_[static_cast<std::size_t>(person)];
      if (!age || told.size() >= kMostTold ||
          (!told.empty() && told.back().article == a && told.back().age == *age))
        continue;
      told.push_back({a, *age});
    }
}

std::optional<int> Ages::birth_year(std::size_t person) const {
  for (const Told& told : told_[person])
    if (const std::optional<Day> day = day_of(articles_[told.article]))
      return static_cast<int>(std::chrono::year_month_day(*day).year()) - told.age;
  return {};
}

Ages::Fit Ages::fit(std::size_t person, std::uint32_t article, AgeRange age) const {
  const std::optional<Day> day = day_of(articles_[article]);
  bool can_be = false;
  bool cannot_be = false;
  for (const Told& told : told_[person]) {
    int first = told.age;
    int last = told.age;
    if (told.article != article) {
      const std::optional<Day> then = day_of(articles_[told.article]);
      if (!day || !then) continue;
      constexpr int kYear = 365;
      const auto between = static_cast<int>((*day - *then).count());
      const int years = between >= 0 ? between / kYear : -((-between + kYear - 1) / kYear);
      first = told.age + years;
      last = first + 1;
    }
    can_be = can_be || (first <= age.last && age.first <= last);
    cannot_be = cannot_be || age.last + 1 < first || last + 1 < age.first;
  }
  if (can_be) return Fit::kYes;
  return cannot_be ? Fit::kNo : Fit::kUnknown;
}

}  // namespace fabula::story
