// The words of an article with what the word tables and the spelling say about each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"
#include "model/segmentation.hpp"

namespace fabula::names {

struct Token {
  Range range;             // without a possessive 's
  std::string_view lower;  // lower case, ASCII apostrophes, no dots at the end; "" for a mark
  std::uint32_t flags = 0;
  std::uint32_t sentence = 0;
  std::uint32_t paragraph = 0;
  std::int32_t quoted = -1;  // outermost QuotedPart it stands in
  char mark = 0;  // of a mark: its ASCII character, '"' for any double quotation mark, '?' else
  bool is_capital = false;       // begins with an upper-case letter
  bool is_all_capitals = false;  // two letters or more, none of them lower case
  bool is_possessive = false;
  bool is_handle = false;
  bool is_opening = false;  // first word of a sentence, a quotation, or after a colon or dash

  [[nodiscard]] bool is_word() const { return mark == 0; }
  [[nodiscard]] bool has(std::uint32_t flag) const { return (flags & flag) != 0; }
  [[nodiscard]] bool is_initial() const { return is_capital && lower.size() == 1; }
};

// All tokens of an article in text order: those of Segmentation::words that lie in sentences.
class Tokens {
 public:
  Tokens(const Article& article, const Segmentation& segmentation);
  Tokens(const Tokens&) = delete;  // tokens point into `letters_`
  Tokens& operator=(const Tokens&) = delete;

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const Token& operator[](std::size_t i) const { return tokens_[i]; }
  // The token, or an empty mark when there is none: before the start, after the end, or in another
  // sentence than `near`.
  [[nodiscard]] const Token& beside(std::size_t near, int offset) const;
  [[nodiscard]] std::size_t sentence_begin(std::size_t sentence) const { return starts_[sentence]; }
  [[nodiscard]] std::size_t sentence_end(std::size_t sentence) const {
    return starts_[sentence + 1];
  }
  [[nodiscard]] std::size_t n_sentences() const { return starts_.size() - 1; }

 private:
  std::string letters_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> starts_;  // first token of each sentence, and the end
};

}  // namespace fabula::names
