#include "exact_runs.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>

#include "../tests/reference/shared_runs.hpp"

namespace fabula::eval {
namespace {

struct Place {
  std::uint64_t hash = 0;  // of the run; only to sort faster
  std::uint32_t word = 0;
};

bool same_run(const PileText& pile, std::uint32_t n, std::uint32_t x, std::uint32_t y) {
  return std::equal(pile.words.begin() + x, pile.words.begin() + x + n, pile.words.begin() + y);
}

std::vector<Place> sorted_places(const PileText& pile, std::uint32_t n) {
  std::vector<Place> places;
  for (std::uint32_t article = 0; article < pile.n_articles(); ++article)
    for (std::uint32_t at = pile.begins[article]; at + n <= pile.begins[article + 1]; ++at) {
      std::uint64_t hash = 0;
      for (std::uint32_t k = 0; k < n; ++k)
        hash = (hash ^ pile.words[at + k]) * 0x9e3779b97f4a7c15U ^ hash >> 29;
      places.push_back({hash, at});
    }
  std::sort(places.begin(), places.end(), [&](const Place& x, const Place& y) {
    if (x.hash != y.hash) return x.hash < y.hash;
    if (same_run(pile, n, x.word, y.word)) return x.word < y.word;
    return std::lexicographical_compare(
        pile.words.begin() + x.word, pile.words.begin() + x.word + n, pile.words.begin() + y.word,
        pile.words.begin() + y.word + n);
  });
  return places;
}

// What one run says about each of its places, taken article by article.
void mark_run(std::span<const AnnotatedArticle> articles, const PileText& pile,
              std::span<const std::uint32_t> ranks, std::span<const std::uint32_t> places,
              std::uint32_t n, SharedWords& shared) {
  std::uint32_t n_holders = 1;
  std::uint32_t first_rank = ranks[pile.articles[places[0]]];
  bool outlets_differ = false;
  for (std::size_t i = 1; i < places.size(); ++i) {
    const std::uint32_t article = pile.articles[places[i]];
    n_holders += article != pile.articles[places[i - 1]];
    first_rank = std::min(first_rank, ranks[article]);
    outlets_differ = outlets_differ || articles[article].article.outlet !=
                                           articles[pile.articles[places[0]]].article.outlet;
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::uint32_t article = pile.articles[places[i]];
    const bool is_twice = (i > 0 && pile.articles[places[i - 1]] == article) ||
                          (i + 1 < places.size() && pile.articles[places[i + 1]] == article);
    const std::uint32_t partner = pile.articles[places.front()] != article  ? places.front()
                                  : pile.articles[places.back()] != article ? places.back()
                                                                            : kNoWord;
    for (std::uint32_t at = places[i]; at < places[i] + n; ++at) {
      if (partner != kNoWord) shared.partners[at] = partner + (at - places[i]);
      shared.any[at] = shared.any[at] || n_holders > 1;
      shared.earlier[at] = shared.earlier[at] || first_rank < ranks[article];
      shared.other_outlet[at] = shared.other_outlet[at] || outlets_differ;
      shared.twice[at] = shared.twice[at] || is_twice;
      shared.n_holders[at] = std::max(shared.n_holders[at], n_holders);
    }
  }
}

bool is_furniture(Role role) {
  return role == Role::kCredit || role == Role::kPromo || role == Role::kNote ||
         role == Role::kDateline || role == Role::kByline;
}

}  // namespace

PileText read_pile_text(std::span<const AnnotatedArticle> articles) {
  PileText pile;
  std::unordered_map<std::string, std::uint32_t> numbers;
  pile.begins.push_back(0);
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    for (auto& [word, range] : reference::split(articles[i].article.text)) {
      const auto number = static_cast<std::uint32_t>(numbers.size());
      pile.words.push_back(numbers.emplace(std::move(word), number).first->second);
      pile.ranges.push_back(range);
      pile.articles.push_back(i);
    }
    pile.begins.push_back(static_cast<std::uint32_t>(pile.words.size()));
  }
  return pile;
}

void for_each_repeated_run(const PileText& pile, std::uint32_t n,
                           const std::function<void(std::span<const std::uint32_t>)>& found) {
  const std::vector<Place> places = sorted_places(pile, n);
  std::vector<std::uint32_t> group;
  for (std::size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    group.assign(1, places[begin].word);
    for (end = begin + 1; end < places.size() && places[end].hash == places[begin].hash &&
                          same_run(pile, n, places[end].word, places[begin].word);
         ++end)
      group.push_back(places[end].word);
    if (group.size() > 1) found(group);
  }
}

std::vector<std::uint32_t> working_ranks(std::span<const AnnotatedArticle> articles) {
  std::vector<std::uint32_t> order(articles.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::uint32_t i) {
    const Article& article = articles[i].article;
    const auto& when = article.published.when;
    const bool is_dated = article.published.basis == DateBasis::kStated && when.earliest;
    return std::tuple(!is_dated, is_dated ? when.earliest->time_since_epoch().count() : 0,
                      std::string_view(article.sources.front()), std::string_view(article.id), i);
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t x, std::uint32_t y) { return key(x) < key(y); });
  std::vector<std::uint32_t> ranks(order.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  return ranks;
}

std::vector<bool> furniture_words(std::span<const AnnotatedArticle> articles,
                                  const PileText& pile) {
  std::vector<bool> furniture(pile.words.size());
  for (std::uint32_t i = 0; i < articles.size(); ++i)
    for (const Paragraph& paragraph : articles[i].article.paragraphs) {
      if (!is_furniture(paragraph.role)) continue;
      const auto [first, last] = words_inside(pile, {i, paragraph.range});
      for (std::uint32_t at = first; at < last; ++at) furniture[at] = true;
    }
  return furniture;
}

SharedWords share_words(std::span<const AnnotatedArticle> articles, const PileText& pile,
                        std::uint32_t n) {
  const std::vector<bool> furniture = furniture_words(articles, pile);
  const auto crosses_a_border = [&](std::uint32_t place) {
    const auto begin = furniture.begin() + place;
    return std::find(begin + 1, begin + n, !*begin) != begin + n;
  };
  const std::size_t n_words = pile.words.size();
  SharedWords shared;
  for (auto* flags : {&shared.any, &shared.earlier, &shared.other_outlet, &shared.twice})
    flags->assign(n_words, false);
  shared.n_holders.assign(n_words, 0);
  shared.partners.assign(n_words, kNoWord);
  const std::vector<std::uint32_t> ranks = working_ranks(articles);
  for_each_repeated_run(pile, n, [&](std::span<const std::uint32_t> places) {
    std::vector<std::uint32_t> inside(places.begin(), places.end());
    std::erase_if(inside, crosses_a_border);
    if (inside.size() > 1) mark_run(articles, pile, ranks, inside, n, shared);
  });
  return shared;
}

WordStretch words_inside(const PileText& pile, Span span) {
  const auto begin = pile.ranges.begin() + pile.begins[span.article];
  const auto end = pile.ranges.begin() + pile.begins[span.article + 1];
  const auto first =
      std::partition_point(begin, end, [&](Range word) { return word.begin < span.range.begin; });
  const auto last =
      std::partition_point(first, end, [&](Range word) { return word.end <= span.range.end; });
  return {static_cast<std::uint32_t>(first - pile.ranges.begin()),
          static_cast<std::uint32_t>(last - pile.ranges.begin())};
}

}  // namespace fabula::eval
