#include "reuse/hash_words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <utility>

#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

constexpr std::size_t kBuffer = 64;  // longer words go the long way
constexpr std::size_t kBlock = 16;   // hashed at once; nearly all words fit

__extension__ using Wide = unsigned __int128;

// Multiplies to 128 bits and folds the halves (the step of wyhash by Wang Yi, in the public
// domain).
std::uint64_t mixed(std::uint64_t x, std::uint64_t y) {
  const Wide product = Wide{x} * y;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// The first `n` bytes of 8.
constexpr std::array<std::uint64_t, 17> kFirstBytes = [] {
  std::array<std::uint64_t, 17> masks{};
  for (std::size_t n = 0; n < 17; ++n)
    masks[n] = n >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * n)) - 1;
  return masks;
}();
constexpr std::array<std::uint64_t, 17> kBytesBehind8 = [] {
  std::array<std::uint64_t, 17> masks{};
  for (std::size_t n = 8; n < 17; ++n) masks[n] = kFirstBytes[n - 8];
  return masks;
}();

// Up to 16 bytes in two numbers, the rest of which is 0. Words are hashed as they come, without a
// branch on their length.
std::uint64_t hash_block(std::uint64_t low, std::uint64_t high, std::uint64_t size) {
  return mixed(low ^ 0xA0761D6478BD642F, high ^ (0xE7037ED1A0B428DB + size * 0x9E3779B97F4A7C15));
}

// ASCII letters, digits and ' fold by setting one bit.
constexpr std::uint64_t kLowerCase = 0x2020202020202020;

std::uint64_t load8(const char* from) {
  std::uint64_t bytes;
  std::memcpy(&bytes, from, 8);
  return bytes;
}

// `bytes` lies in at least 16 readable bytes more than its blocks of 16 fill.
std::uint64_t hash_readable(const char* bytes, std::size_t size, std::uint64_t set_bits) {
  std::uint64_t hash = 0;
  for (std::size_t left = size; left > 16; left -= 16, bytes += 16)
    hash =
        mixed(hash ^ (load8(bytes) | set_bits), (load8(bytes + 8) | set_bits) ^ 0x8EBC6AF09C88C6E3);
  const std::size_t left = size == 0 ? 0 : (size - 1) % 16 + 1;
  const std::uint64_t low = (load8(bytes) | set_bits) & kFirstBytes[left];
  const std::uint64_t high = (load8(bytes + 8) | set_bits) & kBytesBehind8[left];
  return hash_block(low ^ hash, high, size);
}

// What may stand behind the letters of a word that goes on.
constexpr std::array<bool, 256> kMayGoOn = [] {
  std::array<bool, 256> marks{};
  for (const char c : {'\'', '`', '-'}) marks[static_cast<unsigned char>(c)] = true;
  for (std::size_t b = 0x80; b < 256; ++b) marks[b] = true;
  return marks;
}();

constexpr std::array<bool, 256> kSpaces = [] {
  std::array<bool, 256> spaces{};
  for (const char c : {' ', '\t', '\n', '\v', '\f', '\r'})
    spaces[static_cast<unsigned char>(c)] = true;
  return spaces;
}();

// Positions of set and clear bits in a mask of a whole text; `size` when there is none.
class Bits {
 public:
  Bits(const std::vector<std::uint64_t>& blocks, std::size_t size) : blocks_(blocks), size_(size) {}

  [[nodiscard]] std::size_t next_clear(std::size_t at) const {
    std::size_t block = at / 64;
    if (block >= blocks_.size()) return size_;
    std::uint64_t bits = ~blocks_[block] & (~std::uint64_t{0} << (at % 64));
    while (bits == 0) {
      if (++block == blocks_.size()) return size_;
      bits = ~blocks_[block];
    }
    return std::min(64 * block + static_cast<std::size_t>(std::countr_zero(bits)), size_);
  }

 private:
  const std::vector<std::uint64_t>& blocks_;
  std::size_t size_;
};

enum class Mark : std::uint8_t { kNone, kSingle, kOther };

// The commonest characters beyond ASCII in news: curly marks, dashes, the ellipsis and the
// non-breaking space, none of them part of a word; kNone for all others.
struct KnownMark {
  Mark kind = Mark::kNone;
  std::uint8_t n_bytes = 0;
};

