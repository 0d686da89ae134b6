// Stores that were cut short, flipped, or changed on purpose: an error or a fault that verify()
// names, never a crash. What is read without an error is inside its text.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "base/temporary_folder.hpp"
#include "store/got.hpp"
#include "store/open.hpp"
#include "store/sample_pile.hpp"
#include "store/store.hpp"

namespace fabula::store {
namespace {

class HostileTest : public testing::Test {
 protected:
  HostileTest() {
    {
      auto store = Store::open(path_, Mode::kCreateOrContinue);
      got(write_sample(*store, sample_pile()));
    }
    std::ifstream in(path_, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }

  void write_file(std::string_view bytes) {
    for (const char* ending : {"-wal", "-shm"}) std::filesystem::remove(path_ + ending);
    std::ofstream(path_, std::ios::binary) << bytes;
  }

  // Asks everything of the store. Is there an error or a fault?
  bool notices() {
    const auto store = Store::open(path_, Mode::kRead);
    if (!store) return true;
    const bool read_fails = !store->read_pile();
    const bool search_fails = !store->search("bridge", 5);
    const bool bytes_fail = !store->capture_bytes(1) || !store->capture_bytes(2);
    const auto faults = store->verify();
    const bool verify_fails = !faults || !faults->empty();
    // What a reader of records meets, verify() finds.
    EXPECT_TRUE(verify_fails || (!read_fails && !bytes_fail));
    return read_fails || search_fails || bytes_fail || verify_fails;
  }

  // Changes the store as any SQLite tool could, and gives verify()'s answer.
  std::vector<std::string> faults_after(const std::string& sql) {
    write_file(bytes_);
    {
      const auto database = Database::open(path_, path_, SQLITE_OPEN_READWRITE).value();
      got(database->execute(sql.c_str()));
    }
    const auto store = Store::open(path_, Mode::kRead);
    if (!store) return {error_text(store)};
    [[maybe_unused]] const auto pile = store->read_pile();  // must not crash
    return got(store->verify());
  }

  TemporaryFolder folder_;
  std::string path_ = folder_ / "pile.fabula";
  std::string bytes_;
};

TEST_F(HostileTest, CutShort) {
  for (std::size_t size = 1; size < bytes_.size(); size += size < 8192 ? 509 : 4096) {
    SCOPED_TRACE(fmt::format("{} of {} bytes", size, bytes_.size()));
    write_file(std::string_view(bytes_).substr(0, size));
    EXPECT_TRUE(notices());
  }
}

// Only bytes that are not zero: most of so small a store is room that nothing uses. A flip that is
// not noticed has changed nothing that is ever read.
TEST_F(HostileTest, FlippedBits) {
  std::mt19937 random(20);
  int n_noticed = 0;
  const std::string whole = described(got(Store::open(path_, Mode::kRead).value().read_pile()));
  constexpr int kRounds = 150;
  for (int round = 0; round < kRounds; ++round) {
    std::string flipped = bytes_;
    std::size_t at = random() % flipped.size();
    while (flipped[at] == 0) at = random() % flipped.size();
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << random() % 8));
    SCOPED_TRACE(fmt::format("round {}: byte {}", round, at));
    write_file(flipped);
    if (notices())
      ++n_noticed;
    else
      EXPECT_EQ(described(got(Store::open(path_, Mode::kRead).value().read_pile())), whole);
  }
  EXPECT_GT(n_noticed, kRounds / 4);
}

TEST_F(HostileTest, OverwrittenStretches) {
  std::mt19937 random(21);
  for (int round = 0; round < 60; ++round) {
    std::string changed = bytes_;
    const std::size_t at = random() % changed.size();
    const std::size_t n = std::min<std::size_t>(1 + random() % 600, changed.size() - at);
    for (std::size_t i = at; i < at + n; ++i) changed[i] = static_cast<char>(random());
    SCOPED_TRACE(fmt::format("round {}: {} bytes at {}", round, n, at));
    write_file(changed);
    notices();
  }
}

TEST_F(HostileTest, NoTableCanBeEmptiedUnnoticed) {
  std::vector<std::string> tables;
  {
    const auto database = Database::open(path_, path_, SQLITE_OPEN_READWRITE).value();
    Query query = database
                      ->query(
                          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT "
                          "LIKE '%index%' AND name NOT IN ('decision', 'fact', 'learned_role')")
                      .value();
    while (got(query.next())) tables.emplace_back(query.text(0));
  }
  EXPECT_GT(tables.size(), 25U);
  for (const std::string& table : tables)
    EXPECT_THAT(faults_after("DELETE FROM " + table), testing::Not(testing::IsEmpty())) << table;
}

TEST_F(HostileTest, VerifyNamesWhatWasChanged) {
  using testing::ElementsAre;
  using testing::HasSubstr;
  EXPECT_THAT(faults_after("SELECT 1"), testing::IsEmpty());
  EXPECT_THAT(faults_after("UPDATE article SET text = text || '.' WHERE row = 1"),
              ElementsAre(HasSubstr("is not what it was")));
  EXPECT_THAT(
      faults_after("UPDATE capture SET zstd = x'00' WHERE row = 2"),
      ElementsAre(HasSubstr("article in row 2: the store is damaged: the bytes of capture")));
  EXPECT_THAT(faults_after("UPDATE capture SET n_bytes = 1 << 60 WHERE row = 2"),
              ElementsAre(HasSubstr("the bytes of capture")));
  EXPECT_THAT(faults_after("UPDATE article SET id = 'a0' WHERE row = 1"),
              testing::Contains("article 'a0': the id is not that of its capture"));
  EXPECT_THAT(faults_after("UPDATE quote SET id = 'q0' WHERE n = 1"),
              ElementsAre(HasSubstr("the id 'q0' is not that of its record")));
  EXPECT_THAT(faults_after("UPDATE quote SET end = 4000000000"),
              testing::SizeIs(2));  // one an article
  EXPECT_THAT(faults_after("UPDATE quote SET inside = 7 WHERE n = 1"),
              ElementsAre(HasSubstr("a quote stands inside one that is not there")));
  EXPECT_THAT(
      faults_after("UPDATE quote SET grade = '' WHERE n = 0"),
      testing::Each(HasSubstr("has a grade without a speaker, or a speaker without a grade")));
  EXPECT_THAT(faults_after("UPDATE time_expression SET begin = 1, end = 2"),
              testing::Contains(HasSubstr("the time at 1..2 does not lie in the text on whole")));
  EXPECT_THAT(faults_after("UPDATE time_expression SET earliest = '2024-02-30'"),
              testing::SizeIs(1));
  EXPECT_THAT(faults_after("UPDATE layer SET sentences = '[[0,4,0' WHERE article = 1"),
              testing::SizeIs(1));
  EXPECT_THAT(faults_after("UPDATE layer SET mentions = '[[0,4,99,\"r\"]]' WHERE article = 1"),
              testing::SizeIs(1));
  EXPECT_THAT(faults_after("UPDATE learned_role SET paragraph = 1; INSERT INTO learned_role VALUES "
                           "(1, 77, 'promo', 'r')"),
              testing::SizeIs(1));
  EXPECT_THAT(faults_after("DELETE FROM source WHERE article = 1"), testing::SizeIs(1));
  EXPECT_THAT(faults_after("UPDATE person_thing SET thing = 9"),
              ElementsAre(HasSubstr("across articles: ")));
  EXPECT_THAT(faults_after("UPDATE telling SET article = 99"),
              ElementsAre(HasSubstr("across articles: ")));
  EXPECT_THAT(faults_after("UPDATE family_member SET from_member = 2"),
              ElementsAre(HasSubstr("a family refers to a member that is not there")));
  EXPECT_THAT(faults_after("UPDATE event_person SET person = -1 WHERE person = 0"),
              ElementsAre(HasSubstr("across articles: ")));
  EXPECT_THAT(faults_after("UPDATE event SET id = 'e1'"),
              ElementsAre("the id 'e1' stands for more than one event, or for none"));
  EXPECT_THAT(
      faults_after("UPDATE reuse_edit SET b_end = b_begin"),
      ElementsAre("shared passage 'r0000000000000001': its edits do not lead from one text to "
                  "the other"));
  EXPECT_THAT(faults_after("UPDATE reuse_edit SET a_begin = 0, a_end = 4000000"),
              ElementsAre(HasSubstr("an edit of a shared passage")));
  EXPECT_THAT(faults_after("UPDATE reuse SET a_end = a_end - 1"), testing::Not(testing::IsEmpty()));
  EXPECT_THAT(faults_after("UPDATE passage_holder SET runner_up = 2"),
              ElementsAre(HasSubstr("a passage refers to a holder that is not there")));
  EXPECT_THAT(faults_after("UPDATE passage_holder SET standing = 'copy', from_holder = 0 "
                           "WHERE passage = 0 AND n = 1"),
              ElementsAre(HasSubstr("come from each other in a circle")));
  EXPECT_THAT(faults_after("UPDATE passage_evidence SET article = 99"),
              ElementsAre(HasSubstr("the evidence of a passage")));
  EXPECT_THAT(faults_after("UPDATE date_step_words SET step = 9 WHERE step = 0 AND n = 0"),
              ElementsAre(HasSubstr("the words of a step")));
  EXPECT_THAT(faults_after("DELETE FROM date_step_words"),
              testing::Contains(HasSubstr("a step without words")));
  EXPECT_THAT(faults_after("UPDATE article_date SET likely = NULL"),
              ElementsAre(HasSubstr("reasons for a likely day, and no such day")));
  EXPECT_THAT(faults_after("UPDATE disagreement_telling SET value = 7 WHERE value = 0"),
              ElementsAre(HasSubstr("a telling of a disagreement")));
  EXPECT_THAT(faults_after("UPDATE disagreement_telling SET said_end = 4000000 WHERE value = 0"),
              ElementsAre(HasSubstr("a telling of a disagreement")));
  EXPECT_THAT(faults_after("UPDATE disagreement_value SET value = '12'"),
              testing::Contains(HasSubstr("a value twice, or an empty one")));
  EXPECT_THAT(faults_after("UPDATE disagreement_value SET n_origins = 9 WHERE n = 1"),
              testing::Contains(HasSubstr("of more origins than tellings")));
  EXPECT_THAT(faults_after("UPDATE news SET label = 'new'"),
              ElementsAre(HasSubstr("a repeat without its earlier place")));
  EXPECT_THAT(faults_after("UPDATE news SET earlier_end = earlier_begin"),
              testing::Contains(HasSubstr("whose other place is empty")));
  EXPECT_THAT(faults_after("UPDATE article SET basis = 'stated', earliest = '2024-03-13', latest = "
                           "'2024-03-13' WHERE row = 1; UPDATE article SET basis = 'stated', "
                           "earliest = '2024-03-12', latest = '2024-03-12' WHERE row = 2"),
              ElementsAre("passage 'w0000000000000001': its origin appeared after another article "
                          "that holds it"));
  for (const char* sql :
       {"UPDATE article SET title = 'Another' WHERE row = 1", "UPDATE person SET name = 'Other'",
        "UPDATE reuse SET because = 'x'", "UPDATE left_out SET what = 'x'",
        "UPDATE named_thing SET roles = '[]'", "UPDATE fact SET value = 'x' WHERE name = 'content'",
        "UPDATE time_expression SET value = '2031'"})
    EXPECT_THAT(faults_after(sql), ElementsAre(HasSubstr("changed after it was built"))) << sql;
  EXPECT_THAT(faults_after("UPDATE fact SET value = 'complfte' WHERE name = 'state'"),
              ElementsAre("the state of the store is 'complfte'"));
  EXPECT_THAT(faults_after("INSERT INTO decision SELECT * FROM decision"), testing::IsEmpty());
  EXPECT_THAT(faults_after("INSERT INTO fact VALUES ('version', 'a newer one')"),
              testing::IsEmpty());
  EXPECT_THAT(faults_after("DELETE FROM fact WHERE name = 'content'; UPDATE person SET name = 'x'"),
              testing::IsEmpty());  // as older stores are
  EXPECT_THAT(faults_after("INSERT INTO layer VALUES (9, '[]', '[]', '[]')"), testing::SizeIs(1));
  EXPECT_THAT(faults_after("DROP VIEW sentence; CREATE VIEW sentence AS SELECT 1"),
              ElementsAre("the table 'sentence' is not as Fabula makes it"));
  EXPECT_THAT(faults_after("UPDATE article_index_data SET block = x'00' WHERE id > 10"),
              testing::SizeIs(1));
  EXPECT_THAT(faults_after("DELETE FROM article_index_docsize WHERE id = 1"),
              ElementsAre("1 articles are missing from the full text index"));
}

}  // namespace
}  // namespace fabula::store
