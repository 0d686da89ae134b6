// What was found, what is hidden, what to do next.
#include "cli/next_hints.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "cli/terminal.hpp"
#include "model/short_edition.hpp"
#include "render/find_record.hpp"
#include "render/labels.hpp"
#include "render/news_view.hpp"
#include "render/views.hpp"

namespace fabula::cli {
namespace {

// The id of the article that told most of its sentences before; empty when none did.
std::string earlier_article(const Pile& pile, std::uint32_t article) {
  std::map<std::uint32_t, int> n_of;
  for (const NewsItem& item : render::news_of(pile, article))
    if (item.earlier) ++n_of[item.earlier->article];
  const auto most =
      std::ranges::max_element(n_of, {}, [](const auto& entry) { return entry.second; });
  return most == n_of.end() ? "" : render::short_id(pile.articles[most->first].article.id);
}

// How much of the article is new; what cannot be told is said.
void print_news_counts(const Options& options, const Pile& pile) {
  const auto article = render::find_article(pile, options.id);
  if (!article) return;
  const render::NewsCounts counts = render::count_news(pile, *article);
  const std::string name = render::source_label(pile.articles[*article].article);
  if (counts.n_all == 0) {
    fmt::print(stderr, "{}: no sentence of body text\n", name);
    return;
  }
  fmt::print(stderr, "{}: {}\n", name, render::news_text(counts));
  if (pile.articles.size() == 1) fmt::print(stderr, "no other article to tell it before\n");
  const std::string earlier = earlier_article(pile, *article);
  fmt::print(stderr, "next: fabula show {} ID{}\n", options.store,
             earlier.empty() ? ""
                             : fmt::format("      or      fabula compare {} {} {}", options.store,
                                           options.id, earlier));
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

// Of commands whose empty table has no next step.
bool print_nothing_found(const Options& options) {
  switch (options.command) {
    case Command::kTimeline:
      fmt::print(stderr, "no line was found · next: fabula articles {}\n", options.store);
      return true;
    case Command::kQuotes:
      fmt::print(stderr, "no such quotation was found · next: fabula people {}\n", options.store);
      return true;
    case Command::kPeople:
      fmt::print(stderr, "nobody was found\n");
      return true;
    case Command::kTimes:
      fmt::print(stderr, "no time expression was found\n");
      return true;
    case Command::kSearch:
      fmt::print(stderr, "no article holds all these words · next: fewer words\n");
      return true;
    default:
      return false;
  }
}

}  // namespace

void print_next(const Options& options, const Pile& pile, std::size_t n_rows) {
  if (options.quiet ||
      options.format.value_or(render::TableFormat::kText) != render::TableFormat::kText)
    return;
  const std::string& store = options.store;
  if (n_rows == 0 && print_nothing_found(options)) return;
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
      if (pile.stories.size() > 1 && options.timeline.story.empty())
        fmt::print(stderr, "{} of {} · next: fabula stories {}{}show {} ID\n",
                   counted(n_rows, "line"), counted(pile.stories.size(), "story"), store, or_else,
                   store);
      else
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
        fmt::print(stderr, "{} left out\n", counted(n_rows, "input"));
      return;
    case Command::kStories:
      say("story", n_rows == 1 ? fmt::format("fabula timeline {}", store)
                               : fmt::format("fabula timeline {} --story ID{}why {} ID", store,
                                             or_else, store));
      return;
    case Command::kDisagree:
      if (pile.disagreements.empty())
        fmt::print(stderr,
                   "no two accounts of this pile differ in a count, a sum, a day, an age, "
                   "whether it happened, a speaker or a name that can be compared\n");
      else
        fmt::print(stderr, "{} · next: fabula show {} ID{}why {} ID\n",
                   counted(pile.disagreements.size(), "disagreement"), store, or_else, store);
      return;
    case Command::kPeople:
      say("person", fmt::format("fabula quotes {} --who NAME", store));
      return;
    case Command::kArticles:
      say("article", fmt::format("fabula new {} ID", store) +
                         (n_rows > 1 ? fmt::format("{}compare {} A B", or_else, store) : ""));
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
