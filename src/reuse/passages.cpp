#include "reuse/passages.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace fabula::reuse {
namespace {

using Words = std::span<const WordCode>;

// Words on either side that an editor may have changed between two runs of one passage.
constexpr std::uint32_t kMaxGap = 6;

// Chains that may go on at a time; news keeps its order, so more find nothing.
constexpr std::size_t kOpenChains = 4;

// Words [a, a + size) are words [b, b + size).
struct Run {
  std::uint32_t b = 0;
  std::uint32_t a = 0;
  std::uint32_t size = 0;
  [[nodiscard]] std::uint32_t b_end() const { return b + size; }
  [[nodiscard]] std::uint32_t a_end() const { return a + size; }
};

// The longest run through an anchor; it does not begin before `b_floor`.
Run extend(Words a, Words b, const Anchor& anchor, std::uint32_t b_floor) {
  Run run{anchor.b_word, anchor.a_word, 0};
  while (run.a_end() < a.size() && run.b_end() < b.size() &&
         same_word(a[run.a_end()], b[run.b_end()]))
    ++run.size;
  while (run.a > 0 && run.b > b_floor && same_word(a[run.a - 1], b[run.b - 1])) {
    --run.a;
    --run.b;
    ++run.size;
  }
  return run;
}

void cut_front(Run& run, std::uint32_t n) {
  run.a += n;
  run.b += n;
  run.size -= n;
}

// Exact runs of at least `least` words that do not overlap in `b`. Anchors inside a run that was
// found are passed over, so every word of `b` is walked over a fixed number of times.
class RunFinder {
 public:
  RunFinder(Words a, Words b, std::uint32_t least) : a_(a), b_(b), least_(least) {}

  std::vector<Run> find(std::span<const Anchor> anchors) {
    for (std::size_t i = 0; i < anchors.size();) {
      const std::uint32_t b_word = anchors[i].b_word;
      Run best;
      for (; i < anchors.size() && anchors[i].b_word == b_word; ++i) {
        if (b_word < covered_end()) continue;
        const Run run = extend(a_, b_, anchors[i], floor());
        if (run.size > best.size) best = run;
      }
      if (best.size >= least_) add(best);
    }
    return std::move(runs_);
  }

 private:
  [[nodiscard]] std::uint32_t covered_end() const {
    return runs_.empty() ? 0 : runs_.back().b_end();
  }
  [[nodiscard]] std::uint32_t floor() const { return runs_.empty() ? 0 : runs_.back().b; }

  // Words claimed by the last run and this one go to the longer.
  void add(Run run) {
    if (runs_.empty() || run.b >= covered_end()) return runs_.push_back(run);
    Run& last = runs_.back();
    const std::uint32_t overlap = last.b_end() - run.b;
    if (run.size > last.size) {
      last.size -= overlap;
      if (last.size < least_) runs_.pop_back();
    } else {
      cut_front(run, overlap);
    }
    if (run.size >= least_) runs_.push_back(run);
  }

  Words a_;
  Words b_;
  std::uint32_t least_;
  std::vector<Run> runs_;
};

// Length of the longest common subsequence of two short stretches.
std::uint32_t count_common(Words a, Words b) {
  std::array<std::uint32_t, kMaxGap + 1> row{};
  for (const WordCode word : a) {
    std::uint32_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint32_t above = row[j + 1];
      row[j + 1] = same_word(word, b[j]) ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row[b.size()];
}

struct Chain {
  Passage passage;
  std::uint32_t longest_run = 0;
};

class Chainer {
 public:
  Chainer(Words a, Words b, const SeedShape& shape)
      : a_(a), b_(b), shape_(shape), max_gap_(std::min(kMaxGap, shape.run_words - 1)) {}

  std::vector<Passage> chain(std::span<const Run> runs) {
    for (const Run& run : runs) {
      if (Chain* best = nearest(run)) {
        append(*best, run);
      } else {
        chains_.push_back({{run.a, run.a_end(), run.b, run.b_end(), run.size, run.size}, run.size});
      }
    }
    std::vector<Passage> passages;
    for (const Chain& chain : chains_)
      if (is_worth_telling(chain)) add(chain.passage, passages);
    return passages;
  }

 private:
  // The chain that this run goes on with the fewest words between; null when there is none.
  Chain* nearest(const Run& run) {
    Chain* best = nullptr;
    std::uint32_t best_gap = 2 * max_gap_ + 1;
    const std::size_t n_open = std::min(chains_.size(), kOpenChains);
    for (Chain& chain : std::span(chains_).last(n_open)) {
      const Passage& before = chain.passage;
      if (run.b < before.b_end || run.a < before.a_end) continue;
      const std::uint32_t b_gap = run.b - before.b_end;
      const std::uint32_t a_gap = run.a - before.a_end;
      if (a_gap > max_gap_ || b_gap > max_gap_ || a_gap + b_gap >= best_gap) continue;
      best = &chain;
      best_gap = a_gap + b_gap;
    }
    return best;
  }

  void append(Chain& chain, const Run& run) const {
    Passage& passage = chain.passage;
    const std::uint32_t a_gap = run.a - passage.a_end;
    const std::uint32_t b_gap = run.b - passage.b_end;
    passage.words +=
        run.size + count_common(a_.subspan(passage.a_end, a_gap), b_.subspan(passage.b_end, b_gap));
    passage.aligned_words += run.size + std::max(a_gap, b_gap);
    passage.a_end = run.a_end();
    passage.b_end = run.b_end();
    chain.longest_run = std::max(chain.longest_run, run.size);
  }

  [[nodiscard]] bool is_worth_telling(const Chain& chain) const {
    if (chain.longest_run >= shape_.run_words) return true;
    return chain.passage.words >= 2 * shape_.run_words &&
           4 * chain.passage.words >= 3 * chain.passage.aligned_words;
  }

  // A short chain may lie in the gap of another; the one with more equal words stays.
  static void add(const Passage& passage, std::vector<Passage>& passages) {
    while (!passages.empty() && passage.b_begin < passages.back().b_end) {
      if (passage.words <= passages.back().words) return;
      passages.pop_back();
    }
    passages.push_back(passage);
  }

  Words a_;
  Words b_;
  SeedShape shape_;
  std::uint32_t max_gap_;
  std::vector<Chain> chains_;  // by b_begin
};

}  // namespace

std::vector<Passage> find_passages(Words a, Words b, std::span<const Anchor> anchors,
                                   const SeedShape& shape) {
  const std::vector<Run> runs = RunFinder(a, b, shape.words).find(anchors);
  return Chainer(a, b, shape).chain(runs);
}

}  // namespace fabula::reuse
