// The whole result as one JSON object: the contract of schema/fabula.schema.json.
//
// Keys keep their order, lists keep the pile's order, numbers are whole or have at most four
// decimals: the same pile gives the same bytes. Written record by record, so memory stays small.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include "model/pile.hpp"

namespace fabula::render {

// What `begin` and `end` count.
enum class OffsetUnit : std::uint8_t { kByte, kCodePoint, kUtf16 };

struct JsonOptions {
  std::string version;                  // of the program
  OffsetUnit unit = OffsetUnit::kByte;  // --unit
  bool full_text = false;               // --text full: each article with its frozen text
};

inline constexpr int kSchemaVersion = 1;

void write_json(const Pile& pile, const JsonOptions& options, std::ostream& out);

// The same records, one a line, each with "record" first: "article", "person", "quote", ...
void write_jsonl(const Pile& pile, const JsonOptions& options, std::ostream& out);

}  // namespace fabula::render
