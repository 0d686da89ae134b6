#include "reuse/partitions.hpp"

#include <algorithm>
#include <utility>

#include "base/sort_numbers.hpp"

namespace fabula::reuse {

Partitions::Partitions(std::uint32_t n_parts, std::size_t memory, ScratchFile* scratch)
    : n_parts_(n_parts), memory_(memory), scratch_(scratch) {}

void Partitions::add(std::span<const Keyed> records) {
  if (records.empty()) return;
  Batch batch;
  batch.begins.assign(n_parts_ + std::size_t{1}, 0);
  for (const Keyed& keyed : records) ++batch.begins[keyed.part + std::size_t{1}];
  for (std::size_t p = 0; p < n_parts_; ++p) batch.begins[p + 1] += batch.begins[p];
  std::vector<std::uint32_t> next(batch.begins.begin(), batch.begins.end() - 1);
  batch.records.resize(records.size());
  for (const Keyed& keyed : records) batch.records[next[keyed.part]++] = keyed.record;

  const std::lock_guard lock(mutex_);
  n_held_ += 8 * batch.records.size() + 4 * batch.begins.size();
  n_records_ += records.size();
  batches_.push_back(std::move(batch));
  if (scratch_ != nullptr && n_held_ > memory_) spill();
}

// Writes what is held, part by part, so that a part is read back in one piece.
void Partitions::spill() {
  Spilled made;
  made.begins.push_back(0);
  std::vector<std::uint64_t> all;
  for (const Batch& batch : batches_) made.begins.front() += batch.records.size();
  all.reserve(std::exchange(made.begins.front(), 0));
  for (std::size_t p = 0; p < n_parts_; ++p) {
    for (const Batch& batch : batches_)
      all.insert(all.end(), batch.records.begin() + batch.begins[p],
                 batch.records.begin() + batch.begins[p + 1]);
    made.begins.push_back(all.size());
  }
  made.at = scratch_->append(std::span<const std::uint64_t>(all));
  spilled_.push_back(std::move(made));
  batches_.clear();
  n_held_ = 0;
}

void Partitions::take_sorted(std::uint32_t part, std::vector<std::uint64_t>& records) {
  std::size_t n = 0;
  for (const Spilled& some : spilled_) n += some.begins[part + 1] - some.begins[part];
  for (const Batch& batch : batches_) n += batch.begins[part + 1] - batch.begins[part];
  records.resize(n);
  auto to = records.begin();
  for (const Spilled& some : spilled_) {
    const std::size_t size = some.begins[part + 1] - some.begins[part];
    scratch_->read(some.at + 8 * some.begins[part], std::span<std::uint64_t>(to, size));
    to += static_cast<std::ptrdiff_t>(size);
  }
  for (const Batch& batch : batches_)
    to = std::copy(batch.records.begin() + batch.begins[part],
                   batch.records.begin() + batch.begins[part + 1], to);
  sort_numbers(records);
}

}  // namespace fabula::reuse
