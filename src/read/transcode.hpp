// UTF-16 and UTF-32 → UTF-8, as a source of bytes: for containers that spreadsheet programs write
// as "Unicode text". Their records' bytes are then those after this step.
#pragma once

#include <memory>
#include <string_view>

#include "read/bytes.hpp"

namespace fabula::read {

// The rest of `wide` as UTF-8. Its byte order mark becomes that of UTF-8; broken places U+FFFD.
// `encoding` is one of wide_encoding_of() (encoding.hpp). `wide` must outlive the source.
[[nodiscard]] std::unique_ptr<ByteSource> utf8_from_wide(InputBuffer& wide,
                                                         std::string_view encoding);

}  // namespace fabula::read
