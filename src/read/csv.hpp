// CSV → rows, after RFC 4180, and forgiving where spreadsheet programs are.
//
//   id,text                       row in line 1: "id" | "text"
//   7,"He said ""no"",            row in line 2: "7" | "He said "no",⏎twice."
//   twice."
//
// Rows end at LF or CRLF outside of quotation marks; a mark counts only as the first byte of a
// cell. A row whose mark is never closed, or closed in the middle of a cell some lines further on,
// is given as broken, and reading goes on in the line after its first: one forgotten mark costs
// one row. Such second looks are bounded by four times the bytes read, so time stays linear.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/bytes.hpp"

namespace fabula::read {

enum class RowTrouble : std::uint8_t {
  kNone,
  kUnclosedMark,  // cells are not complete
  kTooLarge,      // no cells, no bytes
};

struct CsvRow {
  std::string_view bytes;          // without the line end
  std::vector<std::string> cells;  // not empty, unless too large; bytes as they are in the file
  std::uint64_t line = 0;          // where the row begins, from 1
  RowTrouble trouble = RowTrouble::kNone;

  [[nodiscard]] bool is_blank() const { return cells.size() == 1 && cells[0].empty(); }
};

class CsvReader {
 public:
  CsvReader(InputBuffer& input, char separator, std::uint64_t max_row_bytes)
      : input_(input), separator_(separator), max_row_bytes_(max_row_bytes) {}

  // The next row, valid until the next call; null at the end. A last row that trouble
  // (InputBuffer::trouble) cut off is not given.
  [[nodiscard]] const CsvRow* next();

 private:
  void give_up_on_row(std::size_t n_row_bytes, RowTrouble trouble);

  InputBuffer& input_;
  char separator_;
  std::uint64_t max_row_bytes_;
  std::uint64_t next_line_ = 1;
  std::uint64_t n_read_ = 0;    // bytes of the rows given
  std::uint64_t n_reread_ = 0;  // bytes looked at a second time
  std::size_t n_given_ = 0;     // bytes of the row given last, still in the buffer
  bool skip_rest_ = false;      // nothing is left that is worth another look
  CsvRow row_;
};

// The cells of the first row in `row`; one that does not end there ends with it.
[[nodiscard]] std::vector<std::string> split_csv_row(std::string_view row, char separator);

// The cells of the header in `start`, the start of a file, with the separator that fits it best:
// that with which a column holds the text, or else the one that gives most columns.
struct CsvHeader {
  char separator = ',';
  std::vector<std::string> names;
  bool has_text = false;
};
[[nodiscard]] CsvHeader read_csv_header(std::string_view start);

}  // namespace fabula::read
