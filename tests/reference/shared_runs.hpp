// The slow, obvious way to find shared runs of words: every run of n words of every article is
// looked up, as a string, in every other article. Shares nothing with src/reuse but the folding.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace fabula::reference {

struct PlacedWord {
  std::string word;  // folded
  Range range;       // in the source
};

inline std::vector<PlacedWord> split(std::string_view source) {
  const text::FoldedText folded = text::fold(source);
  std::vector<PlacedWord> words;
  std::string word;
  std::uint32_t begin = 0;
  const auto is_letter_at = [&](std::size_t at) {
    if (at >= folded.text.size()) return false;
    const char32_t c = text::decode(folded.text, at).value;
    return text::is_letter(c) || text::is_digit(c);
  };
  for (std::uint32_t at = 0; at <= folded.text.size();) {
    const std::uint32_t n =
        at < folded.text.size() ? text::decode(folded.text, at).n_bytes : std::uint32_t{1};
    const bool inner_apostrophe =
        at < folded.text.size() && folded.text[at] == '\'' && !word.empty() && is_letter_at(at + 1);
    if (is_letter_at(at) || inner_apostrophe) {
      if (word.empty()) begin = at;
      word += folded.text.substr(at, n);
    } else if (!word.empty()) {
      words.push_back({word, folded.map.to_source(Range{begin, at})});
      word.clear();
    }
    at += n;
  }
  return words;
}

using RunIndex = std::unordered_map<std::string, std::vector<std::size_t>>;

inline RunIndex index_runs(const std::vector<PlacedWord>& words, std::size_t n) {
  RunIndex index;
  for (std::size_t i = 0; i + n <= words.size(); ++i) {
    std::string run;
    for (std::size_t k = 0; k < n; ++k) run += words[i + k].word + ' ';
    index[run].push_back(i);
  }
  return index;
}

// covered[i]: word i of the first lies in a run of n words that the second holds too.
inline std::vector<bool> covered_words(const RunIndex& first, std::size_t n_words,
                                       const RunIndex& second, std::size_t n) {
  std::vector<bool> covered(n_words, false);
  for (const auto& [run, places] : first)
    if (second.contains(run))
      for (const std::size_t place : places)
        for (std::size_t k = 0; k < n; ++k) covered[place + k] = true;
  return covered;
}

}  // namespace fabula::reference
