// For the tests and fuzzers of this folder: reads bytes in memory as if they were a file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "read/source.hpp"
#include "text/utf8.hpp"

namespace fabula::read {

struct Outcome {
  std::vector<Capture> captures;
  std::vector<LeftOut> left_out;
};

inline CaptureSink sink_into(Outcome& outcome) {
  return {.capture = [&outcome](Capture&& capture) -> Result<void> {
            outcome.captures.push_back(std::move(capture));
            return {};
          },
          .left_out = [&outcome](LeftOut&& row) { outcome.left_out.push_back(std::move(row)); },
          .consumed = {}};
}

inline Outcome read_bytes(const std::string& path, std::string_view bytes,
                          const ReadOptions& options = {}) {
  Outcome outcome;
  const auto read = read_source(path, std::make_unique<MemorySource>(bytes), std::nullopt, options,
                                {}, sink_into(outcome));
  FABULA_CHECK(read.has_value());
  return outcome;
}

// UTF-8 as UTF-16, of either byte order.
inline std::string utf16(std::string_view utf8, bool big_endian) {
  std::string bytes;
  const auto put = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8 & 0xFF);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const text::CodePoint c = text::decode(utf8, at);
    at += c.n_bytes;
    if (c.value < 0x10000) {
      put(c.value);
    } else {
      put(0xD800 + ((c.value - 0x10000) >> 10));
      put(0xDC00 + ((c.value - 0x10000) & 0x3FF));
    }
  }
  return bytes;
}

}  // namespace fabula::read
