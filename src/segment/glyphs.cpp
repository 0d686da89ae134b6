#include "segment/glyphs.hpp"

#include <array>

namespace fabula::segment {
namespace {

struct Entry {
  std::string_view bytes;
  Glyph glyph;
};

constexpr auto kEntries = std::to_array<Entry>({
#define G(bytes, kind, lean, family) \
  Entry{bytes, {GlyphKind::k##kind, Lean::k##lean, Family::k##family, sizeof(bytes) - 1}},
#include "segment/glyph_table.inc"
#undef G
});

// kFirst[b] .. kFirst[b] + kCount[b]: the entries that begin with byte b; the table keeps them
// together.
struct Index {
  std::array<std::uint8_t, 256> first{};
  std::array<std::uint8_t, 256> count{};
};

constexpr Index make_index() {
  Index index;
  for (std::size_t i = 0; i < kEntries.size(); ++i) {
    const auto byte = static_cast<unsigned char>(kEntries[i].bytes[0]);
    if (index.count[byte]++ == 0) index.first[byte] = static_cast<std::uint8_t>(i);
  }
  return index;
}

constexpr Index kIndex = make_index();

constexpr bool entries_stand_together() {
  for (std::size_t b = 0; b < 256; ++b)
    for (std::size_t i = 0; i < kIndex.count[b]; ++i)
      if (static_cast<unsigned char>(kEntries[kIndex.first[b] + i].bytes[0]) != b) return false;
  return true;
}
static_assert(entries_stand_together());

// Three single quotes in a row: a single mark inside typewriter double marks. Behind a word the
// inner one comes first, in front of a word last.
bool closes_single_first(std::string_view text, std::size_t at) {
  if (at == 0 || !text.substr(at).starts_with("'''")) return false;
  constexpr std::string_view kInFront = " \t\n\r([{'";
  return kInFront.find(text[at - 1]) == std::string_view::npos;
}

constexpr Glyph kSingleQuote{GlyphKind::kSingle, Lean::kBoth, Family::kStraight, 1};

}  // namespace

bool may_begin_glyph(char byte) { return kIndex.count[static_cast<unsigned char>(byte)] != 0; }

Glyph glyph_at(std::string_view text, std::size_t at) {
  if (closes_single_first(text, at)) return kSingleQuote;
  const auto byte = static_cast<unsigned char>(text[at]);
  const std::size_t first = kIndex.first[byte];
  const std::string_view rest = text.substr(at);
  for (std::size_t i = first; i < first + kIndex.count[byte]; ++i)
    if (rest.starts_with(kEntries[i].bytes)) return kEntries[i].glyph;
  return {};
}

}  // namespace fabula::segment
