#include "store/lists.hpp"

#include <fmt/format.h>

#include <charconv>
#include <utility>

namespace fabula::store {

void ListWriter::separate() {
  if (!out_.empty() && out_.back() != '[') out_ += ',';
}

void ListWriter::open() {
  separate();
  out_ += '[';
}

void ListWriter::number(std::int64_t value) {
  separate();
  const fmt::format_int digits(value);
  out_.append(digits.data(), digits.size());
}

void ListWriter::text(std::string_view value) {
  separate();
  out_ += '"';
  for (const char c : value) {
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

void ListWriter::range(Range range) {
  number(range.begin);
  number(range.end);
}

bool ListReader::take(char c) {
  if (!ok_ || rest_.empty() || rest_.front() != c) return false;
  rest_.remove_prefix(1);
  return true;
}

void ListReader::skip_comma() { [[maybe_unused]] const bool skipped = take(','); }

void ListReader::open() {
  skip_comma();
  if (!take('[')) ok_ = false;
}

void ListReader::close() {
  if (!take(']')) ok_ = false;
}

bool ListReader::more() {
  if (!ok_ || take(']')) return false;
  if (rest_.empty()) ok_ = false;
  return ok_;
}

std::int64_t ListReader::any_number() {
  skip_comma();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
  if (error != std::errc{}) ok_ = false;
  rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
  return value;
}

void ListReader::append_escaped(std::string& out) {
  if (rest_.size() >= 5 && rest_.front() == 'u') {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(rest_.data() + 1, rest_.data() + 5, value, 16);
    if (error != std::errc{} || end != rest_.data() + 5 || value >= 0x20) ok_ = false;
    out += static_cast<char>(value);
    rest_.remove_prefix(5);
  } else if (!rest_.empty()) {
    out += rest_.front();
    rest_.remove_prefix(1);
  } else {
    ok_ = false;
  }
}

std::string ListReader::text() {
  skip_comma();
  if (!take('"')) ok_ = false;
  std::string out;
  while (ok_) {
    const std::size_t stop = rest_.find_first_of("\"\\");
    if (stop == std::string_view::npos) {
      ok_ = false;
      break;
    }
    out += rest_.substr(0, stop);
    const bool is_end = rest_[stop] == '"';
    rest_.remove_prefix(stop + 1);
    if (is_end) return out;
    append_escaped(out);
  }
  return {};
}

Range ListReader::range() {
  const auto begin = number<std::uint32_t>();
  return {begin, number<std::uint32_t>()};
}

std::string list_of_texts(std::span<const std::string> texts) {
  ListWriter list;
  list.open();
  for (const std::string& text : texts) list.text(text);
  list.close();
  return list.written();
}

std::string list_of_texts(std::span<const SharedText> texts) {
  ListWriter list;
  list.open();
  for (const SharedText& text : texts) list.text(text);
  list.close();
  return list.written();
}

std::string list_of_ranges(std::span<const Range> ranges) {
  ListWriter list;
  list.open();
  for (const Range range : ranges) {
    list.open();
    list.range(range);
    list.close();
  }
  list.close();
  return list.written();
}

bool read_texts(std::string_view list, std::vector<std::string>& out) {
  ListReader reader(list);
  reader.open();
  while (reader.more()) out.push_back(reader.text());
  return reader.ok();
}

bool read_ranges(std::string_view list, std::vector<Range>& out) {
  ListReader reader(list);
  reader.open();
  while (reader.more()) {
    reader.open();
    out.push_back(reader.range());
    reader.close();
  }
  return reader.ok();
}

}  // namespace fabula::store
