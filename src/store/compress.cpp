#include "store/compress.hpp"

#include <zstd.h>

#include <algorithm>

#include "base/error.hpp"

namespace fabula::store {
namespace {

constexpr int kLevel = 3;

}  // namespace

Compressor::Compressor() : context_(ZSTD_createCCtx()) { FABULA_CHECK(context_); }

void Compressor::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }

std::string_view Compressor::compress(std::string_view bytes) {
  out_.resize(ZSTD_compressBound(bytes.size()));
  const std::size_t n = ZSTD_compressCCtx(context_.get(), out_.data(), out_.size(), bytes.data(),
                                          bytes.size(), kLevel);
  FABULA_CHECK(!ZSTD_isError(n));  // the room is enough for any input
  return std::string_view(out_).substr(0, n);
}

std::optional<std::string> decompress(std::string_view compressed, std::uint64_t n_bytes) {
  constexpr std::uint64_t kStep = std::uint64_t{1} << 20;
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                     &ZSTD_freeDCtx);
  std::string bytes;
  ZSTD_inBuffer in{compressed.data(), compressed.size(), 0};
  for (;;) {
    const std::size_t before = bytes.size();
    // One byte more than is due: a longer frame shows itself.
    bytes.resize(before + std::min(kStep, n_bytes + 1 - before));
    ZSTD_outBuffer out{bytes.data() + before, bytes.size() - before, 0};
    const std::size_t left = ZSTD_decompressStream(context.get(), &out, &in);
    bytes.resize(before + out.pos);
    if (ZSTD_isError(left) || bytes.size() > n_bytes) return std::nullopt;
    if (left == 0) break;
    if (out.pos == 0 && in.pos == in.size) return std::nullopt;  // it ends early
  }
  if (bytes.size() != n_bytes || in.pos != in.size) return std::nullopt;
  return bytes;
}

}  // namespace fabula::store
