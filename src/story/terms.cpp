#include "story/terms.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "text/common_words.hpp"
#include "text/fold.hpp"
#include "text/stem.hpp"
#include "text/words.hpp"

namespace fabula::story {
namespace {

// How many articles of the news at large count beside those of the pile.
constexpr double kNewsArticles = 300;
// A pair of words stands side by side in so many of the articles that hold the rarer one.
constexpr float kPairShare = 0.2F;

constexpr float kPairCount = 0.6F;
constexpr float kLeadFactor = 3;
constexpr float kNameFactor = 4;
constexpr std::size_t kLeadSentences = 2;
// Terms of one article alone count in full up to a pile of so many.
constexpr double kFewArticles = 20;
// What stands far down in a long text is seldom what it is about.
constexpr std::size_t kMostWords = 1500;

TermKey key_of_pair(TermKey first, TermKey second) {
  return (first ^ (second + 0x9e3779b97f4a7c15ULL + (first << 6U) + (first >> 2U))) *
         1099511628211ULL;
}

struct Place {
  Range range;
  bool is_lead = false;
  bool is_name = false;
};

// Calls visit(stem, place) for the words of title and body that are no small words, in text order,
// and end_sentence() behind each sentence.
template <class Visit, class EndSentence>
void for_each_stem(const AnnotatedArticle& article, const Visit& visit,
                   const EndSentence& end_sentence) {
  const auto& mentions = article.names.mentions;
  auto mention = mentions.begin();
  std::size_t n_words = 0;
  std::size_t n_sentences = 0;
  std::vector<Range> words;
  for (const Sentence& sentence : article.segmentation.sentences) {
    const Role role = article.article.paragraphs[sentence.paragraph].role;
    if (role != Role::kBody && role != Role::kHeading) continue;
    Place place;
    place.is_lead = role == Role::kHeading || n_sentences < kLeadSentences;
    n_sentences += role == Role::kBody;
    const text::FoldedText folded = text::fold(words_of(article.article.text, sentence.range));
    text::split_folded(folded.text, words);
    for (const Range word : words) {
      if (n_words++ == kMostWords) return;
      std::string_view lower = words_of(folded.text, word);
      if (lower.ends_with("'s")) lower.remove_suffix(2);
      if (text::is_small_word(lower)) continue;
      const Range in_sentence =
          folded.map.to_source({word.begin, word.begin + static_cast<std::uint32_t>(lower.size())});
      place.range = {sentence.range.begin + in_sentence.begin,
                     sentence.range.begin + in_sentence.end};
      while (mention != mentions.end() && mention->range.end <= place.range.begin) ++mention;
      place.is_name = mention != mentions.end() && mention->range.begin <= place.range.begin;
      visit(text::stem_of(lower), place);
    }
    end_sentence();
  }
}

// Calls visit(key, place, news, is_pair) for the terms, in text order.
template <class Visit>
void for_each_term(const AnnotatedArticle& article, const Visit& visit) {
  TermKey before = 0;
  float before_news = 0;
  Place before_place;
  for_each_stem(
      article,
      [&](const std::string& stem, const Place& place) {
        const TermKey key = text::word_key(stem);
        const float news = text::news_share(key);
        visit(key, place, news, false);
        if (before != 0) {
          Place both = place;
          both.range.begin = before_place.range.begin;
          visit(key_of_pair(before, key), both, kPairShare * std::min(before_news, news), true);
        }
        before = key;
        before_news = news;
        before_place = place;
      },
      [&] { before = 0; });
}

struct Counted {
  TermKey key = 0;
  float count = 0;
  float news = 0;  // of 10,000 articles
};

// By key, each once.
std::vector<Counted> count_terms(const AnnotatedArticle& article) {
  std::vector<Counted> all;
  for_each_term(article, [&](TermKey key, const Place& place, float news, bool is_pair) {
    const float at_all = is_pair ? kPairCount : place.is_name ? kNameFactor : 1;
    all.push_back({key, at_all * (place.is_lead ? kLeadFactor : 1), news});
  });
  // Sums are made in one order: the same on every run.
  std::ranges::stable_sort(all, {}, &Counted::key);
  std::size_t n = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (n > 0 && all[n - 1].key == all[i].key)
      all[n - 1].count += all[i].count;
    else
      all[n++] = all[i];
  }
  all.resize(n);
  return all;
}

// In how many articles each term is that is in two or more, by key.
struct Shared {
  TermKey key = 0;
  std::uint32_t n_articles = 0;
};

std::vector<Shared> shared_terms(const std::vector<std::vector<Counted>>& counted) {
  std::vector<TermKey> keys;
  for (const auto& terms : counted)
    for (const Counted& term : terms) keys.push_back(term.key);
  std::ranges::sort(keys);
  std::vector<Shared> out;
  for (std::size_t first = 0, last = 0; first < keys.size(); first = last) {
    while (last < keys.size() && keys[last] == keys[first]) ++last;
    if (last - first > 1) out.push_back({keys[first], static_cast<std::uint32_t>(last - first)});
  }
  return out;
}

}  // namespace

