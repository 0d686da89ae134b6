#include "read/records.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <optional>
#include <utility>
#include <vector>

#include "read/csv.hpp"
#include "read/encoding.hpp"
#include "read/fields.hpp"
#include "read/json.hpp"
#include "read/json_list.hpp"
#include "read/lines.hpp"
#include "text/utf8.hpp"

namespace fabula::read {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kSampleBytes = std::size_t{256} << 10;

using Columns = std::vector<std::optional<FieldName>>;

class RecordReader {
 public:
  RecordReader(InputBuffer& input, const Delivery& delivery) : input_(input), to_(delivery) {
    input_.fill(kStartBytes);
    if (input_.view().starts_with(kUtf8Mark)) input_.consume(kUtf8Mark.size());
  }

  Result<void> read_json_lines() {
    LineReader lines(input_, to_.options.max_article_bytes);
    while (const auto line = lines.next()) {
      const std::string place = fmt::format("{}:{}", to_.source, line->number);
      if (line->too_large) {
        to_.leave_out_too_large(place);
      } else if (line->bytes.find_first_not_of(" \t\r") != std::string_view::npos) {
        FABULA_TRY_VOID(give_json(place, line->bytes));
      } else {
        continue;
      }
      has_records_ = true;
    }
    note_without_records("the file holds empty lines only");
    return {};
  }

  Result<void> read_json_list() {
    JsonListReader elements(input_, to_.options.max_article_bytes);
    while (const auto element = elements.next()) {
      const std::string place = fmt::format("{}#{}", to_.source, element->number);
      has_records_ = true;
      if (element->too_large) {
        to_.leave_out_too_large(place);
        return {};
      }
      FABULA_TRY_VOID(give_json(place, element->bytes));
    }
    if (!elements.closed() && !input_.trouble())
      to_.leave_out(to_.source, {Errc::kBadRecord,
                                 "the JSON list ends before its closing bracket",
                                 {},
                                 "save the file again; what was readable is kept"});
    else
      note_without_records("the JSON list is empty");
    return {};
  }

  Result<void> read_json_object() {
    input_.fill(to_.options.max_article_bytes + 1);
    if (input_.view().size() > to_.options.max_article_bytes) {
      to_.leave_out_too_large(to_.source);
      return {};
    }
    return give_json(to_.source, input_.view());
  }

  Result<void> read_csv() {
    const CsvHeader header = read_csv_header(input_.view().substr(0, kStartBytes));
    if (!header.has_text) {
      to_.leave_out(to_.source, no_text_column(header));
      return {};
    }
    Columns columns;
    for (const std::string& name : header.names) columns.push_back(field_named(name));
    CsvReader rows(input_, header.separator, to_.options.max_article_bytes);
    (void)rows.next();  // the header
    while (const CsvRow* row = rows.next()) {
      if (row->is_blank()) continue;
      has_records_ = true;
      FABULA_TRY_VOID(give_row(*row, header.separator, columns));
    }
    note_without_records("the file has a header and no rows");
    return {};
  }

 private:
  Result<void> give_json(const std::string& place, std::string_view json) {
    std::string encoding = "UTF-8";
    auto fields = json_.parse(json);
    if (!fields && fields.error().code == Errc::kBadEncoding) {
      auto decoded = decode_record(json);
      if (!decoded) {
        to_.leave_out(place, decoded.error());
        return {};
      }
      encoding = std::move(decoded->encoding);
      const std::size_t size = decoded->text.size();
      decoded->text.resize(size + InputBuffer::kPadding);
      fields = json_.parse(std::string_view(decoded->text).substr(0, size));
    }
    if (!fields) {
      to_.leave_out(place, fields.error());
      return {};
    }
    return give_fields(place, json, std::move(*fields), std::move(encoding));
  }

  Result<void> give_row(const CsvRow& row, char separator, const Columns& columns) {
    const std::string place = fmt::format("{}:{}", to_.source, row.line);
    if (row.trouble == RowTrouble::kTooLarge) {
      to_.leave_out_too_large(place);
    } else if (row.trouble == RowTrouble::kUnclosedMark) {
      to_.leave_out(place, {Errc::kBadRecord,
                            "a quotation mark opens a cell and does not close it",
                            {},
                            "close the cell with a mark, and double the marks inside of it"});
    } else if (simdjson::validate_utf8(row.bytes.data(), row.bytes.size())) {
      return give_cells(place, row.bytes, row.cells, columns, "UTF-8");
    } else if (auto decoded = decode_record(row.bytes)) {
      return give_cells(place, row.bytes, split_csv_row(decoded->text, separator), columns,
                        std::move(decoded->encoding));
    } else {
      to_.leave_out(place, decoded.error());
    }
    return {};
  }

  Result<void> give_cells(const std::string& place, std::string_view bytes,
                          const std::vector<std::string>& cells, const Columns& columns,
                          std::string encoding) {
    if (cells.size() != columns.size()) {
      to_.leave_out(
          place,
          {Errc::kBadRecord,
           fmt::format("the row has {} cells, the header has {}", cells.size(), columns.size()),
           {},
           "cells that hold a separator or a line break must be in quotation marks"});
      return {};
    }
    FieldCollector fields;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i]) fields.offer(*columns[i], std::string(cells[i]));
    RecordFields record = fields.take();
    if (!text::trim(record.text).empty())
      return give_fields(place, bytes, std::move(record), std::move(encoding));
    to_.leave_out(place, {Errc::kNoText, "the row's text is empty", {}, {}});
    return {};
  }

  Result<void> give_fields(const std::string& place, std::string_view bytes, RecordFields&& fields,
                           std::string&& encoding) {
    Capture capture = to_.new_capture(place, bytes, Format::kRecord);
    capture.fields = std::move(fields);
    capture.encoding = std::move(encoding);
    return to_.give(std::move(capture));
  }

  // One record says too little to tell its encoding by; what lies behind it in the buffer helps.
  Result<DecodedText> decode_record(std::string_view bytes) {
    if (encoding_.empty()) {
      const auto sample = decode_text(input_.view().substr(0, kSampleBytes), Labels::kIgnore);
      encoding_ = sample ? sample->encoding : "windows-1252";
    }
    return decode_as(bytes, encoding_);
  }

  // A container that held nothing must not go without a word.
  void note_without_records(std::string_view what) {
    if (!has_records_ && !input_.trouble())
      to_.leave_out(to_.source, {Errc::kEmpty, std::string(what), {}, {}});
  }

  static Error no_text_column(const CsvHeader& header) {
    std::vector<std::string> names;
    for (const std::string& name : header.names) names.push_back(text::to_valid_utf8(name));
    return {Errc::kNoText,
            "no column holds the text; the columns are " + list_names(names),
            {},
            "the first row must name the columns, and the text's be one of " + text_names()};
  }

  InputBuffer& input_;
  const Delivery& to_;
  JsonParser json_;
  bool has_records_ = false;
  std::string encoding_;  // of records that are no UTF-8; empty until the first of them
};

}  // namespace

Result<void> read_records(Kind kind, InputBuffer& input, const Delivery& delivery) {
  RecordReader reader(input, delivery);
  switch (kind) {
    case Kind::kJsonLines:
      return reader.read_json_lines();
    case Kind::kJsonList:
      return reader.read_json_list();
    case Kind::kJsonObject:
      return reader.read_json_object();
    default:
      return reader.read_csv();
  }
}

}  // namespace fabula::read
