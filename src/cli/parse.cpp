// The table of commands and options: the parser, the help and the completions come from it.
#include <fmt/format.h>
#include <sqlite3.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <thread>

#include "cli/options.hpp"
#include "cli/suggest.hpp"
#include "model/short_edition.hpp"

namespace fabula::cli {
namespace {

std::string version_text() {
  return fmt::format(
      "fabula {}\nexport schema {}\ncompiler {} {}\nC++ {}\nSQLite {}\nsanitizers {}",
      FABULA_VERSION, render::kSchemaVersion,
#if defined(__clang__)
      "clang", __clang_version__,
#else
      "g++", __VERSION__,
#endif
      __cplusplus, sqlite3_libversion(),
#if defined(__SANITIZE_ADDRESS__)
      "address"
#elif defined(__SANITIZE_THREAD__)
      "thread"
#else
      "none"
#endif
  );
}

const std::map<std::string, render::TableFormat>& table_formats() {
  static const std::map<std::string, render::TableFormat> kFormats = {
      {"text", render::TableFormat::kText},
      {"csv", render::TableFormat::kCsv},
      {"json", render::TableFormat::kJson},
      {"jsonl", render::TableFormat::kJsonl}};
  return kFormats;
}

// Empty when `text`, what stands behind --short, is right.
std::string is_a_number_of_lines(const std::string& text) {
  constexpr std::size_t kMostDigits = 6;
  const bool is_number = text.size() <= kMostDigits &&
                         text.find_first_not_of("0123456789") == std::string::npos &&
                         text.find_first_not_of('0') != std::string::npos;
  if (text.empty() || is_number) return {};
  return "'" + text + "' is no number of lines; put the store first: STORE --short 30";
}

Day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

class CommandLine {
 public:
  CommandLine()
      : app_(
            "Works out the story behind a pile of news articles.\n\n"
            "  fabula build saved/ -o dam.fabula     read a folder of articles\n"
            "  fabula timeline dam.fabula            what happened when",
            "fabula") {
    options_.threads = std::max(1U, std::thread::hardware_concurrency());
    options_.build.extract.not_after = today();
    app_.require_subcommand(1);
    app_.set_version_flag("--version", version_text());
    app_.failure_message(
        [this](const CLI::App* app, const CLI::Error& e) { return failure(app, e); });
    add_intake_commands();
    add_query_commands();
    add_export_commands();
  }

  Parsed parse(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
      finish();
    } catch (const CLI::ParseError& e) {
      const int code = app_.exit(e);
      return {options_, code == 0 ? 0 : exit_code_of(Errc::kUsage)};
    }
    return {options_, std::nullopt};
  }

  // Command → its options, in the order of the table; "" holds the global ones.
  CommandWords words() const {
    CommandWords words;
    const auto names_of = [](const CLI::App& app) {
      std::vector<std::string> names;
      for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
      return names;
    };
    words[""] = names_of(app_);
    for (const CLI::App* command : app_.get_subcommands({}))
      words[command->get_name()] = names_of(*command);
    return words;
  }

 private:
  CLI::App* command(const char* name, const char* help, Command id) {
    CLI::App* sub = app_.add_subcommand(name, help);
    sub->callback([this, id] { options_.command = id; });
    sub->add_flag("-q,--quiet", options_.quiet, "Say nothing but errors");
    return sub;
  }

  CLI::App* store_command(const char* name, const char* help, Command id) {
    CLI::App* sub = command(name, help, id);
    sub->add_option("STORE", options_.store, "The .fabula file")->required();
    return sub;
  }

  CLI::App* table_command(const char* name, const char* help, Command id) {
    CLI::App* sub = store_command(name, help, id);
    sub->add_option("--format", options_.format, "text, csv, json or jsonl")
        ->transform(CLI::CheckedTransformer(table_formats()).description(""));
    sub->add_option("-o,--output", options_.output, "Write to this file instead of stdout");
    return sub;
  }

