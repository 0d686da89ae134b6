// An event while mentions join it.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/mentions.hpp"

namespace fabula::timeline {

// Few things each, in the order in which they came; empty: joined with another one.
struct EventGroup {
  std::vector<std::uint32_t> mentions;
  Window window;
  std::vector<Term> sum;               // of the terms of its mentions, by key
  double length = 0;                   // of `sum`
  std::vector<std::uint32_t> parts;    // of stories, each once
  std::vector<std::uint32_t> stories;  // each once
  std::vector<SharedText> core_deeds;  // of EventMention::core, each once
  std::vector<SharedText> deeds;       // all listed ones, each once
  std::vector<SharedText> not_done;    // of EventMention::not_done, each once
  std::vector<text::WordKey> once;     // of EventMention::once, each once
  std::vector<text::WordKey> works;    // of EventMention::works, each once
};

template <class T>
[[nodiscard]] bool has(const std::vector<T>& all, const T& one) {
  return std::ranges::find(all, one) != all.end();
}
template <class T>
void add_once(std::vector<T>& all, const T& one) {
  if (!has(all, one)) all.push_back(one);
}
template <class T>
[[nodiscard]] bool have_one(const std::vector<T>& a, const std::vector<T>& b) {
  return std::ranges::any_of(a, [&](const T& one) { return has(b, one); });
}

// terms: by key. Linear.
void add_terms(EventGroup& group, const std::vector<Term>& terms);

// Of the terms of a mention and the sum of the event's; 0..1. Linear.
[[nodiscard]] double cosine(const EventMention& mention, const EventGroup& group);

// `into` keeps its days; `from` is left empty. Linear.
void join_groups(EventGroup& into, EventGroup& from);

// What other things happening lead to: told of, they do not make it another event.
[[nodiscard]] bool is_outcome(std::string_view deed);

// What is done to somebody or something once, or not again within days, whoever or whatever it is;
// prices, too, fall and are raised.
[[nodiscard]] bool happens_once(std::string_view deed);

// Do both tell one deed of those that happen once?
[[nodiscard]] bool are_of_one_deed(const EventGroup& a, const EventGroup& b);

// Does it tell a known deed of which there may be another one the next day?
[[nodiscard]] bool may_come_again(const EventGroup& group);

// Does the one tell what the other says did not happen?
[[nodiscard]] bool contradict(const EventGroup& a, const EventGroup& b);

// Are two events of one story, on other days at most so far apart?
[[nodiscard]] bool are_near(const EventGroup& a, const EventGroup& b, std::chrono::days apart);

// Is it told of days around all those of the other, and of more?
[[nodiscard]] bool is_around(const Window& a, const Window& b);

}  // namespace fabula::timeline
