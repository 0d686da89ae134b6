#include "base/shared_text.hpp"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace fabula {
namespace {

// Texts never move: numbers are given out in blocks, of which a reader needs no lock.
constexpr std::uint32_t kBlockBits = 14;
constexpr std::uint32_t kBlockSize = 1U << kBlockBits;
constexpr std::size_t kMostBlocks = std::size_t{1} << (32 - kBlockBits);
using Block = std::array<std::string, kBlockSize>;

// Hashed once: the hash chooses the part as well.
struct Hashed {
  std::string_view text;
  std::size_t hash = 0;
  friend bool operator==(const Hashed& a, const Hashed& b) { return a.text == b.text; }
};
struct HashOf {
  std::size_t operator()(const Hashed& hashed) const { return hashed.hash; }
};

// The numbers of texts by their hash, in so many parts that threads seldom wait for each other.
struct Part {
  std::mutex mutex;
  std::unordered_map<Hashed, std::uint32_t, HashOf> numbers;
};

class Texts {
 public:
  Texts() { add_block(0); }  // its first text is the empty one

  [[nodiscard]] const std::string& text(std::uint32_t number) const {
    return (*blocks_[number >> kBlockBits].load(std::memory_order_acquire))[number % kBlockSize];
  }

  std::uint32_t number_of(std::string_view text) {
    const std::size_t hash = std::hash<std::string_view>{}(text);
    Part& part = parts_[(hash >> 32) % parts_.size()];
    const std::lock_guard lock(part.mutex);
    if (const auto found = part.numbers.find({text, hash}); found != part.numbers.end())
      return found->second;
    const std::uint32_t number = add(text);
    part.numbers.emplace(Hashed{this->text(number), hash}, number);
    return number;
  }

 private:
  std::uint32_t add(std::string_view text) {
    const std::lock_guard lock(adding_);
    const std::uint32_t number = n_++;
    if (number % kBlockSize == 0) add_block(number >> kBlockBits);
    (*blocks_[number >> kBlockBits].load(std::memory_order_relaxed))[number % kBlockSize] = text;
    return number;
  }
  void add_block(std::uint32_t block) {
    blocks_[block].store(std::make_unique<Block>().release(), std::memory_order_release);
  }

  std::array<std::atomic<Block*>, kMostBlocks> blocks_{};
  std::mutex adding_;
  std::uint32_t n_ = 1;
  std::array<Part, 64> parts_;
};

// Never freed: records that outlive main() may refer to it.
Texts& texts() {
  static auto* const made = new Texts;
  return *made;
}

}  // namespace

std::uint32_t SharedText::number_of(std::string_view text) { return texts().number_of(text); }

const std::string& SharedText::str() const { return texts().text(number_); }

}  // namespace fabula
