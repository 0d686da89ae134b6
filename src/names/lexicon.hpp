// The word tables of `names`, as one set of flags a word.
#pragma once

#include <cstdint>
#include <string_view>

namespace fabula::names {

enum WordFlag : std::uint32_t {
  kFemaleName = 1U << 0,
  kMaleName = 1U << 1,
  kEitherName = 1U << 2,
  kMaleTitle = 1U << 3,
  kFemaleTitle = 1U << 4,
  kTitle = 1U << 5,
  kPersonNoun = 1U << 6,
  kFemaleNoun = 1U << 7,
  kMaleNoun = 1U << 8,
  kOrganisationSuffix = 1U << 9,
  kOrganisation = 1U << 10,
  kPlace = 1U << 11,
  kCalendar = 1U << 12,
  kDemonym = 1U << 13,
  kParticle = 1U << 14,
  kCommon = 1U << 15,
  kSpeechVerb = 1U << 16,
};
inline constexpr std::uint32_t kGivenName = kFemaleName | kMaleName | kEitherName;

// The flags of a lower-case word (ASCII apostrophes, no dots); 0 for a word of no table. O(1).
[[nodiscard]] std::uint32_t flags_of(std::string_view lower);

// Is the lower-case word, or what remains without an ending ("-s", "-ed", "-ing"), ordinary
// English? Names such as "Lopes" are not, "Marsh" is. A few look-ups.
[[nodiscard]] bool is_ordinary(std::string_view lower);

}  // namespace fabula::names
