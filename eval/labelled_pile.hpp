// A pile of invented news in memory, with the origin of every word.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "exact_runs.hpp"
#include "model/pile.hpp"
#include "news_generator.hpp"

namespace fabula::eval {

// Article i of all three is the same; they are sorted by their ids, which say nothing about the
// order they were written in.
struct LabelledPile {
  std::vector<AnnotatedArticle> articles;
  std::vector<news::NewsArticle> labels;
  PileText text;
  std::vector<std::uint32_t> label_words;  // of each word of `text`: index into labels[i].words, or
                                           // news::kNobody outside of the story
  std::vector<std::uint64_t> origins;      // of each word of `text`: see origin_of; 0: none
  std::vector<std::uint32_t> places;       // by NewsArticle::index; kNobody: not in the pile
};

[[nodiscard]] constexpr std::uint64_t origin_of(const news::PlacedWord& word) {
  return word.origin_article == news::kNobody
             ? 0
             : ((std::uint64_t{word.origin_article} + 1) << 32) + word.origin_word;
}
[[nodiscard]] constexpr std::uint32_t article_of_origin(std::uint64_t origin) {
  return static_cast<std::uint32_t>(origin >> 32) - 1;
}

// The article as the stages before `reuse` make it of a record; its stated day comes from the
// label.
[[nodiscard]] AnnotatedArticle make_annotated(const news::NewsArticle& article);

[[nodiscard]] LabelledPile make_labelled_pile(const news::NewsOptions& options,
                                              std::uint64_t n_bytes);

// Of each article, the first one (index of writing) of the chain of near copies that leads to it.
[[nodiscard]] std::vector<std::uint32_t> copy_roots(const LabelledPile& pile);

}  // namespace fabula::eval
