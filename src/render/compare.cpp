#include "render/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/quote_rest.hpp"
#include "render/shown_words.hpp"
#include "render/word_places.hpp"
#include "text/utf8.hpp"

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

Cell number(std::uint64_t n) { return static_cast<std::int64_t>(n); }

std::string_view name_of(const CompareRow& row) {
  switch (row.kind) {
    case RowKind::kShared:
      return row.moved ? "moved" : "shared";
    case RowKind::kOnlyLeft:
      return "only a";
    case RowKind::kOnlyRight:
      return "only b";
    case RowKind::kElsewhere:
      return "elsewhere";
  }
  return "";
}

// "a->b" as the reader of this comparison has them.
std::string direction_of(const Reading& reading) {
  const std::string& direction = reading.link->direction;
  if (reading.left == Side::kA || (direction != "a->b" && direction != "b->a")) return direction;
  return direction == "a->b" ? "b->a" : "a->b";
}

}  // namespace

Comparison compare(const Pile& pile, std::uint32_t left, std::uint32_t right) {
  return Comparer(pile, left, right).run();
}

std::vector<std::pair<Range, Range>> paragraphs_of(const Pile& pile, const CompareRow& row) {
  std::vector<std::pair<Range, Range>> parts;
  const Reading& reading = row.reading;
  Range left = row.left, right = row.right;
  const auto trimmed = [&](const Span& side, Range range) {
    return without_breaks(pile.articles[side.article].article, range);
  };
  const auto add = [&](Range l, Range r) {
    l = trimmed(reading.left_span(), l);
    r = trimmed(reading.right_span(), r);
    if (!l.empty() || !r.empty()) parts.push_back({l, r});
  };
  for (const Paragraph& paragraph : pile.articles[reading.left_span().article].article.paragraphs) {
    const std::uint32_t at = paragraph.range.begin;
    if (at <= left.begin) continue;
    if (at >= row.left.end) break;
    const Range before = across(*reading.link, reading.left, {row.left.begin, at});
    const std::uint32_t at_right = std::clamp(before.end, right.begin, right.end);
    add({left.begin, at}, {right.begin, at_right});
    left.begin = at;
    right.begin = at_right;
  }
  add(left, right);
  return parts;
}

std::string side_label(const Pile& pile, const CompareSide& side) {
  const Article& a = pile.articles[side.article].article;
  return fmt::format(
      "{}, {}", source_label(a),
      a.published.when.known() ? when_text(a.published.when) : std::string("day not known"));
}

std::string share_text(const CompareSide& side) {
  std::string text = fmt::format("{} of {} words shared ({} %)", side.n_shared, side.n_words,
                                 side.n_words == 0 ? 0 : side.n_shared * 100 / side.n_words);
  if (side.n_changed > 0) text += fmt::format(", {} changed or put in", side.n_changed);
  if (side.n_furniture > 0)
    text += fmt::format(", {} more in furniture of the page or stock phrases", side.n_furniture);
  return text;
}

std::string link_text(const Pile& pile, const CompareRow& row) {
  const ReuseLink& link = *row.reading.link;
  const std::string a = source_label(pile.articles[link.a.article].article);
  const std::string b = source_label(pile.articles[link.b.article].article);
  return fmt::format("{}{}, {} equal words, {}: {}", row.moved ? "moved, " : "", link.type,
                     link.words,
                     link.direction == "a->b"   ? a + " → " + b
                     : link.direction == "b->a" ? b + " → " + a
                                                : "who took from whom is not known",
                     link.because);
}

std::string edits_text(const Comparison& comparison) {
  if (std::ranges::none_of(comparison.rows,
                           [](const CompareRow& row) { return row.kind == RowKind::kShared; }))
    return "no run of words stands in both";
  const auto& [n_words, n_small] = comparison.edits;
  std::string text = n_words + n_small == 0 ? "nothing changed in what is shared"
                                            : fmt::format("{} {} of words", n_words,
                                                          n_words == 1 ? "change" : "changes");
  if (n_small > 0) text += fmt::format(", {} of marks or capitals only (not marked)", n_small);
  if (comparison.n_cut > 0)
    text +=
        fmt::format("; {} only in part on one side",
                    comparison.n_cut == 1 ? "1 quotation stands"
                                          : fmt::format("{} quotations stand", comparison.n_cut));
  return text;
}

std::string cut_text(const Pile& pile, const CompareRow& row) {
  const bool is_a = row.reading.left == Side::kA;
  return quote_rest_text(pile, *row.reading.link, is_a ? "A" : "B", is_a ? "B" : "A");
}

Table compare_table(const Pile& pile, const Comparison& comparison, const CompareOptions& options) {
  constexpr std::size_t kAll = static_cast<std::size_t>(-1);
  Table table{{{"kind", "", 0},
               {"words", "", 0},
               {"class", "", 0},
               {"direction", "", 0},
               {"changes", "", 0},
               {"edits", "", 0},
               {"quote_rest", "", 0},
               {"a_begin", "", 0},
               {"a_end", "", 0},
               {"a_text", "", 0},
               {"b_begin", "", 0},
               {"b_end", "", 0},
               {"b_text", "", 0},
               {"a_article", "", 0},
               {"a_source", "", 0},
               {"b_article", "", 0},
               {"b_source", "", 0},
               {"reuse", "", 0},
               {"because", "", 0}},
              {}};
  const Article& a = pile.articles[comparison.left.article].article;
  const Article& b = pile.articles[comparison.right.article].article;
  for (const CompareRow& row : comparison.rows) {
    if (row.kind == RowKind::kElsewhere) continue;
    const bool is_shared = row.kind == RowKind::kShared;
    const auto side = [&](const Article& article, Range range, bool is_here) {
      return std::array<Cell, 3>{is_here ? number(range.begin) : Cell(),
                                 is_here ? number(range.end) : Cell(),
                                 is_here && (is_shared || options.full)
                                     ? Cell(std::string(fabula::words_of(article.text, range)))
                                     : Cell()};
    };
    const auto left = side(a, row.left, row.kind != RowKind::kOnlyRight);
    const auto right = side(b, row.right, row.kind != RowKind::kOnlyLeft);
    const ReuseLink* link = row.reading.link;
    table.rows.push_back(
        {std::string(name_of(row)), number(row.n_words), link ? Cell(link->type) : Cell(),
         link ? Cell(direction_of(row.reading)) : Cell(),
         link ? Cell(changes_text(pile, row.reading, kAll)) : Cell(),
         link ? number(count_edits(pile, *link).n_words) : Cell(),
         link ? Cell(cut_text(pile, row)) : Cell(), left[0], left[1], left[2], right[0], right[1],
         right[2], a.id, a.sources.front(), b.id, b.sources.front(), link ? Cell(link->id) : Cell(),
         link ? Cell(link->because) : Cell()});
  }
  return table;
}

}  // namespace fabula::render
