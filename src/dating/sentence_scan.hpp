// One sentence under the eyes of a maker of evidence: its words, what happens in it, its times.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dating/makers.hpp"
#include "language/sentence_words.hpp"

namespace fabula::dating {

using language::SentenceWord;

class SentenceScan {
 public:
  SentenceScan(const Sources& sources, std::uint32_t article, std::uint32_t sentence);

  [[nodiscard]] std::uint32_t article() const { return article_; }
  [[nodiscard]] Range range() const { return range_; }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  // In small letters; empty past the end.
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view();
  }
  [[nodiscard]] Range range_of(std::size_t first, std::size_t last) const {
    return {words_[first].range.begin, words_[last].range.end};
  }
  [[nodiscard]] std::string text(Range range) const {
    return std::string(words_of(sources_.pile.articles[article_].article.text, range));
  }
  // Is it in body text, outside of quotations?
  [[nodiscard]] bool is_plain(std::size_t i) const;

  // The happening that begins nearest behind the word `i`, at most `most` words on; -1: none.
  [[nodiscard]] std::int32_t happening_behind(std::size_t i, std::size_t most) const;
  // The one nearest before it, a verb; -1: none.
  [[nodiscard]] std::int32_t verb_before(std::size_t i) const;
  // The time that tells days and stands nearest to the word; -1: none.
  [[nodiscard]] std::int32_t time_near(std::size_t i) const;

 private:
  [[nodiscard]] std::pair<std::size_t, std::size_t> happenings() const;  // [first, last)

  const Sources& sources_;
  std::uint32_t article_;
  std::uint32_t sentence_;
  Range range_;
  std::vector<SentenceWord> words_;
};

// Calls `read` for each sentence of body text that has one of the words (of four bytes or more)
// somewhere in it, in small letters. Cost: a search through the text.
void for_sentences_with(const Sources& sources, const std::vector<std::string_view>& words,
                        const std::function<void(const SentenceScan&)>& read);

}  // namespace fabula::dating
