// What every view of a disagreement says of its values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/pile.hpp"

namespace fabula::render {

// The sources named for a value, as the articles write them, each once, in the order of the
// tellings; upper and lower case are one.
[[nodiscard]] std::vector<std::string> sources_of(const Pile& pile, const DisagreeingValue& value);

// The articles that give it, each once, sorted.
[[nodiscard]] std::vector<std::uint32_t> articles_of(const DisagreeingValue& value);

// "the dead", "the marchers", "what was paid": what the accounts differ on, for a reader.
[[nodiscard]] std::string about_text(const Disagreement& disagreement);

// "police; 2 origins of 3 articles; 13 May 2024"
[[nodiscard]] std::string standing_of(const Pile& pile, const DisagreeingValue& value);

}  // namespace fabula::render
