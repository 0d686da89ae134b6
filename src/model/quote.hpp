// Quotations: who said what, in which words, how we know.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/when.hpp"

namespace fabula {

enum class QuoteKind : std::uint8_t { kDirect, kMixed, kIndirect };
// How safe the speaker is: A the same sentence, by rule; B a neighbouring sentence; C weak.
enum class Grade : std::uint8_t { kNone, kA, kB, kC };
[[nodiscard]] std::string_view name_of(QuoteKind kind);  // "direct" "mixed" "indirect"
[[nodiscard]] std::string_view name_of(Grade grade);     // "" "A" "B" "C"

struct Speaker {
  std::int32_t thing = -1;   // index into Names::things of the article; -1: nobody of the table
  std::string name;          // the fullest name known ("Maria Silva", "Maria Silva's mother"), or
                             // the words as they stand
  std::string as;            // the words of the text: "she", "the mayor"
  Range range;               // where those stand
  std::int32_t person = -1;  // index into Pile::people, once name_speakers has run; not stored
};

struct Channel {
  SharedText name;  // "Instagram", "Medium", "statement"
  Range range;
};

struct Quote {
  Range range;               // from the first part's begin to the last part's end
  std::vector<Range> parts;  // the quoted words without their marks, in text order; never empty
  // The whole of what is said, of which `parts` are the quoted words ("the plan was “a mess” and
  // would fail"), in text order, without cue and source; empty when the parts are all of it.
  std::vector<Range> clause;
  QuoteKind kind = QuoteKind::kDirect;
  std::optional<Speaker> speaker;
  Grade grade = Grade::kNone;  // kNone exactly when there is no speaker
  std::optional<Range> cue;    // "said"
  std::optional<Channel> channel;
  When said;
  // The time expression that says when, as an index into the article's times; -1: none. It is there
  // also when its day is not known because that of the article is not.
  std::int32_t said_time = -1;
  std::int32_t inside = -1;  // index of the quote of this article that this one stands inside
  SharedText rule;           // "quote.cue-after"
};

}  // namespace fabula
