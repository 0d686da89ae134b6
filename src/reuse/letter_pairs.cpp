#include "reuse/letter_pairs.hpp"

#include <algorithm>
#include <cstddef>

namespace fabula::reuse {
namespace {

constexpr std::uint32_t kPartnerWindow = 160;  // letters; two anchors further apart are two chances
constexpr std::uint32_t kNewLetters = 6;       // that the second anchor must bring
constexpr std::int64_t kTriedDrift = 32;       // diagonals that a following in vain has seen

std::int64_t diagonal(const LetterAnchor& anchor) {
  return std::int64_t{anchor.b_letter} - std::int64_t{anchor.a_letter};
}

std::int64_t distance(std::int64_t x, std::int64_t y) { return x < y ? y - x : x - y; }

// Does a later anchor stand on nearly the same diagonal as the first one? It may leave it by an
// eighth of the way: the letters lost and added in noise of 12 %.
bool has_partner(std::span<const LetterAnchor> anchors) {
  const LetterAnchor& first = anchors.front();
  for (const LetterAnchor& other : anchors.subspan(1)) {
    const std::uint32_t ahead = other.b_letter - first.b_letter;
    if (ahead > kPartnerWindow) return false;
    if (ahead < kNewLetters || other.a_letter < first.a_letter + kNewLetters) continue;
    if (distance(diagonal(other), diagonal(first)) <= 2 + ahead / 8) return true;
  }
  return false;
}

constexpr std::uint32_t kLookLetters = 32;
constexpr std::uint32_t kLookEqual = 13;  // of them; chance gives 2 or 3, noise of 12 % leaves 28

std::uint32_t count_equal(const Letter* a, const Letter* b, std::uint32_t n) {
  std::uint32_t n_equal = 0;
  for (std::uint32_t i = 0; i < n; ++i) n_equal += same_letter(a[i], b[i]);
  return n_equal;
}

// `range` made to begin and end between words: a word stays when half of its letters are inside.
Range at_word_borders(std::span<const Letter> letters, Range range) {
  const auto is_border = [&](std::uint32_t at) {
    return at >= letters.size() || (letters[at] & kWordBegins) != 0;
  };
  const auto nearest = [&](std::uint32_t at, bool prefer_before) {
    std::uint32_t before = at;
    std::uint32_t after = at;
    while (!is_border(before)) --before;
    while (!is_border(after)) ++after;
    if (at - before == after - at) return prefer_before ? before : after;
    // At a beginning, few letters outside mean that most of the word is inside.
    return at - before < after - at ? before : after;
  };
  return {nearest(range.begin, true), nearest(range.end, false)};
}

std::uint32_t count_words(std::span<const Letter> letters, Range range) {
  std::uint32_t n = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) n += (letters[i] & kWordBegins) != 0;
  return n;
}

// Walks a path and counts the words that are paired by an equal letter, and those equal as a whole.
class WordCounter {
 public:
  WordCounter(std::span<const Letter> a, std::span<const Letter> b) : a_(a), b_(b) {}

  void pass(LetterStep step, std::uint32_t i, std::uint32_t j) {
    const bool uses_a = step != LetterStep::kOnlyB;
    const bool uses_b = step != LetterStep::kOnlyA;
    const bool a_begins = uses_a && (a_[i] & kWordBegins) != 0;
    const bool b_begins = uses_b && (b_[j] & kWordBegins) != 0;
    if (a_begins) a_is_paired_ = false;
    if (b_begins) b_is_paired_ = false;
    if (step != LetterStep::kEqual || a_begins != b_begins) {
      is_equal_ = false;
    } else if (a_begins) {
      is_equal_ = true;
    }
    if (step != LetterStep::kEqual) return;
    if (!a_is_paired_ && !b_is_paired_) {
      ++n_paired;
      a_is_paired_ = b_is_paired_ = true;
    }
    if (is_equal_ && ends_word(a_, i) && ends_word(b_, j)) ++n_equal;
  }

  std::uint32_t n_paired = 0;
  std::uint32_t n_equal = 0;

 private:
  static bool ends_word(std::span<const Letter> letters, std::uint32_t at) {
    return at + std::size_t{1} >= letters.size() || (letters[at + 1] & kWordBegins) != 0;
  }

  std::span<const Letter> a_;
  std::span<const Letter> b_;
  bool a_is_paired_ = true;  // the word the path begins in the middle of is not counted
  bool b_is_paired_ = true;
  bool is_equal_ = false;
};

}  // namespace

bool looks_shared(std::span<const Letter> a, std::span<const Letter> b, const LetterAnchor& anchor,
                  const LetterSeedShape& shape) {
  const std::uint32_t before = std::min({kLookLetters, anchor.a_letter, anchor.b_letter});
  if (count_equal(&a[anchor.a_letter - before], &b[anchor.b_letter - before], before) >= kLookEqual)
    return true;
  const std::uint32_t a_end = anchor.a_letter + shape.letters;
  const std::uint32_t b_end = anchor.b_letter + shape.letters;
  const auto after = static_cast<std::uint32_t>(
      std::min<std::size_t>({kLookLetters, a.size() - a_end, b.size() - b_end}));
  return count_equal(a.data() + a_end, b.data() + b_end, after) >= kLookEqual;
}

