#include "reuse/hash_words.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <utility>

#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

constexpr std::size_t kBuffer = 64;  // longer words go the long way
constexpr std::size_t kRoom = 256;   // words asked for at a time

__extension__ using Wide = unsigned __int128;

// Multiplies to 128 bits and folds the halves (the step of wyhash by Wang Yi, in the public
// domain).
std::uint64_t mixed(std::uint64_t x, std::uint64_t y) {
  const Wide product = Wide{x} * y;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// The first `n` bytes of 8.
std::uint64_t first_bytes(std::size_t n) {
  return n >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * n)) - 1;
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
  const std::uint64_t low = (load8(bytes) | set_bits) & first_bytes(left);
  const std::uint64_t high = (load8(bytes + 8) | set_bits) & (left > 8 ? first_bytes(left - 8) : 0);
  return hash_block(low ^ hash, high, size);
}

bool is_plain_letter(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

constexpr std::array<bool, 256> kSpaces = [] {
  std::array<bool, 256> spaces{};
  for (const char c : {' ', '\t', '\n', '\v', '\f', '\r'})
    spaces[static_cast<unsigned char>(c)] = true;
  return spaces;
}();

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

// Is the white space at `at` a line break right behind a hyphen? Looks back to `begin` only.
bool follows_broken_word(std::string_view text, std::size_t begin, std::size_t at) {
  if (text[at] != '\n' && text[at] != '\r') return false;
  if (text[at] == '\n' && at > begin && text[at - 1] == '\r') --at;
  if (at <= begin) return false;
  return text[at - 1] == '-' || (at >= begin + 3 && text.substr(at - 3, 3) == "\u2010");
}

class Reader {
 public:
  // Reads from byte `first` on.
  Reader(std::string_view text, std::size_t first, std::vector<HashedWord>& words,
         std::vector<Range>& slow_words)
      : text_(text), first_(first), words_(words), slow_words_(slow_words) {}

  // Returns how many of the words are filled.
  std::size_t read(std::size_t last) {
    std::size_t at = first_;
    while (at < text_.size() && n_words_ <= last) {
      const std::size_t room = std::min(kRoom - 1, last - n_words_) + 1;
      if (words_.size() < n_words_ + room) words_.resize(2 * n_words_ + room);
      const PlainWords plain =
          read_plain_words(text_, at, std::span(words_).subspan(n_words_, room));
      n_words_ += plain.n;
      at = plain.next;
      if (plain.is_full || at == text_.size()) continue;
      at = is_high(at) ? read_high(at) : read_word(at);
    }
    return n_words_;
  }

 private:
  [[nodiscard]] bool is_high(std::size_t at) const {
    return at < text_.size() && static_cast<unsigned char>(text_[at]) >= 0x80;
  }
  [[nodiscard]] bool is_unusual(std::size_t at) const {
    return is_high(at) && known_mark(text_, at).kind == Mark::kNone;
  }
  [[nodiscard]] bool is_letter(std::size_t at) const {
    return at < text_.size() && is_plain_letter(text_[at]);
  }
  [[nodiscard]] bool is_space(std::size_t at) const {
    return kSpaces[static_cast<unsigned char>(text_[at])];
  }

  // Passes a mark beyond ASCII, or reads the word that begins there; returns where to go on.
  std::size_t read_high(std::size_t begin) {
    const KnownMark mark = known_mark(text_, begin);
    if (mark.kind == Mark::kNone || is_unusual(begin + mark.n_bytes)) return read_slowly(begin);
    return begin + mark.n_bytes;
  }

  [[nodiscard]] std::size_t letters_end(std::size_t at) const {
    while (is_letter(at)) ++at;
    return at;
  }

  // Reads any word that begins at a letter.
  std::size_t read_word(std::size_t begin) {
    std::size_t end = letters_end(begin);
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
      end = letters_end(end + n_mark);
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
    while (end < text_.size() && (!is_space(end) || follows_broken_word(text_, begin, end))) ++end;
    // A combining mark joins the plain byte before it.
    if (begin > first_ && !is_high(begin - 1) && !is_letter(begin - 1)) --begin;
    const text::FoldedText folded = text::fold(text_.substr(begin, end - begin));
    text::split_folded(folded.text, slow_words_);
    bool is_first = true;
    for (const Range word : slow_words_) {
      const Range source = folded.map.to_source(word);
      const std::string_view letters = words_of(folded.text, word);
      add(begin + source.begin, begin + source.end, hash_word(letters),
          std::exchange(is_first, false) && !is_high(begin + source.begin));
    }
    return end;
  }

  void add(std::size_t begin, std::size_t end, std::uint64_t hash, bool is_alone = true) {
    if (n_words_ == words_.size()) words_.resize(2 * n_words_ + kRoom);
    words_[n_words_++] = {
        hash, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, is_alone};
  }

  std::string_view text_;
  std::size_t first_;
  std::vector<HashedWord>& words_;
  std::size_t n_words_ = 0;
  std::vector<Range>& slow_words_;
};

}  // namespace

std::uint64_t hash_word(std::string_view folded) {
  std::string padded(folded);
  padded.resize(folded.size() + 16);
  return hash_readable(padded.data(), folded.size(), 0);
}

std::span<const HashedWord> WordHasher::hash(std::string_view text, std::size_t last) {
  const std::size_t n = Reader(text, 0, words_, slow_words_).read(last);
  return std::span(words_).first(n);
}

std::span<const HashedWord> WordHasher::hash(std::string_view text, Range stretch) {
  const std::size_t n =
      Reader(text.substr(0, stretch.end), stretch.begin, words_, slow_words_).read(SIZE_MAX);
  return std::span(words_).first(n);
}

bool is_safe_cut(std::string_view text, const HashedWord& word) {
  const std::size_t begin = word.range.begin;
  if (!word.is_alone || begin == 0) return word.is_alone;
  const char before = text[begin - 1];
  if (before == ' ') return true;
  // A hyphen before the line break would be lost.
  return kSpaces[static_cast<unsigned char>(before)] &&
         !(before == '\n' && follows_broken_word(text, 0, begin - 1));
}

}  // namespace fabula::reuse
