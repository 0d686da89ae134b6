#include "reconcile/witnesses.hpp"

#include <algorithm>
#include <tuple>

namespace fabula::reconcile {
namespace {

constexpr std::size_t kMostWitnesses = 4;

// Words [here, here + n) of the copy equal [there, there + n) of the source.
struct Shared {
  std::uint32_t here = 0;
  std::uint32_t there = 0;
  std::uint32_t n = 0;
  std::uint32_t rarest = 0;  // texts that hold the rarest of the words
};

std::vector<Run> equal_runs(const Alignment& alignment) {
  std::vector<Run> runs = alignment.runs;
  runs.insert(runs.end(), alignment.moved.begin(), alignment.moved.end());
  std::sort(runs.begin(), runs.end(), [](const Run& x, const Run& y) { return x.b < y.b; });
  return runs;
}

}  // namespace

WitnessReport find_witnesses(const FamilyWords& words, Pricer& pricer, const Sources& sources) {
  WitnessReport made;
  const PairPrice price = pricer.price(sources.source, sources.copy);
  made.n_own_words = price.own_b;
  made.n_left_out = price.own_a;
  made.sign = price.against_b_to_a;
  if (sources.runner_up < 0) return made;
  const std::vector<Run> with_source = equal_runs(pricer.alignment());
  (void)pricer.price(static_cast<std::uint32_t>(sources.runner_up), sources.copy);
  const auto copy_words = words.words(sources.copy);
  std::vector<Shared> shared;
  for (const Change& missing : pricer.changes()) {
    for (const Run& run : with_source) {
      const std::uint32_t begin = std::max(missing.b_begin, run.b);
      const std::uint32_t end = std::min(missing.b_end, run.b + run.n);
      if (begin >= end) continue;
      Shared at{begin, run.a + (begin - run.b), end - begin, UINT32_MAX};
      for (const Word word : copy_words.subspan(begin, end - begin))
        at.rarest = std::min(at.rarest, words.n_holders(word));
      made.n_shared += at.n;
      shared.push_back(at);
    }
  }
  std::sort(shared.begin(), shared.end(), [](const Shared& x, const Shared& y) {
    return std::tie(x.rarest, x.here) < std::tie(y.rarest, y.here);
  });
  shared.resize(std::min(shared.size(), kMostWitnesses));
  std::sort(shared.begin(), shared.end(),
            [](const Shared& x, const Shared& y) { return x.here < y.here; });
  for (const Shared& at : shared)
    made.witnesses.push_back({words.bytes_of(sources.copy, at.here, at.here + at.n),
                              words.bytes_of(sources.source, at.there, at.there + at.n)});
  return made;
}

}  // namespace fabula::reconcile
