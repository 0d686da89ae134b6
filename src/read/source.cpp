#include "read/source.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <utility>
#include <vector>

#include "base/hash.hpp"
#include "read/csv.hpp"
#include "read/decompress.hpp"
#include "read/encoding.hpp"
#include "read/fields.hpp"
#include "read/json.hpp"
#include "read/json_list.hpp"
#include "read/kind.hpp"
#include "read/lines.hpp"
#include "text/utf8.hpp"

namespace fabula::read {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

Error too_large(std::uint64_t max_bytes) {
  return {Errc::kTooLarge,
          fmt::format("over {} bytes", max_bytes),
          {},
          "no article is that long; if this one is, raise --max-article"};
}

// Reads one input; the parts share where it comes from and where captures go.
class SourceReader {
 public:
  SourceReader(const std::string& path, InputBuffer& input, std::optional<std::int32_t> file_day,
               const ReadOptions& options, const Context& context, const CaptureSink& sink)
      : path_(path),
        source_(shown_path(path)),
        input_(input),
        file_day_(file_day),
        options_(options),
        context_(context),
        sink_(sink) {}

  Result<void> read() {
    input_.fill(kStartBytes);
    if (!input_.view().empty() || !input_.trouble()) {
      const auto kind = kind_of(path_, input_.view().substr(0, kStartBytes));
      if (kind) {
        FABULA_TRY_VOID(read_kind(*kind));
      } else {
        leave_out(source_, kind.error());
      }
    }
    if (input_.trouble()) leave_out(source_, *input_.trouble());
    return {};
  }

 private:
  Result<void> read_kind(Kind kind) {
    switch (kind) {
      case Kind::kText:
        return read_article(Format::kText, Labels::kIgnore);
      case Kind::kMarkdown:
        return read_article(Format::kMarkdown, Labels::kIgnore);
      case Kind::kHtml:
        return read_article(Format::kHtml, Labels::kObey);
      case Kind::kJsonLines:
        return read_json_lines();
      case Kind::kJsonList:
        return read_json_list();
      case Kind::kJsonObject:
        return read_json_object();
      case Kind::kCsv:
        break;
    }
    return read_csv();
  }

  // The whole input, if it is no larger than one article may be.
  bool hold_all() {
    input_.fill(options_.max_article_bytes + 1);
    if (input_.view().size() <= options_.max_article_bytes) return true;
    leave_out(source_, too_large(options_.max_article_bytes));
    return false;
  }

  Result<void> read_article(Format format, Labels labels) {
    if (!hold_all()) return {};
    const std::string_view bytes = input_.view();
    auto decoded = decode_text(bytes, labels);
    if (!decoded) {
      leave_out(source_, decoded.error());
      return {};
    }
    // The mark counts where offsets in the text are offsets in the file; a page has none of those.
    if (format == Format::kHtml && decoded->text.starts_with(kUtf8Mark))
      decoded->text.erase(0, kUtf8Mark.size());
    Capture capture = new_capture(source_, bytes, format);
    capture.text = std::move(decoded->text);
    capture.encoding = std::move(decoded->encoding);
    return give(std::move(capture));
  }

  Result<void> read_json_lines() {
    skip_mark();
    LineReader lines(input_, options_.max_article_bytes);
    while (const auto line = lines.next()) {
      const std::string place = fmt::format("{}:{}", source_, line->number);
      if (line->too_large) {
        leave_out(place, too_large(options_.max_article_bytes));
      } else if (line->bytes.find_first_not_of(" \t\r") != std::string_view::npos) {
        FABULA_TRY_VOID(give_json(place, line->bytes));
      }
    }
    return {};
  }

  Result<void> read_json_list() {
    skip_mark();
    JsonListReader elements(input_, options_.max_article_bytes);
    while (const auto element = elements.next()) {
      const std::string place = fmt::format("{}#{}", source_, element->number);
      if (element->too_large) {
        leave_out(place, too_large(options_.max_article_bytes));
        return {};
      }
      FABULA_TRY_VOID(give_json(place, element->bytes));
    }
    if (!elements.closed() && !input_.trouble())
      leave_out(source_, {Errc::kBadRecord,
                          "the JSON list ends before its closing bracket",
                          {},
                          "save the file again; what was readable is kept"});
    return {};
  }

  Result<void> read_json_object() {
    skip_mark();
    if (!hold_all()) return {};
    return give_json(source_, input_.view());
  }

  Result<void> give_json(const std::string& place, std::string_view json) {
    auto record = json_.parse(json);
    if (!record) {
      leave_out(place, record.error());
      return {};
    }
    Capture capture = new_capture(place, json, Format::kRecord);
    capture.fields = std::move(record->fields);
    capture.encoding = std::move(record->encoding);
    return give(std::move(capture));
  }

