// Verbs and their forms, as far as telling what happened goes.
//
//   fell, fallen, collapsed   fall        raised, raises   rais
//   votes, election           vote        quit, resigned   resign
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fabula::language {

// What a word can be. Words of several kinds have several flags.
enum WordUse : std::uint8_t {
  kPastForm = 1,     // "fell", "raised": also a participle for most verbs
  kParticiple = 2,   // "fallen", "raised"
  kBareForm = 4,     // "fall", "raise"
  kPresentForm = 8,  // "falls"
  kNounForm = 16,    // "election", "fire": names what happened
};

struct Verb {
  std::uint8_t uses = 0;   // of WordUse
  std::string deed;        // the same for all words of the same doing
  bool is_listed = false;  // in the table of deeds, not just by its ending
};

// What a word (in small letters) tells of doing; uses == 0: nothing. A word that is in no table
// counts by its ending ("-ed"). O(1).
[[nodiscard]] Verb verb_of(std::string_view lower);

// Verb::uses alone. O(1).
[[nodiscard]] std::uint8_t uses_of(std::string_view lower);

// Is it a deed of the table, of which the news is full, and not just any verb?
[[nodiscard]] bool is_listed(std::string_view deed);

}  // namespace fabula::language
