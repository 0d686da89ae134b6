// Passages that only the letters show, between texts of which one is full of wrong letters: the
// letter tier (reuse/letters.hpp) as a part of the search.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "reuse/corpus.hpp"
#include "reuse/pairs.hpp"
#include "reuse/pile_words.hpp"

namespace fabula::reuse {

// By (b, a, b_range); empty when no article is noisy. The texts of all articles must fit into
// memory, twice. Errors: kInterrupted.
[[nodiscard]] Result<std::vector<SharedPassage>> find_noisy_passages(const Corpus& corpus,
                                                                     const PileWords& words,
                                                                     const Context& context);

// Joins both kinds of passages of some later articles, each by (b, a), into `passages`. Where they
// overlap, the words are kept if they cover nine tenths of what the letters found, else the
// letters.
void join_noisy(std::span<SharedPassage> noisy, std::vector<SharedPassage>& passages);

}  // namespace fabula::reuse
