// Speed of words, marks and sentences.
//
//   segment_bench [FILE...]     plain texts, each line a paragraph; without files an invented text
//
// Prints, for each step, the best of five runs over all texts, one thread.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.hpp"
#include "segment/marks.hpp"
#include "segment/segment.hpp"
#include "text/utf8.hpp"

namespace fabula {
namespace {

constexpr std::string_view kInvented =
    "Lena Voss left the studio with Theo Marsh on Tuesday, Sept. 3, and didn’t look back.\n"
    "“We tried for years,” she told The Ledger. “Nobody came, and the label – our label – closed.\n"
    "“I want to be clear: it was 'over' in 2019,” said Voss, 38, of Ardmore.\n"
    "The 2,500 fans at the U.S. premiere, most of them from Bright Co., stayed until 9 p.m. and "
    "asked: \"Is this a joke?\"\n";
constexpr std::size_t kInventedBytes = 8U << 20;
constexpr std::size_t kInventedArticleBytes = 5000;

Article article_of(std::string text) {
  Article article;
  article.text = text::to_valid_utf8(text);
  const std::string_view all = article.text;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = text::trim(all.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    const auto at = static_cast<std::uint32_t>(line.data() - all.data());
    article.paragraphs.push_back(
        {{at, at + static_cast<std::uint32_t>(line.size())}, Role::kBody, "bench"});
  }
  return article;
}

std::vector<Article> invented_articles() {
  std::string text;
  while (text.size() < kInventedArticleBytes) text += kInvented;
  return std::vector<Article>(kInventedBytes / text.size(), article_of(text));
}

void measure(const char* what, const std::vector<Article>& articles,
             const std::function<std::size_t(const Article&)>& work) {
  double best_seconds = 1e9;
  std::size_t n_records = 0;
  std::size_t n_bytes = 0;
  for (int run = 0; run < 5; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    n_records = n_bytes = 0;
    for (const Article& article : articles) {
      n_records += work(article);
      n_bytes += article.text.size();
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    best_seconds = std::min(best_seconds, taken.count());
  }
  std::printf("%-10s %8.1f MB/s  %10zu records of %.1f MB\n", what,
              static_cast<double>(n_bytes) / 1e6 / best_seconds, n_records,
              static_cast<double>(n_bytes) / 1e6);
}

}  // namespace
}  // namespace fabula

int main(int argc, char** argv) {
  using namespace fabula;
  std::vector<Article> articles;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    articles.push_back(
        article_of({std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}));
  }
  if (articles.empty()) articles = invented_articles();
  measure("words", articles,
          [](const Article& article) { return segment::split_words(article.text).size(); });
  measure("marks", articles,
          [](const Article& article) { return segment::pair_quotation_marks(article).size(); });
  measure("all", articles,
          [](const Article& article) { return segment::segment(article).sentences.size(); });
  return 0;
}
