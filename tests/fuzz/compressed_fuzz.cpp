// Damaged gzip and zstd: the reader stays within its limits, and says when something is wrong.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "read/decompress.hpp"
#include "read/testing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fabula;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr std::size_t kChunk = 1000;
  constexpr std::uint64_t kMost = 1 << 20;
  const auto plain = read::unpack(std::make_unique<read::MemorySource>(bytes),
                                  {.max_bytes = kMost, .max_ratio = 1000});
  std::vector<char> chunk(kChunk);
  std::uint64_t n_plain = 0;
  for (;;) {
    const auto got = plain->read(chunk.data(), chunk.size());
    if (!got || *got == 0) break;
    FABULA_CHECK(*got <= kChunk);
    n_plain += *got;
  }
  FABULA_CHECK(n_plain <= kMost + kChunk);
  (void)read::read_bytes("a.jsonl", bytes, {.max_file_bytes = kMost, .max_article_bytes = 4096});
  return 0;
}
