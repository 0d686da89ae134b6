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

using Digest = std::array<unsigned char, 32>;

// EVP_sha256() would look for the algorithm at each call, longer than a short text takes to hash.
const EVP_MD* algorithm() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
  FABULA_CHECK(fetched);
  return fetched;
}

Digest sha256(std::string_view bytes) {
  Digest digest{};
  unsigned int n = 0;
  FABULA_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &n, algorithm(), nullptr));
  return digest;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  const Digest digest = sha256(bytes);
  return to_hex(digest.data(), digest.size());
}

std::string sha256_base64(std::string_view bytes) {
  const Digest digest = sha256(bytes);
  std::array<unsigned char, 64> base64{};  // 44 characters and a zero byte
  const int n = EVP_EncodeBlock(base64.data(), digest.data(), static_cast<int>(digest.size()));
  return std::string(base64.begin(), base64.begin() + n);
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
