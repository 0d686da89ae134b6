#include "story/quote_alignment.hpp"

#include <algorithm>
#include <limits>
#include <string>

namespace fabula::story {
namespace {

constexpr std::size_t kMaxCells = 4'000'000;

constexpr std::uint32_t kDropCost = 3;      // a word of `full` is missing without a sign
constexpr std::uint32_t kPutInCost = 3;     // a word of `other` stands in no full wording
constexpr std::uint32_t kExchangeCost = 5;  // less than dropping one and putting in another
constexpr std::uint32_t kMarkCost = 1;      // a bracket, or letters hidden

enum class Step : std::uint8_t { kPair, kDrop, kPutIn };

bool is_marked(const QuoteWord& word) { return word.kind != QuoteWordKind::kPlain; }

// What aligning two words with each other costs.
std::uint32_t pair_cost(const QuoteWord& full, const QuoteWord& other) {
  if (!is_marked(full) && !is_marked(other))
    return full.hash == other.hash && full.folded == other.folded ? 0 : kExchangeCost;
  const bool any_note = full.kind == QuoteWordKind::kNote || other.kind == QuoteWordKind::kNote;
  if (same_quote_word(full, other) && full.kind == other.kind) return 0;
  if (any_note) return kDropCost + kPutInCost;
  const bool any_bracket =
      full.kind == QuoteWordKind::kBracket || other.kind == QuoteWordKind::kBracket;
  return any_bracket || same_quote_word(full, other) ? kMarkCost : kExchangeCost;
}

// Word for word, with nothing hidden: pairing them costs nothing, all else does.
bool are_equal(std::span<const QuoteWord> full, std::span<const QuoteWord> other) {
  return std::ranges::equal(full, other, [](const QuoteWord& a, const QuoteWord& b) {
    return !is_marked(a) && !is_marked(b) && !a.gap_before && !b.gap_before && a.hash == b.hash &&
           a.folded == b.folded;
  });
}

class Aligner {
 public:
  Aligner(std::span<const QuoteWord> full, std::span<const QuoteWord> other)
      : full_(full), other_(other), width_(other.size() + 1) {}

  std::vector<Step> align() {
    fill();
    std::vector<Step> steps;
    std::size_t i = best_end_;
    std::size_t j = other_.size();
    steps.assign(full_.size() - i, Step::kDrop);
    while (j > 0) {
      const Step step = steps_[i * width_ + j];
      steps.push_back(step);
      if (step != Step::kPutIn) --i;
      if (step != Step::kDrop) --j;
    }
    steps.insert(steps.end(), i, Step::kDrop);
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

 private:
  // Costs row by row; only the steps are kept. best_end_: words of `full` up to the last one used.
  void fill() {
    steps_.assign((full_.size() + 1) * width_, Step::kPutIn);
    std::vector<std::uint32_t> above(width_, 0);
    std::vector<std::uint32_t> row(width_, 0);
    for (std::size_t j = 1; j < width_; ++j) above[j] = above[j - 1] + put_in_cost(0, j - 1);
    std::uint32_t best = above.back();
    for (std::size_t i = 1; i <= full_.size(); ++i) {
      row[0] = 0;
      for (std::size_t j = 1; j < width_; ++j) row[j] = best_step(i, j, above, row);
      if (row.back() < best) {
        best = row.back();
        best_end_ = i;
      }
      std::swap(above, row);
    }
  }

  std::uint32_t best_step(std::size_t i, std::size_t j, const std::vector<std::uint32_t>& above,
                          const std::vector<std::uint32_t>& row) {
    const std::uint32_t pair = above[j - 1] + pair_cost(full_[i - 1], other_[j - 1]);
    const std::uint32_t drop = above[j] + drop_cost(i - 1, j);
    const std::uint32_t put_in = row[j - 1] + put_in_cost(i, j - 1);
    const std::uint32_t least = std::min({pair, drop, put_in});
    steps_[i * width_ + j] = pair == least   ? Step::kPair
                             : drop == least ? Step::kDrop
                                             : Step::kPutIn;
    return least;
  }

  // Dropping word i of `full` before word j of `other`.
  std::uint32_t drop_cost(std::size_t i, std::size_t j) const {
    if (full_[i].kind == QuoteWordKind::kNote) return 0;
    if (j < other_.size() && other_[j].gap_before) return 0;
    return other_[j - 1].kind == QuoteWordKind::kBracket ? kMarkCost : kDropCost;
  }

  // Putting in word j of `other` before word i of `full`.
  std::uint32_t put_in_cost(std::size_t i, std::size_t j) const {
    if (other_[j].kind == QuoteWordKind::kNote) return 0;
    if (i > 0 && i < full_.size() && full_[i].gap_before) return kMarkCost;
    return other_[j].kind == QuoteWordKind::kBracket ? kMarkCost : kPutInCost;
  }

  std::span<const QuoteWord> full_;
  std::span<const QuoteWord> other_;
  std::size_t width_;
  std::size_t best_end_ = 0;
  std::vector<Step> steps_;
};

// Too long for a table: what is equal from both ends is paired, the middle exchanged.
std::vector<Step> align_ends(std::span<const QuoteWord> full, std::span<const QuoteWord> other) {
  const std::size_t least = std::min(full.size(), other.size());
  std::size_t head = 0;
  while (head < least && same_quote_word(full[head], other[head])) ++head;
  std::size_t tail = 0;
  while (tail < least - head &&
         same_quote_word(full[full.size() - 1 - tail], other[other.size() - 1 - tail]))
    ++tail;
  std::vector<Step> steps(head, Step::kPair);
  steps.insert(steps.end(), full.size() - head - tail, Step::kDrop);
  steps.insert(steps.end(), other.size() - head - tail, Step::kPutIn);
  steps.insert(steps.end(), tail, Step::kPair);
  return steps;
}

std::string ascii_case_folded(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return lower;
}

// Walks over the steps, counts, and makes the edits.
class Reader {
 public:
  Reader(std::span<const QuoteWord> full, std::span<const QuoteWord> other)
      : full_(full), other_(other) {}

