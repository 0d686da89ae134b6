// One utterance, from all the places of the pile that quote it: where it stands first, and what
// those places say of who said it, where and when.
//
//   quoted in    published   said by      channel    said
//   Marl Echo    3 June      Ana Lopes    Medium     -        first in this pile, a part of it
//   Orra Post    5 June      she          -          2 June   fuller
//   The Ferry    not known   -            -          -        could be earlier
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula {

enum class FirstPlace : std::uint8_t {
  kFirst,        // one member was printed first, in the fullest wording
  kFullerLater,  // one member was printed first, and a later one has more of the words
  kTie,          // several were printed on the first day
  kUndated,      // one without a date, or with a vague one, could be earlier
};
[[nodiscard]] std::string_view name_of(FirstPlace place);  // "first" "fuller-later" "tie" "undated"

// The members that say the same of the utterance.
struct Testimony {
  std::string value;                   // a person's name, a channel's, a time in EDTF
  std::vector<std::uint32_t> members;  // indexes into Family::members, sorted; never empty
};

struct Utterance {
  FirstPlace place = FirstPlace::kUndated;
  std::vector<std::uint32_t> could_be_first;  // of Family::members, sorted; never empty
  // Most members first, then by the first member. A speaker counts when it is a person or body the
  // article names (grade A and B) and a channel when the article itself states it, a time when both
  // its ends are known.
  std::vector<Testimony> speakers;
  std::vector<Testimony> channels;
  std::vector<Testimony> said;
  bool speakers_conflict = false;  // two places name different speakers
  bool said_conflicts = false;     // two places state times that cannot both be right
};

// `family` of `pile`, whose speakers are named (name_speakers). Cost: n log n in its members.
[[nodiscard]] Utterance utterance_of(const Pile& pile, const Family& family);

// A change of words after which a quotation does not say the same: a number for another, "not" put
// in or taken out, a name for another. Words in brackets are an editor's and change nothing.
enum class Alteration : std::uint8_t { kNone, kNumber, kNegation, kName };
[[nodiscard]] std::string_view name_of(Alteration alteration);  // "" "number" "negation" "name"
[[nodiscard]] Alteration alteration_of(const WordEdit& edit);

}  // namespace fabula
