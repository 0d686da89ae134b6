// Speed of names and quotations as the pile, and as one article, grows; what their tables hold.
//
//   quotes_bench INPUT... [--rounds 3]     any input of `fabula build`
//
// One thread, processor time, best of the rounds. "tables" is by how much the process grew when
// the first article was read: word tables and the weights of what a cue says. The piles are every
// fourth article, every second one, all; "one article" is the text of the first ones put together,
// so a cost that grows faster than its length shows as MB/s that fall.
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/pile.hpp"
#include "names/names.hpp"
#include "pile_input.hpp"
#include "quotes/quotes.hpp"
#include "segment/segment.hpp"

namespace {

using namespace fabula;

constexpr double kMega = 1e6;
constexpr std::size_t kArticleBytes = std::size_t{2} << 20;  // of the longest one, at most

double resident_megabytes() {
  std::ifstream in("/proc/self/statm");
  std::size_t n_all = 0;
  std::size_t n_resident = 0;
  in >> n_all >> n_resident;
  return static_cast<double>(n_resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / kMega;
}

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

double seconds_of(const std::function<void()>& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

void print_tables() {
  AnnotatedArticle first;
  first.article.text = "“We waited,” Ana Lopes of Marl said. She told reporters that it was late.";
  first.article.language = "en";
  first.article.paragraphs.push_back(
      {{0, static_cast<std::uint32_t>(first.article.text.size())}, Role::kBody, "bench"});
  first.segmentation = segment::segment(first.article);
  const double before = resident_megabytes();
  first.names = names::find_names(first.article, first.segmentation);
  first.quotes = quotes::find_quotes(first.article, first.segmentation, first.names);
  fmt::print("tables and weights {:.1f} MB, {} quotations in the first article\n",
             resident_megabytes() - before, first.quotes.size());
}

struct Cost {
  double segment = std::numeric_limits<double>::max();
  double names = segment;
  double quotes = segment;
};

void measure(std::string_view what, std::vector<AnnotatedArticle>& pile, int rounds) {
  std::size_t n_bytes = 0;
  Cost best;
  for (int round = 0; round < rounds; ++round) {
    Cost cost{0, 0, 0};
    n_bytes = 0;
    for (AnnotatedArticle& one : pile) {
      n_bytes += one.article.text.size();
      cost.segment += seconds_of([&] { one.segmentation = segment::segment(one.article); });
      cost.names +=
          seconds_of([&] { one.names = names::find_names(one.article, one.segmentation); });
      cost.quotes += seconds_of(
          [&] { one.quotes = quotes::find_quotes(one.article, one.segmentation, one.names); });
    }
    best.segment = std::min(best.segment, cost.segment);
    best.names = std::min(best.names, cost.names);
    best.quotes = std::min(best.quotes, cost.quotes);
  }
  std::size_t n_quotes = 0;
  std::size_t n_speakers = 0;
  for (const AnnotatedArticle& one : pile) {
    n_quotes += one.quotes.size();
    n_speakers += static_cast<std::size_t>(
        std::count_if(one.quotes.begin(), one.quotes.end(),
                      [](const Quote& quote) { return quote.speaker.has_value(); }));
  }
  const double megabytes = static_cast<double>(n_bytes) / kMega;
  const auto speed = [&](double seconds) { return megabytes / std::max(seconds, 1e-6); };
  fmt::print(
      "{:<12} {:>6} articles {:>7.2f} MB   segment {:>6.1f}  names {:>6.1f}  quotes {:>6.1f}  "
      "names+quotes {:>6.1f}  all {:>6.1f} MB/s   {:>7} quotations, {:>7} with a speaker   "
      "peak {} MB\n",
      what, pile.size(), megabytes, speed(best.segment), speed(best.names), speed(best.quotes),
      speed(best.names + best.quotes), speed(best.segment + best.names + best.quotes), n_quotes,
      n_speakers, peak_megabytes());
}

std::vector<AnnotatedArticle> every(const std::vector<AnnotatedArticle>& pile, std::size_t step) {
  std::vector<AnnotatedArticle> some;
  for (std::size_t i = 0; i < pile.size(); i += step) some.push_back(pile[i]);
  return some;
}

// The body paragraphs of the pile, from its first article on, as one article of `n_bytes` at most.
std::vector<AnnotatedArticle> joined(const std::vector<AnnotatedArticle>& pile,
                                     std::size_t n_bytes) {
  std::vector<AnnotatedArticle> one(1);
  Article& article = one.front().article;
  article.language = "en";
  for (const AnnotatedArticle& each : pile)
    for (const Paragraph& paragraph : each.article.paragraphs) {
      if (paragraph.role != Role::kBody) continue;
      const std::string_view words = words_of(each.article.text, paragraph.range);
      if (article.text.size() + words.size() > n_bytes) return one;
      const auto begin = static_cast<std::uint32_t>(article.text.size());
      article.text += words;
      article.paragraphs.push_back(
          {{begin, static_cast<std::uint32_t>(article.text.size())}, Role::kBody, "bench"});
      article.text += "\n\n";
    }
  return one;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> inputs;
  int rounds = 3;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--rounds" && i + 1 < argc)
      rounds = std::max(1, std::atoi(argv[++i]));
    else
      inputs.push_back(word);
  }
  if (inputs.empty()) {
    std::fputs("usage: quotes_bench INPUT... [--rounds 3]\n", stderr);
    return 2;
  }
  print_tables();
  std::vector<AnnotatedArticle> pile = eval::read_articles(inputs);
  if (pile.empty()) {
    std::fputs("quotes_bench: nothing to read\n", stderr);
    return 1;
  }
  for (const std::size_t step : {4U, 2U}) {
    std::vector<AnnotatedArticle> some = every(pile, step);
    measure(step == 4 ? "pile, 1/4" : "pile, 1/2", some, rounds);
  }
  measure("pile", pile, rounds);
  const std::size_t longest = joined(pile, kArticleBytes).front().article.text.size();
  for (const std::size_t share : {4U, 2U, 1U}) {
    std::vector<AnnotatedArticle> one = joined(pile, longest / share);
    measure("one article", one, rounds);
  }
  return 0;
}
