#include "read/kind.hpp"

#include <gtest/gtest.h>

#include <string>

#include "read/testing.hpp"

namespace fabula::read {
namespace {

using namespace std::string_literals;

Kind kind(const std::string& path, std::string_view start) {
  const auto found = kind_of(path, start);
  EXPECT_TRUE(found.has_value()) << path;
  return found.value_or(Kind::kCsv);
}

Error refused(const std::string& path, std::string_view start) {
  const auto found = kind_of(path, start);
  EXPECT_FALSE(found.has_value()) << path;
  return found ? Error{} : found.error();
}

TEST(Kind, ByName) {
  EXPECT_EQ(kind("pile/a.txt", "Rain."), Kind::kText);
  EXPECT_EQ(kind("a.txt.txt", "Rain."), Kind::kText);
  EXPECT_EQ(kind("a.MD", "# Rain"), Kind::kMarkdown);
  EXPECT_EQ(kind("a.htm", "Rain"), Kind::kHtml);
  EXPECT_EQ(kind("a.XHTML.gz", "Rain"), Kind::kHtml);
  EXPECT_EQ(kind("b.ndjson.zst", "Rain"), Kind::kJsonLines);
  EXPECT_EQ(kind("b.tsv", "Rain"), Kind::kCsv);
  EXPECT_EQ(kind("b.json", "Rain"), Kind::kJsonObject);
  EXPECT_EQ(kind("a.csv/b.txt", "Rain"), Kind::kText);
}

TEST(Kind, ByContentWhereTheNameSaysNothing) {
  EXPECT_EQ(kind("-", "Rain fell on Riverton."), Kind::kText);
  EXPECT_EQ(kind("story", " \n<!DOCTYPE html><html>"), Kind::kHtml);
  EXPECT_EQ(kind("index.php?id=3", "<!-- x --><html lang=en>"), Kind::kHtml);
  EXPECT_EQ(kind("page", utf16("\uFEFF<html><body>It’s</body>", false)), Kind::kHtml);
  EXPECT_EQ(kind("x", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>"),
            Kind::kHtml);
  EXPECT_EQ(kind("-", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n"), Kind::kJsonLines);
  EXPECT_EQ(kind("-", "{\n \"text\": \"a\"}"), Kind::kJsonObject);
  EXPECT_EQ(kind("-", "[\n {\"text\": \"a\"}]"), Kind::kJsonList);
  EXPECT_EQ(kind("-", "[Update] Rain fell."), Kind::kText);
  EXPECT_EQ(kind("-", "id,text\n1,\"Rain, snow\"\n"), Kind::kCsv);
  EXPECT_EQ(kind("-", "Rain, text and snow\n"), Kind::kText);
}

TEST(Kind, ANameThatIsWrong) {
  EXPECT_EQ(kind("a.txt", "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><p>Rain"),
            Kind::kHtml);
  EXPECT_EQ(kind("a.jsonl", "[{\"text\": \"a\"}]"), Kind::kJsonList);
  EXPECT_EQ(kind("a.txt", "{\"text\": \"a\"}"), Kind::kText);
}

TEST(Kind, WhatIsNotRead) {
  EXPECT_EQ(refused("a.pdf", "%PDF-1.7 ...").code, Errc::kNotSupported);
  EXPECT_EQ(refused("a.txt", "%PDF-1.7 ...").what, "not read: a PDF");
  EXPECT_EQ(refused("a.docx", "PK\x03\x04....").code, Errc::kNotSupported);
  EXPECT_EQ(refused("pile.fabula", "SQLite format 3\0"s).code, Errc::kNotSupported);
  EXPECT_EQ(refused("style.css", "p { color: red }").code, Errc::kNotSupported);
  EXPECT_EQ(refused("feed", "<?xml version=\"1.0\"?><rss><channel>").code, Errc::kNotSupported);
  EXPECT_EQ(refused("a.bin", "\x01\x02\0\0\0\x05rest"s).code, Errc::kBinary);
  EXPECT_EQ(refused("a.csv", "\x01\x02\0\0\0\x05rest"s).code, Errc::kBinary);
}

}  // namespace
}  // namespace fabula::read
