// Speed of the time engine: MB/s on one thread, times found; what was found, for bench/time_peers.
//
//   times_bench TEXT_FILE | FOLDER [--answer FILE] [--quoted]
//
// TEXT_FILE is plain text, cut at blank lines into articles of 64 KB. FOLDER has one article a
// file, "DAY_LANGUAGE_NAME.txt" ("2018-06-01_en-GB_flood.txt"). Paragraphs end at blank lines.
// --answer writes the times of the last run as JSON: [[file without .txt, begin, end, value], ...],
// in bytes, half-open. --quoted takes the words in quotation marks for quotations; else there are
// none. Processor time, best of five runs: of the times alone, and with words, marks and sentences.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/article.hpp"
#include "plain_article.hpp"
#include "segment/segment.hpp"
#include "times/times.hpp"

namespace {

constexpr std::size_t kArticleBytes = std::size_t{64} << 10;
constexpr int kRuns = 5;

struct Options {
  std::filesystem::path input;
  std::filesystem::path answer;
  bool takes_quoted = false;
};

struct NamedArticle {
  std::string name;
  fabula::Article article;
};

using Times = std::vector<fabula::TimeExpression>;

bool parse(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--quoted") {
      options.takes_quoted = true;
    } else if (word == "--answer" && i + 1 < argc) {
      options.answer = argv[++i];
    } else if (options.input.empty() && !word.starts_with("--")) {
      options.input = word;
    } else {
      return false;
    }
  }
  return !options.input.empty();
}

std::string read_all(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<NamedArticle> articles_of_file(const std::filesystem::path& path) {
  const std::string text = read_all(path);
  std::vector<NamedArticle> articles;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t wanted = std::min(at + kArticleBytes, text.size());
    const std::size_t end = std::min(text.find("\n\n", wanted), text.size());
    articles.push_back({std::to_string(at), fabula::eval::plain_article(text.substr(at, end - at),
                                                                        "2018-06-01", "en")});
    at = std::min(end + 2, text.size());
  }
  return articles;
}

std::vector<NamedArticle> articles_of_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<NamedArticle> articles;
  for (const auto& file : files) {
    const std::string name = file.stem().string();
    const std::size_t language = std::min(name.find('_'), name.size() - 1) + 1;
    const std::size_t end = std::min(name.find('_', language), name.size());
    articles.push_back({name, fabula::eval::plain_article(read_all(file), name,
                                                          name.substr(language, end - language))});
  }
  return articles;
}

std::vector<fabula::Quote> quoted_in(const fabula::Segmentation& segmentation) {
  std::vector<fabula::Quote> quotes;
  for (const fabula::QuotedPart& part : segmentation.quoted) {
    quotes.emplace_back();
    quotes.back().range = part.inner;
    quotes.back().parts = {part.inner};
  }
  return quotes;
}

void write_answer(const std::filesystem::path& path, const std::vector<NamedArticle>& articles,
                  const std::vector<Times>& found) {
  nlohmann::json answer = nlohmann::json::array();
  for (std::size_t i = 0; i < articles.size(); ++i)
    for (const fabula::TimeExpression& time : found[i])
      answer.push_back({articles[i].name, time.range.begin, time.range.end, time.value});
  std::ofstream(path) << answer << '\n';
}

double seconds_since(std::clock_t begin) {
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!parse(argc, argv, options)) {
    std::fprintf(stderr, "usage: times_bench TEXT_FILE|FOLDER [--answer FILE] [--quoted]\n");
    return 2;
  }
  const std::vector<NamedArticle> articles = std::filesystem::is_directory(options.input)
                                                 ? articles_of_folder(options.input)
                                                 : articles_of_file(options.input);
  double best_alone = 1e9;
  double best_all = 1e9;
  std::vector<Times> found(articles.size());
  for (int run = 0; run < kRuns; ++run) {
    std::vector<fabula::Segmentation> segmentations;
    segmentations.reserve(articles.size());
    std::vector<std::vector<fabula::Quote>> quotes(articles.size());
    const std::clock_t begin = std::clock();
    for (const auto& [_, article] : articles)
      segmentations.push_back(fabula::segment::segment(article));
    if (options.takes_quoted)
      std::transform(segmentations.begin(), segmentations.end(), quotes.begin(), quoted_in);
    const std::clock_t middle = std::clock();
    for (std::size_t i = 0; i < articles.size(); ++i)
      found[i] = fabula::times::find_times(articles[i].article, segmentations[i], quotes[i]);
    best_alone = std::min(best_alone, seconds_since(middle));
    best_all = std::min(best_all, seconds_since(begin));
  }
  if (!options.answer.empty()) write_answer(options.answer, articles, found);
  std::size_t n_found = 0;
  std::size_t n_bytes = 0;
  for (const Times& times : found) n_found += times.size();
  for (const NamedArticle& each : articles) n_bytes += each.article.text.size();
  const double megabytes = static_cast<double>(n_bytes) / 1e6;
  std::printf("%.1f MB, %zu times, %.1f MB/s; with words and sentences %.1f MB/s\n", megabytes,
              n_found, megabytes / best_alone, megabytes / best_all);
  return 0;
}
