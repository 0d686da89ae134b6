#include "dating/equal_texts.hpp"

#include <algorithm>
#include <map>

namespace fabula::dating {

EqualTexts::EqualTexts(const Pile& pile) {
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
  for (const auto& [pair, bytes] : shared)
    if (bytes.first * 100 >= kLeastShare * body_bytes(pair.first) &&
        bytes.second * 100 >= kLeastShare * body_bytes(pair.second))
      pairs_.insert(pair);
}

Span lead_of(const Pile& pile, std::uint32_t article) {
  const AnnotatedArticle& annotated = pile.articles[article];
  const auto& sentences = annotated.segmentation.sentences;
  const auto lead = std::ranges::find_if(sentences, [&](const Sentence& sentence) {
    return annotated.article.paragraphs[sentence.paragraph].role == Role::kBody;
  });
  if (lead != sentences.end()) return {article, lead->range};
  return {article, sentences.empty() ? Range{} : sentences.front().range};
}

}  // namespace fabula::dating
