#include "reuse/letter_text.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

constexpr Letter kFirstDigit = 27;
constexpr Letter kFirstOther = 37;

constexpr std::array<Letter, 128> kAsciiLetters = [] {
  std::array<Letter, 128> letters{};
  for (std::size_t i = 0; i < 26; ++i) letters['a' + i] = static_cast<Letter>(1 + i);
  for (std::size_t i = 0; i < 10; ++i) letters['0' + i] = static_cast<Letter>(kFirstDigit + i);
  return letters;
}();

// A letter of another script: neighbours in its alphabet get different numbers.
Letter other_letter(char32_t c) {
  const std::uint32_t mixed = static_cast<std::uint32_t>(c) * 0x9E3779B1U;
  return static_cast<Letter>(kFirstOther + (mixed >> 8) % (kLetterMask + 1U - kFirstOther));
}

// A word longer than this is taken for several: looking for its border must not take long.
constexpr std::uint32_t kMaxWordLetters = 64;

// Calls take(letter, begin, end, begins_word) for each letter of `text` with its folded bytes;
// apostrophes inside words are passed over. Returns the folded text.
template <class Take>
text::FoldedText each_letter(std::string_view source, Take&& take) {
  text::FoldedText folded = text::fold(source);
  std::vector<Range> words;
  text::split_folded(folded.text, words);
  for (const Range word : words) {
    std::uint32_t n_letters = 0;
    for (std::uint32_t at = word.begin; at < word.end;) {
      const auto byte = static_cast<unsigned char>(folded.text[at]);
      const std::uint32_t begin = at;
      Letter letter = 0;
      if (byte < 0x80) {
        letter = kAsciiLetters[byte];
        ++at;
      } else {
        const text::CodePoint c = text::decode(folded.text, at);
        letter = other_letter(c.value);
        at += c.n_bytes;
      }
      if (letter != 0) take(letter, begin, at, n_letters++ % kMaxWordLetters == 0);
    }
  }
  return folded;
}

}  // namespace

void append_letters(std::string_view text, std::vector<Letter>& letters) {
  each_letter(text, [&](Letter letter, std::uint32_t, std::uint32_t, bool begins_word) {
    letters.push_back(begins_word ? letter | kWordBegins : letter);
  });
}

std::vector<Range> letters_to_bytes(std::string_view text, std::span<const Range> letters) {
  std::vector<Range> words;
  std::vector<std::uint32_t> begins;  // letters before each word
  std::uint32_t n_letters = 0;
  const text::FoldedText folded =
      each_letter(text, [&](Letter, std::uint32_t begin, std::uint32_t end, bool begins_word) {
        if (begins_word) {
          words.push_back({begin, end});
          begins.push_back(n_letters);
        }
        words.back().end = end;
        ++n_letters;
      });
  const auto word_from = [&](std::uint32_t letter) {
    return static_cast<std::size_t>(std::lower_bound(begins.begin(), begins.end(), letter) -
                                    begins.begin());
  };
  std::vector<Range> bytes;
  bytes.reserve(letters.size());
  for (const Range range : letters)
    bytes.push_back(folded.map.to_source(
        Range{words[word_from(range.begin)].begin, words[word_from(range.end) - 1].end}));
  return bytes;
}

}  // namespace fabula::reuse
