#include "read/source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/hash.hpp"
#include "read/testing.hpp"

namespace fabula::read {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Source, APlainTextIsItsBytes) {
  const std::string bytes =
      "\xEF\xBB\xBF"
      "Bridge shut\r\n\r\n“It’s shut,” she said.\r\n";
  const auto got = read_bytes("pile/a.txt", bytes);
  EXPECT_THAT(got.left_out, IsEmpty());
  ASSERT_THAT(got.captures, SizeIs(1));
  const Capture& capture = got.captures[0];
  EXPECT_THAT(capture.sources, ElementsAre("pile/a.txt"));
  EXPECT_EQ(capture.text, bytes);
  EXPECT_EQ(capture.bytes, bytes);
  EXPECT_EQ(capture.sha256, sha256_hex(bytes));
  EXPECT_EQ(capture.format, Format::kText);
  EXPECT_EQ(capture.encoding, "UTF-8");
  EXPECT_FALSE(capture.file_day.has_value());
}

TEST(Source, APageLosesItsMark) {
  const auto got = read_bytes("a.html", "\xEF\xBB\xBF<p>Rain.</p>");
  ASSERT_THAT(got.captures, SizeIs(1));
  EXPECT_EQ(got.captures[0].format, Format::kHtml);
  EXPECT_EQ(got.captures[0].text, "<p>Rain.</p>");
  EXPECT_EQ(got.captures[0].bytes, "\xEF\xBB\xBF<p>Rain.</p>");
}

TEST(Source, MarkdownIsItsOwnFormat) {
  EXPECT_EQ(read_bytes("a.md", "# Rain").captures.at(0).format, Format::kMarkdown);
}

TEST(Source, EmptyInputs) {
  for (const char* path : {"a.txt", "a.html", "a.jsonl", "a.csv", "a.json", "-"}) {
    const auto got = read_bytes(path, "");
    EXPECT_THAT(got.captures, IsEmpty());
    ASSERT_THAT(got.left_out, SizeIs(1)) << path;
    EXPECT_EQ(got.left_out[0].error.code, Errc::kEmpty);
    EXPECT_EQ(got.left_out[0].error.where, path);
  }
  EXPECT_EQ(read_bytes("a.txt", " \n\n").left_out.at(0).error.code, Errc::kEmpty);
}

TEST(Source, AnArticleOverTheLimit) {
  const auto got = read_bytes("a.txt", std::string(2001, 'a'), {.max_article_bytes = 2000});
  EXPECT_THAT(got.captures, IsEmpty());
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].error.code, Errc::kTooLarge);
  EXPECT_EQ(got.left_out[0].error.what, "over 2000 bytes, the limit for one article");
  EXPECT_THAT(read_bytes("a.txt", std::string(2000, 'a'), {.max_article_bytes = 2000}).captures,
              SizeIs(1));
}

TEST(Source, AFileOverTheLimitGivesItsFirstRecords) {
  std::string lines;
  while (lines.size() < 3'000'000) lines += "{\"text\":\"Rain fell again.\"}\n";
  const auto got = read_bytes("a.jsonl", lines, {.max_file_bytes = 1'000'000});
  EXPECT_THAT(got.captures, testing::Not(IsEmpty()));
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].source, "a.jsonl");
  EXPECT_EQ(got.left_out[0].error.code, Errc::kTooLarge);
}

TEST(Source, APathThatIsNoUtf8IsShownAsUtf8) {
  const auto got = read_bytes("pile/caf\xE9.txt", "Rain.");
  ASSERT_THAT(got.captures, SizeIs(1));
  EXPECT_THAT(got.captures[0].sources, ElementsAre("pile/caf\uFFFD.txt"));
}

TEST(Source, AnErrorOfTheSinkEndsTheJob) {
  Outcome outcome;
  CaptureSink sink = sink_into(outcome);
  sink.capture = [](Capture&&) -> Result<void> { return fail(Errc::kWriteFailed, "disk full"); };
  const auto read = read_source("a.jsonl", std::make_unique<MemorySource>("{\"text\":\"a\"}\n"),
                                std::nullopt, {}, {}, sink);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().code, Errc::kWriteFailed);
}

TEST(Source, AStopIsHeardBetweenRecords) {
  std::stop_source stop;
  Outcome outcome;
  CaptureSink sink = sink_into(outcome);
  sink.capture = [&](Capture&&) -> Result<void> {
    stop.request_stop();
    return {};
  };
  const Context context{.threads = 1, .stop = stop.get_token(), .progress = nullptr};
  const auto read =
      read_source("a.jsonl", std::make_unique<MemorySource>("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"),
                  std::nullopt, {}, context, sink);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().code, Errc::kInterrupted);
}

}  // namespace
}  // namespace fabula::read
