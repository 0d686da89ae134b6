// What a file is: by its name where the name says it, else by its first bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace fabula::read {

enum class Kind : std::uint8_t {
  kText,
  kMarkdown,
  kHtml,
  kJsonLines,
  kJsonList,
  kJsonObject,
  kCsv
};

// How many of a file's first bytes kind_of() wants to see, at most.
inline constexpr std::size_t kStartBytes = std::size_t{64} << 10;

// path     ".gz" and ".zst" at its end are passed over
// start    the unpacked file's first bytes, kStartBytes of them or all
// errors   kNotSupported for kinds of files that hold no article or that cannot be read;
//          kBinary for what is no text at all
//
//   "a.txt" → kText    "b.JSONL.gz" → kJsonLines    "index.html?page=2", "<!doctype html>" → kHtml
[[nodiscard]] Result<Kind> kind_of(std::string_view path, std::string_view start);

}  // namespace fabula::read
