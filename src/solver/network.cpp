#include "solver/network.hpp"

#include <algorithm>
#include <utility>

#include "solver/windows.hpp"

namespace fabula::solver {
namespace {

// Can the days that fit an interval have holes? To the day or one month more or less: only around
// the ends of months. Windows of which the end comes before the beginning hold no day at all.
bool makes_holes(const Constraint& c) {
  const std::int64_t slack = std::int64_t{c.hi} - c.lo;
  if (c.kind != ConstraintKind::kMonths) return slack < 0;
  return c.m_lo > c.m_hi || slack < (c.m_lo == c.m_hi ? 4 : -1);
}

// Takes out of `target` what lies in no window of a day of `source`.
template <class Begin, class End>
bool keep_windows(const DayDomain& source, DayDomain& target, bool holes, const Begin& begin_of,
                  const End& end_of) {
  const bool changed = target.clip(begin_of(source.lo()), end_of(source.hi()));
  if (target.is_empty() || !target.is_narrow() || !source.is_narrow()) return changed;
  if (!holes && !source.has_holes()) return changed;
  DayMask mask(target.lo());
  source.for_each_run([&](DayNumber first, DayNumber last) {
    if (!holes) return mask.add(begin_of(first), end_of(last));
    for (DayNumber day = first; day <= last; ++day) mask.add(begin_of(day), end_of(day));
  });
  return target.keep(mask) || changed;
}

// One day: the ends move on to days that fit; inside, days that do not are taken out.
bool keep_fitting(const Constraint& c, DayDomain& x) {
  if (c.kind == ConstraintKind::kWithin) return x.clip(c.lo, c.hi);
  const bool changed = x.clip(x.lo() > kFirstDay ? next_fitting(c, x.lo()) : kFirstDay,
                              x.hi() < kLastDay ? previous_fitting(c, x.hi()) : kLastDay);
  if (x.is_empty() || !x.is_narrow()) return changed;
  DayMask mask(x.lo());
  for (DayNumber day = next_fitting(c, x.lo()); day <= x.hi(); day = next_fitting(c, day + 1))
    mask.add(day, day);
  return x.keep(mask) || changed;
}

}  // namespace

Lost apply(const Constraint& c, DayDomain& x, DayDomain& y) {
  if (!is_of_two_days(c)) {
    const bool lost = keep_fitting(c, x);
    return {lost, lost};
  }
  Lost lost;
  const bool holes = makes_holes(c);
  // Of a single day nothing can be taken but all: that shows on the other one.
  if (!y.is_single())
    lost.y = keep_windows(
        x, y, holes, [&](DayNumber day) { return first(c, day); },
        [&](DayNumber day) { return last(c, day); });
  if (y.is_empty() || (x.is_single() && !y.is_single())) return lost;
  lost.x = keep_windows(
      y, x, holes, [&](DayNumber day) { return earliest(c, day); },
      [&](DayNumber day) { return latest(c, day); });
  return lost;
}

Var Network::add_day(DayNumber lo, DayNumber hi) {
  domains_.emplace_back(lo, hi);
  calendars_.emplace_back();
  head_.push_back(kNone);
  return static_cast<Var>(domains_.size() - 1);
}

void Network::hang(Var x, std::uint32_t node) {
  links_.push_back({node, head_[x]});
  head_[x] = static_cast<std::uint32_t>(links_.size() - 1);
}

void Network::enqueue(std::uint32_t node) {
  if (nodes_[node].is_queued) return;
  nodes_[node].is_queued = true;
  queue_.push_back(node);
}

void Network::enqueue_nodes_of(Var x, std::uint32_t except) {
  for (std::uint32_t link = head_[x]; link != kNone; link = links_[link].next)
    if (links_[link].node != except) enqueue(links_[link].node);
}

// Tells what wide domains do not show: that nothing is left in them.
bool Network::narrow(Calendar& calendar, const Constraint& c) {
  const std::uint32_t bit = c.lo >= 0 && c.lo < 32 ? std::uint32_t{1} << c.lo : 0;
  if (c.kind == ConstraintKind::kWeekday) calendar.weekdays &= bit;
  if (c.kind == ConstraintKind::kMonth) calendar.months &= bit;
  if (c.kind == ConstraintKind::kDayOfMonth) calendar.days &= bit;
  constexpr std::uint32_t kMonthsWith30 = 0b1'1111'1111'1010;
  constexpr std::uint32_t kMonthsWith31 = 0b1'0101'1010'1010;
  const bool has_date =
      (calendar.months != 0 && (calendar.days & 0x3FFFFFFF) != 0) ||
      ((calendar.months & kMonthsWith30) != 0 && (calendar.days & 0x40000000) != 0) ||
      ((calendar.months & kMonthsWith31) != 0 && (calendar.days & 0x80000000) != 0);
  return calendar.weekdays != 0 && has_date;
}

// Days that are given have to be looked at only once.
void Network::add(const Constraint& constraint) {
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({.constraint = constraint});
  enqueue(node);
  if (!is_of_two_days(constraint))
    is_in_calendar_ = narrow(calendars_[constraint.x], constraint) && is_in_calendar_;
  if (domains_[constraint.x].is_single() || domains_[constraint.y].is_single()) return;
  hang(constraint.x, node);
  if (constraint.y != constraint.x) hang(constraint.y, node);
}

void Network::add_either(std::vector<std::vector<Constraint>> alternatives) {
  Either either{.days = {}, .alternatives = std::move(alternatives)};
  for (const auto& alternative : either.alternatives)
    for (const Constraint& c : alternative) either.days.insert(either.days.end(), {c.x, c.y});
  std::sort(either.days.begin(), either.days.end());
  either.days.erase(std::unique(either.days.begin(), either.days.end()), either.days.end());
  const auto place_of = [&](Var x) {
    return static_cast<Var>(std::ranges::lower_bound(either.days, x) - either.days.begin());
  };
  for (auto& alternative : either.alternatives) {
    for (Constraint& c : alternative) {
      c.x = place_of(c.x);
      c.y = place_of(c.y);
    }
  }
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({.constraint = {}, .either = static_cast<std::uint32_t>(eithers_.size())});
  for (const Var x : either.days) hang(x, node);
  eithers_.push_back(std::move(either));
  enqueue(node);
}

void Network::clear() {
  domains_.clear();
  calendars_.clear();
  is_in_calendar_ = true;
  head_.clear();
  links_.clear();
  nodes_.clear();
  eithers_.clear();
  queue_.clear();
  queue_head_ = 0;
  n_visits_ = 0;
}

bool Network::is_choice(End end) const {
  const auto is_met = [&](const Constraint& c, const auto& day_of) {
    return holds(c, day_of(c.x), day_of(c.y));
  };
  return std::ranges::all_of(nodes_, [&](const Node& node) {
    if (node.either == kNone)
      return is_met(node.constraint, [&](Var x) { return domains_[x].end(end); });
    const Either& either = eithers_[node.either];
    return std::ranges::any_of(either.alternatives, [&](const auto& alternative) {
      return std::ranges::all_of(alternative, [&](const Constraint& c) {
        return is_met(c, [&](Var i) { return domains_[either.days[i]].end(end); });
      });
    });
  });
}

void Network::restrict_to(Var x, DayNumber lo, DayNumber hi) {
  if (domains_[x].clip(lo, hi)) enqueue_nodes_of(x);
}

bool Network::propagate() {
  std::uint64_t left = kMostVisits * (nodes_.size() + 16);
  bool is_possible = is_in_calendar_;
  while (queue_head_ < queue_.size() && is_possible) {
    const std::uint32_t node = queue_[queue_head_++];
    nodes_[node].is_queued = false;
    is_possible = left-- > 0 && visit(node);
    n_visits_ += nodes_[node].either == kNone ? 1 : kVisitsOfEither;
  }
  for (std::size_t i = queue_head_; i < queue_.size(); ++i) nodes_[queue_[i]].is_queued = false;
  queue_.clear();
  queue_head_ = 0;
  return is_possible;
}

// A constraint that has been applied has nothing more to say until another one changes its days.
bool Network::visit(std::uint32_t node) {
  if (nodes_[node].either != kNone) return visit_either(eithers_[nodes_[node].either]);
  const Constraint c = nodes_[node].constraint;
  DayDomain& x = domains_[c.x];
  if (!is_of_two_days(c)) {
    if (apply(c, x, x).x) enqueue_nodes_of(c.x, node);
    return !x.is_empty();
  }
  DayDomain& y = domains_[c.y];
  const Lost lost = apply(c, x, y);
  if (x.is_empty() || y.is_empty()) return false;
  if (lost.x) enqueue_nodes_of(c.x, node);
  if (lost.y) enqueue_nodes_of(c.y, node);
  return true;
}

// What at least one of the alternatives leaves, each by itself.
bool Network::visit_either(const Either& either) {
  std::vector<DayDomain> before;
  for (const Var x : either.days) before.push_back(domains_[x]);
  std::vector<DayDomain> left;
  bool any_is_possible = false;
  for (const std::vector<Constraint>& alternative : either.alternatives) {
    std::vector<DayDomain> now = before;
    bool is_possible = std::ranges::none_of(now, &DayDomain::is_empty);
    bool changed = true;
    constexpr int kMostRounds = 16;  // in vain: the days just stay wider
    for (int round = 0; changed && is_possible && round < kMostRounds; ++round) {
      changed = false;
      for (const Constraint& c : alternative) {
        const Lost lost = apply(c, now[c.x], now[c.y]);
        changed = changed || lost.x || lost.y;
        is_possible = is_possible && !now[c.x].is_empty() && !now[c.y].is_empty();
        if (!is_possible) break;
      }
    }
    if (!is_possible) continue;
    if (any_is_possible) {
      for (std::size_t i = 0; i < left.size(); ++i) left[i].unite(now[i]);
    } else {
      left = std::move(now);
    }
    any_is_possible = true;
  }
  if (!any_is_possible) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == before[i]) continue;
    domains_[either.days[i]] = left[i];
    enqueue_nodes_of(either.days[i]);
  }
  return true;
}

}  // namespace fabula::solver
