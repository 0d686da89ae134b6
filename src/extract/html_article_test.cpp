#include "extract/html_article.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kFirst =
    "<p>Water was seen at the foot of the dam shortly after six in the morning, said Maria Silva, "
    "who lives below it, and by seven the valley road had been closed to all traffic.</p>";
const std::string kSecond =
    "<p>\"We warned them three times last year, and nobody came,\" she said on Tuesday, standing "
    "in "
    "front of the school, where some sixty neighbours had spent the night on the floor.</p>";
const std::string kThird =
    "<p>The ministry said that engineers were on their way, that the spillway had been opened, and "
    "that there was no danger to the lower town as long as the rain did not return.</p>";
const std::string kStory = kFirst + kSecond + kThird;

Capture capture_of(std::string html) {
  Capture capture;
  capture.sources = {"saved/page.html"};
  capture.sha256.assign(64, 'a');
  capture.bytes = html;
  capture.text = std::move(html);
  capture.format = Format::kHtml;
  return capture;
}

Article article_of(const std::string& html) {
  auto article = extract_html(capture_of(html), {});
  EXPECT_TRUE(article.has_value()) << (article ? "" : article.error().what);
  if (!article) return {};
  std::uint32_t at = 0;
  for (const Paragraph& paragraph : article->paragraphs) {  // the law of every article
    EXPECT_GE(paragraph.range.begin, at);
    EXPECT_FALSE(paragraph.range.empty());
    EXPECT_TRUE(text::is_boundary(article->text, paragraph.range.begin));
    at = paragraph.range.end;
  }
  EXPECT_LE(at, article->text.size());
  return *article;
}

Error error_of(const std::string& html) {
  const auto article = extract_html(capture_of(html), {});
  EXPECT_FALSE(article.has_value());
  return article ? Error{} : article.error();
}

// The paragraphs as "role: words".
std::vector<std::string> lines_of(const Article& article) {
  std::vector<std::string> lines;
  for (const Paragraph& paragraph : article.paragraphs)
    lines.push_back(std::string(name_of(paragraph.role)) + ": " +
                    std::string(words_of(article.text, paragraph.range)));
  return lines;
}

const DateCandidate* date_with(const Article& article, std::string_view origin) {
  const auto at = std::ranges::find_if(
      article.date_candidates, [&](const DateCandidate& date) { return date.origin == origin; });
  return at == article.date_candidates.end() ? nullptr : &*at;
}

std::string page(const std::string& body, const std::string& head = "") {
  return "<!doctype html><html lang=en><head>" + head + "</head><body>" + body + "</body></html>";
}

TEST(HtmlArticle, KeepsTheStoryAndDropsTheRest) {
  const Article article = article_of(page(
      "<nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>"
      "<main><h1>Dam holds, for now</h1><p class=byline>By Ana Lima</p>" +
          kStory +
          "<div class='related-stories'><h3>Related</h3><p>A ferry ran aground off the northern "
          "cape last night, and all on board are safe and well this morning.</p></div></main>"
          "<div id=comments><p>I live there and it is all true, every word of it, I saw it all "
          "with my own eyes from the bridge.</p></div>"
          "<footer><p>All rights reserved, River Post, a company of the valley</p></footer>",
      "<title>Dam holds, for now - River Post</title>"));
  EXPECT_EQ(article.title, "Dam holds, for now");
  EXPECT_EQ(article.byline, "Ana Lima");
  const auto lines = lines_of(article);
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0], "heading: Dam holds, for now");
  EXPECT_EQ(lines[1], "byline: By Ana Lima");
  EXPECT_THAT(lines[2], HasSubstr("body: Water was seen"));
  EXPECT_THAT(article.text, Not(HasSubstr("ferry")));
  EXPECT_THAT(article.text, Not(HasSubstr("I live there")));
  EXPECT_THAT(article.text, Not(HasSubstr("rights reserved")));
  EXPECT_GE(article.report.n_dropped_blocks, 4U);
  EXPECT_LT(article.report.kept_bytes, article.report.visible_bytes);
  EXPECT_EQ(article.id, "aaaaaaaaaaaaaaaaa");
}

TEST(HtmlArticle, ParagraphsArePartedByAnEmptyLineAndWhiteSpaceIsCollapsed) {
  const Article article = article_of(page(
      "<article><p>One  two\n\tthree&nbsp;four and some more words to make it long.<br><br>Five"
      "<br>six seven eight nine ten eleven twelve words here.</p>" +
      kStory + "</article>"));
  EXPECT_TRUE(article.text.starts_with(
      "One two three four and some more words to make it long.\n\nFive six seven"));
}

