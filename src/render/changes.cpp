#include "render/changes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/html_escape.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/shown_words.hpp"
#include "render/table.hpp"
#include "render/word_places.hpp"
#include "text/utf8.hpp"

namespace fabula::render {
namespace {

Range range_on(const TextEdit& edit, Side side) { return side == Side::kA ? edit.a : edit.b; }

void add(std::vector<Piece>& pieces, Change change, std::string_view words) {
  if (words.empty()) return;
  if (!pieces.empty() && pieces.back().change == change)
    pieces.back().words += words;
  else
    pieces.push_back({change, std::string(words)});
}

// Splits off the white space at both ends.
struct Trimmed {
  std::string_view before, words, after;
};
Trimmed trimmed(std::string_view words) {
  const std::string_view inner = text::trim(words);
  if (inner.empty()) return {words, {}, {}};
  const auto begin = static_cast<std::size_t>(inner.data() - words.data());
  return {words.substr(0, begin), inner, words.substr(begin + inner.size())};
}

struct Marks {
  std::string_view open, close;
};

std::string with_marks(const std::vector<Piece>& pieces, Marks cut, Marks put_in) {
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const auto [before, words, after] = trimmed(piece.words);
    if (piece.change == Change::kNone || words.empty()) {
      out += piece.words;
      continue;
    }
    const Marks& marks = piece.change == Change::kCut ? cut : put_in;
    // "[-three times-] {+twice+}", not "[-three times-]{+twice+}".
    if (before.empty() && !out.empty() && out.back() == cut.close.back() && i > 0 &&
        pieces[i - 1].change != Change::kNone)
      out += ' ';
    out.append(before).append(marks.open).append(words).append(marks.close).append(after);
  }
  return out;
}

// Marks stand for themselves while lines are broken: characters for private use that no text
// brings along (they are taken out of it), as wide as what they become.
constexpr Marks kCutInside{"\uE0F1\uE0F2", "\uE0F3\uE0F4"};
constexpr Marks kPutInInside{"\uE0F5\uE0F6", "\uE0F7\uE0F8"};
constexpr std::string_view kInside = "\xEE\x83";  // the first two bytes of all of them
constexpr char kFirstInside = '\xB1', kLastInside = '\xB8';

bool is_inside_mark(std::string_view text, std::size_t at) {
  return text.compare(at, 2, kInside) == 0 && at + 2 < text.size() &&
         text[at + 2] >= kFirstInside && text[at + 2] <= kLastInside;
}

std::string without_inside_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_inside_mark(text, at))
      at += 2;
    else
      out += text[at];
  }
  return out;
}

constexpr std::string_view kRed = "\x1b[31m", kGreen = "\x1b[32m", kReset = "\x1b[0m";

// Puts the marks in, and colours what stands between them; `color` goes on over line ends.
std::string finished_line(std::string_view line, bool may_color, std::string_view& color) {
  constexpr std::string_view kShown = "[--]{++}";
  std::string out;
  if (may_color) out += color;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_inside_mark(line, at)) {
      out += line[at];
      continue;
    }
    const auto which = static_cast<std::size_t>(line[at + 2] - kFirstInside);
    if (may_color && which % 4 == 0) out += color = which == 0 ? kRed : kGreen;
    out += kShown[which];
    if (may_color && which % 4 == 3) {
      out += kReset;
      color = {};
    }
    at += 2;
  }
  if (!color.empty()) out += kReset;
  return out;
}

}  // namespace

std::string_view Reading::was(const Pile& pile, const TextEdit& edit) const {
  return words_of(pile, {left_span().article, range_on(edit, left)});
}

std::string_view Reading::now(const Pile& pile, const TextEdit& edit) const {
  return words_of(pile, {right_span().article, range_on(edit, other(left))});
}

bool is_small(const TextEdit& edit, std::string_view was, std::string_view now) {
  if (edit.op == "case" || edit.op == "mark" || edit.op == "space") return true;
  const WordPlaces a(was);
  const WordPlaces b(now);
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a.word(i) != b.word(i)) return false;
  return true;
}

