// A solution that grows against solving everything anew, on invented days: a true day is drawn for
// each, and most of what is said is true.
#include "solver/growing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "solver/components.hpp"
#include "solver/windows.hpp"

namespace fabula::solver {
namespace {

class Pile {
 public:
  Pile(unsigned seed, int wrong) : engine_(seed), wrong_(wrong) {}

  [[nodiscard]] const Problem& problem() const { return problem_; }

  int number(int lo, int hi) {
    return lo + static_cast<int>(engine_() % static_cast<unsigned>(hi - lo + 1));
  }

  void add_day() {
    const DayNumber day = 19000 + number(0, 600);
    true_days_.push_back(day);
    switch (number(0, 5)) {
      case 0:
        problem_.add_day(day, day);
        return;
      case 1:
        problem_.add_day(day - number(0, 40), day + number(0, 40));
        return;
      case 2:
        problem_.add_day(day - number(0, 5000), day + number(0, 3000));
        return;
      default:
        problem_.add_day();
    }
  }

  // Of a day, and of others whose numbers are at most `reach` away.
  void add_piece(Var x, int reach) {
    Evidence evidence{.weight = static_cast<std::uint32_t>(number(1, 3)), .all = {}, .either = {}};
    for (int i = number(0, 2); i > 0 || evidence.all.empty(); --i)
      evidence.all.push_back(constraint(x, near(x, reach), wrong_));
    if (number(0, 7) == 0) {
      evidence.either = {{constraint(x, near(x, reach), wrong_)},
                         {constraint(x, near(x, reach), 500), constraint(x, near(x, reach), 0)}};
    }
    problem_.add(evidence);
  }

 private:
  Var near(Var x, int reach) {
    const auto last = static_cast<int>(problem_.n_days()) - 1;
    const auto at = static_cast<int>(x);
    return static_cast<Var>(number(std::max(at - reach, 0), std::min(at + reach, last)));
  }

  // The first of some that holds of the two true days; else how far they lie apart.
  template <class Make>
  Constraint fitting(DayNumber a, DayNumber b, const Make& make) {
    for (int n = -48; n <= 48; ++n)
      if (holds(make(n), a, b)) return make(n);
    return days_between(make(0).x, make(0).y, b - a, b - a);
  }

  Constraint constraint(Var x, Var y, int wrong) {
    const int error = number(0, 999) < wrong ? number(-40, 40) : 0;
    const DayNumber a = true_days_[x] + error;
    const DayNumber b = true_days_[y];
    switch (number(0, 9)) {
      case 0:
        return fitting(a, a, [&](int n) { return on_weekday(x, n); });
      case 1:
        return fitting(a, a, [&](int n) { return in_month(x, n); });
      case 2:
        return within(x, a - number(0, 30), a + number(0, 30));
      case 3: {
        const auto period = static_cast<Period>(number(0, 3));
        return fitting(a, b, [&](int n) { return periods_after(x, y, period, n, n + 1); });
      }
      case 4:
        return fitting(a, b, [&](int n) { return age_in_months(x, y, n); });
      case 5: {
        const int slack = number(0, 20);
        return fitting(a, b, [&](int n) { return months_after(x, y, n, slack); });
      }
      case 6:
        return a <= b ? not_after(x, y) : not_after(y, x);
      default:
        return days_between(x, y, b - a - number(0, 9), b - a + number(0, 9));
    }
  }

