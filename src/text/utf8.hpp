// UTF-8 by hand where it must be fast; everything about characters' properties is ICU's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fabula::text {

struct CodePoint {
  char32_t value = 0xFFFD;
  std::uint32_t n_bytes = 1;
};

// Where the bytes are not ASCII.
namespace wide {
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);
[[nodiscard]] bool is_space(char32_t c);
}  // namespace wide

// The code point that begins at `at`; requires at < text.size(). A byte that begins none gives
// U+FFFD with n_bytes 1, so a loop over any bytes ends.
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1} : wide::decode(text, at);
}
// The code point that ends just before `at`; requires 0 < at <= text.size().
[[nodiscard]] CodePoint decode_before(std::string_view text, std::size_t at);

void append(std::string& out, char32_t value);

[[nodiscard]] bool is_valid_utf8(std::string_view text);
// `text` with each maximal ill-formed piece replaced by U+FFFD; counts the pieces in `n_replaced`.
[[nodiscard]] std::string to_valid_utf8(std::string_view text, std::size_t* n_replaced = nullptr);

// Is `at` the start of a code point, or the end of the text?
[[nodiscard]] inline bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

[[nodiscard]] std::size_t count_code_points(std::string_view text);
[[nodiscard]] std::size_t count_utf16_units(std::string_view text);

// ICU's properties; ASCII is not looked up.
[[nodiscard]] inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : wide::is_letter(c);
}
[[nodiscard]] inline bool is_digit(char32_t c) {
  return c < 0x80 ? c >= '0' && c <= '9' : wide::is_digit(c);
}
[[nodiscard]] inline bool is_upper(char32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : wide::is_upper(c);
}
[[nodiscard]] inline bool is_lower(char32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : wide::is_lower(c);
}
// Also no-break and zero-width spaces, U+FEFF.
[[nodiscard]] inline bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : wide::is_space(c);
}

// ASCII lower case; other bytes stay.
[[nodiscard]] std::string ascii_lower(std::string_view text);
// `text` without white space (is_space) at its ends.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace fabula::text
