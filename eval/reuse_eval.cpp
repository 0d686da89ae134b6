// Shared passages against an exhaustive check, on a pile of plain texts or one CSV file.
//
//   reuse_eval FILE.csv            columns id, publisher, ..., text
//   reuse_eval A.txt B.txt ...
//
// Prints, for exact runs of at least 8 words: pairs found and missed, and words of either side of a
// pair inside runs that are, and are not, inside a reported passage.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "../tests/reference/shared_runs.hpp"
#include "reuse/reuse.hpp"

namespace {

using namespace fabula;

constexpr std::size_t kRunWords = 8;

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Rows of RFC 4180 text.
std::vector<std::vector<std::string>> parse_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
      rows.back().back() += text[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\n') {
      rows.emplace_back(1);
    } else {
      rows.back().back() += c;
    }
  }
  return rows;
}

AnnotatedArticle make_article(std::string id, std::string outlet, std::string text) {
  AnnotatedArticle made;
  made.article.sources = {id};
  made.article.id = std::move(id);
  made.article.outlet = std::move(outlet);
  made.article.text = std::move(text);
  return made;
}

std::vector<AnnotatedArticle> read_pile(const std::vector<std::string>& paths) {
  std::vector<AnnotatedArticle> pile;
  for (const std::string& path : paths) {
    if (!path.ends_with(".csv")) {
      pile.push_back(make_article(path, {}, read_file(path)));
      continue;
    }
    const auto rows = parse_csv(read_file(path));
    for (std::size_t i = 1; i < rows.size(); ++i)
      if (rows[i].size() > 2) pile.push_back(make_article(rows[i][0], rows[i][1], rows[i].back()));
  }
  return pile;
}

struct Counts {
  std::size_t pairs_true = 0, pairs_found = 0, pairs_both = 0;
  std::size_t words_true = 0, words_found = 0, words_both = 0;
  std::size_t any_true = 0, any_both = 0;          // words that any other article shares
  std::size_t earlier_true = 0, earlier_both = 0;  // words that an earlier article shares
};

struct SplitPile {
  std::vector<std::vector<reference::PlacedWord>> words;
  std::vector<reference::RunIndex> runs;
};

using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::vector<bool> inside(const std::vector<reference::PlacedWord>& words,
                         const std::vector<Range>& ranges) {
  std::vector<bool> in(words.size(), false);
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const Range range : ranges) in[i] = in[i] || range.contains(words[i].range);
  return in;
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void print(const Counts& c) {
  const auto line = [](std::string_view what, std::size_t both, std::size_t truth,
                       std::size_t found) {
    const double recall = ratio(both, truth);
    const double precision = ratio(both, found);
    fmt::print("{:<22} true {:>7} found {:>7}  recall {:.4f}  precision {:.4f}  F1 {:.4f}\n", what,
               truth, found, recall, precision, 2 * recall * precision / (recall + precision));
  };
  line("pairs", c.pairs_both, c.pairs_true, c.pairs_found);
  line("words, by pair", c.words_both, c.words_true, c.words_found);
  const auto recall = [](std::string_view what, std::size_t both, std::size_t truth) {
    fmt::print("{:<22} true {:>7}                recall {:.4f}\n", what, truth, ratio(both, truth));
  };
  recall("words, any article", c.any_both, c.any_true);
  recall("words, an earlier one", c.earlier_both, c.earlier_true);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<AnnotatedArticle> articles = read_pile({argv + 1, argv + argc});
  const auto found = reuse::find_reuse(articles, {}, {.threads = 2, .stop = {}});
  if (!found) return 1;

  SplitPile pile;
  for (const auto& annotated : articles) {
    pile.words.push_back(reference::split(annotated.article.text));
    pile.runs.push_back(reference::index_runs(pile.words.back(), kRunWords));
  }
  // For each article of each pair, the ranges reported.
  std::map<Pair, std::vector<Range>> reported;
  std::map<std::string, std::size_t> types;
  for (const ReuseLink& link : found->links) {
    ++types[link.type];
    reported[{link.a.article, link.b.article}].push_back(link.a.range);
    reported[{link.b.article, link.a.article}].push_back(link.b.range);
  }

  Counts counts;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    const std::size_t n = pile.words[i].size();
    std::vector<bool> any_true(n, false);
    std::vector<bool> any_found(n, false);
    std::vector<bool> earlier_true(n, false);
    std::vector<bool> earlier_found(n, false);
    for (std::uint32_t j = 0; j < articles.size(); ++j) {
      if (i == j) continue;
      const auto truth = reference::covered_words(pile.runs[i], n, pile.runs[j], kRunWords);
      const auto in = inside(pile.words[i], reported[{i, j}]);
      bool is_pair = false;
      for (std::size_t w = 0; w < n; ++w) {
        is_pair = is_pair || truth[w];
        any_true[w] = any_true[w] || truth[w];
        any_found[w] = any_found[w] || in[w];
        if (articles[j].article.id < articles[i].article.id) {  // none has a date
          earlier_true[w] = earlier_true[w] || truth[w];
          earlier_found[w] = earlier_found[w] || in[w];
        }
        counts.words_true += truth[w];
        counts.words_found += in[w];
        counts.words_both += truth[w] && in[w];
      }
      if (i > j) continue;
      const bool is_found = !reported[{i, j}].empty();
      counts.pairs_true += is_pair;
      counts.pairs_found += is_found;
      counts.pairs_both += is_pair && is_found;
    }
    for (std::size_t w = 0; w < n; ++w) {
      counts.any_true += any_true[w];
      counts.any_both += any_true[w] && any_found[w];
      counts.earlier_true += earlier_true[w];
      counts.earlier_both += earlier_true[w] && earlier_found[w];
    }
  }
  fmt::print("{} articles, {} passages, {} groups of copies\n", articles.size(),
             found->links.size(), found->copies.size());
  for (const auto& [type, n] : types) fmt::print("  {:<10} {:>6}\n", type, n);
  print(counts);
  return 0;
}
