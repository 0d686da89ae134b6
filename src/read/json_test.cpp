#include "read/json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read/testing.hpp"

namespace fabula::read {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

RecordFields fields_of(const std::string& line) {
  const auto got = read_bytes("pile.jsonl", line);
  EXPECT_THAT(got.left_out, IsEmpty()) << line;
  EXPECT_THAT(got.captures, SizeIs(1)) << line;
  return got.captures.empty() ? RecordFields{} : got.captures[0].fields;
}

Error refused(const std::string& line) {
  const auto got = read_bytes("pile.jsonl", line);
  EXPECT_THAT(got.captures, IsEmpty()) << line;
  EXPECT_THAT(got.left_out, SizeIs(1)) << line;
  return got.left_out.empty() ? Error{} : got.left_out[0].error;
}

TEST(Json, AllFields) {
  const RecordFields got = fields_of(
      R"({"id":"a7","url":"https://riverpost.example/7","outlet":"River Post","title":"Bridge shut",)"
      R"("author":"Ana Reis","published":"2031-05-01","scrape_time":"2031-05-02","text":"It is.","topic":"x"})");
  EXPECT_EQ(got.id, "a7");
  EXPECT_EQ(got.url, "https://riverpost.example/7");
  EXPECT_EQ(got.outlet, "River Post");
  EXPECT_EQ(got.title, "Bridge shut");
  EXPECT_EQ(got.author, "Ana Reis");
  EXPECT_EQ(got.published, "2031-05-01");
  EXPECT_EQ(got.captured, "2031-05-02");
  EXPECT_EQ(got.text, "It is.");
}

TEST(Json, OtherNamesOfTheFields) {
  const RecordFields got = fields_of(
      R"({"Publish_Date":"2031","publisher":"Post","Authors":["Ana Reis","J. Lund"],"maintext":"It is."})");
  EXPECT_EQ(got.published, "2031");
  EXPECT_EQ(got.outlet, "Post");
  EXPECT_EQ(got.author, "Ana Reis, J. Lund");
  EXPECT_EQ(got.text, "It is.");
}

TEST(Json, TheBestNameThatIsNotEmptyWins) {
  EXPECT_EQ(fields_of(R"({"content":"short","text":"long"})").text, "long");
  EXPECT_EQ(fields_of(R"({"text":"long","content":"short"})").text, "long");
  EXPECT_EQ(fields_of(R"({"text":"","content":"short"})").text, "short");
  EXPECT_EQ(fields_of(R"({"text":null,"content":"short"})").text, "short");
  EXPECT_EQ(fields_of(R"({"text":"one","text":"two"})").text, "one");
}

TEST(Json, ValuesThatAreNoStrings) {
  const RecordFields got = fields_of(
      R"({"id":604,"source":{"id":null,"name":"River Post"},"author":[{"name":"Ana Reis"},null,7],)"
      R"("title":true,"published":null,"url":{"a":[1]},"text":["One.","Two."]})");
  EXPECT_EQ(got.id, "604");
  EXPECT_EQ(got.outlet, "River Post");
  EXPECT_EQ(got.author, "Ana Reis, 7");
  EXPECT_EQ(got.title, "");
  EXPECT_EQ(got.published, "");
  EXPECT_EQ(got.url, "");
  EXPECT_EQ(got.text, "One.\n\nTwo.");
}

TEST(Json, EscapesAndBytes) {
  EXPECT_EQ(fields_of(R"({"text":"a\u00e9\n\ud83c\udf27 \"b\""})").text, "aé\n🌧 \"b\"");
  EXPECT_EQ(fields_of(R"({"text":"cut \ud83c here"})").text, "cut \uFFFD here");
  EXPECT_EQ(fields_of(R"({"text":"cut \udf27\ud83c"})").text, "cut \uFFFD\uFFFD");
  EXPECT_EQ(fields_of(R"({"text":"\\ud83c stays"})").text, "\\ud83c stays");
  EXPECT_EQ(fields_of(R"({"text":"a\u0000b"})").text,
            "a\uFFFD"
            "b");
  EXPECT_EQ(fields_of("{\"text\":\"a\xE2\x80\xA8"
                      "b\"}")
                .text,
            "a\u2028b");
}

TEST(Json, BytesThatAreNoUtf8) {
  EXPECT_EQ(fields_of("{\"text\":\"It\x92s over, she said.\"}").text, "It’s over, she said.");
  EXPECT_EQ(fields_of("{\"text\":\"It’s “over”, \xFF José said.\"}").text,
            "It’s “over”, \uFFFD José said.");
}

TEST(Json, ABadLineCostsThatLine) {
  const auto got =
      read_bytes("pile.jsonl",
                 "{\"text\":\"One.\"}\r\n\n{\"text\":\"Two.\n{\"text\":\"Three.\"}\n[1]\n"
                 "{\"text\":\"Four.\"}");
  ASSERT_THAT(got.captures, SizeIs(3));
  EXPECT_THAT(got.captures[0].sources, ElementsAre("pile.jsonl:1"));
  EXPECT_EQ(got.captures[0].bytes, "{\"text\":\"One.\"}");
  EXPECT_THAT(got.captures[1].sources, ElementsAre("pile.jsonl:4"));
  EXPECT_THAT(got.captures[2].sources, ElementsAre("pile.jsonl:6"));
  ASSERT_THAT(got.left_out, SizeIs(2));
  EXPECT_EQ(got.left_out[0].source, "pile.jsonl:3");
  EXPECT_EQ(got.left_out[0].error.code, Errc::kBadRecord);
  EXPECT_EQ(got.left_out[0].error.where, "pile.jsonl:3");
  EXPECT_EQ(got.left_out[1].source, "pile.jsonl:5");
  EXPECT_EQ(got.left_out[1].error.what, "JSON, but not an object");
}

