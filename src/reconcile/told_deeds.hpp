// What was done to people, as whole clauses tell it: to whom, and whether at all.
//
//   The builder Bo Marlow was arrested on Monday in Orra.     arrest of Bo Marlow
//   Police arrested the builder Bo Marlow at his home.        arrest of Bo Marlow
//   The town denied that Bo Marlow had resigned.              resignation of Bo Marlow, denied
//
// Few clauses are read, and those from end to end, for a clause with a "not" says many things:
//
//   who     the person stands right before the deed, asides between commas passed over, behind
//           nothing but what describes them ("the builder") or what somebody said ("police said")
//   denied  somebody, and nothing else before it, "denied that" the person "had" done it or it
//           "had been" done; then the sentence ends, but for who said so
//
// not: did not resign (on which occasion?) · was not charged with theft · denied that she was hurt
// in March · hardly anyone denied that · was wrongly said to have died · in direct speech
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::reconcile {

// A verb of told_deeds_table.inc.
struct DeedVerb {
  std::string_view what;   // "arrest"
  std::string_view past;   // "arrested", "stepped down"
  std::uint8_t flags = 0;  // kPassive

  static constexpr std::uint8_t kPassive = 1;
};

struct ToldDeed {
  std::uint32_t article = 0;
  std::uint32_t person = 0;  // an index into Pile::people
  const DeedVerb* verb = nullptr;
  Range sentence;  // behind its dateline
  Range deed;      // its words, with those that deny it: "denied that ... had resigned"
  bool is_denied = false;
};

// Does a word (in small letters) tell of this in any way: "custody" of an arrest?
[[nodiscard]] bool is_of_family(std::string_view lower, std::string_view what);

// By (article, words), of articles that state their day: all that are denied, and of the people
// of whom something is denied all others.
// Cost: linear in the sentences that name a person.
[[nodiscard]] std::vector<ToldDeed> find_told_deeds(const Pile& pile);

}  // namespace fabula::reconcile
