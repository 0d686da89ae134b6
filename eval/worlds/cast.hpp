// Who lives in an invented world, and who writes about it.
#pragma once

#include "news/random.hpp"
#include "world_generator.hpp"

namespace fabula::worlds {

enum class NameList : std::uint8_t {
  kFemale,
  kMale,
  kSurname,
  kStem,
  kEnding,
  kShip,
  kHouse,
  kJob,
  kPaper,
  kAgency
};
// is_wide: surnames and places are made from syllables, many thousands of them, so that piles of
// many worlds do not name the same people.

// Fills town, places and setting.
void make_setting(World& world, bool is_wide, news::Random& random);
// Fills people, of the ages their roles have on the day of the first event. Requires a setting.
void make_people(World& world, Day first_day, bool is_wide, news::Random& random);
// Fills outlets; the first is an agency.
void make_outlets(World& world, std::uint32_t n, bool is_wide, news::Random& random);

}  // namespace fabula::worlds
