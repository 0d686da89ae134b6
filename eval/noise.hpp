// Articles of another pile, to lie among those that are marked.
#pragma once

#include <ostream>
#include <string>

namespace fabula::eval {

inline constexpr const char* kNoiseAddress = "http://noise.invalid/";

// Writes `n` records of the packed pile (JSONL, zstd), every ninth one, with an address of noise.
void write_noise(const std::string& packed, std::size_t n, std::ostream& out);

}  // namespace fabula::eval
