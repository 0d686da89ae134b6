#include "extract/text_article.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/hash.hpp"

namespace fabula::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kStory =
    "The river rose overnight and took the old bridge of Vale Harbor with it, the harbour office "
    "said. Nobody was hurt, but forty boats lay on the bank in the morning, some of them upside "
    "down, and the market was under water.\n\n"
    "\"We heard it go,\" said the ferryman, who had slept on the quay.\n\n"
    "A ferry will run until the new bridge stands.\n";

Capture file(std::string text, Format format = Format::kText) {
  Capture capture;
  capture.sources = {"pile/river.txt"};
  capture.bytes = text;
  capture.text = std::move(text);
  capture.sha256 = sha256_hex(capture.bytes);
  capture.format = format;
  return capture;
}

Article read(std::string text, Format format = Format::kText) {
  auto article = extract_text(file(std::move(text), format), {});
  EXPECT_TRUE(article);
  return *article;
}

// "role words" of each paragraph that is not body.
std::vector<std::string> marked(const Article& article) {
  std::vector<std::string> result;
  for (const Paragraph& paragraph : article.paragraphs)
    if (paragraph.role != Role::kBody)
      result.push_back(std::string(name_of(paragraph.role)) + " " +
                       std::string(words_of(article.text, paragraph.range)));
  return result;
}

std::string story_after(std::string head) { return head + std::string(kStory); }

TEST(TextArticle, TextIsFrozenByteForByte) {
  const std::string text = story_after("\xEF\xBB\xBF  Bridge Falls Into The Vale\r\n\r\n");
  const Article article = read(text);
  EXPECT_EQ(article.text, text);
  EXPECT_EQ(article.sha256, sha256_hex(text));
  EXPECT_EQ(article.id, "a" + sha256_hex(text).substr(0, 16));
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.report.kept_bytes, text.size());
  EXPECT_EQ(article.published.basis, DateBasis::kUnknown);
}

TEST(TextArticle, NoText) {
  const auto article = extract_text(file(" \n\t\n"), {});
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, Errc::kNoText);
  EXPECT_EQ(article.error().where, "pile/river.txt");
}

TEST(TextArticle, DateOnItsOwnLine) {
  const Article article =
      read(story_after(" date 2021-09-29  \n \n\nBridge Falls Into The Vale\n\n"));
  EXPECT_EQ(article.published.when.edtf, "2021-09-29");
  EXPECT_EQ(article.title, "Bridge Falls Into The Vale");
  EXPECT_THAT(marked(article),
              ElementsAre("dateline date 2021-09-29", "heading Bridge Falls Into The Vale"));
  EXPECT_THAT(article.published.because, ElementsAre("the first lines of the file state it"));
  ASSERT_EQ(article.published.evidence.size(), 1U);
  EXPECT_EQ(words_of(article.text, article.published.evidence[0]), "2021-09-29");
}

TEST(TextArticle, DateHeadlineAndStandfirstOnOneLine) {
  const Article article = read(story_after(
      " date 2020-11-10 Town weeps as old bridge falls in storm The mayor has asked for help\n\n"));
  EXPECT_EQ(article.published.when.edtf, "2020-11-10");
  EXPECT_EQ(article.title, "Town weeps as old bridge falls in storm");
  EXPECT_THAT(marked(article), ElementsAre("dateline date 2020-11-10",
                                           "heading Town weeps as old bridge falls in storm",
                                           "heading The mayor has asked for help"));
}

TEST(TextArticle, FirstLines) {
  struct Case {
    std::string head;
    std::string published;
    std::string byline;
  };
  for (const Case& c : {
           Case{"Published: 3 March 2021\n\n", "2021-03-03", ""},
           Case{"2021-03-03\n\n", "2021-03-03", ""},
           Case{"March 3, 2021 | By Jane Roe\n\n", "2021-03-03", "Jane Roe"},
           Case{"By JANE ROE, 12 May 2020\n\n", "2020-05-12", "JANE ROE"},
           Case{"By Jane Roe | March 3, 2021 at 9:15 am\n\n", "2021-03-03", "Jane Roe"},
           Case{
               "By Jane Roe\n\nPosted: 7:37 PM, May 30, 2019\n\nUpdated: 8:37 PM, May 31, 2019\n\n",
               "2019-05-30", "Jane Roe"},
           Case{"Vale Times, 3 March 2021\n\n", "2021-03-03", ""},
           Case{"Words by Jane Roe\n\nTuesday, September 28, 2021\n\n", "2021-09-28", "Jane Roe"},
           Case{"VALE HARBOR (3 March 2021)\n\n", "2021-03-03", ""},
           Case{"*By Jane Roe*, 3 March 2021\n\n", "2021-03-03", "Jane Roe"},
           Case{"March 3, 2021 Wednesday\n\nBYLINE: Jane Roe\n\nLENGTH: 320 words\n\n",
                "2021-03-03", "Jane Roe"},
           Case{"May 31 at 3:41 PM\n\n", "", ""},
           Case{"06/01/2018 02:57 pm ET\n\n", "", ""},
       }) {
    const Article article = read(story_after(c.head));
    EXPECT_EQ(article.published.when.edtf, c.published) << c.head;
    EXPECT_EQ(article.byline, c.byline) << c.head;
    for (const Paragraph& paragraph : article.paragraphs)
      EXPECT_EQ(paragraph.role == Role::kBody, paragraph.range.begin >= c.head.size()) << c.head;
  }
}

