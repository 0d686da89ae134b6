#include "text/fold.hpp"

#include <algorithm>

namespace fabula::text {

std::uint32_t OffsetMap::to_source(std::uint32_t folded) const {
  auto after = std::upper_bound(breaks_.begin(), breaks_.end(), folded,
                                [](std::uint32_t at, const Break& b) { return at < b.folded; });
  if (after == breaks_.begin()) return folded;
  --after;
  return after->source + (folded - after->folded);
}

void OffsetMap::add_break(std::uint32_t folded, std::uint32_t source) {
  breaks_.push_back({folded, source});
}

FoldedText fold(std::string_view source) { return {std::string(source), {}}; }

}  // namespace fabula::text
