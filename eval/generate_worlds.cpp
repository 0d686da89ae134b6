// Writes invented story worlds that `fabula build` reads, and what is known of them.
//
//   generate_worlds FOLDER [--worlds N] [--seed N] [--KNOB N]...
//
//   FOLDER/world-0001/articles.jsonl   one object a line: id, outlet, title, published (where the
//                                      article states it), language, text
//   FOLDER/world-0001/gold.json        see worlds/gold.hpp
//
// World i has the seed --seed + i - 1. Knobs are the fields of WorldOptions in world_generator.hpp,
// with dashes; shares in 1,000. Exit codes: 0, 2 wrong command line, 5 cannot write.
#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

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
};

struct Arguments {
  std::filesystem::path folder;
  WorldOptions options;
  std::uint32_t n_worlds = 1;
};

bool read_argument(std::string_view name, std::string_view text, Arguments& arguments) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
  if (error != std::errc{} || end != text.end()) return false;
  if (name == "seed") {
    arguments.options.seed = value;
    return true;
  }
  if (value > 1'000'000) return false;
  const auto small = static_cast<std::uint32_t>(value);
  if (name == "worlds") {
    arguments.n_worlds = small;
    return true;
  }
  for (const Knob& knob : kKnobs) {
    if (knob.name != name) continue;
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