TEST(TextArticle, AnAmbiguousDateIsACandidateOnly) {
  const Article article = read(story_after("Published 06/01/2018\n\n"));
  ASSERT_EQ(article.date_candidates.size(), 1U);
  EXPECT_EQ(article.date_candidates[0].rejected, "day and month cannot be told apart");
  EXPECT_EQ(article.date_candidates[0].as, "06/01/2018");
  EXPECT_EQ(article.published.basis, DateBasis::kUnknown);
}

TEST(TextArticle, ALabelledDateInTheLastLine) {
  const Article article = read(std::string(kStory) + "\nPublished: 3 March 2021\n");
  EXPECT_EQ(article.published.when.edtf, "2021-03-03");
  EXPECT_EQ(article.paragraphs.back().role, Role::kDateline);
}

TEST(TextArticle, DatesOfTheStoryAreNotPublicationDates) {
  for (const std::string_view head :
       {"",
        "On 3 March 2021 the bridge of Vale Harbor was closed for a week, and on 4 March 2021 it "
        "was opened again, to the surprise of everybody who had seen the cracks in its piers and "
        "the water in its cellars at that time.\n\n"})
    EXPECT_THAT(read(story_after(std::string(head))).date_candidates, IsEmpty());
}

TEST(TextArticle, HeaderBlock) {
  const Article article = read(
      story_after("Title: Bridge falls\nDate: Tue, 03 Mar 2021 08:30:00 GMT\nAuthor: Jane Roe\n"
                  "Source: Vale Times\nURL: https://vale.example/bridge\n\n"));
  EXPECT_EQ(article.title, "Bridge falls");
  EXPECT_EQ(article.published.when.edtf, "2021-03-03");
  EXPECT_EQ(article.byline, "Jane Roe");
  EXPECT_EQ(article.outlet, "Vale Times");
  EXPECT_EQ(article.url, "https://vale.example/bridge");
  EXPECT_THAT(marked(article),
              ElementsAre("heading Bridge falls", "dateline Date: Tue, 03 Mar 2021 08:30:00 GMT",
                          "byline Author: Jane Roe", "note Source: Vale Times",
                          "note URL: https://vale.example/bridge"));
}

TEST(TextArticle, FrontMatter) {
  const Article article =
      read(story_after("---\ntitle: \"Bridge falls\"\ndate: 2021-03-03\nupdated: 2021-03-05\n"
                       "tags: [river]\n---\n# Bridge falls\n\n"),
           Format::kMarkdown);
  EXPECT_EQ(article.title, "Bridge falls");
  EXPECT_EQ(article.published.when.edtf, "2021-03-03");
  EXPECT_THAT(article.published.because, ElementsAre("the front matter of the file states it"));
  EXPECT_THAT(marked(article), ElementsAre("heading Bridge falls", "dateline date: 2021-03-03",
                                           "dateline updated: 2021-03-05", "note tags: [river]",
                                           "heading Bridge falls"));
}

TEST(TextArticle, DashesWithoutEndAreNoFrontMatter) {
  EXPECT_EQ(read(story_after("---\ntitle: Bridge\n\n")).paragraphs.size(), 4U);
}

TEST(TextArticle, Datelines) {
  EXPECT_EQ(
      read("VALE HARBOR, March 3, 2021 (Agency) — " + std::string(kStory)).published.when.edtf,
      "2021-03-03");
  EXPECT_EQ(read("VALE HARBOR, March 3 (Agency) — " + std::string(kStory)).published.basis,
            DateBasis::kUnknown);
  EXPECT_EQ(read("CityPaper - " + std::string(kStory)).outlet, "CityPaper");
  EXPECT_EQ(read("VALE HARBOR - " + std::string(kStory)).outlet, "");
  EXPECT_EQ(read("VALE HARBOR (Agency) - " + std::string(kStory)).outlet, "");
}

TEST(TextArticle, ATitleIsTold) {
  for (const std::string_view title :
       {"Bridge Falls Into The Vale", "Old bridge falls in storm, forty boats lost",
        "Bridge Of Vale Harbor Falls Overnight.", "Old bridge of Vale Harbor taken by river."})
    EXPECT_EQ(read(story_after(std::string(title) + "\n\n")).title, title);
}

