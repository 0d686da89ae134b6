// Numbers of 64 bits, kept apart by a key so that each part can be sorted by itself in the
// processor's cache; in memory up to a budget, the rest in a scratch file.
#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

#include "reuse/scratch_file.hpp"

namespace fabula::reuse {

struct Keyed {
  std::uint64_t record = 0;
  std::uint32_t part = 0;
};

class Partitions {
 public:
  // `memory`: bytes held before some are written to `scratch`; without `scratch` all are held.
  Partitions(std::uint32_t n_parts, std::size_t memory, ScratchFile* scratch);

  // Any number of threads. Cost: linear.
  void add(std::span<const Keyed> records);

  // Fills `records` with all of one part, sorted; done with add() by then. Several threads, each
  // with other parts.
  void take_sorted(std::uint32_t part, std::vector<std::uint64_t>& records);

  [[nodiscard]] std::uint32_t n_parts() const { return n_parts_; }
  [[nodiscard]] std::uint64_t size() const { return n_records_; }

 private:
  struct Batch {
    std::vector<std::uint64_t> records;  // those of part p: [begins[p], begins[p + 1])
    std::vector<std::uint32_t> begins;
  };
  struct Spilled {  // the same, of several batches, on disk
    std::uint64_t at = 0;
    std::vector<std::uint64_t> begins;
  };

  void spill();

  std::uint32_t n_parts_;
  std::size_t memory_;
  ScratchFile* scratch_;
  std::mutex mutex_;
  std::vector<Batch> batches_;
  std::vector<Spilled> spilled_;
  std::size_t n_held_ = 0;  // bytes
  std::uint64_t n_records_ = 0;
};

}  // namespace fabula::reuse
