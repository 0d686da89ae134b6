#include "dating/equal_texts.hpp"

#include <algorithm>
#include <map>

namespace fabula::dating {

EqualTexts::EqualTexts(const Pile& pile) {
  constexpr std::uint64_t kLeastShare = 90;  // of 100 bytes of either
  const auto body_bytes = [&](std::uint32_t a) {
    std::uint64_t n = 0;
    for (const Paragraph& paragraph : pile.articles[a].article.paragraphs)
      if (paragraph.role == Role::kBody) n += paragraph.range.end - paragraph.range.begin;
    return n;
  };
  // Links are sorted by the first article, and two articles stand in one order in all of theirs.
  for (auto link = pile.reuse.begin(); link != pile.reuse.end();) {
    const std::uint32_t a = link->a.article;
    std::map<std::uint32_t, std::pair<std::uint64_t, std::uint64_t>> shared;  // by the other
    for (; link != pile.reuse.end() && link->a.article == a; ++link) {
      const auto same = [&](Range range) {
        return std::uint64_t{range.size()} * link->words / std::max(link->aligned_words, 1U);
      };
      auto& [of_a, of_b] = shared[link->b.article];
      of_a += same(link->a.range);
      of_b += same(link->b.range);
    }
    const std::uint64_t n_bytes = body_bytes(a);
    for (const auto& [b, bytes] : shared)
      if (bytes.first * 100 >= kLeastShare * n_bytes &&
          bytes.second * 100 >= kLeastShare * body_bytes(b))
        pairs_.insert(std::minmax(a, b));
  }
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
