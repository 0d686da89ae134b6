// A small open-addressing table from hashes to numbers that keeps its memory between uses.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fabula::reconcile {

// The hash only finds the place: the caller says whether what stands there is the same.
class HashIndex {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // Forgets everything. Cost: linear in `n_expected`, not in what was held before.
  void clear(std::size_t n_expected) {
    slots_.assign(std::bit_ceil(2 * n_expected + 8), {});
    n_held_ = 0;
  }

  // The number held under `hash` for which `same(number)` holds; else `fresh`, held from now on.
  template <class Same>
  std::uint32_t find_or_add(std::uint64_t hash, std::uint32_t fresh, const Same& same) {
    if (2 * (n_held_ + 1) > slots_.size()) grow();
    Slot& slot = slot_of(hash, same);
    if (slot.number == kNone) {
      slot = {hash, fresh};
      ++n_held_;
    }
    return slot.number;
  }

  // The number held under `hash` for which `same(number)` holds, or kNone.
  template <class Same>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, const Same& same) {
    return slots_.empty() ? kNone : slot_of(hash, same).number;
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = kNone;
  };

  template <class Same>
  Slot& slot_of(std::uint64_t hash, const Same& same) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != kNone && !(slots_[at].hash == hash && same(slots_[at].number)))
      at = (at + 1) & mask;
    return slots_[at];
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : 2 * slots_.size());
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.number == kNone) continue;
      std::size_t at = slot.hash & mask;
      while (slots_[at].number != kNone) at = (at + 1) & mask;
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t n_held_ = 0;
};

}  // namespace fabula::reconcile
