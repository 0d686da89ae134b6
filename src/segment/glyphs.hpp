// Quotation marks as they stand in text: one mark may be several bytes.
//
//   "  “ ”  „ ‟  ″ ＂  « »     double          '  ‘ ’  ‚ ‛  ` ´  ‹ ›     single
//   &quot; &#8220; &ldquo;     left-over entities: one mark each
//   â€œ â€™                    UTF-8 read as Windows-1252 and saved again: one mark each
//   `` ''                      typewriter double marks; ''' is ' and '' behind a word, else '' and
//   '
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fabula::segment {

enum class GlyphKind : std::uint8_t { kNone, kDouble, kSingle, kDash };
// Which way a glyph points. A prime is drawn like a mark but mostly measures feet and minutes.
enum class Lean : std::uint8_t { kBoth, kOpen, kClose, kPrime };
// Glyphs of one family belong together: “ with ”, " with ".
enum class Family : std::uint8_t { kStraight, kCurly, kAngle };

struct Glyph {
  GlyphKind kind = GlyphKind::kNone;
  Lean lean = Lean::kBoth;
  Family family = Family::kStraight;
  std::uint32_t n_bytes = 0;

  [[nodiscard]] bool is_quotation_mark() const {
    return kind == GlyphKind::kDouble || kind == GlyphKind::kSingle;
  }
};

// The glyph that begins at `at`, of kind kNone when none does; requires at < text.size(). A dash
// is reported only where damaged text writes it with a quotation mark in it. Constant time.
[[nodiscard]] Glyph glyph_at(std::string_view text, std::size_t at);

// Can a glyph begin with this byte? A quick test before glyph_at.
[[nodiscard]] bool may_begin_glyph(char byte);

}  // namespace fabula::segment
