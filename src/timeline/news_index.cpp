#include "timeline/news_index.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>

#include "base/sort_numbers.hpp"

namespace fabula::timeline {
namespace {

// A story of fewer sentences does not tell which of its words are rare.
constexpr float kFewSentences = 20;

bool is_number(const NewsTerm& term) { return term.kind == NewsTerm::Kind::kNumber; }
bool is_name(const NewsTerm& term) { return term.kind == NewsTerm::Kind::kName; }
bool is_plain(const NewsTerm& term) {
  return !is_number(term) && term.kind != NewsTerm::Kind::kStep;
}
bool is_word(const NewsTerm& term) { return !is_number(term) && !is_name(term); }

}  // namespace

StoryIndex::StoryIndex(std::span<SentenceFacts> sentences) : sentences_(sentences) {
  first_.reserve(sentences.size() + 1);
  article_of_.reserve(sentences.size());
  std::vector<WideNumber> places;  // of the terms: their keys, sentences, and numbers of all
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    first_.push_back(static_cast<std::uint32_t>(places.size()));
    article_of_.push_back(sentences[i].span.article);
    for (const NewsTerm& term : sentences[i].terms)
      places.push_back({.lo = (std::uint64_t{i} << 32U) | places.size(), .hi = term.key});
  }
  first_.push_back(static_cast<std::uint32_t>(places.size()));
  held_by_.resize(places.size());
  sort_numbers(places);
  holders_.reserve(places.size());
  for (const auto& [place, key] : places)
    holders_.push_back(
        {key, static_cast<std::uint32_t>(place >> 32U), static_cast<std::uint32_t>(place)});
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
  sums_.reserve(sentences.size());
  for (const SentenceFacts& sentence : sentences) sums_.push_back(sums_of(sentence));
}

StoryIndex::Sums StoryIndex::sums_of(const SentenceFacts& sentence) {
  Sums sums;
  for (const NewsTerm& term : sentence.terms) {
    sums.all += term.weight;
    sums.plain += is_plain(term) ? term.weight : 0;
    sums.word += is_word(term) ? term.weight : 0;
    sums.n_names += is_name(term);
  }
  return sums;
}

std::vector<std::uint32_t> StoryIndex::candidates(std::uint32_t sentence, Scratch& scratch) const {
  struct Seek {
    float weight;
    std::span<const Holder> holders;
  };
  const SentenceFacts& here = sentences_[sentence];
  std::vector<Seek> seeks;
  seeks.reserve(here.terms.size());
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
  scratch.resize(sentences_.size());
  std::vector<std::pair<float, std::uint32_t>> found;  // weight, sentence
  found.reserve(kMostHolders);
  for (const auto& [weight, holders] : seeks)
    for (const Holder& holder : holders) {
      if (article_of_[holder.sentence] == here.span.article) continue;
      if (scratch[holder.sentence] == 0) found.emplace_back(0.0F, holder.sentence);
      scratch[holder.sentence] += weight;
    }
  for (auto& [sum, other] : found) sum = std::exchange(scratch[other], 0.0F);
  const auto n = static_cast<std::ptrdiff_t>(std::min(found.size(), kMostCandidates));
  std::ranges::partial_sort(found, found.begin() + n, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::uint32_t> out;
  for (auto each = found.begin(); each != found.begin() + n; ++each) out.push_back(each->second);
  return out;
}

Likeness StoryIndex::likeness(std::uint32_t sentence, std::uint32_t other) const {
  Likeness like;
  like.all = sums_[sentence].all;
  like.plain = sums_[sentence].plain;
  like.word = sums_[sentence].word;
  like.other = sums_[other].all;
  const std::vector<NewsTerm>& terms = sentences_[sentence].terms;
  const std::vector<NewsTerm>& others = sentences_[other].terms;
  const auto note_lack = [&](const NewsTerm& term, bool is_lacking) {
    like.lacks_name |= is_lacking & is_name(term);
    like.lacks_number |= is_lacking & is_number(term);
    like.lacking_numbers += is_lacking & is_number(term) ? term.weight : 0;
  };
  auto here = terms.begin();
  auto there = others.begin();
  // Which of two is greater is anybody's guess: steps are added up, not jumped over.
  while (here != terms.end() && there != others.end()) {
    const NewsTerm& term = *here;
    const text::WordKey key = there->key;
    if (term.key == key) {
      like.shared += term.weight;
      like.plain_shared += is_plain(term) ? term.weight : 0;
      like.word_shared += is_word(term) ? term.weight : 0;
      like.n_shared += !is_number(term);
      like.n_shared_words += is_word(term);
      like.n_shared_names += is_name(term);
    }
    note_lack(term, term.key < key);
    here += term.key <= key;
    there += key <= term.key;
  }
  for (; here != terms.end(); ++here) note_lack(*here, true);
  like.other_lacks_name = sums_[other].n_names > like.n_shared_names;
  return like;
}

}  // namespace fabula::timeline
