#include "store/store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <unordered_set>

#include "base/hash.hpp"
#include "base/temporary_folder.hpp"
#include "store/got.hpp"
#include "store/sample_pile.hpp"

namespace fabula::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class StoreTest : public testing::Test {
 protected:
  // A store with the sample pile, opened for writing.
  [[nodiscard]] Store written() {
    auto store = Store::open(path_, Mode::kCreateOrContinue);
    FABULA_CHECK(store.has_value());
    got(write_sample(*store, sample_));
    return std::move(*store);
  }
  [[nodiscard]] Row row_of(const Store& store, std::size_t article) {
    std::vector<Row> rows;
    got(store.read_articles(&rows));
    return rows[article];
  }

  TemporaryFolder folder_;
  std::string path_ = folder_ / "pile.fabula";
  SamplePile sample_ = sample_pile();
};

TEST_F(StoreTest, GivesBackEveryFieldOfAPile) {
  {
    const Store store = written();
  }
  auto store = Store::open(path_, Mode::kRead);
  ASSERT_TRUE(store) << store.error().what;
  EXPECT_EQ(described(got(store->read_pile())), described(sample_.pile));
  const auto facts = got(store->facts());
  EXPECT_EQ(facts.size(), 2U);
  EXPECT_EQ(facts.at("state"), "complete");
  EXPECT_EQ(facts.at("content").size(), 64U);
  std::uint64_t n_checked = 0;
  EXPECT_THAT(got(store->verify(&n_checked)), IsEmpty());
  EXPECT_GT(n_checked, 40U);
}

TEST_F(StoreTest, LeavesOneFile) {
  {
    const Store store = written();
  }
  {
    const auto store = Store::open(path_, Mode::kRead);
  }
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / ""))
    names.push_back(entry.path().filename());
  EXPECT_THAT(names, ElementsAre("pile.fabula"));
}

TEST_F(StoreTest, ReadsArticlesInThePilesOrderWithTheirRows) {
  const Store store = written();
  std::vector<Row> rows;
  const auto articles = got(store.read_articles(&rows));
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(articles[0].article.sources[0], "pile/agency.txt");
  EXPECT_EQ(articles[1].article.sources[0], "pile/river-copy.html");
  EXPECT_THAT(rows, ElementsAre(2, 1));
  EXPECT_THAT(got(store.articles()), ElementsAre(1, 2));
}

TEST_F(StoreTest, KeepsTheCapturedBytes) {
  const Store store = written();
  EXPECT_EQ(got(store.capture_bytes(1)), sample_.captures[1].bytes);
  EXPECT_EQ(got(store.capture_bytes(2)), sample_.captures[0].bytes);
  EXPECT_EQ(got(store.captures()), (std::unordered_set<std::string>{sample_.captures[0].sha256,
                                                                    sample_.captures[1].sha256}));
}

TEST_F(StoreTest, ACaptureIsStoredOnce) {
  Store store = written();
  got(store.begin());
  const auto again = store.put_article(sample_.captures[0], sample_.pile.articles[0].article);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, Errc::kInternal);
}

TEST_F(StoreTest, WhatIsNotCommittedIsGone) {
  {
    Store store = written();
    got(store.begin());
    got(store.set_fact("state", "torn"));
    got(store.drop_layers());
  }
  const auto store = Store::open(path_, Mode::kRead);
  EXPECT_EQ(described(got(store->read_pile())), described(sample_.pile));
  EXPECT_EQ(got(store->facts())["state"], "complete");
}

TEST_F(StoreTest, FurtherPlacesOfACapture) {
  Store store = written();
  const std::string& sha256 = sample_.captures[0].sha256;
  got(store.begin());
  EXPECT_TRUE(got(store.add_source(sha256, "pile/aaa.txt")));
  EXPECT_FALSE(got(store.add_source(sha256, "pile/aaa.txt")));
  EXPECT_FALSE(got(store.add_source(sha256, "pile/agency.txt")));
  EXPECT_EQ(store.add_source("no such hash", "x").error().code, Errc::kInternal);
  got(store.commit());
  EXPECT_THAT(got(store.read_article(2, Store::Roles::kLearned)).sources,
              ElementsAre("pile/aaa.txt", "pile/agency.txt"));
}

