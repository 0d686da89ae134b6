#include "text/stem.hpp"

#include "text/one_of.hpp"

namespace fabula::text {

std::string stem_of(std::string_view lower) {
  std::string stem(lower);
  const auto cut = [&](std::string_view ending, std::size_t least) {
    if (!stem.ends_with(ending) || stem.size() < ending.size() + least) return false;
    stem.resize(stem.size() - ending.size());
    return true;
  };
  if (cut("ied", 2) || cut("ies", 2)) return stem + "y";
  if (cut("ing", 3) || cut("ed", 3)) {
    const std::size_t n = stem.size();
    const bool is_doubled = n > 3 && stem[n - 1] == stem[n - 2] &&
                            !is_one_of(std::string_view(stem).substr(n - 1), "l", "s", "z");
    if (is_doubled) stem.pop_back();
  } else if (!stem.ends_with("ss") && cut("s", 3)) {
    // "raises": the rest goes below
  }
  cut("e", 2);
  return stem;
}

}  // namespace fabula::text
