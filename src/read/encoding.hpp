// Bytes of a file → UTF-8.
//
// In this order, and the first that fits wins:
//
//   1. byte order mark             EF BB BF, FF FE, FE FF, and those of UTF-32
//   2. zero bytes at every second  UTF-16 (or UTF-32) without a mark
//   3. well-formed UTF-8           also when the page says something else: text of another encoding
//                                  is practically never well-formed UTF-8 by chance
//   4. what the page says          <meta charset>, http-equiv, <?xml encoding?>, in its first 4
//   KiB,
//                                  if its bytes fit that
//   5. mostly well-formed UTF-8    broken pieces become U+FFFD
//   6. what the bytes look like    uchardet
//   7. windows-1252                as browsers do
//
// Names are taken as browsers take them: "iso-8859-1" and "ascii" are windows-1252, "gb2312" is
// GB18030. Text that was spoilt before it was saved (“â€œ”) is not repaired.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"

namespace fabula::read {

struct DecodedText {
  std::string text;      // valid UTF-8
  std::string encoding;  // IANA name
};

enum class Labels : bool { kIgnore, kObey };  // what is said in the text about its encoding

// A byte order mark is kept in UTF-8 (offsets in `text` are those in `bytes`), and dropped where
// the bytes change anyway. Zero bytes become U+FFFD.
//
// errors   kEmpty, also for nothing but white space; kBinary for zero bytes and control
//          characters; kBadEncoding when too much fits no encoding
// cost     linear; well-formed UTF-8 1.5 GB/s
[[nodiscard]] Result<DecodedText> decode_text(std::string_view bytes, Labels labels);

// The same for bytes whose encoding is known. Broken places become U+FFFD.
// Errors: kBadEncoding when it is more than one character in ten, or ICU does not know it.
[[nodiscard]] Result<DecodedText> decode_as(std::string_view bytes, const std::string& encoding);

// The encoding that bytes which are no UTF-8 look like, in lower case; empty when there is no
// telling.
[[nodiscard]] std::string guess_encoding(std::string_view bytes);

// Puts U+FFFD for each zero byte: no text holds one, and some databases stop reading there.
void replace_zero_bytes(std::string& text);

// Do the bytes look like a picture, an archive, a program? `bytes` may be the start of a file.
[[nodiscard]] bool looks_binary(std::string_view bytes);

// The encoding of two or four bytes a character that `bytes`, the start of a file, are in:
// "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"; empty when they are not.
[[nodiscard]] std::string_view wide_encoding_of(std::string_view bytes);

// The encoding that a page says it is in, as a name ICU knows; empty when it says none.
[[nodiscard]] std::string labelled_encoding(std::string_view bytes);

}  // namespace fabula::read
