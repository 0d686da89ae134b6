#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "read/testing.hpp"

namespace fabula::read {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// A folder of its own for each test; paths are given relative to it.
class Find : public testing::Test {
 protected:
  void SetUp() override {
    before_ = fs::current_path();
    folder_ =
        fs::temp_directory_path() / ("fabula_find_" + std::to_string(getpid()) + "_" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    fs::current_path(folder_);
  }
  void TearDown() override {
    fs::current_path(before_);
    fs::remove_all(folder_);
  }

  static void write(const std::string& path, std::string_view bytes = "Rain fell.") {
    const fs::path parent = fs::path(path).parent_path();
    if (!parent.empty()) fs::create_directories(parent);
    std::ofstream(path, std::ios::binary) << bytes;
  }

  static InputList find(const std::vector<std::string>& inputs) {
    auto found = find_inputs(inputs);
    EXPECT_TRUE(found.has_value()) << (found ? "" : found.error().what);
    return found ? *found : InputList{};
  }

  static std::vector<std::string> paths(const std::vector<std::string>& inputs) {
    std::vector<std::string> names;
    for (const InputFile& file : find(inputs).files) names.push_back(file.path);
    return names;
  }

  fs::path before_;
  fs::path folder_;
};

TEST_F(Find, AFolderInTheOrderOfItsPaths) {
  for (const char* path :
       {"pile/b.txt", "pile/a/z.txt", "pile/a.txt", "pile/B.txt", "pile/a/b/c.txt"})
    write(path);
  EXPECT_THAT(paths({"pile"}), ElementsAre("pile/B.txt", "pile/a.txt", "pile/a/b/c.txt",
                                           "pile/a/z.txt", "pile/b.txt"));
  EXPECT_EQ(paths({"pile/"}), paths({"pile"}));
  EXPECT_EQ(find({"pile"}).files[0].size_bytes, 10U);
}

TEST_F(Find, InputsInAnyOrderAndEachOnce) {
  write("pile/a.txt");
  write("pile/sub/b.txt");
  write("c.txt");
  EXPECT_THAT(paths({"pile/sub", "c.txt", "pile", "pile/a.txt", "-"}),
              ElementsAre("-", "c.txt", "pile/a.txt", "pile/sub/b.txt"));
}

TEST_F(Find, HiddenFilesAndStoresArePassedOver) {
  for (const char* path :
       {"pile/.git/a.txt", "pile/.hidden", "pile/my.fabula", "pile/my.fabula-wal",
        "pile/my.fabula-shm", "pile/my.fabula-lock", "pile/a.txt"})
    write(path);
  EXPECT_THAT(paths({"pile"}), ElementsAre("pile/a.txt"));
  EXPECT_THAT(paths({"pile/.hidden"}), ElementsAre("pile/.hidden"));
}

TEST_F(Find, ThePartsOfASavedPageAreOneRow) {
  write("pile/page.html");
  write("pile/page_files/ad.html");
  write("pile/my_files/a.txt");
  const InputList found = find({"pile"});
  EXPECT_THAT(found.files, SizeIs(2));
  ASSERT_THAT(found.left_out, SizeIs(1));
  EXPECT_EQ(found.left_out[0].source, "pile/page_files");
}

TEST_F(Find, LinksThatLeadBackEnd) {
  write("pile/a/x.txt");
  write("pile/b/y.txt");
  fs::create_directory_symlink("..", "pile/a/up");
  fs::create_directory_symlink("../b", "pile/a/side");
  fs::create_directory_symlink("../a", "pile/b/side");
  fs::create_directory_symlink(".", "pile/self");
  EXPECT_THAT(paths({"pile"}), ElementsAre("pile/a/x.txt", "pile/b/y.txt"));
}

TEST_F(Find, LinksToOtherPlacesAreFollowed) {
  write("pile/a.txt");
  write("else/b.txt");
  fs::create_directory_symlink("../else", "pile/more");
  fs::create_symlink("../else/b.txt", "pile/c.txt");
  EXPECT_THAT(paths({"pile"}), ElementsAre("pile/a.txt", "pile/c.txt", "pile/more/b.txt"));
}

TEST_F(Find, ADanglingLinkIsLeftOut) {
  fs::create_directory("pile");
  fs::create_symlink("nowhere.txt", "pile/gone.txt");
  const InputList found = find({"pile"});
  EXPECT_THAT(found.files, IsEmpty());
  ASSERT_THAT(found.left_out, SizeIs(1));
  EXPECT_EQ(found.left_out[0].source, "pile/gone.txt");
  EXPECT_EQ(found.left_out[0].error.code, Errc::kUnreadable);
}

TEST_F(Find, APipeInAFolderDoesNotBlock) {
  fs::create_directory("pile");
  ASSERT_EQ(mkfifo("pile/pipe", 0600), 0);
  const InputList found = find({"pile"});
  EXPECT_THAT(found.files, IsEmpty());
  ASSERT_THAT(found.left_out, SizeIs(1));
  EXPECT_EQ(found.left_out[0].error.code, Errc::kNotSupported);
}

TEST_F(Find, AFolderWithoutPermission) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  write("pile/shut/a.txt");
  fs::permissions("pile/shut", fs::perms::none);
  const InputList found = find({"pile"});
  fs::permissions("pile/shut", fs::perms::owner_all);
  ASSERT_THAT(found.left_out, SizeIs(1));
  EXPECT_EQ(found.left_out[0].source, "pile/shut");
  EXPECT_EQ(found.left_out[0].error.code, Errc::kUnreadable);
  EXPECT_THAT(found.left_out[0].error.what, HasSubstr("Permission denied"));
}

TEST_F(Find, ATypingMistakeIsAnErrorOfTheJob) {
  const std::vector<std::string> inputs{"pil"};
  const auto found = find_inputs(inputs);
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, Errc::kReadFailed);
  EXPECT_EQ(found.error().what, "'pil' cannot be read: No such file or directory");
  EXPECT_EQ(found.error().where, "pil");
}