TEST_F(StoreTest, LeftOutInputs) {
  Store store = written();
  got(store.begin());
  const LeftOut empty{"pile/void.txt", {Errc::kEmpty, "the file is empty", "", ""}};
  EXPECT_FALSE(got(store.put_left_out(empty)));
  EXPECT_TRUE(got(store.put_left_out({"pile/void.txt", {Errc::kBinary, "it is binary", "", ""}})));
  // A place that gives an article after all is left out no longer.
  EXPECT_TRUE(got(store.add_source(sample_.captures[0].sha256, "pile/photo.jpg")));
  got(store.commit());
  const auto left_out = got(store.read_pile()).left_out;
  ASSERT_EQ(left_out.size(), 3U);
  EXPECT_EQ(left_out[0].source, "pile/rows.csv:3");  // as people count
  EXPECT_EQ(left_out[1].source, "pile/rows.csv:10");
  EXPECT_EQ(left_out[2].source, "pile/void.txt");
  EXPECT_EQ(left_out[2].error.code, Errc::kBinary);
}

TEST_F(StoreTest, LearnedRolesReplaceExtractedOnesAndDropTheLayers) {
  Store store = written();
  const Row river = row_of(store, 1);
  const std::vector<RoleOverride> roles = {{1, Role::kPromo, "role.repeated-in-outlet"},
                                           {3, Role::kCredit, "role.repeated-in-outlet"}};
  got(store.begin());
  got(store.set_learned_roles(river, roles));
  got(store.commit());
  EXPECT_EQ(got(store.learned_roles(river)), roles);
  EXPECT_THAT(got(store.articles_without_layers()), ElementsAre(river));
  const auto extracted = got(store.read_article(river, Store::Roles::kExtracted));
  const auto learned = got(store.read_article(river, Store::Roles::kLearned));
  EXPECT_EQ(extracted.paragraphs[1].role, Role::kNote);
  EXPECT_EQ(learned.paragraphs[1].role, Role::kPromo);
  EXPECT_EQ(learned.paragraphs[1].rule, "role.repeated-in-outlet");
  EXPECT_EQ(learned.paragraphs[2].role, Role::kBody);

  // The same roles again change nothing; other ones replace them.
  got(store.begin());
  got(store.put_layers(river, sample_.pile.articles[1]));
  got(store.set_learned_roles(river, roles));
  EXPECT_THAT(got(store.articles_without_layers()), IsEmpty());
  got(store.set_learned_roles(river, {}));
  EXPECT_THAT(got(store.articles_without_layers()), ElementsAre(river));
  EXPECT_THAT(got(store.learned_roles(river)), IsEmpty());
  got(store.commit());
}

TEST_F(StoreTest, DroppedLayersComeBackWhole) {
  Store store = written();
  got(store.begin());
  got(store.drop_layers());
  EXPECT_THAT(got(store.articles_without_layers()), ElementsAre(1, 2));
  EXPECT_THAT(got(store.read_articles())[1].quotes, IsEmpty());
  std::vector<Row> rows = {2, 1};
  for (std::size_t i = 0; i < rows.size(); ++i)
    got(store.put_layers(rows[i], sample_.pile.articles[i]));
  got(store.index_texts());
  got(store.put_pile(sample_.pile, rows));
  got(store.put_news(sample_.pile.news, rows));
  got(store.commit());
  EXPECT_EQ(described(got(store.read_pile())), described(sample_.pile));
  EXPECT_THAT(got(store.verify()), IsEmpty());
}

