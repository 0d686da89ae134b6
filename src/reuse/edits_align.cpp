// Equal words at both ends are paired first. The rest is one of:
//   little differs    the shortest script, found diagonal by diagonal; all steps are kept, which
//                     kMaxEdits keeps below 256 KB
//   much differs      anchors that stand once on either side, their longest rising chain, and the
//                     boxes between them, each as a text of its own
#include "reuse/edits_align.hpp"

#include <algorithm>

namespace fabula::reuse {
namespace {

// Boxes with more words are first cut at anchors: shortest scripts of short boxes are cheaper, and
// a chain of three-word anchors follows a reader's eye better than stray equal words do.
constexpr std::uint32_t kLongBox = 2048;
// Each depth costs a sort of its words; boxes of boxes of ordinary text are done after two or
// three.
constexpr unsigned kMaxDepth = 8;

// steps_[] of d edits begin here: 1 + 2 + ... + d are before it.
std::size_t row_of(std::int32_t d) {
  const auto n = static_cast<std::size_t>(d);
  return n * (n + 1) / 2;
}

}  // namespace

void WordAligner::align(std::span<const EditWord> a, std::span<const EditWord> b,
                        std::vector<WordPair>& pairs) {
  a_ = a;
  b_ = b;
  pairs_ = &pairs;
  pairs.clear();
  align_box({0, static_cast<std::uint32_t>(a.size()), 0, static_cast<std::uint32_t>(b.size())}, 0);
}

void WordAligner::align_box(Box box, unsigned depth) {
  while (box.a_begin < box.a_end && box.b_begin < box.b_end &&
         a_[box.a_begin].hash == b_[box.b_begin].hash)
    pairs_->push_back({box.a_begin++, box.b_begin++});
  std::uint32_t n_tail = 0;
  while (box.a_begin < box.a_end && box.b_begin < box.b_end &&
         a_[box.a_end - 1].hash == b_[box.b_end - 1].hash) {
    --box.a_end;
    --box.b_end;
    ++n_tail;
  }
  if (box.a_begin < box.a_end && box.b_begin < box.b_end) {
    const bool is_long = box.a_end - box.a_begin + (box.b_end - box.b_begin) > kLongBox;
    const bool may_split = depth < kMaxDepth;
    if (!(is_long && may_split && split_at_anchors(box, 3, depth)) && !find_shortest_script(box) &&
        may_split && !(!is_long && split_at_anchors(box, 3, depth)))
      split_at_anchors(box, 1, depth);
  }
  for (std::uint32_t i = 0; i < n_tail; ++i) pairs_->push_back({box.a_end + i, box.b_end + i});
}

// reach_[k + offset]: how far into `a` a script of d edits comes on diagonal k (word of a - word of
// b, both from the box's corner). False when kMaxEdits are not enough.
bool WordAligner::find_shortest_script(Box box) {
  const auto n = static_cast<std::int32_t>(box.a_end - box.a_begin);
  const auto m = static_cast<std::int32_t>(box.b_end - box.b_begin);
  const std::int32_t max_edits = std::min(n + m, kMaxEdits);
  const std::int32_t offset = max_edits + 1;
  reach_.assign(static_cast<std::size_t>(2 * max_edits + 3), 0);
  trace_.clear();
  const auto reach = [&](std::int32_t k) -> std::int32_t& {
    return reach_[static_cast<std::size_t>(k + offset)];
  };
  for (std::int32_t d = 0; d <= max_edits; ++d) {
    for (std::int32_t k = -d; k <= d; k += 2) {
      const bool puts_in = k == -d || (k != d && reach(k - 1) < reach(k + 1));
      std::int32_t x = puts_in ? reach(k + 1) : reach(k - 1) + 1;
      std::int32_t y = x - k;
      while (x < n && y < m &&
             a_[box.a_begin + static_cast<std::uint32_t>(x)].hash ==
                 b_[box.b_begin + static_cast<std::uint32_t>(y)].hash) {
        ++x;
        ++y;
      }
      reach(k) = x;
      if (k == n - m && x >= n) {
        trace_back(box, d);
        return true;
      }
    }
    for (std::int32_t k = -d; k <= d; k += 2) trace_.push_back(reach(k));
  }
  return false;
}

// From the end back to the corner: trace_ row d - 1 says where the step of edit d began.
void WordAligner::trace_back(Box box, std::int32_t n_edits) {
  auto x = static_cast<std::int32_t>(box.a_end - box.a_begin);
  auto y = static_cast<std::int32_t>(box.b_end - box.b_begin);
  const std::size_t first = pairs_->size();
  const auto pair_until = [&](std::int32_t begin_x, std::int32_t begin_y) {
    while (x > begin_x && y > begin_y) {
      --x;
      --y;
      pairs_->push_back({box.a_begin + static_cast<std::uint32_t>(x),
                         box.b_begin + static_cast<std::uint32_t>(y)});
    }
  };
  for (std::int32_t d = n_edits; d > 0; --d) {
    const std::int32_t k = x - y;
    const auto before = [&](std::int32_t diagonal) {  // of row d - 1: diagonals -(d-1) .. d-1
      return trace_[row_of(d - 1) + static_cast<std::size_t>((diagonal + d - 1) / 2)];
    };
    const bool puts_in = k == -d || (k != d && before(k - 1) < before(k + 1));
    const std::int32_t before_k = puts_in ? k + 1 : k - 1;
    const std::int32_t before_x = before(before_k);
    const std::int32_t step_x = puts_in ? before_x : before_x + 1;
    pair_until(step_x, step_x - k);
    x = before_x;
    y = before_x - before_k;
  }
  pair_until(0, 0);
  std::reverse(pairs_->begin() + static_cast<std::ptrdiff_t>(first), pairs_->end());
}

void WordAligner::find_grams(std::span<const EditWord> words, std::uint32_t begin,
                             std::uint32_t end, std::uint32_t n_words,
                             std::vector<Gram>& grams) const {
  grams.clear();
  for (std::uint32_t i = begin; i + n_words <= end; ++i) {
    std::uint64_t hash = 0;
    for (std::uint32_t k = 0; k < n_words; ++k)
      hash = (hash ^ words[i + k].hash) * 0x9E3779B97F4A7C15 + 1;
    grams.push_back({hash, i});
  }
  std::sort(grams.begin(), grams.end(), [](const Gram& x, const Gram& y) {
    return x.hash != y.hash ? x.hash < y.hash : x.at < y.at;
  });
  // Only those that stand once stay.
  std::size_t n_kept = 0;
  for (std::size_t i = 0; i < grams.size();) {
    std::size_t next = i + 1;
    while (next < grams.size() && grams[next].hash == grams[i].hash) ++next;
    if (next == i + 1) grams[n_kept++] = grams[i];
    i = next;
  }
  grams.resize(n_kept);
}

// The longest chain that rises on both sides; `anchors` rise in `a`.
std::vector<WordPair> WordAligner::rising(std::span<const WordPair> anchors) const {
  std::vector<std::uint32_t> ends;  // ends[l]: anchor that ends the chain of l + 1 with least b
  std::vector<std::int64_t> before(anchors.size(), -1);
  for (std::uint32_t i = 0; i < anchors.size(); ++i) {
    const auto at =
        std::partition_point(ends.begin(), ends.end(),
                             [&](std::uint32_t end) { return anchors[end].b < anchors[i].b; }) -
        ends.begin();
    if (at > 0) before[i] = ends[static_cast<std::size_t>(at - 1)];
    if (static_cast<std::size_t>(at) == ends.size()) {
      ends.push_back(i);
    } else {
      ends[static_cast<std::size_t>(at)] = i;
    }
  }
  std::vector<WordPair> chain;
  for (std::int64_t i = ends.empty() ? std::int64_t{-1} : std::int64_t{ends.back()}; i >= 0;
       i = before[static_cast<std::size_t>(i)])
    chain.push_back(anchors[static_cast<std::size_t>(i)]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

// False when nothing of `n_words` words stands once on either side.
bool WordAligner::split_at_anchors(Box box, std::uint32_t n_words, unsigned depth) {
  find_grams(a_, box.a_begin, box.a_end, n_words, grams_a_);
  find_grams(b_, box.b_begin, box.b_end, n_words, grams_b_);
  std::vector<WordPair> anchors;
  for (std::size_t i = 0, j = 0; i < grams_a_.size() && j < grams_b_.size();) {
    if (grams_a_[i].hash == grams_b_[j].hash) {
      anchors.push_back({grams_a_[i++].at, grams_b_[j++].at});
    } else if (grams_a_[i].hash < grams_b_[j].hash) {
      ++i;
    } else {
      ++j;
    }
  }
  if (anchors.empty()) return false;
  std::sort(anchors.begin(), anchors.end());
  Box gap = box;
  for (const WordPair anchor : rising(anchors)) {
    if (anchor.a < gap.a_begin || anchor.b < gap.b_begin) continue;  // inside the last one's run
    gap.a_end = anchor.a;
    gap.b_end = anchor.b;
    align_box(gap, depth + 1);
    gap.a_begin = anchor.a;
    gap.b_begin = anchor.b;
    while (gap.a_begin < box.a_end && gap.b_begin < box.b_end &&
           a_[gap.a_begin].hash == b_[gap.b_begin].hash)
      pairs_->push_back({gap.a_begin++, gap.b_begin++});
  }
  gap.a_end = box.a_end;
  gap.b_end = box.b_end;
  align_box(gap, depth + 1);
  return true;
}

}  // namespace fabula::reuse
