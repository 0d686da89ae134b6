// Writes invented story worlds that `fabula build` reads, and what is known of them.
//
//   generate_worlds FOLDER [--worlds N] [--seed N] [--stories 0|1|2|3] [--KNOB N]...
//   generate_worlds - --lines N [--threads N] [--seed N] [--stories 0|1|2|3] [--KNOB N]...
//
//   FOLDER/world-0001/articles.jsonl   one object a line: id, outlet, title, published (where the
//                                      article states it), language, text
//   FOLDER/world-0001/gold.json        see worlds/gold.hpp
//
// The second form prints N lines of articles to standard output, world after world and nothing
// else: piles of any size in little memory (64 worlds a thread). The same lines for any number of
// threads.
//
// World i has the seed --seed + i - 1. --stories S starts from story_options of paraphrase set S,
// else from the default options. Knobs are the fields of WorldOptions in world_generator.hpp,
// with dashes; shares in 1,000. Exit codes: 0, 2 wrong command line, 5 cannot write.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"
#include "world_generator.hpp"
#include "worlds/gold.hpp"

namespace {

using namespace fabula;
using worlds::WorldOptions;

struct Knob {
  std::string_view name;
  std::uint32_t WorldOptions::* field;
};
constexpr Knob kKnobs[] = {
    {"articles", &WorldOptions::n_articles},
    {"events", &WorldOptions::n_events},
    {"outlets", &WorldOptions::n_outlets},
    {"paraphrase-set", &WorldOptions::paraphrase_set},
    {"hidden", &WorldOptions::hidden},
    {"previews", &WorldOptions::previews},
    {"retrospectives", &WorldOptions::retrospectives},
    {"profiles", &WorldOptions::profiles},
    {"copies", &WorldOptions::copies},
    {"wrong-ages", &WorldOptions::wrong_ages},
    {"wrong-weekdays", &WorldOptions::wrong_weekdays},
    {"wrong-stated", &WorldOptions::wrong_stated},
    {"republished", &WorldOptions::republished},
    {"namesakes", &WorldOptions::namesakes},
    {"story", &WorldOptions::story},
    {"conflicts", &WorldOptions::conflicts},
    {"corrections", &WorldOptions::corrections},
    {"traps", &WorldOptions::traps},
    {"comments", &WorldOptions::comments},
    {"wide-names", &WorldOptions::wide_names},
};

struct Arguments {
  std::filesystem::path folder;
  WorldOptions options;
  std::uint32_t n_worlds = 1;
  std::uint64_t n_lines = 0;  // 0: folders
  std::uint32_t n_threads = 1;
};

bool read_argument(std::string_view name, std::string_view text, Arguments& arguments) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
  if (error != std::errc{} || end != text.end()) return false;
  if (name == "seed") {
    arguments.options.seed = value;
    return true;
  }
  if (name == "lines") {
    arguments.n_lines = value;
    return true;
  }
  if (value > 1'000'000) return false;
  const auto small = static_cast<std::uint32_t>(value);
  if (name == "worlds") {
    arguments.n_worlds = small;
    return true;
  }
  if (name == "threads") {
    arguments.n_threads = std::max(small, 1U);
    return true;
  }
  if (name == "stories") {  // before other knobs
    arguments.options = worlds::story_options(arguments.options.seed, small);
    return small < worlds::kParaphraseSets;
  }
  for (const Knob& knob : kKnobs) {
    if (knob.name != name) continue;
    if (name == "paraphrase-set" && small >= worlds::kParaphraseSets) return false;
    arguments.options.*knob.field = small;
    return true;
  }
  return false;
}

bool write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return false;
  const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && is_written;
}

// The worlds of a round are made side by side, then printed in order.
bool print_lines(const Arguments& arguments) {
  constexpr std::size_t kWorldsOfThread = 64;
  const Context context{arguments.n_threads, {}, nullptr};
  std::vector<std::string> worlds(kWorldsOfThread * arguments.n_threads);
  std::uint64_t seed = arguments.options.seed;
  for (std::uint64_t left = arguments.n_lines; left > 0;) {
    parallel_for(context, worlds.size(), [&](std::size_t i) {
      WorldOptions options = arguments.options;
      options.seed = seed + i;
      worlds[i] = worlds::articles_as_json_lines(worlds::make_world(options));
    });
    seed += worlds.size();
    for (const std::string& lines : worlds) {
      std::size_t end = 0;
      for (; left > 0 && end < lines.size(); --left) end = lines.find('\n', end) + 1;
      if (std::fwrite(lines.data(), 1, end, stdout) != end) return false;
    }
  }
  return std::fflush(stdout) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  Arguments arguments;
  if (argc > 1) arguments.folder = argv[1];
  for (int i = 2; i < argc; i += 2) {
    const std::string_view name = argv[i];
    if (name.starts_with("--") && i + 1 < argc &&
        read_argument(name.substr(2), argv[i + 1], arguments))
      continue;
    fmt::print(stderr, "generate_worlds: cannot use '{}'; see the head of generate_worlds.cpp\n",
               name);
    return 2;
  }
  if (arguments.folder == "-" && arguments.n_lines > 0) {
    if (print_lines(arguments)) return 0;
    fmt::print(stderr, "generate_worlds: cannot write\n");
    return 5;
  }
  if (arguments.folder.empty() || arguments.folder.native().starts_with("-")) {
    fmt::print(stderr, "generate_worlds: names no folder; see the head of generate_worlds.cpp\n");
    return 2;
  }
  for (std::uint32_t i = 1; i <= arguments.n_worlds; ++i, ++arguments.options.seed) {
    const worlds::World world = worlds::make_world(arguments.options);
    const std::filesystem::path folder = arguments.folder / fmt::format("world-{:04}", i);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (write_file(folder / "articles.jsonl", worlds::articles_as_json_lines(world)) &&
        write_file(folder / "gold.json", worlds::gold_as_json(world, arguments.options)))
      continue;
    fmt::print(stderr, "generate_worlds: cannot write in '{}'\n", folder.native());
    return 5;
  }
  return 0;
}
