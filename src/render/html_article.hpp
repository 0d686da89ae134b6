// An article's frozen text as HTML, with the words that lines rest on marked in place.
//
// Marks may overlap in any way (a quotation that crosses a copied passage): the text is cut at
// every border, and each piece says which records it belongs to. Every record has an anchor just
// before its first piece, so that a plain link leads to it, with or without scripts.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/article.hpp"

namespace fabula::render {

enum class MarkKind : std::uint8_t { kLine, kQuote, kShared, kDate };

struct Mark {
  Range range;
  MarkKind kind = MarkKind::kLine;
  std::string id;  // of the record; the anchor is "s-" + id
};

// The paragraphs of `article`, with its marks. When `only_marked`, paragraphs without a mark are
// left out, and a line says so.
void write_article_text(const Article& article, std::vector<Mark> marks, bool only_marked,
                        std::ostream& out);

}  // namespace fabula::render
