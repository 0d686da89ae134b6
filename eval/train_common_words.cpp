// How common words are in the news: writes src/text/common_words_table.inc.
//
//   train_common_words FILE... > src/text/common_words_table.inc
//
// The table was counted in news of US politics, 2012 to 2020, every ninth article left out: those
// are the noise of clusters_eval. Inputs as for `fabula build`. A word in small letters is taken by
// its stem when at least 30 of 10,000 articles hold it; the number behind it says how many do.
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "names/names.hpp"
#include "pile_input.hpp"
#include "segment/segment.hpp"
#include "story/terms.hpp"

int main(int argc, char** argv) {
  using namespace fabula;
  if (argc < 2) {
    std::fprintf(stderr, "usage: train_common_words FILE...\n");
    return 2;
  }
  std::vector<AnnotatedArticle> articles =
      eval::read_articles(std::vector<std::string>(argv + 1, argv + argc));
  std::map<std::string, std::size_t> n_holders;
  for (AnnotatedArticle& article : articles) {
    article.segmentation = segment::segment(article.article);
    article.names = names::find_names(article.article, article.segmentation);
    for (const std::string& stem : story::small_stems(article)) ++n_holders[stem];
  }
  constexpr std::size_t kLeast = 30;
  fmt::print(
      "// Stems of common words, each with the number of 10,000 news articles that hold it. "
      "Counted\n"
      "// in {} articles by eval/train_common_words.cpp.\n",
      articles.size());
  std::string row;
  const auto flush = [&] {
    if (!row.empty()) fmt::print("\"{}\"\n", row);
    row.clear();
  };
  for (const auto& [stem, n] : n_holders) {
    const std::size_t share = (n * 10000 + articles.size() / 2) / articles.size();
    if (share < kLeast || stem.find_first_of("\"\\") != std::string::npos || stem[0] < 'a' ||
        stem[0] > 'z')
      continue;
    const std::string item = fmt::format("{} {} ", stem, share);
    if (row.size() + item.size() > 96) flush();
    row += item;
  }
  flush();
  return 0;
}
