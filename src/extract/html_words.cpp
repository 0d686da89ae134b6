#include "extract/html_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "text/utf8.hpp"

namespace fabula::extract {

std::string collapsed(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, n_bytes] = text::decode(text, at);
    if (text::is_space(value)) {
      space = !out.empty();
    } else {
      if (space) out += ' ';
      space = false;
      out.append(text, at, n_bytes);
    }
    at += n_bytes;
  }
  return out;
}

namespace {

struct Reference {
  char32_t value = 0;
  std::size_t n_bytes = 0;  // 0: none
};

// A character reference at the start of `text`.
Reference reference_at(std::string_view text) {
  constexpr auto kNames =
      std::to_array<std::pair<std::string_view, char32_t>>({{"amp;", '&'},
                                                            {"quot;", '"'},
                                                            {"apos;", '\''},
                                                            {"lt;", '<'},
                                                            {"gt;", '>'},
                                                            {"nbsp;", ' '},
                                                            {"rsquo;", 0x2019},
                                                            {"lsquo;", 0x2018},
                                                            {"rdquo;", 0x201D},
                                                            {"ldquo;", 0x201C},
                                                            {"ndash;", 0x2013},
                                                            {"mdash;", 0x2014},
                                                            {"hellip;", 0x2026}});
  const std::string_view rest = text.substr(1);
  for (const auto& [name, value] : kNames)
    if (rest.starts_with(name)) return {value, name.size() + 1};
  if (!rest.starts_with('#')) return {};
  const bool hex = rest.size() > 1 && (rest[1] | 0x20) == 'x';
  const char* begin = rest.data() + (hex ? 2 : 1);
  const char* end = rest.data() + std::min<std::size_t>(rest.size(), 10);
  std::uint32_t value = 0;
  const auto [stop, error] = std::from_chars(begin, std::max(begin, end), value, hex ? 16 : 10);
  if (error != std::errc() || stop == rest.data() + rest.size() || *stop != ';') return {};
  const bool is_valid = value >= 0x20 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
  if (!is_valid) return {};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(stop - rest.data()) + 2};
}

std::string unescaped_once(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Reference reference = text[at] == '&' ? reference_at(text.substr(at)) : Reference{};
    if (reference.n_bytes == 0) {
      out += text[at++];
    } else {
      text::append(out, reference.value);
      at += reference.n_bytes;
    }
  }
  return out;
}

}  // namespace

std::string unescaped(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  return unescaped_once(unescaped_once(text));
}

std::string comparable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, n_bytes] = text::decode(text, at);
    if (text::is_letter(value) || text::is_digit(value)) out.append(text, at, n_bytes);
    at += n_bytes;
  }
  return text::ascii_lower(out);
}

}  // namespace fabula::extract
