#include "timeline/news_quoted.hpp"

#include <algorithm>
#include <tuple>

#include "timeline/news_order.hpp"

namespace fabula::timeline {
namespace {

constexpr std::uint32_t kNoFamily = UINT32_MAX;
constexpr std::uint32_t kShortest = 20;      // bytes of a quotation that is known again
constexpr std::uint32_t kLeastPercent = 35;  // of the sentence that it has to be

}  // namespace

QuotedIndex::QuotedIndex(const Pile& pile) : pile_(pile), family_of_(pile.articles.size()) {
  for (std::size_t a = 0; a < pile.articles.size(); ++a)
    family_of_[a].assign(pile.articles[a].quotes.size(), kNoFamily);
  for (std::uint32_t f = 0; f < pile.families.size(); ++f)
    for (const FamilyMember& member : pile.families[f].members)
      family_of_[member.quote.article][member.quote.index] = f;
}

std::optional<Span> QuotedIndex::find(const Span& sentence) const {
  const AnnotatedArticle& here = pile_.articles[sentence.article];
  auto quote = std::ranges::lower_bound(here.quotes, sentence.range.begin, {},
                                        [](const Quote& q) { return q.range.begin; });
  for (; quote != here.quotes.end() && quote->range.begin < sentence.range.end; ++quote) {
    const std::uint32_t size = quote->range.size();
    if (quote->kind == QuoteKind::kIndirect || quote->range.end > sentence.range.end ||
        size < kShortest || size * 100 < sentence.range.size() * kLeastPercent)
      continue;
    const std::uint32_t family =
        family_of_[sentence.article][static_cast<std::size_t>(quote - here.quotes.begin())];
    if (family == kNoFamily) continue;
    std::optional<std::tuple<Day, Span>> best;
    for (const FamilyMember& member : pile_.families[family].members) {
      const AnnotatedArticle& there = pile_.articles[member.quote.article];
      // What was cut off there may be what is quoted here.
      const Range place = there.quotes[member.quote.index].range;
      if (order_of(there.article, here.article) != Order::kEarlier ||
          place.size() + kShortest / 2 < size)
        continue;
      const std::tuple found(there.article.published.when.latest.value_or(Day()),
                             Span{member.quote.article, place});
      if (!best || found < *best) best = found;
    }
    if (best) return std::get<1>(*best);
  }
  return std::nullopt;
}

}  // namespace fabula::timeline
