// The makers of evidence, one for each kind of words that bears on days.
#pragma once

#include <cstdint>

#include "dating/evidence.hpp"
#include "dating/sources.hpp"

namespace fabula::dating {

// How sure each kind is; what weighs more stays when two contradict each other.
inline constexpr std::uint32_t kAgeWeight = 90;
inline constexpr std::uint32_t kEpithetAgeWeight = 60;  // "the 35-year-old", nobody named
inline constexpr std::uint32_t kToldWeight = 85;        // "opened on 3 May 2019"
inline constexpr std::uint32_t kDatelineWeight = 95;
inline constexpr std::uint32_t kSaidWeight = 70;
inline constexpr std::uint32_t kSharedTimeWeight = 70;
inline constexpr std::uint32_t kCopyWeight = 80;
inline constexpr std::uint32_t kEventWeight = 65;       // "the chimney fell on Saturday"
inline constexpr std::uint32_t kEventOrderWeight = 55;  // "after the chimney fell"
inline constexpr std::uint32_t kTimeWeight = 50;        // a time of an article by itself
inline constexpr std::uint32_t kRoleWeight = 40;
inline constexpr std::uint32_t kOriginWeight = 65;  // "in her third year as mayor"

class Births;
class Events;
class Identities;

// Ages of people on the day of the article, on their birthdays, and when something happened
// ("date.age", "date.birthday", "date.age-then").
void add_ages(const Sources& sources, Births& births, Events& events, Evidence& evidence);
// "the fifth anniversary of the fire", "their diamond wedding", "the eve of her 30th birthday"
// ("date.anniversary", "date.birthday").
void add_anniversaries(const Sources& sources, Births& births, Events& events, Evidence& evidence);
// What began a number of years or days before, or is due: "in her third year as mayor", "twelve
// weeks pregnant", "born three weeks early", "the decades-old feud" ("date.nth-year",
// "date.pregnancy", "date.birth-due", "date.years-old").
void add_phases(const Sources& sources, const Identities& identities, Events& events,
                Evidence& evidence);
// Offices held, and spoken of as past ("date.role-held", "date.role-ended").
void add_roles(const Sources& sources, const Identities& identities, Evidence& evidence);
// Dates in full that lie behind the article, or before it ("date.told-past", "date.told-future").
void add_told_dates(const Sources& sources, Evidence& evidence);
// "MARDEN, 6 April (Northline Press) —": the day on which an article was sent ("date.dateline").
void add_datelines(const Sources& sources, Evidence& evidence);
// One utterance, quoted by several articles with the time it was made ("date.said").
void add_said_days(const Sources& sources, Evidence& evidence);
// A time in words that an article shares with a dated one ("date.shared-time").
void add_shared_times(const Sources& sources, Evidence& evidence);
// Articles that are but for a little the same ("date.copy").
void add_copies(const Sources& sources, Evidence& evidence);

}  // namespace fabula::dating
