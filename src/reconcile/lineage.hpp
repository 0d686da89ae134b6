// Who copied whom, inside one passage family.
//
//   members, in working order         standing      from   because
//   0  Vale Herald    2031-05-02      origin        -      published first
//   1  Quay Post      2031-05-03      copy          0      shares no change with any other
//   2  Tern Times     2031-05-05      copy          1      has "weather-worn wall" from 1
//   3  Ness Gazette   no date         undecidable   -      the very words of 2
//
// Says no more than words and dates bear out: where two sources are about equally likely, or two
// directions, a member is `unknown`; of members with the very same words nobody can say who had
// them from whom. What is said is the likeliest, not proved.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/shared_text.hpp"
#include "base/span.hpp"
#include "reconcile/dates.hpp"
#include "reconcile/family_words.hpp"
#include "reconcile/text_tree.hpp"

namespace fabula::reconcile {

struct Member {
  std::string_view text;    // the words of its span; valid UTF-8
  Published published;      // as stated; nothing when it is not
  std::string_view edtf;    // the same for readers: "2031-05"
  std::string_view outlet;  // may be empty
  std::string_view credit;  // the agency or outlet it names as its source; may be empty
  // The member whose outlet its article names around the words ("told the Quay Post"); -1: none.
  std::int32_t named_source = -1;
  // The member it has a longer passage from that these words are part of, and by how much that is
  // likelier than anything else (MemberLineage::margin there); -1: not known.
  std::int32_t longer_source = -1;
  std::uint32_t longer_margin = 0;
};

enum class Standing : std::uint8_t {
  kOrigin,       // the first in this pile, as far as can be seen
  kCopy,         // has the words from another member
  kUndecidable,  // has the very words of others, and nothing says which was first
  kUnknown,
};
[[nodiscard]] std::string_view name_of(Standing standing);  // "origin", "copy", ...

// Words that a copy shares with its source and that the next likeliest source does not have.
struct Witness {
  Range here;   // bytes of the copy's Member::text
  Range there;  // bytes of the source's
  friend bool operator==(const Witness&, const Witness&) = default;
};

struct MemberLineage {
  Standing standing = Standing::kUnknown;
  // Of a copy: the member it has the words from. Of an undecidable member that goes back to words
  // which several others have alike: one of those; -1 when it has these words itself.
  std::int32_t from = -1;
  std::int32_t runner_up = -1;      // the next likeliest; -1: none, or not a copy
  std::uint32_t margin = 0;         // tenths, see text_tree.hpp
  std::uint32_t n_own_words = 0;    // of a copy: what the source does not have
  std::vector<SharedText> because;  // plain sentences
  std::vector<Witness> witnesses;   // of a copy, in text order; at most 4, the rarest words
};

struct Lineage {
  std::vector<MemberLineage> members;  // as the members given
  // Several members share words that none of them can have from another, or credit the same agency
  // which is not among them: a source is missing from the pile.
  bool lost_source = false;

  // By member: its text. By text: the member that is surely the first to have it, or -1; the text
  // it was most likely made from, or -1, whether or not that is sure.
  std::vector<std::uint32_t> text;
  std::vector<std::int32_t> lead;
  std::vector<std::int32_t> parent_text;
};

// Traces one family after the other; keeps its memory between them. One thread at a time.
class LineageTracer {
 public:
  // members  in the pile's working order, which breaks ties
  // cost     linear in the bytes, see text_tree.hpp
  [[nodiscard]] Lineage trace(std::span<const Member> members);

 private:
  FamilyWords words_;
};

}  // namespace fabula::reconcile