KnownMark known_mark(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (at + 1 < text.size() && byte(at) == 0xC2 && byte(at + 1) == 0xA0) return {Mark::kOther, 2};
  if (at + 2 >= text.size() || byte(at) != 0xE2 || byte(at + 1) != 0x80) return {};
  const unsigned char last = byte(at + 2);
  if (last >= 0x98 && last <= 0x9B) return {Mark::kSingle, 3};
  if (last >= 0x9C && last <= 0x9F) return {Mark::kOther, 3};
  if (last == 0x93 || last == 0x94 || last == 0xA6) return {Mark::kOther, 3};
  return {};
}

class Reader {
 public:
  Reader(std::string_view text, const ByteMasks& masks, std::vector<HashedWord>& words,
         std::vector<Range>& slow_words)
      : text_(text),
        masks_(masks),
        letters_(masks.word, text.size()),
        words_(words),
        slow_words_(slow_words) {}

  // A block of 64 bytes at a time: words begin at the letters behind none.
  void read(std::size_t last) {
    std::size_t at = 0;  // read up to here
    std::uint64_t carry = 0;
    for (std::size_t block = 0; block < masks_.word.size(); ++block) {
      const std::size_t base = 64 * block;
      const std::uint64_t letters = masks_.word[block];
      const std::uint64_t high = masks_.high[block];
      std::uint64_t begins = (letters & ~(letters << 1 | carry)) | high;
      carry = letters >> 63;
      if (at >= base + 64) continue;
      if (at > base) begins &= ~std::uint64_t{0} << (at - base);
      while (begins != 0) {
        const std::size_t begin = base + static_cast<std::size_t>(std::countr_zero(begins));
        if (read_plain_word(begin)) {
          begins &= begins - 1;
        } else {
          at = (high >> (begin - base) & 1) != 0 ? read_high(begin) : read_long_word(begin);
          if (at >= base + 64) break;
          begins &= ~std::uint64_t{0} << (at - base);
        }
        if (words_.size() > last) return;
      }
    }
  }

 private:
  [[nodiscard]] bool is_high(std::size_t at) const {
    return at < text_.size() && static_cast<unsigned char>(text_[at]) >= 0x80;
  }
  [[nodiscard]] bool is_unusual(std::size_t at) const {
    return is_high(at) && known_mark(text_, at).kind == Mark::kNone;
  }
  [[nodiscard]] bool is_letter(std::size_t at) const {
    return at < text_.size() && (masks_.word[at / 64] >> (at % 64) & 1) != 0;
  }
  [[nodiscard]] bool is_space(std::size_t at) const {
    return kSpaces[static_cast<unsigned char>(text_[at])];
  }

  // Nearly every word: short, of letters, with nothing behind it that might belong to it. False:
  // it is not such a word, and not read.
  bool read_plain_word(std::size_t begin) {
    if (begin + kBlock >= text_.size()) return false;
    const auto size = static_cast<std::size_t>(std::countr_one(letters_from(begin)));
    const std::size_t end = begin + size;
    if (size - 1 >= kBlock || kMayGoOn[static_cast<unsigned char>(text_[end])]) return false;
    const char* const bytes = text_.data() + begin;
    add(begin, end,
        hash_block((load8(bytes) | kLowerCase) & kFirstBytes[size],
                   (load8(bytes + 8) | kLowerCase) & kBytesBehind8[size], size));
    return true;
  }

  // Bit i tells of byte begin + i.
  [[nodiscard]] std::uint64_t letters_from(std::size_t begin) const {
    const std::size_t block = begin / 64;
    const std::size_t shift = begin % 64;
    const std::uint64_t next = block + 1 < masks_.word.size() ? masks_.word[block + 1] : 0;
    return masks_.word[block] >> shift | next << 1 << (63 - shift);
  }

  // Passes a mark beyond ASCII, or reads the word that begins there; returns where to go on.
  std::size_t read_high(std::size_t begin) {
    const KnownMark mark = known_mark(text_, begin);
    if (mark.kind == Mark::kNone || is_unusual(begin + mark.n_bytes)) return read_slowly(begin);
    return begin + mark.n_bytes;
  }

