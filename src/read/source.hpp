// One input, from its bytes to its captures: what read_files() does for each file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "read/bytes.hpp"
#include "read/read.hpp"

namespace fabula::read {

// path     names the input in captures and messages, and may say what it is; "-" says nothing
// bytes    as they lie on the disk, packed or not
// errors   those of `sink.capture`; kInterrupted. All other trouble goes to `sink.left_out`.
[[nodiscard]] Result<void> read_source(const std::string& path, std::unique_ptr<ByteSource> bytes,
                                       std::optional<std::int32_t> file_day,
                                       const ReadOptions& options, const Context& context,
                                       const CaptureSink& sink);

// A path as it is shown: always valid UTF-8.
[[nodiscard]] std::string shown_path(const std::string& path);

}  // namespace fabula::read
