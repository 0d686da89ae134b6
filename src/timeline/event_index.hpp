// Where the events are looked up that a mention may be of.
//
//   a term it has, of its part of the story
//   a term it has, on the same day or in the same years, of any story
//   the same days, of its part of the story
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "timeline/mentions.hpp"

namespace fabula::timeline {

// The heaviest terms of a mention, up to eight, the heaviest first: by these it is looked up.
[[nodiscard]] std::vector<text::WordKey> leads_of(const EventMention& mention);

class EventIndex {
 public:
  // While events are found: those that are led to, and by how many leads. One for each thread.
  class Scratch {
    friend class EventIndex;
    std::vector<std::uint32_t> met_;
    std::vector<std::uint8_t> n_leads_;  // by event; between look-ups all 0
  };

  // Of an article in this part of its story. A term leads to the first 128 events.
  void add(std::uint32_t event, const EventMention& mention, std::uint32_t part,
           const std::vector<text::WordKey>& leads);

  // Events that most leads lead to, of equals the first; at most 64. Thread-safe.
  // cost  O(1) look-ups
  [[nodiscard]] std::vector<std::uint32_t> find(const EventMention& mention, std::uint32_t part,
                                                const std::vector<text::WordKey>& leads,
                                                Scratch& scratch) const;

 private:
  using Lead = std::uint64_t;

  // Most leads lead to one event: it stands in the slot. Others have a list.
  struct Slot {
    Lead lead = 0;
    std::uint32_t n = 0;   // events; 0: of no lead
    std::uint32_t at = 0;  // the event; of more than one, an index into lists_
  };

  template <class Use>
  static void for_each_lead(const EventMention& mention, std::uint32_t part,
                            const std::vector<text::WordKey>& leads, const Use& use);
  [[nodiscard]] std::size_t slot_of(Lead lead) const;  // of the lead, or free for it
  void grow();

  std::vector<Slot> slots_;  // open addressing; a power of two, at most half of them taken
  std::size_t n_slots_taken_ = 0;
  std::vector<std::vector<std::uint32_t>> lists_;
  std::size_t n_events_ = 0;
};

}  // namespace fabula::timeline
