// When articles appeared whose date is hidden, found out from the others of their topic.
//
//   dating_eval FILE.jsonl.zst [--every N] [--offset K | --all] [--topics N] [--misses]
//
// One pile a topic. Every N-th article (10) with a plausible date loses it, counted from the K-th
// (0); what it says of its date in its text stays. All other articles keep theirs. With --all each
// N-th part is hidden in turn, and what is printed is of all of them together.
//   stated     the text itself states a date
//   proven     a window with both ends known; one end: with one of them
//   holds      windows, of one end or both, that hold the true day
//   days       windows of at most so many days, of all hidden articles
//   likely     days guessed beside the proof or without one, and how far they are off
//   right      steps of each rule whose article's window holds the true day
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "base/hash.hpp"
#include "base/temporary_folder.hpp"
#include "dating_scores.hpp"
#include "packed_input.hpp"
#include "pile_input.hpp"
#include "pipeline/annotate.hpp"
#include "pipeline/work_out.hpp"

namespace {

using namespace fabula;
using nlohmann::json;
namespace fs = std::filesystem;

struct Score {
  std::size_t stated = 0, stated_right = 0;
  eval::DatingScores windows;
};

// A made address for each record, by which its article is found again.
std::string address_of(const json& record) {
  return "http://pile.invalid/" + content_id('r', {record["id"].dump()});
}

bool is_hidden(const std::string& address, std::size_t every, std::size_t offset) {
  return std::stoul(address.substr(address.size() - 6), nullptr, 16) % every == offset;
}

bool is_plausible(const json& published) {
  if (!published.is_string()) return false;
  const auto& text = published.get_ref<const std::string&>();
  return parse_iso_day(text) && text >= "2012-01-01" && text <= "2020-12-31";
}

std::string sentence_of(const Pile& pile, const Span& words) {
  const AnnotatedArticle& article = pile.articles[words.article];
  for (const Sentence& sentence : article.segmentation.sentences)
    if (sentence.range.overlaps(words.range))
      return std::string(words_of(article.article.text, sentence.range));
  return std::string(words_of(article.article.text, words.range));
}

// Dates the pile of the file and compares with what was hidden.
void score_pile(const std::string& topic, const fs::path& file,
                const std::map<std::string, Day>& truth, const Context& context, bool prints,
                Score& score) {
  Pile pile;
  pile.articles = eval::read_articles({file.string()});
  parallel_for(context, pile.articles.size(), [&](std::size_t i) {
    pile.articles[i] = pipeline::annotate(std::move(pile.articles[i].article));
  });
  if (!pipeline::work_out(pile, {}, context, {})) return;
  std::map<std::uint32_t, const ArticleDate*> dates;
  for (const ArticleDate& date : pile.dates) dates[date.article] = &date;
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    const Article& article = pile.articles[a].article;
    const auto found = truth.find(article.url);
    if (found == truth.end()) continue;
    const Day day = found->second;
    ++score.windows.hidden;
    const When& when = article.published.when;
    const auto date = dates.find(a);
    const bool is_wrong =
        score.windows.add(when, date == dates.end() ? nullptr : date->second, day);
    if (article.published.basis == DateBasis::kStated) {
      ++score.stated;
      score.stated_right += !is_wrong;
    }
    if (prints && is_wrong && date != dates.end()) {
      fmt::print("\n{} {}  true {}  window {}\n", topic, article.sources.front(), iso(day),
                 when.edtf);
      for (const DateStep& step : date->second->steps) {
        fmt::print("  {} {}: {}\n", step.end, step.rule, step.because);
        for (const Span& words : step.words) fmt::print("      {}\n", sentence_of(pile, words));
      }
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr,
                 "usage: dating_eval FILE.jsonl.zst [--every N] [--offset K | --all] [--topics N] "
                 "[--misses]\n");
    return 2;
  }
  std::size_t every = 10;
  std::size_t offset = 0;
  std::size_t most_topics = SIZE_MAX;
  bool prints = false;
  bool is_all = false;
  for (int i = 2; i < argc; ++i) {
    if (std::strcmp(argv[i], "--misses") == 0) prints = true;
    if (std::strcmp(argv[i], "--all") == 0) is_all = true;
    if (std::strcmp(argv[i], "--every") == 0 && i + 1 < argc) every = std::stoul(argv[++i]);
    if (std::strcmp(argv[i], "--offset") == 0 && i + 1 < argc) offset = std::stoul(argv[++i]);
    if (std::strcmp(argv[i], "--topics") == 0 && i + 1 < argc) most_topics = std::stoul(argv[++i]);
  }
  std::map<std::string, std::vector<json>> topics;
  std::istringstream lines(eval::unpacked(eval::read_all(argv[1])));
  for (std::string line; std::getline(lines, line);) {
    json record = json::parse(line, nullptr, false);
    if (record.is_discarded()) continue;
    std::string topic = record.value("topic", "");
    topics[topic].push_back(std::move(record));
  }
  const TemporaryFolder folder;
  Score score;
  const Context context{std::max(1U, std::thread::hardware_concurrency()), {}, nullptr};
  std::size_t n_topics = 0;
  for (const auto& [topic, records] : topics) {
    if (n_topics++ == most_topics) break;
    for (std::size_t k = is_all ? 0 : offset; k < (is_all ? every : offset + 1); ++k) {
      const fs::path file = folder / "pile.jsonl";
      std::map<std::string, Day> truth;  // by address
      {
        std::ofstream out(file, std::ios::binary);
        for (json record : records) {
          const std::string address = address_of(record);
          if (is_plausible(record["published"]) && is_hidden(address, every, k)) {
            truth[address] = *parse_iso_day(record["published"].get_ref<const std::string&>());
            record["published"] = nullptr;
          }
          record["url"] = address;
          out << record.dump() << '\n';
        }
      }
      if (!truth.empty()) score_pile(topic, file, truth, context, prints, score);
    }
  }
  fmt::print("{} articles with hidden dates, {} topics\n", score.windows.hidden,
             std::min(n_topics, topics.size()));
  const std::size_t n_hidden = std::max<std::size_t>(score.windows.hidden, 1);
  fmt::print("stated in the text {} ({:.1f} %), right {}\n", score.stated,
             100.0 * static_cast<double>(score.stated) / static_cast<double>(n_hidden),
             score.stated_right);
  score.windows.print();
}
