// The word tables of `quotes`, as one set of flags a word.
#pragma once

#include <cstdint>
#include <string_view>

namespace fabula::quotes {

enum WordFlag : std::uint32_t {
  kDeterminer = 1U << 0,
  kPossessive = 1U << 1,
  kPronoun = 1U << 2,
  kObjectPronoun = 1U << 3,
  kAuxiliary = 1U << 4,
  kAdverb = 1U << 5,
  kPreposition = 1U << 6,
  kOpener = 1U << 7,
  kConjunction = 1U << 8,
  kRelative = 1U << 9,
  kVerb = 1U << 10,
  kPersonNoun = 1U << 11,
  kEpithet = 1U << 12,
  kFemaleNoun = 1U << 13,
  kMaleNoun = 1U << 14,
  kRelation = 1U << 15,
  kWorkNoun = 1U << 16,
  kSignNoun = 1U << 17,
  kTimeWord = 1U << 18,
  kSay = 1U << 19,
  kJudge = 1U << 20,
  kAct = 1U << 21,
  kCueNoun = 1U << 22,
  kWeakCue = 1U << 23,
  kCount = 1U << 24,
};

// The flags of a lower-case word (ASCII apostrophes, no dots at the end); 0 for a word of no table.
[[nodiscard]] std::uint32_t flags_of(std::string_view lower);

}  // namespace fabula::quotes
