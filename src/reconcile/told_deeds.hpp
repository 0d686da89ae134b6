// What was done to people, or not, as sentences tell it: by whom it happened to, where, and
// whether.
//
//   Bo Marlow was arrested in Orra on Monday.         arrest of Bo Marlow, in Orra
//   Bo Marlow was not arrested, police said.          arrest of Bo Marlow, denied
//   Police denied that Bo Marlow had resigned.        resignation of Bo Marlow, denied
//   Bo Marlow has not been charged.                   charge against Bo Marlow, denied, may still
//   come
//
// A deed of day_deeds_table.inc with the person before or right behind it, told as done.
//
// not: will be buried · was not arrested for the theft (for another thing he may have been) · may
// have died · the arrest of Bo Marlow · in direct speech
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::reconcile {

struct ToldDeed {
  std::uint32_t article = 0;
  std::uint32_t person = 0;  // an index into Pile::people
  std::string_view what;     // "arrest"
  Range deed;                // its words, with those that deny it: "was not arrested"
  std::int32_t place = -1;   // "in Orra": an index into Names::things; -1: none is told
  Range place_words;         // "Orra"
  bool is_denied = false;
  bool is_open = false;  // denied as not done yet: "has not been charged"
  bool is_lead = false;  // in the title or one of the first sentences of the body
};

// By (article, words), of articles that state their day.
// Cost: linear in the words of the sentences that name a person.
[[nodiscard]] std::vector<ToldDeed> find_told_deeds(const Pile& pile);

}  // namespace fabula::reconcile
