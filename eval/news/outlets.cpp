#include "news/outlets.hpp"

#include <array>
#include <chrono>
#include <string_view>

namespace fabula::news {
namespace {

constexpr std::uint32_t kFirstAgency = 1U << 30;
constexpr std::array<std::string_view, 3> kAgencies{"Meridian Wire", "Northline Press",
                                                    "Harbour News Agency"};
constexpr std::array<std::string_view, 8> kTitles{"Courier", "Herald", "Post",    "Observer",
                                                  "Gazette", "Times",  "Tribune", "Echo"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string name_word(const Words& words, Random& random, bool is_capitals) {
  std::string name;
  words.print(words.name_word(random), Form::kPlain, true, name);
  for (char& c : name)
    if (is_capitals && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return name;
}

}  // namespace

std::uint32_t agency_number(Random& random) {
  return kFirstAgency + random.below(static_cast<std::uint32_t>(kAgencies.size()));
}

std::string outlet_name(std::uint32_t outlet, const Words& words) {
  if (outlet >= kFirstAgency) return std::string(kAgencies[outlet - kFirstAgency]);
  Random random(0x0071e7, outlet);
  std::string name = name_word(words, random, false);
  return name.append(" ").append(kTitles[outlet % kTitles.size()]);
}

std::string agency_credit(std::uint32_t agency, std::int32_t day, const Words& words,
                          Random& random) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  std::string credit = name_word(words, random, true);
  credit.append(", ").append(kMonths[static_cast<unsigned>(date.month()) - 1]).append(" ");
  credit += std::to_string(static_cast<unsigned>(date.day()));
  return credit.append(" (").append(kAgencies[agency - kFirstAgency]).append(")");
}

bool is_straight(std::uint32_t outlet, std::uint32_t permille) {
  return Random(0x5747, outlet).permille(permille);
}

void add_footer(std::uint32_t outlet, const Words& words, std::string& text) {
  const std::string name = outlet_name(outlet, words);
  Random random(0xf007, outlet);
  const std::uint32_t n_lines = random.between(1, 3);
  text.append("\n\nSign up for the morning letter of the ").append(name);
  text.append(" and have the news of the day before breakfast.");
  if (n_lines > 1) {
    text += "\n\n";
    for (auto n = random.between(9, 18); n > 0; --n) {
      words.print(random.permille(500) ? words.function_word(random) : words.content_word(random),
                  Form::kPlain, n % 7 == 0, text);
      text += n == 1 ? "." : " ";
    }
  }
  if (n_lines > 2)
    text.append("\n\nCopyright ")
        .append(name)
        .append(". All rights reserved. No part may be printed again without written leave.");
}

}  // namespace fabula::news
