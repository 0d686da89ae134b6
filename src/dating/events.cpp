#include "dating/events.hpp"

#include <algorithm>
#include <utility>

#include "dating/bindings.hpp"
#include "language/lengths.hpp"
#include "language/telling.hpp"

namespace fabula::dating {

using language::contradicts;
using language::Happening;
using language::Happenings;
using language::Length;
using language::length_between;
using language::Offset;
using language::Order;
using language::sentence_at;
using language::stands_apart;
using language::Telling;
using language::telling_of;

namespace {

std::string in_words(const Sources& sources, std::uint32_t article, Range range) {
  std::string words(words_of(sources.pile.articles[article].article.text, range));
  std::ranges::replace(words, '\n', ' ');
  return "“" + words + "”";
}

bool has_kind(const TimeRelation& relation, ConstraintKind kind) {
  return std::ranges::any_of(relation.readings, [&](const auto& reading) {
    return std::ranges::any_of(reading, [&](const DayConstraint& c) { return c.kind == kind; });
  });
}

// "3 March", "03/04/2024"
bool tells_one_day(const TimeRelation& relation) {
  return has_kind(relation, ConstraintKind::kDayOfMonth) ||
         has_kind(relation, ConstraintKind::kWithin);
}

// "Monday", "yesterday"
bool tells_weekday_or_distance(const TimeRelation& relation) {
  return has_kind(relation, ConstraintKind::kWeekday) || has_kind(relation, ConstraintKind::kDays);
}

bool tells_near_day(const TimeRelation& relation) {
  return std::ranges::any_of(
      relation.readings, [](const auto& reading) { return std::ranges::any_of(reading, is_near); });
}

// Are the time and the next one parted by a comma alone?
bool stand_side_by_side(const AnnotatedArticle& article, std::size_t time) {
  const Range first = article.times[time].range;
  const Range second = article.times[time + 1].range;
  return first.end <= second.begin &&
         words_of(article.article.text, Range{first.end, second.begin}) == ", ";
}

}  // namespace

Events::Events(const Sources& sources, Evidence& evidence)
    : sources_(sources),
      evidence_(evidence),
      groups_(sources),
      day_of_group_(groups_.n_groups(), kNoDay) {}

Var Events::day_of(std::uint32_t article, std::int32_t happening) {
  const auto h = static_cast<std::uint32_t>(happening);
  const std::int32_t group = groups_.group(article, h);
  Var& day = group >= 0 ? day_of_group_[static_cast<std::size_t>(group)]
                        : day_of_single_.try_emplace({article, h}, kNoDay).first->second;
  if (day != kNoDay) return day;
  const Range range = sources_.happenings[article].all[h].range;
  day = evidence_.add_day(
      {DayOf::kEvent, in_words(sources_, article, range) + " was", -1, {article, range}});
  const Var made = day;
  if (group < 0) {
    add_tellings(made, article, h);
  } else {
    for (const RecordRef& member : groups_.members(static_cast<std::size_t>(group)))
      add_tellings(made, member.article, member.index);
  }
  return made;
}

// How a time hangs on the day of the telling. A weekday before its date only tells which day it is.
// That "in October" is the last one before an undated article, and not one long ago, is likely, but
// proves nothing; of "Tuesday, 4 September" or "Christmas Day" it is taken where a verb tells it as
// past (`is_sure`).
TimeRelation Events::relation_of(std::uint32_t article, std::size_t time, bool is_sure) const {
  const auto& all = sources_.relations[article];
  TimeRelation relation = all[time];
  const bool is_apposed = time + 1 < all.size() &&
                          stand_side_by_side(sources_.pile.articles[article], time) &&
                          tells_one_day(all[time + 1]) && !tells_one_day(relation) &&
                          has_kind(relation, ConstraintKind::kWeekday);
  if (is_apposed) {
    relation.readings.resize(1);
    std::erase_if(relation.readings[0],
                  [](const DayConstraint& c) { return c.kind != ConstraintKind::kWeekday; });
  }
  const bool is_yearless =
      tells_near_day(relation) ? !is_sure : has_kind(relation, ConstraintKind::kMonth);
  return is_yearless && sources_.is_undated(article) ? of_any_year(std::move(relation)) : relation;
}

// What one place tells of the day.
void Events::add_tellings(Var day, std::uint32_t article, std::uint32_t happening) {
  const Happening& told = sources_.happenings[article].all[happening];
  const Var published = sources_.published[article];
  std::vector<DayConstraint> order;
  if (told.telling == Telling::kPast) order.push_back(not_after(day, published));
  if (told.telling == Telling::kFuture) order.push_back(not_after(published, day));
  if (told.time >= 0 && sources_.is_undated(article)) {
    // A date in full bounds an article only where it is told with care.
    const TimeExpression& time =
        sources_.pile.articles[article].times[static_cast<std::size_t>(told.time)];
    const Telling telling = telling_of(sources_.pile.articles[article], time);
    if (time.anchor == "none" &&
        (telling != told.telling || !is_credible(sources_, article, time, telling)))
      order.clear();
  }
  const auto time = static_cast<std::size_t>(told.time);
  if (told.time >= 0 && tells_its_day(article, time)) {
    const Range words = sources_.pile.articles[article].times[time].range;
    const bool is_past =
        told.telling == Telling::kPast || sources_.relations[article][time].tense < 0;
    TimeRelation relation = relation_of(article, time, is_past);
    if (contradicts(told, relation)) relation = on_either_side(std::move(relation));
    // Most relations say it, too.
    if (relation.tense != 0 && has_kind(relation, ConstraintKind::kDays)) order.clear();
    evidence_.add({"date.event", {{article, told.range}, {article, words}}},
                  evidence_of(kEventWeight, bound_to(relation, published, day), order));
    day_of_time_.try_emplace({article, static_cast<std::uint32_t>(time)}, day);
    return;
  }
  // A plan without a day may come to nothing, and be made again.
  if (told.telling != Telling::kPast || !sources_.is_undated(article)) return;
  evidence_.add({"date.event-past", {{article, told.range}}},
                {.weight = kEventOrderWeight, .all = std::move(order), .either = {}});
}

// Is the time surely that of what happens beside it? "In 2019" may only describe something.
bool Events::tells_its_day(std::uint32_t article, std::size_t time) const {
  const TimeExpression& expression = sources_.pile.articles[article].times[time];
  if (!is_usable(sources_.relations[article][time])) return false;
  if (expression.anchor != "none") return true;
  const Telling telling = telling_of(sources_.pile.articles[article], expression);
  return expression.when.grain <= Grain::kDay || telling != Telling::kUnclear;
}

Var Events::day_of_time(std::uint32_t article, std::int32_t time) {
  const auto index = static_cast<std::size_t>(time);
  const RecordRef key{article, static_cast<std::uint32_t>(time)};
  if (const auto found = day_of_time_.find(key); found != day_of_time_.end()) return found->second;
  const TimeRelation relation = relation_of(article, index, false);
  Var base = kNoDay;
  if (relation.readings.empty()) return kNoDay;
  if (hangs_on_base(relation)) {
    // A time counts from one that stands before it.
    base =
        relation.base >= 0 && relation.base < time ? day_of_time(article, relation.base) : kNoDay;
    if (base == kNoDay) return kNoDay;
  }
  const Range words = sources_.pile.articles[article].times[index].range;
  const Var day = evidence_.add_day(
      {DayOf::kTime, in_words(sources_, article, words) + " was", -1, {article, words}});
  evidence_.add(
      {"date.time", {{article, words}}},
      evidence_of(kTimeWeight, bound_to(relation, sources_.published[article], day, base), {}));
  day_of_time_.emplace(key, day);
  return day;
}

void Events::add_offsets(std::uint32_t article) {
  for (const Offset& offset : sources_.happenings[article].offsets) {
    if (offset.from < 0) continue;
    const Var from = day_of(article, offset.from);
    const Var to = offset.to < 0 ? sources_.published[article] : day_of(article, offset.to);
    if (from == to) continue;
    const Length length{offset.is_months, offset.n, offset.slack};
    const Range words =
        sources_.happenings[article].all[static_cast<std::size_t>(offset.from)].range;
    evidence_.add(
        {"date.offset", {{article, offset.range}, {article, words}}},
        {.weight = kEventWeight, .all = {length_between(from, to, length)}, .either = {}});
    // What is to come so long after something else is to come on a day.
    if (offset.to < 0 || !sources_.is_undated(article)) continue;
    const Happening& then = sources_.happenings[article].all[static_cast<std::size_t>(offset.to)];
    if (then.time < 0 && then.telling == Telling::kFuture)
      evidence_.add({"date.event-future", {{article, then.range}}},
                    {.weight = kEventOrderWeight,
                     .all = {not_after(sources_.published[article], to)},
                     .either = {}});
  }
}

// Only where an undated article tells it: there one day says something of another.
void Events::add_orders(std::uint32_t article) {
  if (!sources_.is_undated(article)) return;
  const Happenings& happenings = sources_.happenings[article];
  for (const Order& order : happenings.orders) {
    const Happening& first = happenings.all[static_cast<std::size_t>(order.first)];
    const Happening& then = happenings.all[static_cast<std::size_t>(order.then)];
    if (groups_.group(article, static_cast<std::uint32_t>(order.first)) < 0 || then.time < 0)
      continue;
    const Var before = day_of(article, order.first);
    const Var after = day_of(article, order.then);
    if (before == after) continue;
    evidence_.add({"date.before", {{article, first.range}, {article, then.range}}},
                  {.weight = kEventOrderWeight, .all = {not_after(before, after)}, .either = {}});
  }
}

void Events::add_all() {
  for (std::size_t g = 0; g < groups_.n_groups(); ++g) {
    const auto& members = groups_.members(g);
    const auto is_undated = [&](const RecordRef& each) {
      return sources_.is_undated(each.article);
    };
    const auto is_elsewhere = [&](const RecordRef& each) {
      return each.article != members.front().article;
    };
    if (std::ranges::any_of(members, is_undated) && std::ranges::any_of(members, is_elsewhere))
      (void)day_of(members.front().article, static_cast<std::int32_t>(members.front().index));
  }
  for (std::uint32_t a = 0; a < sources_.happenings.size(); ++a) {
    add_offsets(a);
    add_orders(a);
    const auto& all = sources_.happenings[a].all;
    for (std::size_t h = 0; h < all.size(); ++h)
      if (all[h].time >= 0) (void)day_of(a, static_cast<std::int32_t>(h));
    if (sources_.is_undated(a)) add_times(a);
  }
}

void Events::add_times(std::uint32_t article) {
  const AnnotatedArticle& annotated = sources_.pile.articles[article];
  const auto& times = annotated.times;
  for (std::size_t t = 0; t < times.size(); ++t) {
    const bool is_day = times[t].type == TimeType::kDate || times[t].type == TimeType::kTime;
    if (!is_day ||
        std::ranges::binary_search(sources_.happenings[article].loose_times,
                                   static_cast<std::uint32_t>(t)) ||
        !sources_.plain[article].holds(times[t].range) ||
        stands_apart(annotated, sentence_at(annotated, times[t].range)))
      continue;
    if (times[t].anchor != "none") (void)day_of_time(article, static_cast<std::int32_t>(t));
    if (t > 0) add_same_day(article, t - 1);
  }
}

// "yesterday, Monday 3 March": a day and its name, side by side.
void Events::add_same_day(std::uint32_t article, std::size_t time) {
  const AnnotatedArticle& annotated = sources_.pile.articles[article];
  if (!stand_side_by_side(annotated, time)) return;
  const Range first = annotated.times[time].range;
  const Range second = annotated.times[time + 1].range;
  const auto& relations = sources_.relations[article];
  const bool is_named = tells_one_day(relations[time + 1]) && !tells_one_day(relations[time]) &&
                        tells_weekday_or_distance(relations[time]);
  if (!is_named || !is_usable(relations[time]) || !is_usable(relations[time + 1])) return;
  const Var day = day_of_time(article, static_cast<std::int32_t>(time));
  const Var same = day_of_time(article, static_cast<std::int32_t>(time + 1));
  if (day == kNoDay || same == kNoDay || day == same) return;
  evidence_.add({"date.same-day", {{article, {first.begin, second.end}}}},
                {.weight = kTimeWeight, .all = {days_between(day, same, 0, 0)}, .either = {}});
}

}  // namespace fabula::dating
