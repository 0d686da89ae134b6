// Which articles of a pile are full of wrong letters: scanned print, recognised speech, bad typing.
//
//   all articles                    many words that fewer than 3 articles hold: suspected
//   suspected, in a large pile      many of those near a common word (letter_noise): noisy
//
// A suspicion is cheap, for the words are numbers already, but rare names raise it as well: of
// 18,699 clean news articles it falls on 45, and for their sake the letters of all would be read.
// In a small pile too few words are known to tell more, and the letter tier costs little: there the
// suspected ones are taken for noisy.
#pragma once

#include <vector>

#include "base/context.hpp"
#include "reuse/corpus.hpp"
#include "reuse/pile_words.hpp"

namespace fabula::reuse {

// One truth value an article. In a pile of a few articles all of them. Cost: one pass over the
// words, and over the letters of 1,024 articles and of the suspected ones.
[[nodiscard]] std::vector<char> find_noisy_articles(const Corpus& corpus, const PileWords& words,
                                                    const Context& context);

}  // namespace fabula::reuse
