// A JSON list, cut into its elements: `[{...}, {...}]` → `{...}`, `{...}`.
//
// Elements are found by their brackets and strings alone and need not be well-formed, so one bad
// element does not take the others with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "read/bytes.hpp"

namespace fabula::read {

struct JsonElement {
  std::string_view bytes;    // InputBuffer::kPadding bytes are readable behind it
  std::uint64_t number = 0;  // from 1
  bool too_large = false;    // over the limit: `bytes` is empty, and nothing follows
};

class JsonListReader {
 public:
  // `input` stands at the '[', or at white space before it.
  JsonListReader(InputBuffer& input, std::uint64_t max_element_bytes)
      : input_(input), max_element_bytes_(max_element_bytes) {}

  // The next element, valid until the next call; none at the end of the list, or when the input
  // ends inside of an element.
  [[nodiscard]] std::optional<JsonElement> next();
  // Did the list end with its ']'?
  [[nodiscard]] bool closed() const { return closed_; }

 private:
  void skip(std::string_view passed_over);

  InputBuffer& input_;
  std::uint64_t max_element_bytes_;
  std::uint64_t number_ = 0;
  std::size_t n_given_ = 0;
  bool opened_ = false;
  bool closed_ = false;
  bool stopped_ = false;
};

}  // namespace fabula::read
