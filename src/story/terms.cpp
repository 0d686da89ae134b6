#include "story/terms.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/sort_numbers.hpp"
#include "text/common_words.hpp"
#include "text/fold.hpp"
#include "text/stem.hpp"
#include "text/words.hpp"

namespace fabula::story {
namespace {

// How many articles of the news at large count beside those of the pile.
constexpr double kNewsArticles = 300;
// Of so many a word is counted where the pile itself does not count.
constexpr double kManyNewsArticles = 20000;
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
// until it says false, and end_sentence() behind each sentence.
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
      if (!visit(text::stem_of(lower), place)) return;
    }
    end_sentence();
  }
}

// Calls visit(key, place, is_pair) for the terms, in text order, until it says false: each word's
// own, then that of the word and the one before it in its sentence.
template <class Visit>
void for_each_term(const AnnotatedArticle& article, const Visit& visit) {
  TermKey before = 0;
  Place before_place;
  for_each_stem(
      article,
      [&](const std::string& stem, const Place& place) {
        const TermKey key = text::word_key(stem);
        if (!visit(key, place, false)) return false;
        if (before != 0) {
          Place both = place;
          both.range.begin = before_place.range.begin;
          if (!visit(key_of_pair(before, key), both, true)) return false;
        }
        before = key;
        before_place = place;
        return true;
      },
      [&] { before = 0; });
}

struct Counted : CountedTerm {
  std::uint32_t n_articles = 0;  // of the pile, that hold it
  std::uint32_t id = 0;          // of those that two articles hold
};

// Fills in how many articles hold each term, and numbers those that two hold by their keys; returns
// one of each number. Keys of the same first bits are counted together, so that what is counted
// stays near.
std::vector<Counted> number_terms(std::vector<std::vector<Counted>>& counted,
                                  const Context& context) {
  constexpr unsigned kBits = 6;
  constexpr unsigned kShift = 64 - kBits;
  constexpr std::size_t kParts = std::size_t{1} << kBits;
  std::vector<std::vector<Counted>> numbered(kParts);
  parallel_for(context, kParts, [&](std::size_t part) {
    std::vector<WideNumber> places;  // of the terms: their keys, articles, and numbers in those
    for (std::size_t a = 0; a < counted.size(); ++a) {
      const std::vector<Counted>& terms = counted[a];
      auto at =
          std::ranges::lower_bound(terms, static_cast<TermKey>(part) << kShift, {}, &Counted::key);
      for (; at != terms.end() && at->key >> kShift == part; ++at)
        places.push_back(
            {.lo = (a << 32U) | static_cast<std::size_t>(at - terms.begin()), .hi = at->key});
    }
    sort_numbers(places);
    const auto term_at = [&](const WideNumber& place) -> Counted& {
      return counted[place.lo >> 32U][static_cast<std::uint32_t>(place.lo)];
    };
    for (std::size_t first = 0, last = 0; first < places.size(); first = last) {
      while (last < places.size() && places[last].hi == places[first].hi) ++last;
      for (std::size_t i = first; i < last; ++i) {
        Counted& term = term_at(places[i]);
        term.n_articles = static_cast<std::uint32_t>(last - first);
        term.id = static_cast<std::uint32_t>(numbered[part].size());
      }
      if (last - first > 1) numbered[part].push_back(term_at(places[first]));
    }
  });
  std::vector<Counted> all;
  std::vector<std::uint32_t> first_of(kParts);
  for (std::size_t part = 0; part < kParts; ++part) {
    first_of[part] = static_cast<std::uint32_t>(all.size());
    all.insert(all.end(), numbered[part].begin(), numbered[part].end());
  }
  parallel_for(context, counted.size(), [&](std::size_t i) {
    for (Counted& term : counted[i]) term.id += first_of[term.key >> kShift];
  });
  return all;
}

}  // namespace

std::vector<CountedTerm> count_terms(const AnnotatedArticle& article) {
  std::vector<CountedTerm> all;
  float news = 0;         // of the word
  float news_before = 0;  // of the one before it
  for_each_term(article, [&](TermKey key, const Place& place, bool is_pair) {
    if (!is_pair) news_before = std::exchange(news, text::news_share(key));
    const float at_all = is_pair ? kPairCount : place.is_name ? kNameFactor : 1;
    all.push_back({key, at_all * (place.is_lead ? kLeadFactor : 1),
                   is_pair ? kPairShare * std::min(news_before, news) : news});
    return true;
  });
  // Sums are made in one order: the same on every run.
  std::ranges::stable_sort(all, {}, &CountedTerm::key);
  std::size_t n = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (n > 0 && all[n - 1].key == all[i].key)
      all[n - 1].count += all[i].count;
    else
      all[n++] = all[i];
  }
  // Most terms stand more than once: no more room than for each once.
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(n)};
}

double rarity_of(const CountedTerm& term, double n_holders, double n_articles) {
  return std::log((kNewsArticles + n_articles + 1) /
                  (kNewsArticles * term.news / 10000 + n_holders + 0.5));
}

