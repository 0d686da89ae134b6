// The outlets that print invented news, and the agencies they print it from.
//
// An outlet is a number; its name, lines and habits follow from it.
#pragma once

#include <cstdint>
#include <string>

#include "news/random.hpp"
#include "news/words.hpp"

namespace fabula::news {

[[nodiscard]] std::uint32_t agency_number(Random& random);  // the number of an agency, as an outlet
[[nodiscard]] std::string outlet_name(std::uint32_t outlet, const Words& words);
// "VALE, June 11 (Meridian Wire)"; `day` in days since 1970-01-01.
[[nodiscard]] std::string agency_credit(std::uint32_t agency, std::int32_t day, const Words& words,
                                        Random& random);
[[nodiscard]] bool is_straight(std::uint32_t outlet, std::uint32_t permille);
// Appends the lines that the outlet puts under its articles.
void add_footer(std::uint32_t outlet, const Words& words, std::string& text);

}  // namespace fabula::news
