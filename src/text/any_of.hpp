// Is one of a few words in a text?
//
//   const AnyOf crossings({"bridge", "viaduct"});
//   crossings.is_in("the old viaduct")     true
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace fabula::text {

// Where a word may begin is told by its first four bytes: one walk over the text, whatever the
// number of words. Read by any number of threads.
class AnyOf {
 public:
  // Of four bytes or more, which must live as long as this.
  explicit AnyOf(std::vector<std::string_view> words) : words_(std::move(words)) {
    for (const std::string_view word : words_) begins_[hash_of(word.data())] = true;
  }

  // Anywhere in it, also inside of a longer word.
  [[nodiscard]] bool is_in(std::string_view text) const {
    for (std::size_t at = 0; at + kBegin <= text.size(); ++at)
      if (begins_[hash_of(text.data() + at)] && begins(text.substr(at))) return true;
    return false;
  }

 private:
  static constexpr std::size_t kBegin = 4;  // bytes
  static constexpr unsigned kBits = 12;

  static std::size_t hash_of(const char* begin) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, begin, kBegin);
    return bytes * 0x9E3779B1U >> (32U - kBits);
  }
  [[nodiscard]] bool begins(std::string_view text) const {
    return std::ranges::any_of(words_,
                               [&](std::string_view word) { return text.starts_with(word); });
  }

  std::vector<std::string_view> words_;
  std::vector<char> begins_ = std::vector<char>(std::size_t{1} << kBits);  // by hash
};

}  // namespace fabula::text
