// The command line, parsed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/pipeline.hpp"
#include "render/json.hpp"
#include "render/table.hpp"
#include "render/views.hpp"

namespace fabula::cli {

enum class Command : std::uint8_t {
  kBuild,
  kAdd,
  kAssign,
  kTimeline,
  kQuotes,
  kTrace,
  kReuse,
  kPassages,
  kStories,
  kDisagree,
  kCompare,
  kNew,
  kPeople,
  kArticles,
  kDates,
  kTimes,
  kLeftOut,
  kSearch,
  kShow,
  kWhy,
  kVerify,
  kExport,
  kDoctor,
  kCompletions
};

enum class ExportFormat : std::uint8_t { kJson, kJsonl, kCsv, kMarkdown, kHtml };

struct Options {
  Command command = Command::kBuild;
  std::string store;                // STORE, or -o of build
  std::vector<std::string> inputs;  // INPUT...
  std::vector<std::string> files_from;
  bool zero_separated = false;  // -0
  std::string id;               // ID of show, why and new; A of compare
  std::string other_id;         // B of compare
  std::string phrase;           // of trace and search
  std::string shell;            // of completions
  std::string output;           // -o of the commands that print

  unsigned threads = 1;
  bool quiet = false;
  bool strict = false;
  bool force = false;
  pipeline::BuildOptions build;

  std::optional<render::TableFormat> format;
  render::TimelineFilter timeline;
  render::QuoteFilter quotes;
  render::ReuseFilter reuse;
  render::PeopleFilter people;
  std::uint32_t context = 1;
  bool full = false;     // compare: words of one article only in full
  bool as_page = false;  // compare --format html
  ExportFormat to = ExportFormat::kJson;
  std::string table;  // of export --to csv
  render::OffsetUnit unit = render::OffsetUnit::kByte;
  bool full_text = false;
};

// What parsing leads to: options, or an exit code (help was printed, or the line was wrong).
struct Parsed {
  Options options;
  std::optional<int> exit_code;
};

[[nodiscard]] Parsed parse_command_line(int argc, char** argv);

// Command → its options ("--format"), in the order of the table; "" holds the global ones.
using CommandWords = std::map<std::string, std::vector<std::string>>;
[[nodiscard]] CommandWords command_words();

// The completion script for "bash", "zsh" or "fish", made from the same table as the parser.
[[nodiscard]] std::string completion_script(const std::string& shell);

}  // namespace fabula::cli
