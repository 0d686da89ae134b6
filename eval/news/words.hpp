// The words invented news is made of.
//
// 150 function words of English and 50,000 words built from syllables; names from a list of their
// own. Each is drawn by Zipf's law. A word number says what is printed, a form how.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "news/random.hpp"

namespace fabula::news {

using WordNumber = std::uint32_t;

// How a word is printed.
enum class Form : std::uint8_t {
  kPlain,
  kVariant,        // of words in -our and -ise: -or, -ize
  kCensored,       // first letter and dashes
  kBracketed,      // in square brackets
  kPossessive,     // with ’s
  kSic,            // "[sic]"; the word number does not matter
  kEllipsis,       // "..."; the same
  kNumberCommas,   // 2,000; the word number is the value, as in the next two
  kNumberPlain,    // 2000
  kNumberSpelled,  // "two thousand"; values under 100 and whole thousands under 100,000
};

class Words {
 public:
  Words();

  [[nodiscard]] WordNumber function_word(Random& random) const;
  [[nodiscard]] WordNumber content_word(Random& random) const;
  [[nodiscard]] WordNumber name_word(Random& random) const;
  [[nodiscard]] bool is_content(WordNumber word) const { return word >= n_function_; }
  // Whether kVariant prints another word than kPlain.
  [[nodiscard]] bool has_variant(WordNumber word) const;
  [[nodiscard]] const std::string& text(WordNumber word) const { return texts_[word]; }

  // Appends the word as it is printed, without marks around it.
  void print(WordNumber word, Form form, bool is_capital, std::string& out) const;

 private:
  std::vector<std::string> texts_;  // function words, content words, names
  std::uint32_t n_function_ = 0;
  std::uint32_t n_content_ = 0;
};

}  // namespace fabula::news
