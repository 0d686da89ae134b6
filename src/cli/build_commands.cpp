// build, add, doctor: the commands that read inputs.
#include <fmt/format.h>
#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <optional>
#include <set>
#include <thread>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "extract/extract.hpp"
#include "read/read.hpp"
#include "render/labels.hpp"
#include "store/store.hpp"

namespace fabula::cli {
namespace {

// While it lives, Ctrl-C and a polite kill ask for a stop instead of ending the program; a second
// Ctrl-C ends it at once (nothing is lost: the store is transactional).
class StopOnSignal {
 public:
  StopOnSignal() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    waiter_ = std::thread([this] {
      while (!ended_) {
        constexpr timespec kPoll{0, 50'000'000};
        if (sigtimedwait(&signals_, nullptr, &kPoll) < 0) continue;
        if (source_.stop_requested()) _exit(exit_code_of(Errc::kInterrupted));
        source_.request_stop();
      }
    });
  }
  ~StopOnSignal() {
    ended_ = true;
    waiter_.join();
    pthread_sigmask(SIG_UNBLOCK, &signals_, nullptr);
  }
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

  [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

 private:
  sigset_t signals_{};
  std::stop_source source_;
  std::atomic<bool> ended_ = false;
  std::thread waiter_;
};

// Opens the store of `build`: a new one, one of the same inputs to go on with, or, with --force,
// a new one in the place of another pile.
Result<store::Store> open_for_build(const Options& options,
                                    const std::vector<std::string>& inputs) {
  std::set<std::string> sorted(inputs.begin(), inputs.end());
  const std::string key = fmt::format("{}", fmt::join(sorted, "\n"));
  std::error_code ignored;
  const bool is_there = std::filesystem::exists(options.store, ignored);
  if (is_there && options.force) {
    // Opened first, so that --force never removes a file that is not a store, or is being written.
    if (auto old = store::Store::open(options.store, store::Mode::kWrite);
        !old && old.error().code != Errc::kDamagedStore && old.error().code != Errc::kNewerStore)
      return tl::unexpected(old.error());
    for (const char* suffix : {"", "-wal", "-shm"})
      std::filesystem::remove(options.store + suffix, ignored);
  }
  FABULA_TRY(auto store, store::Store::open(options.store, store::Mode::kCreateOrContinue));
  FABULA_TRY(const auto facts, store.facts());
  if (const auto found = facts.find("inputs"); found != facts.end() && found->second != key)
    return fail(Errc::kUsage, "the store holds a pile of other inputs", options.store,
                "'fabula add' adds to it; 'fabula build --force' replaces it");
  FABULA_TRY_VOID(store.begin());
  FABULA_TRY_VOID(store.set_fact("inputs", key));
  FABULA_TRY_VOID(store.set_fact("version", FABULA_VERSION));
  FABULA_TRY_VOID(store.commit());
  return store;
}

// "1 source", "1,234 sources"
std::string with_noun(std::string number, std::string_view noun) {
  if (number == "1" && noun.ends_with('s')) noun.remove_suffix(1);
  return fmt::format("{} {}", number, number == "1" && noun == "people" ? "person" : noun);
}

std::string count_text(const std::map<std::string, std::string>& facts, const std::string& name) {
  const auto found = facts.find("count." + name);
  return found == facts.end() ? "0"
                              : with_commas(std::strtoull(found->second.c_str(), nullptr, 10));
}

void print_summary(const pipeline::BuildReport& report,
                   const std::map<std::string, std::string>& facts, const std::string& path) {
  const auto count = [&](const char* name, std::string_view noun) {
    return with_noun(count_text(facts, name), noun);
  };
  fmt::print(stderr, "read {} · {} ({} new) · {} · dates: {}, {}, {} · {} left out\n",
             with_noun(with_commas(report.n_files), "files"),
             with_noun(with_commas(report.n_articles), "articles"), with_commas(report.n_new),
             count("outlets", "sources"), count("stated", "stated"), count("inferred", "inferred"),
             count("undated", "unknown"), with_commas(report.n_left_out));
  const std::string n_stories = count_text(facts, "stories");
  const bool are_several = n_stories != "0" && n_stories != "1";
  fmt::print(stderr, "found: {} · {} by {} · {}\n",
             are_several ? fmt::format("{} stories · {}", n_stories, count("events", "lines"))
                         : fmt::format("{} of the story", count("events", "lines")),
             count("quotes", "quotes"), count("speakers", "people"),
             count("passages", "shared passages"));
  if (const auto note = facts.find("note"); note != facts.end() && !note->second.empty())
    fmt::print(stderr, "note: {} with a content note (\"{}\")\n", count("noted", "articles"),
               note->second);
  if (report.n_left_out > 0) fmt::print(stderr, "left out: fabula left-out {}\n", path);
  fmt::print(stderr, "next: fabula {} {}      or      fabula export {} --to html -o story.html\n",
             are_several ? "stories" : "timeline", path, path);
}

void print_cost(std::string_view command, std::uint64_t n_articles,
                std::chrono::steady_clock::time_point began) {
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  fmt::print(stderr, "fabula {} {}: {}, {:.2f} s, peak memory {:.0f} MB\n", FABULA_VERSION, command,
             with_noun(with_commas(n_articles), "articles"), seconds,
             static_cast<double>(peak_memory_bytes()) / 1e6);
}

render::Table doctor_table() {
  return {{{"input", "INPUT", 44},
           {"reads", "READS", 10},
           {"encoding", "ENCODING", 14},
           {"bytes", "BYTES", 10},
           {"published", "PUBLISHED", 12},
           {"basis", "BASIS", 8},
           {"kept_percent", "KEPT %", 6},
           {"title", "TITLE", 0},
           {"what", "LEFT OUT BECAUSE", 40},
           {"next", "", 0},
           {"doubts", "DOUBTS", 40}},
          {}};
}

std::string_view format_name(Format format) {
  switch (format) {
    case Format::kText:
      return "text";
    case Format::kMarkdown:
      return "markdown";
    case Format::kHtml:
      return "page";
    case Format::kRecord:
      return "record";
  }
  return "";
}

std::vector<render::Cell> doctor_row(const Capture& capture, const Result<Article>& article) {
  using render::Cell;
  const auto number = [](std::uint64_t n) { return Cell(static_cast<std::int64_t>(n)); };
  std::vector<Cell> row = {capture.sources.front(), std::string(format_name(capture.format)),
                           capture.encoding, number(capture.bytes.size())};
  if (!article) {
    row.insert(row.end(), {Cell(), Cell(), Cell(), Cell(), article.error().what,
                           article.error().hint, Cell()});
    return row;
  }
  const auto& report = article->report;
  const std::uint64_t percent =
      report.visible_bytes == 0 ? 100
                                : std::min<std::uint64_t>(100, std::uint64_t{report.kept_bytes} *
                                                                   100 / report.visible_bytes);
  row.insert(row.end(), {Cell(render::when_text(article->published.when)),
                         Cell(std::string(name_of(article->published.basis))), number(percent),
                         Cell(render::title_label(*article)), Cell(), Cell(),
                         Cell(fmt::format("{}", fmt::join(report.doubts, "; ")))});
  return row;
}

}  // namespace

Result<std::vector<std::string>> all_inputs(const Options& options) {
  std::vector<std::string> inputs = options.inputs;
  for (const std::string& list : options.files_from) {
    FABULA_TRY(auto paths, read::read_file_list(list, options.zero_separated));
    inputs.insert(inputs.end(), paths.begin(), paths.end());
  }
  return inputs;
}

Result<int> run_build(const Options& options) {
  const auto began = std::chrono::steady_clock::now();
  const bool is_add = options.command == Command::kAdd;
  FABULA_TRY(const auto inputs, all_inputs(options));
  // Looked at before the store is made: a typing mistake leaves no empty store behind.
  FABULA_TRY([[maybe_unused]] const auto list, read::find_inputs(inputs));
  std::error_code ignored;
  const bool was_there = std::filesystem::exists(options.store, ignored) && !options.force;
  // Before the store is held: whoever sees its lock can already ask for a stop.
  StopOnSignal stop;
  std::optional<store::Store> store;
  FABULA_TRY(store, is_add ? store::Store::open(options.store, store::Mode::kWrite)
                           : open_for_build(options, inputs));
  TerminalProgress progress(is_terminal(STDERR_FILENO) && !options.quiet);
  const Context context{options.threads, stop.token(), &progress};
  const auto built = pipeline::build(*store, inputs, options.build, context);
  if (!built) {
    store.reset();
    // An empty store would only be in the way of the next try.
    if (built.error().code == Errc::kNothingRead && !was_there)
      std::filesystem::remove(options.store, ignored);
    return tl::unexpected(built.error());
  }
  const pipeline::BuildReport& report = *built;
  FABULA_TRY(const auto facts, store->facts());
  if (!options.quiet) {
    print_summary(report, facts, options.store);
    print_cost(is_add ? "add" : "build", report.n_articles, began);
  }
  return options.strict && report.n_left_out > 0 ? 1 : 0;
}

Result<int> run_doctor(const Options& options) {
  const auto began = std::chrono::steady_clock::now();
  FABULA_TRY(const auto inputs, all_inputs(options));
  FABULA_TRY(auto list, read::find_inputs(inputs));
  render::Table table = doctor_table();
  std::uint64_t n_articles = 0;
  std::uint64_t n_left_out = 0;
  const auto leave_out = [&](LeftOut&& l) {
    ++n_left_out;
    table.rows.push_back({l.source, render::Cell(), render::Cell(), render::Cell(), render::Cell(),
                          render::Cell(), render::Cell(), render::Cell(), l.error.what,
                          l.error.hint, render::Cell()});
  };
  for (LeftOut& l : list.left_out) leave_out(std::move(l));
  StopOnSignal stop;
  const Context context{options.threads, stop.token(), nullptr};
  const read::CaptureSink sink{.capture = [&](Capture&& capture) -> Result<void> {
                                 const auto article =
                                     extract::extract_article(capture, options.build.extract);
                                 ++(article ? n_articles : n_left_out);
                                 table.rows.push_back(doctor_row(capture, article));
                                 return {};
                               },
                               .left_out = leave_out,
                               .consumed = {}};
  FABULA_TRY_VOID(read::read_files(list.files, options.build.read, context, sink));
  const render::TextStyle style{terminal_width(), may_color(STDOUT_FILENO)};
  FABULA_TRY_VOID(write_output({}, [&](std::ostream& out) -> Result<void> {
    render::write_table(table, options.format.value_or(render::TableFormat::kText), style, out);
    return {};
  }));
  if (!options.quiet) {
    fmt::print(stderr, "{} · {} · {} left out\n",
               with_noun(with_commas(list.files.size()), "files"),
               with_noun(with_commas(n_articles), "articles"), with_commas(n_left_out));
    print_cost("doctor", n_articles, began);
  }
  if (n_articles == 0)
    return fail(Errc::kNothingRead, "no article among the inputs", {},
                "see the table for the cause of each");
  return options.strict && n_left_out > 0 ? 1 : 0;
}

}  // namespace fabula::cli
