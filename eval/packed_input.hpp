// Files as they are, and zstd streams without their packing.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace fabula::eval {

// All bytes of a file; empty when it cannot be read.
[[nodiscard]] std::string read_all(const std::filesystem::path& path);

// As far as it can be unpacked.
[[nodiscard]] std::string unpacked(std::string_view packed);

}  // namespace fabula::eval
