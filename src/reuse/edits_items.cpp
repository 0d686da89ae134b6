#include "reuse/edits_items.hpp"

#include <algorithm>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace fabula::reuse {
namespace {

constexpr std::uint32_t kMaxBracketBytes = 120;  // longer ones are an aside, not an editor's hand

bool starts(std::string_view text, std::uint32_t at, std::uint32_t end, std::string_view what) {
  return end - at >= what.size() && text.substr(at, what.size()) == what;
}

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// Dots alone: "...", "…", ". . .".
std::uint32_t dots_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (starts(text, at, end, "…")) return 3;
  std::uint32_t last = at;  // behind the last dot
  std::uint32_t n = 0;
  for (std::uint32_t next = at; next < end && text[next] == '.';) {
    ++n;
    last = ++next;
    if (next + 1 < end && text[next] == ' ' && text[next + 1] == '.') ++next;
  }
  return n >= 3 ? last - at : 0;
}

// The hidden letter that begins at `at`; 0: none. A dash hides a letter only among others.
std::uint32_t hidden_at(std::string_view text, std::uint32_t at, std::uint32_t end, bool dashes) {
  if (at >= end) return 0;
  const char c = text[at];
  if (c == '*' || c == '#' || c == '_' || (dashes && c == '-')) return 1;
  if (starts(text, at, end, "•")) return 3;
  if (dashes && (starts(text, at, end, "–") || starts(text, at, end, "—"))) return 3;
  return 0;
}

// End of the mask whose first letters end at `at`; `at` itself when nothing is hidden there.
std::uint32_t mask_end(std::string_view text, std::uint32_t word_begin, std::uint32_t at,
                       std::uint32_t end) {
  const bool may_dash = at - word_begin <= 2;  // "d---"; longer heads stand before a real dash
  std::uint32_t next = at;
  std::uint32_t n_hidden = 0;
  std::uint32_t n_dashes = 0;
  for (std::uint32_t n = 0; (n = hidden_at(text, next, end, may_dash)) != 0; next += n) {
    ++n_hidden;
    n_dashes += text[next] == '-';
  }
  if (n_hidden == 0 || (n_hidden == n_dashes && n_dashes < 2)) return at;
  const bool lone = n_hidden == 1 && text[at] != '*';  // "name_", "C#": nothing is hidden
  if (lone && (next == end || !is_ascii_letter(text[next]))) return at;
  while (next < end && is_ascii_letter(text[next])) ++next;
  return next;
}

class ItemReader {
 public:
  ItemReader(const Telling& telling, Range range, Range words, std::vector<Item>& items)
      : telling_(telling), text_(telling.text), range_(range), words_(words), items_(items) {}

  void read() {
    std::uint32_t at = range_.begin;
    while (at < range_.end) at = read_at(at);
  }

 private:
  // Puts the item that begins at `at` down, if one does; returns where to go on.
  std::uint32_t read_at(std::uint32_t at) {
    if (words_.begin < words_.end && telling_.words[words_.begin].range.begin <= at)
      return read_word(telling_.words[words_.begin].range);
    if (const std::uint32_t n = ellipsis_at(text_, at, range_.end); n != 0)
      return add(ItemKind::kEllipsis, {at, at + n});
    if (text_[at] == '[' || text_[at] == '(') {
      const std::uint32_t end = read_bracket(at);
      if (end != 0) return end;
    }
    if (text_[at] == '*') {
      std::uint32_t end = at;
      while (end < range_.end && text_[end] == '*') ++end;
      return end - at >= 3 ? add(ItemKind::kMask, {at, end}) : end;
    }
    return at + text::decode(text_, at).n_bytes;
  }

  std::uint32_t read_word(Range word) {
    if (word.end < range_.end && text_[word.end] == '[') {  // "walk[ed]"
      const Range bracket = bracket_at(text_, word.end, range_);
      if (!bracket.empty() && bracket.begin <= word.begin) return add(ItemKind::kBracket, bracket);
    }
    if (const std::uint32_t number = number_end(words_.begin); number > word.end)
      return add(ItemKind::kWord, {word.begin, number});
    const std::uint32_t end = mask_end(text_, word.begin, word.end, range_.end);
    return add(end > word.end ? ItemKind::kMask : ItemKind::kWord, {word.begin, end});
  }

  // End of the number that word `i` begins: "2,500.75" is one item.
  std::uint32_t number_end(std::uint32_t i) const {
    while (i + 1 < words_.end && joins_digits(telling_, i, false)) ++i;
    return telling_.words[i].range.end;
  }

