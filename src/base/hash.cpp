#include "base/hash.hpp"

#include <openssl/evp.h>

#include <array>

#include "base/error.hpp"

namespace fabula {
namespace {

std::string to_hex(const unsigned char* bytes, std::size_t n) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex(2 * n, '0');
  for (std::size_t i = 0; i < n; ++i) {
    hex[2 * i] = kDigits[bytes[i] >> 4];
    hex[2 * i + 1] = kDigits[bytes[i] & 15];
  }
  return hex;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int n = 0;
  FABULA_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &n, EVP_sha256(), nullptr));
  return to_hex(digest.data(), n);
}

std::string content_id(char kind, std::initializer_list<std::string_view> parts) {
  std::string joined;
  for (std::string_view part : parts) {
    joined += part;
    joined += '\0';
  }
  return std::string(1, kind) + sha256_hex(joined).substr(0, 16);
}

}  // namespace fabula
