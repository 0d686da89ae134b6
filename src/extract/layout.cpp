#include "extract/layout.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

// Lines longer than this are not wrapped by hand or by a mail program.
constexpr std::uint32_t kWidestWrap = 120;
// A wrapped line may end this share of the width early because the next word did not fit.
constexpr double kRaggedShare = 0.18;

struct Line {
  Range range;                   // without white space at its ends
  std::uint32_t n_columns = 0;   // code points of `range`
  std::uint32_t first_word = 0;  // code points of its first word
  std::uint32_t indent = 0;      // blanks before it
  [[nodiscard]] bool is_blank() const { return range.empty(); }
};

std::size_t line_break_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  if (c == '\n' || c == '\f') return 1;
  if (c == '\xE2') {
    const char32_t value = text::decode(text, at).value;
    if (value == 0x2028 || value == 0x2029) return 3;
  }
  return 0;
}

Range trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view whole = text.substr(begin, end - begin);
  const std::string_view inner = text::trim(whole);
  if (inner.empty()) return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin)};
  const auto first = static_cast<std::size_t>(inner.data() - text.data());
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + inner.size())};
}

Line measure(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  line.range = trimmed(text, begin, end);
  line.indent = line.range.begin - static_cast<std::uint32_t>(begin);
  const std::string_view words = words_of(text, line.range);
  line.n_columns = static_cast<std::uint32_t>(text::count_code_points(words));
  line.first_word =
      static_cast<std::uint32_t>(text::count_code_points(words.substr(0, words.find(' '))));
  return line;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t n = line_break_at(text, at);
    if (n == 0) {
      ++at;
      continue;
    }
    lines.push_back(measure(text, begin, at));
    begin = at += n;
  }
  lines.push_back(measure(text, begin, text.size()));
  return lines;
}

// Do two lines follow each other without an empty one between?
bool are_neighbours(const std::vector<Line>& lines, std::size_t i) {
  return i + 1 < lines.size() && !lines[i].is_blank() && !lines[i + 1].is_blank();
}

// The width the lines were wrapped at; nothing when they were not wrapped. Wrapped text shows
// itself by this: hardly any line could have taken the first word of the next.
std::optional<std::uint32_t> wrap_width(const std::vector<Line>& lines) {
  std::uint32_t width = 0;
  std::size_t n_neighbours = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].n_columns > kWidestWrap) return std::nullopt;
    width = std::max(width, lines[i].n_columns);
    if (are_neighbours(lines, i)) ++n_neighbours;
  }
  if (n_neighbours < 3 || width < 40) return std::nullopt;
  std::size_t n_full = 0;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (are_neighbours(lines, i) &&
        lines[i].n_columns + 1 + lines[i + 1].first_word > width * (1 - kRaggedShare))
      ++n_full;
  if (n_full * 10 < n_neighbours * 6) return std::nullopt;
  return width;
}

bool is_rule(std::string_view words) {
  return words.size() >= 3 && words.find_first_not_of("-_=*~ ") == std::string_view::npos;
}

bool is_underline(std::string_view words) {
  return words.size() >= 2 && (words.find_first_not_of('=') == std::string_view::npos ||
                               words.find_first_not_of('-') == std::string_view::npos);
}

// How many bytes at the start of a Markdown line only mark what it is: "## ", "> ", "- ", "12. ".
std::size_t markdown_mark(std::string_view words) {
  std::size_t n = 0;
  while (n < words.size() && words[n] == '#') ++n;
  if (n == 0 && (words.front() == '>' || words.front() == '-' || words.front() == '*' ||
                 words.front() == '+'))
    n = 1;
  if (n == 0) {
    while (n < words.size() && n < 3 && words[n] >= '0' && words[n] <= '9') ++n;
    if (n == 0 || n >= words.size() || words[n] != '.') return 0;
    ++n;
  }
  if (n > 6 || n >= words.size() || words[n] != ' ') return 0;
  while (n < words.size() && words[n] == ' ') ++n;
  return n < words.size() ? n : 0;
}

class Splitter {
 public:
  Splitter(std::string_view text, bool is_markdown)
      : text_(text),
        is_markdown_(is_markdown),
        lines_(lines_of(text)),
        width_(wrap_width(lines_)) {}

  std::vector<TextBlock> split() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view words = words_of(text_, lines_[i].range);
      if (is_markdown_ && !blocks_.empty() && is_open_ && is_underline(words)) {
        blocks_.back().is_marked_heading = true;
        is_open_ = false;
      } else if (words.empty() || is_rule(words)) {
        is_open_ = false;
      } else {
        add_line(i, words);
      }
    }
    return std::move(blocks_);
  }

 private:
  void add_line(std::size_t i, std::string_view words) {
    const std::size_t mark = is_markdown_ ? markdown_mark(words) : 0;
    const bool is_heading = mark > 0 && words.front() == '#';
    Range range = lines_[i].range;
    range.begin += static_cast<std::uint32_t>(mark);
    if (is_heading)
      while (range.end > range.begin + 1 &&
             (text_[range.end - 1] == '#' || text_[range.end - 1] == ' '))
        --range.end;
    if (is_open_ && mark == 0 && goes_on(i))
      blocks_.back().range.end = range.end;
    else
      blocks_.push_back({range, is_heading});
    is_open_ = !is_heading;
  }

  // Is line `i` the continuation of the line before it?
  [[nodiscard]] bool goes_on(std::size_t i) const {
    // Markdown joins lines; files that hold one long paragraph a line are still read as such.
    if (is_markdown_) return lines_[i - 1].n_columns <= kWidestWrap;
    if (!width_) return false;
    const Line& before = lines_[i - 1];
    if (lines_[i].indent >= before.indent + 2) return false;
    return before.n_columns + 1 + lines_[i].first_word > *width_ * (1 - kRaggedShare);
  }

  std::string_view text_;
  bool is_markdown_;
  std::vector<Line> lines_;
  std::optional<std::uint32_t> width_;
  std::vector<TextBlock> blocks_;
  bool is_open_ = false;  // the last block may go on in the next line
};

}  // namespace

std::vector<TextBlock> split_blocks(std::string_view text, bool is_markdown) {
  return Splitter(text, is_markdown).split();
}

std::vector<TextBlock> split_at(std::string_view text, std::string_view separator) {
  std::vector<TextBlock> blocks;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (const Range range = trimmed(text, begin, end); !range.empty())
      blocks.push_back({range, false});
    begin = end + separator.size();
  }
  return blocks;
}

}  // namespace fabula::extract
