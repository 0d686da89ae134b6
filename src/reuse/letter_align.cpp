// One block is a table of distances: rows are letters of a, columns letters of b. Of each column
// only the 64 cells around the diagonal are kept, as differences of neighbours:
//
//   column j holds rows j - 32 .. j + 31, row i in bit i - j + 32
//   plus, minus    the cell costs one more, one less than the one above it
//
// Rows below 1 are imagined with rising costs (no letter there is equal), so they are never a way.
// A way that leaves the 64 cells is not seen; every way that is seen is a true one.
#include "reuse/letter_align.hpp"

#include <algorithm>

namespace fabula::reuse {
namespace {

constexpr std::int32_t kPointsPerEdit = 6;  // (letters of a + of b) - 6 * edits = half points

// The way back began past the end of the passage and may have left it a letter or two too early.
void go_on_while_equal(std::span<const Letter> a, std::span<const Letter> b, Reading reading,
                       std::vector<LetterStep>& path) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (const LetterStep step : path) {
    i += step != LetterStep::kOnlyB;
    j += step != LetterStep::kOnlyA;
  }
  const auto equal_here = [&] {
    return reading == Reading::kForward ? same_letter(a[i], b[j])
                                        : same_letter(a[a.size() - 1 - i], b[b.size() - 1 - j]);
  };
  for (; i < a.size() && j < b.size() && equal_here(); ++i, ++j) path.push_back(LetterStep::kEqual);
}

}  // namespace