  void add_input_options(CLI::App* sub) {
    sub->add_option("INPUT", options_.inputs,
                    "Files or folders: .txt .md .html .jsonl .csv, also .gz and .zst; - is stdin");
    sub->add_option("--files-from", options_.files_from,
                    "Read the paths of inputs from this file, one a line; - is stdin");
    sub->add_flag("-0,--null", options_.zero_separated,
                  "Paths in --files-from end with a zero byte");
    sub->add_option("--threads", options_.threads, "Threads to use (default: all cores)")
        ->check(CLI::Range(1U, 1024U));
    sub->add_option("--paragraph-break", options_.build.extract.paragraph_break,
                    "What separates paragraphs in the text of records, such as ' ### '");
    sub->add_option("--max-file", options_.build.read.max_file_bytes,
                    "Largest input after decompression (such as 2GB)")
        ->transform(CLI::AsSizeValue(false));
    sub->add_option("--max-article", options_.build.read.max_article_bytes,
                    "Largest single article (such as 10MB)")
        ->transform(CLI::AsSizeValue(false));
    sub->add_option_function<std::string>(
           "--not-after",
           [this](const std::string& text) {
             const auto day = parse_iso_day(text);
             if (!day)
               throw CLI::ValidationError("--not-after",
                                          "'" + text + "' is not a day; write YYYY-MM-DD");
             options_.build.extract.not_after = day;
           },
           "No article was published after this day (default: today)")
        ->type_name("DAY");
    sub->add_flag("--file-times", options_.build.read.file_times,
                  "Keep the day a file was last changed as the last of its date candidates");
    sub->add_flag("--strict", options_.strict, "Exit with 1 when an input was left out");
  }

  void add_intake_commands() {
    CLI::App* build =
        command("build", "Read inputs into a new store and work out the story", Command::kBuild);
    add_input_options(build);
    build->add_option("-o,--output", options_.store, "The .fabula file to write")->required();
    build
        ->add_option("--min-words", options_.build.reuse.min_words,
                     "Shortest shared passage, in equal words (default 8)")
        ->check(CLI::Range(6U, 100U));
    build->add_flag("--force", options_.force, "Replace a store that holds another pile");
    CLI::App* add = command("add", "Add articles to a store", Command::kAdd);
    add->add_option("STORE", options_.store, "The .fabula file")->required();
    add_input_options(add);
    for (CLI::App* sub : {build, add})
      sub->add_option("--max-memory", options_.build.reuse.max_memory,
                      "Memory for the search for shared passages; what does not fit goes to a "
                      "scratch file (default: no limit)")
          ->transform(CLI::AsSizeValue(false))
          ->type_name("SIZE");
    CLI::App* assign = table_command(
        "assign", "Which stories articles belong to, without adding them", Command::kAssign);
    add_input_options(assign);
    CLI::App* doctor =
        command("doctor", "What will be read, what will not, and why", Command::kDoctor);
    add_input_options(doctor);
    doctor->add_option("--format", options_.format, "text, csv, json or jsonl")
        ->transform(CLI::CheckedTransformer(table_formats()).description(""));
  }

