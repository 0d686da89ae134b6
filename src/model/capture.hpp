// A capture: the bytes of one input exactly as they were found, and where they came from.
//
// A plain file is one capture. A container (.jsonl, .csv) gives one capture for each record; its
// bytes are those of the record (the line, the row), and its parts lie in `fields`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"

namespace fabula {

enum class Format : std::uint8_t { kText, kMarkdown, kHtml, kRecord };

// The parts of a record, as valid UTF-8; a part that is not there is empty.
struct RecordFields {
  std::string id;
  std::string url;
  std::string outlet;  // from the column or key publisher, outlet or source
  std::string title;
  std::string author;
  std::string published;  // as written; what it means is decided by `extract`
  std::string captured;   // when the page was saved ("scrape_time"); never a publication date
  std::string text;       // the article's text, byte for byte as it becomes frozen text
};

struct Capture {
  // The path as given on the command line, '/' between parts; "pile.jsonl:17" for the record that
  // begins in line 17. The same bytes found twice have two places, sorted.
  std::vector<std::string> sources;
  std::string sha256;  // of `bytes`, 64 hexadecimal digits
  std::string bytes;   // as found, after decompression
  Format format = Format::kText;
  std::string text;      // `bytes` decoded to UTF-8 (kText, kMarkdown, kHtml); always valid UTF-8
  std::string encoding;  // what `bytes` were decoded from, IANA name: "UTF-8", "windows-1252"
  RecordFields fields;   // kRecord only
  // The day the file was last changed, days since 1970-01-01; a last resort, and never a
  // publication date. Not part of any id.
  std::optional<std::int32_t> file_day;
};

// An input that did not become an article: a row the user sees.
struct LeftOut {
  std::string source;  // as in Capture::sources
  Error error;
  friend bool operator<(const LeftOut& a, const LeftOut& b) {
    return std::pair(a.source, a.error.what) < std::pair(b.source, b.error.what);
  }
};

}  // namespace fabula
