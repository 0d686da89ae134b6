// The closed list of what can happen to what is counted, and the words that tell it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/value.hpp"
#include "values/amounts.hpp"

namespace fabula::values {

enum class Counted : std::uint8_t { kPeople, kThings, kMoney, kYears };

struct CountRole {
  std::string_view name;
  Course course;
  Counted counted;
};

// Never for a name that roles_table.inc does not have.
[[nodiscard]] const CountRole& role_named(std::string_view name);

// The role that a lower-case word tells, by the place where it stands (see roles_table.inc);
// nullptr: none. O(log n).
[[nodiscard]] const CountRole* state_role(std::string_view word);
[[nodiscard]] const CountRole* deed_role(std::string_view word);
[[nodiscard]] const CountRole* action_role(std::string_view word);
[[nodiscard]] const CountRole* toll_role(std::string_view word);

[[nodiscard]] bool is_people(std::string_view word);
// Words between which and a verb the count is not narrowed.
[[nodiscard]] bool is_auxiliary(std::string_view word);

// Before a number: it is one of several, or comes on top of others ("another 12", "the 12").
[[nodiscard]] bool is_part_before(std::string_view word);

// The noun for people behind a number with the words between: "Karsan soldiers".
struct NounBehind {
  std::string unit = "people";
  std::size_t end = 0;  // behind its last word; behind the number where there is none
  bool is_there = false;
};
[[nodiscard]] NounBehind noun_behind(Words words, const Amount& amount);

}  // namespace fabula::values
