#include "reuse/pile_corpus.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>

#include "reuse/credits.hpp"

namespace fabula::reuse {
namespace {

std::int32_t day_number(const std::optional<Day>& day) {
  return day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : kNoDay;
}

Imprint stated_days(const Article& article) {
  const Published& published = article.published;
  if (published.basis != DateBasis::kStated || !published.when.earliest) return {};
  return {0, day_number(published.when.earliest),
          day_number(published.when.latest ? published.when.latest : published.when.earliest)};
}

// Articles by stated day, those without one last; then by where they come from.
std::vector<std::uint32_t> working_order(std::span<const AnnotatedArticle> articles) {
  std::vector<std::uint32_t> order(articles.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::uint32_t i) {
    const Article& article = articles[i].article;
    const std::int32_t day = stated_days(article).first_day;
    const std::string_view source =
        article.sources.empty() ? std::string_view{} : article.sources.front();
    return std::tuple(day == kNoDay, day, source, std::string_view(article.id), i);
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t x, std::uint32_t y) { return key(x) < key(y); });
  return order;
}

// What is printed around the story. Headings, captions and embedded posts are told, not furniture.
bool is_furniture(Role role) {
  return role == Role::kCredit || role == Role::kPromo || role == Role::kNote ||
         role == Role::kDateline || role == Role::kByline;
}

}  // namespace

PileCorpus::PileCorpus(std::span<const AnnotatedArticle> articles, const Context& context)
    : articles_(articles), order_(working_order(articles)) {
  std::map<std::string_view, std::uint32_t> outlets{{std::string_view{}, 0}};
  for (std::uint32_t place = 0; place < size(); ++place) {
    const auto number = static_cast<std::uint32_t>(outlets.size());
    imprints_.push_back(stated_days(article(place)));
    imprints_.back().outlet = outlets.emplace(article(place).outlet, number).first->second;
  }
  credits_.resize(size());
  parallel_for(context, size(), [&](std::size_t place) {
    credits_[place] = find_credit(article(static_cast<std::uint32_t>(place)));
  });
}

void PileCorpus::read_stretches(std::uint32_t place, Stretches& stretches) const {
  stretches.furniture.clear();
  stretches.quoted.clear();
  const AnnotatedArticle& annotated = articles_[order_[place]];
  for (const Paragraph& paragraph : annotated.article.paragraphs)
    if (is_furniture(paragraph.role)) stretches.furniture.push_back(paragraph.range);
  for (const QuotedPart& quoted : annotated.segmentation.quoted)
    if (quoted.parent < 0) stretches.quoted.push_back(quoted.inner);
  for (const Quote& quote : annotated.quotes)
    if (quote.kind != QuoteKind::kIndirect && quote.inside < 0)
      stretches.quoted.insert(stretches.quoted.end(), quote.parts.begin(), quote.parts.end());
}

}  // namespace fabula::reuse
