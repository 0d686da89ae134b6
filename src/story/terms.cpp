#include "story/terms.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::story {
namespace {

constexpr float kPairCount = 0.6F;
constexpr float kLeadFactor = 1.5F;
constexpr std::size_t kLeadWords = 60;
// What stands far down in a long text is seldom what it is about.
constexpr std::size_t kMostWords = 1500;
// Terms of more than this share of the articles are none, but for a small and a very large pile:
// how many articles share a term with another must not grow with the pile.
constexpr double kManyShare = 0.05;
constexpr double kFewestMany = 20;
constexpr double kMostMany = 1000;

// FNV-1a, 64 bits.
TermKey key_of(std::string_view word) {
  TermKey key = 14695981039346656037ULL;
  for (const char c : word) key = (key ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return key;
}

TermKey key_of_pair(TermKey first, TermKey second) {
  return (first ^ (second + 0x9e3779b97f4a7c15ULL + (first << 6U) + (first >> 2U))) *
         1099511628211ULL;
}

// Calls visit(key, range, is_pair, is_lead) for the terms of title and body, in text order. Words
// of two sentences do not stand side by side.
template <class Visit>
void for_each_term(const AnnotatedArticle& article, const Visit& visit) {
  std::size_t n_words = 0;
  std::vector<Range> words;
  for (const Sentence& sentence : article.segmentation.sentences) {
    const Role role = article.article.paragraphs[sentence.paragraph].role;
    if (role != Role::kBody && role != Role::kHeading) continue;
    const text::FoldedText folded = text::fold(words_of(article.article.text, sentence.range));
    text::split_folded(folded.text, words);
    TermKey before = 0;
    Range before_range;
    for (const Range word : words) {
      if (n_words == kMostWords) return;
      std::string_view lower = words_of(folded.text, word);
      if (lower.ends_with("'s")) lower.remove_suffix(2);
      const Range in_sentence =
          folded.map.to_source({word.begin, word.begin + static_cast<std::uint32_t>(lower.size())});
      const Range range{sentence.range.begin + in_sentence.begin,
                        sentence.range.begin + in_sentence.end};
      const TermKey key = key_of(lower);
      const bool is_lead = n_words < kLeadWords;
      visit(key, range, false, is_lead);
      if (before != 0)
        visit(key_of_pair(before, key), Range{before_range.begin, range.end}, true, is_lead);
      before = key;
      before_range = range;
      ++n_words;
    }
  }
}

struct Counted {
  TermKey key = 0;
  float count = 0;
  bool is_lead = false;
};

// By key, each once.
std::vector<Counted> count_terms(const AnnotatedArticle& article) {
  std::vector<Counted> all;
  for_each_term(article, [&](TermKey key, Range, bool is_pair, bool is_lead) {
    all.push_back({key, is_pair ? kPairCount : 1, is_lead && !is_pair});
  });
  std::ranges::sort(all, {}, &Counted::key);
  std::size_t n = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (n > 0 && all[n - 1].key == all[i].key) {
      all[n - 1].count += all[i].count;
      all[n - 1].is_lead |= all[i].is_lead;
    } else {
      all[n++] = all[i];
    }
  }
  all.resize(n);
  return all;
}

// Terms of two articles or more, of not too many, by key.
struct Rarity {
  TermKey key = 0;
  float weight = 0;
};

std::vector<Rarity> rarities_of(const std::vector<std::vector<Counted>>& counted) {
  std::vector<TermKey> keys;
  for (const auto& terms : counted)
    for (const Counted& term : terms) keys.push_back(term.key);
  std::ranges::sort(keys);
  const auto n = static_cast<double>(counted.size());
  const auto most = static_cast<std::size_t>(std::clamp(kManyShare * n, kFewestMany, kMostMany));
  std::vector<Rarity> out;
  for (std::size_t first = 0, last = 0; first < keys.size(); first = last) {
    while (last < keys.size() && keys[last] == keys[first]) ++last;
    const std::size_t n_articles = last - first;
    if (n_articles < 2 || n_articles > most || n_articles == counted.size()) continue;
    out.push_back({keys[first], static_cast<float>(std::log(n / static_cast<double>(n_articles)))});
  }
  return out;
}

}  // namespace

std::vector<TermVector> weigh_terms(std::span<const AnnotatedArticle> articles,
                                    const Context& context) {
  std::vector<std::vector<Counted>> counted(articles.size());
  parallel_for(context, articles.size(),
               [&](std::size_t i) { counted[i] = count_terms(articles[i]); });
  const std::vector<Rarity> rarities = rarities_of(counted);
  std::vector<TermVector> vectors(articles.size());
  parallel_for(context, articles.size(), [&](std::size_t i) {
    double length = 0;
    for (const Counted& term : counted[i]) {
      const auto rarity = std::ranges::lower_bound(rarities, term.key, {}, &Rarity::key);
      if (rarity == rarities.end() || rarity->key != term.key) continue;
      const float count = term.count >= 1 ? 1 + std::log(term.count) : term.count;
      const float weight = count * (term.is_lead ? kLeadFactor : 1) * rarity->weight;
      vectors[i].push_back({term.key, weight});
      length += static_cast<double>(weight) * weight;
    }
    for (Term& term : vectors[i]) term.weight = static_cast<float>(term.weight / std::sqrt(length));
  });
  return vectors;
}

std::vector<Range> places_of(const AnnotatedArticle& article, std::span<const TermKey> keys) {
  std::vector<Range> places(keys.size());
  for_each_term(article, [&](TermKey key, Range range, bool, bool) {
    const auto found = std::ranges::lower_bound(keys, key);
    if (found == keys.end() || *found != key) return;
    Range& place = places[static_cast<std::size_t>(found - keys.begin())];
    if (place.empty()) place = range;
  });
  return places;
}

}  // namespace fabula::story