TEST(Json, BadRecords) {
  EXPECT_EQ(refused("{\"text\":\"a\"}{\"text\":\"b\"}").code, Errc::kBadRecord);
  EXPECT_EQ(refused("{\"text\":\"a\"").code, Errc::kBadRecord);
  EXPECT_EQ(refused("{'text':'a'}").code, Errc::kBadRecord);
  EXPECT_EQ(refused("text").code, Errc::kBadRecord);
  EXPECT_EQ(refused("{\"text\":\"a\\u12\"}").code, Errc::kBadRecord);
  EXPECT_EQ(refused("{\"a\":" + std::string(100000, '[') + "}").code, Errc::kBadRecord);
}

TEST(Json, NoText) {
  const Error missing = refused(R"({"id":"7","topic":"rain"})");
  EXPECT_EQ(missing.code, Errc::kNoText);
  EXPECT_EQ(missing.what, "no text in the record; its keys are \"id\", \"topic\"");
  EXPECT_THAT(missing.hint, HasSubstr("\"text\", \"body\""));
  EXPECT_EQ(refused(R"({"id":"7","text":" "})").what, "the record's text is empty");
}

TEST(Json, EqualRecordsAreGivenAgain) {
  const auto got = read_bytes("pile.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"One.\"}\r\n");
  ASSERT_THAT(got.captures, SizeIs(2));
  EXPECT_EQ(got.captures[0].sha256, got.captures[1].sha256);
}

TEST(Json, ALineOverTheLimit) {
  const auto got = read_bytes("pile.jsonl",
                              "{\"text\":\"One.\"}\n{\"text\":\"" + std::string(3'000'000, 'x') +
                                  "\"}\n{\"text\":\"Three.\"}\n",
                              {.max_article_bytes = 1'000'000});
  ASSERT_THAT(got.captures, SizeIs(2));
  EXPECT_EQ(got.captures[1].fields.text, "Three.");
  EXPECT_THAT(got.captures[1].sources, ElementsAre("pile.jsonl:3"));
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].source, "pile.jsonl:2");
  EXPECT_EQ(got.left_out[0].error.code, Errc::kTooLarge);
}

TEST(Json, AList) {
  const auto got = read_bytes("pile.json",
                              " [\n {\"text\": \"One, ]}\\\" two.\"},\n {\"text\": 7, \"x\": [1, "
                              "{}]},, 3, {\"text\": \"a}\n]\n");
  ASSERT_THAT(got.captures, SizeIs(2));
  EXPECT_THAT(got.captures[0].sources, ElementsAre("pile.json#1"));
  EXPECT_EQ(got.captures[0].fields.text, "One, ]}\" two.");
  EXPECT_EQ(got.captures[1].fields.text, "7");
  ASSERT_THAT(got.left_out, SizeIs(2));
  EXPECT_EQ(got.left_out[0].source, "pile.json#3");
  EXPECT_EQ(got.left_out[1].error.what, "the JSON list ends before its closing bracket");
}

TEST(Json, AListUnderTheNameOfLines) {
  EXPECT_THAT(read_bytes("pile.jsonl", "[{\"text\":\"One.\"},\n{\"text\":\"Two.\"}]").captures,
              SizeIs(2));
}

TEST(Json, AnEmptyList) {
  const auto got = read_bytes("pile.json", "[ {}, ]");
  EXPECT_THAT(got.captures, IsEmpty());
  ASSERT_THAT(got.left_out, SizeIs(1));
}

TEST(Json, ContainersThatHoldNothing) {
  EXPECT_EQ(read_bytes("pile.json", " [ ] ").left_out.at(0).error.what, "the JSON list is empty");
  EXPECT_EQ(read_bytes("pile.jsonl", "\n \r\n\n").left_out.at(0).error.what,
            "the file holds empty lines only");
}

TEST(Json, OneObjectOverManyLines) {
  const auto got =
      read_bytes("a.json", "{\n  \"title\": \"Bridge shut\",\n  \"text\": \"It is.\"\n}\n");
  ASSERT_THAT(got.captures, SizeIs(1));
  EXPECT_THAT(got.captures[0].sources, ElementsAre("a.json"));
  EXPECT_EQ(got.captures[0].fields.title, "Bridge shut");
}

TEST(Json, LinesUnderTheNameOfJson) {
  EXPECT_THAT(read_bytes("a.json", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n").captures,
              SizeIs(2));
}

TEST(Json, LinesInUtf16) {
  const auto got =
      read_bytes("a.jsonl", utf16("{\"text\":\"It’s one.\"}\n{\"text\":\"Two.\"}\n", false));
  ASSERT_THAT(got.captures, SizeIs(2));
  EXPECT_EQ(got.captures[0].fields.text, "It’s one.");
}

}  // namespace
}  // namespace fabula::read
