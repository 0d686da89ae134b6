#include "read/decompress.hpp"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace fabula::read {
namespace {

// A page of any honest site is below this; smaller outputs may have any ratio (a page of blanks).
constexpr std::uint64_t kRatioFreeBytes = std::uint64_t{16} << 20;
constexpr std::size_t kPackedChunkBytes = std::size_t{128} << 10;

constexpr std::string_view kGzipMagic = "\x1f\x8b";
constexpr std::string_view kZstdMagic = "\x28\xb5\x2f\xfd";

// zstd's own limit is 2^27; files packed with --long=28 or 29 are met, and cost as much memory as
// they have unpacked bytes, at most this.
constexpr int kMaxWindowLog = 29;

constexpr const char* kSaveAgain = "save or download the file again; what was readable is kept";

bool is_zstd_start(std::string_view bytes) {
  const bool skippable = bytes.size() >= 4 &&
                         (static_cast<unsigned char>(bytes[0]) & 0xF0) == 0x50 &&
                         bytes.substr(1, 3) == "\x2a\x4d\x18";
  return skippable || bytes.starts_with(kZstdMagic);
}

// The packed bytes, read in chunks and counted.
class PackedBytes {
 public:
  explicit PackedBytes(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // The bytes not yet taken; reads when there are none (or too few to show `at_least`).
  [[nodiscard]] Result<std::string_view> peek(std::size_t at_least = 1) {
    while (end_ - begin_ < at_least && !at_end_) {
      std::memmove(chunk_.get(), chunk_.get() + begin_, end_ - begin_);
      end_ -= begin_;
      begin_ = 0;
      FABULA_TRY(const std::size_t got,
                 source_->read(chunk_.get() + end_, kPackedChunkBytes - end_));
      at_end_ = got == 0;
      end_ += got;
      n_read_ += got;
    }
    return std::string_view(chunk_.get() + begin_, end_ - begin_);
  }
  void take(std::size_t n) { begin_ += n; }
  [[nodiscard]] std::uint64_t n_read() const { return n_read_; }
  // Straight from the source, once nothing is held.
  [[nodiscard]] Result<std::size_t> read(char* out, std::size_t n) {
    if (begin_ < end_) {
      n = std::min(n, end_ - begin_);
      std::memcpy(out, chunk_.get() + begin_, n);
      begin_ += n;
      return n;
    }
    if (at_end_) return 0;
    FABULA_TRY(const std::size_t got, source_->read(out, n));
    at_end_ = got == 0;
    n_read_ += got;
    return got;
  }

 private:
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<char[]> chunk_ = std::make_unique_for_overwrite<char[]>(kPackedChunkBytes);
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t n_read_ = 0;
  bool at_end_ = false;
};

// One kind of packing. step() turns some of `in` into some of `out`.
class Unpacker {
 public:
  enum class Trouble : std::uint8_t { kNone, kDamaged, kLongWindow };
  struct Step {
    std::size_t n_in = 0;
    std::size_t n_out = 0;
    Trouble trouble = Trouble::kNone;
  };
  virtual ~Unpacker() = default;
  [[nodiscard]] virtual Step step(std::string_view in, char* out, std::size_t n_out) = 0;
  // May the packed bytes end here?
  [[nodiscard]] virtual bool complete() const = 0;
};

class Gunzip final : public Unpacker {
 public:
  Gunzip() { FABULA_CHECK(inflateInit2(&stream_, 15 + 16) == Z_OK); }
  ~Gunzip() override { inflateEnd(&stream_); }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  Step step(std::string_view in, char* out, std::size_t n_out) override {
    if (complete_) {
      // Tapes and block devices pad with zeros; anything else must be the next member.
      const std::size_t zeros = std::min(in.find_first_not_of('\0'), in.size());
      if (zeros > 0) return {.n_in = zeros};
      inflateReset(&stream_);
      complete_ = false;
    }
    stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(std::min<std::size_t>(n_out, 1U << 30));
    const uInt room = stream_.avail_out;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    complete_ = status == Z_STREAM_END;
    return {.n_in = in.size() - stream_.avail_in,
            .n_out = room - stream_.avail_out,
            .trouble = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR
                           ? Trouble::kDamaged
                           : Trouble::kNone};
  }
  bool complete() const override { return complete_; }

