// Why words of shared runs lie in no reported passage.
#pragma once

#include <span>
#include <vector>

#include "engine.hpp"
#include "exact_runs.hpp"
#include "model/pile.hpp"

namespace fabula::eval {

// Prints the missed words that are not furniture by how many articles hold the run, and by cause:
// the run stands twice in the word's own article; its other place lies in a reported passage (with
// somebody else, or at another place of the same pair); both places are missed and the two articles
// have other passages with each other, or have none.
//
// Of the first `n_examples` stretches it prints the words, on lines that begin with "note: ".
void print_misses(std::span<const AnnotatedArticle> articles, const PileText& pile,
                  const SharedWords& shared, const FoundWords& found,
                  std::span<const ReuseLink> links, const std::vector<bool>& furniture,
                  int n_examples);

}  // namespace fabula::eval
