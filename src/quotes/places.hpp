// The words of a paragraph that name where something was said or written.
//
//   platform   on Instagram · to X · an Instagram post            Instagram
//   outlet     told The Ledger · speaking to The Ledger           The Ledger
//   show       appeared on Morning Table · on “The Late Hour”     Morning Table
//   form       in a joint statement · released a statement        statement
//   form of    an essay for the site Longhand · a Medium essay    Longhand
//   document   her letter said · a 2019 memoir                    letter
//   deputy     through her lawyer                                 lawyer
//   part       in the caption · told the magazine                 what was named before
//
// not: on National Son Day · on Friday · read the letter's last page in court · the Ledger said
#pragma once

#include <string_view>
#include <vector>

#include "model/quote.hpp"
#include "quotes/channel_words.hpp"
#include "quotes/outline.hpp"

namespace fabula::quotes {

struct Place {
  Channel channel;  // of a part: the name that it has when nothing was named before, maybe none
  Medium medium = Medium::kPost;
  bool is_part = false;
  std::string_view form;    // "essay", also where the channel is the outlet that has it
  bool is_known = false;    // "the essay", "her essay": perhaps one named before
  bool is_owned = false;    // "her essay"
  bool is_subject = false;  // no preposition or verb leads to it: "her letter", "the essay"
  std::size_t first = 0;    // items [first, last) with the word that leads to it
  std::size_t last = 0;
};

// All of them, outside of quotations that are speech, by `first`. Linear.
[[nodiscard]] std::vector<Place> find_places(const Layers& layers, const Outline& outline);

}  // namespace fabula::quotes
