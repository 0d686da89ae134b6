#include "render/compare.hpp"

#include <algorithm>
#include <tuple>

#include "render/quote_rest.hpp"
#include "render/word_places.hpp"

namespace fabula::render {
namespace {

// Every passage of the pair, by its place in the left article.
std::vector<Reading> readings_of(const Pile& pile, std::uint32_t left, std::uint32_t right) {
  std::vector<Reading> readings;
  for (const ReuseLink& link : pile.reuse) {
    if (link.a.article == left && link.b.article == right) readings.push_back({&link, Side::kA});
    if (link.a.article == right && link.b.article == left) readings.push_back({&link, Side::kB});
  }
  std::ranges::sort(readings, {}, [](const Reading& r) {
    return std::tuple(r.left_span().range, r.right_span().range, r.link->id);
  });
  return readings;
}

// Which readings are in the frame: the set with the most equal words in which no two overlap and
// all stand in the same order on both sides.
std::vector<bool> frame_of(const std::vector<Reading>& readings) {
  std::vector<std::uint64_t> best(readings.size());
  std::vector<std::size_t> before(readings.size());
  constexpr auto kNone = static_cast<std::size_t>(-1);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    before[i] = kNone;
    for (std::size_t j = 0; j < i; ++j) {
      const bool fits = readings[j].left_span().range.end <= readings[i].left_span().range.begin &&
                        readings[j].right_span().range.end <= readings[i].right_span().range.begin;
      if (fits && best[j] > best[i]) {
        best[i] = best[j];
        before[i] = j;
      }
    }
    best[i] += readings[i].link->words + std::uint64_t{1};
  }
  std::vector<bool> in_frame(readings.size());
  if (readings.empty()) return in_frame;
  auto at = static_cast<std::size_t>(std::ranges::max_element(best) - best.begin());
  for (; at != kNone; at = before[at]) in_frame[at] = true;
  return in_frame;
}

bool is_furniture(const ReuseLink& link) {
  return link.type == "furniture" || link.type == "credit" || link.type == "chance";
}

class Comparer {
 public:
  Comparer(const Pile& pile, std::uint32_t left, std::uint32_t right)
      : pile_(pile),
        left_words_(pile.articles[left].article.text),
        right_words_(pile.articles[right].article.text),
        readings_(readings_of(pile, left, right)),
        in_frame_(frame_of(readings_)) {
    made_.left = counted(left, left_words_, true);
    made_.right = counted(right, right_words_, false);
    for (const Reading& reading : readings_) {
      const EditCounts counts = count_edits(pile, *reading.link);
      made_.edits.n_words += counts.n_words;
      made_.edits.n_small += counts.n_small;
      made_.n_cut += !quote_rests(pile, *reading.link).empty();
    }
    for (std::size_t i = 0; i < readings_.size(); ++i)
      if (!in_frame_[i]) moved_.push_back(readings_[i]);
    std::ranges::sort(moved_, {}, [](const Reading& r) { return r.right_span().range; });
  }

  Comparison run() {
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const Reading& reading = readings_[i];
      only_left_up_to(reading.left_span().range.begin);
      if (in_frame_[i]) only_right_up_to(reading.right_span().range.begin);
      made_.rows.push_back({RowKind::kShared, reading.left_span().range, reading.right_span().range,
                            reading, !in_frame_[i], reading.link->words});
      left_at_ = std::max(left_at_, reading.left_span().range.end);
      if (in_frame_[i]) right_at_ = reading.right_span().range.end;
    }
    constexpr auto kEnd = static_cast<std::uint32_t>(-1);
    only_left_up_to(kEnd);
    only_right_up_to(kEnd);
    return std::move(made_);
  }

