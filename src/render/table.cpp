#include "render/table.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "text/utf8.hpp"

namespace fabula::render {
namespace {

using nlohmann::ordered_json;

ordered_json to_json(const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  return nullptr;
}

std::string json_line(const Table& table, const std::vector<Cell>& row) {
  ordered_json object = ordered_json::object();
  for (std::size_t i = 0; i < row.size(); ++i) object[table.columns[i].name] = to_json(row[i]);
  return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

void write_csv(const Table& table, std::ostream& out) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    out << (i ? "," : "") << csv_cell(table.columns[i].name);
  out << "\r\n";
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out << (i ? "," : "");
      if (std::holds_alternative<std::int64_t>(row[i]))
        out << words_in(row[i]);
      else
        out << csv_cell(words_in(row[i]));
    }
    out << "\r\n";
  }
}

}  // namespace

void write_table(const Table& table, TableFormat format, const TextStyle& style,
                 std::ostream& out) {
  switch (format) {
    case TableFormat::kText:
      return write_table_text(table, style, out);
    case TableFormat::kCsv:
      return write_csv(table, out);
    case TableFormat::kJson:
      out << '[';
      for (std::size_t i = 0; i < table.rows.size(); ++i)
        out << (i ? ",\n " : "\n ") << json_line(table, table.rows[i]);
      out << "\n]\n";
      return;
    case TableFormat::kJsonl:
      for (const auto& row : table.rows) out << json_line(table, row) << '\n';
      return;
  }
}

std::string words_in(const Cell& cell) {
  if (const auto* words = std::get_if<std::string>(&cell)) return *words;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  return {};
}

std::string csv_cell(std::string_view words) {
  std::string cell;
  if (!words.empty() && std::string_view("=+-@\t\r").find(words.front()) != std::string_view::npos)
    cell += '\'';
  cell += words;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  quoted += '"';
  return quoted;
}

std::uint32_t display_width(std::string_view text) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, n] = text::decode(text, at);
    at += n;
    if (c < 0x300) {
      ++width;
      continue;
    }
    const auto cp = static_cast<UChar32>(c);
    const int type = u_charType(cp);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(cp, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, std::uint32_t width) {
  std::vector<std::string> lines;
  std::string line;
  std::uint32_t line_width = 0;
  std::string word;
  std::uint32_t word_width = 0;
  const auto end_line = [&] {
    lines.push_back(std::move(line));
    line.clear();
    line_width = 0;
  };
  const auto end_word = [&] {
    if (word.empty()) return;
    if (line_width != 0 && line_width + 1 + word_width > width) end_line();
    if (line_width != 0) {
      line += ' ';
      ++line_width;
    }
    line += word;
    line_width += word_width;
    word.clear();
    word_width = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, n] = text::decode(text, at);
    if (text::is_space(c) || c < 0x20 || (c >= 0x7F && c < 0xA0)) {
      end_word();
    } else {
      const std::string_view piece = text.substr(at, n);
      const std::uint32_t piece_width = display_width(piece);
      if (word_width + piece_width > width && !word.empty()) {
        end_word();
        end_line();
      }
      word += piece;
      word_width += piece_width;
    }
    at += n;
  }
  end_word();
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace fabula::render
