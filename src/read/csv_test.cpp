#include "read/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/testing.hpp"

namespace fabula::read {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<CsvRow> rows_of(std::string_view text, std::uint64_t max_row_bytes = 1000) {
  MemorySource source(text);
  InputBuffer input(source);
  CsvReader reader(input, ',', max_row_bytes);
  std::vector<CsvRow> rows;
  while (const CsvRow* row = reader.next()) {
    rows.push_back(*row);
    rows.back().bytes = {};  // lives as long as the buffer
  }
  return rows;
}

TEST(Csv, CellsAsRfc4180HasThem) {
  const auto rows = rows_of("a,b\r\n1,\"x, y\"\n2,\"He said \"\"no\"\",\r\ntwice.\"\r\n3,\n");
  ASSERT_THAT(rows, SizeIs(4));
  EXPECT_THAT(rows[0].cells, ElementsAre("a", "b"));
  EXPECT_THAT(rows[1].cells, ElementsAre("1", "x, y"));
  EXPECT_THAT(rows[2].cells, ElementsAre("2", "He said \"no\",\r\ntwice."));
  EXPECT_THAT(rows[3].cells, ElementsAre("3", ""));
  EXPECT_EQ(rows[2].line, 3);
  EXPECT_EQ(rows[3].line, 5);
}

TEST(Csv, TheLastRowNeedsNoLineEnd) {
  EXPECT_THAT(rows_of("a,b").at(0).cells, ElementsAre("a", "b"));
  EXPECT_THAT(rows_of("a,\"b\"").at(0).cells, ElementsAre("a", "b"));
  EXPECT_THAT(rows_of("a,").at(0).cells, ElementsAre("a", ""));
  EXPECT_THAT(rows_of("a,b\r").at(0).cells, ElementsAre("a", "b"));
  EXPECT_THAT(rows_of(""), IsEmpty());
}

TEST(Csv, MarksInsideOfACellAreText) {
  EXPECT_THAT(rows_of("5\" pipe,x\n").at(0).cells, ElementsAre("5\" pipe", "x"));
  EXPECT_THAT(rows_of("\"a\" b,x\n").at(0).cells, ElementsAre("a b", "x"));
}

TEST(Csv, AForgottenMarkCostsOneRow) {
  const auto rows = rows_of("1,\"open\n2,b\n3,c\n");
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[0].trouble, RowTrouble::kUnclosedMark);
  EXPECT_THAT(rows[1].cells, ElementsAre("2", "b"));
  EXPECT_EQ(rows[2].line, 3);
}

TEST(Csv, AForgottenMarkClosedByALaterCellCostsOneRow) {
  const auto rows = rows_of("1,\"open\n2,\"b\"\n3,c\n");
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[0].trouble, RowTrouble::kUnclosedMark);
  EXPECT_THAT(rows[1].cells, ElementsAre("2", "b"));
  EXPECT_THAT(rows[2].cells, ElementsAre("3", "c"));
}

TEST(Csv, ARowOverTheLimitIsPassedOver) {
  const auto rows = rows_of("1,a\n2," + std::string(5000, 'x') + "\n3,c\n");
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_EQ(rows[1].trouble, RowTrouble::kTooLarge);
  EXPECT_EQ(rows[2].line, 3);
  EXPECT_THAT(rows[2].cells, ElementsAre("3", "c"));
}

TEST(Csv, ManyForgottenMarksTakeLinearTime) {
  // Each line both closes the mark that is open before it and opens the next.
  std::string text;
  while (text.size() < 4'000'000) text += "z\",\"\n";
  const auto rows = rows_of(text, 32'000'000);
  EXPECT_THAT(rows, testing::Not(IsEmpty()));
}

TEST(Csv, TheSeparatorIsTheOneThatFindsTheText) {
  EXPECT_EQ(read_csv_header("id;title;text\n1;a,b;c\n").separator, ';');
  EXPECT_EQ(read_csv_header("id\ttext\n").separator, '\t');
  EXPECT_EQ(read_csv_header("id|Body\n").separator, '|');
  EXPECT_EQ(read_csv_header("\"id\",\"text, whole\",\"text\"\n").separator, ',');
  EXPECT_FALSE(read_csv_header("id,topic\n").has_text);
}

