// What was done to people, as whole clauses tell it: to whom, where, and whether at all.
//
//   The builder Bo Marlow was arrested on Monday in Orra.     arrest of Bo Marlow, in Orra
//   Police arrested the builder Bo Marlow at his home.        arrest of Bo Marlow
//   Bo Marlow was not arrested, police said.                  arrest of Bo Marlow, denied
//   The town denied that Bo Marlow had resigned.              resignation of Bo Marlow, denied
//
// Few clauses are read, and those from end to end, for a clause with a "not" says many things:
//
//   who     the person stands right before the deed, asides between commas passed over, behind
//           nothing but what describes them ("the builder") or what somebody said ("police said")
//   denied  "was not", "did not" and nothing between that and the deed; behind the deed the
//           sentence ends, but for who said so; or "denied that" somebody "had", "was"
//   where   "in" and a name, behind nothing but times and "at his home"; then the clause ends
//
// not: was not charged with theft · did not stop and was arrested · has not been charged (he may
// be yet) · did not resign on Monday · would not have died · was wrongly said to have died · in
// direct speech
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::reconcile {

enum class Denial : std::uint8_t { kNone, kPlain, kByDenied };

// A verb of told_deeds_table.inc.
struct DeedVerb {
  std::string_view what;   // "arrest"
  std::string_view past;   // "arrested", "stepped down"
  std::string_view bare;   // "arrest", "step down"; empty: none
  std::uint8_t flags = 0;  // kPassive, ...

  static constexpr std::uint8_t kPassive = 1;
  static constexpr std::uint8_t kPlaced = 2;
  static constexpr std::uint8_t kOnceInLife = 4;
};

struct ToldDeed {
  std::uint32_t article = 0;
  std::uint32_t person = 0;  // an index into Pile::people
  const DeedVerb* verb = nullptr;
  Range sentence;  // behind its dateline
  Range deed;      // its words, with those that deny it: "was not arrested"
  Range place;     // "Orra" of "in Orra"; empty: none is told
  Denial denial = Denial::kNone;
};

// Does a word (in small letters) tell of this in any way: "custody" of an arrest?
[[nodiscard]] bool is_of_family(std::string_view lower, std::string_view what);

// By (article, words), of articles that state their day: all that are denied or told with a place,
// and of the people of whom something is denied all others.
// Cost: linear in the sentences that name a person.
[[nodiscard]] std::vector<ToldDeed> find_told_deeds(const Pile& pile);

}  // namespace fabula::reconcile
