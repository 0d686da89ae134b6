#include "packed_input.hpp"

#include <zstd.h>

#include <fstream>
#include <iterator>

namespace fabula::eval {

std::string read_all(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string unpacked(std::string_view packed) {
  ZSTD_DCtx* context = ZSTD_createDCtx();
  std::string out;
  std::string block(ZSTD_DStreamOutSize(), '\0');
  ZSTD_inBuffer from{packed.data(), packed.size(), 0};
  while (from.pos < from.size) {
    ZSTD_outBuffer to{block.data(), block.size(), 0};
    if (ZSTD_isError(ZSTD_decompressStream(context, &to, &from)) != 0) break;
    out.append(block, 0, to.pos);
  }
  ZSTD_freeDCtx(context);
  return out;
}

}  // namespace fabula::eval
