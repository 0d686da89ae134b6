// The words of a quotation, as far as telling whether two quotations are the same.
//
//   “We [the council] ... never f**king agreed [sic] to it”
//    we · [the council] · (gap) never · f**king · agreed · {sic} · to · it
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"
#include "model/quote.hpp"

namespace fabula::story {

enum class QuoteWordKind : std::uint8_t {
  kPlain,
  kMasked,   // letters are hidden: "f**k", "s---"
  kBracket,  // put in by an editor for other words: "[they]"
  kNote,     // says something about the words: "[sic]", "(laughs)"; nobody spoke it
};

struct QuoteWord {
  std::string folded;        // see text/fold.hpp; of a bracket what stands in it
  std::string_view written;  // as it stands in the article, with its brackets
  std::string_view before;   // what stands between the word before and this one: ", "
  std::uint32_t hash = 0;    // of `folded`
  QuoteWordKind kind = QuoteWordKind::kPlain;
  bool gap_before = false;  // "..." stands before it: words may be missing
};

// As much of a word as finding needs: millions of them are held at once.
struct QuoteWordKey {
  std::uint32_t hash = 0;  // of QuoteWord::folded; 0: not spelled out (a bracket, a mask)
  bool gap_before = false;
};

// The keys of all words but notes.
[[nodiscard]] std::vector<QuoteWordKey> keys_of(std::span<const QuoteWord> words);

// Marks are passed over. The words point into the article's text. Cost: linear.
[[nodiscard]] std::vector<QuoteWord> split_quote(const Article& article, const Quote& quote);

// Are they one word: equal, or a masked and a spelled form of it ("f**k" and "funk" too: only
// letters that are shown count)?
[[nodiscard]] bool same_quote_word(const QuoteWord& a, const QuoteWord& b);

}  // namespace fabula::story
