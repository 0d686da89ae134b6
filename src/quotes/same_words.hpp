// A headline or a line set off that repeats words quoted elsewhere in the article.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "quotes/record.hpp"

namespace fabula::quotes {

// Pairs (record without a speaker, the first record with one whose letters hold all of its own), by
// the first. Only the first `n_paragraphs` blocks are paragraphs: other records are left alone, and
// so is an article of very many.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> find_same_words(
    const Layers& layers, const std::vector<Record>& records, std::size_t n_paragraphs);

}  // namespace fabula::quotes
