#include "reuse/edits_marks.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "text/marks.hpp"
#include "text/utf8.hpp"

namespace fabula::reuse {
namespace {

constexpr std::size_t kMaxTokens = 48;  // more marks in a row are compared as a whole

// A mark, or a run of white space and characters that are not seen.
struct Token {
  char32_t kind;  // the mark; ' ' for space
  Range range;
};

bool is_unseen(char32_t c) {
  return text::is_space(c) || c == 0xAD ||
         u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

void split_marks(std::string_view text, std::vector<Token>& tokens) {
  tokens.clear();
  for (std::uint32_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    const char32_t kind = is_unseen(c.value) ? U' ' : c.value;
    if (kind == U' ' && !tokens.empty() && tokens.back().kind == U' ') {
      tokens.back().range.end += c.n_bytes;
    } else {
      tokens.push_back({kind, {at, at + c.n_bytes}});
    }
    at += c.n_bytes;
  }
}

// lengths[i * (m + 1) + j]: equal tokens of a[i..] and b[j..].
std::vector<std::uint32_t> common_lengths(const std::vector<Token>& a,
                                          const std::vector<Token>& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> lengths((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      lengths[i * width + j] = a[i].kind == b[j].kind ? lengths[(i + 1) * width + j + 1] + 1
                                                      : std::max(lengths[(i + 1) * width + j],
                                                                 lengths[i * width + j + 1]);
  return lengths;
}

std::string_view op_of(std::string_view a, std::string_view b, bool in_word) {
  const auto is_space = [](std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const text::CodePoint c = text::decode(text, at);
      if (!is_unseen(c.value)) return false;
      at += c.n_bytes;
    }
    return true;
  };
  if (is_space(a) && is_space(b)) return "space";
  const auto is_hyphen = [](std::string_view text) {
    return text == "-" || text == "\u2010" || text == "\u2011";
  };
  const bool joined = in_word && ((is_hyphen(a) && b == " ") || (a == " " && is_hyphen(b)));
  return joined ? "spelling" : "mark";
}

// "," for " -" is one change, not a comma taken out and a dash put in behind the same space.
void join_marks(std::vector<MarkEdit>& edits) {
  const auto is_mark = [](const MarkEdit& edit) { return edit.op == "mark"; };
  const auto first = std::find_if(edits.begin(), edits.end(), is_mark);
  if (std::count_if(first, edits.end(), is_mark) < 2) return;
  auto last = edits.end() - 1;
  while (!is_mark(*last)) --last;
  first->a.end = last->a.end;
  first->b.end = last->b.end;
  edits.erase(first + 1, last + 1);
}

bool is_quotation_mark(std::string_view text) {
  const char mark = text::plain_mark(text);
  return mark == '"' || mark == '\'';
}

}  // namespace

void compare_marks(std::string_view a, std::string_view b, bool in_word,
                   std::vector<MarkEdit>& edits) {
  edits.clear();
  if (a == b) return;
  const auto whole = [](std::string_view text) {
    return Range{0, static_cast<std::uint32_t>(text.size())};
  };
  std::vector<Token> from;
  std::vector<Token> to;
  split_marks(a, from);
  split_marks(b, to);
  const bool is_swap = from.size() == 1 && to.size() == 1;
  if (is_swap || from.size() > kMaxTokens || to.size() > kMaxTokens) {
    edits.push_back({op_of(a, b, in_word), whole(a), whole(b)});
    return;
  }
  const std::vector<std::uint32_t> lengths = common_lengths(from, to);
  const std::size_t width = to.size() + 1;
  const auto place = [&](const std::vector<Token>& tokens, std::size_t i, std::string_view text) {
    return i < tokens.size() ? tokens[i].range.begin : static_cast<std::uint32_t>(text.size());
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < from.size() || j < to.size()) {
    if (i < from.size() && j < to.size() && from[i].kind == to[j].kind) {
      if (words_of(a, from[i].range) != words_of(b, to[j].range))
        edits.push_back({"space", from[i].range, to[j].range});
      ++i;
      ++j;
      continue;
    }
    const std::size_t first_i = i;
    const std::size_t first_j = j;
    while ((i < from.size() || j < to.size()) &&
           !(i < from.size() && j < to.size() && from[i].kind == to[j].kind)) {
      const bool skip_a = j == to.size() || (i < from.size() && lengths[(i + 1) * width + j] >=
                                                                    lengths[i * width + j + 1]);
      ++(skip_a ? i : j);
    }
    const Range was{place(from, first_i, a), place(from, i, a)};
    const Range now{place(to, first_j, b), place(to, j, b)};
    edits.push_back({op_of(words_of(a, was), words_of(b, now), in_word), was, now});
  }
  join_marks(edits);
}

std::string_view writing_op(std::string_view a, std::string_view b) {
  const auto lower = [](std::string_view text, bool seen_only) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const text::CodePoint c = text::decode(text, at);
      at += c.n_bytes;
      if (seen_only && is_unseen(c.value)) continue;
      const bool breaks = seen_only && (c.value == U'-' || c.value == 0x2010);
      if (!breaks)
        text::append(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
    }
    return out;
  };
  if (lower(a, false) == lower(b, false)) return "case";
  return lower(a, true) == lower(b, true) ? "space" : "mark";
}

std::uint32_t common_head(std::string_view a, std::string_view b, std::uint32_t limit) {
  std::uint32_t n = 0;
  while (n < limit && n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  while (n > 0 && !(text::is_boundary(a, n) && text::is_boundary(b, n))) --n;
  return n;
}

std::uint32_t common_tail(std::string_view a, std::string_view b, std::uint32_t limit) {
  std::uint32_t n = 0;
  while (n < limit && n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n])
    ++n;
  while (n > 0 && !(text::is_boundary(a, a.size() - n) && text::is_boundary(b, b.size() - n))) --n;
  return n;
}

bool is_attribution(std::string_view text) {
  constexpr std::size_t kMaxBytes = 240;  // "said Mila Tarn, the ferry master of Orra"
  text = text::trim(text);
  if (text.size() < 5 || text.size() > kMaxBytes) return false;
  std::size_t head = 0;
  while (head < text.size() && std::string_view(",.!?;:-").find(text[head]) != text.npos) ++head;
  for (const std::string_view dash : {"—", "–", "…"})
    if (text.substr(head).starts_with(dash)) head += dash.size();
  if (head == text.size()) return false;
  const text::CodePoint open = text::decode(text, head);
  const text::CodePoint close = text::decode_before(text, text.size());
  const std::string_view first = text.substr(head, open.n_bytes);
  const std::string_view last = text.substr(text.size() - close.n_bytes);
  if (!is_quotation_mark(first) || !is_quotation_mark(last)) return false;
  if (head + open.n_bytes + close.n_bytes >= text.size()) return false;
  const std::string_view inner =
      text.substr(head + open.n_bytes, text.size() - close.n_bytes - head - open.n_bytes);
  std::size_t n_words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < inner.size();) {
    const text::CodePoint c = text::decode(inner, at);
    const bool letter = text::is_letter(c.value);
    if (!letter && text::plain_mark(inner.substr(at, c.n_bytes)) == '"') return false;
    n_words += letter && !in_word;
    in_word = letter;
    at += c.n_bytes;
  }
  // "he said"; a lone "and" only stands between two quotations.
  return n_words >= 2 && inner.find('\n') == std::string_view::npos;
}

}  // namespace fabula::reuse
