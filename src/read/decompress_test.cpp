#include "read/decompress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>

#include "read/testing.hpp"

namespace fabula::read {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::string gzip(std::string_view plain) {
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(deflateBound(&stream, plain.size()) + 64, '\0');
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(plain.data()));
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(std::string_view plain) {
  std::string packed(ZSTD_compressBound(plain.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), 3));
  return packed;
}

using Pack = std::string (*)(std::string_view);
constexpr Pack kPacks[] = {gzip, zstd};

// Lines that do not pack too well, so that a cut lies behind some of them.
std::string lines(int n) {
  std::string text;
  unsigned x = 1;
  for (int i = 0; i < n; ++i) {
    text += "{\"text\":\"Rain fell on day ";
    for (int k = 0; k < 20; ++k)
      text += static_cast<char>('a' + ((x = x * 1664525 + 1013904223) >> 24) % 26);
    text += ".\"}\n";
  }
  return text;
}

TEST(Decompress, WhateverTheNameSays) {
  for (const Pack pack : kPacks)
    for (const char* path : {"a.txt", "a.txt.gz", "a.txt.zst", "a"}) {
      const auto got = read_bytes(path, pack("Rain fell."));
      ASSERT_THAT(got.captures, SizeIs(1)) << path;
      EXPECT_EQ(got.captures[0].text, "Rain fell.");
      EXPECT_EQ(got.captures[0].bytes, "Rain fell.");
    }
  EXPECT_EQ(read_bytes("a.txt.gz", "Rain fell.").captures.at(0).text, "Rain fell.");
}

TEST(Decompress, ManyMembers) {
  for (const Pack pack : kPacks) {
    const std::string packed =
        pack("{\"text\":\"One.\"}\n{\"te") + pack("") + pack("xt\":\"Two.\"}\n");
    const auto got = read_bytes("a.jsonl", packed);
    ASSERT_THAT(got.captures, SizeIs(2));
    EXPECT_EQ(got.captures[1].fields.text, "Two.");
    EXPECT_THAT(got.left_out, IsEmpty());
  }
}

TEST(Decompress, ZerosAfterGzipAreNothing) {
  const auto got = read_bytes("a.txt.gz", gzip("Rain.") + std::string(1000, '\0'));
  EXPECT_THAT(got.captures, SizeIs(1));
  EXPECT_THAT(got.left_out, IsEmpty());
}

TEST(Decompress, ASkippableFrameBeforeZstd) {
  const std::string skippable(
      "\x50\x2A\x4D\x18\x03\x00\x00\x00"
      "abc",
      11);
  EXPECT_EQ(read_bytes("a.txt.zst", skippable + zstd("Rain.")).captures.at(0).text, "Rain.");
}

TEST(Decompress, ACutContainerGivesItsCompleteRecords) {
  for (const Pack pack : kPacks) {
    const std::string packed = pack(lines(20'000));
    const auto got = read_bytes("a.jsonl", packed.substr(0, packed.size() / 2));
    EXPECT_GT(got.captures.size(), 1000U);
    EXPECT_LT(got.captures.size(), 20'000U);
    ASSERT_THAT(got.left_out, SizeIs(1));
    EXPECT_EQ(got.left_out[0].source, "a.jsonl");
    EXPECT_EQ(got.left_out[0].error.code, Errc::kTruncated);
    EXPECT_EQ(got.left_out[0].error.where, "a.jsonl@" + std::to_string(packed.size() / 2));
  }
}

TEST(Decompress, ACutArticleIsKeptAndListed) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "Rain " + std::to_string(i * 7919 % 100'003) + ". ";
  for (const Pack pack : kPacks) {
    const std::string packed = pack(text);
    const auto got = read_bytes("a.txt", packed.substr(0, packed.size() * 3 / 4));
    ASSERT_THAT(got.captures, SizeIs(1));
    EXPECT_TRUE(text.starts_with(got.captures[0].text));
    ASSERT_THAT(got.left_out, SizeIs(1));
    EXPECT_EQ(got.left_out[0].error.code, Errc::kTruncated);
  }
}

TEST(Decompress, EveryCutOfASmallFileIsSeen) {
  for (const Pack pack : kPacks) {
    const std::string packed = pack("{\"text\":\"Rain fell.\"}\n");
    for (std::size_t n = 4; n < packed.size(); ++n) {
      const auto got = read_bytes("a.jsonl", packed.substr(0, n));
      ASSERT_THAT(got.left_out, SizeIs(1)) << n;
      EXPECT_EQ(got.left_out[0].error.code, Errc::kTruncated) << n;
    }
  }
}

// A frame as `zstd --long=LOG` begins it, its size not known before.
std::string long_zstd(std::string_view plain, int window_log) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window_log);
  std::string packed(ZSTD_compressBound(plain.size()) + 64, '\0');
  ZSTD_outBuffer out{packed.data(), packed.size(), 0};
  ZSTD_inBuffer in{plain.data(), plain.size(), 0};
  ZSTD_compressStream2(context, &out, &in, ZSTD_e_continue);  // the size stays unknown
  ZSTD_compressStream2(context, &out, &in, ZSTD_e_end);
  ZSTD_freeCCtx(context);
  packed.resize(out.pos);
  return packed;
}

TEST(Decompress, ALongWindowIsReadOrNamed) {
  ASSERT_THAT(read_bytes("a.txt.zst", long_zstd("Rain fell.", 28)).captures, SizeIs(1));
  const auto got = read_bytes("a.txt.zst", long_zstd("Rain fell.", 30));
  EXPECT_THAT(got.captures, IsEmpty());
  ASSERT_THAT(got.left_out, SizeIs(1));
  EXPECT_EQ(got.left_out[0].error.code, Errc::kTooLarge);
  EXPECT_EQ(got.left_out[0].error.what,
            "packed with a window of more than 512 MiB, which unpacking would have to hold in "
            "memory");
  EXPECT_THAT(got.left_out[0].error.hint, testing::HasSubstr("zstd -d --long=31"));
}

TEST(Decompress, DamageIsSeen) {
  for (const Pack pack : kPacks) {
    std::string packed = pack(lines(20'000));
    for (std::size_t i = 0; i < 64; ++i) packed[packed.size() / 2 + i] ^= 0x55;
    const auto got = read_bytes("a.jsonl", packed);
    EXPECT_GT(got.captures.size(), 100U);
    ASSERT_FALSE(got.left_out.empty());
    EXPECT_EQ(got.left_out.back().error.code, Errc::kUnreadable);
    EXPECT_EQ(got.left_out.back().error.what, "the compressed data is damaged");
  }
  EXPECT_EQ(read_bytes("a.txt.gz", gzip("Rain.") + "more").left_out.at(0).error.code,
            Errc::kUnreadable);
}

}  // namespace
}  // namespace fabula::read
