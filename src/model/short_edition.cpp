#include "model/short_edition.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace fabula {
namespace {

constexpr std::uint32_t kMostOfOneDay = 2;

void put_heaviest_first(std::span<const std::uint32_t> weights, std::vector<std::uint32_t>& lines) {
  std::ranges::stable_sort(lines, std::ranges::greater{},
                           [&](std::uint32_t line) { return weights[line]; });
}

}  // namespace

std::vector<std::uint32_t> short_edition(const Pile& pile, std::span<const std::uint32_t> weights,
                                         std::span<const std::uint32_t> lines, std::size_t most) {
  std::vector<std::uint32_t> heaviest(lines.begin(), lines.end());
  if (heaviest.size() <= most) return heaviest;
  put_heaviest_first(weights, heaviest);
  std::map<std::pair<std::optional<Day>, std::optional<Day>>, std::uint32_t> of_days;
  std::vector<std::uint32_t> chosen;
  std::vector<std::uint32_t> passed_over;
  for (const std::uint32_t line : heaviest) {
    const When& when = pile.events[line].when;
    const bool has_room = ++of_days[std::pair(when.earliest, when.latest)] <= kMostOfOneDay;
    (has_room ? chosen : passed_over).push_back(line);
  }
  chosen.insert(chosen.end(), passed_over.begin(), passed_over.end());
  chosen.resize(most);
  std::ranges::sort(chosen);
  return chosen;
}

std::vector<std::uint32_t> ranks_of(std::span<const std::uint32_t> weights) {
  std::vector<std::uint32_t> heaviest(weights.size());
  std::iota(heaviest.begin(), heaviest.end(), std::uint32_t{0});
  put_heaviest_first(weights, heaviest);
  std::vector<std::uint32_t> ranks(weights.size());
  for (std::uint32_t i = 0; i < heaviest.size(); ++i) ranks[heaviest[i]] = i + 1;
  return ranks;
}

}  // namespace fabula
