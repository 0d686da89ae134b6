#include "read/source.hpp"

#include <utility>

#include "read/decompress.hpp"
#include "read/delivery.hpp"
#include "read/encoding.hpp"
#include "read/kind.hpp"
#include "read/records.hpp"
#include "read/transcode.hpp"
#include "text/utf8.hpp"

namespace fabula::read {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

Result<void> read_article(Format format, InputBuffer& input, const Delivery& to) {
  input.fill(to.options.max_article_bytes + 1);
  const std::string_view bytes = input.view();
  if (bytes.size() > to.options.max_article_bytes) {
    to.leave_out_too_large(to.source);
    return {};
  }
  auto decoded = decode_text(bytes, format == Format::kHtml ? Labels::kObey : Labels::kIgnore);
  if (!decoded) {
    to.leave_out(to.source, decoded.error());
    return {};
  }
  // The mark counts where offsets in the text are offsets in the file; a page has none of those.
  if (format == Format::kHtml && decoded->text.starts_with(kUtf8Mark))
    decoded->text.erase(0, kUtf8Mark.size());
  Capture capture = to.new_capture(to.source, bytes, format);
  capture.text = std::move(decoded->text);
  capture.encoding = std::move(decoded->encoding);
  return to.give(std::move(capture));
}

Result<void> read_container(Kind kind, InputBuffer& input, const Delivery& to) {
  const std::string_view wide = wide_encoding_of(input.view());
  if (wide.empty()) return read_records(kind, input, to);
  const std::unique_ptr<ByteSource> utf8 = utf8_from_wide(input, wide);
  InputBuffer decoded(*utf8);
  return read_records(kind, decoded, to);
}

Result<void> read_kind(Kind kind, InputBuffer& input, const Delivery& to) {
  switch (kind) {
    case Kind::kText:
      return read_article(Format::kText, input, to);
    case Kind::kMarkdown:
      return read_article(Format::kMarkdown, input, to);
    case Kind::kHtml:
      return read_article(Format::kHtml, input, to);
    default:
      return read_container(kind, input, to);
  }
}

Result<void> read_input(const std::string& path, InputBuffer& input, const Delivery& to) {
  input.fill(kStartBytes);
  if (!input.view().empty()) {
    const auto kind = kind_of(path, input.view().substr(0, kStartBytes));
    if (kind) FABULA_TRY_VOID(read_kind(*kind, input, to));
    if (!kind) to.leave_out(to.source, kind.error());
  } else if (!input.trouble()) {
    to.leave_out(to.source, {Errc::kEmpty, "the file is empty", {}, {}});
  }
  if (input.trouble()) to.leave_out(to.source, *input.trouble());
  return {};
}

}  // namespace

std::string shown_path(const std::string& path) { return text::to_valid_utf8(path); }

Result<void> read_source(const std::string& path, std::unique_ptr<ByteSource> bytes,
                         std::optional<std::int32_t> file_day, const ReadOptions& options,
                         const Context& context, const CaptureSink& sink) {
  const std::unique_ptr<ByteSource> plain =
      unpack(std::move(bytes), {options.max_file_bytes, options.max_ratio});
  InputBuffer input(*plain);
  return read_input(path, input, {shown_path(path), file_day, options, context, sink});
}

}  // namespace fabula::read
