#include "dating/dating.hpp"

#include "dating/makers.hpp"
#include "dating/steps.hpp"
#include "solver/explain.hpp"
#include "solver/solve.hpp"

namespace fabula::dating {
namespace {

// A stated day as it is; no article appeared before there were any, or after the last day known.
Var add_published(Evidence& evidence, const Article& article, std::uint32_t index) {
  const DayLabel label{{}, static_cast<std::int32_t>(index)};
  if (article.published.basis != DateBasis::kStated) return evidence.add_day(label);
  const When& when = article.published.when;
  const auto number = [](Day day) {
    return static_cast<DayNumber>(day.time_since_epoch().count());
  };
  return evidence.add_day(label, when.earliest ? number(*when.earliest) : kFirstDay,
                          when.latest ? number(*when.latest) : kLastDay);
}

}  // namespace

std::vector<ArticleDate> date_articles(const Pile& pile,
                                       std::span<const std::vector<TimeRelation>> relations) {
  Evidence evidence;
  Sources sources{pile, relations, {}};
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a)
    sources.published.push_back(add_published(evidence, pile.articles[a].article, a));
  add_ages(sources, evidence);
  add_told_dates(sources, evidence);
  add_said_days(sources, evidence);
  add_shared_times(sources, evidence);
  add_copies(sources, evidence);

  const solver::Solution solution = solver::solve(evidence.problem());
  const solver::Explainer explainer(evidence.problem(), solution);
  std::vector<ArticleDate> out;
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    if (!sources.is_undated(a)) continue;
    if (auto date = prove(pile, evidence, explainer, sources.published[a], a))
      out.push_back(std::move(*date));
  }
  return out;
}

}  // namespace fabula::dating