void LetterAligner::load(std::span<const Letter> a, std::span<const Letter> b, Reading reading,
                         std::uint32_t n_columns) {
  n_a_ = static_cast<std::uint32_t>(std::min<std::size_t>(a.size(), n_columns + kCentre));
  // No cell of a column further on has a row of a.
  n_b_ = std::min(static_cast<std::uint32_t>(std::min<std::size_t>(b.size(), n_columns)),
                  n_a_ + kCentre);
  for (std::uint32_t i = 0; i < n_a_; ++i) {
    a_[i] = (reading == Reading::kForward ? a[i] : a[a.size() - 1 - i]) & kLetterMask;
    const std::uint32_t bit = i + kCentre;
    places_[a_[i]][bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  for (std::uint32_t j = 0; j < n_b_; ++j)
    b_[j] = (reading == Reading::kForward ? b[j] : b[b.size() - 1 - j]) & kLetterMask;
}

void LetterAligner::unload() {
  for (std::uint32_t i = 0; i < n_a_; ++i) places_[a_[i]][(i + kCentre) / 64] = 0;
}

// The cell of `column` with most points. `distance` is that of its diagonal cell; `plus` and
// `minus` compare rows column - 31 .. column + 32 with the rows above them.
LetterAligner::Cell LetterAligner::best_cell(std::uint32_t column, std::int32_t distance,
                                             std::uint64_t plus, std::uint64_t minus) const {
  Cell best{0, column, INT32_MIN};
  const auto consider = [&](std::uint32_t row, std::int32_t cost) {
    if (row > n_a_) return;
    const std::int32_t points = static_cast<std::int32_t>(row + column) - kPointsPerEdit * cost;
    if (points > best.points) best = {row, column, points};
  };
  const auto step = [&](std::uint32_t bit) {
    return static_cast<std::int32_t>(plus >> bit & 1) - static_cast<std::int32_t>(minus >> bit & 1);
  };
  consider(column, distance);
  std::int32_t cost = distance;
  for (std::uint32_t below = 1; below < kCentre; ++below) {
    cost += step(kCentre - 1 + below);
    consider(column + below, cost);
  }
  cost = distance;
  for (std::uint32_t above = 1; above <= std::min(kCentre, column); ++above) {
    cost -= step(kCentre - above);
    consider(column - above, cost);
  }
  return best;
}

// best_so_far   the most points the path had, less what it has at the block's beginning
// last          no letter of a or of b comes after this block
LetterAligner::BlockEnd LetterAligner::compute(std::int32_t best_so_far, bool last) {
  std::uint64_t plus = ~std::uint64_t{0} << kCentre;
  std::uint64_t minus = ~plus;
  std::int32_t distance = 0;
  Cell after_best{0, 0, 0};  // at the first look after the best one, for that may be past the end
  bool best_was_last = true;
  for (std::uint32_t j = 1; j <= n_b_; ++j) {
    const std::uint32_t begin = j - 1;
    const auto& places = places_[b_[begin]];
    const std::uint32_t shift = begin % 64;
    // Two shifts, for one by 64 is not defined.
    const std::uint64_t equal = places[begin / 64] >> shift | places[begin / 64 + 1]
                                                                  << 1 << (63 - shift);
    const std::uint64_t same = (((equal & plus) + plus) ^ plus) | equal | minus;
    const std::uint64_t more = minus | ~(same | plus);
    const std::uint64_t less = same & plus;
    columns_[j] = {same, more};
    distance += 1 - static_cast<std::int32_t>(same >> kCentre & 1);
    plus = less | ~(same >> 1 | more);
    minus = same >> 1 & more;
    if (j % kCheck != 0 && j != n_b_) continue;
    const Cell cell = best_cell(j, distance, plus, minus);
    const bool is_best = cell.points > best_so_far;
    if (is_best || best_was_last) after_best = cell;
    if (is_best) best_so_far = cell.points;
    best_was_last = is_best;
    if (cell.points < best_so_far - kDrop) return {after_best, true};
    if (j == n_b_ && !last) return {cell, false};
  }
  return {after_best, true};
}

void LetterAligner::trace_back(Cell from) {
  steps_.clear();
  std::uint32_t i = from.a;
  std::uint32_t j = from.b;
  while (i > 0 && j > 0) {
    const std::uint32_t bit = i + kCentre - j;
    const bool equal = a_[i - 1] == b_[j - 1];
    LetterStep step = equal ? LetterStep::kEqual : LetterStep::kExchanged;
    if (!equal && (columns_[j].same_as_before >> bit & 1) != 0) {
      const bool from_left = (columns_[j].one_more >> bit & 1) != 0;
      // At the band's edges the way may have come from outside: an exchange is always possible.
      if (from_left && bit + 1 < 64) step = LetterStep::kOnlyB;
      if (!from_left && bit > 0) step = LetterStep::kOnlyA;
    }
    steps_.push_back(step);
    i -= step != LetterStep::kOnlyB;
    j -= step != LetterStep::kOnlyA;
  }
  steps_.insert(steps_.end(), i, LetterStep::kOnlyA);
  steps_.insert(steps_.end(), j, LetterStep::kOnlyB);
}

void LetterAligner::follow(std::span<const Letter> a, std::span<const Letter> b, Reading reading,
                           std::vector<LetterStep>& path) {
  path.clear();
  const std::span<const Letter> whole_a = a;
  const std::span<const Letter> whole_b = b;
  std::int32_t points = 0;
  std::int32_t most_points = 0;
  std::size_t most_at = 0;  // steps of the path up to there
  std::uint32_t n_columns = kFirstColumns;
  while (!a.empty() && !b.empty()) {
    load(a, b, reading, n_columns);
    const BlockEnd end = compute(most_points - points, n_b_ == b.size() || n_b_ < n_columns);
    trace_back(end.cell);
    std::uint32_t used_a = 0;
    std::uint32_t used_b = 0;
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
      if (!end.over && used_b >= n_columns - kAgain) break;
      path.push_back(*step);
      used_a += *step != LetterStep::kOnlyB;
      used_b += *step != LetterStep::kOnlyA;
      points += half_points(*step);
      if (points < most_points || *step != LetterStep::kEqual) continue;
      most_points = points;
      most_at = path.size();
    }
    unload();
    if (end.over) break;
    n_columns = kColumns;
    const bool forward = reading == Reading::kForward;
    a = forward ? a.subspan(used_a) : a.first(a.size() - used_a);
    b = forward ? b.subspan(used_b) : b.first(b.size() - used_b);
  }
  path.resize(most_at);
  go_on_while_equal(whole_a, whole_b, reading, path);
}

}  // namespace fabula::reuse
