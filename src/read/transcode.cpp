#include "read/transcode.hpp"

#include <unicode/ucnv.h>

#include <array>
#include <string>

namespace fabula::read {
namespace {

struct ConverterClose {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterClose>;

class WideSource final : public ByteSource {
 public:
  WideSource(InputBuffer& wide, std::string_view encoding)
      : wide_(wide), from_(open(std::string(encoding).c_str())), to_(open("UTF-8")) {}

  Result<std::size_t> read(char* out, std::size_t n) override {
    char* end = out;
    while (end == out && !done_) {
      if (wide_.view().empty()) (void)wide_.grow();
      const std::string_view view = wide_.view();
      done_ = view.empty();
      const char* source = view.data();
      UErrorCode status = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &end, out + n, &source, source + view.size(),
                     pivot_.data(), &pivot_begin_, &pivot_end_, pivot_.data() + pivot_.size(),
                     false, done_, &status);
      if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
        return fail(Errc::kBadEncoding, "the characters cannot be decoded", {},
                    "save the file again as UTF-8");
      if (status == U_BUFFER_OVERFLOW_ERROR) done_ = false;
      wide_.consume(static_cast<std::size_t>(source - view.data()));
    }
    if (end == out && wide_.trouble()) return tl::unexpected<Error>(*wide_.trouble());
    return static_cast<std::size_t>(end - out);
  }

 private:
  static Converter open(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &status));
    FABULA_CHECK(U_SUCCESS(status));
    return converter;
  }

  InputBuffer& wide_;
  Converter from_;
  Converter to_;
  // What ICU has decoded and not yet encoded.
  std::array<UChar, 4096> pivot_{};
  UChar* pivot_begin_ = pivot_.data();
  UChar* pivot_end_ = pivot_.data();
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> utf8_from_wide(InputBuffer& wide, std::string_view encoding) {
  return std::make_unique<WideSource>(wide, encoding);
}

}  // namespace fabula::read
