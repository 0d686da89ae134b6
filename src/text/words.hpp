// The words of a folded text, as far as comparing is concerned.
//
//   folded   it's the co-op's 2,500th "launch"
//   words    it's · the · co · op's · 2 · 500th · launch
//
// A word is a run of letters and digits, with apostrophes between them. Marks are passed over, so a
// copy with other punctuation is still a copy. A Han or kana character is a word of its own, for
// those scripts put no space between words.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace fabula::text {

// Puts the words of `folded` (see text/fold.hpp) into `words`, in text order, replacing what was in
// it. Ranges are bytes of `folded`. Cost: linear.
void split_folded(std::string_view folded, std::vector<Range>& words);

}  // namespace fabula::text
