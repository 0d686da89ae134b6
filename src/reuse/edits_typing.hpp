// Stretches without equal words → what was done there, piece by piece.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reuse/edits_align.hpp"
#include "reuse/edits_items.hpp"

namespace fabula::reuse {

// One change: words a_words of `a` for b_words of `b`; one of the two may be empty, and then lies
// where the words are missing.
struct Change {
  std::string_view op;  // see edits.hpp; points to memory that lives for ever
  Range a_words;        // indexes into Telling::words
  Range b_words;
  Range a;  // their bytes, with the brackets and marks that belong to them
  Range b;
};

// Types changes by a table of all ways to pair their items, each with a price: nothing for what an
// ellipsis stands for, little for a regular variant, a bracket, a mask, much for other words.
// Keeps its memory; one a thread.
class ChangeTyper {
 public:
  // Appends the changes of words a_words and b_words, which no equal word stands between, in text
  // order. a_bytes, b_bytes: from the equal word before them to the one behind.
  void type(const Telling& a, Range a_words, Range a_bytes, const Telling& b, Range b_words,
            Range b_bytes, std::vector<Change>& changes);

 private:
  bool type_word(const Telling& a, Range a_words, Range a_bytes, const Telling& b, Range b_words,
                 Range b_bytes, std::vector<Change>& changes);

  struct Step {
    std::string_view op;
    std::uint32_t n_a = 0;  // items
    std::uint32_t n_b = 0;
  };
  struct Draft {
    std::string_view op;
    Range a_items;
    Range b_items;
  };
  // All that is known of one side: items [0, n), and the numbers that begin at each of them.
  struct Items {
    Range words;
    std::vector<Item> list;
    std::vector<std::optional<WrittenNumber>> numbers;  // kMaxNumberWords an item
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(list.size()); }
  };

  void read_items(const Telling& telling, Range words, Range bytes, Items& items) const;
  void fill_table();
  void fill_cell(std::uint32_t i, std::uint32_t j);
  void try_joins(std::uint32_t i, std::uint32_t j);
  void try_numbers(std::uint32_t i, std::uint32_t j);
  void try_step(std::uint32_t i, std::uint32_t j, Step step, std::uint32_t price);
  void draft_changes();
  void draft_step(const Step& step, std::uint32_t i, std::uint32_t j);
  void join_drafts();
  [[nodiscard]] Change change_of(const Draft& draft) const;

  Item a_word_, b_word_;
  Items a_;
  Items b_;
  std::string_view a_text_, b_text_;
  std::vector<std::uint32_t> prices_;  // (a_.size() + 1) * (b_.size() + 1)
  std::vector<Step> steps_;
  std::vector<Step> path_;
  std::vector<Draft> drafts_;
};

// Joins plain changes (cut, insert, replace) that only one or two equal words part, where much was
// re-worded on both sides, and drops those pairs: such words are equal by chance.
void join_changes(const Telling& a, const Telling& b, std::vector<Change>& changes,
                  std::vector<WordPair>& pairs);

}  // namespace fabula::reuse
