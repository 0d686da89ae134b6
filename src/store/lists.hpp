// Lists inside a row, as JSON arrays: what is always read whole with its record needs no table.
//
//   [[0,34,"heading","role.first-line"],[36,120,"body",""]]        four fields a paragraph
//
// Any SQLite tool reads them with json_each; the schema has a view for each kind of list. Only what
// the store itself writes is read: arrays, whole numbers and strings.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/shared_text.hpp"
#include "base/span.hpp"

namespace fabula::store {

class ListWriter {
 public:
  void open();
  void close() { out_ += ']'; }
  void number(std::int64_t value);
  void text(std::string_view value);
  void range(Range range);  // two numbers
  [[nodiscard]] const std::string& written() const { return out_; }

 private:
  void separate();
  std::string out_;
};

// Reads what ListWriter wrote, in the same order. Anything else makes ok() false, and all later
// answers empty; it is asked once, at the end.
//
//   reader.open();
//   while (reader.more()) numbers.push_back(reader.number<std::uint32_t>());
class ListReader {
 public:
  explicit ListReader(std::string_view text) : rest_(text) {}
  void open();
  void close();
  // Is there another element in the open list? When not, goes out of the list.
  [[nodiscard]] bool more();
  template <std::integral T>
  [[nodiscard]] T number() {
    const std::int64_t value = any_number();
    if (!std::in_range<T>(value)) ok_ = false;
    return ok_ ? static_cast<T>(value) : T{};
  }
  [[nodiscard]] std::string text();
  [[nodiscard]] Range range();
  // Has everything been as expected, up to the end of the text?
  [[nodiscard]] bool ok() const { return ok_ && rest_.empty(); }

 private:
  [[nodiscard]] std::int64_t any_number();
  void skip_comma();
  [[nodiscard]] bool take(char c);
  void append_escaped(std::string& out);
  std::string_view rest_;
  bool ok_ = true;
};

[[nodiscard]] std::string list_of_texts(std::span<const std::string> texts);
[[nodiscard]] std::string list_of_texts(std::span<const SharedText> texts);
[[nodiscard]] std::string list_of_ranges(std::span<const Range> ranges);
// False when the text is not such a list; `out` is undefined then.
[[nodiscard]] bool read_texts(std::string_view list, std::vector<std::string>& out);
[[nodiscard]] bool read_ranges(std::string_view list, std::vector<Range>& out);

}  // namespace fabula::store
