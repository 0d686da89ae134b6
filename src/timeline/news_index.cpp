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
  first_.reserve(sentences.size() + 1);
  article_of_.reserve(sentences.size());
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    first_.push_back(static_cast<std::uint32_t>(holders_.size()));
    article_of_.push_back(sentences[i].span.article);
    for (const NewsTerm& term : sentences[i].terms)
      holders_.push_back({term.key, i, static_cast<std::uint32_t>(holders_.size())});
  }
  first_.push_back(static_cast<std::uint32_t>(holders_.size()));
  held_by_.resize(holders_.size());
  std::ranges::sort(holders_, [](const Holder& a, const Holder& b) {
    return std::pair(a.key, a.sentence) < std::pair(b.key, b.sentence);
  });
  const float n = std::max(kFewSentences, static_cast<float>(sentences.size()));
  for (std::size_t i = 0; i < holders_.size();) {
    std::size_t end = i + 1;
    while (end < holders_.size() && holders_[end].key == holders_[i].key) ++end;
    const auto held = static_cast<float>(end - i);
    const float share = std::log(1 + n / held) / std::log(1 + n);
    for (const std::size_t begin = i; i < end; ++i) {
      const Holder& holder = holders_[i];
      sentences[holder.sentence].terms[holder.term - first_[holder.sentence]].weight *= share;
      held_by_[holder.term] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
  }
}

std::vector<std::uint32_t> StoryIndex::candidates(std::uint32_t sentence) const {
  struct Seek {
    float weight;
    std::span<const Holder> holders;
  };
  const SentenceFacts& here = sentences_[sentence];
  std::vector<Seek> seeks;
  for (std::size_t t = 0; t < here.terms.size(); ++t) {
    const Range held_by = held_by_[first_[sentence] + t];
    const auto holders = std::span(holders_).subspan(held_by.begin, held_by.size());
    if (holders.size() > 1 && holders.size() <= kMostHolders)
      seeks.push_back({here.terms[t].weight, holders});
  }
  // Terms stand by key: of equal weight the first ones.
  std::ranges::stable_sort(seeks, std::greater(), &Seek::weight);
  if (seeks.size() > kSeekTerms) seeks.resize(kSeekTerms);
  // Weights are added up in the order of the terms: the same sums on every run.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> led_to;  // sentence, by which of `seeks`
  for (std::uint32_t k = 0; k < seeks.size(); ++k)
    for (const Holder& holder : seeks[k].holders)
      if (article_of_[holder.sentence] != here.span.article)
        led_to.emplace_back(holder.sentence, k);
  std::ranges::sort(led_to);
  std::vector<std::pair<float, std::uint32_t>> found;  // weight, sentence
  for (const auto& [other, k] : led_to) {
    if (found.empty() || found.back().second != other) found.emplace_back(0.0F, other);
    found.back().first += seeks[k].weight;
  }
  const auto n = static_cast<std::ptrdiff_t>(std::min(found.size(), kMostCandidates));
  std::ranges::partial_sort(found, found.begin() + n, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::uint32_t> out;
  for (auto each = found.begin(); each != found.begin() + n; ++each) out.push_back(each->second);
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
