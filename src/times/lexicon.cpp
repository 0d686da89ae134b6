#include "times/lexicon.hpp"

#include <bit>
#include <bitset>
#include <cstddef>
#include <cstring>
#include <vector>

#include "times/rules.hpp"

namespace fabula::times {
namespace {

// A word of up to 15 bytes as two numbers, the first letter lowest: equal words, equal keys, and no
// string to compare.
static_assert(std::endian::native == std::endian::little);
struct Key {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const Key&, const Key&) = default;
};

constexpr std::size_t kLongestWord = 15;
constexpr std::size_t kSlots = 4096;  // a power of two, about eight times the number of words

template <typename Number>
std::uint64_t load(const char* from) {
  Number number = 0;
  std::memcpy(&number, from, sizeof number);
  return number;
}

// Eight bytes with A-Z made small.
std::uint64_t small_letters(std::uint64_t bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101;
  const std::uint64_t seven = bytes & (kEach * 0x7F);
  const std::uint64_t from_a = seven + kEach * (0x80 - 'A');
  const std::uint64_t past_z = seven + kEach * (0x80 - 'Z' - 1);
  const std::uint64_t is_capital = from_a & ~past_z & ~bytes & (kEach * 0x80);
  return bytes | (is_capital >> 2);
}

// No loop over the letters: two loads that overlap take a word of any length.
Key key_of(std::string_view word) {
  const char* at = word.data();
  const std::size_t n = word.size();
  Key key;
  if (n >= 8) {
    key.low = load<std::uint64_t>(at);
    key.high = n == 8 ? 0 : load<std::uint64_t>(at + n - 8) >> (8 * (16 - n));
  } else if (n >= 4) {
    key.low = load<std::uint32_t>(at) | load<std::uint32_t>(at + n - 4) << (8 * (n - 4));
  } else {
    for (std::size_t i = 0; i < n; ++i)
      key.low |= std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
  }
  key.low = small_letters(key.low);
  key.high = small_letters(key.high);
  return key;
}

std::size_t slot_of(const Key& key) {
  const std::uint64_t mixed =
      (key.low ^ std::rotl(key.high, 29)) * std::uint64_t{0x9E3779B97F4A7C15};
  return static_cast<std::size_t>(mixed >> 52);
}

class Lexicon {
 public:
  Lexicon() : slots_(kSlots) {
    using enum Unit;
    using namespace cls;
    constexpr Classes NONE = 0;
#define WORD(word, classes, value) add(word, classes, static_cast<std::int32_t>(value));
#include "times/lexicon_table.inc"
#undef WORD
    for (const std::string_view word : words_of_rules()) add(word, 0, 0);
  }

  [[nodiscard]] const LexiconEntry* find(std::string_view word) const {
    if (word.empty() || word.size() > kLongestWord) return nullptr;
    const Key key = key_of(word);
    const std::size_t first = slot_of(key);
    if (!taken_[first]) return nullptr;
    for (std::size_t i = first;; i = (i + 1) % kSlots) {
      if (slots_[i].entry.word == 0) return nullptr;
      if (slots_[i].key == key) return &slots_[i].entry;
    }
  }

 private:
  struct Slot {
    Key key;
    LexiconEntry entry;
  };

  void add(std::string_view word, Classes classes, std::int32_t value) {
    const Key key = key_of(word);
    std::size_t i = slot_of(key);
    while (slots_[i].entry.word != 0) {
      if (slots_[i].key == key) return;  // a rule mentions a word of the table
      i = (i + 1) % kSlots;
    }
    slots_[i] = {key, {++n_words_, classes, value}};
    taken_.set(slot_of(key));
  }

  std::vector<Slot> slots_;
  std::bitset<kSlots> taken_;  // where a probe may begin: small enough to stay in the cache
  WordId n_words_ = 0;
};

const Lexicon& lexicon() {
  static const Lexicon table;
  return table;
}

}  // namespace

LexiconEntry look_up(std::string_view word) {
  const LexiconEntry* entry = lexicon().find(word);
  return entry ? *entry : LexiconEntry{};
}

WordId word_id(std::string_view lower_case_word) { return look_up(lower_case_word).word; }

}  // namespace fabula::times
