// English nouns that mean a person: "striker", "widows", "ex-minister", "34-year-old".
#pragma once

#include <string_view>

namespace fabula::text {

// Is the lower-case word a noun for a person, or for several? By a table of singulars, with regular
// plurals and "-men"; of a word with hyphens the last part decides, and "-year-old" is one.
// Thread-safe; one or two look-ups.
[[nodiscard]] bool is_person_noun(std::string_view lower);

}  // namespace fabula::text
