// Days on which something happened, as unknown days of the solver.
//
//   a   2017-08-14   The chimney collapsed on Saturday.            fall = 2017-08-12
//   b   -            Three weeks after the chimney collapsed, the  resign = fall + 21 days or so,
//                    manager resigned on Thursday.                 a Thursday up to b's own day
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dating/event_groups.hpp"
#include "dating/makers.hpp"

namespace fabula::dating {

class Events {
 public:
  // Both must outlive it.
  Events(const Sources& sources, Evidence& evidence);

  // The day of a happening, made when it is first asked for, with all that its tellings say of it
  // ("date.event", "date.event-past").
  Var day_of(std::uint32_t article, std::int32_t happening);

  // The day that a time of an article means ("date.time"); kNoDay: its words do not tell it by
  // days. Made when it is first asked for.
  Var day_of_time(std::uint32_t article, std::int32_t time);
  static constexpr Var kNoDay = UINT32_MAX;

  // All happenings with a time, and those without one that an undated article tells of and another
  // article, too; lengths of time between happenings ("date.offset", "date.event-future"); what had
  // happened before
  // ("date.before"); the times of undated articles, and which of them are one day
  // ("date.same-day").
  void add_all();

 private:
  [[nodiscard]] TimeRelation relation_of(std::uint32_t article, std::size_t time,
                                         bool is_sure) const;
  [[nodiscard]] bool tells_its_day(std::uint32_t article, std::size_t time) const;
  void add_tellings(Var day, std::uint32_t article, std::uint32_t happening);
  void add_offsets(std::uint32_t article);
  void add_orders(std::uint32_t article);
  void add_times(std::uint32_t article);
  void add_same_day(std::uint32_t article, std::size_t time);

  const Sources& sources_;
  Evidence& evidence_;
  EventGroups groups_;
  std::vector<Var> day_of_group_;
  std::map<RecordRef, Var> day_of_single_;  // of happenings in no group
  std::map<RecordRef, Var> day_of_time_;
};

}  // namespace fabula::dating
