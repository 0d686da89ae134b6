// assign: which stories of a store articles belong to.
#include <fmt/format.h>
#include <unistd.h>

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/terminal.hpp"
#include "pipeline/assign.hpp"
#include "render/labels.hpp"
#include "render/table.hpp"

namespace fabula::cli {
namespace {

using render::Cell;

render::Table assigned_table() {
  return {{{"source", "INPUT", 30},
           {"published", "PUBLISHED", 12},
           {"title", "TITLE", 40},
           {"story", "", 0},
           {"short", "STORY", 8},
           {"begins", "", 0},
           {"likeness_percent", "LIKE %", 6},
           {"story_title", "STORY'S TITLE", 40},
           {"words", "BY THE WORDS", 0}},
          {}};
}

// Of stories by their ids: of one that begins among the inputs the title of its first article.
using Titles = std::unordered_map<std::string, std::string>;

std::vector<Cell> row_of(const pipeline::AssignedArticle& assigned, const Titles& titles) {
  constexpr double kPercent = 100;
  std::vector<std::string_view> words;
  for (const Range range : assigned.words) words.push_back(words_of(assigned.article.text, range));
  const std::string because = assigned.is_stored ? "in the store already"
                              : assigned.is_new  ? "a story of its own"
                                                 : fmt::format("{}", fmt::join(words, " · "));
  return {assigned.article.sources.front(),
          render::when_text(assigned.article.published.when),
          render::title_label(assigned.article),
          assigned.story,
          render::short_id(assigned.story),
          static_cast<std::int64_t>(assigned.is_new),
          static_cast<std::int64_t>(kPercent * assigned.likeness),
          titles.at(assigned.story),
          because};
}

}  // namespace

Result<int> run_assign(const Options& options) {
  FABULA_TRY(const auto inputs, all_inputs(options));
  FABULA_TRY(const Pile pile, read_pile(options));
  const auto format = options.format.value_or(render::TableFormat::kText);
  const render::TextStyle style{terminal_width(),
                                options.output.empty() && may_color(STDOUT_FILENO)};
  const Context context{options.threads, {}, nullptr};
  Titles titles;
  for (const Story& story : pile.stories)
    titles.emplace(story.id, render::title_label(pile.articles[story.central].article));
  pipeline::AssignReport report;
  std::uint64_t n_new = 0;
  FABULA_TRY_VOID(write_output(options.output, [&](std::ostream& out) -> Result<void> {
    render::Table table = assigned_table();
    const pipeline::AssignSink sink{
        .assigned = [&](std::vector<pipeline::AssignedArticle>&& articles) -> Result<void> {
          for (const pipeline::AssignedArticle& article : articles) {
            titles.emplace(article.story, render::title_label(article.article));
            table.rows.push_back(row_of(article, titles));
            n_new += article.is_new;
          }
          // A line an article needs no others: it is written as soon as it is known.
          if (format == render::TableFormat::kJsonl) {
            render::write_table(table, format, style, out);
            out.flush();
            table.rows.clear();
          }
          return {};
        },
        .left_out =
            [&](LeftOut&& left_out) {
              fmt::print(stderr, "left out: {}: {}\n", left_out.source, left_out.error.what);
            }};
    FABULA_TRY(report, pipeline::assign(pile, inputs, options.build, context, sink));
    if (format != render::TableFormat::kJsonl) render::write_table(table, format, style, out);
    return {};
  }));
  if (report.n_articles == 0)
    return fail(Errc::kNothingRead, "no article among the inputs", {},
                "run 'fabula doctor' on them to see what was found and why it was left out");
  if (!options.quiet && format == render::TableFormat::kText)
    fmt::print(stderr, "{} {} · {} new {} · next: fabula add {} INPUT\n", report.n_articles,
               report.n_articles == 1 ? "article" : "articles", n_new,
               n_new == 1 ? "story" : "stories", options.store);
  return options.strict && report.n_left_out > 0 ? 1 : 0;
}

}  // namespace fabula::cli
