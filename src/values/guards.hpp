// Sentences whose numbers are of nothing that happened.
//
//   could kill 12 · a hoax · 12 a year on average · had earlier given it as 12
#pragma once

#include "values/amounts.hpp"

namespace fabula::values {

// Words of a whole sentence. Linear.
[[nodiscard]] bool is_guarded(Words words);

}  // namespace fabula::values
