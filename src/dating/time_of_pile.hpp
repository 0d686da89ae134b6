// What the articles that state their day show of the dates that an undated one tells.
#pragma once

#include <map>
#include <string_view>

#include "model/day_constraint.hpp"
#include "model/pile.hpp"

namespace fabula::dating {

// The pile must outlive it. Cost: linear in the pile.
class TimeOfPile {
 public:
  explicit TimeOfPile(const Pile& pile);

  // May an article of the pile be of this day? Not if it lies decades from nearly all stated days:
  // then something was misread, a father's age for his son's, or a speech of long ago for news.
  // Where nothing is stated, of any day.
  [[nodiscard]] bool may_be_of(DayNumber day) const;

  // Does an article that is stated before `day` have the same sentence, which tells of that day?
  // Then it was put in afterwards, in both.
  [[nodiscard]] bool was_put_in(const AnnotatedArticle& article, const TimeExpression& time,
                                DayNumber day) const;

 private:
  DayNumber first_ = kLastDay;  // stated day, but for a few; behind `last_`: nothing is stated
  DayNumber last_ = kFirstDay;
  std::map<std::string_view, DayNumber> sentences_;  // with a date; the first stated day of each
};

}  // namespace fabula::dating
