// Keys of what sentences say, so that the same said twice is seen.
#pragma once

#include "worlds/forms.hpp"
#include "worlds/story.hpp"

namespace fabula::worlds {

enum class ClaimKind : std::uint64_t { kHappened = 1, kToCome, kDetail, kQuote, kFact, kNumber };

// Never 0. Requires a, b < 2^28.
[[nodiscard]] constexpr std::uint64_t claim_key(ClaimKind kind, std::uint64_t a,
                                                std::uint64_t b = 0) {
  return (static_cast<std::uint64_t>(kind) << 56) + (a << 28) + b;
}

[[nodiscard]] constexpr std::uint64_t claim_of_number(const NumberSaid& number) {
  const bool is_sum = number.other != kNone;
  return claim_key(ClaimKind::kNumber, number.figure, is_sum ? number.other + 1U : 0U);
}

[[nodiscard]] constexpr std::uint64_t claim_of_fact(Role person, Fact fact, std::int32_t number) {
  return claim_key(ClaimKind::kFact,
                   (static_cast<std::uint64_t>(person) << 8) + static_cast<std::uint64_t>(fact),
                   static_cast<std::uint32_t>(number) & 0xfffffffU);
}

}  // namespace fabula::worlds
