#include "story/quote_sources.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "story/quote_alignment.hpp"
#include "story/quote_words.hpp"

namespace fabula::story {
namespace {

// A stretch of an article that was copied from another.
struct Copied {
  Range range;
  Span from;
};

std::vector<std::vector<Copied>> copied_of(std::size_t n_articles,
                                           std::span<const Passage> passages) {
  std::vector<std::vector<Copied>> copied(n_articles);
  for (const Passage& passage : passages)
    for (const PassageHolder& holder : passage.holders)
      if (holder.standing == "copy" && holder.from >= 0)
        copied[holder.span.article].push_back(
            {holder.span.range, passage.holders[static_cast<std::size_t>(holder.from)].span});
  return copied;
}

std::uint32_t n_common_bytes(Range x, Range y) {
  const std::uint32_t begin = std::max(x.begin, y.begin);
  const std::uint32_t end = std::min(x.end, y.end);
  return begin < end ? end - begin : 0;
}

// The copied stretch that holds the quotation, or four fifths of it; the one that holds most.
const Copied* stretch_of(const std::vector<Copied>& copied, Range quote) {
  const Copied* best = nullptr;
  std::uint32_t most = 0;
  for (const Copied& some : copied) {
    const std::uint32_t n = n_common_bytes(some.range, quote);
    if (n <= most || 5 * n < 4 * (quote.end - quote.begin)) continue;
    most = n;
    best = &some;
  }
  return best;
}

Range range_of(std::span<const AnnotatedArticle> articles, const FamilyMember& member) {
  return articles[member.quote.article].quotes[member.quote.index].range;
}

// The member that stands in `from`, or most of whose words do; -1: none.
std::int32_t member_at(std::span<const AnnotatedArticle> articles, const Family& family,
                       const Span& from) {
  std::int32_t best = -1;
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < family.members.size(); ++i) {
    const FamilyMember& member = family.members[i];
    if (member.quote.article != from.article) continue;
    const std::uint32_t n = n_common_bytes(range_of(articles, member), from.range);
    if (n <= most) continue;
    most = n;
    best = static_cast<std::int32_t>(i);
  }
  return best;
}

std::vector<QuoteWord> words_of_member(std::span<const AnnotatedArticle> articles,
                                       const FamilyMember& member) {
  const AnnotatedArticle& annotated = articles[member.quote.article];
  return split_quote(annotated.article, annotated.quotes[member.quote.index]);
}

}  // namespace

void link_quotes(std::span<const AnnotatedArticle> articles, std::span<const Passage> passages,
                 std::vector<Family>& families) {
  const auto copied = copied_of(articles.size(), passages);
  for (Family& family : families)
    for (FamilyMember& member : family.members) {
      const Copied* stretch = stretch_of(copied[member.quote.article], range_of(articles, member));
      if (stretch == nullptr) continue;
      member.from = member_at(articles, family, stretch->from);
      if (member.from < 0) continue;
      const FamilyMember& source = family.members[static_cast<std::size_t>(member.from)];
      QuoteAlignment found =
          align_quotes(words_of_member(articles, source), words_of_member(articles, member));
      if (member.change != "whole") member.change = change_of(found);
      member.edits = std::move(found.edits);
    }
}

}  // namespace fabula::story
