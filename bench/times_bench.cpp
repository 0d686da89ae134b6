// Speed of the time engine: MB/s on one thread, times found in a MB.
//
//   times_bench TEXT_FILE      plain text; paragraphs by blank lines, one article of 64 KB each
//
// Segmentation is made before and not timed. Processor time, best of five runs.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/article.hpp"
#include "segment/segment.hpp"
#include "times/times.hpp"

namespace {

constexpr std::size_t kArticleBytes = std::size_t{64} << 10;

fabula::Article article_of(std::string_view text) {
  fabula::Article article;
  article.text = text;
  article.language = "en";
  article.published.when = fabula::when_day(*fabula::parse_iso_day("2018-06-01"));
  article.published.basis = fabula::DateBasis::kStated;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    if (end > at)
      article.paragraphs.push_back(
          {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, {}, {}});
    at = end + 2;
  }
  return article;
}

std::vector<fabula::Article> articles_of(std::string_view text) {
  std::vector<fabula::Article> articles;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t wanted = std::min(at + kArticleBytes, text.size());
    const std::size_t end = std::min(text.find("\n\n", wanted), text.size());
    articles.push_back(article_of(text.substr(at, end - at)));
    at = std::min(end + 2, text.size());
  }
  return articles;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: times_bench TEXT_FILE\n");
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const std::vector<fabula::Article> articles = articles_of(text);
  std::vector<fabula::Segmentation> segmentations;
  segmentations.reserve(articles.size());
  for (const auto& article : articles) segmentations.push_back(fabula::segment::segment(article));
  double best = 1e9;
  std::size_t n_found = 0;
  for (int run = 0; run < 5; ++run) {
    const std::clock_t begin = std::clock();
    n_found = 0;
    for (std::size_t i = 0; i < articles.size(); ++i)
      n_found += fabula::times::find_times(articles[i], segmentations[i], {}).size();
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  const double megabytes = static_cast<double>(text.size()) / 1e6;
  std::printf("%.1f MB, %zu times, %.1f MB/s\n", megabytes, n_found, megabytes / best);
  return 0;
}
