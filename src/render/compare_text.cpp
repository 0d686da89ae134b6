// A comparison on a terminal.
#include <fmt/format.h>

#include <algorithm>

#include "render/compare.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/shown_words.hpp"

namespace fabula::render {
namespace {

constexpr std::uint32_t kWideEnough = 100;  // characters, for two columns
constexpr std::string_view kBetween = " │ ";
constexpr std::uint32_t kBetweenWidth = 3;

using Lines = std::vector<std::string>;

class TextComparison {
 public:
  TextComparison(const Pile& pile, const Comparison& comparison, const CompareOptions& options,
                 const TextStyle& style, std::ostream& out)
      : pile_(pile),
        comparison_(comparison),
        options_(options),
        style_(style),
        out_(out),
        is_wide_(style.width >= kWideEnough),
        column_(is_wide_ ? (style.width - kBetweenWidth) / 2 : style.width - kIndent) {}

  void write() {
    if (is_wide_)
      write_columns();
    else
      write_interleaved();
  }

 private:
  static constexpr std::uint32_t kIndent = 4;

  Lines wrapped(std::string_view words) const { return wrap(words, column_); }

  Lines heading(const CompareSide& side) const {
    const Article& a = pile_.articles[side.article].article;
    const std::string letter = is_wide_ ? &side == &comparison_.left ? "A · " : "B · " : "";
    Lines lines = wrapped(letter + side_label(pile_, side));
    for (const std::string& text : {title_label(a), a.sources.front(), share_text(side)})
      for (std::string& line : wrapped(text)) lines.push_back(std::move(line));
    return lines;
  }

  Lines gap(const CompareSide& side, Range range, std::size_t n_words) const {
    if (!options_.full && n_words > kShortGap) return wrapped(fmt::format("… {} words …", n_words));
    return marked_lines({{Change::kNone, shown_words(pile_, {side.article, range})}}, column_,
                        false);
  }

  Lines elsewhere(const CompareRow& row) const {
    return wrapped(fmt::format("… {} words that stand in another place in A …", row.n_words));
  }

  Lines shared(const CompareRow& row, Side side, Range range) const {
    return marked_lines(side_pieces(pile_, row.reading, side, range), column_, style_.color);
  }

  void line_of(char c) {
    std::string line;
    for (std::uint32_t i = 0; i < style_.width; ++i) line += c;
    out_ << line << '\n';
  }

  void note(std::string_view words) {
    if (words.empty()) return;
    for (const std::string& line : wrap(words, style_.width - 2))
      out_ << (style_.color ? "\x1b[2m" : "") << "  " << line << (style_.color ? "\x1b[0m" : "")
           << '\n';
  }

  // --- two columns --------------------------------------------------------------------------
  void beside(const Lines& left, const Lines& right) {
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const std::string_view l = i < left.size() ? std::string_view(left[i]) : std::string_view();
      out_ << l;
      for (std::uint32_t n = visible_width(l); n < column_; ++n) out_ << ' ';
      const std::string_view r = i < right.size() ? std::string_view(right[i]) : std::string_view();
      out_ << (r.empty() ? std::string_view(" │") : kBetween) << r << '\n';
    }
  }

  // Without the codes of colours.
  static std::uint32_t visible_width(std::string_view line) {
    std::string visible;
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (line[at] == '\x1b')
        at = std::min(line.find('m', at), line.size());
      else
        visible += line[at];
    }
    return display_width(visible);
  }

  void write_columns() {
    beside(heading(comparison_.left), heading(comparison_.right));
    out_ << '\n';
    note(edits_text(comparison_));
    line_of('-');
    const auto& rows = comparison_.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const CompareRow& row = rows[i];
      if (row.kind == RowKind::kShared) {
        note(link_text(pile_, row));
        note(cut_text(pile_, row));
        bool is_first = true;
        for (const auto& [left, right] : paragraphs_of(pile_, row)) {
          if (!is_first) beside({}, {""});
          is_first = false;
          beside(shared(row, row.reading.left, left), shared(row, other(row.reading.left), right));
        }
      } else if (row.kind == RowKind::kOnlyLeft && i + 1 < rows.size() &&
                 rows[i + 1].kind == RowKind::kOnlyRight) {
        beside(gap(comparison_.left, row.left, row.n_words),
               gap(comparison_.right, rows[i + 1].right, rows[i + 1].n_words));
        ++i;
      } else if (row.kind == RowKind::kOnlyLeft) {
        beside(gap(comparison_.left, row.left, row.n_words), {});
      } else if (row.kind == RowKind::kOnlyRight) {
        beside({}, gap(comparison_.right, row.right, row.n_words));
      } else {
        beside({}, elsewhere(row));
      }
      out_ << '\n';
    }
  }

  // --- one below the other ------------------------------------------------------------------
  void below(std::string_view sign, const Lines& lines) {
    bool is_first = true;
    for (const std::string& line : lines) {
      if (line.empty())
        out_ << '\n';
      else
        out_ << fmt::format("{:<{}}{}\n", is_first ? sign : "", kIndent, line);
      is_first = false;
    }
  }

  void write_interleaved() {
    below("A", heading(comparison_.left));
    below("B", heading(comparison_.right));
    out_ << '\n';
    note(edits_text(comparison_));
    line_of('-');
    for (const CompareRow& row : comparison_.rows) {
      switch (row.kind) {
        case RowKind::kShared:
          note(link_text(pile_, row));
          note(cut_text(pile_, row));
          below("A=B",
                marked_lines(merged_pieces(pile_, row.reading, row.left), column_, style_.color));
          break;
        case RowKind::kOnlyLeft:
          below("A", gap(comparison_.left, row.left, row.n_words));
          break;
        case RowKind::kOnlyRight:
          below("B", gap(comparison_.right, row.right, row.n_words));
          break;
        case RowKind::kElsewhere:
          below("B", elsewhere(row));
          break;
      }
      out_ << '\n';
    }
  }

  const Pile& pile_;
  const Comparison& comparison_;
  const CompareOptions& options_;
  const TextStyle& style_;
  std::ostream& out_;
  bool is_wide_;
  std::uint32_t column_;
};

}  // namespace

void write_comparison(const Pile& pile, const Comparison& comparison, const CompareOptions& options,
                      const TextStyle& style, std::ostream& out) {
  TextComparison(pile, comparison, options, style, out).write();
}

}  // namespace fabula::render
