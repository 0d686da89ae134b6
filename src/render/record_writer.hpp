// Lines that `show` and `why` write of a record: a label, and what stands behind it.
//
//   where        saved/river-1.html, paragraph 4, bytes 2210–2264 of its text
//   said by      Maria Silva ('she'), grade B
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "model/pile.hpp"
#include "render/pile_index.hpp"
#include "render/table.hpp"

namespace fabula::render {

// What a rule says; empty for an id that is not known.
[[nodiscard]] std::string rule_text(std::string_view id);

class RecordWriter {
 public:
  RecordWriter(const Pile& pile, const TextStyle& style, std::ostream& out)
      : pile_(pile), index_(pile), style_(style), out_(out) {}

  // Lines under a label; nothing when there are no words.
  void field(std::string_view label, std::string_view words);

  // The words of a span between the sentences around it, marked.
  void words_in_context(Span span, std::uint32_t n_context);
  // Where they stand: file, paragraph, bytes.
  void place(Span span);
  // All that is known of an article; its source, day and title in one line.
  void article(std::uint32_t i);
  void told_by(std::uint32_t i);
  // Who said it, how, where.
  void quote_data(const Quote& q, const Article& a);
  // The rule's id and what it says.
  void rule(std::string_view id);

  // What differs between the two sides, marked; nothing when no word does.
  void changes(const ReuseLink& link);
  // A holder of a passage: "River Post · 11 Mar 2024"; with its standing, source and place.
  [[nodiscard]] std::string holder_label(const Passage& passage, std::int32_t holder) const;
  void holder(const Passage& passage, std::size_t i);
  void lost_source(const Passage& passage);
  // One field a line.
  // lines: texts
  void list(std::string_view label, const auto& lines) {
    for (const std::string& line : lines) field(label, line);
  }

 protected:
  const Pile& pile_;
  PileIndex index_;
  const TextStyle& style_;
  std::ostream& out_;
};

}  // namespace fabula::render