 private:
  z_stream stream_{};
  bool complete_ = false;
};

class Unzstd final : public Unpacker {
 public:
  Unzstd() : stream_(ZSTD_createDStream()) {
    FABULA_CHECK(stream_ != nullptr);
    ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, kMaxWindowLog);
  }
  ~Unzstd() override { ZSTD_freeDStream(stream_); }
  Unzstd(const Unzstd&) = delete;
  Unzstd& operator=(const Unzstd&) = delete;

  Step step(std::string_view in, char* out, std::size_t n_out) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out, n_out, 0};
    const std::size_t status = ZSTD_decompressStream(stream_, &to, &from);
    complete_ = status == 0;
    const ZSTD_ErrorCode error = ZSTD_getErrorCode(status);
    return {.n_in = from.pos,
            .n_out = to.pos,
            .trouble = error == ZSTD_error_no_error                        ? Trouble::kNone
                       : error == ZSTD_error_frameParameter_windowTooLarge ? Trouble::kLongWindow
                                                                           : Trouble::kDamaged};
  }
  bool complete() const override { return complete_; }

 private:
  ZSTD_DStream* stream_;
  bool complete_ = false;
};

class UnpackedSource final : public ByteSource {
 public:
  UnpackedSource(std::unique_ptr<ByteSource> packed, const ByteLimits& limits)
      : packed_(std::move(packed)), limits_(limits) {}

  Result<std::size_t> read(char* out, std::size_t n) override {
    if (!looked_) FABULA_TRY_VOID(look());
    FABULA_TRY_VOID(check_limits());
    FABULA_TRY(const std::size_t got, unpacker_ ? unpack_some(out, n) : packed_.read(out, n));
    n_out_ += got;
    return got;
  }

 private:
  Result<void> look() {
    looked_ = true;
    FABULA_TRY(const std::string_view start, packed_.peek(4));
    if (start.starts_with(kGzipMagic)) unpacker_ = std::make_unique<Gunzip>();
    if (is_zstd_start(start)) unpacker_ = std::make_unique<Unzstd>();
    return {};
  }

  Result<std::size_t> unpack_some(char* out, std::size_t n) {
    for (;;) {
      if (trouble_ == Unpacker::Trouble::kLongWindow)
        return fail(Errc::kTooLarge,
                    fmt::format("packed with a window of more than {} MiB, which unpacking would "
                                "have to hold in memory",
                                (1U << kMaxWindowLog) >> 20),
                    fmt::format("@{}", packed_.n_read()),
                    "pack it again without --long: zstd -d --long=31 -c FILE | zstd -o NEW.zst");
      if (trouble_ == Unpacker::Trouble::kDamaged)
        return fail(Errc::kUnreadable, "the compressed data is damaged",
                    fmt::format("@{}", packed_.n_read()), kSaveAgain);
      FABULA_TRY(const std::string_view in, packed_.peek());
      // Also without new input: an unpacker may still hold output.
      if (in.empty() && unpacker_->complete()) return 0;
      const Unpacker::Step step = unpacker_->step(in, out, n);
      packed_.take(step.n_in);
      trouble_ = step.trouble;
      if (step.n_out > 0) return step.n_out;
      if (in.empty())
        return fail(Errc::kTruncated, "the compressed data ends early",
                    fmt::format("@{}", packed_.n_read()), kSaveAgain);
    }
  }

  Result<void> check_limits() const {
    if (n_out_ > limits_.max_bytes)
      return fail(Errc::kTooLarge, fmt::format("over {} bytes when unpacked", limits_.max_bytes),
                  {}, "split the file, or raise --max-file");
    if (unpacker_ && n_out_ > kRatioFreeBytes && n_out_ / limits_.max_ratio > packed_.n_read())
      return fail(Errc::kTooLarge,
                  fmt::format("grows more than {} times when unpacked, as nothing but blanks does",
                              limits_.max_ratio),
                  {}, "look at what the file holds before reading it");
    return {};
  }

  PackedBytes packed_;
  ByteLimits limits_;
  std::unique_ptr<Unpacker> unpacker_;  // none: not packed
  std::uint64_t n_out_ = 0;
  bool looked_ = false;
  Unpacker::Trouble trouble_ = Unpacker::Trouble::kNone;
};

}  // namespace

std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> packed, const ByteLimits& limits) {
  return std::make_unique<UnpackedSource>(std::move(packed), limits);
}

}  // namespace fabula::read
