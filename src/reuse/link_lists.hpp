// Headlines of other articles that a page puts into its text.
//
//   said Mara Voss Mara VossFerry hits pier Sluice of Vale opened late Harbour shut again MORE
//                      └──┴ a name, set again without a space before the first headline
//   Vale at Night: Ferry hits pier | Sluice opened late | Voss to speak on Friday
//                                  └──────────────────┴ bars between headlines
#pragma once

#include <string_view>

namespace fabula::reuse {

// Does at least half of the words stand in such lists? They end where the line or the sentence
// does, or at "MORE".
//
// text   valid UTF-8, a passage of an article
// cost   linear; a look at the letters where there are neither bars nor capitals inside of words
[[nodiscard]] bool is_link_list(std::string_view text);

}  // namespace fabula::reuse
