// The changes between the two sides of a shared passage, as pieces to be written with marks.
//
//   a        We warned them three times, and nobody came.
//   b        We warned them twice, and nobody came.
//   left     We warned them [-three times-], and nobody came.
//   right    We warned them {+twice+}, and nobody came.
//   merged   We warned them [-three times-] {+twice+}, and nobody came.
//
// The marks stand in every form, so that nothing is told by colour alone. Changes of nothing but
// marks, capitals and white space are small: they are shown as they stand, without marks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/across.hpp"
#include "model/pile.hpp"

namespace fabula::render {

enum class Change : std::uint8_t { kNone, kCut, kPutIn };

struct Piece {
  Change change = Change::kNone;
  std::string words;
};

// A shared passage read from `left` to the other side: what stands on the left only is cut, what
// stands on the right only is put in.
struct Reading {
  const ReuseLink* link = nullptr;
  Side left = Side::kA;

  [[nodiscard]] const Span& left_span() const { return side_of(*link, left); }
  [[nodiscard]] const Span& right_span() const { return side_of(*link, other(left)); }
  // The words that leave and come with an edit.
  [[nodiscard]] std::string_view was(const Pile& pile, const TextEdit& edit) const;
  [[nodiscard]] std::string_view now(const Pile& pile, const TextEdit& edit) const;
};

// Does the edit change nothing but marks, capitals or white space? `was` and `now` are its words,
// in any order.
[[nodiscard]] bool is_small(const TextEdit& edit, std::string_view was, std::string_view now);

// Where `side` has other words than the other side, or words that it lacks: edits that are not
// small, in text order.
[[nodiscard]] std::vector<Range> changed_ranges(const Pile& pile, const ReuseLink& link, Side side);

struct EditCounts {
  std::size_t n_words = 0;  // edits that change words
  std::size_t n_small = 0;  // the others
};
[[nodiscard]] EditCounts count_edits(const Pile& pile, const ReuseLink& link);
// "2 changes of words, 1 of marks or capitals only (not marked)"; empty without any.
[[nodiscard]] std::string changes_count_text(const EditCounts& counts);

// Which edits are marked: those of words, and small ones that stand against one of these, such as
// the bracket of "(AP)".
[[nodiscard]] std::vector<bool> marked_edits(const Pile& pile, const ReuseLink& link);

// `range` (of the article of `side`, inside the passage) with what the other side lacks marked.
[[nodiscard]] std::vector<Piece> side_pieces(const Pile& pile, const Reading& reading, Side side,
                                             Range range);
// Both sides in one: `range` of the left article, what leaves it and what comes in its place.
[[nodiscard]] std::vector<Piece> merged_pieces(const Pile& pile, const Reading& reading,
                                               Range range);

// The pieces with long stretches of equal words cut down to about `n_bytes` beside each change.
[[nodiscard]] std::vector<Piece> around_changes(std::vector<Piece> pieces, std::size_t n_bytes);

// --- as text --------------------------------------------------------------------------------
// With [-...-] and {+...+}; white space at the ends of a piece stays outside of its marks.
[[nodiscard]] std::string plain_marks(const std::vector<Piece>& pieces);
// The same in lines of at most `width` characters, as wrap() makes them; with colour when asked.
// Line ends of the text part paragraphs: an empty line stands between them.
[[nodiscard]] std::vector<std::string> marked_lines(const std::vector<Piece>& pieces,
                                                    std::uint32_t width, bool color);
// "'three times' → 'twice'; without 'last year'; with 'again'": at most `most` changes of words,
// and how many there are more.
[[nodiscard]] std::string changes_text(const Pile& pile, const Reading& reading, std::size_t most);

// --- as a page --------------------------------------------------------------------------------
// With <del> and <ins>, escaped.
[[nodiscard]] std::string html_marks(const std::vector<Piece>& pieces);

}  // namespace fabula::render
