#include "dating/inferred_times.hpp"

#include <optional>

#include "dating/bindings.hpp"
#include "language/telling.hpp"
#include "solver/solve.hpp"

namespace fabula::dating {

using language::PlainText;

namespace {

// The days from `first` to `last`, as a month or a year where they are just that.
When when_of_days(DayNumber first, DayNumber last) {
  const Day earliest{std::chrono::days{first}};
  const Day latest{std::chrono::days{last}};
  if (first == last) return when_day(earliest);
  const std::chrono::year_month_day begin{earliest};
  const int year = static_cast<int>(begin.year());
  for (const When& whole :
       {when_month(year, static_cast<unsigned>(begin.month())), when_year(year)})
    if (whole.earliest == earliest && whole.latest == latest) return whole;
  return when_between(earliest, latest, Grain::kDay);
}

std::optional<solver::Problem::Given> given_by(const When& when) {
  if (!when.earliest || !when.latest) return std::nullopt;
  return solver::Problem::Given{number_of(*when.earliest), number_of(*when.latest)};
}

}  // namespace

std::vector<InferredTime> infer_times(const AnnotatedArticle& article,
                                      std::span<const TimeRelation> relations,
                                      const When& appeared) {
  std::vector<InferredTime> out;
  const auto told = given_by(appeared);
  if (!told) return out;
  const PlainText plain(article);
  std::vector<When> meant;  // by time
  for (std::size_t t = 0; t < article.times.size(); ++t) {
    const TimeExpression& time = article.times[t];
    meant.push_back(time.when);
    const TimeRelation& relation = relations[t];
    const bool is_day = time.type == TimeType::kDate || time.type == TimeType::kTime;
    if (time.when.known() || !is_day || relation.readings.empty() || !plain.holds(time.range))
      continue;
    solver::Problem problem;
    const Var published = problem.add_day(told->lo, told->hi);
    const Var day = problem.add_day();
    Var base = 0;
    if (hangs_on_base(relation)) {
      const auto known = relation.base >= 0 && static_cast<std::size_t>(relation.base) < t
                             ? given_by(meant[static_cast<std::size_t>(relation.base)])
                             : std::nullopt;
      if (!known) continue;
      base = problem.add_day(known->lo, known->hi);
    }
    constexpr std::uint32_t kWeight = 1;  // of the only piece
    problem.add(evidence_of(kWeight, bound_to(relation, published, day, base), {}));
    const solver::DayDomain days = solver::solve(problem).days[day];
    if (days.lo() == kFirstDay || days.hi() == kLastDay) continue;
    meant.back() = when_of_days(days.lo(), days.hi());
    out.push_back({static_cast<std::int32_t>(t), meant.back()});
  }
  return out;
}

}  // namespace fabula::dating
