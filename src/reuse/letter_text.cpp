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

// Calls take(letter, begin, end, begins_word) for each letter of `text` with its bytes;
// apostrophes inside words are passed over.
template <class Take>
void each_letter(std::string_view folded, Take&& take) {
  std::vector<Range> words;
  text::split_folded(folded, words);
  for (const Range word : words) {
    std::uint32_t n_letters = 0;
    for (std::uint32_t at = word.begin; at < word.end;) {
      const auto byte = static_cast<unsigned char>(folded[at]);
      const std::uint32_t begin = at;
      Letter letter = 0;
      if (byte < 0x80) {
        letter = kAsciiLetters[byte];
        ++at;
      } else {
        const text::CodePoint c = text::decode(folded, at);
        letter = other_letter(c.value);
        at += c.n_bytes;
      }
      if (letter != 0) take(letter, begin, at, n_letters++ % kMaxWordLetters == 0);
    }
  }
}

// The same as each_letter for a text that is folded to ASCII, as most are, in one pass over it:
// three times as fast. Otherwise appends nothing and returns false.
bool append_ascii_letters(std::string_view folded, std::vector<Letter>& letters) {
  const bool ascii = std::all_of(folded.begin(), folded.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) return false;
  const auto letter_at = [&](std::size_t at) {
    return at < folded.size() ? kAsciiLetters[static_cast<unsigned char>(folded[at])] : Letter{0};
  };
  const std::size_t n_before = letters.size();
  letters.resize(n_before + folded.size());
  std::size_t n = n_before;
  std::uint32_t n_of_word = 0;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const Letter letter = letter_at(at);
    letters[n] = n_of_word % kMaxWordLetters == 0 ? letter | kWordBegins : letter;
    n += letter != 0;
    const bool joins = folded[at] == '\'' && letter_at(at + 1) != 0;
    n_of_word = letter != 0 ? n_of_word + 1 : joins ? n_of_word : 0;
  }
  letters.resize(n);
  return true;
}

}  // namespace

void append_letters(std::string_view text, std::vector<Letter>& letters) {
  const text::FoldedText folded = text::fold(text);
  if (append_ascii_letters(folded.text, letters)) return;
  each_letter(folded.text, [&](Letter letter, std::uint32_t, std::uint32_t, bool begins_word) {
    letters.push_back(begins_word ? letter | kWordBegins : letter);
  });
}

std::vector<Range> letters_to_bytes(std::string_view text, std::span<const Range> letters) {
  std::vector<Range> words;
  std::vector<std::uint32_t> begins;  // letters before each word
  std::uint32_t n_letters = 0;
  const text::FoldedText folded = text::fold(text);
  each_letter(folded.text, [&](Letter, std::uint32_t begin, std::uint32_t end, bool begins_word) {
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
