// Quality and cost of the letter tier on generated text whose copies are known.
//
//   letters_bench [--texts N] [--words N] [--shortest N] [--longest N] [--permille N]
//                 [--threads N] [--seed N]
//
// For 1, 3 and 6 % wrong letters in every text (and a sixth of that lost or added): the share of
// copied words found, of spans that are right, of their words that are right; text read a second of
// processor time (the smallest of three runs), and the peak memory of the process.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "reuse/letters.hpp"
#include "reuse/letters_test_pile.hpp"

namespace {

using namespace fabula;
using namespace fabula::reuse;

double percent(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 100.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

double seconds_of(const auto& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void report(const char* what, const LabelledPile& pile, const std::vector<LetterPassage>& found,
            double seconds, std::size_t n_bytes) {
  const LetterScore score = score_letters(pile, found);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print(
      "  {:<8} words found {:6.2f} %   spans {:>8}, right {:6.2f} %   their words right {:6.2f} %"
      "   {:6.1f} MB/s/core   peak {} MB\n",
      what, percent(score.found_words, score.copied_words), score.spans,
      percent(score.right_spans, score.spans), percent(score.right_words, score.span_words),
      static_cast<double>(n_bytes) / 1e6 / seconds, usage.ru_maxrss / 1024);
}

void measure(unsigned seed, const NoisyPileShape& shape, unsigned threads) {
  const LabelledPile pile = NoisyPileMaker(seed, shape).make();
  const std::vector<LetterText> texts = views_of(pile);
  std::size_t n_bytes = 0;
  for (const LetterText& text : texts) n_bytes += text.text.size();
  fmt::print("{} % wrong letters, {} texts, {:.1f} MB\n", shape.wrong_permille / 10, texts.size(),
             static_cast<double>(n_bytes) / 1e6);
  const Context context{.threads = threads, .stop = {}};
  std::vector<LetterPassage> found;
  double best = std::numeric_limits<double>::max();
  for (int round = 0; round < 3; ++round)
    best = std::min(best, seconds_of([&] { found = *find_letter_passages(texts, {}, context); }));
  report("search", pile, found, best, n_bytes);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const CopiedStretch& copy : pile.copies) pairs.emplace_back(copy.from, copy.to);
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  best = seconds_of([&] { found = *compare_letters(texts, pairs, {}, context); });
  report("pairs", pile, found, best, n_bytes);
}

}  // namespace

int main(int argc, char** argv) {
  NoisyPileShape shape{.n_texts = 8000};
  unsigned threads = 1;
  unsigned seed = 1;
  std::vector<std::uint32_t> rates{10, 30, 60};
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string word = argv[i];
    const auto number = static_cast<std::uint32_t>(std::stoul(argv[i + 1]));
    if (word == "--texts") shape.n_texts = number;
    if (word == "--words") shape.words_per_text = number;
    if (word == "--shortest") shape.shortest_copy = number;
    if (word == "--longest") shape.longest_copy = number;
    if (word == "--permille") rates = {number};
    if (word == "--threads") threads = number;
    if (word == "--seed") seed = number;
  }
  for (const std::uint32_t rate : rates) {
    shape.wrong_permille = rate;
    measure(seed, shape, threads);
  }
}
