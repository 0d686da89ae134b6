// What can be told of a person on a day: birthdays, children, offices, ages then and now.
#pragma once

#include <vector>

#include "worlds/author.hpp"

namespace fabula::worlds {

struct FactAtHand {
  Fact fact = Fact::kTurned;
  Topic topic;
};

// In a fixed order. `told_event` is what an article tells beside, for ages at it.
[[nodiscard]] std::vector<FactAtHand> facts_about(const World& world, Role role, Day today,
                                                  std::uint32_t told_event);

// Up to `n` of them, those that news would tell before others more often; never two that say nearly
// the same.
[[nodiscard]] std::vector<FactAtHand> draw_facts(std::vector<FactAtHand> facts, std::uint32_t n,
                                                 news::Random& random);

}  // namespace fabula::worlds
