// Bytes of any encoding, as a text, as a page, and under a name that says nothing.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "read/testing.hpp"
#include "text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fabula;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* path : {"a.txt", "a.html", "a"}) {
    const read::Outcome got = read::read_bytes(path, bytes);
    for (const Capture& capture : got.captures) {
      if (capture.format == Format::kRecord) continue;
      FABULA_CHECK(text::is_valid_utf8(capture.text) && !capture.encoding.empty());
      FABULA_CHECK(capture.text.find('\0') == std::string::npos);
      // What is well-formed already is not touched.
      if (capture.format == Format::kText && capture.encoding == "UTF-8" &&
          text::is_valid_utf8(bytes) && bytes.find('\0') == std::string_view::npos)
        FABULA_CHECK(capture.text == capture.bytes);
    }
  }
  return 0;
}
