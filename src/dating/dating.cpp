#include "dating/dating.hpp"

#include <algorithm>

#include "dating/bindings.hpp"
#include "dating/births.hpp"
#include "dating/events.hpp"
#include "dating/identity.hpp"
#include "dating/inferred_times.hpp"
#include "dating/likely_days.hpp"
#include "dating/makers.hpp"
#include "dating/stated_days.hpp"
#include "dating/steps.hpp"
#include "solver/explain.hpp"

namespace fabula::dating {

namespace {

// What is stated, or known otherwise; no article appeared before there were any, or after the last
// day known.
Var add_published(Evidence& evidence, const Article& article, std::uint32_t index) {
  const DayLabel label{DayOf::kPublication, {}, static_cast<std::int32_t>(index), {}};
  const When& when = article.published.when;
  return evidence.add_day(label, when.earliest ? number_of(*when.earliest) : kFirstDay,
                          when.latest ? number_of(*when.latest) : kLastDay);
}

}  // namespace

Reckoning reckon(const Pile& pile, std::span<const std::vector<TimeRelation>> relations,
                 std::span<const language::Happenings> happenings) {
  Reckoning out;
  Sources sources{pile, relations, happenings, {}, {}, TimeOfPile(pile)};
  for (const AnnotatedArticle& article : pile.articles) sources.plain.emplace_back(article);
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a)
    out.published.push_back(add_published(out.evidence, pile.articles[a].article, a));
  sources.published = out.published;
  const Identities identities(pile);
  Births births(sources, identities, out.evidence);
  Events events(sources, out.evidence);
  add_ages(sources, births, events, out.evidence);
  add_anniversaries(sources, births, events, out.evidence);
  add_phases(sources, identities, events, out.evidence);
  add_roles(sources, identities, out.evidence);
  events.add_all();
  add_datelines(sources, out.evidence);
  add_told_dates(sources, out.evidence);
  add_said_days(sources, out.evidence);
  add_shared_times(sources, out.evidence);
  add_copies(sources, out.evidence);
  out.solution = solver::solve(out.evidence.problem());
  return out;
}

bool are_all_stated(const Pile& pile) {
  return std::ranges::all_of(pile.articles, [](const AnnotatedArticle& each) {
    return each.article.published.basis == DateBasis::kStated;
  });
}

std::vector<ArticleDate> date_articles(const Pile& pile,
                                       std::span<const std::vector<TimeRelation>> relations,
                                       std::span<const language::Happenings> happenings,
                                       std::span<const std::vector<AlikeArticle>> nearest) {
  std::vector<ArticleDate> out = doubt_stated_days(pile);
  if (are_all_stated(pile)) return out;
  const Reckoning reckoning = reckon(pile, relations, happenings);
  const solver::Explainer explainer(reckoning.evidence.problem(), reckoning.solution);
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    if (pile.articles[a].article.published.basis == DateBasis::kStated) continue;
    auto date = prove(pile, reckoning.evidence, explainer, reckoning.published[a], a);
    if (date)
      date->times = infer_times(pile.articles[a], relations[a], date->when);
    else
      date.emplace().article = a;
    guess_day(pile, nearest[a], *date);
    if (date->is_proven() || date->when.likely) out.push_back(std::move(*date));
  }
  std::ranges::sort(out, {}, &ArticleDate::article);
  return out;
}

}  // namespace fabula::dating
