// Any bytes as days and evidence: the solver must end soon, leave every day something of what was
// given, leave aside what contradicts, and prove its ends.
//
// The first byte is the number of days; then, for each, and for each piece of evidence until the
// bytes end, one byte for its kind and one for each number it takes. Numbers are small ones and
// those at the ends of the calendar.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/error.hpp"
#include "solver/explain.hpp"
#include "solver/solve.hpp"

namespace {

using namespace fabula;
using solver::Constraint;

class Bytes {
 public:
  explicit Bytes(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }
  std::uint8_t next() { return at_end() ? std::uint8_t{0} : bytes_[at_++]; }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
};

constexpr std::array<std::int32_t, 24> kFar = {kFirstDay,
                                               kFirstDay + 1,
                                               kFirstDay + 400,
                                               kLastDay,
                                               kLastDay - 1,
                                               kLastDay - 400,
                                               kLastDay - kFirstDay,
                                               kFirstDay - kLastDay,
                                               INT32_MAX,
                                               INT32_MIN,
                                               100,
                                               365,
                                               366,
                                               4095,
                                               4096,
                                               4097,
                                               10000,
                                               -100,
                                               -365,
                                               -4096,
                                               -10000,
                                               146097,
                                               -146097,
                                               1000000};

std::int32_t number(Bytes& bytes) {
  const std::uint8_t byte = bytes.next();
  if (byte < kFar.size()) return kFar[byte];
  return std::int32_t{byte} - 128;
}

// Of the calendar; small numbers are days of 2024.
DayNumber day(Bytes& bytes) {
  constexpr DayNumber kNewYear2024 = 19723;
  const std::int32_t n = number(bytes);
  return std::clamp(n > -128 && n < 128 ? kNewYear2024 + n : n, kFirstDay, kLastDay);
}

Constraint constraint(Bytes& bytes, Var n_days) {
  Constraint c;
  const std::uint8_t kind = bytes.next();
  c.kind = static_cast<ConstraintKind>(kind % 7);
  c.period = static_cast<Period>(kind / 7 % 4);
  c.x = bytes.next() % n_days;
  c.y = bytes.next() % n_days;
  if (c.kind == ConstraintKind::kMonths) {
    c.m_lo = static_cast<std::int16_t>(std::clamp(number(bytes), INT16_MIN, INT16_MAX));
    c.m_hi = static_cast<std::int16_t>(std::clamp(number(bytes), INT16_MIN, INT16_MAX));
  }
  c.lo = c.kind == ConstraintKind::kWithin ? day(bytes) : number(bytes);
  c.hi = c.kind == ConstraintKind::kWithin ? day(bytes) : number(bytes);
  return c;
}

std::vector<Constraint> constraints(Bytes& bytes, Var n_days, int n) {
  std::vector<Constraint> out;
  for (int i = 0; i < n; ++i) out.push_back(constraint(bytes, n_days));
  return out;
}

solver::Problem problem(Bytes& bytes) {
  solver::Problem p;
  const Var n_days = 1 + bytes.next() % 40;
  for (Var x = 0; x < n_days; ++x) {
    const std::uint8_t kind = bytes.next() % 4;
    const DayNumber a = kind == 0 ? kFirstDay : day(bytes);
    const DayNumber b = kind == 0 ? kLastDay : kind == 1 ? a : day(bytes);
    p.add_day(std::min(a, b), std::max(a, b));
  }
  constexpr std::size_t kMostPieces = 64;
  while (!bytes.at_end() && p.n_evidence() < kMostPieces) {
    const std::uint8_t shape = bytes.next();
    solver::Evidence evidence{.weight = 1 + shape % 3u, .all = {}, .either = {}};
    evidence.all = constraints(bytes, n_days, shape / 4 % 3);
    for (int i = shape / 64; i > 0; --i)
      evidence.either.push_back(constraints(bytes, n_days, 1 + i % 2));
    p.add(evidence);
  }
  return p;
}

void check(const solver::Problem& p, const solver::Solution& solution) {
  FABULA_CHECK(solution.days.size() == p.n_days());
  for (Var x = 0; x < p.n_days(); ++x) {
    const solver::DayDomain& left = solution.days[x];
    FABULA_CHECK(!left.is_empty());
    FABULA_CHECK(left.lo() >= p.given()[x].lo && left.hi() <= p.given()[x].hi);
    FABULA_CHECK(left.has(left.lo()) && left.has(left.hi()));
  }
  FABULA_CHECK(std::ranges::is_sorted(solution.left_aside));
  for (const solver::Conflict& conflict : solution.conflicts)
    FABULA_CHECK(!conflict.pieces.empty() && std::ranges::is_sorted(conflict.pieces));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes({data, size});
  const solver::Problem p = problem(bytes);
  const solver::Solution solution = solver::solve(p);
  check(p, solution);
  const solver::Explainer explainer(p, solution);
  for (Var x = 0; x < std::min<std::size_t>(p.n_days(), 3); ++x) {
    for (const solver::End end : {solver::End::kEarliest, solver::End::kLatest}) {
      const solver::Explanation why = explainer.explain(x, end, 6);
      FABULA_CHECK(why.pieces.size() <= 6);
      for (const std::uint32_t piece : why.pieces)
        FABULA_CHECK(!std::ranges::binary_search(solution.left_aside, piece));
    }
  }
  return 0;
}
