#include <algorithm>
#include <map>
#include <set>

#include "dating/makers.hpp"

namespace fabula::dating {
namespace {

// Articles of which nearly all words stand in the other, too: not a later version with a new top.
std::set<std::pair<std::uint32_t, std::uint32_t>> equal_pairs(const Pile& pile) {
  constexpr std::uint64_t kLeastShare = 90;  // of 100 bytes of either
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::uint64_t, std::uint64_t>> shared;
  for (const ReuseLink& link : pile.reuse) {
    const auto [low, high] = std::minmax(
        link.a, link.b, [](const Span& x, const Span& y) { return x.article < y.article; });
    auto& bytes = shared[{low.article, high.article}];
    const auto same = [&](Range range) {
      return std::uint64_t{range.end - range.begin} * link.words / std::max(link.aligned_words, 1U);
    };
    bytes.first += same(low.range);
    bytes.second += same(high.range);
  }
  const auto body_bytes = [&](std::uint32_t a) {
    std::uint64_t n = 0;
    for (const Paragraph& paragraph : pile.articles[a].article.paragraphs)
      if (paragraph.role == Role::kBody) n += paragraph.range.end - paragraph.range.begin;
    return n;
  };
  std::set<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const auto& [pair, bytes] : shared)
    if (bytes.first * 100 >= kLeastShare * body_bytes(pair.first) &&
        bytes.second * 100 >= kLeastShare * body_bytes(pair.second))
      out.insert(pair);
  return out;
}

}  // namespace

void add_copies(const Sources& sources, Evidence& evidence) {
  constexpr std::int32_t kMostDaysApart = 3;
  constexpr std::size_t kMostNeighbours = 4;
  const Pile& pile = sources.pile;
  const std::set<std::pair<std::uint32_t, std::uint32_t>> same = equal_pairs(pile);
  for (const CopyGroup& group : pile.copies) {
    for (const std::uint32_t a : group.articles) {
      if (!sources.is_undated(a)) continue;
      std::size_t n = 0;
      for (const std::uint32_t b : group.articles) {
        if (sources.is_undated(b) || !same.contains({std::min(a, b), std::max(a, b)}) ||
            n++ == kMostNeighbours)
          continue;
        const auto lead = [&](std::uint32_t article) {
          const auto& sentences = pile.articles[article].segmentation.sentences;
          return Span{article, sentences.empty() ? Range{} : sentences.front().range};
        };
        evidence.add({"date.copy", {lead(a), lead(b)}},
                     {.weight = kCopyWeight,
                      .all = {days_between(sources.published[b], sources.published[a],
                                           -kMostDaysApart, kMostDaysApart)},
                      .either = {}});
      }
    }
  }
}

}  // namespace fabula::dating
