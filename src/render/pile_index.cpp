#include "render/pile_index.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace fabula::render {
namespace {

std::int32_t at_or_none(const std::vector<std::vector<std::int32_t>>& table, std::uint32_t article,
                        std::uint32_t index) {
  return article < table.size() && index < table[article].size() ? table[article][index] : -1;
}

}  // namespace

PileIndex::PileIndex(const Pile& pile)
    : pile_(pile),
      person_(pile.articles.size()),
      family_(pile.articles.size()),
      story_(pile.articles.size(), -1),
      date_(pile.articles.size(), nullptr) {
  for (std::size_t i = 0; i < pile.articles.size(); ++i) {
    person_[i].assign(pile.articles[i].names.things.size(), -1);
    family_[i].assign(pile.articles[i].quotes.size(), -1);
  }
  for (std::size_t i = 0; i < pile.people.size(); ++i)
    for (const RecordRef& thing : pile.people[i].things)
      person_[thing.article][thing.index] = static_cast<std::int32_t>(i);
  for (std::size_t i = 0; i < pile.families.size(); ++i)
    for (const FamilyMember& member : pile.families[i].members)
      family_[member.quote.article][member.quote.index] = static_cast<std::int32_t>(i);
  for (std::size_t i = 0; i < pile.stories.size(); ++i)
    for (const Membership& member : pile.stories[i].members)
      story_[member.article] = static_cast<std::int32_t>(i);
  for (const ArticleDate& date : pile.dates) date_[date.article] = &date;
}

std::int32_t PileIndex::person_of(std::uint32_t article, std::int32_t thing) const {
  return thing < 0 ? -1 : at_or_none(person_, article, static_cast<std::uint32_t>(thing));
}

std::int32_t PileIndex::family_of(std::uint32_t article, std::uint32_t quote) const {
  return at_or_none(family_, article, quote);
}

std::int32_t PileIndex::story_of(std::uint32_t article) const { return story_[article]; }

const ArticleDate* PileIndex::date_of(std::uint32_t article) const { return date_[article]; }

std::int32_t PileIndex::paragraph_at(std::uint32_t article, std::uint32_t at) const {
  const auto& paragraphs = pile_.articles[article].article.paragraphs;
  const auto after =
      std::upper_bound(paragraphs.begin(), paragraphs.end(), at,
                       [](std::uint32_t byte, const Paragraph& p) { return byte < p.range.begin; });
  if (after == paragraphs.begin() || at >= std::prev(after)->range.end) return -1;
  return static_cast<std::int32_t>(std::prev(after) - paragraphs.begin());
}

std::string_view words_of(const Pile& pile, const Span& span) {
  return fabula::words_of(pile.articles[span.article].article.text, span.range);
}

namespace {

// For sorting: what has no day last.
auto day_key(const Pile& pile, std::uint32_t article) {
  const When& when = pile.articles[article].article.published.when;
  return std::tuple(!when.known(), when.earliest.value_or(when.latest.value_or(Day{})), article);
}

}  // namespace

std::vector<std::uint32_t> in_time_order(const Pile& pile) {
  std::vector<std::uint32_t> order(pile.articles.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return day_key(pile, i); });
  return order;
}

std::vector<std::uint32_t> in_time_order(const Pile& pile, const Story& story) {
  std::vector<std::uint32_t> order(story.members.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::ranges::sort(order, {},
                    [&](std::uint32_t i) { return day_key(pile, story.members[i].article); });
  return order;
}

std::vector<std::size_t> in_time_order(const Pile& pile, const Passage& passage) {
  std::vector<std::size_t> order(passage.holders.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) {
    const PassageHolder& holder = passage.holders[i];
    const When& when = pile.articles[holder.span.article].article.published.when;
    return std::tuple(holder.standing != "origin", !when.known(),
                      when.earliest.value_or(when.latest.value_or(Day{})), i);
  });
  return order;
}

std::string words_of(const Article& article, const Quote& quote) {
  std::string words;
  for (const Range part : quote.parts) {
    if (!words.empty()) words += " … ";
    words += fabula::words_of(article.text, part);
  }
  return words;
}

const Sentence* sentence_at(const Segmentation& segmentation, std::uint32_t at) {
  const auto& sentences = segmentation.sentences;
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), at,
                       [](std::uint32_t byte, const Sentence& s) { return byte < s.range.begin; });
  if (after == sentences.begin()) return nullptr;
  return &*std::prev(after);
}

}  // namespace fabula::render