  Result<void> read_csv() {
    skip_mark();
    const CsvHeader header = read_csv_header(input_.view().substr(0, kStartBytes));
    if (!header.has_text) {
      leave_out(
          source_,
          {Errc::kNoText,
           "no column holds the text; the columns are " + list_names(shown(header.names)),
           {},
           "the first row must name the columns; the text is looked for under " + text_names()});
      return {};
    }
    std::vector<std::optional<FieldName>> columns;
    for (const std::string& name : header.names) columns.push_back(field_named(name));
    CsvReader rows(input_, header.separator, options_.max_article_bytes);
    (void)rows.next();  // the header
    while (const CsvRow* row = rows.next())
      if (!row->is_blank()) FABULA_TRY_VOID(give_row(*row, columns));
    return {};
  }

  Result<void> give_row(const CsvRow& row, const std::vector<std::optional<FieldName>>& columns) {
    const std::string place = fmt::format("{}:{}", source_, row.line);
    if (row.trouble == RowTrouble::kTooLarge) {
      leave_out(place, too_large(options_.max_article_bytes));
    } else if (row.trouble == RowTrouble::kUnclosedMark) {
      leave_out(place, {Errc::kBadRecord,
                        "a quotation mark opens a cell and does not close it",
                        {},
                        "put a second mark at the cell's end, and double those inside of it"});
    } else if (row.cells.size() != columns.size()) {
      leave_out(
          place,
          {Errc::kBadRecord,
           fmt::format("the row has {} cells, the header {}", row.cells.size(), columns.size()),
           {},
           "cells that hold a separator or a line break must stand in quotation marks"});
    } else {
      return give_fields(place, row, columns);
    }
    return {};
  }

  Result<void> give_fields(const std::string& place, const CsvRow& row,
                           const std::vector<std::optional<FieldName>>& columns) {
    Capture capture = new_capture(place, row.bytes, Format::kRecord);
    capture.encoding = "UTF-8";
    const bool is_utf8 = simdjson::validate_utf8(row.bytes.data(), row.bytes.size());
    FieldCollector fields;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (!columns[i]) continue;
      std::string cell = row.cells[i];
      if (!is_utf8 && !text::is_valid_utf8(cell)) {
        auto decoded = decode_text(cell, Labels::kIgnore);
        if (!decoded) {
          leave_out(place, decoded.error());
          return {};
        }
        cell = std::move(decoded->text);
        capture.encoding = std::move(decoded->encoding);
      }
      fields.offer(*columns[i], std::move(cell));
    }
    capture.fields = fields.take();
    if (!text::trim(capture.fields.text).empty()) return give(std::move(capture));
    leave_out(place, {Errc::kNoText, "the row's text is empty", {}, {}});
    return {};
  }

  static std::vector<std::string> shown(const std::vector<std::string>& names) {
    std::vector<std::string> valid;
    for (const std::string& name : names) valid.push_back(text::to_valid_utf8(name));
    return valid;
  }

  void skip_mark() {
    if (input_.view().starts_with(kUtf8Mark)) input_.consume(kUtf8Mark.size());
  }

  Capture new_capture(const std::string& place, std::string_view bytes, Format format) const {
    Capture capture;
    capture.sources.push_back(place);
    capture.sha256 = sha256_hex(bytes);
    capture.bytes = bytes;
    capture.format = format;
    capture.file_day = file_day_;
    return capture;
  }

  Result<void> give(Capture&& capture) {
    if (context_.stop.stop_requested())
      return fail(Errc::kInterrupted, "stopped while reading", capture.sources.front(),
                  "give the same command again to continue");
    return sink_.capture(std::move(capture));
  }

  // An error's own `where` is the place inside of the input: "@BYTE".
  void leave_out(const std::string& place, Error error) const {
    error.where = place + error.where;
    sink_.left_out({place, std::move(error)});
  }

  const std::string& path_;
  const std::string source_;
  InputBuffer& input_;
  const std::optional<std::int32_t> file_day_;
  const ReadOptions& options_;
  const Context& context_;
  const CaptureSink& sink_;
  JsonParser json_;
};

}  // namespace

std::string shown_path(const std::string& path) { return text::to_valid_utf8(path); }

Result<void> read_source(const std::string& path, std::unique_ptr<ByteSource> bytes,
                         std::optional<std::int32_t> file_day, const ReadOptions& options,
                         const Context& context, const CaptureSink& sink) {
  const std::unique_ptr<ByteSource> plain =
      unpack(std::move(bytes), {options.max_file_bytes, options.max_ratio});
  InputBuffer input(*plain);
  return SourceReader(path, input, file_day, options, context, sink).read();
}

}  // namespace fabula::read