TEST(TextArticle, ATitleBelowOtherLines) {
  const Article article =
      read(story_after("Harbour News\n\nOld Bridge Falls\n\nJane Roe\n\nMarch 3, 2021\n\n"));
  EXPECT_EQ(article.title, "Old Bridge Falls");
  const Article dated =
      read(story_after("VALE TIMES | Wednesday 3 March 2021 | Old bridge falls into the Vale\n\n"));
  EXPECT_EQ(dated.published.when.edtf, "2021-03-03");
  const Article headlinese = read(story_after("Council backs ferry after long debate.\n\n"));
  EXPECT_EQ(headlinese.title, "Council backs ferry after long debate.");
}

TEST(TextArticle, ASentenceIsNoTitle) {
  for (const std::string_view line :
       {"Jane Roe has lived beside the water for eighty years.",
        "Sailors rescued three dogs on Monday.", "\"We are still here.\"",
        "After the longest night of her life...", "Getty Images", "Share on Facebook",
        "Warning: This article contains details about drowning."})
    EXPECT_EQ(read(story_after(std::string(line) + "\n\n")).title, "") << line;
}

TEST(TextArticle, ContentNotes) {
  const Article article =
      read(story_after("Warning: This article contains details about drowning.\n\n"));
  ASSERT_EQ(article.content_notes.size(), 1U);
  EXPECT_EQ(words_of(article.text, article.content_notes[0]),
            "Warning: This article contains details about drowning.");
}

TEST(TextArticle, ParagraphsLieInOrderInsideTheText) {
  const Article article = read(story_after(
      "date 2020-11-10 Town weeps as old bridge falls in storm The mayor has asked for help\n"));
  std::uint32_t last = 0;
  for (const Paragraph& paragraph : article.paragraphs) {
    EXPECT_LE(last, paragraph.range.begin);
    EXPECT_LT(paragraph.range.begin, paragraph.range.end);
    EXPECT_LE(paragraph.range.end, article.text.size());
    last = paragraph.range.end;
  }
}

Capture record(RecordFields fields) {
  Capture capture;
  capture.sources = {"pile.jsonl:7"};
  capture.bytes = fields.text;
  capture.sha256 = sha256_hex(capture.bytes);
  capture.format = Format::kRecord;
  capture.fields = std::move(fields);
  return capture;
}

TEST(RecordArticle, TakesItsFields) {
  RecordFields fields;
  fields.text = kStory;
  fields.title = "Bridge falls";
  fields.author = "Jane Roe";
  fields.outlet = "Vale Times";
  fields.url = "https://vale.example/2018/06/01/bridge";
  fields.published = "2018-06-01T08:30:00Z";
  fields.captured = "2018-06-03T10:00:00Z";
  const auto article = extract_record(record(fields), {});
  ASSERT_TRUE(article);
  EXPECT_EQ(article->text, kStory);
  EXPECT_EQ(article->title, "Bridge falls");
  EXPECT_EQ(article->byline, "Jane Roe");
  EXPECT_EQ(article->outlet, "Vale Times");
  EXPECT_EQ(article->published.when.edtf, "2018-06-01");
  EXPECT_THAT(article->published.because, ElementsAre("the record's field states it"));
  EXPECT_EQ(article->date_candidates.size(), 3U);
}

TEST(RecordArticle, DatesThatAreNotBelieved) {
  for (const std::string_view published :
       {"9/5/18", "0001-01-01", "2050-01-01", "1970-01-01T00:00:00Z", "soon"}) {
    RecordFields fields;
    fields.text = kStory;
    fields.published = published;
    ExtractOptions options;
    options.not_after = parse_iso_day("2026-01-01");
    const auto article = extract_record(record(fields), options);
    ASSERT_TRUE(article);
    EXPECT_EQ(article->published.basis, DateBasis::kUnknown) << published;
    ASSERT_EQ(article->date_candidates.size(), 1U);
    EXPECT_EQ(article->date_candidates[0].as, published);
    EXPECT_FALSE(article->date_candidates[0].rejected.empty()) << published;
  }
}

TEST(RecordArticle, ParagraphBreak) {
  RecordFields fields;
  fields.text = "Bridge falls into the Vale ### The river rose overnight. ### A ferry runs.";
  ExtractOptions options;
  options.paragraph_break = " ### ";
  const auto article = extract_record(record(fields), options);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->paragraphs.size(), 3U);
}

TEST(RecordArticle, NoText) {
  const auto article = extract_record(record({}), {});
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().code, Errc::kNoText);
}

}  // namespace
}  // namespace fabula::extract
