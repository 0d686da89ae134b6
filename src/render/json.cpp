#include "render/json.hpp"

#include <array>

#include "render/json_records.hpp"

namespace fabula::render {
namespace {

std::string line_of(const ordered_json& record) {
  return record.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

struct Section {
  const char* list;  // key in the JSON object
  const char* kind;  // of a line in JSONL
  void (Records::*write)(const Records::Emit&) const;
};

constexpr auto kSections = std::to_array<Section>({
    {"articles", "article", &Records::articles},
    {"people", "person", &Records::people},
    {"quotes", "quote", &Records::quotes},
    {"families", "family", &Records::families},
    {"times", "time", &Records::times},
    {"reuse", "reuse", &Records::reuse},
    {"passages", "passage", &Records::passages},
    {"copies", "copies", &Records::copies},
    {"stories", "story", &Records::stories},
    {"events", "event", &Records::events},
    {"news", "news", &Records::news},
    {"disagreements", "disagreement", &Records::disagreements},
    {"left_out", "left_out", &Records::left_out},
});

constexpr std::string_view unit_name(OffsetUnit unit) {
  return unit == OffsetUnit::kByte        ? "byte"
         : unit == OffsetUnit::kCodePoint ? "codepoint"
                                          : "utf16";
}

}  // namespace

void write_json(const Pile& pile, const JsonOptions& options, std::ostream& out) {
  const Records records(pile, options);
  const ordered_json about = {
      {"version", options.version}, {"schema", kSchemaVersion}, {"unit", unit_name(options.unit)}};
  out << "{\"fabula\": " << line_of(about);
  for (const Section& section : kSections) {
    out << ",\n\"" << section.list << "\": [";
    bool is_first = true;
    (records.*section.write)([&](ordered_json&& record) {
      out << (is_first ? "\n" : ",\n") << line_of(record);
      is_first = false;
    });
    out << ']';
  }
  out << "}\n";
}

void write_jsonl(const Pile& pile, const JsonOptions& options, std::ostream& out) {
  const Records records(pile, options);
  const ordered_json about = {{"record", "fabula"},
                              {"version", options.version},
                              {"schema", kSchemaVersion},
                              {"unit", unit_name(options.unit)}};
  out << line_of(about) << '\n';
  for (const Section& section : kSections)
    (records.*section.write)([&](ordered_json&& record) {
      ordered_json line = {{"record", section.kind}};
      line.update(record);
      out << line_of(line) << '\n';
    });
}

}  // namespace fabula::render
