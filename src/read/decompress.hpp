// Compressed bytes → plain bytes, with limits.
//
// What a file is packed with is told by its first bytes, not by its name: pages are often saved
// packed under the name "page.html", and unpacked under the name "page.html.gz".
//
//   gzip   one or more members (as written by `cat a.gz b.gz`); zero bytes may follow
//   zstd   one or more frames, skippable frames among them
//
// Memory: 128 KiB, and the window that a zstd frame asks for (8 MiB at the usual levels, 128 MiB
// with `zstd --long`, at most 512 MiB; never more than the plain bytes).
#pragma once

#include <cstdint>
#include <memory>

#include "read/bytes.hpp"

namespace fabula::read {

struct ByteLimits {
  std::uint64_t max_bytes = std::uint64_t{8} << 30;  // plain bytes of one file
  std::uint32_t max_ratio = 1000;  // plain to packed bytes, once over 16 MiB of plain bytes
};

// The plain bytes of `packed`, which are passed on as they are when they are not packed at all.
//
// errors   kTruncated when the packed bytes stop before their end; kUnreadable when they are
//          damaged; kTooLarge over a limit, of the window too. Each after everything readable was
//          handed out.
// cost     gzip 0.3–0.4 GB/s, zstd 0.9 GB/s of plain bytes
[[nodiscard]] std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> packed,
                                                 const ByteLimits& limits);

}  // namespace fabula::read