TEST_F(StoreTest, RefusesRecordsThatNoReaderCouldFollow) {
  Store store = written();
  const Row river = row_of(store, 1);
  got(store.begin());
  const auto refuses = [&](auto change) {
    AnnotatedArticle annotated = sample_.pile.articles[1];
    change(annotated);
    const auto result = store.put_layers(river, annotated);
    return !result && result.error().code == Errc::kInternal;
  };
  const auto end = static_cast<std::uint32_t>(sample_.pile.articles[1].article.text.size());
  EXPECT_FALSE(refuses([](AnnotatedArticle&) {}));
  EXPECT_TRUE(refuses([&](auto& a) { a.quotes[0].range.end = end + 1; }));
  EXPECT_TRUE(refuses([&](auto& a) { a.quotes[0].rule = {}; }));
  EXPECT_TRUE(refuses([&](auto& a) { a.quotes[0].parts.clear(); }));
  EXPECT_TRUE(refuses([&](auto& a) { a.quotes[1].inside = 2; }));
  EXPECT_TRUE(refuses([&](auto& a) { a.quotes[0].speaker->thing = 2; }));
  EXPECT_TRUE(refuses([&](auto& a) { a.times[0].range = {5, 4}; }));
  EXPECT_TRUE(refuses([&](auto& a) { a.times[0].range = {1, 4}; }));  // inside of "Ü"
  EXPECT_TRUE(refuses([&](auto& a) { a.names.mentions[0].thing = 9; }));
  EXPECT_TRUE(refuses([&](auto& a) { a.segmentation.sentences[0].paragraph = 9; }));
  EXPECT_TRUE(refuses([&](auto& a) { a.segmentation.quoted[0].parent = -2; }));
}

TEST_F(StoreTest, WritingAPileAgainReplacesIt) {
  Store store = written();
  std::vector<Row> rows;
  Pile pile = sample_.pile;
  pile.articles = got(store.read_articles(&rows));
  pile.people.clear();
  pile.families.clear();
  pile.events[0].people.clear();
  got(store.begin());
  got(store.index_texts());
  got(store.put_pile(pile, rows));
  got(store.put_news(pile.news, rows));
  got(store.commit());
  EXPECT_EQ(described(got(store.read_pile())), described(pile));
}

TEST_F(StoreTest, FindsArticlesByAllTheirWords) {
  const Store store = written();
  const auto rows_of = [&](std::string_view query) {
    std::vector<Row> rows;
    for (const Found& found : got(store.search(query, 10))) rows.push_back(found.article);
    return rows;
  };
  EXPECT_THAT(rows_of("bridge ulmer"), ElementsAre(1));  // without regard to accents and case
  EXPECT_THAT(rows_of("WARNED them"), testing::UnorderedElementsAre(1, 2));
  EXPECT_THAT(rows_of("warned nothing"), IsEmpty());
  EXPECT_THAT(rows_of("  "), IsEmpty());
  EXPECT_THAT(rows_of(""), IsEmpty());
  // Nothing in a query is an operator.
  EXPECT_THAT(rows_of("bridge OR river"), IsEmpty());
  EXPECT_THAT(rows_of("\"flood\" text:"), IsEmpty());
  EXPECT_THAT(rows_of("\"flood\""), ElementsAre(1));
  EXPECT_THAT(rows_of("flo*"), IsEmpty());
  EXPECT_THAT(rows_of("(bridge"), ElementsAre(1));
  EXPECT_THAT(rows_of(std::string_view("bridge\0closed", 13)), ElementsAre(1));
  EXPECT_THAT(got(store.search("flood", 10))[0].snippet,
              testing::StartsWith("…this article tells of a flood.\n\n\"We warned them"));
}

TEST_F(StoreTest, AddedArticlesAreFoundToo) {
  Store store = written();
  Capture capture;
  capture.bytes = capture.text = "A heron sat on the weir.";
  capture.sha256 = sha256_hex(capture.bytes);
  capture.sources = {"pile/heron.txt"};
  Article article;
  article.id = article_id(capture.sha256);
  article.sources = capture.sources;
  article.capture_sha256 = article.sha256 = capture.sha256;
  article.text = capture.text;
  got(store.begin());
  const Row row = got(store.put_article(capture, article));
  got(store.commit());
  EXPECT_THAT(got(store.articles_without_layers()), ElementsAre(row));
  Pile pile = sample_.pile;
  pile.articles.push_back({article, {}, {}, {}, {}});
  std::vector<Row> rows = {2, 1, row};
  got(store.begin());
  got(store.put_layers(row, pile.articles[2]));
  got(store.index_texts());
  got(store.put_pile(pile, rows));
  got(store.put_news(pile.news, rows));
  got(store.complete());
  got(store.commit());
  ASSERT_EQ(got(store.search("heron", 10)).size(), 1U);
  EXPECT_EQ(got(store.search("heron", 10))[0].article, row);
  EXPECT_THAT(got(store.verify()), IsEmpty());
}

}  // namespace
}  // namespace fabula::store
