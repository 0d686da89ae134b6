// Where the events are looked up that a mention may be of.
//
//   a term it has, of its part of the story
//   a term it has, on the same day or in the same years, of any story
//   the same days, of its part of the story
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "timeline/mentions.hpp"

namespace fabula::timeline {

// The heaviest terms of a mention, up to eight, the heaviest first: by these it is looked up.
[[nodiscard]] std::vector<text::WordKey> leads_of(const EventMention& mention);

class EventIndex {
 public:
  // Of an article in this part of its story. A term leads to the first 128 events.
  void add(std::uint32_t event, const EventMention& mention, std::uint32_t part,
           const std::vector<text::WordKey>& leads);

  // Events that most leads lead to, of equals the first; at most 64. cost  O(1) look-ups
  [[nodiscard]] std::vector<std::uint32_t> find(const EventMention& mention, std::uint32_t part,
                                                const std::vector<text::WordKey>& leads);

 private:
  using Lead = std::uint64_t;

  template <class Use>
  void for_each_lead(const EventMention& mention, std::uint32_t part,
                     const std::vector<text::WordKey>& leads, const Use& use) const;

  std::unordered_map<Lead, std::vector<std::uint32_t>> by_lead_;  // looked up only
  // While events are found: those that are led to, and by how many leads; else 0.
  std::vector<std::uint32_t> found_;
  std::vector<std::uint8_t> n_leads_;  // by event
};

}  // namespace fabula::timeline
