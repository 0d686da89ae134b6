// An article's frozen text as HTML, with the words that lines rest on marked in place.
//
// Marks may overlap in any way (a quotation that crosses a copied passage): the text is cut at
// every border, and each piece says which records it belongs to. Every record has an anchor just
// before its first piece, so that a plain link leads to it, with or without scripts. What a
// sentence adds is an element around its pieces.
#pragma once

#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/article.hpp"

namespace fabula::render {

// kEarlier: what another article repeats; an anchor, it does not look different.
enum class MarkKind : std::uint8_t { kLine, kQuote, kShared, kDate, kEarlier };

struct Mark {
  Range range;
  MarkKind kind = MarkKind::kLine;
  std::string id;  // of the record; the anchor is "s-" + id
};

// What a sentence adds: a bar in its label's colour at the beginning of each of its lines.
struct AddsMark {
  Range range;
  std::string_view label;  // "new", "repeat", ...
  std::string about;       // in words: "repeat of Castlebrook Gazette, published 3 Mar 2025"
  std::string place;       // id of the mark of the earlier place; empty: there is none
};

// The paragraphs of `article`, with its marks. When `only_marked`, paragraphs without a mark are
// left out, and a line says so. `adds` by range, each within one paragraph.
void write_article_text(const Article& article, std::vector<Mark> marks,
                        std::span<const AddsMark> adds, bool only_marked, std::ostream& out);

}  // namespace fabula::render
