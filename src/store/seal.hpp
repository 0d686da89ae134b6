// What a finished store holds, in one hash: words that no span guards (titles, names, reasons)
// cannot change without notice.
#pragma once

#include <string>

#include "store/sqlite.hpp"

namespace fabula::store {

// SHA-256 over every row of every table but `decision`, which is the user's, and `fact`, which says
// how the store was made; in the order of the rows. Bytes and texts of articles stand for
// themselves by the hashes in their rows. Row numbers are part of it: two stores of the same
// articles may differ. Cost: one pass, about 0.5 GB/s.
[[nodiscard]] Result<std::string> content_digest(Database& database);

// The same in three steps: what is read, extracted and annotated comes first; then what was worked
// out across articles; last what is new, and the disagreements. `begun` is the result of the step
// before.
[[nodiscard]] Result<std::string> begin_digest(Database& database);
[[nodiscard]] Result<std::string> go_on_digest(Database& database, std::string begun);
[[nodiscard]] Result<std::string> end_digest(Database& database, std::string begun);

}  // namespace fabula::store
