// Captured bytes, compressed with zstd for the store.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct ZSTD_CCtx_s;

namespace fabula::store {

// Keeps its working memory between calls: most captures are a few kilobytes.
class Compressor {
 public:
  Compressor();
  // The compressed bytes; valid until the next call.
  [[nodiscard]] std::string_view compress(std::string_view bytes);

 private:
  struct Free {
    void operator()(ZSTD_CCtx_s* context) const;
  };
  std::unique_ptr<ZSTD_CCtx_s, Free> context_;
  std::string out_;
};

// Exactly `n_bytes` bytes, or nothing when `compressed` is not what gives them. Memory grows with
// what really comes out, whatever the frame says about itself.
[[nodiscard]] std::optional<std::string> decompress(std::string_view compressed,
                                                    std::uint64_t n_bytes);

}  // namespace fabula::store