// The path around `anchor`, into path_. Returns its range of b and sets that of a.
Range LetterPairer::follow_both(std::span<const Letter> a, std::span<const Letter> b,
                                const LetterAnchor& anchor, std::uint32_t b_from, Range& a_range) {
  aligner_.follow(a.first(anchor.a_letter), b.subspan(b_from, anchor.b_letter - b_from),
                  Reading::kBackward, path_);
  std::reverse(path_.begin(), path_.end());
  Range b_range{anchor.b_letter, anchor.b_letter};
  a_range = {anchor.a_letter, anchor.a_letter};
  for (const LetterStep step : path_) {
    a_range.begin -= step != LetterStep::kOnlyB;
    b_range.begin -= step != LetterStep::kOnlyA;
  }
  aligner_.follow(a.subspan(anchor.a_letter), b.subspan(anchor.b_letter), Reading::kForward,
                  ahead_);
  for (const LetterStep step : ahead_) {
    a_range.end += step != LetterStep::kOnlyB;
    b_range.end += step != LetterStep::kOnlyA;
  }
  path_.insert(path_.end(), ahead_.begin(), ahead_.end());
  return b_range;
}

bool LetterPairer::good_enough(const LetterCounts& counts, std::uint32_t holders) const {
  if (counts.letters < options_.min_letters) return false;
  if (std::uint64_t{counts.letters} * 1000 <
      std::uint64_t{counts.aligned_letters} * options_.equal_permille)
    return false;
  return holders <= options_.stock_holders ||
         counts.letters >= std::uint64_t{4} * options_.min_letters;
}

// Cuts path_, which covers the given ranges, at whole words and counts what is left.
SharedLetters LetterPairer::measured(std::span<const Letter> a, std::span<const Letter> b,
                                     Range a_range, Range b_range) const {
  SharedLetters shared{at_word_borders(a, a_range), at_word_borders(b, b_range), {}};
  if (shared.a.begin >= shared.a.end || shared.b.begin >= shared.b.end) return {};
  WordCounter words(a, b);
  std::uint32_t i = a_range.begin;
  std::uint32_t j = b_range.begin;
  for (const LetterStep step : path_) {
    const bool inside =
        i >= shared.a.begin && j >= shared.b.begin && i < shared.a.end && j < shared.b.end;
    if (inside) {
      words.pass(step, i, j);
      shared.counts.letters += step == LetterStep::kEqual;
      ++shared.counts.aligned_letters;
    }
    i += step != LetterStep::kOnlyB;
    j += step != LetterStep::kOnlyA;
  }
  const auto outside = [](std::uint32_t whole, std::uint32_t part) {
    return whole > part ? whole - part : 0U;
  };
  shared.counts.aligned_letters +=
      std::max(outside(a_range.begin, shared.a.begin), outside(b_range.begin, shared.b.begin)) +
      std::max(outside(shared.a.end, a_range.end), outside(shared.b.end, b_range.end));
  shared.counts.words = words.n_equal;
  shared.counts.aligned_words =
      count_words(a, shared.a) + count_words(b, shared.b) - words.n_paired;
  return shared;
}

void LetterPairer::find(std::span<const Letter> a, std::span<const Letter> b,
                        std::span<const LetterAnchor> anchors, const LetterSeedShape& shape,
                        std::vector<SharedLetters>& found) {
  std::uint32_t covered = 0;  // letters of b before this one are used
  std::uint32_t tried = 0;    // letters of b before this one were followed in vain
  std::int64_t tried_diagonal = 0;
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const LetterAnchor& anchor = anchors[i];
    if (anchor.b_letter < covered) continue;
    if (anchor.b_letter < tried && distance(diagonal(anchor), tried_diagonal) <= kTriedDrift)
      continue;
    if (!has_partner(anchors.subspan(i)) && !looks_shared(a, b, anchor, shape)) continue;
    Range a_range;
    const Range b_range = follow_both(a, b, anchor, covered, a_range);
    std::uint32_t holders = anchor.holders;
    for (std::size_t k = i + 1; k < anchors.size() && anchors[k].b_letter < b_range.end; ++k)
      holders = std::min(holders, anchors[k].holders);
    tried = std::max(b_range.end, anchor.b_letter + 1);
    tried_diagonal = diagonal(anchor);
    if (path_.size() < options_.min_letters) continue;
    const SharedLetters shared = measured(a, b, a_range, b_range);
    const bool long_enough = count_words(a, shared.a) >= options_.min_words &&
                             count_words(b, shared.b) >= options_.min_words;
    if (long_enough && good_enough(shared.counts, holders)) {
      found.push_back(shared);
      covered = std::max(shared.b.end, anchor.b_letter + shape.letters);
    }
  }
}

}  // namespace fabula::reuse
