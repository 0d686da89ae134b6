// The lines of a file of records, one after the other.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "read/bytes.hpp"

namespace fabula::read {

struct Line {
  std::string_view
      bytes;  // without "\n" or "\r\n"; InputBuffer::kPadding bytes are readable behind it
  std::uint64_t number = 0;  // from 1
  bool too_large = false;    // over the limit: `bytes` is empty
};

// Lines end at LF only: U+2028 and a lone CR are text.
class LineReader {
 public:
  LineReader(InputBuffer& input, std::uint64_t max_line_bytes)
      : input_(input), max_line_bytes_(max_line_bytes) {}

  // The next line, valid until the next call. None at the end; a last line that trouble
  // (InputBuffer::trouble) cut off is not given. A line over the limit is passed over without
  // being held in memory.
  [[nodiscard]] std::optional<Line> next();

 private:
  InputBuffer& input_;
  std::uint64_t max_line_bytes_;
  std::uint64_t number_ = 0;
  std::size_t n_given_ = 0;  // bytes of the line given last, still in the buffer
};

// Consumes everything up to and including the next LF, without holding it.
void skip_line(InputBuffer& input);

}  // namespace fabula::read
