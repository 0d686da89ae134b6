// What outlets make of an agency's report.
#pragma once

#include "news/random.hpp"
#include "world_generator.hpp"

namespace fabula::worlds {

// The report as another outlet prints it, without an id and a stated day: with the agency's credit
// before or after the text, often without its end; on the same day or, where every word still
// holds, on the next. Requires a text that begins with the credit.
[[nodiscard]] WorldArticle copy_wire(const WorldArticle& wire, std::string_view agency,
                                     news::Random& random);

}  // namespace fabula::worlds
