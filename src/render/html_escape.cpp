#include "render/html_escape.hpp"

namespace fabula::render {

std::string escape_html(std::string_view words) {
  std::string escaped;
  escaped.reserve(words.size() + words.size() / 16);
  for (const char c : words) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += static_cast<unsigned char>(c) < 0x20 && c != '\n' ? ' ' : c;
    }
  }
  return escaped;
}

}  // namespace fabula::render
