// JSON Lines, lists and objects: any bytes give captures and rows, and each capture holds the laws
// of a record.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "read/testing.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fabula;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* path : {"a.jsonl", "a.json"}) {
    const read::Outcome got = read::read_bytes(path, bytes, {.max_article_bytes = 4096});
    for (const Capture& capture : got.captures) {
      FABULA_CHECK(capture.sources.size() == 1 && capture.sha256.size() == 64);
      FABULA_CHECK(!text::trim(capture.fields.text).empty());
      for (const std::string* part : {&capture.fields.text, &capture.fields.title,
                                      &capture.fields.author, &capture.fields.published})
        FABULA_CHECK(text::is_valid_utf8(*part) && part->find('\0') == std::string::npos);
    }
    for (const LeftOut& row : got.left_out)
      FABULA_CHECK(text::is_valid_utf8(row.error.what) && !row.error.where.empty());
  }
  return 0;
}
