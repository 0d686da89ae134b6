// A table on a terminal.
//
// 0. a column without a word in any row is left out
// 1. a column is as wide as its cells, at most its max_width
// 2. what is too much is taken from the widest columns first, down to a width that can be read
// 3. still too much: a row becomes a block, a cell a line
#include <algorithm>
#include <array>

#include "render/table.hpp"

namespace fabula::render {
namespace {

constexpr std::uint32_t kGap = 2;           // between columns
constexpr std::uint32_t kMinWidth = 40;     // of a terminal
constexpr std::uint32_t kMinFlexible = 24;  // of the column that has most of the words

// What a column needs at least, from what reads well to what just can be read.
struct Need {
  std::uint32_t unbroken;    // words of so many characters are not broken
  bool half;                 // half of max_width, where there are so many words
  std::size_t most_columns;  // of a table for which it will do
};
constexpr std::array<Need, 3> kNeeds = {{{18, true, 99}, {12, true, 99}, {12, false, 6}}};

constexpr std::uint32_t kLabelWidth = 12;  // of a block

struct Shown {
  std::size_t column;
  std::uint32_t width;
  std::uint32_t heading;  // the longest word of its heading
  std::uint32_t word;     // the longest word of its cells
  std::uint32_t half;     // of its width, when it would be as wide as it may be
  bool is_flexible;
};

std::uint32_t longest_word(std::string_view words) {
  std::uint32_t longest = 0;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    longest = std::max(longest, display_width(words.substr(0, end)));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return longest;
}

// Has no row anything there?
bool is_empty(const Table& table, std::size_t column) {
  return std::ranges::all_of(
      table.rows, [&](const std::vector<Cell>& row) { return words_in(row[column]).empty(); });
}

std::vector<Shown> natural_widths(const Table& table) {
  std::vector<Shown> shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.heading.empty()) continue;
    const bool is_flexible = column.max_width == 0;
    if (is_empty(table, i)) continue;
    const std::uint32_t heading = longest_word(column.heading);
    std::uint32_t width = display_width(column.heading);
    std::uint32_t word = heading;  // what cannot be broken: an id, a number
    for (const auto& row : table.rows) {
      const std::string words = words_in(row[i]);
      width = std::max(width, display_width(words));
      word = std::max(word, longest_word(words));
    }
    if (!is_flexible) width = std::min(width, std::max(column.max_width, heading));
    shown.push_back({i, width, heading, word, std::min(width, column.max_width / 2), is_flexible});
  }
  return shown;
}

std::uint32_t total_width(const std::vector<Shown>& shown) {
  std::uint32_t total = 0;
  for (const Shown& s : shown) total += s.width + kGap;
  return total - std::min(total, kGap);
}

// Shrinks the columns until they have room; false when they have none.
bool fit(std::vector<Shown>& shown, const Need& need, std::uint32_t terminal_width) {
  const auto least = [&](const Shown& s) {
    const std::uint32_t words =
        std::max({s.heading, std::min(s.word, need.unbroken), need.half ? s.half : 0});
    return s.is_flexible ? std::max(kMinFlexible, words) : words;
  };
  std::uint32_t total = total_width(shown);
  while (total > terminal_width) {
    // The one that is farthest above what it needs at least.
    const auto widest = std::ranges::max_element(
        shown, {}, [&](const Shown& s) { return s.width > least(s) ? s.width : 0; });
    if (widest == shown.end() || widest->width <= least(*widest)) return false;
    --widest->width;
    --total;
  }
  return true;
}

void write_padded(std::string_view words, std::uint32_t width, std::ostream& out) {
  out << words;
  for (std::uint32_t n = display_width(words); n < width; ++n) out << ' ';
}

using Cells = std::vector<std::vector<std::string>>;  // lines of each shown cell

void write_row(const Cells& cells, const std::vector<Shown>& shown, std::string_view before,
               std::string_view after, std::ostream& out) {
  std::size_t n_lines = 1;
  for (const auto& lines : cells) n_lines = std::max(n_lines, lines.size());
  for (std::size_t line = 0; line < n_lines; ++line) {
    std::size_t last = 0;  // no spaces behind the last cell that has words in this line
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (line < cells[i].size() && !cells[i][line].empty()) last = i;
    out << before;
    for (std::size_t i = 0; i <= last; ++i) {
      const std::string_view words = line < cells[i].size() ? cells[i][line] : std::string_view{};
      write_padded(words, i == last ? 0 : shown[i].width + kGap, out);
    }
    out << after << '\n';
  }
}

class TextTable {
 public:
  TextTable(const Table& table, const TextStyle& style, std::ostream& out)
      : table_(table),
        style_(style),
        width_(std::max(style.width, kMinWidth)),
        out_(out),
        shown_(natural_widths(table)) {
    has_groups_ = std::ranges::any_of(table.columns, &Column::once);
  }

  void write() {
    if (shown_.empty() || table_.rows.empty()) return;
    for (const Need& need : kNeeds) {
      std::vector<Shown> fitted = shown_;
      if (shown_.size() > need.most_columns || !fit(fitted, need, width_)) continue;
      shown_ = std::move(fitted);
      write_rows();
      return;
    }
    write_blocks();
  }

 private:
  // Does the row belong to the one above it?
  [[nodiscard]] bool goes_on(std::size_t row) const {
    const std::size_t key = shown_.front().column;
    return has_groups_ && row > 0 && table_.rows[row][key] == table_.rows[row - 1][key];
  }

  [[nodiscard]] bool is_as_above(std::size_t row, std::size_t column) const {
    return goes_on(row) && table_.rows[row][column] == table_.rows[row - 1][column];
  }

  [[nodiscard]] std::string cell(std::size_t row, std::size_t column) const {
    const Column& shape = table_.columns[column];
    if (shape.once && is_as_above(row, column) &&
        (!shape.of_one_before || is_as_above(row, column - 1)))
      return {};
    return words_in(table_.rows[row][column]);
  }

  void write_rows() {
    Cells cells;
    for (const Shown& s : shown_) cells.push_back(wrap(table_.columns[s.column].heading, s.width));
    write_row(cells, shown_, style_.color ? "\x1b[1m" : "", style_.color ? "\x1b[0m" : "", out_);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (has_groups_ && row > 0 && !goes_on(row)) out_ << '\n';
      cells.clear();
      for (const Shown& s : shown_) cells.push_back(wrap(cell(row, s.column), s.width));
      write_row(cells, shown_, "", "", out_);
    }
  }

  void write_blocks() {
    const std::uint32_t words_width = width_ - kLabelWidth - kGap;
    const std::vector<Shown> line = {{0, kLabelWidth, 0, 0, 0, false},
                                     {0, words_width, 0, 0, 0, false}};
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      if (row > 0) out_ << '\n';
      for (const Shown& s : shown_) {
        const bool is_key = &s == &shown_.front();  // says which group the block belongs to
        const std::string words =
            is_key ? words_in(table_.rows[row][s.column]) : cell(row, s.column);
        if (words.empty()) continue;
        write_row({wrap(table_.columns[s.column].heading, kLabelWidth), wrap(words, words_width)},
                  line, "", "", out_);
      }
    }
  }

  const Table& table_;
  const TextStyle& style_;
  std::uint32_t width_;
  std::ostream& out_;
  std::vector<Shown> shown_;
  bool has_groups_ = false;
};

}  // namespace

void write_table_text(const Table& table, const TextStyle& style, std::ostream& out) {
  TextTable(table, style, out).write();
}

}  // namespace fabula::render
