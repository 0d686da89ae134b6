#include "story/stream.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "story/stories.hpp"

namespace fabula::story {
namespace {

// Counts are halved when so many articles have been counted.
constexpr std::uint32_t kMostCounted = 1U << 17U;
// Beside average linkage alone more is asked: a story's own sum is longer than its articles' mean.
constexpr double kMore = 1.15;
constexpr std::size_t kMostTerms = 160;  // of a story
constexpr std::size_t kMostLeads = 40;   // of a story, and of an article
constexpr std::size_t kMostNear = 8;     // stories that are compared by all their terms
// Terms of more stories lead to none.
constexpr std::size_t kMostLed = 300;
// As stories.cpp: so much of the likeness has to be there without the greatest term.
constexpr double kRest = 0.5;

struct IsHeavier {
  template <class Weighed>
  bool operator()(const Weighed& a, const Weighed& b) const {
    return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
  }
};

template <class Weighed>
double length_of(const std::vector<Weighed>& terms) {
  double sum = 0;
  for (const Weighed& term : terms) sum += static_cast<double>(term.weight) * term.weight;
  return std::sqrt(sum);
}

// Calls visit(term of `a`, term of `b`) for those of equal keys. Both sorted by key.
template <class A, class B, class Visit>
void for_each_shared(const A& a, const B& b, const Visit& visit) {
  auto other = b.begin();
  for (const auto& term : a) {
    while (other != b.end() && other->key < term.key) ++other;
    if (other == b.end()) return;
    if (other->key == term.key) visit(term, *other);
  }
}

std::size_t cell_of(TermKey key, std::size_t row, unsigned bits) {
  constexpr std::uint64_t kOdd[] = {0x9e3779b97f4a7c15ULL, 0xc2b2ae3d27d4eb4fULL};
  return static_cast<std::size_t>((key * kOdd[row]) >> (64U - bits));
}

}  // namespace

TermCounts::TermCounts() {
  for (auto& row : rows_) row.resize(std::size_t{1} << kBits);
}

void TermCounts::add(std::span<const CountedTerm> terms) {
  if (n_articles_ == kMostCounted) {
    for (auto& row : rows_)
      for (std::uint16_t& cell : row) cell = static_cast<std::uint16_t>(cell / 2);
    n_articles_ /= 2;
  }
  ++n_articles_;
  for (const CountedTerm& term : terms)
    for (std::size_t row = 0; row < kRows; ++row) {
      std::uint16_t& cell = rows_[row][cell_of(term.key, row, kBits)];
      if (cell < std::numeric_limits<std::uint16_t>::max()) ++cell;
    }
}

std::uint32_t TermCounts::of(TermKey key) const {
  return std::min(rows_[0][cell_of(key, 0, kBits)], rows_[1][cell_of(key, 1, kBits)]);
}

std::vector<StoryStream::Weighed> StoryStream::weigh(std::span<const CountedTerm> terms) const {
  std::vector<Weighed> out;
  out.reserve(terms.size());
  double length = 0;
  for (const CountedTerm& term : terms) {
    // The article itself has been counted.
    const std::uint32_t n = std::max(1U, counts_.of(term.key));
    const double rare = rarity_of(term, n, counts_.n_articles());
    if (rare <= 0) continue;
    const double weight = weight_of_count(term.count) * rare;
    length += weight * weight;
    out.push_back({term.key, static_cast<float>(weight)});
  }
  for (Weighed& term : out) term.weight = static_cast<float>(term.weight / std::sqrt(length));
  return out;
}

StoryStream::Near StoryStream::nearest(std::span<const Weighed> article) {
  // The heaviest terms lead to stories, the rarest first to be asked.
  std::vector<Weighed> leads(std::min(kMostLeads, article.size()));
  std::ranges::partial_sort_copy(article, leads, IsHeavier());
  std::vector<std::pair<float, std::uint32_t>> found;
  led_to_.resize(stories_.size());
  for (const Weighed& lead : leads) {
    const auto at = leads_.find(lead.key);
    if (at == leads_.end() || at->second.size() > kMostLed) continue;
    for (const std::uint32_t story : at->second) {
      if (led_to_[story] == 0) found.emplace_back(0, story);
      led_to_[story] += lead.weight * lead.weight;
    }
  }
  for (auto& [sum, story] : found) sum = std::exchange(led_to_[story], 0);
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(kMostNear, found.size()));
  std::ranges::partial_sort(found, end, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  Near best;
  for (auto near = found.begin(); near != end; ++near) {
    const Told& told = stories_[near->second];
    double all = 0;
    double greatest = 0;
    for_each_shared(article, told.sum, [&](const Weighed& here, const Weighed& there) {
      const double product = static_cast<double>(here.weight) * there.weight;
      all += product;
      greatest = std::max(greatest, product);
    });
    // Between the mean cosine with its articles and the cosine with their sum.
    const double by = std::sqrt(told.n_articles * told.length);
    all /= by;
    greatest /= by;
    if (all > best.likeness) best = {near->second, all, all - greatest};
  }
  return best;
}

void StoryStream::join(std::uint32_t story, std::span<const Weighed> article) {
  Told& told = stories_[story];
  std::vector<Weighed> sum;
  sum.reserve(told.sum.size() + article.size());
  auto theirs = told.sum.begin();
  for (const Weighed& term : article) {
    while (theirs != told.sum.end() && theirs->key < term.key) sum.push_back(*theirs++);
    sum.push_back(term);
    if (theirs != told.sum.end() && theirs->key == term.key) sum.back().weight += theirs++->weight;
  }
  sum.insert(sum.end(), theirs, told.sum.end());
  if (sum.size() > kMostTerms) {
    std::ranges::nth_element(sum, sum.begin() + kMostTerms, IsHeavier());
    sum.resize(kMostTerms);
  }
  ++told.n_articles;
  // Each time it has doubled the heaviest terms may be others.
  if (told.n_articles >= 2 * told.n_led) {
    told.n_led = told.n_articles;
    const auto end = sum.begin() + static_cast<std::ptrdiff_t>(std::min(kMostLeads, sum.size()));
    std::ranges::partial_sort(sum, end, IsHeavier());
    for (auto term = sum.begin(); term != end; ++term) {
      std::vector<std::uint32_t>& led = leads_[term->key];
      if (led.size() <= kMostLed && std::ranges::find(led, story) == led.end())
        led.push_back(story);
    }
  }
  std::ranges::sort(sum, {}, &Weighed::key);
  told.sum = {sum.begin(), sum.end()};
  told.length = length_of(told.sum);
}

void StoryStream::put(std::span<const CountedTerm> terms, std::uint32_t story) {
  if (story == stories_.size()) stories_.emplace_back();
  join(story, weigh(terms));
}

std::vector<TermKey> StoryStream::most_shared(std::uint32_t story,
                                              std::span<const Weighed> article) const {
  constexpr std::size_t kMostShared = 3;
  std::vector<Weighed> shared;
  for_each_shared(article, stories_[story].sum, [&](const Weighed& here, const Weighed& there) {
    shared.push_back({here.key, here.weight * there.weight});
  });
  std::ranges::sort(shared, IsHeavier());
  std::vector<TermKey> keys;
  for (const Weighed& term : shared)
    if (keys.size() < kMostShared) keys.push_back(term.key);
  return keys;
}

Assignment StoryStream::assign(std::span<const CountedTerm> terms) {
  counts_.add(terms);
  const std::vector<Weighed> article = weigh(terms);
  const Near near = nearest(article);
  const double least = kMore * least_likeness(counts_.n_articles(), 1);
  Assignment out;
  out.likeness = near.likeness;
  out.is_new = near.likeness < least || near.rest < kRest * least;
  if (out.is_new) {
    out.story = static_cast<std::uint32_t>(stories_.size());
    stories_.emplace_back();
  } else {
    out.story = near.story;
    out.shared = most_shared(near.story, article);
  }
  join(out.story, article);
  return out;
}

}  // namespace fabula::story
