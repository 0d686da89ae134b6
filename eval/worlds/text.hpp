// The text of an article while it is written, with its evidence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "world_generator.hpp"

namespace fabula::worlds {

// Appends words so that they read right:
//   - a comma that ends an apposition ("Roth, 38,") is left out before another mark
//   - an article becomes "an" where the next word asks for it
//   - a sentence begins with a capital and ends with one mark
class Text {
 public:
  explicit Text(bool has_straight_marks) : has_straight_marks_(has_straight_marks) {}

  void put(std::string_view words);
  void put_article() { has_article_ = true; }
  void begin_paragraph();
  void take_back_paragraph();  // one without words
  void begin_sentence();
  void end_sentence();
  [[nodiscard]] bool is_at_sentence_begin() const { return has_capital_; }

  // Words put between are the span of the evidence. Evidence without words is dropped.
  void open(const Evidence& evidence);
  void close();

  // The sentence being written, or the last one. Requires one.
  [[nodiscard]] StorySentence& sentence() { return sentences_.back(); }
  // The number's words are put; its range is filled.
  void put_number(NumberSaid number, std::string_view words);

  [[nodiscard]] std::uint32_t n_paragraphs() const { return n_paragraphs_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<Evidence>& evidence() const { return evidence_; }
  [[nodiscard]] const std::vector<StorySentence>& sentences() const { return sentences_; }

 private:
  bool has_straight_marks_;
  bool has_article_ = false;
  bool has_capital_ = false;  // the next letter is one
  std::uint32_t n_paragraphs_ = 0;
  std::string text_;
  std::vector<StorySentence> sentences_;
  std::vector<Evidence> evidence_;  // by rising end
  std::vector<Evidence> open_;      // begin: kNone before the first word
};

}  // namespace fabula::worlds
