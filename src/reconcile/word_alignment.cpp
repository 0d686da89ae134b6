#include "reconcile/word_alignment.hpp"

#include <algorithm>

namespace fabula::reconcile {
namespace {

constexpr std::int32_t kMaxEdits = 40;
constexpr std::uint32_t kAnchorWords = 3;
constexpr std::uint32_t kMovedWords = 5;
constexpr std::uint32_t kNone = HashIndex::kNone;

std::uint64_t hash_of(std::span<const std::uint32_t> words) {
  std::uint64_t hash = 0;
  for (const std::uint32_t word : words) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29;
  }
  return hash;
}

}  // namespace

void WordAligner::align(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b,
                        Alignment& out) {
  a_ = a;
  b_ = b;
  out_ = &out;
  out.runs.clear();
  out.moved.clear();
  fill({0, static_cast<std::uint32_t>(a.size()), 0, static_cast<std::uint32_t>(b.size())}, true);
  find_moved();
}

void WordAligner::add_run(std::uint32_t a, std::uint32_t b, std::uint32_t n) {
  if (n == 0) return;
  std::vector<Run>& runs = out_->runs;
  if (!runs.empty() && runs.back().a + runs.back().n == a && runs.back().b + runs.back().n == b) {
    runs.back().n += n;
  } else {
    runs.push_back({a, b, n});
  }
}

// Adds the runs of the gap, in order.
void WordAligner::fill(Gap gap, bool may_chain) {
  const auto [a_begin, a_end, b_begin, b_end] = gap;
  const std::uint32_t shorter = std::min(a_end - a_begin, b_end - b_begin);
  std::uint32_t n_head = 0;
  while (n_head < shorter && a_[a_begin + n_head] == b_[b_begin + n_head]) ++n_head;
  std::uint32_t n_tail = 0;
  while (n_tail < shorter - n_head && a_[a_end - 1 - n_tail] == b_[b_end - 1 - n_tail]) ++n_tail;
  add_run(a_begin, b_begin, n_head);
  if (n_head + n_tail < shorter) {
    const Gap inner{a_begin + n_head, a_end - n_tail, b_begin + n_head, b_end - n_tail};
    if (!fill_with_few_edits(inner) && may_chain) fill_around_anchors(inner);
  }
  add_run(a_end - n_tail, b_end - n_tail, n_tail);
}

bool WordAligner::fill_with_few_edits(Gap gap) {
  const auto n = static_cast<std::int32_t>(gap.a_end - gap.a_begin);
  const auto m = static_cast<std::int32_t>(gap.b_end - gap.b_begin);
  // Of very different lengths, the one is most likely a beginning of the other: then its end is
  // where the search ends.
  const bool is_cut = std::abs(n - m) > kMaxEdits;
  // reach_[d * d + d + k]: how far down `a` diagonal k (a - b) is reached with d edits.
  const auto at = [](std::int32_t d, std::int32_t k) {
    return static_cast<std::size_t>(d * d + d + k);
  };
  reach_.resize(at(kMaxEdits, kMaxEdits) + 1);
  const auto from_above = [&](std::int32_t d, std::int32_t k) {  // did the last edit add a word?
    return k == -d || (k != d && reach_[at(d - 1, k - 1)] < reach_[at(d - 1, k + 1)]);
  };
  std::int32_t d = 0, end_k = 0;
  for (bool arrived = false; !arrived; ++d) {
    if (d > kMaxEdits) return false;
    for (std::int32_t k = -d; k <= d && !arrived; k += 2) {
      std::int32_t x = d == 0             ? 0
                       : from_above(d, k) ? reach_[at(d - 1, k + 1)]
                                          : reach_[at(d - 1, k - 1)] + 1;
      while (x < n && x - k < m && x >= k &&
             a_[gap.a_begin + static_cast<std::uint32_t>(x)] ==
                 b_[gap.b_begin + static_cast<std::uint32_t>(x - k)])
        ++x;
      reach_[at(d, k)] = x;
      arrived =
          is_cut ? (n > m ? x - k >= m && x <= n : x >= n && x - k <= m) : k == n - m && x >= n;
      if (arrived) end_k = k;
    }
  }
  found_.clear();
  std::int32_t k = end_k, x = reach_[at(d - 1, k)];
  for (--d; d >= 0; --d) {
    const bool above = d > 0 && from_above(d, k);
    const std::int32_t begin = d == 0  ? 0
                               : above ? reach_[at(d - 1, k + 1)]
                                       : reach_[at(d - 1, k - 1)] + 1;
    if (x > begin)
      found_.push_back({gap.a_begin + static_cast<std::uint32_t>(begin),
                        gap.b_begin + static_cast<std::uint32_t>(begin - k),
                        static_cast<std::uint32_t>(x - begin)});
    if (d == 0) break;
    x = above ? begin : begin - 1;
    k = above ? k + 1 : k - 1;
  }
  for (auto run = found_.rbegin(); run != found_.rend(); ++run) add_run(run->a, run->b, run->n);
  return true;
}

// The number of the gram of `b` at `at` in grams_, or kNone.
std::uint32_t WordAligner::find_gram(std::uint32_t at, std::uint32_t gram_words) {
  const auto words = b_.subspan(at, gram_words);
  return index_.find(hash_of(words), [&](std::uint32_t gram) {
    return std::ranges::equal(a_.subspan(grams_[gram].a, gram_words), words);
  });
}