std::vector<Range> changed_ranges(const Pile& pile, const ReuseLink& link, Side side) {
  std::vector<Range> ranges;
  const Reading reading{&link, side};
  for (const TextEdit& edit : link.edits)
    if (const Range here = range_on(edit, side);
        !here.empty() && !is_small(edit, reading.was(pile, edit), reading.now(pile, edit)))
      ranges.push_back(here);
  return ranges;
}

EditCounts count_edits(const Pile& pile, const ReuseLink& link) {
  EditCounts counts;
  const Reading reading{&link, Side::kA};
  for (const TextEdit& edit : link.edits)
    ++(is_small(edit, reading.was(pile, edit), reading.now(pile, edit)) ? counts.n_small
                                                                        : counts.n_words);
  return counts;
}

std::string changes_count_text(const EditCounts& counts) {
  const auto changes = [](std::size_t n) {
    return fmt::format("{} {}", n, n == 1 ? "change" : "changes");
  };
  if (counts.n_words == 0 && counts.n_small == 0) return {};
  if (counts.n_words == 0)
    return changes(counts.n_small) + " of marks or capitals only (not marked)";
  std::string text = changes(counts.n_words) + " of words";
  if (counts.n_small > 0)
    text += fmt::format(", {} of marks or capitals only (not marked)", counts.n_small);
  return text;
}

std::vector<bool> marked_edits(const Pile& pile, const ReuseLink& link) {
  const std::vector<TextEdit>& edits = link.edits;
  const Reading reading{&link, Side::kA};
  std::vector<bool> marked(edits.size());
  for (std::size_t i = 0; i < edits.size(); ++i)
    marked[i] = !is_small(edits[i], reading.was(pile, edits[i]), reading.now(pile, edits[i]));
  const auto touches = [&](std::size_t i) {
    return edits[i - 1].a.end == edits[i].a.begin && edits[i - 1].b.end == edits[i].b.begin;
  };
  const auto follows = [&](std::size_t i, std::size_t neighbour) {
    return edits[i].op == "mark" && marked[neighbour];
  };
  for (std::size_t i = 1; i < edits.size(); ++i)
    if (!marked[i] && touches(i)) marked[i] = follows(i, i - 1);
  for (std::size_t i = edits.size(); i-- > 1;)
    if (!marked[i - 1] && touches(i)) marked[i - 1] = follows(i - 1, i);
  return marked;
}

std::vector<Piece> side_pieces(const Pile& pile, const Reading& reading, Side side, Range range) {
  const std::uint32_t article = side_of(*reading.link, side).article;
  const Change change = side == reading.left ? Change::kCut : Change::kPutIn;
  std::vector<Piece> pieces;
  std::uint32_t at = range.begin;
  const auto add_up_to = [&](std::uint32_t end, Change kind) {
    end = std::clamp(end, at, range.end);
    add(pieces, kind, shown_words(pile, {article, {at, end}}));
    at = end;
  };
  const std::vector<bool> marked = marked_edits(pile, *reading.link);
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const Range here = range_on(reading.link->edits[i], side);
    if (here.end <= at || here.begin >= range.end) continue;
    add_up_to(here.begin, Change::kNone);
    add_up_to(here.end, marked[i] ? change : Change::kNone);
  }
  add_up_to(range.end, Change::kNone);
  return pieces;
}

