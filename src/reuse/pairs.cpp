#include "reuse/pairs.hpp"

#include <algorithm>
#include <utility>

namespace fabula::reuse {
namespace {

// Anchors by their later article: those of article b are anchors[begins[b] .. begins[b + 1]).
struct GroupedAnchors {
  std::vector<Anchor> anchors;
  std::vector<std::size_t> begins;
};

GroupedAnchors group_by_later(std::vector<std::vector<Anchor>> parts, std::uint32_t n_articles) {
  GroupedAnchors grouped;
  grouped.begins.assign(n_articles + std::size_t{1}, 0);
  for (const auto& part : parts)
    for (const Anchor& anchor : part) ++grouped.begins[anchor.b + std::size_t{1}];
  for (std::size_t i = 1; i < grouped.begins.size(); ++i)
    grouped.begins[i] += grouped.begins[i - 1];
  grouped.anchors.resize(grouped.begins.back());
  std::vector<std::size_t> next = grouped.begins;
  for (auto& part : parts) {
    for (const Anchor& anchor : part) grouped.anchors[next[anchor.b]++] = anchor;
    part = {};
  }
  return grouped;
}

// `anchors` are those of one later article, in any order.
std::vector<PairPassage> pair_one(const PileWords& words, std::span<Anchor> anchors,
                                  const SeedShape& shape) {
  std::sort(anchors.begin(), anchors.end());
  anchors = anchors.first(
      static_cast<std::size_t>(std::unique(anchors.begin(), anchors.end()) - anchors.begin()));
  std::vector<PairPassage> found;
  for (std::size_t begin = 0, end = 0; begin < anchors.size(); begin = end) {
    const auto [b, a, b_word, a_word] = anchors[begin];
    while (end < anchors.size() && anchors[end].a == a) ++end;
    const auto of_pair = anchors.subspan(begin, end - begin);
    for (const Passage& passage :
         find_passages(words.words_of(a), words.words_of(b), of_pair, shape))
      found.push_back({a, b, passage});
  }
  return found;
}

}  // namespace

std::vector<PairPassage> pair_articles(const PileWords& words,
                                       std::vector<std::vector<Anchor>> anchors,
                                       const SeedShape& shape, const Context& context) {
  GroupedAnchors grouped = group_by_later(std::move(anchors), words.n_articles());
  std::vector<std::vector<PairPassage>> found(words.n_articles());
  parallel_for(context, found.size(), [&](std::size_t b) {
    const std::size_t begin = grouped.begins[b];
    found[b] = pair_one(
        words, std::span(grouped.anchors).subspan(begin, grouped.begins[b + 1] - begin), shape);
  });
  std::vector<PairPassage> all;
  for (const auto& some : found) all.insert(all.end(), some.begin(), some.end());
  return all;
}

}  // namespace fabula::reuse
