// Timelines made by hand: which days of a story they tell, and which we put first.
//
//   timelines_eval TIMELINES [--days]
//
// A folder a collection: articles.json (uid, dct, text: one line of words with spaces between) and
// *.timeline.json (date, text). Each collection is a pile. Its days are ranked by the heaviest line
// of each (a line of one day; what was only told by then stands for that day), and as many are
// taken as the timeline by hand has. Date-F1 is the share of those that it has, too (precision and
// recall are the same); the average over collections, and over the timelines of one. Beside it the
// same by simpler counts over our time expressions:
//
//   lines      what the short edition goes by (model/weight.hpp)
//   documents  articles that mention the day
//   mentions   time expressions that mean the day
//   published  articles that appeared on the day
//
// Twice: over all days, and over those between the first and the last of the timeline by hand.
// Adjacent: the share of the chosen days whose day before or after is chosen, too. Weights have no
// numbers that were fitted to one half of the collections, but the rule was settled with all of
// them in view: what new stories would give may be lower. The halves show how much depends on
// which.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/temporary_folder.hpp"
#include "model/weight.hpp"
#include "pile_input.hpp"
#include "pipeline/annotate.hpp"
#include "pipeline/work_out.hpp"
#include "printed_text.hpp"

namespace {

using namespace fabula;
using nlohmann::json;
namespace fs = std::filesystem;

constexpr auto kRankings =
    std::to_array<const char*>({"lines", "documents", "mentions", "published"});
constexpr std::size_t kNRankings = kRankings.size();

using DayScores = std::map<Day, std::uint64_t>;
using Days = std::set<Day>;

Pile pile_of(const fs::path& collection, const fs::path& file, const Context& context) {
  std::ifstream in(collection / "articles.json", std::ios::binary);
  const json articles = json::parse(in);
  {
    std::ofstream lines(file, std::ios::binary);
    for (const json& article : articles) {
      const std::string id =
          article["uid"].is_string() ? article["uid"].get<std::string>() : article["uid"].dump();
      lines << json{{"id", id},
                    {"url", "http://pile.invalid/" + id},
                    {"published", article["dct"].get<std::string>().substr(0, 10)},
                    {"text", eval::printed(article["text"].get<std::string>())}}
                   .dump()
            << '\n';
    }
  }
  Pile pile;
  pile.articles = eval::read_articles({file.string()});
  parallel_for(context, pile.articles.size(), [&](std::size_t i) {
    pile.articles[i] = pipeline::annotate(std::move(pile.articles[i].article));
  });
  if (!pipeline::work_out(pile, {}, context, {})) pile.events.clear();
  return pile;
}

std::array<DayScores, kNRankings> rankings_of(const Pile& pile) {
  std::array<DayScores, kNRankings> scores;
  auto& [lines, documents, mentions, published] = scores;
  const std::vector<std::uint32_t> weights = weigh_events(pile);
  for (std::size_t i = 0; i < pile.events.size(); ++i) {
    const When& when = pile.events[i].when;
    if (!when.latest || (when.earliest && when.earliest != when.latest)) continue;
    std::uint64_t& best = lines[*when.latest];
    best = std::max<std::uint64_t>(best, weights[i]);
  }
  for (const AnnotatedArticle& article : pile.articles) {
    Days days;
    for (const TimeExpression& time : article.times) {
      const bool is_point = time.type == TimeType::kDate || time.type == TimeType::kTime;
      if (!is_point || !time.when.earliest || time.when.earliest != time.when.latest) continue;
      ++mentions[*time.when.earliest];
      if (days.insert(*time.when.earliest).second) ++documents[*time.when.earliest];
    }
    if (const auto& day = article.article.published.when.latest) ++published[*day];
  }
  return scores;
}

std::vector<Days> gold_of(const fs::path& collection) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(collection))
    if (entry.path().string().ends_with(".timeline.json")) files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<Days> timelines;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    Days days;
    for (const json& line : json::parse(in))
      if (const auto day = parse_iso_day(line["date"].get<std::string>().substr(0, 10)))
        days.insert(*day);
    if (!days.empty()) timelines.push_back(std::move(days));
  }
  return timelines;
}

