#include "reuse/anchors.hpp"

#include <algorithm>
#include <utility>

namespace fabula::reuse {
namespace {

constexpr std::size_t kAllPairsUpTo = 8;  // places of one seed
constexpr std::size_t kAllRunsUpTo = 32;  // places of one whole run: it is certain to be shared

// Words are an outlet's furniture when at least so many articles hold them, nearly all of them its
// own, from at least so many days. A running story repeats its background too, but seldom so often.
constexpr std::size_t kFurnitureHolders = 10;
constexpr std::size_t kFurnitureOutletPercent = 80;
constexpr std::size_t kFurnitureDays = 3;

using Group = std::span<const Seed>;  // equal hashes, by (article, word)

class Linker {
 public:
  Linker(const PileWords& words, std::span<const Imprint> imprints, const SeedShape& shape,
         std::vector<Anchor>& anchors, std::vector<Seed>& furniture)
      : words_(words),
        imprints_(imprints),
        shape_(shape),
        anchors_(anchors),
        furniture_(furniture) {}

  void link(Group group) {
    if (group.front().article == group.back().article) return;
    if (group.size() <= kAllPairsUpTo) {
      for (std::size_t later = 1; later < group.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
          add_anchor(group[earlier], group[later]);
    } else {
      link_by_runs(group);
    }
    if (is_furniture(group)) furniture_.insert(furniture_.end(), group.begin(), group.end());
  }

 private:
  struct Run {
    std::uint64_t hash;
    std::uint32_t seed;  // index into the group
    friend constexpr auto operator<=>(const Run&, const Run&) = default;
  };

  void add_anchor(const Seed& earlier, const Seed& later) {
    if (earlier.article == later.article) return;
    anchors_.push_back({later.article, earlier.article, later.word, earlier.word});
  }

  // A shared run of run_words words holds a seed among its first `window` places. So looking at the
  // runs that begin up to window - 1 words before the seed finds all holders of each.
  void link_by_runs(Group group) {
    for (std::uint32_t back = 0; back < shape_.window; ++back) {
      runs_.clear();
      for (std::uint32_t i = 0; i < group.size(); ++i) add_run(group[i], i, back);
      std::sort(runs_.begin(), runs_.end());
      for (std::size_t begin = 0, end = 0; begin < runs_.size(); begin = end) {
        while (end < runs_.size() && runs_[end].hash == runs_[begin].hash) ++end;
        link_equal_runs(group, std::span(runs_).subspan(begin, end - begin));
      }
    }
  }

  void add_run(const Seed& seed, std::uint32_t i, std::uint32_t back) {
    const auto words = words_.words_of(seed.article);
    if (seed.word < back || seed.word - back + shape_.run_words > words.size()) return;
    std::uint64_t hash = 0;
    for (const WordCode code : words.subspan(seed.word - back, shape_.run_words)) {
      hash = (hash ^ (code & kNumberMask)) * 0x9E3779B97F4A7C15;
      hash ^= hash >> 32;
    }
    runs_.push_back({hash, i});
  }

  void link_equal_runs(Group group, std::span<const Run> runs) {
    if (runs.size() <= kAllRunsUpTo) return link_all(group, runs);
    const Seed& first = group[runs.front().seed];
    const Seed* here = &first;      // last place in the article of the run at hand
    const Seed* previous = &first;  // last place in the article before that one
    for (const Run& run : runs.subspan(1)) {
      const Seed& seed = group[run.seed];
      if (seed.article != here->article) previous = here;
      here = &seed;
      add_anchor(first, seed);
      if (previous->article != first.article) add_anchor(*previous, seed);
    }
  }

  void link_all(Group group, std::span<const Run> runs) {
    for (std::size_t later = 1; later < runs.size(); ++later)
      for (std::size_t earlier = 0; earlier < later; ++earlier)
        add_anchor(group[runs[earlier].seed], group[runs[later].seed]);
  }

  bool is_furniture(Group group) {
    if (group.size() < kFurnitureHolders) return false;
    outlets_.clear();
    for (std::size_t i = 0; i < group.size(); ++i)
      if (i == 0 || group[i].article != group[i - 1].article)
        outlets_.push_back(imprints_[group[i].article].outlet);
    const std::size_t n_holders = outlets_.size();
    if (n_holders < kFurnitureHolders) return false;
    // An outlet with 80 % of the holders stands in the middle of their sorted list.
    std::sort(outlets_.begin(), outlets_.end());
    const std::uint32_t outlet = outlets_[n_holders / 2];
    const auto [low, high] = std::equal_range(outlets_.begin(), outlets_.end(), outlet);
    if (outlet == 0 ||
        static_cast<std::size_t>(high - low) * 100 < n_holders * kFurnitureOutletPercent)
      return false;
    days_.clear();
    for (const Seed& seed : group)
      if (const Imprint& of = imprints_[seed.article]; of.outlet == outlet && of.day != kNoDay)
        days_.push_back(of.day);
    std::sort(days_.begin(), days_.end());
    const auto n_days = std::unique(days_.begin(), days_.end()) - days_.begin();
    return static_cast<std::size_t>(n_days) >= kFurnitureDays;
  }

  const PileWords& words_;
  std::span<const Imprint> imprints_;
  SeedShape shape_;
  std::vector<Anchor>& anchors_;
  std::vector<Seed>& furniture_;
  std::vector<Run> runs_;
  std::vector<std::uint32_t> outlets_;
  std::vector<std::int32_t> days_;
};

// All seeds of one part, sorted.
std::vector<Seed> gather(const ReadPile& pile, std::size_t part) {
  std::size_t n = 0;
  for (const auto& run : pile.seed_runs)
    if (!run.begins.empty()) n += run.begins[part + 1] - run.begins[part];
  std::vector<Seed> seeds;
  seeds.reserve(n);
  for (const auto& run : pile.seed_runs) {
    if (run.begins.empty()) continue;
    const auto all = std::span(run.seeds);
    const auto some = all.subspan(run.begins[part], run.begins[part + 1] - run.begins[part]);
    seeds.insert(seeds.end(), some.begin(), some.end());
  }
  std::sort(seeds.begin(), seeds.end());
  return seeds;
}

}  // namespace

Anchors link_seeds(ReadPile& pile, std::span<const Imprint> imprints, const SeedShape& shape,
                   const Context& context) {
  Anchors found;
  found.parts.resize(kSeedParts);
  std::vector<std::vector<Seed>> furniture(kSeedParts);
  parallel_for(context, kSeedParts, [&](std::size_t part) {
    const std::vector<Seed> seeds = gather(pile, part);
    Linker linker(pile.words, imprints, shape, found.parts[part], furniture[part]);
    for (std::size_t begin = 0, end = 0; begin < seeds.size(); begin = end) {
      while (end < seeds.size() && seeds[end].hash == seeds[begin].hash) ++end;
      if (end - begin > 1) linker.link(std::span(seeds).subspan(begin, end - begin));
    }
  });
  pile.seed_runs = {};
  for (const auto& some : furniture)
    found.furniture.insert(found.furniture.end(), some.begin(), some.end());
  return found;
}

}  // namespace fabula::reuse
