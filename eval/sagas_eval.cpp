// Stories that run for months: the collections of timelines_eval, whose articles are all of one
// saga each (an outbreak, an oil spill), told by several outlets.
//
//   sagas_eval TIMELINES [--noise PILE.jsonl.zst]
//
// A collection's saga is its name up to the first underscore. First all collections are one pile,
// then each is a pile of its own. Only the grouping is run; copies are not looked for. Scored by
// BCubed (Bagga and Baldwin 1998) over the sagas' articles. With --noise 2,000 articles of another
// pile lie among those of all collections, and the largest story of that pile alone is printed: it
// is about many matters of one field, and no saga.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "base/temporary_folder.hpp"
#include "noise.hpp"
#include "pile_input.hpp"
#include "pipeline/annotate.hpp"
#include "printed_text.hpp"
#include "story/stories.hpp"

namespace {

using namespace fabula;
using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::size_t kNoise = 2000;

void write_collection(const fs::path& collection, std::ostream& out) {
  std::ifstream in(collection / "articles.json", std::ios::binary);
  const std::string name = collection.filename().string();
  for (const json& article : json::parse(in)) {
    const json& uid = article["uid"];
    const std::string id = name + "/" + (uid.is_string() ? uid.get<std::string>() : uid.dump());
    out << json{{"id", id},
                {"url", "http://pile.invalid/" + id},
                {"published", article["dct"].get<std::string>().substr(0, 10)},
                {"text", eval::printed(article["text"].get<std::string>())}}
               .dump()
        << '\n';
  }
}

Pile grouped(const fs::path& file) {
  const Context context{std::max(1U, std::thread::hardware_concurrency()), {}, nullptr};
  Pile pile;
  pile.articles = eval::read_articles({file.string()});
  parallel_for(context, pile.articles.size(), [&](std::size_t i) {
    pile.articles[i] = pipeline::annotate(std::move(pile.articles[i].article));
  });
  pile.stories =
      story::group_articles(pile, story::weigh_terms(pile.articles, context), context).stories;
  return pile;
}

// The saga of an address; empty for noise.
std::string saga_of(const std::string& address) {
  const std::string start = "http://pile.invalid/";
  return address.starts_with(start) ? address.substr(start.size(), address.find('_') - start.size())
                                    : "";
}

void score(const std::string& what, const Pile& pile) {
  std::map<std::string, std::size_t> size_of;
  for (const AnnotatedArticle& a : pile.articles) ++size_of[saga_of(a.article.url)];
  double precision = 0;
  double recall = 0;
  std::size_t n = 0;
  for (const Story& story : pile.stories) {
    std::map<std::string, std::size_t> in_story;
    for (const Membership& member : story.members)
      ++in_story[saga_of(pile.articles[member.article].article.url)];
    for (const auto& [saga, count] : in_story) {
      if (saga.empty()) continue;
      const auto same = static_cast<double>(count);
      precision += same * same / static_cast<double>(story.members.size());
      recall += same * same / static_cast<double>(size_of[saga]);
      n += count;
    }
  }
  precision /= static_cast<double>(std::max<std::size_t>(n, 1));
  recall /= static_cast<double>(std::max<std::size_t>(n, 1));
  fmt::print(
      "{:24} {:5} articles  {:5} stories  BCubed precision {:.3f}  recall {:.3f}  F1 {:.3f}"
      "  largest",
      what, n, pile.stories.size(), precision, recall,
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0);
  for (std::size_t i = 0; i < std::min<std::size_t>(3, pile.stories.size()); ++i)
    fmt::print(" {}", pile.stories[i].members.size());
  fmt::print("\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: sagas_eval TIMELINES [--noise PILE]\n");
    return 2;
  }
  std::vector<fs::path> collections;
  for (const auto& entry : fs::directory_iterator(argv[1]))
    if (fs::exists(entry.path() / "articles.json")) collections.push_back(entry.path());
  std::ranges::sort(collections);
  const TemporaryFolder folder;
  const fs::path all = folder / "all.jsonl";
  {
    std::ofstream out(all, std::ios::binary);
    for (const fs::path& collection : collections) write_collection(collection, out);
  }
  score("all", grouped(all));
  for (const fs::path& collection : collections) {
    const fs::path one = folder / "one.jsonl";
    {
      std::ofstream out(one, std::ios::binary);
      write_collection(collection, out);
    }
    score(collection.filename().string(), grouped(one));
  }
  if (argc < 4 || std::strcmp(argv[2], "--noise") != 0) return 0;
  {
    std::ofstream out(all, std::ios::binary | std::ios::app);
    eval::write_noise(argv[3], kNoise, out);
  }
  score("all among others", grouped(all));
  {
    std::ofstream out(all, std::ios::binary);
    eval::write_noise(argv[3], kNoise, out);
  }
  score("the others alone", grouped(all));
}