void WordAligner::index_grams(std::span<const Gap> a_parts, std::uint32_t gram_words) {
  grams_.clear();
  std::size_t n_words = 0;
  for (const Gap& part : a_parts) n_words += part.a_end - part.a_begin;
  index_.clear(n_words);
  for (const Gap& part : a_parts) {
    for (std::uint32_t at = part.a_begin; at + gram_words <= part.a_end; ++at) {
      const auto words = a_.subspan(at, gram_words);
      const auto fresh = static_cast<std::uint32_t>(grams_.size());
      const std::uint32_t gram = index_.find_or_add(hash_of(words), fresh, [&](std::uint32_t g) {
        return std::ranges::equal(a_.subspan(grams_[g].a, gram_words), words);
      });
      if (gram == fresh) {
        grams_.push_back({at, 0, 1, 0});
      } else {
        ++grams_[gram].n_a;
      }
    }
  }
}

// Runs that begin with a gram which each side of the gap has once; by b.
void WordAligner::collect_anchors(Gap gap) {
  index_grams({&gap, 1}, kAnchorWords);
  anchors_.clear();
  for (std::uint32_t at = gap.b_begin; at + kAnchorWords <= gap.b_end; ++at)
    if (const std::uint32_t gram = find_gram(at, kAnchorWords); gram != kNone) ++grams_[gram].n_b;
  for (std::uint32_t at = gap.b_begin; at + kAnchorWords <= gap.b_end;) {
    const std::uint32_t gram = find_gram(at, kAnchorWords);
    if (gram == kNone || grams_[gram].n_a > 1 || grams_[gram].n_b > 1) {
      ++at;
      continue;
    }
    const std::uint32_t a = grams_[gram].a;
    std::uint32_t n = kAnchorWords;
    while (a + n < gap.a_end && at + n < gap.b_end && a_[a + n] == b_[at + n]) ++n;
    anchors_.push_back({a, at, n});
    at += n;
  }
}

// Keeps the heaviest chain of anchors_ that rises in `a` too.
void WordAligner::chain_anchors(std::uint32_t a_begin, std::uint32_t a_end) {
  best_.assign(a_end - a_begin + 2, kNone);  // Fenwick tree: by the end in `a`
  weight_.assign(anchors_.size(), 0);
  before_.assign(anchors_.size(), kNone);
  std::uint32_t heaviest = kNone;
  const auto better = [&](std::uint32_t x, std::uint32_t y) {
    return y == kNone || (x != kNone && weight_[x] > weight_[y]);
  };
  for (std::uint32_t i = 0; i < anchors_.size(); ++i) {
    for (std::uint32_t at = anchors_[i].a - a_begin + 1; at > 0; at &= at - 1)
      if (better(best_[at], before_[i])) before_[i] = best_[at];
    weight_[i] = anchors_[i].n + (before_[i] == kNone ? 0 : weight_[before_[i]]);
    if (better(i, heaviest)) heaviest = i;
    for (std::uint32_t at = anchors_[i].a + anchors_[i].n - a_begin + 1; at < best_.size();
         at += at & (~at + 1))
      if (better(i, best_[at])) best_[at] = i;
  }
  std::size_t n_kept = 0;
  for (std::uint32_t at = heaviest; at != kNone; at = before_[at]) ++n_kept;
  std::vector<Run> chain(n_kept);
  for (std::uint32_t at = heaviest; at != kNone; at = before_[at]) chain[--n_kept] = anchors_[at];
  anchors_ = std::move(chain);
}

void WordAligner::fill_around_anchors(Gap gap) {
  collect_anchors(gap);
  chain_anchors(gap.a_begin, gap.a_end);
  std::uint32_t a = gap.a_begin, b = gap.b_begin;
  for (const Run& anchor : anchors_) {
    fill({a, anchor.a, b, anchor.b}, false);
    add_run(anchor.a, anchor.b, anchor.n);
    a = anchor.a + anchor.n;
    b = anchor.b + anchor.n;
  }
  fill({a, gap.a_end, b, gap.b_end}, false);
}

void WordAligner::find_moved() {
  open_a_.clear();
  open_b_.clear();
  std::uint32_t a = 0, b = 0;
  const auto close_at = [&](std::uint32_t a_end, std::uint32_t b_end) {
    if (a_end - a >= kMovedWords) open_a_.push_back({a, a_end, 0, 0});
    if (b_end - b >= kMovedWords) open_b_.push_back({0, 0, b, b_end});
  };
  for (const Run& run : out_->runs) {
    close_at(run.a, run.b);
    a = run.a + run.n;
    b = run.b + run.n;
  }
  close_at(static_cast<std::uint32_t>(a_.size()), static_cast<std::uint32_t>(b_.size()));
  if (open_a_.empty() || open_b_.empty()) return;
  index_grams(open_a_, kMovedWords);
  is_taken_.assign(a_.size(), false);
  for (const Gap& open : open_b_)
    for (std::uint32_t at = open.b_begin; at + kMovedWords <= open.b_end;)
      at += std::max(1U, take_moved(at, open.b_end));
}

// The words of the block moved to `at`; 0: none.
std::uint32_t WordAligner::take_moved(std::uint32_t at, std::uint32_t b_end) {
  const std::uint32_t gram = find_gram(at, kMovedWords);
  if (gram == kNone) return 0;
  const std::uint32_t from = grams_[gram].a;
  const auto part =
      std::upper_bound(open_a_.begin(), open_a_.end(), from,
                       [](std::uint32_t place, const Gap& gap) { return place < gap.a_end; });
  std::uint32_t n = 0;
  while (from + n < part->a_end && at + n < b_end && a_[from + n] == b_[at + n] &&
         !is_taken_[from + n])
    ++n;
  if (n < kMovedWords) return 0;
  std::fill_n(is_taken_.begin() + from, n, true);
  out_->moved.push_back({from, at, n});
  return n;
}

}  // namespace fabula::reconcile