std::vector<Piece> merged_pieces(const Pile& pile, const Reading& reading, Range range) {
  const std::uint32_t article = reading.left_span().article;
  std::vector<Piece> pieces;
  std::uint32_t at = range.begin;
  const auto add_up_to = [&](std::uint32_t end, Change kind) {
    end = std::clamp(end, at, range.end);
    add(pieces, kind, shown_words(pile, {article, {at, end}}));
    at = end;
  };
  const std::vector<bool> marked = marked_edits(pile, *reading.link);
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const TextEdit& edit = reading.link->edits[i];
    const Range here = range_on(edit, reading.left);
    if (here.end < at || here.begin > range.end || (here.end == at && !here.empty())) continue;
    add_up_to(here.begin, Change::kNone);
    add_up_to(here.end, marked[i] ? Change::kCut : Change::kNone);
    if (marked[i])
      add(pieces, Change::kPutIn,
          shown_words(pile, {reading.right_span().article, range_on(edit, other(reading.left))}));
  }
  add_up_to(range.end, Change::kNone);
  return pieces;
}

std::vector<Piece> around_changes(std::vector<Piece> pieces, std::size_t n_bytes) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::string& words = pieces[i].words;
    if (pieces[i].change != Change::kNone || words.size() <= 2 * n_bytes) continue;
    // At spaces, so that no word and no character is cut.
    const bool is_first = i == 0, is_last = i + 1 == pieces.size();
    const std::size_t head = is_first ? 0 : words.rfind(' ', n_bytes);
    const std::size_t tail = is_last ? words.size() : words.find(' ', words.size() - n_bytes);
    if (head == std::string::npos || tail == std::string::npos || head >= tail) continue;
    words = words.substr(0, head) + (is_first ? "…" : " …") + words.substr(tail);
  }
  return pieces;
}

std::string plain_marks(const std::vector<Piece>& pieces) {
  return with_marks(pieces, {"[-", "-]"}, {"{+", "+}"});
}

std::vector<std::string> marked_lines(const std::vector<Piece>& pieces, std::uint32_t width,
                                      bool color) {
  std::vector<Piece> clean;
  for (const Piece& piece : pieces)
    clean.push_back({piece.change, without_inside_marks(piece.words)});
  const std::string text = with_marks(clean, kCutInside, kPutInInside);
  std::vector<std::string> lines;
  std::string_view open;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (const std::string_view paragraph = text::trim(std::string_view(text).substr(at, end - at));
        !paragraph.empty()) {
      if (!lines.empty()) lines.emplace_back();
      for (const std::string& line : wrap(paragraph, width))
        lines.push_back(finished_line(line, color, open));
    }
    at = end + 1;
  }
  return lines;
}

std::string changes_text(const Pile& pile, const Reading& reading, std::size_t most) {
  constexpr std::size_t kBytes = 60;
  std::string text;
  std::size_t n = 0;
  for (const TextEdit& edit : reading.link->edits) {
    const std::string_view was = reading.was(pile, edit);
    const std::string_view now = reading.now(pile, edit);
    if (is_small(edit, was, now) || ++n > most) continue;
    if (!text.empty()) text += "; ";
    const std::string old_words = one_line(
        shown_words(pile, {reading.left_span().article, range_on(edit, reading.left)}), kBytes);
    const std::string new_words = one_line(
        shown_words(pile, {reading.right_span().article, range_on(edit, other(reading.left))}),
        kBytes);
    if (new_words.empty())
      text += fmt::format("without '{}'", old_words);
    else if (old_words.empty())
      text += fmt::format("with '{}'", new_words);
    else
      text += fmt::format("'{}' → '{}'", old_words, new_words);
  }
  if (n > most) text += fmt::format("; {} more", n - most);
  return text;
}

std::string html_marks(const std::vector<Piece>& pieces) {
  std::string out;
  for (const Piece& piece : pieces) {
    const auto [before, words, after] = trimmed(piece.words);
    if (piece.change == Change::kNone || words.empty()) {
      out += escape_html(piece.words);
      continue;
    }
    const std::string_view tag = piece.change == Change::kCut ? "del" : "ins";
    if (before.empty() && out.ends_with("</del>")) out += ' ';
    out += escape_html(before);
    out += fmt::format("<{}>{}</{}>", tag, escape_html(words), tag);
    out += escape_html(after);
  }
  return out;
}

}  // namespace fabula::render
