#include "store/store.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/hash.hpp"
#include "store/sample_pile.hpp"
#include "store/temporary_folder.hpp"

namespace fabula::store {
namespace {

// The value of a Result, or a failed test with its message.
template <class T>
T got(Result<T> result) {
  if (!result) {
    ADD_FAILURE() << result.error().what << " at " << result.error().where;
    return T();
  }
  return std::move(*result);
}
void got(const Result<void>& result) {
  if (!result) ADD_FAILURE() << result.error().what << " at " << result.error().where;
}

class StoreTest : public testing::Test {
 protected:
  [[nodiscard]] Store open(Mode mode) {
    auto store = Store::open(path_, mode);
    if (!store) throw std::runtime_error(store.error().what);
    return std::move(*store);
  }
  TemporaryFolder folder_;
  std::string path_ = folder_ / "pile.fabula";
  SamplePile sample_ = sample_pile();
};

TEST_F(StoreTest, GivesBackEveryFieldOfAPile) {
  {
    Store store = open(Mode::kCreateOrContinue);
    got(write_sample(store, sample_));
  }
  const Store store = open(Mode::kRead);
  EXPECT_EQ(described(got(store.read_pile())), described(sample_.pile));
  EXPECT_EQ(got(store.facts()), (std::map<std::string, std::string>{{"state", "complete"}}));
}

TEST_F(StoreTest, ReadsArticlesInThePilesOrderWithTheirRows) {
  Store store = open(Mode::kCreateOrContinue);
  got(write_sample(store, sample_));
  std::vector<Row> rows;
  const auto articles = got(store.read_articles(&rows));
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(articles[0].article.sources[0], "pile/agency.txt");
  EXPECT_EQ(articles[1].article.sources[0], "pile/river-copy.html");
  EXPECT_EQ(rows, (std::vector<Row>{2, 1}));
  EXPECT_EQ(got(store.articles()), (std::vector<Row>{1, 2}));
}

TEST_F(StoreTest, KeepsTheCapturedBytes) {
  Store store = open(Mode::kCreateOrContinue);
  got(write_sample(store, sample_));
  EXPECT_EQ(got(store.capture_bytes(1)), sample_.captures[1].bytes);
  EXPECT_EQ(got(store.capture_bytes(2)), sample_.captures[0].bytes);
  EXPECT_EQ(got(store.captures()), (std::unordered_set<std::string>{sample_.captures[0].sha256,
                                                                    sample_.captures[1].sha256}));
}

TEST_F(StoreTest, WritingAPileAgainReplacesIt) {
  Store store = open(Mode::kCreateOrContinue);
  got(write_sample(store, sample_));
  std::vector<Row> rows;
  Pile pile = sample_.pile;
  pile.articles = got(store.read_articles(&rows));
  pile.people.clear();
  pile.families.clear();
  pile.events[0].people.clear();
  got(store.begin());
  got(store.put_pile(pile, rows));
  got(store.commit());
  EXPECT_EQ(described(got(store.read_pile())), described(pile));
}

}  // namespace
}  // namespace fabula::store
