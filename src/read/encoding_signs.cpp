// What a file says of its encoding: marks, the pattern of its zero bytes, labels.
#include <algorithm>
#include <array>
#include <cstddef>

#include "read/encoding.hpp"
#include "text/utf8.hpp"

namespace fabula::read {
namespace {

constexpr std::size_t kSignBytes = 4096;

constexpr std::string_view kMarkUtf32Le{"\xFF\xFE\0\0", 4};
constexpr std::string_view kMarkUtf32Be{"\0\0\xFE\xFF", 4};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view skip_spaces(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

// The value behind `name` '=' in `tag`, with or without quotation marks. `name` may stand inside
// of another value: content="text/html; charset=utf-8".
std::string value_in_tag(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos;
       at = tag.find(name, at + name.size())) {
    std::string_view rest = skip_spaces(tag.substr(at + name.size()));
    if (!rest.starts_with('=')) continue;
    rest = skip_spaces(rest.substr(1));
    if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
    std::size_t end = 0;
    while (end < rest.size() && !is_space(rest[end]) &&
           std::string_view("\"';/>?,").find(rest[end]) == std::string_view::npos)
      ++end;
    if (end > 0) return std::string(rest.substr(0, end));
  }
  return {};
}

}  // namespace

std::string_view wide_encoding_of(std::string_view bytes) {
  if (bytes.starts_with(kMarkUtf32Le)) return "UTF-32LE";
  if (bytes.starts_with(kMarkUtf32Be)) return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";

  const std::string_view start = bytes.substr(0, kSignBytes);
  const std::size_t n_quads = start.size() / 4;
  if (n_quads == 0) return {};
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < n_quads * 4; ++i) zeros[i % 4] += start[i] == '\0';
  // In UTF-32 one end of each four bytes is always zero, and nearly always its neighbour.
  const auto nearly_all = [&](std::size_t n) { return n + n / 16 >= n_quads; };
  const auto hardly_any = [&](std::size_t n) { return n <= n_quads / 50; };
  if (zeros[3] == n_quads && nearly_all(zeros[2]) && hardly_any(zeros[0])) return "UTF-32LE";
  if (zeros[0] == n_quads && nearly_all(zeros[1]) && hardly_any(zeros[3])) return "UTF-32BE";
  // In UTF-16 at least the blanks of any language have a zero byte, and always on the same side.
  const std::size_t even = zeros[0] + zeros[2];
  const std::size_t odd = zeros[1] + zeros[3];
  // Bytes of plain English with zeros strewn in are no UTF-16 of another script: such has other
  // bytes beside the zeros, and English has a zero beside every letter.
  const bool only_ascii = std::all_of(start.begin(), start.end(), [](char c) {
    return c == '\0' || (c >= ' ' && c <= '~') || (c >= '\t' && c <= '\r');
  });
  if (only_ascii && std::max(even, odd) < n_quads * 3 / 2) return {};
  if (odd > n_quads / 4 && even <= n_quads / 25) return "UTF-16LE";
  if (even > n_quads / 4 && odd <= n_quads / 25) return "UTF-16BE";
  return {};
}

std::string labelled_encoding(std::string_view bytes) {
  const std::string start = text::ascii_lower(bytes.substr(0, kSignBytes));
  const auto tag_at = [&](std::size_t at) {
    return std::string_view(start).substr(at, start.find('>', at) - at);
  };
  for (std::size_t at = start.find("<meta"); at != std::string::npos;
       at = start.find("<meta", at + 1))
    if (std::string label = value_in_tag(tag_at(at), "charset"); !label.empty()) return label;
  if (const std::size_t at = start.find("<?xml"); at != std::string::npos)
    return value_in_tag(tag_at(at), "encoding");
  return {};
}

}  // namespace fabula::read