// As many days as `gold` has, the highest first, of equal ones the earliest.
Days chosen(const DayScores& scores, const Days& gold, bool is_inside) {
  std::vector<std::pair<Day, std::uint64_t>> days;
  for (const auto& [day, score] : scores)
    if (!is_inside || (day >= *gold.begin() && day <= *gold.rbegin()))
      days.emplace_back(day, score);
  std::ranges::stable_sort(days, std::ranges::greater{}, &std::pair<Day, std::uint64_t>::second);
  Days best;
  for (const auto& [day, score] : days)
    if (best.size() < gold.size()) best.insert(day);
  return best;
}

double share_in(const Days& days, const Days& gold) {
  const auto n = std::ranges::count_if(days, [&](Day day) { return gold.contains(day); });
  return static_cast<double>(n) / static_cast<double>(gold.size());
}

double share_adjacent(const Days& days) {
  const auto n = std::ranges::count_if(days, [&](Day day) {
    return days.contains(day - std::chrono::days{1}) || days.contains(day + std::chrono::days{1});
  });
  return days.empty() ? 0 : static_cast<double>(n) / static_cast<double>(days.size());
}

// Sums over collections.
struct Sums {
  std::array<double, kNRankings> all{};
  std::array<double, kNRankings> inside{};
  double adjacent = 0;
  double adjacent_gold = 0;
  double n = 0;

  void add(const Sums& other) {
    for (std::size_t i = 0; i < kNRankings; ++i) {
      all[i] += other.all[i];
      inside[i] += other.inside[i];
    }
    adjacent += other.adjacent;
    adjacent_gold += other.adjacent_gold;
    n += other.n;
  }

  void print(const std::string& name) const {
    const double d = std::max(1.0, n);
    fmt::print("{:24}", name);
    for (const double sum : all) fmt::print(" {:>9.3f}", sum / d);
    fmt::print("  |");
    for (const double sum : inside) fmt::print(" {:>9.3f}", sum / d);
    fmt::print("  | {:>6.2f} {:>6.2f}\n", adjacent / d, adjacent_gold / d);
  }
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: timelines_eval TIMELINES [--days]\n");
    return 2;
  }
  const bool prints = argc > 2 && std::strcmp(argv[2], "--days") == 0;
  std::vector<fs::path> collections;
  for (const auto& entry : fs::directory_iterator(argv[1]))
    if (fs::exists(entry.path() / "articles.json")) collections.push_back(entry.path());
  std::ranges::sort(collections);
  const Context context{std::max(1U, std::thread::hardware_concurrency()), {}, nullptr};
  const TemporaryFolder folder;
  fmt::print("{:24} {:^39}  | {:^39}  | adjacent\n{:24}", "Date-F1", "all days",
             "between first and last", "");
  for (int twice = 0; twice < 2; ++twice) {
    for (const char* name : kRankings) fmt::print(" {:>9}", name);
    fmt::print("  |");
  }
  fmt::print("  lines   gold\n");
  Sums total;
  std::array<Sums, 2> halves;
  for (std::size_t c = 0; c < collections.size(); ++c) {
    const Pile pile = pile_of(collections[c], folder / "articles.jsonl", context);
    const auto rankings = rankings_of(pile);
    const std::vector<Days> timelines = gold_of(collections[c]);
    Sums sums;
    for (const Days& gold : timelines) {
      const double part = 1.0 / static_cast<double>(timelines.size());
      for (std::size_t i = 0; i < kNRankings; ++i) {
        sums.all[i] += part * share_in(chosen(rankings[i], gold, false), gold);
        sums.inside[i] += part * share_in(chosen(rankings[i], gold, true), gold);
      }
      const Days ours = chosen(rankings[0], gold, false);
      sums.adjacent += part * share_adjacent(ours);
      sums.adjacent_gold += part * share_adjacent(gold);
      if (!prints) continue;
      Days both = ours;
      both.insert(gold.begin(), gold.end());
      for (const Day day : both)
        fmt::print("  {} {} {}\n", iso(day), ours.contains(day) ? "ours" : "    ",
                   gold.contains(day) ? "gold" : "");
    }
    sums.n = 1;
    sums.print(collections[c].filename().string());
    halves[c % 2].add(sums);
    total.add(sums);
  }
  halves[0].print("first, third, ...");
  halves[1].print("second, fourth, ...");
  total.print("all");
}
