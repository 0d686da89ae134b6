// An event while mentions join it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
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

}  // namespace fabula::timeline
