#include "pipeline/work_out.hpp"

#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "dating/dating.hpp"
#include "dating/told_ages.hpp"
#include "language/happenings.hpp"
#include "reconcile/disagreements.hpp"
#include "reconcile/reconcile.hpp"
#include "story/descriptions.hpp"
#include "story/families.hpp"
#include "story/nearest.hpp"
#include "story/people.hpp"
#include "story/quote_sources.hpp"
#include "story/stories.hpp"
#include "story/terms.hpp"
#include "timeline/mentions.hpp"
#include "timeline/timeline.hpp"
#include "times/times.hpp"
#include "values/values.hpp"

namespace fabula::pipeline {
namespace {

// What articles without a stated day are dated by, each list by article; empty where all state one.
struct Clues {
  std::vector<std::vector<TimeRelation>> relations;
  std::vector<language::Happenings> happenings;
  std::vector<std::vector<AlikeArticle>> nearest;
};

Clues find_clues(const Pile& pile, const story::Terms& terms, const Context& context) {
  Clues clues;
  if (dating::are_all_stated(pile)) return clues;
  clues.relations.resize(pile.articles.size());
  clues.happenings.resize(pile.articles.size());
  parallel_for(context, pile.articles.size(), [&](std::size_t i) {
    const AnnotatedArticle& a = pile.articles[i];
    clues.relations[i] = times::find_relations(a.article, a.segmentation, a.quotes, a.times);
    clues.happenings[i] = language::find_happenings(a);
  });
  clues.nearest = story::find_nearest_dated(pile, terms, context);
  return clues;
}

// Into `values`, by article: of those that state their day, or of those that do not, which need to
// be dated first.
void find_values(const Pile& pile, bool of_stated, const Context& context,
                 std::vector<std::vector<Value>>& values) {
  values.resize(pile.articles.size());
  parallel_for(context, values.size(), [&](std::size_t i) {
    const AnnotatedArticle& a = pile.articles[i];
    if ((a.article.published.basis == DateBasis::kStated) == of_stated)
      values[i] = values::find_values(a);
  });
}

// Steps that run side by side are not stopped half way.
Context whole_of(const Context& context) { return {context.threads, {}, nullptr}; }

}  // namespace

Result<Linked> link_articles(Pile& pile, const reuse::ReuseOptions& options,
                             const Context& with_progress, const std::function<void()>& step_done) {
  const Context context{with_progress.threads, with_progress.stop, nullptr};
  const Context whole = whole_of(context);
  // These three do not look at each other's results: they run side by side.
  Result<reuse::Reuse> reuse;
  const std::function<void()> first_steps[] = {
      [&] { pile.families = story::group_quotes(pile.articles, context); },
      [&] { reuse = reuse::find_reuse(pile.articles, options, context); },
      [&] { pile.people = story::join_people(pile.articles, context); },
  };
  parallel_for(whole, std::size(first_steps), [&](std::size_t i) {
    first_steps[i]();
    if (step_done) step_done();
  });
  if (!reuse) return tl::unexpected(reuse.error());
  story::pass_speakers(pile.articles, pile.families, pile.people);
  pile.reuse = std::move(reuse->links);
  pile.copies = std::move(reuse->copies);
  pile.passages = std::move(reuse->passages);
  Linked linked;
  {
    const story::Terms terms = story::weigh_terms(pile.articles, whole);
    Clues clues = find_clues(pile, terms, whole);
    // Stories are told by the dates that articles state; nothing is dated by its story.
    std::vector<ArticleDate> dates;
    story::Grouping grouping;
    const std::function<void()> middle_steps[] = {
        [&] { grouping = story::group_articles(pile, terms, whole); },
        [&] {
          dates = dating::date_articles(pile, clues.relations, clues.happenings, clues.nearest);
        },
        // Nobody waits for these: one thread, while stories are joined by another.
        [&] { find_values(pile, true, {1, {}, nullptr}, linked.values); },
    };
    parallel_for(whole, std::size(middle_steps), [&](std::size_t i) { middle_steps[i](); });
    pile.dates = std::move(dates);
    pile.stories = std::move(grouping.stories);
    linked.part_of = std::move(grouping.part_of);
    linked.happenings = std::move(clues.happenings);
    apply_dates(pile);
  }
  FABULA_TRY_VOID(reconcile::trace_copies(pile, context));
  story::link_quotes(pile.articles, pile.passages, pile.families);
  return linked;
}

void tell_events(Pile& pile, Linked linked, const Context& context,
                 const std::function<void()>& step_done) {
  const Context whole = whole_of(context);
  const auto mentions = timeline::find_mentions(pile, linked.happenings, whole);
  linked.happenings = {};
  const std::function<void()> last_steps[] = {
      [&] {
        find_values(pile, false, whole, linked.values);
        pile.disagreements =
            reconcile::find_disagreements(pile, linked.values, dating::find_told_ages(pile));
      },
      [&] { pile.events = timeline::build_timeline(pile, linked.part_of, mentions, whole); },
  };
  parallel_for(whole, std::size(last_steps), [&](std::size_t i) { last_steps[i](); });
  if (step_done) step_done();
}

Result<void> work_out(Pile& pile, const reuse::ReuseOptions& options, const Context& context,
                      const std::function<void()>& step_done) {
  FABULA_TRY(Linked linked, link_articles(pile, options, context, step_done));
  tell_events(pile, std::move(linked), context, step_done);
  return {};
}

}  // namespace fabula::pipeline
