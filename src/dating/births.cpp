#include "dating/births.hpp"

namespace fabula::dating {

Var Births::of(std::uint32_t article, std::int32_t thing, Range words) {
  constexpr Var kNone = UINT32_MAX;
  const std::int32_t group = identities_.group(article, thing);
  const auto index = static_cast<std::uint32_t>(thing);
  Var& day = group >= 0 ? of_group_.try_emplace(group, kNone).first->second
                        : of_thing_.try_emplace({article, index}, kNone).first->second;
  if (day != kNone) return day;
  const std::string& name = group >= 0 ? sources_.pile.people[identities_.person(group)].name
                                       : sources_.pile.articles[article].names.things[index].name;
  day = evidence_.add_day({DayOf::kBirth, name + " was born", -1, {article, words}});
  return day;
}

std::optional<Var> Births::find(std::uint32_t article, std::int32_t thing) const {
  if (const std::int32_t group = identities_.group(article, thing); group >= 0) {
    const auto found = of_group_.find(group);
    return found == of_group_.end() ? std::nullopt : std::optional(found->second);
  }
  const auto found = of_thing_.find({article, static_cast<std::uint32_t>(thing)});
  return found == of_thing_.end() ? std::nullopt : std::optional(found->second);
}

Var Births::of_unnamed(std::uint32_t article, const std::string& name, Range words) {
  const auto [at, fresh] = of_name_.try_emplace({article, name}, 0);
  if (fresh)
    at->second = evidence_.add_day({DayOf::kBirth, name + " was born", -1, {article, words}});
  return at->second;
}

}  // namespace fabula::dating