  QuoteAlignment read(std::span<const Step> steps) {
    for (const Step step : steps) {
      if (step == Step::kPutIn) {
        put_in(other_[j_++]);
      } else if (step == Step::kDrop) {
        drop(full_[i_++]);
      } else {
        pair(full_[i_++], other_[j_++]);
      }
    }
    close_change();
    for (const QuoteWord& word : other_) made_.n_words += word.kind != QuoteWordKind::kNote;
    made_.is_whole = !dropped_any_;
    return std::move(made_);
  }

 private:
  static void add_word(std::string& text, const QuoteWord& word) {
    if (!text.empty()) text += word.before;
    text += word.written;
  }

  void put_in(const QuoteWord& word) {
    add_word(now_, word);
    run_ = 0;
    const bool in_gap = i_ > 0 && i_ < full_.size() && full_[i_].gap_before;
    made_.n_marked += word.kind == QuoteWordKind::kBracket;
    made_.n_edited +=
        word.kind != QuoteWordKind::kNote && word.kind != QuoteWordKind::kBracket && !in_gap;
  }

  void drop(const QuoteWord& word) {
    add_word(was_, word);
    run_ = 0;
    if (word.kind == QuoteWordKind::kNote) return;
    dropped_any_ = true;
    const bool inside = j_ > 0 && j_ < other_.size();
    const bool shown =
        inside && (other_[j_].gap_before || other_[j_ - 1].kind == QuoteWordKind::kBracket);
    made_.n_edited += inside && !shown;
  }

  void pair(const QuoteWord& full, const QuoteWord& other) {
    const std::uint32_t cost = pair_cost(full, other);
    if (cost == 0) {
      close_change();
      ++made_.n_equal;
      made_.longest_run = std::max(made_.longest_run, ++run_);
      tell_writing(full, other);
      return;
    }
    add_word(was_, full);
    add_word(now_, other);
    if (is_marked(full) || is_marked(other)) {
      ++made_.n_marked;
    } else {
      ++made_.n_edited;
      run_ = 0;
    }
  }

  // Equal words that are written in another way; kinds of quotation marks are no edit.
  void tell_writing(const QuoteWord& full, const QuoteWord& other) {
    if (full.written == other.written) return;
    const bool case_only = ascii_case_folded(full.written) == ascii_case_folded(other.written);
    made_.edits.push_back(
        {case_only ? "case" : "mark", std::string(full.written), std::string(other.written)});
  }

  void close_change() {
    if (was_.empty() && now_.empty()) return;
    const char* op = was_.empty() ? "insert" : now_.empty() ? "cut" : "replace";
    made_.edits.push_back({op, std::move(was_), std::move(now_)});
    was_.clear();
    now_.clear();
  }

  std::span<const QuoteWord> full_;
  std::span<const QuoteWord> other_;
  QuoteAlignment made_;
  std::size_t i_ = 0;
  std::size_t j_ = 0;
  std::uint32_t run_ = 0;
  bool dropped_any_ = false;
  std::string was_;
  std::string now_;
};

}  // namespace

QuoteAlignment align_quotes(std::span<const QuoteWord> full, std::span<const QuoteWord> other) {
  if (are_equal(full, other))
    return Reader(full, other).read(std::vector<Step>(full.size(), Step::kPair));
  const bool fits = (full.size() + 1) * (other.size() + 1) <= kMaxCells;
  const std::vector<Step> steps = fits ? Aligner(full, other).align() : align_ends(full, other);
  return Reader(full, other).read(steps);
}

std::string change_of(const QuoteAlignment& found) {
  bool cut = false;
  for (const WordEdit& edit : found.edits) {
    if (edit.op == "case" || edit.op == "mark") continue;
    if (edit.op != "cut") return "altered";
    cut = true;
  }
  return cut ? "cut" : "same";
}

}  // namespace fabula::story
