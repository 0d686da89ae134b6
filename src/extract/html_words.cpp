#include "extract/html_words.hpp"

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
