// How far annotators agree on the exact words that are quoted: what a program can reach.
//
//   annotators_eval DIR...    DIR as for quotes_eval
//
// Articles that several people annotated. "annotators": each of two compared with the other;
// "Fabula": compared with each of them. Contents with quotation marks, as quoted_spans.hpp compares
// them; the share of equal contents among all that either has, F1.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "attributions.hpp"
#include "quoted_spans.hpp"

namespace {

using namespace fabula;
using eval::SaidSpan;
using eval::SpanCounts;

std::map<std::string, std::vector<std::filesystem::path>> annotations_of(
    const std::filesystem::path& dir) {
  std::map<std::string, std::vector<std::filesystem::path>> by_article;
  for (const auto& entry : std::filesystem::directory_iterator(dir / "attributions")) {
    const std::string stem = entry.path().stem().string();
    by_article[stem.substr(0, stem.rfind('_'))].push_back(entry.path());
  }
  std::erase_if(by_article, [](const auto& each) { return each.second.size() < 2; });
  for (auto& [name, paths] : by_article) std::sort(paths.begin(), paths.end());
  return by_article;
}

void evaluate(const std::filesystem::path& dir) {
  SpanCounts annotators;
  SpanCounts fabula;
  std::size_t n_readings = 0;
  const auto by_article = annotations_of(dir);
  for (const auto& [name, paths] : by_article) {
    const AnnotatedArticle annotated =
        eval::annotate_text(name, eval::read_file(dir / "text" / (name + ".txt")));
    const std::string_view text = annotated.article.text;
    std::vector<std::vector<SaidSpan>> readings;
    for (const auto& path : paths)
      readings.push_back(eval::quoted_spans(text, eval::read_gold(path, text)));
    n_readings += readings.size();
    const std::vector<SaidSpan> found = eval::quoted_spans(annotated);
    for (std::size_t i = 0; i < readings.size(); ++i) {
      fabula.add(readings[i], found);
      for (std::size_t k = i + 1; k < readings.size(); ++k)
        annotators.add(readings[i], readings[k]);
    }
  }
  fmt::print(
      "{} articles, {} readings: annotators {:.1f}, Fabula {:.1f} (precision {:.1f} %, recall "
      "{:.1f} %)\n",
      by_article.size(), n_readings, annotators.f1(), fabula.f1(), fabula.precision(),
      fabula.recall());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: annotators_eval DIR...\n");
    return 2;
  }
  for (int i = 1; i < argc; ++i) evaluate(argv[i]);
  return 0;
}
