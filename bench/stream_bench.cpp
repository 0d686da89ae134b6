// How fast are articles assigned to stories as they come in?
//
//   stream_bench PILE...        files that `fabula build` reads
//
// Articles are read and annotated first, which is not timed. Prints, for a quarter, half and all of
// the pile, articles a second of counting the terms of each and of assigning it, on one thread, how
// many stories there are, and the memory of both.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/context.hpp"
#include "pile_input.hpp"
#include "pipeline/annotate.hpp"
#include "story/stream.hpp"
#include "story/terms.hpp"

namespace {

using namespace fabula;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

void run(std::string_view name, std::span<const AnnotatedArticle> articles) {
  const long before = peak_megabytes();
  story::StoryStream stream;
  double counting = 0;
  double assigning = 0;
  for (const AnnotatedArticle& article : articles) {
    const auto began = Clock::now();
    const std::vector<story::CountedTerm> terms = story::count_terms(article);
    counting += seconds_since(began);
    const auto counted = Clock::now();
    static_cast<void>(stream.assign(terms));
    assigning += seconds_since(counted);
  }
  const auto n = static_cast<double>(articles.size());
  fmt::print(
      "{:10} {:8} articles {:8} stories   terms {:7.0f}   stories {:7.0f}   both {:7.0f} articles "
      "a "
      "second   peak {} -> {} MB\n",
      name, articles.size(), stream.n_stories(), n / counting, n / assigning,
      n / (counting + assigning), before, peak_megabytes());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: stream_bench PILE...\n");
    return 2;
  }
  std::vector<AnnotatedArticle> articles = eval::read_articles({argv + 1, argv + argc});
  const Context context{std::max(1U, std::thread::hardware_concurrency()), {}, nullptr};
  parallel_for(context, articles.size(), [&](std::size_t i) {
    articles[i] = pipeline::annotate(std::move(articles[i].article));
  });
  run("pile, 1/4", std::span(articles).first(articles.size() / 4));
  run("pile, 1/2", std::span(articles).first(articles.size() / 2));
  run("pile", articles);
}