TEST(HtmlArticle, ListItemsAndTableRowsAreParagraphs) {
  const Article article = article_of(
      page("<article>" + kStory +
           "<ul><li>A first thing that was found</li><li>A second thing</li></ul>"
           "<table><tr><th>Day<th>Level</tr><tr><td>Monday<td>40 cm</tr></table>" +
           kSecond + "<p>And the last words of all, which are not the same as those above.</p>" +
           "</article>"));
  EXPECT_THAT(article.text, HasSubstr("A first thing that was found\n\nA second thing\n\n"));
  EXPECT_THAT(article.text, HasSubstr("Day | Level\n\nMonday | 40 cm"));
}

TEST(HtmlArticle, MarkupGivesRoles) {
  const Article article = article_of(page(
      "<article><h2>What happened</h2>" + kFirst +
      "<figure><img src=a.jpg><figcaption>The dam on Monday <span>seen from the "
      "bridge</span></figcaption></figure>" +
      kSecond +
      "<blockquote class='twitter-tweet'><p>Stay away from the river, the water is rising fast "
      "everywhere</p></blockquote>" +
      kThird + "</article>"));
  const auto lines = lines_of(article);
  EXPECT_THAT(lines, Contains("heading: What happened"));
  EXPECT_THAT(lines, Contains("caption: The dam on Monday seen from the bridge"));
  EXPECT_THAT(lines, Contains("embed: Stay away from the river, the water is rising fast "
                              "everywhere"));
  const auto caption = std::ranges::find(article.paragraphs, Role::kCaption, &Paragraph::role);
  ASSERT_NE(caption, article.paragraphs.end());
  EXPECT_EQ(caption->rule, "role.figcaption");
}

TEST(HtmlArticle, ASideColumnOfLongTeasersIsNotTheStory) {
  std::string teasers;
  for (int i = 0; i < 6; ++i)
    teasers += "<div><h4><a href=/s>Story number " + std::to_string(i) +
               "</a></h4><p>A teaser of some length about another matter altogether " +
               std::to_string(i) + "</p></div>";
  const Article article =
      article_of(page("<div class=wrap><div class=sidebar>" + teasers +
                      "</div><div class='story-body'>" + kStory + "</div></div>"));
  EXPECT_THAT(article.text, HasSubstr("We warned them"));
  EXPECT_THAT(article.text, Not(HasSubstr("teaser")));
}

TEST(HtmlArticle, AWidgetIsNotFurnitureWhenEverythingIsAWidget) {
  std::string body;
  for (const std::string& paragraph : {kFirst, kSecond, kThird})
    body += "<div class='builder-widget sidebar-left'>" + paragraph + "</div>";
  EXPECT_EQ(article_of(page("<div>" + body + "</div>")).paragraphs.size(), 3U);
}

TEST(HtmlArticle, ALabelEndsTheStory) {
  const Article article = article_of(
      page("<article>" + kStory +
           "<div><h3>You may also like</h3><p>Ten lovely walks along the northern cape, with "
           "maps</p></div></article>"));
  EXPECT_THAT(article.text, Not(HasSubstr("lovely walks")));
}

TEST(HtmlArticle, RepeatedTextStaysOnce) {
  const Article article = article_of(
      page("<div class=wide>" + kStory + "</div><div class=narrow>" + kStory + "</div>"));
  EXPECT_EQ(article.text.find("Water was seen"), article.text.rfind("Water was seen"));
  EXPECT_THAT(article.report.doubts, Contains(HasSubstr("more than once")));
}

