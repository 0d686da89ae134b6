// Events, news, differing accounts and stories of invented worlds whose sentences are all known.
//
//   story_worlds_eval [--worlds N] [--mixed N] [--seed S]
//
// The worlds of story_options (eval/world_generator.hpp), in four columns: wordings that rules may
// be tuned on (paraphrase set 0), wordings seen while rules were written (1), those seen later (2),
// and wordings held out (3). Everything is read from the JSON export.
//
// One pile a world:
//   events    the sentences that say that something happened, put together by what happened: BCubed
//             of a world, mean over worlds. A sentence in no event is one of its own. Then the same
//             with sentences that give a number of it
//   found     of these sentences, those in any event; in: the events they are in, of how many true
//             ones
//   news      the label of each sentence; right too is what another order within the day would
//   give.
//             Below, sentences with a right label that were told before: with an earlier place, and
//             with one that says the same
//   accounts  accounts that differ: numbers, days, ages. Right: two of its values stand on accounts
//             of one true conflict with two values, each with its own number. Neither right nor
//             wrong: what lies on a rising count, stands in one article or was taken back.
//             agreeing: things told in words that differ and can all be right (rounded, a bound,
//             changed from day to day), and those of them reported as differing
// Piles of several worlds (--mixed, 10):
//   stories   each world is one story; articles on a namesake are one of their own: BCubed over
//             articles
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numeric>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/context.hpp"
#include "base/temporary_folder.hpp"
#include "lines_pile.hpp"
#include "render/json.hpp"
#include "story_scores.hpp"
#include "worlds/gold.hpp"

