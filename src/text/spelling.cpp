#include "text/spelling.hpp"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "text/one_of.hpp"

namespace fabula::text {
namespace {

// What stands before "ise" in words that Americans spell so, too.
bool keeps_ise(std::string_view start) {
  return is_one_of(start, "adv", "advert", "appra", "br", "bru", "chast", "circumc", "comprom",
                   "conc", "cru", "dem", "desp", "dev", "disgu", "enfranch", "enterpr", "exc",
                   "exerc", "expert", "franch", "impr", "improv", "likew") ||
         is_one_of(start, "merch", "merchand", "no", "otherw", "parad", "po", "pra", "prec", "prem",
                   "prom", "ra", "rev", "superv", "surm", "surpr", "telev", "treat", "upra");
}

// What stands before "elled" in words that Americans spell so, too.
bool keeps_ll(std::string_view start) {
  return is_one_of(start, "comp", "disp", "exc", "exp", "imp", "prop", "reb", "rep", "sp", "sw",
                   "sm", "sh", "qu", "dw", "y");
}

bool keeps_our(std::string_view start) {
  return is_one_of(start, "f", "h", "t", "p", "s", "y", "fl", "sc", "cont", "det", "dev", "glam",
                   "param", "troubad", "vel");
}

bool never(std::string_view) { return false; }

bool is_not_licence(std::string_view start) {
  return !is_one_of(start, "def", "off", "lic", "pret");
}

bool is_not_program(std::string_view start) { return start != "pro"; }

struct Ending {
  std::string_view british;
  std::string_view american;
  bool (*keeps)(std::string_view start);
};

constexpr auto kEndings = std::to_array<Ending>({
    {"tre", "ter", never},
    {"tres", "ters", never},
    {"our", "or", keeps_our},
    {"ours", "ors", keeps_our},
    {"oured", "ored", keeps_our},
    {"ouring", "oring", keeps_our},
    {"ise", "ize", keeps_ise},
    {"ises", "izes", keeps_ise},
    {"ised", "ized", keeps_ise},
    {"ising", "izing", keeps_ise},
    {"isation", "ization", never},
    {"isations", "izations", never},
    {"yse", "yze", never},
    {"ysed", "yzed", never},
    {"ysing", "yzing", never},
    {"ence", "ense", is_not_licence},
    {"ences", "enses", is_not_licence},
    {"elled", "eled", keeps_ll},
    {"elling", "eling", keeps_ll},
    {"gramme", "gram", is_not_program},
    {"grammes", "grams", is_not_program},
});

std::size_t pair_of(char before, char last) {
  return std::size_t{static_cast<unsigned char>(before)} << 8U | static_cast<unsigned char>(last);
}

// By the last two bytes of a word: may it end in one of kEndings? Most do not.
bool may_end(std::string_view word) {
  static const std::vector<bool> table = [] {
    std::vector<bool> made(std::size_t{1} << 16U);
    for (const Ending& ending : kEndings)
      made[pair_of(ending.british.end()[-2], ending.british.back())] = true;
    return made;
  }();
  return table[pair_of(word.end()[-2], word.back())];
}

}  // namespace

std::string one_spelling(std::string_view lower) {
  constexpr std::size_t kShortest = 5;
  std::string out(lower);
  if (lower.size() < kShortest || !may_end(lower)) return out;
  for (const Ending& ending : kEndings) {
    // Every ending has three bytes, and the third from the end is seldom the same.
    if (lower.end()[-3] != ending.british.end()[-3] || !lower.ends_with(ending.british)) continue;
    const std::string_view start = lower.substr(0, lower.size() - ending.british.size());
    if (!ending.keeps(start)) out.replace(start.size(), out.npos, ending.american);
    break;
  }
  return out;
}

}  // namespace fabula::text
