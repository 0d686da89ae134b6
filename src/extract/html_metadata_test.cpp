#include "extract/html_metadata.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace fabula::extract {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

PageMetadata metadata_of(std::string_view html) { return read_metadata(parse_html(html, {})); }

std::vector<std::string> dates_of(const PageMetadata& metadata) {
  std::vector<std::string> dates;
  for (const DateCandidate& date : metadata.dates)
    dates.push_back(date.origin + " " + date.when.edtf.str());
  return dates;
}

JsonLdFacts facts_of(std::string_view block) {
  JsonLdFacts facts;
  read_json_ld(block, facts);
  return facts;
}

TEST(HtmlMetadata, ReadsMetaElements) {
  const PageMetadata metadata = metadata_of(
      "<html lang=en-GB><head><title>Dam holds | River Post</title>"
      "<meta property='og:site_name' content='River Post'>"
      "<meta property='article:published_time' content='2024-03-11T18:40:00Z'>"
      "<meta property='article:modified_time' content='2024-03-12T08:00:00Z'>"
      "<meta name=author content='By Ana Lima'>"
      "<link rel=canonical href='https://riverpost.example/2024/03/11/dam-holds'></head>"
      "<body><h1>Dam holds</h1>");
  EXPECT_EQ(metadata.title, "Dam holds");
  EXPECT_EQ(metadata.byline, "Ana Lima");
  EXPECT_EQ(metadata.outlet, "River Post");
  EXPECT_EQ(metadata.url, "https://riverpost.example/2024/03/11/dam-holds");
  EXPECT_EQ(metadata.language, "en");
  EXPECT_THAT(dates_of(metadata),
              ElementsAre("meta 2024-03-11", "modified 2024-03-12", "url 2024-03-11"));
}

TEST(HtmlMetadata, OutletFromTheHostWhenNothingElseNamesIt) {
  const PageMetadata metadata =
      metadata_of("<link rel=canonical href='https://www.dailytide.example/a'>");
  EXPECT_EQ(metadata.outlet, "dailytide.example");
  EXPECT_EQ(metadata.language, "");
}

TEST(HtmlMetadata, ATitleThatIsOnlyTheOutletIsNone) {
  EXPECT_EQ(metadata_of("<meta property='og:site_name' content='Daily Tide'>"
                        "<meta property='og:title' content='Daily Tide'>"
                        "<h1>Ferry runs aground</h1>")
                .title,
            "Ferry runs aground");
}

TEST(HtmlMetadata, TitleIsFreedOfItsOutlet) {
  EXPECT_EQ(without_outlet("Dam holds - River Post", "River Post", ""), "Dam holds");
  EXPECT_EQ(without_outlet("Dam holds – for now", "River Post", ""), "Dam holds – for now");
  EXPECT_EQ(without_outlet("River Post: Dam holds", "River Post", ""), "Dam holds");
  EXPECT_EQ(without_outlet("Dam holds in the valley | News | River Post", "River Post", ""),
            "Dam holds in the valley");
  EXPECT_EQ(without_outlet("Dam holds - Valley desk", "", "Dam holds"), "Dam holds");
  EXPECT_EQ(without_outlet("River Post", "River Post", ""), "River Post");
}

TEST(HtmlMetadata, ReferencesEscapedTwiceAreRead) {
  EXPECT_EQ(
      metadata_of("<meta property='og:title' content='Silva&amp;#8217;s dam &amp;amp; us'>").title,
      "Silva’s dam & us");
}