std::vector<TermVector> weigh_terms(std::span<const AnnotatedArticle> articles,
                                    const Context& context) {
  std::vector<std::vector<Counted>> counted(articles.size());
  parallel_for(context, articles.size(),
               [&](std::size_t i) { counted[i] = count_terms(articles[i]); });
  const std::vector<Shared> shared = shared_terms(counted);
  const auto n = static_cast<double>(articles.size());
  const double alone = std::min(1.0, kFewArticles / std::max(n, 1.0));
  std::vector<TermVector> vectors(articles.size());
  parallel_for(context, articles.size(), [&](std::size_t i) {
    double length = 0;
    for (const Counted& term : counted[i]) {
      const auto found = std::ranges::lower_bound(shared, term.key, {}, &Shared::key);
      const bool is_shared = found != shared.end() && found->key == term.key;
      const double here = is_shared ? found->n_articles : 1;
      const double rarity =
          std::log((kNewsArticles + n + 1) / (kNewsArticles * term.news / 10000 + here + 0.5));
      if (rarity <= 0) continue;
      const double count = term.count >= 1 ? 1 + std::log(term.count) : term.count;
      const double weight = count * rarity * (is_shared ? 1 : alone);
      length += weight * weight;
      // What nobody else has is of no use but for the length.
      if (is_shared) vectors[i].push_back({term.key, static_cast<float>(weight)});
    }
    for (Term& term : vectors[i]) term.weight = static_cast<float>(term.weight / std::sqrt(length));
  });
  return vectors;
}

Overlap overlap_of(const TermVector& a, const TermVector& b) {
  Overlap out;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->key < y->key) {
      ++x;
    } else if (y->key < x->key) {
      ++y;
    } else {
      const double product = static_cast<double>(x->weight) * y->weight;
      out.all += product;
      out.greatest = std::max(out.greatest, product);
      ++x;
      ++y;
    }
  }
  return out;
}

TermVector sum_of(const TermVector& a, const TermVector& b) {
  TermVector out;
  out.reserve(a.size() + b.size());
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() || y != b.end()) {
    if (y == b.end() || (x != a.end() && x->key < y->key)) {
      out.push_back(*x++);
    } else if (x == a.end() || y->key < x->key) {
      out.push_back(*y++);
    } else {
      out.push_back({x->key, x->weight + y->weight});
      ++x;
      ++y;
    }
  }
  return out;
}

std::vector<Range> places_of(const AnnotatedArticle& article, std::span<const TermKey> keys) {
  std::vector<Range> places(keys.size());
  for_each_term(article, [&](TermKey key, const Place& at, float, bool) {
    const auto found = std::ranges::lower_bound(keys, key);
    if (found == keys.end() || *found != key) return;
    Range& place = places[static_cast<std::size_t>(found - keys.begin())];
    if (place.empty()) place = at.range;
  });
  return places;
}

std::vector<std::string> small_stems(const AnnotatedArticle& article) {
  std::vector<std::string> stems;
  const std::string_view text = article.article.text;
  for_each_stem(
      article,
      [&](std::string stem, const Place& place) {
        const char first = text[place.range.begin];
        if (first >= 'a' && first <= 'z' && !place.is_name) stems.push_back(std::move(stem));
      },
      [] {});
  std::ranges::sort(stems);
  const auto twice = std::ranges::unique(stems);
  stems.erase(twice.begin(), twice.end());
  return stems;
}

}  // namespace fabula::story
