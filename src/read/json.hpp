// One JSON object → the parts of an article.
//
//   {"outlet": "River Post", "authors": ["Ana Reis", "J. Lund"], "text": "Rain fell.", "x": 1}
//     → outlet "River Post", author "Ana Reis, J. Lund", text "Rain fell."
//
// Keys are found as fields.hpp says; others are passed over. Values that are no strings are taken
// as far as they make sense: numbers as written, the strings of a list (joined by ", ", those of a
// text by an empty line), the "name" of an object.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "model/capture.hpp"

namespace fabula::read {

class JsonParser {
 public:
  JsonParser();
  ~JsonParser();

  // The parts of the record in `json`, which is one whole JSON value; InputBuffer::kPadding
  // (bytes.hpp) bytes must be readable behind it. They are valid UTF-8; a lone surrogate is U+FFFD.
  // Errors: kBadEncoding when it is no UTF-8; kBadRecord when it is no well-formed JSON object;
  // kNoText when no key holds the text.
  [[nodiscard]] Result<RecordFields> parse(std::string_view json);

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

// Is this one whole, well-formed JSON object?
[[nodiscard]] bool is_json_object(std::string_view text);

}  // namespace fabula::read
