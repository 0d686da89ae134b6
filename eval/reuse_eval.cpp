// Shared passages against an exhaustive search.
//
//   reuse_eval INPUT... [--examples N]      anything `fabula build` reads
//
// A word is true when it lies in a run of at least 8 words that another article holds too, and
// found when it lies in a reported passage of its article, of any class. Words of paragraphs whose
// role is furniture are counted apart. Why words are missed: reuse_misses.hpp. Piles of up to 500
// articles: pairs, too. --examples prints missed words of the articles, each line beginning "note:
// " so that it can be kept out of what is stored.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine.hpp"
#include "exact_runs.hpp"
#include "pile_input.hpp"
#include "reuse_misses.hpp"

namespace {

using namespace fabula;

constexpr std::uint32_t kRunWords = 8;
constexpr std::uint32_t kMaxArticlesForPairs = 500;

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

void print_recall(std::string_view what, const std::vector<bool>& truth,
                  const std::vector<bool>& found, const std::vector<bool>& left_out) {
  std::size_t n_true = 0;
  std::size_t n_found = 0;
  for (std::size_t at = 0; at < truth.size(); ++at) {
    if (!truth[at] || left_out[at]) continue;
    ++n_true;
    n_found += found[at];
  }
  fmt::print("{:<28} true {:>8}  {:>5.2f} % of words  missed {:>6}  recall {:.4f}\n", what, n_true,
             100 * ratio(n_true, truth.size()), n_true - n_found, ratio(n_found, n_true));
}

// --- pairs -------------------------------------------------------------------------------------

using Pair = std::pair<std::uint32_t, std::uint32_t>;   // article, the one it shares words with
using WordsOfPair = std::map<Pair, std::vector<bool>>;  // of the first of the two

void mark_pair(WordsOfPair& words, const eval::PileText& pile, Pair pair, std::uint32_t first,
               std::uint32_t last) {
  std::vector<bool>& marks = words[pair];
  const std::uint32_t begin = pile.begins[pair.first];
  marks.resize(pile.begins[pair.first + 1] - begin);
  for (std::uint32_t at = first; at < last; ++at) marks[at - begin] = true;
}

void print_pairs(const eval::PileText& pile, const eval::EngineResult& found) {
  WordsOfPair truth;
  eval::for_each_repeated_run(pile, kRunWords, [&](std::span<const std::uint32_t> places) {
    for (const std::uint32_t x : places)
      for (const std::uint32_t y : places)
        if (pile.articles[x] != pile.articles[y])
          mark_pair(truth, pile, {pile.articles[x], pile.articles[y]}, x, x + kRunWords);
  });
  WordsOfPair reported;
  for (const ReuseLink& link : found.links)
    for (const auto& [here, there] : {std::pair(link.a, link.b), std::pair(link.b, link.a)}) {
      const auto [first, last] = eval::words_inside(pile, here);
      mark_pair(reported, pile, {here.article, there.article}, first, last);
    }
  std::size_t n_pairs_both = 0;
  std::size_t n_true = 0;
  std::size_t n_found = 0;
  std::size_t n_both = 0;
  for (const auto& [pair, marks] : truth) {
    const auto other = reported.find(pair);
    n_pairs_both += other != reported.end();
    for (std::size_t at = 0; at < marks.size(); ++at) {
      n_true += marks[at];
      n_both += marks[at] && other != reported.end() && other->second[at];
    }
  }
  for (const auto& [pair, marks] : reported)
    n_found += static_cast<std::size_t>(std::count(marks.begin(), marks.end(), true));
  const auto line = [](std::string_view what, std::size_t both, std::size_t t, std::size_t f) {
    const double recall = ratio(both, t);
    const double precision = ratio(both, f);
    fmt::print("{:<28} true {:>8}  found {:>8}  recall {:.4f}  precision {:.4f}  F1 {:.4f}\n", what,
               t, f, recall, precision, 2 * recall * precision / (recall + precision));
  };
  line("pairs", n_pairs_both / 2, truth.size() / 2, reported.size() / 2);
  line("words, by pair", n_both, n_true, n_found);
}

void print_types(const eval::EngineResult& found) {
  std::map<std::string, std::size_t> types;
  for (const ReuseLink& link : found.links) ++types[link.type];
  for (const auto& [type, n] : types) fmt::print("  {:<13} {:>8}\n", type, n);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> inputs;
  int n_examples = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--examples" && i + 1 < argc) {
      n_examples = std::atoi(argv[++i]);
    } else {
      inputs.emplace_back(argv[i]);
    }
  }
  const std::vector<AnnotatedArticle> articles = eval::read_articles(inputs);
  const auto found = eval::run_engine(articles, 2);
  if (!found || articles.empty()) return 1;
  const eval::PileText pile = eval::read_pile_text(articles);
  const eval::SharedWords shared = eval::share_words(articles, pile, kRunWords);
  const eval::FoundWords words = eval::mark_found(pile, found->links);
  const std::vector<bool> furniture = eval::furniture_words(articles, pile);
  std::vector<bool> body = furniture;
  body.flip();

  fmt::print("{} articles, {} words, {} passages, {} groups of copies\n", articles.size(),
             pile.words.size(), found->links.size(), found->copies.size());
  print_types(*found);
  if (articles.size() <= kMaxArticlesForPairs) print_pairs(pile, *found);
  print_recall("words, any article", shared.any, words.any, furniture);
  print_recall("words, an earlier one", shared.earlier, words.earlier, furniture);
  print_recall("words, another outlet", shared.other_outlet, words.any, furniture);
  print_recall("words of furniture", shared.any, words.any, body);
  eval::print_misses(articles, pile, shared, words, found->links, furniture, n_examples);
  return 0;
}
