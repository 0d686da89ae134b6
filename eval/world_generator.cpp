#include "world_generator.hpp"

#include <array>

#include "news/random.hpp"
#include "worlds/cast.hpp"
#include "worlds/figures.hpp"
#include "worlds/pile.hpp"
#include "worlds/plot.hpp"

namespace fabula::worlds {
namespace {

// The stream of the random numbers the world is made of; those of articles are in worlds/pile.cpp.
constexpr std::uint64_t kOfWorld = 0x307d;
constexpr std::uint64_t kOfNamesake = 0x4a3e;

}  // namespace

std::string_view name_of(Kind kind) {
  constexpr std::array<std::string_view, 7> kNames{
      "report", "preview", "retrospective", "profile", "copy", "republished", "namesake"};
  return kNames[static_cast<std::size_t>(kind)];
}

WorldOptions story_options(std::uint64_t seed, std::uint32_t paraphrase_set) {
  return {.seed = seed,
          .n_articles = 40,
          .paraphrase_set = paraphrase_set,
          .hidden = 0,
          .wrong_ages = 0,
          .wrong_weekdays = 0,
          .wrong_stated = 0,
          .republished = 0,
          .story = 1,
          .conflicts = 100,
          .corrections = 300,
          .traps = 500,
          .comments = 400,
          .wide_names = 1};
}

World make_world(const WorldOptions& options) {
  news::Random random(options.seed, kOfWorld);
  World world;
  world.setting.plot = static_cast<Plot>(random.below(4));
  const std::uint32_t n_events = random.between(5, 40);
  const std::uint32_t n_outlets = random.between(3, 12);
  const bool has_namesake = news::Random(options.seed, kOfNamesake).permille(options.namesakes);
  const Day first_day = draw_first_day(random);
  make_setting(world, options.wide_names != 0, random);
  make_people(world, first_day, options.wide_names != 0, random);
  make_outlets(world, options.n_outlets == 0 ? n_outlets : options.n_outlets,
               options.wide_names != 0, random);
  make_events(world, first_day, options.n_events == 0 ? n_events : options.n_events, has_namesake,
              random);
  if (options.story != 0) make_figures(world, options);
  make_articles(world, options);
  return world;
}

}  // namespace fabula::worlds
