#include "text/utf8.hpp"

#include <unicode/uchar.h>

namespace fabula::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Length of the well-formed sequence at `at`, 0 when there is none (Unicode 15, table 3-7).
std::uint32_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned b0 = byte_at(text, at);
  if (b0 < 0x80) return 1;
  const auto next_in = [&](std::size_t k, unsigned lo, unsigned hi) {
    return at + k < text.size() && byte_at(text, at + k) >= lo && byte_at(text, at + k) <= hi;
  };
  if (b0 >= 0xC2 && b0 <= 0xDF) return next_in(1, 0x80, 0xBF) ? 2 : 0;
  if (b0 >= 0xE0 && b0 <= 0xEF) {
    const unsigned lo = b0 == 0xE0 ? 0xA0 : 0x80;
    const unsigned hi = b0 == 0xED ? 0x9F : 0xBF;
    return next_in(1, lo, hi) && next_in(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (b0 >= 0xF0 && b0 <= 0xF4) {
    const unsigned lo = b0 == 0xF0 ? 0x90 : 0x80;
    const unsigned hi = b0 == 0xF4 ? 0x8F : 0xBF;
    return next_in(1, lo, hi) && next_in(2, 0x80, 0xBF) && next_in(3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

}  // namespace

CodePoint wide::decode(std::string_view text, std::size_t at) {
  const std::uint32_t n = sequence_length(text, at);
  const auto low = [&](std::size_t k) { return char32_t{byte_at(text, at + k) & 0x3F}; };
  const char32_t b0 = byte_at(text, at);
  switch (n) {
    case 1:
      return {b0, 1};
    case 2:
      return {(b0 & 0x1F) << 6 | low(1), 2};
    case 3:
      return {(b0 & 0x0F) << 12 | low(1) << 6 | low(2), 3};
    case 4:
      return {(b0 & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4};
    default:
      return {kReplacement, 1};
  }
}

CodePoint decode_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (byte_at(text, begin) & 0xC0) == 0x80) --begin;
  const CodePoint found = decode(text, begin);
  if (begin + found.n_bytes == at) return found;
  return {kReplacement, 1};
}

void append(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  const auto put = [&](char32_t byte) {
    out += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t n = sequence_length(text, at);
    if (n == 0) return false;
    at += n;
  }
  return true;
}

std::string to_valid_utf8(std::string_view text, std::size_t* n_replaced) {
  std::string out;
  out.reserve(text.size());
  std::size_t n_bad = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::uint32_t n = sequence_length(text, at); n != 0) {
      out.append(text, at, n);
      at += n;
      continue;
    }
    append(out, kReplacement);
    ++n_bad;
    ++at;
    while (at < text.size() && (byte_at(text, at) & 0xC0) == 0x80) ++at;
  }
  if (n_replaced != nullptr) *n_replaced = n_bad;
  return out;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

std::size_t count_utf16_units(std::string_view text) {
  std::size_t n = 0;
  for (const char c : text) {
    const auto b = static_cast<unsigned char>(c);
    n += (b & 0xC0) != 0x80;
    n += b >= 0xF0;
  }
  return n;
}

bool wide::is_letter(char32_t c) {
  return u_isalpha(icu(c)) != 0 || u_charType(icu(c)) == U_NON_SPACING_MARK;
}
bool wide::is_digit(char32_t c) { return u_isdigit(icu(c)) != 0; }
bool wide::is_upper(char32_t c) { return u_isupper(icu(c)) != 0; }
bool wide::is_lower(char32_t c) { return u_islower(icu(c)) != 0; }
bool wide::is_space(char32_t c) {
  return c == 0x85 || c == 0xFEFF || c == 0x200B || u_isUWhiteSpace(icu(c)) != 0;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
  return lower;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = decode(text, 0);
    if (!is_space(first.value)) break;
    text.remove_prefix(first.n_bytes);
  }
  while (!text.empty()) {
    const CodePoint last = decode_before(text, text.size());
    if (!is_space(last.value)) break;
    text.remove_suffix(last.n_bytes);
  }
  return text;
}

}  // namespace fabula::text
