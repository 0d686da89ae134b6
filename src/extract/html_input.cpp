#include "extract/html_input.hpp"

#include <algorithm>

#include "base/span.hpp"

namespace fabula::extract {
namespace {

constexpr int kMaxAttributes = 256;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Does the element whose name begins at `at` have this (lower-case) name, or a longer one?
bool begins_with(std::string_view html, std::size_t at, std::string_view name) {
  return std::ranges::equal(html.substr(at, name.size()), name,
                            [](char a, char b) { return (a | 0x20) == b; });
}

// A start tag: where it ends ('>' or the end of the page), and from where on it has too many
// attributes (= end when it has not).
struct TagExtent {
  std::size_t end;
  std::size_t excess;
};

TagExtent scan_tag(std::string_view html, std::size_t at) {
  int n_attributes = 0;
  std::size_t excess = std::string_view::npos;
  bool between = false;  // after white space or '/': the next character begins an attribute
  while (at < html.size() && html[at] != '>') {
    const char c = html[at];
    if (is_blank(c) || c == '/') {
      between = true;
    } else if (c == '=') {  // a value, perhaps quoted
      ++at;
      while (at < html.size() && is_blank(html[at])) ++at;
      if (at < html.size() && (html[at] == '"' || html[at] == '\''))
        at = std::min(html.find(html[at], at + 1), html.size() - 1);
      else
        continue;
      between = true;
    } else if (between) {
      between = false;
      if (++n_attributes > kMaxAttributes && excess == std::string_view::npos) excess = at;
    }
    ++at;
  }
  return {at, std::min(excess, at)};
}

}  // namespace

std::string_view tame_html(std::string_view html, std::string& storage) {
  const auto own_copy = [&] {
    if (storage.empty()) storage = html;
  };
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    ++at;
    if (html.substr(at, 3) == "!--") {
      at = std::min(html.find("-->", at), html.size());
      continue;
    }
    if (at >= html.size() || !is_ascii_letter(html[at])) continue;
    const auto [end, excess] = scan_tag(html, at);
    if (excess < end) {
      own_copy();
      std::fill(storage.begin() + static_cast<std::ptrdiff_t>(excess),
                storage.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }
    const bool is_raw = begins_with(html, at, "script") || begins_with(html, at, "style");
    at = is_raw ? std::min(html.find("</", end), html.size()) : end;
  }
  if (html.find('\0') != std::string_view::npos) {
    own_copy();
    std::ranges::replace(storage, '\0', ' ');
  }
  return storage.empty() ? html : std::string_view(storage);
}

}  // namespace fabula::extract
