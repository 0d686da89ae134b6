// What was found, what is hidden, what to do next.
#include "cli/next_hints.hpp"

#include <fmt/format.h>

#include "cli/terminal.hpp"
#include "model/short_edition.hpp"
#include "render/find_record.hpp"
#include "render/labels.hpp"
#include "render/news_view.hpp"
#include "render/views.hpp"

namespace fabula::cli {
namespace {

// How much of the article is new; what cannot be told is said.
void print_news_counts(const Options& options, const Pile& pile) {
  const auto article = render::find_article(pile, options.id);
  if (!article) return;
  const render::NewsCounts counts = render::count_news(pile, *article);
  const std::string name = render::source_label(pile.articles[*article].article);
  fmt::print(stderr, "{}: {} · next: fabula why {} ID      or      fabula compare {} {} OTHER\n",
             name, counts.n_all == 0 ? "no sentence of body text" : render::news_text(counts),
             options.store, options.store, options.id);
}

// "1 quote", "1,234 quotes"
std::string counted(std::size_t n, std::string_view noun) {
  std::string many = fmt::format("{}s", noun);
  if (noun == "person") many = "people";
  if (noun == "story") many = "stories";
  return fmt::format("{} {}", with_commas(n), n == 1 ? noun : many);
}

void print_notes(const Pile& pile) {
  for (const AnnotatedArticle& a : pile.articles)
    for (const Range note : a.article.content_notes)
      fmt::print(stderr, "note: {}: \"{}\"\n", render::source_label(a.article),
                 render::one_line(words_of(a.article.text, note), 200));
}

// What a reader of the table of shared passages needs to know beside it.
void print_about_reuse(const Options& options, const Pile& pile, std::size_t n_rows) {
  const std::size_t n_hidden = render::n_hidden_reuse(pile, options.reuse);
  if (n_rows == 0 && n_hidden == 0) {
    fmt::print(stderr, "{}\n",
               pile.reuse.empty() ? "no two articles of this pile share a run of words"
                                  : "no shared passage is as you asked");
    return;
  }
  fmt::print(stderr,
             "{}{} · ↔: who took from whom is not known\nnext: fabula show {} ID      or      "
             "fabula compare {} A B\n",
             counted(n_rows, "shared passage"),
             n_hidden == 0 ? ""
                           : fmt::format(", {} more {} page furniture, credits or stock phrases "
                                         "(--with-furniture)",
                                         with_commas(n_hidden), n_hidden == 1 ? "is" : "are"),
             options.store, options.store);
}

}  // namespace

void print_next(const Options& options, const Pile& pile, std::size_t n_rows) {
  if (options.quiet ||
      options.format.value_or(render::TableFormat::kText) != render::TableFormat::kText)
    return;
  const std::string& store = options.store;
  const auto say = [&](std::string_view noun, const std::string& next) {
    fmt::print(stderr, "{}{}\n", counted(n_rows, noun), next.empty() ? "" : " · next: " + next);
  };
  const std::string or_else = "      or      fabula ";
  switch (options.command) {
    case Command::kTimeline:
      print_notes(pile);
      if (const std::size_t n_all = render::n_timeline_lines(pile, options.timeline);
          n_rows < n_all) {
        const std::string& story = options.timeline.story;
        fmt::print(stderr, "{} of {} lines: {} · all: fabula timeline {}{}\n", with_commas(n_rows),
                   with_commas(n_all), kShortEditionRule, store,
                   story.empty() ? "" : " --story " + story);
        return;
      }
      say("line", fmt::format("fabula show {} ID{}quotes {}", store, or_else, store));
      return;
    case Command::kQuotes:
      say("quote", fmt::format("fabula trace {} \"words\"{}why {} ID", store, or_else, store));
      return;
    case Command::kReuse:
      print_about_reuse(options, pile, n_rows);
      return;
    case Command::kPassages:
      if (n_rows == 0) {
        fmt::print(stderr, "no two articles of this pile hold the same words\n");
        return;
      }
      fmt::print(stderr, "{} in {} · next: fabula why {} PASSAGE\n", counted(n_rows, "place"),
                 counted(pile.passages.size(), "passage"), store);
      return;
    case Command::kNew:
      print_news_counts(options, pile);
      return;
    case Command::kTrace:
      if (n_rows == 0)
        fmt::print(stderr,
                   "these words stand in no article of this pile · next: fewer words, or fabula "
                   "search\n");
      else
        say("place", fmt::format("fabula show {} ID", store));
      return;
    case Command::kLeftOut:
      if (n_rows == 0)
        fmt::print(stderr, "nothing was left out\n");
      else
        say("input", "");
      return;
    case Command::kStories:
      say("story", fmt::format("fabula timeline {} --story ID{}why {} ID", store, or_else, store));
      return;
    case Command::kDisagree:
      if (pile.disagreements.empty())
        fmt::print(stderr,
                   "no two accounts of this pile differ in a number that can be compared\n");
      else
        fmt::print(stderr, "{} · next: fabula why {} ID\n",
                   counted(pile.disagreements.size(), "disagreement"), store);
      return;
    case Command::kPeople:
      say("person", fmt::format("fabula quotes {} --who NAME", store));
      return;
    case Command::kArticles:
      say("article", fmt::format("fabula new {} ID{}compare {} A B", store, or_else, store));
      return;
    case Command::kDates:
      say("date", fmt::format("fabula why {} ID", store));
      return;
    case Command::kTimes:
      say("time expression", fmt::format("fabula why {} ID", store));
      return;
    case Command::kSearch:
      say("article", fmt::format("fabula show {} ID{}trace {} \"words\"", store, or_else, store));
      return;
    default:
      return;
  }
}

}  // namespace fabula::cli
