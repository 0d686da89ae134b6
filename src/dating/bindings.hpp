// Time relations of articles as evidence about days.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "dating/makers.hpp"

namespace fabula::dating {

using language::Telling;

// The relation's readings as evidence about these days.
// base  the day it counts from, where it does (hangs_on_base)
[[nodiscard]] std::vector<std::vector<DayConstraint>> bound_to(const TimeRelation& relation,
                                                               Var told, Var meant, Var base = 0);

// The same where the verb does not tell whether it is past or to come ("would have turned 56 on
// Tuesday"), or tells another way than the relation has it: as far on either side of the telling.
[[nodiscard]] TimeRelation on_either_side(TimeRelation relation);

// "In October", "on 3 May": of the telling, with the nearest such day on that side of it left open
// to be any on that side.
[[nodiscard]] TimeRelation of_any_year(TimeRelation relation);

// Less than a year from the telling, somewhere: "3 March", "Christmas Day".
[[nodiscard]] bool is_near(const DayConstraint& c);

// "This week", where weeks may begin on Sunday: the Sunday just gone is of it.
[[nodiscard]] TimeRelation with_sunday_before(TimeRelation relation);

// Does a reading count from another time of the text?
[[nodiscard]] bool hangs_on_base(const TimeRelation& relation);

// Does it tell of a day by that of the telling, and of no other?
[[nodiscard]] inline bool is_usable(const TimeRelation& relation) {
  return !relation.readings.empty() && !hangs_on_base(relation);
}

// The days of a time whose ends are both known.
[[nodiscard]] std::optional<std::pair<DayNumber, DayNumber>> known_days(const TimeExpression& time);

// May a date in full, told as past or as to come, bound its article? Not one that was put in when
// the article had long appeared, or of another time than the pile's (time_of_pile.hpp).
[[nodiscard]] bool is_credible(const Sources& sources, std::uint32_t article,
                               const TimeExpression& time, Telling telling);

// All of one reading, or either of several; and `more`.
[[nodiscard]] solver::Evidence evidence_of(std::uint32_t weight,
                                           std::vector<std::vector<DayConstraint>> readings,
                                           std::vector<DayConstraint> more);

[[nodiscard]] inline DayNumber number_of(Day day) {
  return static_cast<DayNumber>(day.time_since_epoch().count());
}

}  // namespace fabula::dating
