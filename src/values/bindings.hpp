// What an amount counts and what happened to it, by the words right around it.
//
//   12 people were killed · nine killed in · killing at least 12 · left 12 dead · claimed 12 lives
//   the number of dead has risen to 14 · a death toll of 13 · 2,164 people marched · a crowd of 300
//   with 80 people on board · carrying 80 passengers · destroyed 40 homes · sold for £3m
//   12 others were injured · with the loss of 12 lives · 300 people took to the streets
//   sentenced to eight years · given eight years in prison
//
// and what has no verb of the list is counted by its noun: two cables (noun_counts.hpp)
//
// not: 12 of the dead · 12 more people were killed · 12 people could be killed · 12 people in the
// next town were killed: what stands between the number and its verb may narrow what is counted.
#pragma once

#include <optional>
#include <string_view>

#include "model/value.hpp"
#include "values/amounts.hpp"

namespace fabula::values {

struct Binding {
  std::string_view role;  // of roles_table.inc
  std::string_view kind;  // "count" or "money"
  Course course = Course::kFixed;
  std::string unit;         // as Value::unit
  std::size_t last = 0;     // behind the last word that belongs to it
  bool is_revised = false;  // "revised to 13", "has risen to 14"
  Range of{};               // as Value::of
};

// Can the sentence hold a value: has it a number? No words are made for the answer. Linear, some
// nanoseconds a word.
[[nodiscard]] bool may_hold_value(std::string_view sentence);

// words  of the whole sentence, in which the amount stands; O(1)
[[nodiscard]] std::optional<Binding> bind_amount(Words words, const Amount& amount);

}  // namespace fabula::values
