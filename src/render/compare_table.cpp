// A comparison for programs.
#include <array>
#include <string>

#include "render/compare.hpp"
#include "render/pile_index.hpp"

namespace fabula::render {
namespace {

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
         right[2], a.id, a.sources.front(), b.id, b.sources.front(),
         link ? Cell(link->id.str()) : Cell(), link ? Cell(link->because.str()) : Cell()});
  }
  return table;
}

}  // namespace fabula::render
