#include "model/quote.hpp"

#include <array>

namespace fabula {

std::string_view name_of(QuoteKind kind) {
  static constexpr auto kNames = std::to_array<std::string_view>({"direct", "mixed", "indirect"});
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Grade grade) {
  static constexpr auto kNames = std::to_array<std::string_view>({"", "A", "B", "C"});
  return kNames[static_cast<std::size_t>(grade)];
}

}  // namespace fabula
