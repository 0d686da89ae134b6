#include "reconcile/longer_passages.hpp"

#include <algorithm>
#include <tuple>

namespace fabula::reconcile {
namespace {

constexpr std::size_t kLookBack = 64;
constexpr std::size_t kMaxSteps = 16;  // more nested passages than that are traced by themselves

std::uint32_t overlap(Range x, Range y) {
  const std::uint32_t begin = std::max(x.begin, y.begin), end = std::min(x.end, y.end);
  return begin < end ? end - begin : 0;
}

}  // namespace

LongerPassages::LongerPassages(const Pile& pile) : passages_(pile.passages) {
  length_.assign(passages_.size(), 0);
  std::vector<std::vector<Place>> of_article(pile.articles.size());
  for (std::uint32_t p = 0; p < passages_.size(); ++p)
    for (std::uint32_t h = 0; h < passages_[p].holders.size(); ++h) {
      const Span& span = passages_[p].holders[h].span;
      length_[p] = std::max(length_[p], span.range.size());
      of_article[span.article].push_back({p, h});
    }
  for (std::vector<Place>& places : of_article) {
    if (places.size() < 2) continue;
    std::sort(places.begin(), places.end(), [&](Place x, Place y) {
      const Range a = at(x).span.range, b = at(y).span.range;
      return std::tuple(a.begin, b.end, x.passage) < std::tuple(b.begin, a.end, y.passage);
    });
    find_nestings(places);
  }
  std::sort(nestings_.begin(), nestings_.end(), [&](const Nesting& x, const Nesting& y) {
    if (x.inner.passage != y.inner.passage) return x.inner.passage < y.inner.passage;
    if (x.inner.holder != y.inner.holder) return x.inner.holder < y.inner.holder;
    return is_longer(x.outer.passage, y.outer.passage);
  });
  put_in_steps();
}

void LongerPassages::find_nestings(std::span<const Place> of_article) {
  for (std::size_t i = 0; i < of_article.size(); ++i) {
    const std::size_t first = i - std::min(i, kLookBack);
    for (std::size_t j = first; j < i; ++j) {
      if (lies_in(of_article[i], of_article[j]))
        nestings_.push_back({of_article[i], of_article[j]});
      if (lies_in(of_article[j], of_article[i]))
        nestings_.push_back({of_article[j], of_article[i]});
    }
  }
}

// By half of its bytes at least: words that both tell.
bool LongerPassages::lies_in(Place inner, Place outer) const {
  if (!is_longer(outer.passage, inner.passage)) return false;
  const Range small = at(inner).span.range, big = at(outer).span.range;
  return big.size() > small.size() && std::uint64_t{2} * overlap(small, big) >= small.size();
}

bool LongerPassages::is_longer(std::uint32_t x, std::uint32_t y) const {
  return std::pair(length_[y], x) < std::pair(length_[x], y);
}

void LongerPassages::put_in_steps() {
  std::vector<std::uint32_t> order(passages_.size());
  for (std::uint32_t p = 0; p < order.size(); ++p) order[p] = p;
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t x, std::uint32_t y) { return is_longer(x, y); });
  std::vector<std::size_t> step(passages_.size(), 0);
  steps_.resize(1);
  std::vector<bool> drops(nestings_.size(), false);
  for (const std::uint32_t p : order) {
    const auto own = std::ranges::equal_range(
        nestings_, p, {}, [](const Nesting& nesting) { return nesting.inner.passage; });
    for (const Nesting& nesting : own) {
      const std::size_t after = step[nesting.outer.passage] + 1;
      if (after < kMaxSteps) {
        step[p] = std::max(step[p], after);
      } else {
        drops[static_cast<std::size_t>(&nesting - nestings_.data())] = true;
      }
    }
    if (step[p] >= steps_.size()) steps_.resize(step[p] + 1);
  }
  for (std::uint32_t p = 0; p < step.size(); ++p) steps_[step[p]].push_back(p);
  std::size_t n = 0;
  for (std::size_t i = 0; i < nestings_.size(); ++i)
    if (!drops[i]) nestings_[n++] = nestings_[i];
  nestings_.resize(n);
}

LongerSource LongerPassages::source_in(const Nesting& nesting) const {
  const PassageHolder& copy = at(nesting.outer);
  if (copy.standing != "copy" || copy.from < 0) return {};
  const Passage& outer = passages_[nesting.outer.passage];
  const std::uint32_t source = outer.holders[static_cast<std::size_t>(copy.from)].span.article;
  return {holder_in(nesting.inner.passage, source), copy.margin,
          static_cast<std::int32_t>(nesting.outer.passage)};
}

std::int32_t LongerPassages::holder_in(std::uint32_t passage, std::uint32_t article) const {
  const std::vector<PassageHolder>& holders = passages_[passage].holders;
  const auto found = std::ranges::lower_bound(
      holders, article, {}, [](const PassageHolder& holder) { return holder.span.article; });
  if (found == holders.end() || found->span.article != article) return -1;
  return static_cast<std::int32_t>(found - holders.begin());
}

void LongerPassages::read_sources(std::uint32_t passage, std::vector<LongerSource>& sources) const {
  sources.assign(passages_[passage].holders.size(), {});
  const auto own = std::ranges::equal_range(
      nestings_, passage, {}, [](const Nesting& nesting) { return nesting.inner.passage; });
  for (const Nesting& nesting : own) {
    LongerSource& source = sources[nesting.inner.holder];
    if (source.passage < 0) source = source_in(nesting);
  }
}

}  // namespace fabula::reconcile
