// Stories of a pile with the stories marked.
//
//   clusters_eval CLUSTERS.jsonl [--noise PILE.jsonl.zst] [--stream] [--errors]
//
// A record is an article: `text` (one sentence a line), `topic`, `cluster`. Scored by BCubed (Bagga
// and Baldwin 1998) over the marked articles. With --noise 2,000 articles of another pile lie among
// them, not scored but for what they pull in: a story's noise counts against its precision.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/temporary_folder.hpp"
#include "noise.hpp"
#include "pile_input.hpp"
#include "pipeline/annotate.hpp"
#include "pipeline/work_out.hpp"
#include "story/stream.hpp"
#include "story/terms.hpp"

namespace {

using namespace fabula;
using nlohmann::json;

struct Marked {
  std::string cluster;
  std::string topic;
};

struct Score {
  double precision = 0, recall = 0;
  std::size_t n = 0;
  void print(const char* what) const {
    const double p = precision / static_cast<double>(std::max<std::size_t>(n, 1));
    const double r = recall / static_cast<double>(std::max<std::size_t>(n, 1));
    fmt::print("{:12} {:4} articles  BCubed precision {:.3f}  recall {:.3f}  F1 {:.3f}\n", what, n,
               p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
  }
};

std::vector<std::vector<std::uint32_t>> stream(const Pile& pile) {
  std::vector<std::uint32_t> order(pile.articles.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t a) {
    return std::string_view(pile.articles[a].article.sha256);
  });
  story::StoryStream stories;
  std::vector<std::vector<std::uint32_t>> out;
  for (const std::uint32_t a : order) {
    const story::Assignment assigned = stories.assign(story::count_terms(pile.articles[a]));
    if (assigned.is_new) out.emplace_back();
    out[assigned.story].push_back(a);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr,
                 "usage: clusters_eval CLUSTERS.jsonl [--noise PILE] [--stream] [--errors]\n");
    return 2;
  }
  std::string noise;
  bool prints = false;
  bool is_stream = false;
  for (int i = 2; i < argc; ++i) {
    if (std::strcmp(argv[i], "--errors") == 0) prints = true;
    if (std::strcmp(argv[i], "--stream") == 0) is_stream = true;
    if (std::strcmp(argv[i], "--noise") == 0 && i + 1 < argc) noise = argv[++i];
  }
  const TemporaryFolder folder;
  const std::filesystem::path file = folder / "pile.jsonl";
  std::map<std::string, Marked> gold;  // by address
  {
    std::ofstream out(file, std::ios::binary);
    std::ifstream lines(argv[1], std::ios::binary);
    for (std::string line; std::getline(lines, line);) {
      const json record = json::parse(line, nullptr, false);
      if (record.is_discarded()) continue;
      std::string text = record.value("text", "");
      // One sentence a line: a paragraph each.
      for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.insert(at, "\n");
      const std::string address = "http://pile.invalid/" + record.value("id", "");
      gold[address] = {record.value("cluster", ""), record.value("topic", "")};
      out << json{{"id", record["id"]}, {"url", address}, {"text", text}}.dump() << '\n';
    }
    constexpr std::size_t kNoise = 2000;
    if (!noise.empty()) eval::write_noise(noise, kNoise, out);
  }
  Pile pile;
  pile.articles = eval::read_articles({file.string()});
  const Context context{std::max(1U, std::thread::hardware_concurrency()), {}, nullptr};
  parallel_for(context, pile.articles.size(), [&](std::size_t i) {
    pile.articles[i] = pipeline::annotate(std::move(pile.articles[i].article));
  });
  std::vector<std::vector<std::uint32_t>> stories;
  if (is_stream) {
    stories = stream(pile);
  } else {
    if (!pipeline::work_out(pile, {}, context, {})) return 1;
    for (const Story& story : pile.stories) {
      std::vector<std::uint32_t>& members = stories.emplace_back();
      for (const Membership& member : story.members) members.push_back(member.article);
    }
  }
  std::map<std::string, std::size_t> size_of;
  for (const auto& [address, marked] : gold) ++size_of[marked.cluster];
  // Topics of even and of odd numbers apart: what is tuned on one half is measured on the other.
  Score all;
  Score even;
  Score odd;
  std::size_t n_stories = 0;
  for (const std::vector<std::uint32_t>& story : stories) {
    std::map<std::string, std::size_t> in_story;
    for (const std::uint32_t member : story)
      if (const auto found = gold.find(pile.articles[member].article.url); found != gold.end())
        ++in_story[found->second.cluster];
    n_stories += !in_story.empty();
    for (const std::uint32_t member : story) {
      const auto found = gold.find(pile.articles[member].article.url);
      if (found == gold.end()) continue;
      const auto same = static_cast<double>(in_story[found->second.cluster]);
      const double precision = same / static_cast<double>(story.size());
      const double recall = same / static_cast<double>(size_of[found->second.cluster]);
      const bool is_even = std::stoi(found->second.topic) % 2 == 0;
      for (Score* score : {&all, is_even ? &even : &odd}) {
        score->precision += precision;
        score->recall += recall;
        ++score->n;
      }
    }
    if (prints && in_story.size() > 1) {
      fmt::print("mixed:");
      for (const auto& [cluster, n] : in_story) fmt::print("  {} {}", cluster, n);
      fmt::print("\n");
    }
  }
  fmt::print("{} stories hold marked articles, of {} marked\n", n_stories, size_of.size());
  even.print("even topics");
  odd.print("odd topics");
  all.print("all");
}
