// The cheapest way to read a run of quotation marks.
//
// A reading gives each mark an action, each paragraph end another; together they must keep at most
// two quotations open, one inside the other. Costs add up; the reading with the lowest sum wins.
//
//   marks of      “It was ‘enough’ for us.”       actions   open open close close
//   states        out  “   “‘    “     out
//
// source   Viterbi 1967; states and costs are ours
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "segment/mark_context.hpp"

namespace fabula::segment {

enum class Action : std::uint8_t {
  kNone,  // no quotation mark
  kOpen,
  kClose,      // the innermost open quotation
  kReopen,     // a second opening mark while its quotation is open: it goes on
  kCloseOnly,  // a closing mark whose opening mark is missing (repair)
  kGoOn,       // paragraph end: what is open goes on in the next paragraph
  kEndInner,   // paragraph end: only the outer one goes on, the inner one is closed here (repair)
  kEnd,        // paragraph end: what is open is closed here (repair)
};
inline constexpr std::size_t kActions = 8;

// One mark, or the end of a paragraph.
struct Step {
  Mark mark;
  bool is_paragraph_end = false;
  // Paragraph end: the mark that the next paragraph begins with, if it could be a re-opening one.
  GlyphKind reopens = GlyphKind::kNone;
  // Paragraph end: who speaks is said behind the paragraph's last mark (", she said.").
  bool is_after_cue = false;
  std::uint32_t at = 0;  // byte where the mark begins or the paragraph ends
};

// Which quotations are open. 0: none; 1..3: double marks, straight, curly, angle; 4: single.
struct OpenMarks {
  std::uint8_t outer = 0;
  std::uint8_t inner = 0;
  friend constexpr bool operator==(OpenMarks, OpenMarks) = default;
};

struct PathOptions {
  bool is_single_house = false;  // outer quotations stand in single marks
};

struct Move {
  OpenMarks next;
  int cost = 0;
};
// Where `action` leads from `from`, and for how much; nothing when it cannot be taken there.
[[nodiscard]] std::optional<Move> try_move(OpenMarks from, const Step& step, Action action,
                                           const PathOptions& options);

// No quotation is longer than this, or goes through more paragraphs.
inline constexpr std::uint32_t kMaxQuotationBytes = 4000;
inline constexpr std::uint32_t kMaxQuotationParagraphs = 12;

// One action a step: the cheapest reading that begins and ends with nothing open. The last step
// must be a paragraph end. Ties: the action that stands first in Action, latest step first.
// The caps are kept along each state's cheapest way, so a longer detour around them is not sought.
// cost   O(steps), 25 bytes a step
[[nodiscard]] std::vector<Action> cheapest_reading(std::span<const Step> steps,
                                                   const PathOptions& options);

}  // namespace fabula::segment