TEST(HtmlArticle, EveryDateIsKeptWithItsOrigin) {
  const Article article = article_of(page(
      "<article><h1>Dam holds, for now</h1><p>Published: 11 March 2024</p>"
      "<time datetime='2024-03-11T18:40:00Z'>Monday</time>" +
          kStory +
          "</article><div class=comments><p>Nobody came, said the neighbour from the hill "
          "<time datetime='2024-03-15'>Friday</time></p></div><aside class=related>"
          "<a href=/f>Ferry <time datetime='2023-01-02'>2 January</time></a></aside>",
      "<title>Dam holds, for now</title>"
      "<link rel=canonical href='https://riverpost.example/2024/03/dam'>"
      "<meta property='article:published_time' content='2024-03-11'>"
      "<meta property='article:modified_time' content='2024-03-12'>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Dam holds, for "
      "now\",\"datePublished\":\"2024-03-11T18:40:00Z\"}</script>"));
  for (const char* origin : {"json-ld", "meta", "time", "byline", "modified", "url", "comment"})
    EXPECT_NE(date_with(article, origin), nullptr) << origin;
  ASSERT_NE(date_with(article, "comment"), nullptr);
  EXPECT_EQ(date_with(article, "comment")->when.edtf, "2024-03-15");
  const DateCandidate* byline = date_with(article, "byline");
  ASSERT_NE(byline, nullptr);
  EXPECT_EQ(words_of(article.text, byline->range), "11 March 2024");
  EXPECT_EQ(article.published.when.edtf, "2024-03-11");
}

TEST(HtmlArticle, ADateInTheStoryIsNotThePublicationDate) {
  const Article article = article_of(page(
      "<article><h1>Dam holds, for now</h1><p>The dam was finished on 4 May 1961, in the presence "
      "of the minister, two bishops and most of the people of the valley below it.</p>" +
      kStory + "</article>"));
  EXPECT_EQ(date_with(article, "byline"), nullptr);
  EXPECT_FALSE(article.published.when.known());
}

TEST(HtmlArticle, JsonLdBodyStandsInForAHiddenStory) {
  const Article article = article_of(
      page("<div id=app></div><p>Loading</p>",
           "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Dam "
           "holds\",\"articleBody\":\"" +
               std::string(300, 'a') + " first.\\n\\nSecond " + std::string(300, 'b') +
               ".\"}</script>"));
  EXPECT_EQ(article.paragraphs.size(), 2U);
  EXPECT_THAT(article.report.doubts, Contains(HasSubstr("own record of the article")));
}

TEST(HtmlArticle, DoubtsAreSaid) {
  EXPECT_THAT(article_of(page("<article>" + kStory +
                              "<p>The mayor, who had been in the capital when the news broke, told "
                              "reporters that the town would</p></article>"))
                  .report.doubts,
              Contains("the text ends in the middle of a sentence"));
  EXPECT_THAT(article_of(page("<article>" + kStory +
                              "</article><div class=wall>Subscribe to continue reading</div>"))
                  .report.doubts,
              Contains(HasSubstr("subscribe")));
  EXPECT_TRUE(article_of(page("<article>" + kStory + "</article>")).report.doubts.empty());
}

TEST(HtmlArticle, PagesWithoutAnArticleSayWhy) {
  const Error consent = error_of(page(
      "<div><h1>We value your privacy</h1><p>We and our partners store and/or access "
      "information on a device, such as cookies, and process personal data for ads and content "
      "measurement.</p><button>Accept all</button></div>"));
  EXPECT_EQ(consent.code, Errc::kNoText);
  EXPECT_EQ(consent.what, "the page only asks for consent to cookies");
  EXPECT_EQ(consent.where, "saved/page.html");
  EXPECT_THAT(consent.hint, HasSubstr("save the page again"));
  EXPECT_THAT(error_of("").what, HasSubstr("no text"));
  EXPECT_THAT(error_of(page("<ul><li><a href=/>Home</a></ul>")).what, HasSubstr("no article"));
  EXPECT_THAT(error_of(page("<ul><li><a href=/>Please enable JavaScript</a></ul>")).what,
              HasSubstr("script"));
}

TEST(HtmlArticle, HostilePagesAreKeptAndMarked) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const Article article = article_of(deep + kStory);
  EXPECT_EQ(article.paragraphs.size(), 3U);
  EXPECT_THAT(article.report.doubts, Contains(HasSubstr("deeper than the limit")));
  EXPECT_EQ(article_of("<article><h1>Dam<p>" + kStory + "<ul><li>and<table><tr><td>so on<div><b>")
                .paragraphs.empty(),
            false);
}

TEST(HtmlArticle, TheSamePageGivesTheSameArticle) {
  const std::string html = page("<article><h1>Dam holds</h1>" + kStory + "</article>");
  const Article a = article_of(html);
  const Article b = article_of(html);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(lines_of(a), lines_of(b));
  EXPECT_EQ(a.sha256, b.sha256);
}

}  // namespace
}  // namespace fabula::extract
