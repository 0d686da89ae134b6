#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "base/calendar.hpp"
#include "model/when.hpp"
#include "solver/explain.hpp"
#include "solver/solve.hpp"
#include "solver/windows.hpp"

namespace fabula::solver {
namespace {

DayNumber d(std::string_view text) {
  return static_cast<DayNumber>(parse_iso_day(text)->time_since_epoch().count());
}
std::string text(DayNumber n) {
  if (n == kFirstDay || n == kLastDay) return "..";
  return iso(Day{std::chrono::days{n}});
}
std::string text(const DayDomain& domain) { return text(domain.lo()) + "/" + text(domain.hi()); }

TEST(Windows, AgesFollowTheCalendar) {
  const Constraint c = age(0, 1, 35);
  EXPECT_EQ(text(earliest(c, d("2015-06-10"))), "1979-06-11");
  EXPECT_EQ(text(latest(c, d("2015-06-10"))), "1980-06-10");
  EXPECT_EQ(text(first(c, d("1980-02-29"))), "2015-02-28");
}

// Each window against its definition, day by day.
TEST(Windows, TheWayBackFitsTheWayThere) {
  std::mt19937 random(7);
  const auto number = [&](int lo, int hi) {
    return lo + static_cast<int>(random() % static_cast<unsigned>(hi - lo + 1));
  };
  for (int round = 0; round < 400; ++round) {
    Constraint c;
    const int kind = number(0, 2);
    if (kind == 0) c = days_between(0, 1, number(-9, 0), number(0, 9));
    if (kind == 1) {
      c = age_in_months(0, 1, number(-40, 40));
      c.m_hi = static_cast<std::int16_t>(c.m_lo + number(0, 3));
      c.hi = c.m_hi == c.m_lo ? number(0, 2) : -1;
    }
    if (kind == 2) {
      const int lo = number(-5, 3);
      c = periods_after(0, 1, static_cast<Period>(number(0, 3)), lo, lo + number(0, 2));
    }
    const DayNumber y = d("2024-01-01") + number(0, 800);
    const DayNumber from = earliest(c, y);
    const DayNumber to = latest(c, y);
    for (DayNumber x = from - 40; x <= to + 40; ++x)
      EXPECT_EQ(holds(c, x, y), x >= from && x <= to) << kind << ' ' << x - from << ' ' << x - to;
    EXPECT_LE(first(c, y), first(c, y + 1));
    EXPECT_LE(last(c, y), last(c, y + 1));
  }
}

// Lena Voss, 35 on 10 June 2015; how old she is in other articles.
struct Pile {
  Problem problem;
  Var born = problem.add_day();

