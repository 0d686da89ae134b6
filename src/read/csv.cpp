#include "read/csv.hpp"

#include <algorithm>

#include "read/fields.hpp"
#include "read/lines.hpp"

namespace fabula::read {
namespace {

enum class RowEnd : std::uint8_t {
  kFound,     // the row ends in `text`
  kOpen,      // `text` ends before the row does
  kUnclosed,  // the same, inside of quotation marks
};

struct RowShape {
  RowEnd end = RowEnd::kOpen;
  std::size_t n_bytes = 0;  // with the line end
  bool is_odd = false;      // something stands between a closing mark and the separator
};

// Splits the first row of `text`. `at_end`: nothing follows, so the end of `text` ends the row.
class RowSplitter {
 public:
  RowSplitter(std::string_view text, char separator, bool at_end, std::vector<std::string>& cells)
      : text_(text), separator_(separator), at_end_(at_end), cells_(cells) {}

  RowShape split() {
    std::size_t n_cells = 0;
    for (;;) {
      if (cells_.size() <= n_cells) cells_.emplace_back();
      std::string& cell = cells_[n_cells++];
      cell.clear();
      if (at_ < text_.size() && text_[at_] == '"' && !take_quoted(cell))
        return {.end = RowEnd::kUnclosed, .n_bytes = text_.size()};
      const std::size_t end = take_plain(cell);
      if (end == text_.size() && !at_end_) return {.end = RowEnd::kOpen, .n_bytes = end};
      if (end == text_.size() || text_[end] == '\n') {
        cells_.resize(n_cells);
        return {
            .end = RowEnd::kFound, .n_bytes = std::min(end + 1, text_.size()), .is_odd = is_odd_};
      }
      at_ = end + 1;
    }
  }

 private:
  // The inside of the marks that begin here; false when they are not closed.
  bool take_quoted(std::string& cell) {
    ++at_;
    for (;;) {
      const std::size_t mark = text_.find('"', at_);
      if (mark == std::string_view::npos) return false;
      cell.append(text_, at_, mark - at_);
      at_ = mark + 1;
      if (at_ == text_.size() && !at_end_) return false;
      if (at_ == text_.size() || text_[at_] != '"') break;
      cell += '"';
      ++at_;
    }
    was_quoted_ = true;
    return true;
  }

  // Everything up to the next separator or line end; returns where that is.
  std::size_t take_plain(std::string& cell) {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != separator_ && text_[end] != '\n') ++end;
    std::string_view plain = text_.substr(at_, end - at_);
    const bool is_last = end == text_.size() || text_[end] == '\n';
    if (is_last && plain.ends_with('\r')) plain.remove_suffix(1);
    is_odd_ = is_odd_ || (was_quoted_ && !plain.empty());
    was_quoted_ = false;
    cell += plain;
    return end;
  }

  std::string_view text_;
  char separator_;
  bool at_end_;
  std::vector<std::string>& cells_;
  std::size_t at_ = 0;
  bool was_quoted_ = false;
  bool is_odd_ = false;
};

std::string_view without_line_end(std::string_view row) {
  if (row.ends_with('\n')) row.remove_suffix(1);
  if (row.ends_with('\r')) row.remove_suffix(1);
  return row;
}

std::uint64_t count_lines(std::string_view bytes) {
  return static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

}  // namespace

const CsvRow* CsvReader::next() {
  input_.consume(n_given_);
  n_given_ = 0;
  row_.trouble = RowTrouble::kNone;
  row_.line = next_line_;
  RowShape shape;
  for (;;) {
    shape = RowSplitter(input_.view(), separator_, input_.at_end(), row_.cells).split();
    if (shape.end == RowEnd::kFound || input_.view().size() > max_row_bytes_) break;
    if (!input_.grow() && shape.end == RowEnd::kUnclosed) break;
  }
  const std::string_view row = input_.view().substr(0, shape.n_bytes);
  const bool is_last = row.size() == input_.view().size() && input_.at_end();
  if (row.empty() || skip_rest_ || (is_last && input_.trouble() && !row.ends_with('\n')))
    return nullptr;
  if (without_line_end(row).size() > max_row_bytes_) {
    give_up_on_row(row.size(), RowTrouble::kTooLarge);
    return &row_;
  }
  const std::uint64_t n_lines = count_lines(row);
  if (shape.end == RowEnd::kUnclosed || (shape.is_odd && n_lines > 1)) {
    give_up_on_row(row.size(), RowTrouble::kUnclosedMark);
    return &row_;
  }
  row_.bytes = without_line_end(row);
  n_given_ = row.size();
  n_read_ += row.size();
  next_line_ += n_lines;
  return &row_;
}

// Goes on in the line after the row's first; or after the whole row, when too much was read twice.
void CsvReader::give_up_on_row(std::size_t n_row_bytes, RowTrouble trouble) {
  row_.trouble = trouble;
  row_.bytes = {};
  n_reread_ += n_row_bytes;
  const std::string_view first_line = input_.view().substr(0, input_.view().find('\n'));
  const bool again = n_reread_ <= 4 * (n_read_ + n_row_bytes);
  if (trouble == RowTrouble::kTooLarge) row_.cells.clear();
  n_read_ += first_line.size();
  if (again || first_line.size() >= n_row_bytes) {
    skip_line(input_);
    ++next_line_;
  } else {
    next_line_ += count_lines(input_.view().substr(0, n_row_bytes));
    input_.consume(n_row_bytes);
    // The view ends inside of the row: what follows has no beginning.
    skip_rest_ = trouble == RowTrouble::kTooLarge;
  }
}

std::vector<std::string> split_csv_row(std::string_view row, char separator) {
  std::vector<std::string> cells;
  (void)RowSplitter(row, separator, true, cells).split();
  return cells;
}

CsvHeader read_csv_header(std::string_view start) {
  CsvHeader best;
  for (const char separator : {',', ';', '\t', '|'}) {
    CsvHeader header{separator, split_csv_row(start, separator), false};
    header.has_text = std::any_of(header.names.begin(), header.names.end(), [](const auto& name) {
      const auto known = field_named(name);
      return known && known->field == Field::kText;
    });
    const bool is_better = header.has_text == best.has_text
                               ? header.names.size() > best.names.size()
                               : header.has_text;
    if (is_better) best = std::move(header);
  }
  return best;
}

}  // namespace fabula::read
