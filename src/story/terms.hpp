// What an article is about, as weighted terms: words, and words side by side.
//
//   The harbour walls of Marden fell.     harbour · wall · harbour wall · marden ·
//                                         wall marden · fell · marden fell
//
// Words meet by their stem; small words ("the", "said") are no terms, and are passed over between
// two that stand side by side. A term weighs 1 + log of how often it stands in title and body,
// three times as often for each place in title and lead and in a name, 0.6 times for a pair; times
// the log of how rare it is: in the pile, and in the news at large (text/common_words.hpp), which
// alone tells in a small pile. What one article alone has says nothing of what it shares, but makes
// it less like others: the less, the larger the pile is.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/span.hpp"
#include "model/pile.hpp"

namespace fabula::story {

using TermKey = std::uint64_t;  // a hash of the stem, or of both

struct Term {
  std::uint32_t id = 0;  // index into Terms::keys
  float weight = 0;
};

// A term of one article, before it is known who else has it.
struct CountedTerm {
  TermKey key = 0;
  float count = 0;  // places, weighed
  float news = 0;   // of 10,000 articles of the news at large, those that hold it
};

// The terms of an article, by key, each once. Linear in its words.
[[nodiscard]] std::vector<CountedTerm> count_terms(const AnnotatedArticle& article);

// How rare a term is that n_holders of n_articles hold: the log of one in so many, with what the
// news at large knows of it.
[[nodiscard]] double rarity_of(const CountedTerm& term, double n_holders, double n_articles);
// What its places come to.
[[nodiscard]] double weight_of_count(float count);

// The terms that another article has, too, sorted by id; of length 1 with those that none has.
using TermVector = std::vector<Term>;

struct Terms {
  std::vector<TermKey> keys;           // of all terms that two articles have, sorted
  std::vector<TermVector> of_article;  // one for each
  // [id] How rare it is in the news at large, divided by how rare it is here, both as logs. What a
  // pile is about all over weighs nothing in it; in the news it does.
  std::vector<float> news_factors;
};

// Same on every machine. Cost: linear in the words, and a sort of the terms.
[[nodiscard]] Terms weigh_terms(std::span<const AnnotatedArticle> articles, const Context& context);

// The article's terms, each times its news factor; of length 1. Linear.
[[nodiscard]] TermVector weighed_by_news(const Terms& terms, std::uint32_t article);

struct Overlap {
  double all = 0;       // sum of the products of equal terms: the cosine of two articles
  double greatest = 0;  // of these products
};

// Linear.
[[nodiscard]] Overlap overlap_of(const TermVector& a, const TermVector& b);

// The overlap of one vector with many: several times faster than overlap_of, and the same sums.
class TermTable {
 public:
  // n_terms: more than every id.
  explicit TermTable(std::size_t n_terms) : weights_(n_terms), filter_(kFilterWords) {}

  // Takes the place of the one before. Linear in both.
  void set(std::span<const Term> terms);
  // What stands for the terms there are and these: as sum_of. Linear in `terms`.
  void add(std::span<const Term> terms);
  // Overlap::greatest. Linear in `other`.
  [[nodiscard]] double greatest_with(std::span<const Term> other) const {
    double greatest = 0;
    for (const Term& term : other)
      greatest = std::max(greatest, static_cast<double>(weights_[term.id]) * term.weight);
    return greatest;
  }
  // Overlap::all. Linear in `other`.
  [[nodiscard]] double overlap_with(std::span<const Term> other) const {
    // Most terms are not in the table, which is too large to lie near: those that are not even in
    // its filter are passed over, without a branch, for which they are is anybody's guess.
    constexpr std::size_t kTogether = 128;
    std::array<Term, kTogether> met;
    double sum = 0;
    while (!other.empty()) {
      const auto some = other.first(std::min(kTogether, other.size()));
      std::size_t n = 0;
      for (const Term& term : some) {
        met[n] = term;
        n += filter_[word_of(term.id)] >> (term.id % 64) & 1U;
      }
      for (const Term& term : std::span(met).first(n))
        sum += static_cast<double>(weights_[term.id]) * term.weight;
      other = other.subspan(some.size());
    }
    return sum;
  }

 private:
  static constexpr std::size_t kFilterWords = 2048;  // 16 KB
  static std::size_t word_of(std::uint32_t id) { return id / 64 % kFilterWords; }

  std::vector<float> weights_;  // by id
  std::vector<std::uint32_t> ids_;
  std::vector<std::uint64_t> filter_;  // a bit for each id of the table, some share one
};

// Weights added up: of two groups of articles, what stands for both. Linear.
[[nodiscard]] TermVector sum_of(std::span<const Term> a, std::span<const Term> b);

// Where each of `keys` (sorted) stands first in the article; empty where it does not. Linear.
[[nodiscard]] std::vector<Range> places_of(const AnnotatedArticle& article,
                                           std::span<const TermKey> keys);

// The stems of those words of title and body that are written in small letters, each once, sorted.
// Of these the table of common words is counted: names are none. Linear.
[[nodiscard]] std::vector<std::string> small_stems(const AnnotatedArticle& article);

}  // namespace fabula::story
