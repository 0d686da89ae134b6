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
  // Who is pushed to an end of the calendar would be pushed on: no day is left. Else days that push
  // each other on for ever would come to rest there.
  const DayNumber begin = begin_of(source.lo());
  const DayNumber end = end_of(source.hi());
  const bool changed =
      target.clip(begin < kLastDay ? begin : kLastDay + 1, end > kFirstDay ? end : kFirstDay - 1);
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

Either::Either(std::vector<std::vector<Constraint>> lists) : alternatives(std::move(lists)) {
  for (const auto& alternative : alternatives)
    for (const Constraint& c : alternative) days.insert(days.end(), {c.x, c.y});
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const auto place_of = [&](Var x) {
    return static_cast<Var>(std::ranges::lower_bound(days, x) - days.begin());
  };
  for (auto& alternative : alternatives) {
    for (Constraint& c : alternative) {
      c.x = place_of(c.x);
      c.y = place_of(c.y);
    }
  }
}

bool apply_either(const Either& either, std::vector<DayDomain>& domains) {
  std::vector<DayDomain> left;
  bool any_is_possible = false;
  for (const std::vector<Constraint>& alternative : either.alternatives) {
    std::vector<DayDomain> now = domains;
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
  if (any_is_possible) domains = std::move(left);
  return any_is_possible;
}

bool CalendarDays::narrow(const Constraint& c) {
  const std::uint32_t bit = c.lo >= 0 && c.lo < 32 ? std::uint32_t{1} << c.lo : 0;
  if (c.kind == ConstraintKind::kWeekday) weekdays_ &= bit;
  if (c.kind == ConstraintKind::kMonth) months_ &= bit;
  if (c.kind == ConstraintKind::kDayOfMonth) days_ &= bit;
  constexpr std::uint32_t kMonthsWith30 = 0b1'1111'1111'1010;
  constexpr std::uint32_t kMonthsWith31 = 0b1'0101'1010'1010;
  const bool has_date = (months_ != 0 && (days_ & 0x3FFFFFFF) != 0) ||
                        ((months_ & kMonthsWith30) != 0 && (days_ & 0x40000000) != 0) ||
                        ((months_ & kMonthsWith31) != 0 && (days_ & 0x80000000) != 0);
  return weekdays_ != 0 && has_date;
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

// Days that are given have to be looked at only once.
void Network::add(const Constraint& constraint) {
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({.constraint = constraint});
  enqueue(node);
  if (!is_of_two_days(constraint))
    is_in_calendar_ = calendars_[constraint.x].narrow(constraint) && is_in_calendar_;
  if (domains_[constraint.x].is_single() || domains_[constraint.y].is_single()) return;
  hang(constraint.x, node);
  if (constraint.y != constraint.x) hang(constraint.y, node);
}

void Network::add_either(std::vector<std::vector<Constraint>> alternatives) {
  const auto node = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({.constraint = {}, .either = static_cast<std::uint32_t>(eithers_.size())});
  const Either& either = eithers_.emplace_back(std::move(alternatives));
  for (const Var x : either.days) hang(x, node);
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
  gave_up_ = false;
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
    gave_up_ = gave_up_ || left == 0;
    is_possible = left-- > 0 && visit(node);
    n_visits_ += nodes_[node].either == kNone ? 1 : kVisitsOfEither;
  }
  for (std::size_t i = queue_head_; i < queue_.size(); ++i) nodes_[queue_[i]].is_queued = false;
  queue_.clear();
  queue_head_ = 0;
  return is_possible;
}

// A constraint that has been applied has nothing more to say until another one changes its days:
// but where days fit no day of the other one, the first one applied knew less of it than there is
// now.
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
  const std::uint32_t except = makes_holes(c) || c.x == c.y ? kNone : node;
  if (lost.x) enqueue_nodes_of(c.x, except);
  if (lost.y) enqueue_nodes_of(c.y, except);
  return true;
}

bool Network::visit_either(const Either& either) {
  std::vector<DayDomain> left;
  for (const Var x : either.days) left.push_back(domains_[x]);
  if (!apply_either(either, left)) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    DayDomain& now = domains_[either.days[i]];
    if (left[i] == now) continue;
    now = std::move(left[i]);
    enqueue_nodes_of(either.days[i]);
  }
  return true;
}

}  // namespace fabula::solver
