// How well sentences, labels and differing accounts of invented stories are found: what a program
// says, as its JSON export has it, against the gold of a world.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "world_generator.hpp"

namespace fabula::eval {

// Sums of BCubed (Bagga and Baldwin 1998) over items.
struct BCubed {
  double precision = 0, recall = 0;
  std::size_t n = 0;
  [[nodiscard]] double f1() const;
};
// Item i is in clusters gold[i] and found[i]; found: nothing is a cluster of its own.
[[nodiscard]] BCubed bcubed(const std::vector<std::uint64_t>& gold,
                            const std::vector<std::optional<std::uint64_t>>& found);

struct Counts {
  std::size_t right = 0, missed = 0, wrong = 0;
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

struct StoryScores {
  static constexpr std::size_t kKinds = 3;  // of worlds::Slip::Kind
  std::size_t n_worlds = 0, n_articles = 0, n_unread = 0;
  // Sums over worlds: sentences that say that something happened; the same and those with numbers.
  BCubed told_sum, figures_sum;  // precision and recall are means, n worlds
  double told_f1 = 0, figures_f1 = 0;
  std::size_t n_told = 0, n_told_found = 0, n_gold_events = 0, n_events = 0;
  std::array<Counts, worlds::kNovelties> novelty{};
  std::array<std::array<std::size_t, worlds::kNovelties + 1>, worlds::kNovelties> said{};
  // Of sentences labelled right that were told before: with an earlier place, and one that says it.
  std::size_t n_known = 0, n_earlier = 0, n_earlier_right = 0;
  std::array<Counts, kKinds> conflicts{};
  std::size_t n_other_kinds = 0;     // reported, of kinds that the worlds do not plant
  std::size_t n_optional = 0;        // reported, and neither right nor wrong
  std::size_t n_agreeing = 0;        // groups of accounts that agree in words that differ
  std::size_t n_false_agreeing = 0;  // of these, reported
  BCubed stories;                    // sums over articles

  [[nodiscard]] double novelty_f1() const;

  // One world, exported as one pile. places: of each article id of the export, the world's article
  // and where its text begins in the frozen text.
  using Places = std::map<std::string, std::pair<std::uint32_t, std::uint32_t>>;
  void add(const worlds::World& world, const nlohmann::json& pile, const Places& places);

 private:
  struct SpanIn {
    std::uint32_t article = 0;
    Range range;  // of the world's text
  };
  static std::optional<SpanIn> span_in(const nlohmann::json& span, const Places& places);
  static std::optional<worlds::SentencePlace> sentence_at(const worlds::World& world,
                                                          const SpanIn& span);
  void add_events(const worlds::World& world, const nlohmann::json& pile, const Places& places);
  void add_news(const worlds::World& world, const nlohmann::json& pile, const Places& places);
  void add_conflicts(const worlds::World& world, const nlohmann::json& pile, const Places& places);
};

}  // namespace fabula::eval
