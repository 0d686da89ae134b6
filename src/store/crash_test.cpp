// Disks that fail and programs that are killed: whatever happens, the store is found as it was
// after some commit, never older than the last one that was reported as done.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "base/hash.hpp"
#include "base/temporary_folder.hpp"
#include "store/fault_vfs.hpp"
#include "store/got.hpp"
#include "store/sample_pile.hpp"
#include "store/store.hpp"

namespace fabula::store {
namespace {

// What the store says, facts included.
std::string state_of(const Store& store) {
  std::string state = described(got(store.read_pile()));
  for (const auto& [name, value] : got(store.facts())) state += name + '=' + value + '\n';
  return state;
}

class FaultTest : public testing::TestWithParam<Fault> {
 protected:
  FaultTest() {
    auto store = Store::open(folder_ / "whole.fabula", Mode::kCreateOrContinue);
    states_.push_back(state_of(*store));
    for (const auto& step : steps_) {
      got(store->begin());
      got(step(*store));
      got(store->commit());
      states_.push_back(state_of(*store));
    }
  }

  // Writes until something fails; the number of commits that were reported as done.
  std::size_t write() {
    auto store = Store::open(path_, Mode::kCreateOrContinue);
    if (!store) return 0;
    std::size_t n_committed = 0;
    for (const auto& step : steps_) {
      if (!store->begin() || !step(*store) || !store->commit()) return n_committed;
      ++n_committed;
    }
    return n_committed;
  }

  void expect_whole(std::size_t n_committed) {
    auto store = Store::open(path_, Mode::kCreateOrContinue);
    ASSERT_TRUE(store) << error_text(store);
    EXPECT_THAT(got(store->verify()), testing::IsEmpty());
    const std::string state = state_of(*store);
    const auto found = std::find(states_.begin(), states_.end(), state) - states_.begin();
    // A commit that failed may have been kept all the same.
    EXPECT_GE(found, static_cast<std::ptrdiff_t>(n_committed));
    EXPECT_LE(found, static_cast<std::ptrdiff_t>(std::min(n_committed + 1, steps_.size())));
  }

  TemporaryFolder folder_;
  std::string path_ = folder_ / "pile.fabula";
  const SamplePile sample_ = sample_pile();
  const std::vector<std::function<Result<void>(Store&)>> steps_ = steps_of(sample_);
  std::vector<std::string> states_;  // after 0, 1, 2 ... commits
  FaultyDisk disk_;
};

TEST_P(FaultTest, EveryOperationOfAShortBuildMayFail) {
  disk_.fail_at(0, GetParam());
  EXPECT_EQ(write(), steps_.size());
  const std::uint64_t n_operations = disk_.n_operations();
  EXPECT_GT(n_operations, 100U);
  // A full disk is a disk that is gone for writing: a sample of its moments will do.
  const std::uint64_t step = GetParam() == Fault::kFull ? 7 : 1;
  for (std::uint64_t n = 1; n <= n_operations; n += step) {
    SCOPED_TRACE(fmt::format("operation {} fails", n));
    for (const char* ending : {"", "-wal", "-shm", "-lock"})
      std::filesystem::remove(path_ + ending);
    disk_.fail_at(n, GetParam());
    const std::size_t n_committed = write();
    disk_.fail_at(0, GetParam());
    expect_whole(n_committed);
    if (HasFatalFailure() || HasNonfatalFailure()) break;
  }
}

INSTANTIATE_TEST_SUITE_P(Disks, FaultTest,
                         testing::Values(Fault::kOnce, Fault::kForEver, Fault::kFull));

// --- kills -------------------------------------------------------------------------------------

constexpr int kArticlesInBatch = 8;

std::pair<Capture, AnnotatedArticle> numbered_article(int number) {
  Capture capture;
  capture.bytes = capture.text =
      fmt::format("Heron {} sat on the weir. \"It is number {},\" said Ana Prado.", number, number);
  capture.sha256 = sha256_hex(capture.bytes);
  capture.sources = {fmt::format("pile/heron-{}.txt", number)};
  AnnotatedArticle annotated;
  Article& article = annotated.article;
  article.id = article_id(capture.sha256);
  article.sources = capture.sources;
  article.capture_sha256 = article.sha256 = capture.sha256;
  article.text = capture.text;
  article.paragraphs = {{{0, static_cast<std::uint32_t>(article.text.size())}, Role::kBody, ""}};
  Quote quote;
  quote.range = {static_cast<std::uint32_t>(article.text.find('"') + 1),
                 static_cast<std::uint32_t>(article.text.rfind('"'))};
  quote.parts = {quote.range};
  quote.rule = "quote.said";
  annotated.quotes = {quote};
  return {capture, annotated};
}

// Batches of articles, each with its layers and the full text index in one commit, without end.
[[noreturn]] void write_until_killed(const std::string& path, int round) {
  auto store = Store::open(path, Mode::kCreateOrContinue);
  if (!store) _exit(3);
  for (int number = round * 1'000'000;;) {
    if (!store->begin()) _exit(4);
    for (int i = 0; i < kArticlesInBatch; ++i, ++number) {
      const auto [capture, annotated] = numbered_article(number);
      const auto row = store->put_article(capture, annotated.article);
      if (!row || !store->put_layers(*row, annotated)) _exit(5);
    }
    std::vector<Row> rows;
    Pile pile;
    auto articles = store->read_articles(&rows);
    if (!articles) _exit(6);
    pile.articles = std::move(*articles);
    if (!store->index_texts() || !store->put_pile(pile, rows) ||
        !store->put_news(pile.news, rows) || !store->commit())
      _exit(7);
  }
}

TEST(KillTest, AKilledWriterLeavesWholeBatches) {
  const TemporaryFolder folder;
  const std::string path = folder / "pile.fabula";
  std::size_t n_before = 0;
  for (int round = 0; round < 25; ++round) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) write_until_killed(path, round);
    // Always another moment: also while the store is being made, and in the first batch.
    usleep(static_cast<useconds_t>(2'000 + round * 7'919));
    kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself: " << WEXITSTATUS(status);

    auto store = Store::open(path, Mode::kCreateOrContinue);
    ASSERT_TRUE(store) << error_text(store);
    EXPECT_THAT(got(store->verify()), testing::IsEmpty());
    const auto articles = got(store->read_articles());
    EXPECT_EQ(articles.size() % kArticlesInBatch, 0U);
    EXPECT_GE(articles.size(), n_before);
    EXPECT_THAT(got(store->articles_without_layers()), testing::IsEmpty());
    EXPECT_EQ(got(store->search("weir", 1'000'000)).size(), articles.size());
    n_before = articles.size();
  }
  EXPECT_GT(n_before, 0U);
}

}  // namespace
}  // namespace fabula::store
