// When articles of invented story worlds appeared whose day is hidden, found out from the others.
//
//   worlds_eval [--worlds N] [--seed S] [--paraphrase-set 0|1|2|3] [--clean] [--misses]
//
// One pile a world (eval/world_generator.hpp). Set 0 is for tuning, sets 1 and 2 were seen while
// rules were written, set 3 is held out, for reporting. --clean makes worlds without errors: there
// every window must hold the true day.
//   window     both ends known; one end: one of them
//   holds      windows, of one end or both, that hold the true day
//   days       windows of at most so many days, of all hidden articles
//   reachable  the same of the windows that all marked evidence of the article gives together
//   rules      steps of each rule, and how many of their windows hold the true day
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/context.hpp"
#include "base/temporary_folder.hpp"
#include "dating_scores.hpp"
#include "lines_pile.hpp"
#include "world_generator.hpp"
#include "worlds/gold.hpp"

namespace {

using namespace fabula;

std::int64_t number_of(fabula::Day day) { return day.time_since_epoch().count(); }

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t n_worlds = 200;
  std::uint64_t seed = 1;
  worlds::WorldOptions options;
  bool prints = false;
  for (int i = 1; i < argc; ++i) {
    const auto value = [&] { return i + 1 < argc ? std::stoull(argv[++i]) : 0; };
    if (std::strcmp(argv[i], "--worlds") == 0) n_worlds = value();
    if (std::strcmp(argv[i], "--seed") == 0) seed = value();
    if (std::strcmp(argv[i], "--paraphrase-set") == 0)
      options.paraphrase_set = static_cast<std::uint32_t>(value());
    if (std::strcmp(argv[i], "--misses") == 0) prints = true;
    if (std::strcmp(argv[i], "--clean") == 0)
      options.wrong_ages = options.wrong_weekdays = options.wrong_stated = options.republished =
          options.namesakes = 0;
  }
  if (options.paraphrase_set >= worlds::kParaphraseSets) {
    fmt::print(stderr, "worlds_eval: there is no such paraphrase set\n");
    return 2;
  }
  const TemporaryFolder folder;
  const Context context{std::max(1U, std::thread::hardware_concurrency()), {}, nullptr};
  eval::DatingScores score;
  for (std::uint64_t w = 0; w < n_worlds; ++w) {
    options.seed = seed + w;
    const worlds::World world = worlds::make_world(options);
    const Pile pile =
        eval::work_out_lines(worlds::articles_as_json_lines(world), folder / "pile.jsonl", context);
    std::map<std::uint32_t, const ArticleDate*> dates;
    for (const ArticleDate& date : pile.dates) dates[date.article] = &date;
    for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
      const worlds::WorldArticle& gold = world.articles[eval::line_of(pile.articles[a].article)];
      if (gold.stated) continue;
      ++score.hidden;
      std::int64_t lo = INT32_MIN, hi = INT32_MAX;
      for (const worlds::Evidence& evidence : gold.evidence) {
        if (evidence.is_wrong) continue;
        if (evidence.earliest) lo = std::max(lo, number_of(*evidence.earliest));
        if (evidence.latest) hi = std::min(hi, number_of(*evidence.latest));
      }
      for (const int n : eval::kWidths) score.reachable[n] += hi - lo < n;
      const When& when = pile.articles[a].article.published.when;
      const auto date = dates.find(a);
      const bool is_wrong = score.add(when, date == dates.end() ? nullptr : date->second, gold.day);
      if (prints && is_wrong && date != dates.end()) {
        fmt::print("\nworld {} line {}  true {}  window {}\n", options.seed,
                   eval::line_of(pile.articles[a].article) + 1, iso(gold.day), when.edtf);
        for (const DateStep& step : date->second->steps)
          fmt::print("  {} {}: {}\n", step.end, step.rule, step.because);
      }
    }
  }
  fmt::print("{} worlds, {} articles with hidden days\n", n_worlds, score.hidden);
  score.print();
}