  void add_query_commands() {
    CLI::App* timeline = table_command("timeline", "What happened when", Command::kTimeline);
    timeline->add_option("--story", options_.timeline.story,
                         "Only of this story (its id, or the beginning of it)");
    timeline
        ->add_option_function<std::string>(
            "--short",
            [this](const std::string& n) {
              options_.timeline.most = n.empty() ? kShortEdition : std::stoul(n);
            },
            fmt::format("Only the N lines (default {}) that most articles tell or look back on, "
                        "as a rule no more than two of one day",
                        kShortEdition))
        ->expected(0, 1)
        ->check(CLI::Validator(is_a_number_of_lines, ""))
        ->type_name("N");
    CLI::App* quotes = table_command("quotes", "Who said what, and where first", Command::kQuotes);
    quotes->add_option("--who", options_.quotes.who, "Only by this speaker (part of the name)");
    quotes->add_option("--about", options_.quotes.about,
                       "Only with these words in the quote or its sentence");
    quotes->add_option("--channel", options_.quotes.channel,
                       "Only said there (Instagram, statement, ...)");
    quotes
        ->add_option("--grade", options_.quotes.grade,
                     "How safe the speaker is, at least: A, B or C")
        ->check(CLI::IsMember({"A", "B", "C"}).description(""));
    quotes->add_option("--kind", options_.quotes.kind, "direct, mixed or indirect")
        ->check(CLI::IsMember({"direct", "mixed", "indirect"}).description(""));
    const CLI::Validator day(
        [](const std::string& text) {
          return parse_iso_day(text) ? std::string() : "'" + text + "' is no day like 2024-03-11";
        },
        "");
    quotes
        ->add_option("--from", options_.quotes.from, "Only said on this day or later (2024-03-11)")
        ->check(day);
    quotes->add_option("--to", options_.quotes.to, "Only said on this day or earlier")->check(day);
    quotes->add_flag(
        "--first", options_.quotes.first,
        "Of each statement only its first place in this pile, or those that could be it");
    CLI::App* trace =
        table_command("trace", "Walk a phrase back to its first place", Command::kTrace);
    trace->add_option("WORDS", options_.phrase, "The words to look for")->required();
    CLI::App* reuse =
        table_command("reuse", "Which words stand in which other article", Command::kReuse);
    reuse->add_option("--article", options_.reuse.article,
                      "Only with this article (id or part of its path)");
    reuse->add_option("--outlet", options_.reuse.outlet,
                      "Only with this outlet (part of its name)");
    reuse
        ->add_option("--class", options_.reuse.classes,
                     "Only of these classes, with commas: copy, agency, release, common-source, "
                     "quote, self, furniture, credit, chance, or all")
        ->delimiter(',');
    reuse->add_option("--min-words", options_.reuse.min_words,
                      "Only passages of so many equal words");
    reuse->add_flag("--with-furniture,--all", options_.reuse.all,
                    "Also page furniture, credits and stock phrases");
    table_command("passages", "Words that several articles hold, and who had them from whom",
                  Command::kPassages);
    add_compare_command();
    CLI::App* news = table_command(
        "new", "What an article adds, and what was printed elsewhere before", Command::kNew);
    news->add_option("ID", options_.id, "The article: an id, its beginning, or the end of its path")
        ->required();
    table_command("stories", "The stories of the pile, and how many articles tell each",
                  Command::kStories);
    table_command("disagree", "Where accounts of one thing differ", Command::kDisagree);
    CLI::App* people =
        table_command("people", "Who is in the pile, under which names", Command::kPeople);
    people->add_option("--who", options_.people.who, "Only this person (part of a name)");
    table_command("articles", "The articles of the pile", Command::kArticles);
    table_command("dates", "When each article appeared, and how we know", Command::kDates);
    table_command("times", "Every time expression and what it means", Command::kTimes);
    table_command("left-out", "Inputs that were not read, and why", Command::kLeftOut);
    CLI::App* search =
        table_command("search", "Articles that hold all of these words", Command::kSearch);
    search->add_option("WORDS", options_.phrase, "The words to look for")->required();
    CLI::App* show = store_command("show", "A line with its words in context", Command::kShow);
    show->add_option("ID", options_.id, "An id, or its beginning")->required();
    show->add_option("--context", options_.context, "Sentences around it (default 1)")
        ->check(CLI::Range(0U, 100U));
    CLI::App* why = store_command("why", "The rule behind a line, its inputs, what was rejected",
                                  Command::kWhy);
    why->add_option("ID", options_.id, "An id, or its beginning")->required();
    store_command("verify", "Re-check every span against the frozen text", Command::kVerify);
  }

  void add_compare_command() {
    CLI::App* compare = store_command("compare", "Two articles side by side, every change marked",
                                      Command::kCompare);
    compare
        ->add_option("A", options_.id, "An article: an id, its beginning, or the end of its path")
        ->required();
    compare->add_option("B", options_.other_id, "The other one")->required();
    compare->add_flag("--full", options_.full,
                      "Words that stand in one article only in full, not as their number");
    compare
        ->add_option_function<std::string>(
            "--format",
            [this](const std::string& name) {
              options_.as_page = name == "html";
              if (const auto format = table_formats().find(name); format != table_formats().end())
                options_.format = format->second;
            },
            "text, csv, json, jsonl or html (one page that needs nothing else)")
        ->check(CLI::IsMember({"text", "csv", "json", "jsonl", "html"}).description(""));
    compare->add_option("-o,--output", options_.output, "Write to this file instead of stdout");
  }