  // Reads any word that begins at a letter.
  std::size_t read_long_word(std::size_t begin) {
    std::size_t end = letters_.next_clear(begin);
    bool is_plain = true;  // only letters and straight apostrophes
    while (end < text_.size()) {
      std::size_t n_mark = 0;
      const char c = text_[end];
      if (c == '\'' || c == '`') {
        n_mark = 1;
        is_plain = is_plain && c == '\'';
      } else if (c == '-' && breaks_line(end)) {
        return read_slowly(begin);
      } else if (is_high(end)) {
        const KnownMark mark = known_mark(text_, end);
        if (mark.kind == Mark::kNone) return read_slowly(begin);
        if (mark.kind == Mark::kSingle) n_mark = mark.n_bytes;
      }
      if (n_mark == 0) break;
      if (is_unusual(end + n_mark)) return read_slowly(begin);
      if (!is_letter(end + n_mark)) break;
      is_plain = is_plain && n_mark == 1;
      end = letters_.next_clear(end + n_mark);
    }
    if (end - begin > kBuffer) return read_slowly(begin);
    add(begin, end, is_plain ? hash_plain(begin, end) : hash_marked(begin, end));
    return end;
  }

  // Does a word go on behind the hyphen and the line break here?
  [[nodiscard]] bool breaks_line(std::size_t at) const {
    std::size_t next = at + 1;
    if (next < text_.size() && text_[next] == '\r') ++next;
    if (next + 1 >= text_.size() || text_[next] != '\n') return false;
    return is_high(next + 1) || (text_[next + 1] >= 'a' && text_[next + 1] <= 'z');
  }

  [[nodiscard]] std::uint64_t hash_plain(std::size_t begin, std::size_t end) const {
    if (begin + kBuffer <= text_.size())
      return hash_readable(text_.data() + begin, end - begin, kLowerCase);
    std::array<char, 2 * kBuffer> copy{};
    std::memcpy(copy.data(), text_.data() + begin, end - begin);
    return hash_readable(copy.data(), end - begin, kLowerCase);
  }

  [[nodiscard]] std::uint64_t hash_marked(std::size_t begin, std::size_t end) const {
    std::array<char, 2 * kBuffer> folded{};
    std::size_t size = 0;
    for (std::size_t at = begin; at < end; ++at) {
      if (is_letter(at)) {
        folded[size++] = static_cast<char>(text_[at] | 0x20);
      } else {
        folded[size++] = '\'';
        if (is_high(at)) at += 2;
      }
    }
    return hash_readable(folded.data(), size, 0);
  }

  // Folds from here to the next white space; a hyphen that breaks a line takes it further.
  std::size_t read_slowly(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && (!is_space(end) || follows_broken_word(begin, end))) ++end;
    // A combining mark joins the plain byte before it.
    if (begin > 0 && !is_high(begin - 1) && !is_letter(begin - 1)) --begin;
    const text::FoldedText folded = text::fold(text_.substr(begin, end - begin));
    text::split_folded(folded.text, slow_words_);
    bool is_first = true;
    for (const Range word : slow_words_) {
      const Range source = folded.map.to_source(word);
      const std::string_view letters = words_of(folded.text, word);
      add(begin + source.begin, begin + source.end, hash_word(letters));
      words_.back().is_safe &=
          std::exchange(is_first, false) && !is_high(words_.back().range.begin);
    }
    return end;
  }

  // Is the white space at `at` a line break right behind a hyphen?
  [[nodiscard]] bool follows_broken_word(std::size_t begin, std::size_t at) const {
    if (text_[at] != '\n' && text_[at] != '\r') return false;
    if (text_[at] == '\n' && at > begin && text_[at - 1] == '\r') --at;
    if (at <= begin) return false;
    return text_[at - 1] == '-' || (at >= begin + 3 && text_.substr(at - 3, 3) == "\u2010");
  }

  void add(std::size_t begin, std::size_t end, std::uint64_t hash) {
    const bool is_safe =
        begin == 0 || text_[begin - 1] == ' ' || (is_space(begin - 1) && !ends_in_hyphen(begin));
    words_.push_back(
        {hash, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, is_safe});
  }

  // Text cut here would lose the hyphen before the line break; only near line ends.
  [[nodiscard]] bool ends_in_hyphen(std::size_t begin) const {
    return text_[begin - 1] == '\n' && follows_broken_word(0, begin - 1);
  }

  std::string_view text_;
  const ByteMasks& masks_;
  Bits letters_;
  std::vector<HashedWord>& words_;
  std::vector<Range>& slow_words_;
};

}  // namespace

std::uint64_t hash_word(std::string_view folded) {
  std::string padded(folded);
  padded.resize(folded.size() + 16);
  return hash_readable(padded.data(), folded.size(), 0);
}

const std::vector<HashedWord>& WordHasher::hash(std::string_view text, std::size_t last) {
  find_byte_masks(text, masks_);
  words_.clear();
  Reader(text, masks_, words_, slow_words_).read(last);
  return words_;
}

}  // namespace fabula::reuse
