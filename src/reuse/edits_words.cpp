#include "reuse/edits_words.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

// FNV-1a: words are short, and equality is all that is asked.
constexpr std::uint64_t kHashStart = 0xCBF29CE484222325;
constexpr std::uint64_t add_byte(std::uint64_t hash, unsigned char byte) {
  return (hash ^ byte) * 0x100000001B3;
}

// What an ASCII byte becomes inside a word; 0 for those that end it.
constexpr std::array<unsigned char, 256> kLetters = [] {
  std::array<unsigned char, 256> letters{};
  for (std::size_t b = '0'; b <= '9'; ++b) letters[b] = static_cast<unsigned char>(b);
  for (std::size_t b = 'a'; b <= 'z'; ++b) letters[b] = static_cast<unsigned char>(b);
  for (std::size_t b = 'A'; b <= 'Z'; ++b) letters[b] = static_cast<unsigned char>(b | 0x20);
  return letters;
}();

// A mark that is written in more than one byte, or one that needs a look at its neighbours.
struct Mark {
  std::uint32_t n_bytes = 0;  // 0: none that is known here
  bool is_apostrophe = false;
};

// Reads plain ASCII and the marks of ordinary printing; gives up at anything else.
class PlainReader {
 public:
  // `words` null: they are only counted.
  PlainReader(std::string_view text, Range range, std::vector<EditWord>* words)
      : text_(text.substr(0, range.end)), at_(range.begin), words_(words) {}

  [[nodiscard]] std::uint32_t n_words() const { return n_words_; }

  // False: something stands there that text::fold has to read.
  bool read() {
    while (at_ < text_.size()) {
      if (kLetters[byte(at_)] != 0) {
        read_word();
      } else if (byte(at_) < 0x80) {
        if (byte(at_) == '-' && breaks_line(at_ + 1)) return false;
        ++at_;
      } else {
        const Mark mark = mark_at(at_);
        if (mark.n_bytes == 0) return false;
        at_ += mark.n_bytes;
      }
    }
    return true;
  }

 private:
  unsigned char byte(std::uint32_t at) const { return static_cast<unsigned char>(text_[at]); }

  bool breaks_line(std::uint32_t at) const {
    return at < text_.size() && (text_[at] == '\n' || text_[at] == '\r');
  }

  // ‐ (U+2010) may join a line, so it is not among them.
  Mark mark_at(std::uint32_t at) const {
    if (text_.size() - at >= 2 && byte(at) == 0xC2 && byte(at + 1) == 0xA0) return {2};
    if (text_.size() - at < 3 || byte(at) != 0xE2 || byte(at + 1) != 0x80) return {};
    const unsigned char last = byte(at + 2);
    if (last >= 0x98 && last <= 0x9B) return {3, true};   // ‘ ’ ‚ ‛
    const bool known = (last >= 0x91 && last <= 0x95) ||  // dashes
                       (last >= 0x9C && last <= 0x9F) ||  // “ ” „ ‟
                       last == 0xA2 || last == 0xA6;      // • …
    return known ? Mark{3} : Mark{};
  }

  void read_word() {
    const std::uint32_t begin = at_;
    std::uint64_t hash = kHashStart;
    for (;;) {
      while (at_ < text_.size() && kLetters[byte(at_)] != 0)
        hash = add_byte(hash, kLetters[byte(at_++)]);
      const std::uint32_t n = apostrophe_at(at_);
      if (n == 0 || at_ + n >= text_.size() || kLetters[byte(at_ + n)] == 0) break;
      hash = add_byte(hash, '\'');
      at_ += n;
    }
    ++n_words_;
    if (words_ != nullptr) words_->push_back({hash, {begin, at_}});
  }

  // Bytes of the apostrophe there; 0: there is none.
  std::uint32_t apostrophe_at(std::uint32_t at) const {
    if (at >= text_.size()) return 0;
    if (text_[at] == '\'' || text_[at] == '`') return 1;
    if (byte(at) < 0x80) return 0;
    const Mark mark = mark_at(at);
    return mark.is_apostrophe ? mark.n_bytes : 0;
  }

  std::string_view text_;
  std::uint32_t at_;
  std::vector<EditWord>* words_;
  std::uint32_t n_words_ = 0;
};

}  // namespace

void WordSplitter::split(std::string_view text, Range range, std::vector<EditWord>& words) {
  words.clear();
  if (PlainReader(text, range, &words).read()) return;
  words.clear();
  const text::FoldedText folded = text::fold(words_of(text, range));
  text::split_folded(folded.text, places_);
  for (const Range place : places_) {
    std::uint64_t hash = kHashStart;
    for (const char c : words_of(folded.text, place))
      hash = add_byte(hash, static_cast<unsigned char>(c));
    Range source = folded.map.to_source(place);
    source = {range.begin + source.begin, range.begin + source.end};
    if (!words.empty() && source.begin < words.back().range.end) {
      // One character that folds to two words: "½".
      words.back().hash = add_byte(words.back().hash, ' ') ^ hash;
      words.back().range.end = std::max(words.back().range.end, source.end);
    } else {
      words.push_back({hash, source});
    }
  }
}

std::uint32_t WordSplitter::count(std::string_view text, Range range) {
  PlainReader reader(text, range, nullptr);
  if (reader.read()) return reader.n_words();
  std::vector<EditWord> words;
  split(text, range, words);
  return static_cast<std::uint32_t>(words.size());
}

bool is_clean_cut(std::string_view text, std::uint32_t at) {
  return text[at - 1] == ' ' && kLetters[static_cast<unsigned char>(text[at])] != 0;
}

}  // namespace fabula::reuse
