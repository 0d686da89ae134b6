// One paragraph, or the inside of one quotation, as a short list of items: every quotation and
// every name is a single item, so that rules can speak of order and distance in clauses.
//
//   text     “I was wrong,” Ana Lopes said on Monday. “So was he.”
//   items    [quoted][name    ][said][on][Monday][.][quoted ]
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"
#include "model/names.hpp"
#include "model/segmentation.hpp"

namespace fabula::quotes {

enum class ItemKind : std::uint8_t { kWord, kMark, kName, kQuoted };

struct Item {
  Range range;                // a possessive 's belongs to it
  std::string_view lower;     // of a word: lower case, ASCII apostrophes, without 's and dots
  std::uint32_t flags = 0;    // of a word
  std::int32_t mention = -1;  // of a name: index into Names::mentions
  std::int32_t part = -1;     // of a quotation: index into Segmentation::quoted
  ItemKind kind = ItemKind::kMark;
  NameKind name_kind = NameKind::kOther;  // of a name
  char mark = 0;                          // of a mark: ASCII stand-in; '-' for any dash
  bool is_capital = false;
  bool is_possessive = false;
  bool is_spoken = true;  // of a quotation: not a title, nickname, sign
  bool starts_sentence = false;
  bool ends_with_comma = false;      // of a quotation: inside its marks
  std::uint32_t sentence_first = 0;  // items of its sentence: [sentence_first, sentence_last)
  std::uint32_t sentence_last = 0;
  std::int32_t phrase = -1;  // index into Outline::phrases

  [[nodiscard]] bool has(std::uint32_t flag) const { return (flags & flag) != 0; }
  [[nodiscard]] bool is_mark(char c) const { return kind == ItemKind::kMark && mark == c; }
  [[nodiscard]] bool is_quoted() const { return kind == ItemKind::kQuoted && is_spoken; }
};

// A noun phrase without what hangs on it by prepositions: "the 35-year-old model", "Ana Lopes".
struct Phrase {
  std::size_t first = 0;  // items [first, last)
  std::size_t last = 0;
  std::size_t head = 0;  // its last noun, name or pronoun
};

struct Outline {
  std::vector<Item> items;
  std::vector<Phrase> phrases;  // in order, not overlapping
  std::uint32_t paragraph = 0;
  std::int32_t parent = -1;  // QuotedPart this is the inside of; -1: a paragraph

  [[nodiscard]] std::size_t sentence_begin(std::size_t at) const {
    return items[at].sentence_first;
  }
  [[nodiscard]] std::size_t sentence_end(std::size_t at) const { return items[at].sentence_last; }
  [[nodiscard]] const Phrase* phrase_at(std::size_t at) const;  // null when `at` is in none
};

// The item at `at`; behind the last one a mark that is no character.
[[nodiscard]] const Item& item_or_mark(const Outline& outline, std::size_t at);

// The source layers of one article.
struct Layers {
  const Article& article;
  const Segmentation& segmentation;
  const Names& names;
};

// Lower-case words of an article; items point into it.
class Letters {
 public:
  explicit Letters(std::size_t size) { buffer_.reserve(size); }
  [[nodiscard]] std::string_view add_lower(std::string_view words);

 private:
  std::string buffer_;
};

// The outline of `range`, which is a paragraph's or the inner range of the quotation `parent`.
// `letters` needs room for the words once more; `word` is where to begin to look in
// Segmentation::words and is moved on.
[[nodiscard]] Outline make_outline(const Layers& layers, Range range, std::int32_t parent,
                                   std::size_t& word, Letters& letters);

}  // namespace fabula::quotes
