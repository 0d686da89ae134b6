// English nouns that mean a person: "striker", "widows", "ex-minister", "34-year-old".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fabula::text {

// Is the lower-case word a noun for a person, or for several? By a table of singulars, with regular
// plurals and "-men"; of a word with hyphens the last part decides, and "-year-old" is one.
// Thread-safe; one or two look-ups.
[[nodiscard]] bool is_person_noun(std::string_view lower);

// The noun as roles are compared: "husband" for "ex-husband", "father" for "dad".
[[nodiscard]] std::string plain_role(std::string_view lower);

// The nouns that can name the same role as `role`, itself first: "doctor", "medic", "surgeon".
[[nodiscard]] std::vector<std::string> words_of_role(const std::string& role);

}  // namespace fabula::text
