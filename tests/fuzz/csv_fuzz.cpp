// CSV: any bytes give captures and rows; what a reader gives is bounded by what it was given.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "read/csv.hpp"
#include "read/testing.hpp"
#include "text/utf8.hpp"

namespace {

// Rows advance through the lines, and hold no more than the file does.
void check_rows(std::string_view bytes, char separator) {
  using namespace fabula;
  read::MemorySource source(bytes);
  read::InputBuffer input(source);
  read::CsvReader reader(input, separator, 1000);
  std::uint64_t last_line = 0;
  while (const read::CsvRow* row = reader.next()) {
    FABULA_CHECK(row->line > last_line && row->line <= bytes.size() + 1);
    FABULA_CHECK(row->bytes.size() <= 1000);
    last_line = row->line;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fabula;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_rows(bytes, ',');
  // A header that makes every row of two cells a record.
  const std::string with_header = "id,text\n" + std::string(bytes);
  for (const std::string_view file : {bytes, std::string_view(with_header)}) {
    const read::Outcome got = read::read_bytes("a.csv", file, {.max_article_bytes = 4096});
    for (const Capture& capture : got.captures)
      FABULA_CHECK(text::is_valid_utf8(capture.fields.text) &&
                   capture.fields.text.find('\0') == std::string::npos);
    for (const LeftOut& row : got.left_out)
      FABULA_CHECK(text::is_valid_utf8(row.error.what) && !row.error.where.empty());
  }
  return 0;
}
