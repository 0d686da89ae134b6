// Times found in sentences that hold none.
//
//   false_dates_eval PATH... [--every N] [--show]
//
// PATH: a folder, or a file: .txt is an article; .json and the lines of .jsonl and .jsonl.zst hold
// one in "text" or "main_content". Of the articles, taken in the order of their paths, every N-th
// counts (1: all).
// A sentence holds no date when it has no digit, no name of a month, a weekday or a feast, no unit
// of time and no word like "today" or "morning", by lists of words of its own that know no rules.
// "May", "March", "fall" and "spring" count behind a word like "in" or "last" only.
//   dates        what was found there, to a value: each is shown by --show and to be looked at
//   references   "now", "recently", "the future": no dates, but times by TimeML
// Articles are published on 2018-06-01 in the United States.

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"
#include "packed_input.hpp"
#include "plain_article.hpp"
#include "segment/segment.hpp"
#include "times/times.hpp"

namespace {

namespace fs = std::filesystem;

void add_record(std::string_view text, std::vector<std::string>& articles) {
  const auto record = nlohmann::json::parse(text, nullptr, false);
  if (!record.is_object()) return;
  for (const char* key : {"text", "main_content"})
    if (const auto it = record.find(key); it != record.end() && it->is_string())
      articles.push_back(it->get<std::string>());
}

void add_file(const fs::path& path, std::vector<std::string>& articles) {
  const std::string name = path.filename().string();
  if (name.ends_with(".txt")) articles.push_back(fabula::eval::read_all(path));
  if (name.ends_with(".json")) add_record(fabula::eval::read_all(path), articles);
  if (!name.ends_with(".jsonl") && !name.ends_with(".jsonl.zst")) return;
  std::istringstream lines(name.ends_with(".zst")
                               ? fabula::eval::unpacked(fabula::eval::read_all(path))
                               : fabula::eval::read_all(path));
  for (std::string line; std::getline(lines, line);) add_record(line, articles);
}

std::vector<std::string> articles_of(const fs::path& path) {
  std::vector<fs::path> files{path};
  if (fs::is_directory(path)) {
    files.clear();
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
  }
  std::vector<std::string> articles;
  for (const fs::path& file : files) add_file(file, articles);
  return articles;
}

constexpr auto kDateWords = std::to_array<std::string_view>(
    {"afternoon",  "afternoons",   "annually", "april",      "august",     "autumn",
     "autumns",    "centuries",    "century",  "christmas",  "daily",      "day",
     "daylong",    "days",         "decade",   "decadelong", "decades",    "december",
     "easter",     "eighties",     "evening",  "evenings",   "february",   "fifties",
     "forties",    "fortnight",    "friday",   "fridays",    "halloween",  "hour",
     "hourlong",   "hourly",       "hours",    "january",    "july",       "june",
     "juneteenth", "midday",       "midnight", "millennia",  "millennium", "minute",
     "minutes",    "monday",       "mondays",  "month",      "monthlong",  "monthly",
     "months",     "morning",      "mornings", "night",      "nightly",    "nights",
     "nineties",   "noon",         "november", "october",    "overnight",  "quarter",
     "quarters",   "ramadan",      "saturday", "saturdays",  "second",     "seconds",
     "september",  "seventies",    "sixties",  "summer",     "summers",    "sunday",
     "sundays",    "thanksgiving", "thirties", "thursday",   "thursdays",  "today",
     "tomorrow",   "tonight",      "tuesday",  "tuesdays",   "twenties",   "wednesday",
     "wednesdays", "week",         "weekend",  "weekends",   "weeklong",   "weekly",
     "weeks",      "winter",       "winters",  "year",       "yearlong",   "yearly",
     "years",      "yesterday"});

// Months, seasons and other words of time that mean something else as well: a time behind such a
// word.
constexpr auto kTwoFaced =
    std::to_array<std::string_view>({"clock", "fall", "march", "may", "spring", "while"});
constexpr auto kInTime = std::to_array<std::string_view>(
    {"a",     "after", "and",       "before",  "by",   "coming", "during", "early",
     "each",  "every", "following", "for",     "from", "in",     "into",   "last",
     "late",  "mid",   "next",      "o",       "of",   "or",     "past",   "previous",
     "since", "the",   "this",      "through", "to",   "until"});

bool holds_date(std::string_view sentence) {
  std::string before;
  std::string word;
  for (std::size_t i = 0; i <= sentence.size(); ++i) {
    const char c = i < sentence.size() ? sentence[i] : ' ';
    if (c >= '0' && c <= '9') return true;
    const char low = static_cast<char>(c | 0x20);
    if (low >= 'a' && low <= 'z') {
      word += low;
      continue;
    }
    if (word.empty()) continue;
    if (std::ranges::find(kDateWords, word) != kDateWords.end()) return true;
    if (std::ranges::find(kTwoFaced, word) != kTwoFaced.end() &&
        std::ranges::find(kInTime, before) != kInTime.end())
      return true;
    before.swap(word);
    word.clear();
  }
  return false;
}

bool is_reference(const fabula::TimeExpression& time) { return time.value.ends_with("_REF"); }

struct Count {
  std::size_t articles = 0, sentences = 0, dates = 0, references = 0;
};

void count_in(const std::string& text, bool shows, Count& count) {
  const fabula::Article article = fabula::eval::plain_article(text, "2018-06-01", "en-US");
  const auto segmentation = fabula::segment::segment(article);
  const auto found = fabula::times::find_times(article, segmentation, {});
  ++count.articles;
  std::size_t next = 0;
  for (const fabula::Sentence& sentence : segmentation.sentences) {
    const std::string_view words = fabula::words_of(article.text, sentence.range);
    const bool counts = !holds_date(words);
    count.sentences += counts ? 1 : 0;
    for (; next < found.size() && found[next].range.begin < sentence.range.end; ++next) {
      if (!counts) continue;
      ++(is_reference(found[next]) ? count.references : count.dates);
      if (!shows || is_reference(found[next])) continue;
      std::string line(words);
      std::replace(line.begin(), line.end(), '\n', ' ');
      std::printf("[%s] %s {%s}  %s\n",
                  std::string(fabula::words_of(article.text, found[next].range)).c_str(),
                  found[next].value.str().c_str(), found[next].rule.str().c_str(), line.c_str());
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<fs::path> paths;
  std::size_t every = 1;
  bool shows = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view option = argv[i];
    if (option == "--show")
      shows = true;
    else if (option == "--every" && i + 1 < argc)
      every = std::max<std::size_t>(1, std::stoul(argv[++i]));
    else
      paths.emplace_back(argv[i]);
  }
  if (paths.empty()) {
    std::fprintf(stderr, "usage: false_dates_eval PATH... [--every N] [--show]\n");
    return 2;
  }
  for (const fs::path& path : paths) {
    const std::vector<std::string> articles = articles_of(path);
    Count count;
    for (std::size_t i = 0; i < articles.size(); i += every) count_in(articles[i], shows, count);
    const double share = 10000.0 / static_cast<double>(std::max<std::size_t>(1, count.sentences));
    std::printf(
        "%-24s articles %zu  sentences without a date %zu  dates %zu, %.1f in 10,000"
        "  references %zu, %.1f in 10,000\n",
        path.filename().string().c_str(), count.articles, count.sentences, count.dates,
        share * static_cast<double>(count.dates), count.references,
        share * static_cast<double>(count.references));
  }
  return 0;
}
