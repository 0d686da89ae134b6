#include "engine.hpp"

#include <utility>

#include "reuse/reuse.hpp"

namespace fabula::eval {
namespace {

template <class Found>
void take_passages(Found& found, EngineResult& result) {
  if constexpr (requires { found.passages; }) result.passages = std::move(found.passages);
}

}  // namespace

std::optional<EngineResult> run_engine(std::span<const AnnotatedArticle> articles,
                                       unsigned threads) {
  auto found = reuse::find_reuse(articles, {}, {.threads = threads, .stop = {}});
  if (!found) return std::nullopt;
  EngineResult result;
  result.links = std::move(found->links);
  result.copies = std::move(found->copies);
  take_passages(*found, result);
  return result;
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
