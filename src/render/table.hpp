// Rows for people and programs: one table, four forms.
//
//   text    aligned columns as wide as the terminal, a heading, only the columns for people; where
//           the columns have no room beside each other, a cell a line, an empty line behind a row;
//           nothing at all without rows
//   csv     RFC 4180, UTF-8, CRLF, all columns; cells that a spreadsheet would run as a formula
//           (beginning with = + - @ tab or CR) get a ' in front
//   json    one array of objects, all columns, keys in column order
//   jsonl   one object a line
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fabula::render {

enum class TableFormat : std::uint8_t { kText, kCsv, kJson, kJsonl };

// Nothing, words, or a whole number.
using Cell = std::variant<std::monostate, std::string, std::int64_t>;

struct Column {
  std::string name;             // key in CSV and JSON: "said_by"
  std::string heading;          // on a terminal: "SAID BY"; empty: not shown there
  std::uint32_t max_width = 0;  // on a terminal, in characters; 0: takes what is left
  // On a terminal not written again under the same words, as long as the first column for people
  // stays the same: such rows belong together. An empty line parts groups.
  bool once = false;
  // Of those columns: where the one before it changes, it is shown again.
  bool of_one_before = false;
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // each with one cell a column
};

struct TextStyle {
  std::uint32_t width = 100;  // of the terminal, in characters
  bool color = false;
};

void write_table(const Table& table, TableFormat format, const TextStyle& style, std::ostream& out);

// TableFormat::kText, never wider than style.width characters (40 at least).
void write_table_text(const Table& table, const TextStyle& style, std::ostream& out);

// Empty for nothing.
[[nodiscard]] std::string words_in(const Cell& cell);

// A cell as CSV: quoted where needed, safe from formulas.
[[nodiscard]] std::string csv_cell(std::string_view words);

// Characters a terminal needs for UTF-8 `text`: wide ones count 2, combining ones 0.
[[nodiscard]] std::uint32_t display_width(std::string_view text);

// `text` broken into lines of at most `width` characters at spaces, words longer than that cut;
// control characters (an escape sequence in an article's text) come out as spaces.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::uint32_t width);

}  // namespace fabula::render
