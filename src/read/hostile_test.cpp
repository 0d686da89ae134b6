// Inputs made to do harm: bombs, endless lines, depth, noise. Each must end soon, in little memory,
// with the rest of the pile read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "read/testing.hpp"

namespace fabula::read {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// Makes its bytes as they are asked for: `head`, then `n_fill` times `fill`, then `tail`.
class MadeUpSource final : public ByteSource {
 public:
  MadeUpSource(std::string head, char fill, std::uint64_t n_fill, std::string tail)
      : head_(std::move(head)), fill_(fill), n_fill_(n_fill), tail_(std::move(tail)) {}

  Result<std::size_t> read(char* out, std::size_t n) override {
    if (!head_.empty()) return take(head_, out, n);
    if (n_fill_ == 0) return take(tail_, out, n);
    n = static_cast<std::size_t>(std::min<std::uint64_t>(n, n_fill_));
    std::fill_n(out, n, fill_);
    n_fill_ -= n;
    return n;
  }

 private:
  static std::size_t take(std::string& from, char* out, std::size_t n) {
    n = std::min(n, from.size());
    std::copy_n(from.begin(), n, out);
    from.erase(0, n);
    return n;
  }

  std::string head_;
  char fill_;
  std::uint64_t n_fill_;
  std::string tail_;
};

Outcome read_made_up(const std::string& path, std::unique_ptr<ByteSource> source,
                     const ReadOptions& options = {}) {
  Outcome outcome;
  EXPECT_TRUE(read_source(path, std::move(source), std::nullopt, options, {}, sink_into(outcome)));
  return outcome;
}

long peak_memory_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// `n` zero bytes, packed.
std::string gzip_bomb(std::size_t n) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY), Z_OK);
  const std::string block(1 << 20, ' ');
  std::string packed(n / 900 + 4096, '\0');
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  for (std::size_t done = 0; done < n; done += block.size()) {
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(block.data()));
    stream.avail_in = static_cast<uInt>(block.size());
    EXPECT_EQ(deflate(&stream, Z_NO_FLUSH), Z_OK);
  }
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

TEST(Hostile, ALineOf100Megabytes) {
  const long before = peak_memory_mib();
  const auto got =
      read_made_up("pile.jsonl", std::make_unique<MadeUpSource>("{\"text\":\"One.\"}\n{\"text\":\"",
                                                                'x', std::uint64_t{100} << 20,
                                                                "\"}\n{\"text\":\"Three.\"}\n"));
  ASSERT_THAT(got.captures, SizeIs(2));
  EXPECT_EQ(got.captures[1].fields.text, "Three.");
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].source, "pile.jsonl:2");
  EXPECT_EQ(got.left_out[0].error.code, Errc::kTooLarge);
  // The limit is 32 MiB; while a record grows it is held twice.
  EXPECT_LT(peak_memory_mib() - before, 200);
}

TEST(Hostile, ACellOf100Megabytes) {
  const auto got = read_made_up(
      "pile.csv",
      std::make_unique<MadeUpSource>("id,text\n1,\"", 'x', std::uint64_t{100} << 20, "\"\n2,b\n"));
  ASSERT_THAT(got.captures, SizeIs(1));
  EXPECT_EQ(got.captures[0].fields.text, "b");
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].error.code, Errc::kTooLarge);
}

TEST(Hostile, AnEndlessElementOfAList) {
  const auto got = read_made_up(
      "pile.json", std::make_unique<MadeUpSource>("[{\"text\":\"One.\"},{\"text\":\"", 'x',
                                                  std::uint64_t{100} << 20, "\"}]"));
  EXPECT_THAT(got.captures, SizeIs(1));
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].source, "pile.json#2");
}

TEST(Hostile, AnArticleOf100Megabytes) {
  const auto got = read_made_up(
      "a.txt", std::make_unique<MadeUpSource>("Rain. ", 'x', std::uint64_t{100} << 20, "."));
  EXPECT_THAT(got.captures, IsEmpty());
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].error.code, Errc::kTooLarge);
}

TEST(Hostile, AGzipBomb) {
  const std::string bomb = gzip_bomb(std::size_t{1} << 30);
  ASSERT_LT(bomb.size(), 2'000'000U);
  for (const char* path : {"a.txt.gz", "a.jsonl.gz", "a.csv.gz", "a"}) {
    const auto got = read_bytes(path, bomb, {.max_ratio = 100});
    EXPECT_THAT(got.captures, IsEmpty()) << path;
    ASSERT_THAT(got.left_out, testing::Not(IsEmpty())) << path;
    EXPECT_LE(got.left_out.size(), 2U) << path;
  }
  const auto got = read_bytes("a.jsonl.gz", bomb, {.max_ratio = 100});
  EXPECT_EQ(got.left_out.back().error.code, Errc::kTooLarge);
}

TEST(Hostile, AZstdBomb) {
  const std::string plain(std::size_t{64} << 20, '\n');
  std::string bomb(ZSTD_compressBound(plain.size()), '\0');
  bomb.resize(ZSTD_compress(bomb.data(), bomb.size(), plain.data(), plain.size(), 3));
  ASSERT_LT(bomb.size(), 10'000U);
  const auto got = read_bytes("a.jsonl.zst", bomb);
  EXPECT_THAT(got.captures, IsEmpty());
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].error.code, Errc::kTooLarge);
}

TEST(Hostile, DeepNesting) {
  const std::string deep(2'000'000, '[');
  const auto got = read_bytes("a.jsonl", "{\"text\":\"a\",\"x\":" + deep + "}\n{\"text\":\"b\"}\n");
  EXPECT_THAT(got.captures, SizeIs(1));
  EXPECT_THAT(got.left_out, SizeIs(1));
  EXPECT_THAT(read_bytes("a.json", deep + "{").captures, IsEmpty());
  EXPECT_THAT(read_bytes("a.json", "[{\"x\":" + deep).captures, IsEmpty());
}

TEST(Hostile, OnlyMarksAndSeparators) {
  const auto begin = std::chrono::steady_clock::now();
  for (const char* unit : {"\"", "\"\n", ",\"", "\"\"", "z\",\"\n", "\"a\"\n\"", ",", "\r"}) {
    std::string file = "id,text\n";
    while (file.size() < 2'000'000) file += unit;
    EXPECT_THAT(read_bytes("a.csv", file).captures.size(), testing::Lt(1'000'000U));
  }
  // Sanitizers included; quadratic time would be hours.
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

TEST(Hostile, OnlyBracketsAndCommas) {
  for (const char* unit : {"{", "}", "[", "]", ",", "\"", "\\", "{}", "[{"}) {
    std::string file = "[{\"text\":\"a\"},";
    while (file.size() < 1'000'000) file += unit;
    EXPECT_THAT(read_bytes("a.json", file).captures, SizeIs(1)) << unit;
  }
}

TEST(Hostile, NoiseUnderEveryName) {
  unsigned x = 1;
  for (int round = 0; round < 50; ++round) {
    std::string noise;
    for (int i = 0; i < 3000; ++i) noise += static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
    for (const char* path :
         {"a.txt", "a.html", "a.md", "a.jsonl", "a.json", "a.csv", "a", "a.gz"}) {
      const auto got = read_bytes(path, noise);
      EXPECT_THAT(got.captures, IsEmpty()) << path;
      EXPECT_THAT(got.left_out, testing::Not(IsEmpty())) << path;
    }
  }
}

}  // namespace
}  // namespace fabula::read
