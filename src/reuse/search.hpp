// The search for shared passages in a pile of any size.
//
//   words of every article → seeds, in parts by hash → links, in parts by later article
//   → passages of every pair → copies, families
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "base/error.hpp"
#include "reuse/corpus.hpp"
#include "reuse/pairs.hpp"
#include "reuse/passage_families.hpp"

namespace fabula::reuse {

struct SearchOptions {
  std::uint32_t min_words = 8;      // --min-words; a shared run has at least so many equal words
  std::uint32_t copy_percent = 60;  // articles that share so much of the shorter one are copies
  // --max-memory in bytes; 0: as much as it takes. Words, seeds and links go to a scratch file when
  // they would take more than about three quarters of it. Results do not depend on it.
  std::uint64_t max_memory = 0;
  std::string scratch_folder;  // empty: the system's
};

// Passages of some later articles in a row, by (b, a, words.b_begin), with their families (or
// PassageFamilies::kNone); by rising b from call to call.
using FamilyPassageTaker =
    std::function<void(std::vector<SharedPassage>&&, std::span<const std::uint32_t> families)>;

struct Groups {
  std::vector<std::vector<std::uint32_t>> copies;  // places, sorted; by the earliest
  std::vector<std::vector<Holder>> families;       // by their number; see passage_families.hpp
  std::uint64_t n_words = 0;                       // in the pile
  std::uint64_t n_seeds = 0;
  std::uint64_t n_links = 0;
};

// Errors: kInterrupted, kWriteFailed (scratch file). Threads: any number gives the same result.
// Cost: linear in the words, but for sorting, plus the passages found. Memory without a limit:
// about 1.6 bytes a byte of text.
[[nodiscard]] Result<Groups> search(const Corpus& corpus, const SearchOptions& options,
                                    const FamilyPassageTaker& take, const Context& context);

}  // namespace fabula::reuse
