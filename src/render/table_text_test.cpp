#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "render/table.hpp"

namespace fabula::render {
namespace {

std::string as_text(const Table& table, std::uint32_t width) {
  std::ostringstream out;
  write_table_text(table, {width, false}, out);
  return out.str();
}

std::uint32_t widest_line(const std::string& text) {
  std::uint32_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

const Table kStory{
    {{"when", "WHEN", 25},
     {"line", "WHAT", 0},
     {"hidden", "", 0},
     {"articles", "ARTICLES", 8},
     {"source", "TOLD BY", 24},
     {"short", "ID", 8}},
    {{"11 Mar 2024", "Water was seen at the foot of the dam above Orra.", "x", std::int64_t{4},
      "River Post and Vale Ledger", "e0000001"},
     {"12 Mar 2024", "The road is shut.", "x", std::int64_t{1}, "Agency", "e0000002"}}};

TEST(TableText, ColumnsBesideEachOther) {
  EXPECT_EQ(
      as_text(kStory, 120),
      "WHEN         WHAT                                               ARTICLES  TOLD BY      "
      "             ID\n"
      "11 Mar 2024  Water was seen at the foot of the dam above Orra.  4         River Post "
      "and Vale       e0000001\n"
      "                                                                          Ledger\n"
      "12 Mar 2024  The road is shut.                                  1         Agency       "
      "             e0000002\n");
}

TEST(TableText, NeverWiderThanTheTerminal) {
  for (std::uint32_t width = 40; width < 140; ++width) {
    const std::string text = as_text(kStory, width);
    EXPECT_LE(widest_line(text), width);
    EXPECT_THAT(text, testing::HasSubstr("e0000001"));  // never broken
  }
  EXPECT_LE(widest_line(as_text(kStory, 0)), 40U);
}

TEST(TableText, BlocksWhereThereIsNoRoom) {
  EXPECT_EQ(as_text(kStory, 50),
            "WHEN          11 Mar 2024\n"
            "WHAT          Water was seen at the foot of the\n"
            "              dam above Orra.\n"
            "ARTICLES      4\n"
            "TOLD BY       River Post and Vale Ledger\n"
            "ID            e0000001\n"
            "\n"
            "WHEN          12 Mar 2024\n"
            "WHAT          The road is shut.\n"
            "ARTICLES      1\n"
            "TOLD BY       Agency\n"
            "ID            e0000002\n");
}

TEST(TableText, RowsOfOneGroup) {
  const Table table{{{"passage", "PASSAGE", 8, true}, {"by", "BY", 10}, {"why", "WHY", 0, true}},
                    {{"w1", "Post", "equal words"},
                     {"w1", "Ledger", "equal words"},
                     {"w1", "Agency", "it is later"},
                     {"w2", "Agency", "it is later"}}};
  EXPECT_EQ(as_text(table, 80),
            "PASSAGE  BY      WHY\n"
            "w1       Post    equal words\n"
            "         Ledger\n"
            "         Agency  it is later\n"
            "\n"
            "w2       Agency  it is later\n");
}

TEST(TableText, ColumnsWithoutAWordAreLeftOut) {
  EXPECT_EQ(as_text({{{"a", "A", 0}, {"b", "EMPTY", 5}, {"c", "C", 5}},
                     {{"x", "", "z"}, {"y", Cell(), ""}}},
                    80),
            "A  C\n"
            "x  z\n"
            "y\n");
}

TEST(TableText, NothingToShow) {
  EXPECT_EQ(as_text({{{"a", "A", 0}, {"b", "B", 3}}, {}}, 80), "");
  EXPECT_EQ(as_text({{{"a", "", 0}}, {{"x"}}}, 80), "");
  EXPECT_EQ(as_text({}, 80), "");
}

}  // namespace
}  // namespace fabula::render