 private:
  // A word that one passage has changed and another has as it stands is shared.
  CompareSide counted(std::uint32_t article, const WordPlaces& words, bool is_left) const {
    CompareSide side{article, words.size(), 0, 0, 0};
    std::vector<bool> shared(words.size()), changed(words.size()), furniture(words.size());
    const auto mark = [&](std::vector<bool>& marks, Range range, bool value) {
      const std::size_t first = words.count({0, range.begin});
      const std::size_t n = words.count(range);
      std::fill_n(marks.begin() + static_cast<std::ptrdiff_t>(first), n, value);
    };
    std::vector<bool> here(words.size());
    for (const Reading& reading : readings_) {
      const Side own = is_left ? reading.left : other(reading.left);
      const Range range = side_of(*reading.link, own).range;
      if (is_furniture(*reading.link)) {
        mark(furniture, range, true);
        continue;
      }
      mark(here, range, true);
      for (const Range edited : changed_ranges(pile_, *reading.link, own)) {
        mark(changed, edited, true);
        mark(here, edited, false);
      }
      const std::size_t first = words.count({0, range.begin});
      for (std::size_t i = first; i < first + words.count(range); ++i) {
        shared[i] = shared[i] || here[i];
        here[i] = false;
      }
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      side.n_shared += shared[i];
      side.n_changed += changed[i] && !shared[i];
      side.n_furniture += furniture[i] && !shared[i] && !changed[i];
    }
    return side;
  }

  void add_gap(RowKind kind, const WordPlaces& words, Range range) {
    if (range.begin >= range.end || words.count(range) == 0) return;
    CompareRow row;
    row.kind = kind;
    row.n_words = words.count(range);
    const bool is_left = kind == RowKind::kOnlyLeft;
    const std::string_view text =
        pile_.articles[is_left ? made_.left.article : made_.right.article].article.text;
    (is_left ? row.left : row.right) = around_words(text, words, range);
    made_.rows.push_back(row);
  }

  // From the first word that begins in `range` to the last one, with the marks that stand against
  // them: the full stop of what is before does not belong to it.
  static Range around_words(std::string_view text, const WordPlaces& words, Range range) {
    const std::size_t first = words.count({0, range.begin});
    Range around = words.stretch(first, first + words.count(range));
    const auto is_gap = [&](std::uint32_t at) {
      return text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r';
    };
    around.begin = std::max(around.begin, range.begin);
    while (around.begin > range.begin && !is_gap(around.begin - 1)) --around.begin;
    while (around.end < range.end && !is_gap(around.end)) ++around.end;
    return around;
  }

  void only_left_up_to(std::uint32_t end) {
    end = std::min(end, size_of(made_.left));
    add_gap(RowKind::kOnlyLeft, left_words_, {left_at_, end});
    left_at_ = std::max(left_at_, end);
  }

  void only_right_up_to(std::uint32_t end) {
    end = std::min(end, size_of(made_.right));
    for (; next_moved_ < moved_.size(); ++next_moved_) {
      const Reading& reading = moved_[next_moved_];
      const Range range = reading.right_span().range;
      if (range.begin >= end) break;
      if (range.end <= right_at_) continue;
      add_gap(RowKind::kOnlyRight, right_words_, {right_at_, range.begin});
      CompareRow row;
      row.kind = RowKind::kElsewhere;
      row.right = {std::max(right_at_, range.begin), std::min(end, range.end)};
      row.reading = reading;
      row.n_words = right_words_.count(row.right);
      if (row.n_words > 0) made_.rows.push_back(row);
      right_at_ = std::max(right_at_, row.right.end);
    }
    add_gap(RowKind::kOnlyRight, right_words_, {right_at_, end});
    right_at_ = std::max(right_at_, end);
  }

  std::uint32_t size_of(const CompareSide& side) const {
    return static_cast<std::uint32_t>(pile_.articles[side.article].article.text.size());
  }

  const Pile& pile_;
  WordPlaces left_words_, right_words_;
  std::vector<Reading> readings_;
  std::vector<bool> in_frame_;
  std::vector<Reading> moved_;  // by their place in the right article
  std::size_t next_moved_ = 0;
  std::uint32_t left_at_ = 0, right_at_ = 0;  // told up to here
  Comparison made_;
};

}  // namespace

Comparison compare(const Pile& pile, std::uint32_t left, std::uint32_t right) {
  return Comparer(pile, left, right).run();
}

}  // namespace fabula::render
