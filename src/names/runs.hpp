// Runs of capitalised words: the places where a name may stand.
//
//   Former mayor Ana “Nan” Lopes told Dr. J. van Doren's clinic
//          ^noun ^~~~~~~~~~~~~~^ run      ^~~~~~~~~~^ run, titled, possessive left out
//
// A run ends at a mark, a possessive, a lower-case word. Particles ("van der"), initials, "of" and
// "&" of organisations, and a quoted nickname between two capitalised words hold it together.
// Titles ("Dr.", "Mayor"), nationalities and parties before a name are cut off and remembered. In a
// line where most words are capitalised only names known from other lines are found, and a given
// name with the word behind it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "names/tokens.hpp"

namespace fabula::names {

struct Run {
  std::size_t first = 0;  // tokens [first, last) are the name
  std::size_t last = 0;
  std::size_t title_first = 0;   // tokens [title_first, first): "Dr.", "Attorney General"
  std::vector<std::string> key;  // its words in lower case, without marks, nicknames, "Jr."
  bool has_nickname = false;
  bool is_opening = false;     // one word that a sentence begins with: a second sign is needed
  bool is_title_case = false;  // in a line where most words are capitalised
  std::uint32_t titles = 0;    // flags of its titles
};

// "KC", "MP", "MBE": letters behind a name that are not part of it.
[[nodiscard]] bool is_post_nominal(const Token& token);

[[nodiscard]] std::vector<Run> find_runs(const Tokens& tokens);

}  // namespace fabula::names
