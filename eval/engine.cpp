#include "engine.hpp"

#include <utility>

#include "reconcile/reconcile.hpp"
#include "reuse/reuse.hpp"
#include "segment/segment.hpp"

namespace fabula::eval {
std::optional<EngineResult> run_engine(std::span<const AnnotatedArticle> articles,
                                       unsigned threads) {
  const Context context{.threads = threads, .stop = {}};
  Pile pile;
  pile.articles.assign(articles.begin(), articles.end());
  parallel_for(context, pile.articles.size(), [&](std::size_t i) {
    AnnotatedArticle& annotated = pile.articles[i];
    if (annotated.segmentation.quoted.empty())
      annotated.segmentation = segment::segment(annotated.article);
  });
  auto found = reuse::find_reuse(pile.articles, {}, context);
  if (!found) return std::nullopt;
  pile.reuse = std::move(found->links);
  pile.copies = std::move(found->copies);
  pile.passages = std::move(found->passages);
  if (!reconcile::trace_copies(pile, context)) return std::nullopt;
  return EngineResult{std::move(pile.reuse), std::move(pile.copies), std::move(pile.passages)};
}

FoundWords mark_found(const PileText& pile, std::span<const ReuseLink> links) {
  FoundWords words{std::vector<bool>(pile.words.size()), std::vector<bool>(pile.words.size())};
  const auto mark = [&](Span span, bool is_earlier) {
    const auto [first, last] = words_inside(pile, span);
    for (std::uint32_t at = first; at < last; ++at) {
      words.any[at] = true;
      words.earlier[at] = words.earlier[at] || is_earlier;
    }
  };
  for (const ReuseLink& link : links) {
    mark(link.a, false);
    mark(link.b, true);
  }
  return words;
}

}  // namespace fabula::eval