TEST_F(Find, NamesThatAreNoUtf8) {
  write("pile/caf\xE9.txt");
  const InputList found = find({"pile"});
  ASSERT_THAT(found.files, SizeIs(1));
  Outcome outcome;
  ASSERT_TRUE(read_files(found.files, {}, {}, sink_into(outcome)).has_value());
  ASSERT_THAT(outcome.captures, SizeIs(1));
  EXPECT_THAT(outcome.captures[0].sources, ElementsAre("pile/caf\uFFFD.txt"));
}

TEST_F(Find, AListOfFiles) {
  write("list", "a.txt\r\n\nb c.txt\n");
  EXPECT_THAT(*read_file_list("list", false), ElementsAre("a.txt", "b c.txt"));
  write("list0", std::string("a\nb.txt\0c.txt\0", 14));
  EXPECT_THAT(*read_file_list("list0", true), ElementsAre("a\nb.txt", "c.txt"));
  const auto missing = read_file_list("no-list", false);
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, Errc::kReadFailed);
}

TEST_F(Find, FilesAreReadInOrderAndCounted) {
  write("pile/b.txt", "Snow fell.");
  write("pile/a.html", "<p>Rain fell.</p>");
  write("pile/c.jpg", "\xFF\xD8\xFF rest");
  const InputList found = find({"pile"});
  Outcome outcome;
  CaptureSink sink = sink_into(outcome);
  std::uint64_t n_consumed = 0;
  sink.consumed = [&](std::uint64_t n) { n_consumed += n; };
  ASSERT_TRUE(read_files(found.files, {.file_times = true}, {}, sink).has_value());
  ASSERT_THAT(outcome.captures, SizeIs(2));
  EXPECT_THAT(outcome.captures[0].sources, ElementsAre("pile/a.html"));
  EXPECT_GT(outcome.captures[0].file_day.value_or(0), 18'000);
  EXPECT_THAT(outcome.left_out, SizeIs(1));
  std::uint64_t n_bytes = 0;
  for (const InputFile& file : found.files) n_bytes += file.size_bytes;
  EXPECT_EQ(n_consumed, n_bytes);
}

TEST_F(Find, AFileThatIsGoneWhenItIsRead) {
  const std::vector<InputFile> files{{"gone.txt", 10}};
  Outcome outcome;
  ASSERT_TRUE(read_files(files, {}, {}, sink_into(outcome)).has_value());
  ASSERT_THAT(outcome.left_out, SizeIs(1));
  EXPECT_EQ(outcome.left_out[0].error.code, Errc::kUnreadable);
  EXPECT_EQ(outcome.left_out[0].error.what, "cannot be read: No such file or directory");
  EXPECT_EQ(outcome.left_out[0].error.where, "gone.txt");
}

}  // namespace
}  // namespace fabula::read