namespace {

using namespace fabula;
namespace fs = std::filesystem;

nlohmann::json exported(const Pile& pile) {
  std::ostringstream out;
  render::write_json(pile, {}, out);
  return nlohmann::json::parse(out.str());
}

void add_world(const worlds::World& world, const fs::path& file, const Context& context,
               eval::StoryScores& scores) {
  const Pile pile = eval::work_out_lines(worlds::articles_as_json_lines(world), file, context);
  eval::StoryScores::Places places;
  for (const AnnotatedArticle& annotated : pile.articles) {
    const std::uint32_t line = eval::line_of(annotated.article);
    const std::size_t begin = annotated.article.text.find(world.articles[line].text);
    if (begin == std::string::npos) continue;
    places[annotated.article.id] = {line, static_cast<std::uint32_t>(begin)};
  }
  scores.add(world, exported(pile), places);
}

void add_mixed(const std::vector<worlds::World>& mixed, const fs::path& file,
               const Context& context, eval::StoryScores& scores) {
  std::string lines;
  std::vector<std::uint64_t> story_of;  // by line
  for (std::size_t w = 0; w < mixed.size(); ++w) {
    lines += worlds::articles_as_json_lines(mixed[w]);
    for (const worlds::WorldArticle& article : mixed[w].articles)
      story_of.push_back(2 * w + (article.kind == worlds::Kind::kNamesake ? 1 : 0));
  }
  const Pile pile = eval::work_out_lines(lines, file, context);
  std::vector<std::uint64_t> gold;
  std::vector<std::optional<std::uint64_t>> found;
  for (std::size_t s = 0; s < pile.stories.size(); ++s)
    for (const Membership& member : pile.stories[s].members) {
      gold.push_back(story_of[eval::line_of(pile.articles[member.article].article)]);
      found.push_back(s);
    }
  const eval::BCubed score = eval::bcubed(gold, found);
  scores.stories.precision += score.precision;
  scores.stories.recall += score.recall;
  scores.stories.n += score.n;
}

constexpr std::size_t kSets = worlds::kParaphraseSets;
constexpr std::string_view kColumns[] = {"wordings for tuning", "seen", "seen later", "held out"};
static_assert(std::size(kColumns) == kSets);

template <class Cell>
void row(const char* name, const eval::StoryScores (&scores)[kSets], const Cell& cell) {
  fmt::print("{:22}", name);
  for (const eval::StoryScores& score : scores) fmt::print("{:>32}", cell(score));
  fmt::print("\n");
}

std::string bcubed_cell(const eval::BCubed& score, double f1) {
  const auto n = static_cast<double>(std::max<std::size_t>(score.n, 1));
  return fmt::format("P {:.3f} R {:.3f} F1 {:.3f}", score.precision / n, score.recall / n, f1);
}

std::string counts_cell(const eval::Counts& counts) {
  return fmt::format("{:5} P {:.3f} R {:.3f} F1 {:.3f}", counts.right + counts.missed,
                     counts.precision(), counts.recall(), counts.f1());
}

void print(const eval::StoryScores (&scores)[kSets]) {
  using Scores = eval::StoryScores;
  row("", scores, [&](const Scores& s) { return kColumns[&s - scores]; });
  row("worlds, articles", scores,
      [](const Scores& s) { return fmt::format("{}, {}", s.n_worlds, s.n_articles); });
  const auto mean = [](const Scores& s, double sum) {
    return sum / static_cast<double>(std::max<std::size_t>(s.n_worlds, 1));
  };
  row("events", scores,
      [&](const Scores& s) { return bcubed_cell(s.told_sum, mean(s, s.told_f1)); });
  row("  with numbers", scores,
      [&](const Scores& s) { return bcubed_cell(s.figures_sum, mean(s, s.figures_f1)); });
  row("  found", scores,
      [](const Scores& s) { return fmt::format("{} of {}", s.n_told_found, s.n_told); });
  row("  in", scores,
      [](const Scores& s) { return fmt::format("{} of {} events", s.n_events, s.n_gold_events); });
  row("news, macro F1", scores,
      [](const Scores& s) { return fmt::format("{:.3f}", s.novelty_f1()); });
  for (std::size_t i = 0; i < worlds::kNovelties; ++i) {
    const std::string name(worlds::name_of(static_cast<worlds::Novelty>(i)));
    row(("  " + name).c_str(), scores, [&](const Scores& s) { return counts_cell(s.novelty[i]); });
  }
  row("  earlier place", scores, [](const Scores& s) {
    return fmt::format("{} of {}, {} right", s.n_earlier, s.n_known, s.n_earlier_right);
  });
  constexpr const char* kKinds[] = {"accounts, numbers", "accounts, days", "accounts, ages"};
  for (std::size_t i = 0; i < Scores::kKinds; ++i)
    row(kKinds[i], scores, [&](const Scores& s) { return counts_cell(s.conflicts[i]); });
  row("  neither, other kinds", scores,
      [](const Scores& s) { return fmt::format("{}, {}", s.n_optional, s.n_other_kinds); });
  row("  agreeing, reported", scores,
      [](const Scores& s) { return fmt::format("{}, {}", s.n_agreeing, s.n_false_agreeing); });
  row("stories", scores, [](const Scores& s) { return bcubed_cell(s.stories, s.stories.f1()); });
  fmt::print("\nlabels of news, rows true, columns found, all wordings together\n{:12}", "");
  for (std::size_t i = 0; i <= worlds::kNovelties; ++i)
    fmt::print("{:>12}", i < worlds::kNovelties ? worlds::name_of(static_cast<worlds::Novelty>(i))
                                                : std::string_view("none"));
  for (std::size_t i = 0; i < worlds::kNovelties; ++i) {
    fmt::print("\n{:12}", worlds::name_of(static_cast<worlds::Novelty>(i)));
    for (std::size_t j = 0; j <= worlds::kNovelties; ++j)
      fmt::print("{:12}", std::accumulate(std::begin(scores), std::end(scores), std::size_t{0},
                                          [&](std::size_t sum, const Scores& s) {
                                            return sum + s.said[i][j];
                                          }));
  }
  fmt::print("\n");
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t n_worlds = 60;
  std::uint64_t n_mixed = 10;
  std::uint64_t seed = 1;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::uint64_t value = std::stoull(argv[i + 1]);
    if (std::strcmp(argv[i], "--worlds") == 0) n_worlds = value;
    if (std::strcmp(argv[i], "--mixed") == 0) n_mixed = std::max<std::uint64_t>(value, 1);
    if (std::strcmp(argv[i], "--seed") == 0) seed = value;
  }
  const TemporaryFolder folder;
  const fs::path file = folder / "pile.jsonl";
  const Context context{std::max(1U, std::thread::hardware_concurrency()), {}, nullptr};
  eval::StoryScores scores[kSets];
  for (std::uint32_t set = 0; set < kSets; ++set) {
    std::vector<worlds::World> mixed;
    for (std::uint64_t w = 0; w < n_worlds; ++w) {
      mixed.push_back(worlds::make_world(worlds::story_options(seed + w, set)));
      add_world(mixed.back(), file, context, scores[set]);
      if (mixed.size() < n_mixed && w + 1 < n_worlds) continue;
      add_mixed(mixed, file, context, scores[set]);
      mixed.clear();
    }
  }
  print(scores);
}
