// The words of all members of a passage family, as numbers, and which members tell the very same.
//
//   members   "The bridge shut."   "the bridge SHUT"   "The old bridge shut."
//   texts     0: the·bridge·shut (members 0, 1)        1: the·old·bridge·shut (member 2)
//
// Texts that are equal after folding (text/fold.hpp: case, marks, dashes) are one text. Numbers are
// given out in the order of the members, words compared by their letters: equal numbers are equal
// words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "reconcile/hash_index.hpp"
#include "text/fold.hpp"

namespace fabula::reconcile {

using Word = std::uint32_t;

class FamilyWords {
 public:
  // Reads members' texts (valid UTF-8; they must outlive this object), replacing what was read
  // before; memory is kept for the next family. Of members that all have the same bytes no words
  // are read: there is nothing to compare. Cost: linear in the bytes.
  void read(std::span<const std::string_view> members);

  [[nodiscard]] std::uint32_t n_texts() const { return static_cast<std::uint32_t>(texts_.size()); }
  // The text of each member. Texts are numbered by their first member.
  [[nodiscard]] std::span<const std::uint32_t> text_of_member() const { return text_of_member_; }
  // The first member that tells the text, and how many do.
  [[nodiscard]] std::uint32_t first_member(std::uint32_t text) const { return texts_[text].first; }
  [[nodiscard]] std::uint32_t n_members(std::uint32_t text) const { return texts_[text].n_members; }

  [[nodiscard]] std::span<const Word> words(std::uint32_t text) const {
    return std::span(words_).subspan(texts_[text].begin, texts_[text].end - texts_[text].begin);
  }
  [[nodiscard]] std::string_view letters(Word word) const;
  // Texts that hold the word.
  [[nodiscard]] std::uint32_t n_holders(Word word) const { return entries_[word].n_holders; }

  // Bytes of the text's first member, from the first of the words [begin, end) to the last, without
  // marks around them. Requires begin < end.
  [[nodiscard]] Range bytes_of(std::uint32_t text, std::uint32_t begin, std::uint32_t end) const;
  // The bytes between word `at - 1` and word `at`, from the text's start or to its end when there
  // is no such word.
  [[nodiscard]] Range gap_before(std::uint32_t text, std::uint32_t at) const;
  // The frozen bytes of the text's first member.
  [[nodiscard]] std::string_view bytes(std::uint32_t text) const { return texts_[text].bytes; }

 private:
  struct Text {
    std::string_view bytes;
    std::uint32_t first = 0;
    std::uint32_t n_members = 0;
    std::uint32_t begin = 0;  // in words_ and places_
    std::uint32_t end = 0;
    text::OffsetMap map;
  };
  struct Entry {
    std::uint32_t begin;  // in letters_; ends where the next begins
    std::uint32_t n_holders;
    std::uint32_t last_holder;
  };

  std::uint32_t add_text(std::string_view bytes, std::uint32_t member);
  Word number_of(std::string_view letters);

  std::vector<std::uint32_t> text_of_member_;
  std::vector<Text> texts_;
  std::vector<Word> words_;
  std::vector<Range> places_;  // of the words, in the folded text
  std::vector<Entry> entries_;
  std::string letters_;
  std::vector<Range> split_;
  HashIndex by_bytes_;  // members with other bytes than all before them
  HashIndex by_words_;  // texts
  HashIndex by_letters_;
};

}  // namespace fabula::reconcile
