// The commands that show a store: tables, one record, a check, exports.
#include <fmt/format.h>
#include <unistd.h>

#include <variant>

#include "cli/commands.hpp"
#include "cli/next_hints.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "render/find_record.hpp"
#include "render/html.hpp"
#include "render/labels.hpp"
#include "render/markdown.hpp"
#include "render/news_view.hpp"
#include "render/show.hpp"
#include "render/word_places.hpp"
#include "store/store.hpp"

namespace fabula::cli {

Result<Pile> read_pile(const Options& options) {
  FABULA_TRY(const auto store, store::Store::open(options.store, store::Mode::kRead));
  FABULA_TRY(const auto facts, store.facts());
  if (const auto state = facts.find("state"); state == facts.end() || state->second != "complete")
    fmt::print(stderr,
               "note: the build of this store is not finished: it is still running, or was "
               "interrupted (then its command, given again, finishes it)\n");
  FABULA_TRY(Pile pile, store.read_pile());
  name_speakers(pile);
  apply_dates(pile);
  return pile;
}

namespace {

render::TextStyle style_for(const Options& options) {
  return {terminal_width(), options.output.empty() && may_color(STDOUT_FILENO)};
}

// Words to look for must be words: marks alone stand everywhere.
Result<void> check_words(const std::string& phrase) {
  if (render::count_words(phrase) > 0) return {};
  return fail(Errc::kUsage, fmt::format("'{}' has no word to look for", phrase), {},
              "give some words of the articles, in quotation marks: \"warned them three times\"");
}

// One row an article that holds all the words.
Result<render::Table> search_table(const Options& options) {
  FABULA_TRY_VOID(check_words(options.phrase));
  FABULA_TRY(const auto store, store::Store::open(options.store, store::Mode::kRead));
  constexpr std::size_t kMostFound = 100;
  FABULA_TRY(const auto found, store.search(options.phrase, kMostFound));
  render::Table table{{{"article", "", 0},
                       {"outlet", "SOURCE", 24},
                       {"title", "TITLE", 50},
                       {"published", "PUBLISHED", 14},
                       {"snippet", "WORDS", 0},
                       {"source", "", 0},
                       {"short", "ID", 8}},
                      {}};
  for (const store::Found& place : found) {
    FABULA_TRY(const auto a, store.read_article(place.article, store::Store::Roles::kLearned));
    table.rows.push_back({a.id, render::source_label(a), render::title_label(a),
                          render::when_text(a.published.when), place.snippet, a.sources.front(),
                          render::short_id(a.id)});
  }
  return table;
}

Result<render::Table> make_table(const Options& options, const Pile& pile) {
  switch (options.command) {
    case Command::kTimeline:
      return render::timeline_table(pile, options.timeline);
    case Command::kQuotes:
      return render::quotes_table(pile, options.quotes);
    case Command::kReuse: {
      FABULA_TRY_VOID(render::check_filter(pile, options.reuse));
      return render::reuse_table(pile, options.reuse);
    }
    case Command::kPassages:
      return render::passages_table(pile);
    case Command::kStories:
      return render::stories_table(pile);
    case Command::kDisagree:
      return render::disagreements_table(pile);
    case Command::kNew: {
      FABULA_TRY(const std::uint32_t article, render::find_article(pile, options.id));
      return render::news_table(pile, article);
    }
    case Command::kTrace:
      FABULA_TRY_VOID(check_words(options.phrase));
      return render::trace_table(pile, options.phrase);
    case Command::kPeople:
      return render::people_table(pile, options.people);
    case Command::kArticles:
      return render::articles_table(pile);
    case Command::kDates:
      return render::dates_table(pile);
    case Command::kTimes:
      return render::times_table(pile);
    case Command::kLeftOut:
      return render::left_out_table(pile);
    default:
      return fail(Errc::kInternal, "a command without a table");
  }
}

}  // namespace

Result<int> run_query(const Options& options) {
  const render::TextStyle style = style_for(options);
  if (options.command == Command::kShow || options.command == Command::kWhy) {
    FABULA_TRY(const Pile pile, read_pile(options));
    FABULA_TRY_VOID(write_output(options.output, [&](std::ostream& out) {
      return options.command == Command::kShow
                 ? render::write_show(pile, options.id, options.context, style, out)
                 : render::write_why(pile, options.id, style, out);
    }));
    if (options.command == Command::kShow && !options.quiet) {
      const auto found = render::find_record(pile, options.id);
      const bool is_story = found && std::holds_alternative<const Story*>(*found);
      fmt::print(stderr, "next: fabula why {} {}{}\n", options.store, options.id,
                 is_story ? fmt::format("      or      fabula timeline {} --story {}",
                                        options.store, options.id)
                          : "");
    }
    return 0;
  }
  Pile pile;
  if (options.command != Command::kSearch) {
    FABULA_TRY(pile, read_pile(options));
  }
  FABULA_TRY(const render::Table table, options.command == Command::kSearch
                                            ? search_table(options)
                                            : make_table(options, pile));
  FABULA_TRY_VOID(write_output(options.output, [&](std::ostream& out) -> Result<void> {
    render::write_table(table, options.format.value_or(render::TableFormat::kText), style, out);
    return {};
  }));
  print_next(options, pile, table.rows.size());
  return 0;
}

Result<int> run_verify(const Options& options) {
  FABULA_TRY(const auto store, store::Store::open(options.store, store::Mode::kRead));
  std::uint64_t n_checked = 0;
  FABULA_TRY(const auto faults, store.verify(&n_checked));
  for (const std::string& fault : faults) fmt::print("{}\n", fault);
  if (!faults.empty())
    return fail(
        Errc::kCheckFailed,
        fmt::format("{} did not hold",
                    faults.size() == 1 ? "1 check" : fmt::format("{} checks", faults.size())),
        options.store, "build the store again from its inputs");
  if (!options.quiet) fmt::print("{} spans checked, all hold\n", with_commas(n_checked));
  return 0;
}

Result<int> run_export(const Options& options) {
  FABULA_TRY(const Pile pile, read_pile(options));
  const render::JsonOptions json{FABULA_VERSION, options.unit, options.full_text};
  FABULA_TRY_VOID(write_output(options.output, [&](std::ostream& out) -> Result<void> {
    switch (options.to) {
      case ExportFormat::kJson:
        render::write_json(pile, json, out);
        break;
      case ExportFormat::kJsonl:
        render::write_jsonl(pile, json, out);
        break;
      case ExportFormat::kMarkdown:
        render::write_markdown(pile, out);
        break;
      case ExportFormat::kHtml:
        render::write_html(pile, FABULA_VERSION, out);
        break;
      case ExportFormat::kCsv: {
        static const std::map<std::string, Command> kTables = {
            {"timeline", Command::kTimeline}, {"quotes", Command::kQuotes},
            {"reuse", Command::kReuse},       {"passages", Command::kPassages},
            {"stories", Command::kStories},   {"people", Command::kPeople},
            {"articles", Command::kArticles}, {"dates", Command::kDates},
            {"times", Command::kTimes},       {"disagreements", Command::kDisagree},
            {"left-out", Command::kLeftOut}};
        Options table_options = options;
        render::Table table;
        if (options.table == "news") {
          table = render::news_table(pile);
        } else {
          table_options.command = kTables.at(options.table);
          FABULA_TRY(table, make_table(table_options, pile));
        }
        render::write_table(table, render::TableFormat::kCsv, {}, out);
        break;
      }
    }
    return {};
  }));
  if (!options.quiet && !options.output.empty() && options.output != "-")
    fmt::print(stderr, "wrote {}\n", options.output);
  return 0;
}

}  // namespace fabula::cli