double weight_of_count(float count) { return count >= 1 ? 1 + std::log(count) : count; }

Terms weigh_terms(std::span<const AnnotatedArticle> articles, const Context& context) {
  std::vector<std::vector<Counted>> counted(articles.size());
  parallel_for(context, articles.size(), [&](std::size_t i) {
    const std::vector<CountedTerm> terms = count_terms(articles[i]);
    counted[i].reserve(terms.size());
    for (const CountedTerm& term : terms) counted[i].push_back({term});
  });
  const auto n = static_cast<double>(articles.size());
  const auto rarity = [n](const Counted& term) { return rarity_of(term, term.n_articles, n); };
  Terms out;
  for (const Counted& term : number_terms(counted, context)) {
    out.keys.push_back(term.key);
    constexpr double kLeastRarity = 1e-3;
    const double in_news =
        std::log((kManyNewsArticles + 1) / (kManyNewsArticles * term.news / 10000 + 0.5));
    out.news_factors.push_back(static_cast<float>(in_news / std::max(rarity(term), kLeastRarity)));
  }
  out.of_article.resize(articles.size());
  const double alone = std::min(1.0, kFewArticles / std::max(n, 1.0));
  parallel_for(context, articles.size(), [&](std::size_t i) {
    TermVector vector;
    double length = 0;
    for (const Counted& term : counted[i]) {
      const bool is_shared = term.n_articles > 1;
      const double rare = rarity(term);
      if (rare <= 0) continue;
      const double weight = weight_of_count(term.count) * rare * (is_shared ? 1 : alone);
      length += weight * weight;
      // What nobody else has is of no use but for the length.
      if (is_shared) vector.push_back({term.id, static_cast<float>(weight)});
    }
    for (Term& term : vector) term.weight = static_cast<float>(term.weight / std::sqrt(length));
    vector.shrink_to_fit();
    out.of_article[i] = std::move(vector);
  });
  return out;
}

TermVector weighed_by_news(const Terms& terms, std::uint32_t article) {
  TermVector out = terms.of_article[article];
  double length = 0;
  for (Term& term : out) {
    term.weight *= terms.news_factors[term.id];
    length += static_cast<double>(term.weight) * term.weight;
  }
  for (Term& term : out) term.weight = static_cast<float>(term.weight / std::sqrt(length));
  return out;
}

Overlap overlap_of(const TermVector& a, const TermVector& b) {
  Overlap out;
  const Term* x = a.data();
  const Term* y = b.data();
  const Term* const x_end = x + a.size();
  const Term* const y_end = y + b.size();
  // Which of two is greater is anybody's guess: steps are added up, not jumped over.
  while (x != x_end && y != y_end) {
    const std::uint32_t x_id = x->id;
    const std::uint32_t y_id = y->id;
    if (x_id == y_id) {
      const double product = static_cast<double>(x->weight) * y->weight;
      out.all += product;
      out.greatest = std::max(out.greatest, product);
    }
    x += x_id <= y_id;
    y += y_id <= x_id;
  }
  return out;
}

void TermTable::set(std::span<const Term> terms) {
  for (const std::uint32_t id : ids_) {
    weights_[id] = 0;
    filter_[word_of(id)] = 0;
  }
  ids_.clear();
  add(terms);
}

void TermTable::add(std::span<const Term> terms) {
  for (const Term& term : terms) {
    float& weight = weights_[term.id];
    if (weight == 0) ids_.push_back(term.id);
    filter_[word_of(term.id)] |= std::uint64_t{1} << (term.id % 64);
    weight += term.weight;
  }
}

TermVector sum_of(std::span<const Term> a, std::span<const Term> b) {
  TermVector out;
  out.reserve(a.size() + b.size());
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() || y != b.end()) {
    if (y == b.end() || (x != a.end() && x->id < y->id)) {
      out.push_back(*x++);
    } else if (x == a.end() || y->id < x->id) {
      out.push_back(*y++);
    } else {
      out.push_back({x->id, x->weight + y->weight});
      ++x;
      ++y;
    }
  }
  return out;
}

std::vector<Range> places_of(const AnnotatedArticle& article, std::span<const TermKey> keys) {
  std::vector<Range> places(keys.size());
  std::size_t n_missing = keys.size();
  for_each_term(article, [&](TermKey key, const Place& at, bool) {
    const auto found = std::ranges::lower_bound(keys, key);
    if (found == keys.end() || *found != key) return true;
    Range& place = places[static_cast<std::size_t>(found - keys.begin())];
    if (!place.empty()) return true;
    place = at.range;
    return --n_missing > 0;
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
        return true;
      },
      [] {});
  std::ranges::sort(stems);
  const auto twice = std::ranges::unique(stems);
  stems.erase(twice.begin(), twice.end());
  return stems;
}

}  // namespace fabula::story