TEST(JsonLd, ReadsAnArticle) {
  const JsonLdFacts facts = facts_of(R"({"@context":"https://schema.org","@type":"NewsArticle",
      "headline":"Dam holds","datePublished":"2024-03-11T18:40:00Z","dateModified":"2024-03-12",
      "author":[{"@type":"Person","name":"Ana Lima"},"Rui Costa"],
      "publisher":{"@type":"Organization","name":"River Post"},"articleBody":"Water was seen."})");
  EXPECT_TRUE(facts.has_article);
  EXPECT_EQ(facts.headline, "Dam holds");
  EXPECT_THAT(facts.authors, ElementsAre("Ana Lima", "Rui Costa"));
  EXPECT_EQ(facts.publisher, "River Post");
  EXPECT_EQ(facts.article_body, "Water was seen.");
  ASSERT_EQ(facts.dates.size(), 2U);
  EXPECT_EQ(facts.dates[0].kind, JsonLdDate::Kind::kPublished);
  EXPECT_EQ(facts.dates[1].kind, JsonLdDate::Kind::kModified);
}

TEST(JsonLd, ReadsAGraphWithAuthorsById) {
  const JsonLdFacts facts = facts_of(R"({"@graph":[
      {"@type":"WebSite","name":"River Post"},
      {"@type":["Article","BlogPosting"],"headline":"Dam holds","author":{"@id":"#ana"}},
      {"@type":"Person","@id":"#ana","name":"Ana Lima"}]})");
  EXPECT_EQ(facts.site_name, "River Post");
  EXPECT_THAT(facts.authors, ElementsAre("Ana Lima"));
}

TEST(JsonLd, DatesOfCommentsAndOtherThingsAreToldApart) {
  const JsonLdFacts facts = facts_of(R"({"@type":"Article","headline":"Dam holds",
      "comment":[{"@type":"Comment","datePublished":"2024-03-13"}],
      "video":{"@type":"VideoObject","datePublished":"2019-01-01"}})");
  ASSERT_EQ(facts.dates.size(), 2U);
  EXPECT_EQ(facts.dates[0].kind, JsonLdDate::Kind::kComment);
  EXPECT_EQ(facts.dates[1].kind, JsonLdDate::Kind::kRelated);
}

TEST(JsonLd, FaultsAreRepaired) {
  for (const char* block : {
           "<!-- {\"@type\":\"Article\",\"headline\":\"Dam holds\"} -->",
           "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Dam holds\",}\n//]]>",
           "{\"@type\":\"Article\",\"headline\":\"Dam\\' \nholds\"};",
           "{\"@type\":\"Article\",\"headline\":\"Dam holds\"}{\"@type\":\"Person\"}",
           "{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Dam holds&quot;}",
           "[[{\"@type\":\"http://schema.org/Article\",\"headline\":\"Dam holds\"}]]",
       })
    EXPECT_TRUE(facts_of(block).headline.starts_with("Dam")) << block;
}

TEST(JsonLd, WhatCannotBeReadIsLeftOut) {
  for (const char* block : {"", "{", "[", "null", "\"Article\"", "{\"@type\":\"Article\"",
                            "{\"@type\":3,\"headline\":[]}", "}}}}", "{{{{"})
    EXPECT_EQ(facts_of(block).headline, "") << block;
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "{\"a\":";
  EXPECT_EQ(facts_of(deep).headline, "");
}

TEST(DateInUrl, ReadsDaysAndMonths) {
  EXPECT_EQ(date_in_url("https://a.example/2021/09/29/dam-holds").edtf, "2021-09-29");
  EXPECT_EQ(date_in_url("https://a.example/news/2021/sep/29/dam").edtf, "2021-09-29");
  EXPECT_EQ(date_in_url("https://a.example/dam-holds-2021-09-29.html").edtf, "2021-09-29");
  EXPECT_EQ(date_in_url("https://a.example/20210929/dam").edtf, "2021-09-29");
  EXPECT_EQ(date_in_url("https://a.example/2021/09/dam").edtf, "2021-09");
}

TEST(DateInUrl, OtherNumbersAreNoDates) {
  for (const char* url :
       {"https://a.example/2021/13/29/x", "https://a.example/id/120210929", "https://2021.example/",
        "https://a.example/top-2021-films", "", "https://a.example/1850/01/02/x"})
    EXPECT_FALSE(date_in_url(url).known()) << url;
}

}  // namespace
}  // namespace fabula::extract
