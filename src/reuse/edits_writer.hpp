// Aligned words and typed changes → a script, exact to the byte.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/pile.hpp"
#include "reuse/edits_align.hpp"
#include "reuse/edits_items.hpp"
#include "reuse/edits_typing.hpp"

namespace fabula::reuse {

// One a thread; keeps its memory.
class ScriptWriter {
 public:
  // Appends the edits that make b.range of a.range. `pairs` of equal words may be changed: see
  // repair_pairs, join_changes. The bytes before the two ranges are equal, or in an earlier edit.
  void write(const Telling& a, const Telling& b, std::vector<WordPair>& pairs,
             std::vector<TextEdit>& edits);

 private:
  void type_changes(const std::vector<WordPair>& pairs);
  std::size_t write_equal_words(const std::vector<WordPair>& pairs, std::size_t first,
                                const Change* next);
  [[nodiscard]] std::size_t last_of_equal(const std::vector<WordPair>& pairs, std::size_t i,
                                          std::size_t end) const;
  void close_gap(std::uint32_t a_begin, std::uint32_t b_begin);
  void write_one_sided(Range a, Range b);
  void write_pieces(Range a, Range b, bool keep_head);
  void write_between(Range a, Range b);
  void emit(std::string_view op, Range a, Range b);

  const Telling* a_ = nullptr;
  const Telling* b_ = nullptr;
  std::vector<TextEdit>* edits_ = nullptr;
  ChangeTyper typer_;
  std::vector<Change> changes_;
  std::vector<Change> waiting_;  // one-sided changes since the last word of both
  Range done_;                   // begin: of `a`, end: of `b`: bytes up to here are written
};

}  // namespace fabula::reuse