  std::mt19937 engine_;
  int wrong_;  // of a thousand
  Problem problem_;
  std::vector<DayNumber> true_days_;
};

void expect_same(const Solution& growing, const Solution& all, unsigned seed) {
  ASSERT_EQ(growing.left_aside, all.left_aside) << seed;
  ASSERT_EQ(growing.unsure, all.unsure) << seed;
  ASSERT_EQ(growing.conflicts.size(), all.conflicts.size()) << seed;
  for (std::size_t i = 0; i < all.conflicts.size(); ++i)
    ASSERT_EQ(growing.conflicts[i].pieces, all.conflicts[i].pieces) << seed;
  ASSERT_EQ(growing.days.size(), all.days.size());
  for (Var x = 0; x < all.days.size(); ++x)
    ASSERT_EQ(growing.days[x].runs(), all.days[x].runs()) << seed << ' ' << x;
}

std::size_t n_propagated_pieces(const Problem& p) {
  const Components components(p);
  std::size_t n = 0;
  for (std::size_t i = 0; i < components.size(); ++i)
    if (days_of(p, components[i]).size() > kMostSearched) n += components[i].size();
  return n;
}

TEST(Growing, IsWhatSolvingAllOfItIs) {
  int n_narrowed = 0;         // of components that are propagated only
  int n_narrowed_beside = 0;  // where something was left aside
  int n_anew = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    Pile pile(seed, static_cast<int>(seed % 4) * 6);
    const int n_days = pile.number(10, 70);
    const int reach = pile.number(2, 8);
    for (int i = 0; i < n_days; ++i) pile.add_day();
    for (int i = pile.number(0, 2 * n_days); i > 0; --i)
      pile.add_piece(static_cast<Var>(pile.number(0, n_days - 1)), reach);
    const Problem& p = pile.problem();
    GrowingSolution growing(p);
    for (int round = 0; round < 8; ++round) {
      const std::size_t n_before = n_propagated_pieces(p);
      for (int i = pile.number(0, 2); i > 0; --i) pile.add_day();
      const int last = static_cast<int>(p.n_days()) - 1;
      for (int i = pile.number(0, 3); i > 0; --i) {
        const int day = pile.number(0, 1) == 0 ? last : pile.number(0, last);
        pile.add_piece(static_cast<Var>(day), pile.number(0, 6) == 0 ? 80 : reach);
      }
      const std::size_t n_solved_anew = growing.update();
      expect_same(growing.solution(), solve(p), seed);
      if (HasFatalFailure()) return;
      if (n_propagated_pieces(p) == n_before) continue;
      const bool is_narrowed = n_solved_anew <= kMostSearched;
      n_narrowed += is_narrowed;
      n_narrowed_beside += is_narrowed && !growing.solution().left_aside.empty();
      n_anew += !is_narrowed;
    }
  }
  EXPECT_GT(n_narrowed, 100);
  EXPECT_GT(n_narrowed_beside, 20);
  EXPECT_GT(n_anew, 4);
}

// A hundred days of one event, then more of what is told of it: nothing is solved anew.
TEST(Growing, NarrowsALargeComponent) {
  Problem p;
  const Var event = p.add_day(19000, 19400);
  for (int i = 0; i < 100; ++i)
    p.add({.all = {days_between(event, p.add_day(), 0, 30)}, .either = {}});
  GrowingSolution growing(p);
  const Var article = p.add_day(19500, 19500);
  p.add({.all = {days_between(event, article, 110, 120)}, .either = {}});
  EXPECT_EQ(growing.update(), 0u);
  EXPECT_EQ(growing.solution().days[event].lo(), 19380);
  EXPECT_EQ(growing.solution().days[event + 1].lo(), 19380);
  p.add({.all = {days_between(event, article, 300, 310)}, .either = {}});
  EXPECT_EQ(growing.update(), 102u);
  EXPECT_EQ(growing.solution().left_aside, (std::vector<std::uint32_t>{100, 101}));
  p.add({.all = {days_between(event, p.add_day(), 5, 6)}, .either = {}});
  EXPECT_EQ(growing.update(), 0u);
  // Tells which of the two is right.
  p.add({.all = {days_between(event, article, 90, 115)}, .either = {}});
  EXPECT_EQ(growing.update(), 104u);
  EXPECT_EQ(growing.solution().left_aside, (std::vector<std::uint32_t>{101}));
}

// The ends of small components are searched for; in a larger one they are not, and count no more.
TEST(Growing, ForgetsWhatWasSearchedWhenJoined) {
  Problem p;
  const Var event = p.add_day(19000, 19400);
  for (int i = 0; i < 50; ++i)
    p.add({.all = {days_between(event, p.add_day(), 0, 30)}, .either = {}});
  const Var a = p.add_day(19000, 19001);
  const Var b = p.add_day(19000, 19001);
  const Var c = p.add_day(18990, 19010);
  for (const auto& [x, y] : {std::pair{a, b}, std::pair{b, a}}) {
    p.add({.all = {},
           .either = {{within(x, 19000, 19000), days_between(x, y, 1, 1)},
                      {within(x, 19001, 19001), days_between(x, y, -1, -1)}}});
    p.add({.all = {days_between(x, c, 0, 0)}, .either = {}});
  }
  GrowingSolution growing(p);
  EXPECT_EQ(growing.solution().left_aside.size(), solve(p).left_aside.size());
  p.add({.all = {days_between(event, c, -999, 999)}, .either = {}});
  growing.update();
  expect_same(growing.solution(), solve(p), 0);
}

}  // namespace
}  // namespace fabula::solver
