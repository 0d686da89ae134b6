// Which files are refused, with which words; who may write, who may read at the same time.
#include "store/open.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "base/temporary_folder.hpp"
#include "store/got.hpp"
#include "store/sample_pile.hpp"
#include "store/store.hpp"

namespace fabula::store {
namespace {

class OpenTest : public testing::Test {
 protected:
  // Runs SQL on the file as another program would.
  void with_sqlite(const std::string& path, const std::string& sql) {
    const auto database =
        Database::open(path, path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE).value();
    got(database->execute(sql.c_str()));
  }
  void write_file(const std::string& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
  }
  std::string refusal(const std::string& path, Mode mode = Mode::kRead) {
    return error_text(Store::open(path, mode));
  }
  Store written() {
    auto store = Store::open(path_, Mode::kCreateOrContinue);
    FABULA_CHECK(store.has_value());
    got(write_sample(*store, sample_pile()));
    return std::move(*store);
  }

  TemporaryFolder folder_;
  std::string path_ = folder_ / "pile.fabula";
};

TEST_F(OpenTest, NothingThere) {
  const std::string expected = "no-store: there is no store here (" + path_ +
                               ") make one: fabula build INPUT... -o " + path_;
  EXPECT_EQ(refusal(path_), expected);
  EXPECT_EQ(refusal(path_, Mode::kWrite), expected);
  EXPECT_EQ(refusal(""),
            "no-store: the name of the store is empty () name a file that `fabula build` made");
  EXPECT_NE(access((path_ + "-lock").c_str(), F_OK), 0);
}

TEST_F(OpenTest, NamesThatSqliteReadsDifferently) {
  EXPECT_THAT(refusal(":memory:", Mode::kWrite), testing::StartsWith("no-store: "));
  EXPECT_THAT(refusal("file:x?mode=memory", Mode::kWrite), testing::StartsWith("no-store: "));
}

TEST_F(OpenTest, AFolderOrADevice) {
  const std::string folder = folder_ / "folder";
  mkdir(folder.c_str(), 0777);
  for (const Mode mode : {Mode::kRead, Mode::kWrite, Mode::kCreateOrContinue}) {
    EXPECT_EQ(refusal(folder, mode), "not-a-store: this is a folder, not a store (" + folder +
                                         ") name a file that `fabula build` made");
    EXPECT_EQ(refusal("/dev/null", mode),
              "not-a-store: this is not a file (/dev/null) name a file that `fabula build` made");
  }
}

TEST_F(OpenTest, AFolderThatIsNotThere) {
  const std::string path = folder_ / "none/pile.fabula";
  EXPECT_EQ(refusal(path, Mode::kCreateOrContinue),
            "write-failed: the store cannot be written (No such file or directory) (" + path +
                ") check that its folder exists and that you may write there");
}

TEST_F(OpenTest, AnotherKindOfFile) {
  write_file(path_, "These are notes about a flood, not a store.\n");
  for (const Mode mode : {Mode::kRead, Mode::kWrite, Mode::kCreateOrContinue})
    EXPECT_EQ(refusal(path_, mode),
              "not-a-store: this is not a Fabula store (file is not a "
              "database) (" +
                  path_ + ") name a file that `fabula build` made");
  std::ifstream in(path_);
  std::string line;
  std::getline(in, line);
  EXPECT_EQ(line, "These are notes about a flood, not a store.");  // it is as it was
}

TEST_F(OpenTest, AnotherProgramsDatabase) {
  with_sqlite(path_, "CREATE TABLE fact (name, value)");
  for (const Mode mode : {Mode::kRead, Mode::kWrite, Mode::kCreateOrContinue})
    EXPECT_EQ(refusal(path_, mode), "not-a-store: this is another program's database (" + path_ +
                                        ") name a file that `fabula build` made");
}

TEST_F(OpenTest, AStoreOfANewerVersion) {
  {
    const Store store = written();
  }
  with_sqlite(path_, "PRAGMA user_version = 8");
  for (const Mode mode : {Mode::kRead, Mode::kWrite, Mode::kCreateOrContinue})
    EXPECT_EQ(refusal(path_, mode), "newer-store: the store has format 8, this program knows 7 (" +
                                        path_ + ") install the newest version of Fabula");
}

// What format 1 had, in its statements: no edits, no passages, no news.
TEST_F(OpenTest, AStoreOfFormat1IsBroughtUpToDateByAWriter) {
  {
    Store store = written();
    got(store.begin());
    got(store.set_fact("state", "complete"));
    got(store.commit());
  }
  with_sqlite(path_,
              "DROP TABLE reuse_edit; DROP TABLE passage; DROP TABLE passage_holder;"
              "DROP TABLE passage_evidence; DROP TABLE news; DROP TABLE reuse;"
              "CREATE TABLE reuse (n INTEGER PRIMARY KEY, id TEXT NOT NULL) STRICT;"
              "INSERT INTO reuse VALUES (0, 'r1');"
              "INSERT INTO decision VALUES (1, 'note', 'r1', NULL, 'mine', '2024-03-11');"
              "PRAGMA user_version = 1");
  EXPECT_EQ(refusal(path_),
            "damaged-store: the store was written by an older Fabula (format 1, this program reads "
            "7) (" +
                path_ + ") give its `fabula build` command again: it brings the store up to date");
  EXPECT_EQ(refusal(path_, Mode::kCreateOrContinue), "no error");
  const auto store = Store::open(path_, Mode::kRead);
  ASSERT_TRUE(store.has_value());
  EXPECT_EQ(got(store->facts())["state"], "building");
  EXPECT_THAT(got(store->verify()), testing::IsEmpty());
  EXPECT_TRUE(got(store->read_pile()).reuse.empty());
  EXPECT_EQ(got(store->articles()).size(), 2U);
}

TEST_F(OpenTest, AnEmptyFileBecomesAStoreOnlyWhenOneIsMade) {
  write_file(path_, "");
  EXPECT_EQ(refusal(path_), "not-a-store: the file is empty (" + path_ +
                                ") make a store: fabula build INPUT... -o " + path_);
  EXPECT_EQ(refusal(path_, Mode::kCreateOrContinue), "no error");
  EXPECT_EQ(refusal(path_), "no error");
}

TEST_F(OpenTest, AStoreThatWasNeverBegun) {
  with_sqlite(path_, "PRAGMA journal_mode = WAL; CREATE TABLE x (y); DROP TABLE x;");
  EXPECT_EQ(refusal(path_), "not-a-store: the store was never begun (" + path_ +
                                ") make it: fabula build INPUT... -o " + path_);
  EXPECT_EQ(refusal(path_, Mode::kCreateOrContinue), "no error");
}

TEST_F(OpenTest, ATableIsMissing) {
  {
    const Store store = written();
  }
  with_sqlite(path_, "DROP TABLE quote");
  const auto store = Store::open(path_, Mode::kRead);
  ASSERT_TRUE(store);
  EXPECT_EQ(error_text(store->read_articles()),
            "damaged-store: the store is damaged (no such table: quote) (" + path_ +
                ") run `fabula verify` to see what is wrong, or build the store again from its "
                "inputs");
  EXPECT_THAT(got(store->verify()), testing::IsSupersetOf({"the table 'quote' is missing",
                                                           "the table 'quote_by_id' is missing"}));
}

TEST_F(OpenTest, ASecondWriterIsRefusedAtOnce) {
  const Store store = written();
  const std::string expected = "locked-store: process " + std::to_string(getpid()) +
                               " is writing to the store (" + path_ +
                               ") wait until it has ended, then give the same command again";
  EXPECT_EQ(refusal(path_, Mode::kWrite), expected);
  EXPECT_EQ(refusal(path_, Mode::kCreateOrContinue), expected);
}

TEST_F(OpenTest, TheNextWriterMayBeginWhenOneHasEnded) {
  {
    const Store store = written();
  }
  EXPECT_EQ(refusal(path_, Mode::kWrite), "no error");
  write_file(path_ + "-lock", "4711");  // a killed writer left it behind
  EXPECT_EQ(refusal(path_, Mode::kWrite), "no error");
}

TEST_F(OpenTest, ReadersGoOnWhileAnotherWrites) {
  Store writer = written();
  const auto reader = Store::open(path_, Mode::kRead);
  ASSERT_TRUE(reader);
  const std::string before = described(got(reader->read_pile()));
  got(writer.begin());
  got(writer.set_fact("state", "building"));
  got(writer.drop_layers());
  EXPECT_EQ(described(got(reader->read_pile())), before);
  const auto second_reader = Store::open(path_, Mode::kRead);
  ASSERT_TRUE(second_reader) << second_reader.error().what;
  EXPECT_EQ(got(second_reader->facts())["state"], "complete");
  got(writer.commit());
  EXPECT_EQ(got(reader->facts())["state"], "building");
  EXPECT_EQ(got(second_reader->facts())["state"], "building");
}

TEST_F(OpenTest, AReaderNeverWrites) {
  {
    const Store store = written();
  }
  auto reader = Store::open(path_, Mode::kRead);
  EXPECT_EQ(reader->set_fact("state", "torn").error().code, Errc::kWriteFailed);
  got(reader->verify());
  EXPECT_EQ(reader->set_fact("state", "torn").error().code, Errc::kWriteFailed);
}

// Nobody in particular, for as long as this lives: permissions do not bind the superuser.
class AsNobody {
 public:
  AsNobody() : is_root_(geteuid() == 0) {
    if (is_root_) FABULA_CHECK(seteuid(65534) == 0);
  }
  ~AsNobody() {
    if (is_root_) FABULA_CHECK(seteuid(0) == 0);
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;

 private:
  bool is_root_;
};

TEST_F(OpenTest, AFileThatMayNotBeRead) {
  {
    const Store store = written();
  }
  chmod(path_.c_str(), 0);
  chmod((folder_ / "").c_str(), 0755);
  const AsNobody nobody;
  EXPECT_EQ(refusal(path_),
            "read-failed: the store cannot be opened (unable to open database file) (" + path_ +
                ") check the permissions of the file and of its folder");
}

TEST_F(OpenTest, AFileThatMayOnlyBeRead) {
  {
    const Store store = written();
  }
  chmod(path_.c_str(), 0444);
  chmod((folder_ / "").c_str(), 0777);
  const AsNobody nobody;
  const auto reader = Store::open(path_, Mode::kRead);
  ASSERT_TRUE(reader) << error_text(reader);
  EXPECT_EQ(described(got(reader->read_pile())), described(sample_pile().pile));
  EXPECT_EQ(refusal(path_, Mode::kWrite), "write-failed: the store may only be read (" + path_ +
                                              ") check the permissions of the file");
}

TEST_F(OpenTest, AFolderThatMayOnlyBeRead) {
  {
    const Store store = written();
  }
  chmod((folder_ / "").c_str(), 0555);
  const AsNobody nobody;
  const auto reader = Store::open(path_, Mode::kRead);
  ASSERT_TRUE(reader) << error_text(reader);
  EXPECT_EQ(described(got(reader->read_pile())), described(sample_pile().pile));
  EXPECT_THAT(got(reader->verify()), testing::IsEmpty());
  EXPECT_EQ(refusal(path_, Mode::kWrite),
            "write-failed: the store cannot be written (Permission denied) (" + path_ +
                ") check that its folder exists and that you may write there");
}

}  // namespace
}  // namespace fabula::store
