// One record in full: its words where they stand, and why it is there.
#pragma once

#include <ostream>
#include <string_view>

#include "base/error.hpp"
#include "model/pile.hpp"
#include "render/table.hpp"

namespace fabula::render {

// The record's words with the sentences around them, its place, its data. `id` may be the beginning
// of an id when only one record begins so. Errors: kUsage "no line with id 'q999'", or ambiguous.
[[nodiscard]] Result<void> write_show(const Pile& pile, std::string_view id,
                                      std::uint32_t n_context, const TextStyle& style,
                                      std::ostream& out);

// The rule that made the record as a plain sentence, what it looked at, what was rejected.
[[nodiscard]] Result<void> write_why(const Pile& pile, std::string_view id, const TextStyle& style,
                                     std::ostream& out);

}  // namespace fabula::render