  void add_export_commands() {
    CLI::App* sub =
        store_command("export", "Write the result for people or programs", Command::kExport);
    sub->add_option("--to", options_.to, "json, jsonl, csv, md or html")
        ->required()
        ->transform(CLI::CheckedTransformer(
                        std::map<std::string, ExportFormat>{{"json", ExportFormat::kJson},
                                                            {"jsonl", ExportFormat::kJsonl},
                                                            {"csv", ExportFormat::kCsv},
                                                            {"md", ExportFormat::kMarkdown},
                                                            {"html", ExportFormat::kHtml}})
                        .description(""));
    sub->add_option("-o,--output", options_.output, "Write to this file instead of stdout");
    sub->add_option(
           "--table", options_.table,
           "For csv: timeline, quotes, reuse, passages, news, stories, disagreements, people, "
           "articles, dates, times or left-out")
        ->check(CLI::IsMember({"timeline", "quotes", "reuse", "passages", "news", "stories",
                               "disagreements", "people", "articles", "dates", "times", "left-out"})
                    .description(""));
    sub->add_option("--unit", options_.unit,
                    "What begin and end count in json: byte, codepoint or utf16")
        ->transform(CLI::CheckedTransformer(std::map<std::string, render::OffsetUnit>{
                                                {"byte", render::OffsetUnit::kByte},
                                                {"codepoint", render::OffsetUnit::kCodePoint},
                                                {"utf16", render::OffsetUnit::kUtf16}})
                        .description(""));
    sub->add_option_function<std::string>(
           "--text", [this](const std::string& text) { options_.full_text = text == "full"; },
           "snippets (the words of each record) or full (each article's text too), in json")
        ->check(CLI::IsMember({"snippets", "full"}).description(""));
    CLI::App* completions =
        command("completions", "Print a completion script for a shell", Command::kCompletions);
    completions->add_option("SHELL", options_.shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""));
  }

  // Checks that need more than one option.
  void finish() {
    const bool takes_inputs = options_.command == Command::kBuild ||
                              options_.command == Command::kAdd ||
                              options_.command == Command::kDoctor;
    if (takes_inputs && options_.inputs.empty() && options_.files_from.empty())
      throw CLI::RequiredError("INPUT (a file, a folder, or - for standard input)");
    if (options_.command == Command::kExport && options_.to == ExportFormat::kCsv &&
        options_.table.empty())
      throw CLI::RequiredError("--table (which table to write as csv)");
  }

  // The options of `command`, or without one the commands.
  std::vector<std::string> known_words(const std::string& command) const {
    const auto all = words();
    if (!command.empty()) return all.at(command);
    std::vector<std::string> names;
    for (const auto& [name, flags] : all) names.push_back(name);
    return names;
  }

  // "error: ...", and the nearest command or option to what was not understood.
  std::string failure(const CLI::App* app, const CLI::Error& e) const {
    std::string text = fmt::format("error: {}\n", plain_message(e.what(), app_.remaining(true)));
    const auto chosen = app->get_subcommands();
    const std::string name = chosen.empty() ? "" : chosen.front()->get_name();
    if (const std::string nearest = nearest_to(app_.remaining(true), known_words(name));
        !nearest.empty())
      text += fmt::format("  next:  did you mean '{}'?\n", nearest);

    text += fmt::format("  help:  fabula {}--help\n", name.empty() ? "" : name + " ");
    return text;
  }

  CLI::App app_;
  Options options_;
};

}  // namespace

Parsed parse_command_line(int argc, char** argv) { return CommandLine().parse(argc, argv); }

CommandWords command_words() { return CommandLine().words(); }

}  // namespace fabula::cli
