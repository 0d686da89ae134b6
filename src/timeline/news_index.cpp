#include "timeline/news_index.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>

namespace fabula::timeline {
namespace {

// A story of fewer sentences does not tell which of its words are rare.
constexpr float kFewSentences = 20;

}  // namespace

StoryIndex::StoryIndex(std::span<SentenceFacts> sentences) : sentences_(sentences) {
  for (std::uint32_t i = 0; i < sentences.size(); ++i)
    for (const NewsTerm& term : sentences[i].terms) holders_.push_back({term.key, i});
  std::ranges::sort(holders_, [](const Holder& a, const Holder& b) {
    return std::pair(a.key, a.sentence) < std::pair(b.key, b.sentence);
  });
  const float n = std::max(kFewSentences, static_cast<float>(sentences.size()));
  for (std::size_t i = 0; i < holders_.size();) {
    std::size_t end = i + 1;
    while (end < holders_.size() && holders_[end].key == holders_[i].key) ++end;
    const auto held = static_cast<float>(end - i);
    const float share = std::log(1 + n / held) / std::log(1 + n);
    for (; i < end; ++i)
      std::ranges::lower_bound(sentences[holders_[i].sentence].terms, holders_[i].key, {},
                               &NewsTerm::key)
          ->weight *= share;
  }
}

std::span<const StoryIndex::Holder> StoryIndex::holders_of(text::WordKey key) const {
  const auto found = std::ranges::equal_range(holders_, key, {}, &Holder::key);
  return {found.begin(), found.end()};
}

std::vector<std::uint32_t> StoryIndex::candidates(std::uint32_t sentence) const {
  struct Seek {
    float weight;
    std::span<const Holder> holders;
  };
  const SentenceFacts& here = sentences_[sentence];
  std::vector<Seek> seeks;
  for (const NewsTerm& term : here.terms) {
    const auto holders = holders_of(term.key);
    if (holders.size() > 1 && holders.size() <= kMostHolders)
      seeks.push_back({term.weight, holders});
  }
  // Terms stand by key: of equal weight the first ones.
  std::ranges::stable_sort(seeks, std::greater(), &Seek::weight);
  if (seeks.size() > kSeekTerms) seeks.resize(kSeekTerms);
  std::vector<std::pair<std::uint32_t, float>> found;
  for (const Seek& seek : seeks)
    for (const Holder& holder : seek.holders)
      if (sentences_[holder.sentence].span.article != here.span.article)
        found.emplace_back(holder.sentence, seek.weight);
  std::ranges::stable_sort(found, {}, &std::pair<std::uint32_t, float>::first);
  std::size_t n = 0;
  for (const auto& [other, weight] : found) {
    if (n > 0 && found[n - 1].first == other)
      found[n - 1].second += weight;
    else
      found[n++] = {other, weight};
  }
  found.resize(n);
  std::ranges::stable_sort(found, std::greater(), &std::pair<std::uint32_t, float>::second);
  if (found.size() > kMostCandidates) found.resize(kMostCandidates);
  std::vector<std::uint32_t> out;
  for (const auto& [other, weight] : found) out.push_back(other);
  return out;
}

Likeness StoryIndex::compare(const SentenceFacts& sentence, const SentenceFacts& other) {
  Likeness like;
  std::uint32_t n_other_names = 0;
  for (const NewsTerm& term : other.terms) {
    like.other += term.weight;
    n_other_names += term.kind == NewsTerm::Kind::kName;
  }
  auto there = other.terms.begin();
  for (const NewsTerm& term : sentence.terms) {
    while (there != other.terms.end() && there->key < term.key) ++there;
    const bool is_shared = there != other.terms.end() && there->key == term.key;
    const bool is_number = term.kind == NewsTerm::Kind::kNumber;
    const bool is_plain = !is_number && term.kind != NewsTerm::Kind::kStep;
    like.all += term.weight;
    const bool is_word = !is_number && term.kind != NewsTerm::Kind::kName;
    like.plain += is_plain ? term.weight : 0;
    like.word += is_word ? term.weight : 0;
    if (!is_shared) {
      like.lacks_name = like.lacks_name || term.kind == NewsTerm::Kind::kName;
      like.lacks_number = like.lacks_number || is_number;
      like.lacking_numbers += is_number ? term.weight : 0;
      continue;
    }
    like.shared += term.weight;
    like.plain_shared += is_plain ? term.weight : 0;
    like.word_shared += is_word ? term.weight : 0;
    like.n_shared += !is_number;
    like.n_shared_words += is_word;
    like.n_shared_names += term.kind == NewsTerm::Kind::kName;
  }
  like.other_lacks_name = n_other_names > like.n_shared_names;
  return like;
}

}  // namespace fabula::timeline
