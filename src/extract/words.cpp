#include "extract/words.hpp"

#include <algorithm>
#include <cstddef>

#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

bool is_closing_mark(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == U'”' || c == U'’' || c == U'»' ||
         c == U'“';
}

// Any character of ASCII but white space and controls.
bool is_plain(char c) { return c > ' ' && c < '\x7F'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

std::string simple_form(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_plain(text[at])) {
      if (blank) out += ' ';
      blank = false;
      // Up to a character that is not plain, or a second blank.
      std::size_t end = at + 1;
      while (end < text.size() &&
             (is_plain(text[end]) ||
              (text[end] == ' ' && end + 1 < text.size() && is_plain(text[end + 1]))))
        ++end;
      const auto begin = static_cast<std::ptrdiff_t>(out.size());
      out.append(text, at, end - at);
      std::transform(out.begin() + begin, out.end(), out.begin() + begin, lower);
      at = end;
      continue;
    }
    const text::CodePoint c = text::decode(text, at);
    at += c.n_bytes;
    if (text::is_space(c.value)) {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    if (c.value == U'‘' || c.value == U'’')
      out += '\'';
    else if (c.value == U'“' || c.value == U'”')
      out += '"';
    else if (c.value == U'–' || c.value == U'—' || c.value == U'―')
      out += '-';
    else if (c.value == U'…')
      out += "...";
    else
      text::append(out, c.value);
  }
  return out;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const text::CodePoint c = text::decode_before(text, text.size());
    if (c.value == '.' || c.value == '!' || c.value == '?' || c.value == ':' || c.value == U'…')
      return true;
    if (!is_closing_mark(c.value)) return false;
    text.remove_suffix(c.n_bytes);
  }
  return false;
}

bool begins_with_quotation_mark(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = text::decode(text, 0).value;
  return c == '"' || c == '\'' || c == U'“' || c == U'‘' || c == U'«' || c == U'„' || c == U'”';
}

bool begins_upper(std::string_view text) {
  return !text.empty() && text::is_upper(text::decode(text, 0).value);
}

bool begins_lower(std::string_view text) {
  return !text.empty() && text::is_lower(text::decode(text, 0).value);
}

WordShape word_shape(std::string_view text) {
  WordShape shape;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t n_letters = 0;
    bool first_is_upper = false;
    std::size_t begin = at;
    for (; at < text.size();) {
      const text::CodePoint c = text::decode(text, at);
      if (text::is_space(c.value)) break;
      if (text::is_letter(c.value) && n_letters++ == 0) first_is_upper = text::is_upper(c.value);
      at += c.n_bytes;
    }
    if (at > begin && n_letters > 0) ++shape.n_words;
    if (n_letters >= 4) {
      ++shape.n_long;
      if (first_is_upper) ++shape.n_upper;
    }
    if (at < text.size()) at += text::decode(text, at).n_bytes;
  }
  return shape;
}

bool is_title_case(std::string_view text) {
  const WordShape shape = word_shape(text);
  return shape.n_long >= 2 && shape.n_upper * 10 >= shape.n_long * 8;
}

Range place_of(std::string_view inner, std::string_view whole, std::uint32_t offset) {
  const auto begin = static_cast<std::uint32_t>(inner.data() - whole.data()) + offset;
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

}  // namespace fabula::extract
