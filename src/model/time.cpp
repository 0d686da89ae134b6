#include "model/time.hpp"

#include <array>

namespace fabula {

std::string_view name_of(TimeType type) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"DATE", "TIME", "DURATION", "SET"});
  return kNames[static_cast<std::size_t>(type)];
}

}  // namespace fabula