  Var add_article(std::string_view published, int years) {
    const Var day =
        published.empty() ? problem.add_day() : problem.add_day(d(published), d(published));
    problem.add({.weight = 90, .all = {age(born, day, years)}, .either = {}});
    return day;
  }
};

TEST(Solve, DatesAnArticleByTwoAges) {
  Pile pile;
  pile.add_article("2015-06-10", 35);
  const Var b = pile.add_article("", 38);
  Solution solved = solve(pile.problem);
  EXPECT_EQ(text(solved.days[b]), "2017-06-11/2019-06-09");
  pile.add_article("2015-11-02", 36);
  solved = solve(pile.problem);
  EXPECT_EQ(text(solved.days[pile.born]), "1979-06-11/1979-11-02");
  EXPECT_EQ(text(solved.days[b]), "2017-06-11/2018-11-01");
  EXPECT_TRUE(solved.left_aside.empty());
}

TEST(Solve, LeavesBothSidesOfAConflictAside) {
  Pile pile;
  pile.add_article("2015-06-10", 35);
  const Var b = pile.add_article("", 38);
  pile.add_article("2018-05-01", 40);
  Solution solved = solve(pile.problem);
  EXPECT_EQ(text(solved.days[b]), "../..");
  EXPECT_EQ(solved.left_aside, (std::vector<std::uint32_t>{0, 2}));
  ASSERT_EQ(solved.conflicts.size(), 1u);
  EXPECT_EQ(solved.conflicts[0].pieces, (std::vector<std::uint32_t>{0, 2}));
  pile.add_article("2015-11-02", 36);
  solved = solve(pile.problem);
  EXPECT_EQ(solved.left_aside, (std::vector<std::uint32_t>{2}));
  EXPECT_EQ(text(solved.days[b]), "2017-06-11/2018-11-01");
}

TEST(Solve, FindsTheYearByTheWeekday) {
  Problem p;
  const Var sank = p.add_day();
  const Var told = p.add_day(d("2010-01-01"), d("2020-12-31"));
  p.add({.all = {days_between(sank, told, 1, 1), on_weekday(sank, 1), in_month(sank, 3),
                 on_day_of_month(sank, 3)},
         .either = {}});
  const Solution solved = solve(p);
  EXPECT_EQ(text(solved.days[sank]), "2014-03-03/2014-03-03");
  EXPECT_EQ(text(solved.days[told]), "2014-03-04/2014-03-04");
}

TEST(Solve, KeepsTheSecondBirthdayOnASaturday) {
  Problem p;
  const Var born = p.add_day();
  const Var party = p.add_day();
  const Var article = p.add_day(d("2024-05-15"), d("2024-05-15"));
  p.add({.all = {age_in_months(born, article, 18)}, .either = {}});
  p.add({.all = {months_after(born, party, 24), on_weekday(party, 6)}, .either = {}});
  const Solution solved = solve(p);
  std::string days;
  for (const auto& [from, to] : solved.days[born].runs()) days += text(from) + " ";
  EXPECT_EQ(days, "2022-10-19 2022-10-26 2022-11-02 2022-11-09 ");
}

TEST(Solve, EitherReadingCounts) {
  Problem p;
  const Var day = p.add_day();
  p.add({.all = {},
         .either = {{within(day, d("2024-03-04"), d("2024-03-04"))},
                    {within(day, d("2023-09-28"), d("2023-09-28"))}}});
  EXPECT_EQ(text(solve(p).days[day]), "2023-09-28/2024-03-04");
  p.add({.all = {within(day, d("2024-03-01"), d("2024-03-31"))}, .either = {}});
  EXPECT_EQ(text(solve(p).days[day]), "2024-03-04/2024-03-04");
}

TEST(Solve, ARingOfContradictionsEnds) {
  Problem p;
  const Var a = p.add_day(d("2020-01-01"));
  const Var b = p.add_day();
  const Var c = p.add_day();
  p.add({.all = {days_between(a, b, 1, 9)}, .either = {}});
  p.add({.all = {days_between(b, c, 1, 9)}, .either = {}});
  p.add({.all = {days_between(c, a, 1, 9)}, .either = {}});
  const Solution solved = solve(p);
  EXPECT_EQ(solved.left_aside.size(), 3u);
  EXPECT_EQ(text(solved.days[b]), "../..");
}

TEST(Explain, TakesNoMoreThanIsNeeded) {
  Pile pile;
  pile.add_article("2015-06-10", 35);
  const Var b = pile.add_article("", 38);
  pile.add_article("2015-11-02", 36);
  pile.add_article("2016-01-15", 36);
  const Solution solved = solve(pile.problem);
  const Explainer explainer(pile.problem, solved);
  const Explanation lower = explainer.explain(b, End::kEarliest, 6);
  EXPECT_EQ(lower.pieces, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(text(lower.bound), "2017-06-11");
  const Explanation upper = explainer.explain(b, End::kLatest, 6);
  EXPECT_EQ(upper.pieces, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(text(explainer.replay(b, upper.pieces).hi()), text(upper.bound));
}

// -- against trying every choice of days ----------------------------------------------------------

bool is_met(const Problem& p, const Problem::Piece& piece, const std::vector<DayNumber>& days) {
  const auto all_hold = [&](std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i) {
      const Constraint& c = p.constraints()[i];
      if (!holds(c, days[c.x], days[c.y])) return false;
    }
    return true;
  };
  if (!all_hold(piece.begin, piece.end)) return false;
  bool any = piece.first_alternative == piece.end_alternative;
  for (std::uint32_t a = piece.first_alternative; a < piece.end_alternative; ++a)
    any = any || all_hold(p.alternatives()[a].begin, p.alternatives()[a].end);
  return any;
}

// For every choice of days, which pieces it meets, as bits.
struct EveryChoice {
  std::vector<std::vector<DayNumber>> days;
  std::vector<std::uint32_t> met;

  explicit EveryChoice(const Problem& p) {
    std::vector<DayNumber> now;
    for (const auto given : p.given()) now.push_back(given.lo);
    while (true) {
      std::uint32_t bits = 0;
      for (std::size_t i = 0; i < p.n_evidence(); ++i)
        if (is_met(p, p.pieces()[i], now)) bits |= 1u << i;
      days.push_back(now);
      met.push_back(bits);
      std::size_t at = 0;
      while (at < now.size() && now[at] == p.given()[at].hi) {
        now[at] = p.given()[at].lo;
        ++at;
      }
      if (at == now.size()) return;
      ++now[at];
    }
  }
  [[nodiscard]] bool is_possible(std::uint32_t pieces) const {
    return std::ranges::any_of(met, [&](auto bits) { return (bits & pieces) == pieces; });
  }
};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  int number(int lo, int hi) {
    return lo + static_cast<int>(engine_() % static_cast<unsigned>(hi - lo + 1));
  }
  Constraint constraint(Var n_days) {
    const Var x = static_cast<Var>(number(0, static_cast<int>(n_days) - 1));
    const Var y = (x + static_cast<Var>(number(1, static_cast<int>(n_days) - 1))) % n_days;
    const int lo = number(-8, 8);
    switch (number(0, 6)) {
      case 0:
        return on_weekday(x, number(1, 7));
      case 1:
        return within(x, d("2024-01-25") + number(0, 12), d("2024-02-25") + number(-12, 12));
      case 2:
        return periods_after(x, y, static_cast<Period>(number(0, 3)), -1, number(-1, 1));
      case 3: {
        Constraint c = age_in_months(x, y, number(-1, 1));
        if (number(0, 1) == 0) c.m_hi = c.m_lo, c.hi = number(0, 2);
        return c;
      }
      case 4:
        return in_month(x, number(1, 3));
      default:
        return days_between(x, y, lo, lo + number(0, 6));
    }
  }
  Problem problem() {
    Problem p;
    const Var n_days = static_cast<Var>(number(2, 3));
    for (Var x = 0; x < n_days; ++x) {
      const DayNumber from = d("2024-01-25") + number(0, 40);
      p.add_day(from, from + number(0, 12));
    }
    const int n_pieces = number(1, 6);
    for (int i = 0; i < n_pieces; ++i) {
      Evidence evidence{
          .weight = static_cast<std::uint32_t>(number(1, 3)), .all = {}, .either = {}};
      for (int k = number(0, 1); k >= 0; --k) evidence.all.push_back(constraint(n_days));
      if (number(0, 3) == 0)
        evidence.either = {{constraint(n_days)}, {constraint(n_days), constraint(n_days)}};
      p.add(evidence);
    }
    return p;
  }

 private:
  std::mt19937 engine_;
};

// What all repairs of least weight have in common stays.
std::uint32_t kept_by_all_repairs(const Problem& p, const EveryChoice& every) {
  const std::uint32_t all = (1u << p.n_evidence()) - 1;
  std::uint64_t best = 0;
  std::uint32_t kept = all;
  for (std::uint32_t pieces = 0; pieces <= all; ++pieces) {
    if (!every.is_possible(pieces)) continue;
    std::uint64_t weight = 0;
    for (std::size_t i = 0; i < p.n_evidence(); ++i)
      if (pieces >> i & 1) weight += p.pieces()[i].weight;
    if (weight > best) kept = all;
    if (weight >= best) kept &= pieces;
    best = std::max(best, weight);
  }
  return kept;
}

TEST(Solve, AgreesWithTryingEveryChoice) {
  int n_contradicting = 0;
  for (unsigned seed = 0; seed < 10000; ++seed) {
    const Problem p = Random(seed).problem();
    const EveryChoice every(p);
    const Solution solved = solve(p);
    const std::uint32_t kept = kept_by_all_repairs(p, every);
    std::vector<std::uint32_t> left_aside;
    for (std::uint32_t i = 0; i < p.n_evidence(); ++i)
      if (!(kept >> i & 1)) left_aside.push_back(i);
    n_contradicting += !left_aside.empty();
    ASSERT_EQ(solved.left_aside, left_aside) << seed;
    for (Var x = 0; x < p.n_days(); ++x) {
      std::set<DayNumber> possible;
      for (std::size_t i = 0; i < every.days.size(); ++i)
        if ((every.met[i] & kept) == kept) possible.insert(every.days[i][x]);
      ASSERT_EQ(text(solved.days[x]), text(*possible.begin()) + "/" + text(*possible.rbegin()))
          << seed << ' ' << x;
    }
    for (const Conflict& conflict : solved.conflicts) {
      std::uint32_t bits = 0;
      for (const auto piece : conflict.pieces) bits |= 1u << piece;
      ASSERT_FALSE(every.is_possible(bits)) << seed;
      for (const auto piece : conflict.pieces)
        ASSERT_TRUE(every.is_possible(bits & ~(1u << piece))) << seed;
    }
  }
  EXPECT_GT(n_contradicting, 1000);
}

TEST(Solve, TellsTwoWeekdaysOfOneDayApart) {
  Problem p;
  const Var day = p.add_day();
  p.add({.all = {on_weekday(day, 2)}, .either = {}});
  p.add({.all = {on_weekday(day, 4)}, .either = {}});
  p.add({.all = {in_month(day, 2), on_day_of_month(day, 30)}, .either = {}});
  EXPECT_EQ(solve(p).left_aside, (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(Solve, ALargeRingOfContradictionsEnds) {
  Problem p;
  constexpr Var kSize = 3000;
  for (Var x = 0; x < kSize; ++x)
    static_cast<void>(x == 0 ? p.add_day(d("2020-01-01"), d("2020-12-31")) : p.add_day());
  for (Var x = 0; x < kSize; ++x)
    p.add({.all = {days_between(x, (x + 1) % kSize, 1, 9)}, .either = {}});
  EXPECT_EQ(solve(p).left_aside.size(), kSize);
}

// However many others hang together with it: the days would come to rest at the calendar's end.
TEST(Solve, AContradictionBehindWhichNothingIsKnownIsOne) {
  Problem p;
  const Var a = p.add_day(d("2020-01-01"), d("2020-03-31"));
  const Var b = p.add_day();
  const Var c = p.add_day();
  for (int i = 0; i < 500; ++i)
    p.add({.weight = 200, .all = {days_between(a, p.add_day(), -400, 400)}, .either = {}});
  p.add({.all = {not_after(a, b)}, .either = {}});
  p.add({.all = {not_after(b, c)}, .either = {}});
  p.add({.all = {days_between(c, b, 180, 190)}, .either = {}});
  EXPECT_EQ(solve(p).left_aside, (std::vector<std::uint32_t>{500, 501, 502}));
}

// No day a month after another is the 31st of March.
TEST(Solve, TheOrderOfEvidenceChangesNothing) {
  for (const bool is_first : {false, true}) {
    Problem p;
    const Var x = p.add_day();
    const Var y = p.add_day();
    if (is_first) p.add({.all = {within(y, kFirstDay, d("2023-03-31"))}, .either = {}});
    p.add({.all = {months_after(x, y, 1)}, .either = {}});
    if (!is_first) p.add({.all = {within(y, kFirstDay, d("2023-03-31"))}, .either = {}});
    for (int i = 0; i < 40; ++i) p.add({.all = {days_between(x, p.add_day(), 0, 3)}, .either = {}});
    EXPECT_EQ(text(solve(p).days[y].hi()), "2023-03-28");
  }
}

// Of given days, each piece is right or wrong by itself.
TEST(Solve, PiecesOfGivenDaysDoNotHangTogether) {
  Problem p;
  const Var day = p.add_day(d("2020-01-01"), d("2020-01-01"));
  const Var later = p.add_day(d("2020-01-05"), d("2020-01-05"));
  for (int i = 0; i < 40; ++i)
    p.add({.all = {days_between(day, later, 3 + i % 2, 3 + i % 2)}, .either = {}});
  EXPECT_EQ(solve(p).left_aside.size(), 20u);
}

TEST(Windows, LeapToDaysThatFit) {
  for (const Constraint& c :
       {on_weekday(0, 1), on_weekday(0, 7), in_month(0, 2), in_month(0, 12), on_day_of_month(0, 1),
        on_day_of_month(0, 29), on_day_of_month(0, 31)}) {
    for (DayNumber x = d("2023-12-01"); x < d("2025-02-01"); ++x) {
      DayNumber next = x;
      while (!holds(c, next)) ++next;
      DayNumber previous = x;
      while (!holds(c, previous)) --previous;
      ASSERT_EQ(text(next_fitting(c, x)), text(next)) << text(x);
      ASSERT_EQ(text(previous_fitting(c, x)), text(previous)) << text(x);
    }
  }
}

TEST(Explain, ReplaysItsBoundAndNeedsEveryPiece) {
  for (unsigned seed = 0; seed < 600; ++seed) {
    const Problem p = Random(seed).problem();
    const Solution solved = solve(p);
    const Explainer explainer(p, solved);
    for (Var x = 0; x < p.n_days(); ++x) {
      for (const End end : {End::kEarliest, End::kLatest}) {
        const Explanation why = explainer.explain(x, end, 6);
        const auto end_of = [&](const DayDomain& domain) {
          return end == End::kEarliest ? domain.lo() : domain.hi();
        };
        ASSERT_EQ(text(why.bound), text(end_of(solved.days[x]))) << seed;
        if (why.pieces.empty()) continue;
        ASSERT_EQ(text(end_of(explainer.replay(x, why.pieces))), text(why.bound)) << seed;
        for (const auto piece : why.pieces) {
          std::vector<std::uint32_t> fewer;
          for (const auto other : why.pieces)
            if (other != piece) fewer.push_back(other);
          ASSERT_NE(text(end_of(explainer.replay(x, fewer))), text(why.bound)) << seed;
        }
      }
    }
  }
}

}  // namespace
}  // namespace fabula::solver