TEST(Csv, RowsBecomeCaptures) {
  const auto got = read_bytes("pile.csv",
                              "\xEF\xBB\xBFid,Publisher,scrape_time,Headline,topic,TEXT\r\n"
                              "7,River Post,2031-05-01T10:00:00Z,Bridge shut,roads,\"It is "
                              "shut.\r\n\r\n\"\"Shut,\"\" she said.\"\r\n");
  EXPECT_THAT(got.left_out, IsEmpty());
  ASSERT_THAT(got.captures, SizeIs(1));
  const Capture& capture = got.captures[0];
  EXPECT_THAT(capture.sources, ElementsAre("pile.csv:2"));
  EXPECT_EQ(capture.format, Format::kRecord);
  EXPECT_EQ(
      capture.bytes,
      "7,River Post,2031-05-01T10:00:00Z,Bridge shut,roads,\"It is shut.\r\n\r\n\"\"Shut,\"\" "
      "she said.\"");
  EXPECT_EQ(capture.fields.id, "7");
  EXPECT_EQ(capture.fields.outlet, "River Post");
  EXPECT_EQ(capture.fields.captured, "2031-05-01T10:00:00Z");
  EXPECT_EQ(capture.fields.title, "Bridge shut");
  EXPECT_EQ(capture.fields.text, "It is shut.\r\n\r\n\"Shut,\" she said.");
  EXPECT_EQ(capture.fields.published, "");
}

TEST(Csv, AMissingTextColumnIsExplained) {
  const auto got = read_bytes("pile.csv", "id,topic\n1,roads\n2,rain\n");
  EXPECT_THAT(got.captures, IsEmpty());
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].source, "pile.csv");
  EXPECT_EQ(got.left_out[0].error.code, Errc::kNoText);
  EXPECT_EQ(got.left_out[0].error.what,
            "no column holds the text; the columns are \"id\", \"topic\"");
  EXPECT_THAT(got.left_out[0].error.hint, HasSubstr("\"text\", \"body\", \"content\""));
}

TEST(Csv, AHeaderWithoutRowsIsSaid) {
  for (const char* bytes : {"id,text\n", "id,text", "id,text\r\n\r\n\n"}) {
    const auto got = read_bytes("pile.csv", bytes);
    EXPECT_THAT(got.captures, IsEmpty());
    ASSERT_THAT(got.left_out, SizeIs(1)) << bytes;
    EXPECT_EQ(got.left_out[0].source, "pile.csv");
    EXPECT_EQ(got.left_out[0].error.code, Errc::kEmpty);
    EXPECT_EQ(got.left_out[0].error.what, "the file has a header and no rows");
  }
}

TEST(Csv, ARowWithTheWrongNumberOfCellsIsLeftOut) {
  const auto got = read_bytes("pile.csv", "id,text\n1,a\n2,b,c\n\n3\n4,d\n");
  ASSERT_THAT(got.captures, SizeIs(2));
  EXPECT_EQ(got.captures[1].fields.text, "d");
  EXPECT_THAT(got.captures[1].sources, ElementsAre("pile.csv:6"));
  ASSERT_THAT(got.left_out, SizeIs(2));
  EXPECT_EQ(got.left_out[0].source, "pile.csv:3");
  EXPECT_EQ(got.left_out[0].error.where, "pile.csv:3");
  EXPECT_EQ(got.left_out[0].error.what, "the row has 3 cells, the header has 2");
  EXPECT_EQ(got.left_out[1].source, "pile.csv:5");
}

TEST(Csv, ARowWithoutTextIsLeftOut) {
  const auto got = read_bytes("pile.csv", "id,text\n1,\" \"\n2,b\n");
  EXPECT_THAT(got.captures, SizeIs(1));
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].error.code, Errc::kNoText);
}

TEST(Csv, FromASpreadsheetInWindows1252) {
  const auto got = read_bytes(
      "pile.csv", "id;text\r\n1;It\x92s shut; \r\n2;It\x92s shut\r\n3;Jos\xE9 said no\r\n");
  ASSERT_THAT(got.captures, SizeIs(2));
  EXPECT_EQ(got.captures[0].fields.text, "It’s shut");
  EXPECT_EQ(got.captures[0].encoding, "windows-1252");
  EXPECT_EQ(got.captures[1].fields.text, "José said no");
  EXPECT_EQ(got.captures[1].bytes, "3;Jos\xE9 said no");
}

TEST(Csv, FromASpreadsheetInUtf16) {
  const std::string utf8 = "\uFEFFid\ttext\r\n1\tIt’s 🌧 here.\r\n2\tIt’s over.\r\n";
  for (const bool big : {false, true}) {
    const auto got = read_bytes("pile.tsv", utf16(utf8, big));
    ASSERT_THAT(got.captures, SizeIs(2));
    EXPECT_EQ(got.captures[0].fields.text, "It’s 🌧 here.");
    EXPECT_THAT(got.captures[1].sources, ElementsAre("pile.tsv:3"));
  }
}

}  // namespace
}  // namespace fabula::read