  // 0: no bracket of an editor.
  std::uint32_t read_bracket(std::uint32_t at) {
    const bool round = text_[at] == '(';
    const Range bracket = round ? round_note(at) : bracket_at(text_, at, range_);
    if (bracket.empty()) return 0;
    std::string content = text::fold(words_of(text_, bracket)).text;
    std::erase_if(content, [](char c) { return c == '[' || c == ']' || c == '(' || c == ')'; });
    const ItemKind kind = is_sic(content)         ? ItemKind::kSic
                          : is_expletive(content) ? ItemKind::kExpletive
                                                  : ItemKind::kBracket;
    if (round && kind == ItemKind::kBracket) return 0;
    return add(kind, bracket);
  }

  Range round_note(std::uint32_t at) const {
    const std::size_t end = text_.substr(at, std::min(range_.end - at, 24U)).find(')');
    return end == std::string_view::npos ? Range{}
                                         : Range{at, at + static_cast<std::uint32_t>(end) + 1};
  }

  std::uint32_t add(ItemKind kind, Range range) {
    const std::uint32_t first = words_.begin;
    if (!items_.empty()) range.begin = std::max(range.begin, items_.back().range.end);
    while (words_.begin < words_.end && telling_.words[words_.begin].range.begin < range.end) {
      range.end = std::max(range.end, telling_.words[words_.begin].range.end);
      ++words_.begin;
    }
    Item item{kind, range, {first, words_.begin}, {}, {}};
    if (kind != ItemKind::kEllipsis) item.folded = text::fold(words_of(text_, range)).text;
    if (kind == ItemKind::kBracket || kind == ItemKind::kExpletive)
      std::erase_if(item.folded, [](char c) { return c == '[' || c == ']'; });
    items_.push_back(std::move(item));
    return range.end;
  }

  const Telling& telling_;
  std::string_view text_;
  Range range_;
  Range words_;  // still to come
  std::vector<Item>& items_;
};

}  // namespace

std::uint32_t ellipsis_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return 0;
  const char open = text[at];
  if (open != '[' && open != '(') return dots_at(text, at, end);
  std::uint32_t next = at + 1;
  if (next < end && text[next] == ' ') ++next;
  const std::uint32_t n = dots_at(text, next, end);
  next += n;
  if (next < end && text[next] == ' ') ++next;
  return n != 0 && next < end && text[next] == (open == '[' ? ']' : ')') ? next + 1 - at : 0;
}

Range bracket_at(std::string_view text, std::uint32_t at, Range inside) {
  const std::string_view ahead = text.substr(at, std::min(inside.end - at, kMaxBracketBytes));
  const std::size_t close = ahead.find_first_of("]\n[", 1);
  if (close == std::string_view::npos || ahead[close] != ']' || close < 2) return {};
  Range found{at, at + static_cast<std::uint32_t>(close) + 1};
  const auto is_letter = [](char32_t c) { return text::is_letter(c) || text::is_digit(c); };
  while (found.begin > inside.begin) {
    const text::CodePoint c = text::decode_before(text, found.begin);
    if (!is_letter(c.value) || found.begin - inside.begin < c.n_bytes) break;
    found.begin -= c.n_bytes;
  }
  while (found.end < inside.end) {
    const text::CodePoint c = text::decode(text, found.end);
    if (!is_letter(c.value)) break;
    found.end += c.n_bytes;
  }
  return found;
}

bool joins_digits(const Telling& telling, std::uint32_t left, bool spaced) {
  if (left + 1 >= telling.words.size()) return false;
  const Range before = telling.words[left].range;
  const Range behind = telling.words[left + 1].range;
  const auto is_digit = [&](std::uint32_t at) {
    return telling.text[at] >= '0' && telling.text[at] <= '9';
  };
  if (!is_digit(before.end - 1) || !is_digit(behind.begin)) return false;
  const std::string_view mark = telling.text.substr(before.end, behind.begin - before.end);
  if (spaced && (mark == " " || mark == "\u00A0" || mark == "\u2009" || mark == "\u202F"))
    return true;
  return mark.size() == 1 && std::string_view(",.:/").find(mark[0]) != std::string_view::npos;
}

void find_items(const Telling& telling, Range range, Range words, std::vector<Item>& items) {
  items.clear();
  ItemReader(telling, range, words, items).read();
}

}  // namespace fabula::reuse
