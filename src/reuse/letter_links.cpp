// A seed is one number: 28 bits of its hash above 36 bits that count letters through the pile. It
// is kept with those that share six further bits of the hash, and sorted there by the 28; they
// come in the order of the texts and a stable sort keeps them so.
#include "reuse/letter_links.hpp"

#include <algorithm>
#include <array>
#include <atomic>

namespace fabula::reuse {
namespace {

constexpr std::size_t kParts = 64;
constexpr std::uint32_t kPlaceBits = 36;
constexpr std::uint64_t kPlaceMask = (std::uint64_t{1} << kPlaceBits) - 1;
constexpr std::size_t kPlacesPerText = 4;  // of one seed; the others add nothing new
constexpr std::size_t kAllPairs = 8;       // places up to which every pair is linked
constexpr std::uint32_t kDigitBits = 10;   // of one sorting pass
constexpr std::uint32_t kSortedBits = 30;  // 28 and 2 of the place, which are sorted already

using PackedSeed = std::uint64_t;

// Packed seeds of one group of texts, by part.
struct SeedRun {
  std::vector<PackedSeed> seeds;
  std::array<std::size_t, kParts + 1> begins{};
};

std::size_t part_of(std::uint64_t hash) { return hash >> 58; }

PackedSeed packed(std::uint64_t hash, std::uint64_t place) {
  return (hash >> 30 & ((std::uint64_t{1} << 28) - 1)) << kPlaceBits | place;
}

// Which seeds stand in a noisy text: a bit for some bits of the hash, a few more than there are.
class NoisySeeds {
 public:
  explicit NoisySeeds(std::uint64_t n_letters) {
    while (n_bits_ < 2 * n_letters && n_bits_ < std::uint64_t{1} << 36) n_bits_ *= 2;
    words_.resize(n_bits_ / 64);
  }
  // From any number of threads at once: which bits end up set does not depend on their order.
  void add(std::uint64_t hash) {
    std::atomic_ref(words_[slot(hash) / 64])
        .fetch_or(std::uint64_t{1} << slot(hash) % 64, std::memory_order_relaxed);
  }
  [[nodiscard]] bool may_hold(std::uint64_t hash) const {
    return (words_[slot(hash) / 64] >> slot(hash) % 64 & 1) != 0;
  }

 private:
  [[nodiscard]] std::uint64_t slot(std::uint64_t hash) const { return hash & (n_bits_ - 1); }
  std::uint64_t n_bits_ = 64;
  std::vector<std::uint64_t> words_;
};

struct HashedPlace {
  std::uint64_t hash;
  std::uint64_t place;
};

SeedRun sorted_by_part(const std::vector<HashedPlace>& found) {
  SeedRun run;
  for (const HashedPlace& seed : found) ++run.begins[part_of(seed.hash) + 1];
  for (std::size_t p = 0; p < kParts; ++p) run.begins[p + 1] += run.begins[p];
  auto next = run.begins;
  run.seeds.resize(found.size());
  for (const HashedPlace& seed : found)
    run.seeds[next[part_of(seed.hash)]++] = packed(seed.hash, seed.place);
  return run;
}

// The seeds of the texts of one group; of the clean texts only those that `noisy` may hold.
SeedRun seed_group(const PileLetters& pile, std::size_t group, const NoisySeeds* noisy) {
  std::vector<HashedPlace> found;
  std::vector<LetterSeed> seeds;
  for (std::size_t t = pile.first_texts[group]; t < pile.first_texts[group + 1]; ++t) {
    choose_letter_seeds(pile.texts[t], pile.seed_shape(), seeds);
    for (const LetterSeed& seed : seeds)
      if (pile.noisy[t] || noisy == nullptr || noisy->may_hold(seed.hash))
        found.push_back({seed.hash, pile.begins[t] + seed.letter});
  }
  return sorted_by_part(found);
}

NoisySeeds collect_noisy(const PileLetters& pile, const Context& context) {
  std::uint64_t n_letters = 0;
  for (std::size_t t = 0; t < pile.texts.size(); ++t)
    if (pile.noisy[t]) n_letters += pile.texts[t].size();
  NoisySeeds noisy(n_letters);
  parallel_for(context, pile.groups.size(), [&](std::size_t group) {
    std::vector<LetterSeed> seeds;
    for (std::size_t t = pile.first_texts[group]; t < pile.first_texts[group + 1]; ++t) {
      if (!pile.noisy[t]) continue;
      choose_letter_seeds(pile.texts[t], pile.seed_shape(), seeds);
      for (const LetterSeed& seed : seeds) noisy.add(seed.hash);
    }
  });
  return noisy;
}

void radix_sort(std::vector<PackedSeed>& seeds) {
  std::vector<PackedSeed> other(seeds.size());
  for (std::uint32_t shift = 64 - kSortedBits; shift < 64; shift += kDigitBits) {
    std::array<std::size_t, (std::size_t{1} << kDigitBits) + 1> begins{};
    const auto digit = [&](PackedSeed seed) {
      return static_cast<std::size_t>(seed >> shift) & ((std::size_t{1} << kDigitBits) - 1);
    };
    for (const PackedSeed seed : seeds) ++begins[digit(seed) + 1];
    for (std::size_t d = 1; d < begins.size(); ++d) begins[d] += begins[d - 1];
    for (const PackedSeed seed : seeds) other[begins[digit(seed)]++] = seed;
    seeds.swap(other);
  }
}

// Which text a place of the pile is in: a table of the first text of every 1,024 places.
class TextFinder {
 public:
  explicit TextFinder(const std::vector<std::uint64_t>& begins) : begins_(begins) {
    pages_.resize(begins.back() / kPage + 1);
    std::uint32_t text = 0;
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      while (text + std::size_t{2} < begins.size() && begins[text + std::size_t{1}] <= page * kPage)
        ++text;
      pages_[page] = text;
    }
  }
  [[nodiscard]] std::uint32_t text_at(std::uint64_t place) const {
    const auto from = begins_.begin() + pages_[place / kPage];
    const auto until = place / kPage + 1 < pages_.size()
                           ? begins_.begin() + pages_[place / kPage + 1] + 1
                           : begins_.end();
    const auto after = std::upper_bound(from, until, place);
    return static_cast<std::uint32_t>(after - begins_.begin() - 1);
  }

 private:
  static constexpr std::uint64_t kPage = 1024;
  const std::vector<std::uint64_t>& begins_;
  std::vector<std::uint32_t> pages_;
};

struct Occurrence {
  std::uint32_t text;
  std::uint32_t letter;
};

struct PairAnchor {
  std::uint32_t b;
  LetterAnchor anchor;
};

class Linker {
 public:
  Linker(const PileLetters& pile, const TextFinder& finder, std::vector<PairAnchor>& anchors)
      : pile_(pile), finder_(finder), anchors_(anchors) {}

  // `seeds` have equal hashes and are in the order of the pile.
  void link(std::span<const PackedSeed> seeds) {
    places_.clear();
    std::size_t of_text = 0;
    for (const PackedSeed seed : seeds) {
      const std::uint64_t place = seed & kPlaceMask;
      const std::uint32_t text = finder_.text_at(place);
      of_text = !places_.empty() && places_.back().text == text ? of_text + 1 : 1;
      if (of_text > kPlacesPerText) continue;
      places_.push_back({text, static_cast<std::uint32_t>(place - pile_.begins[text])});
    }
    if (places_.front().text == places_.back().text) return;
    places_.size() <= kAllPairs ? link_all() : link_some();
  }

 private:
  void link_all() {
    for (std::size_t b = 1; b < places_.size(); ++b)
      for (std::size_t a = 0; a < b; ++a) add(places_[a], places_[b]);
  }

  // Each with the first and the previous place: of any text, or for a clean one of a noisy text.
  void link_some() {
    const Occurrence* first[2] = {nullptr, nullptr};  // any, noisy
    const Occurrence* previous[2] = {nullptr, nullptr};
    for (std::size_t begin = 0, end = 0; begin < places_.size(); begin = end) {
      const bool noisy = pile_.noisy[places_[begin].text];
      const std::size_t which = noisy ? 0 : 1;
      for (; end < places_.size() && places_[end].text == places_[begin].text; ++end) {
        if (first[which] != nullptr) add(*first[which], places_[end]);
        if (previous[which] != first[which]) add(*previous[which], places_[end]);
      }
      const Occurrence* const here = &places_[end - 1];
      for (std::size_t w = 0; w <= (noisy ? 1U : 0U); ++w) {
        if (first[w] == nullptr) first[w] = here;
        previous[w] = here;
      }
    }
  }

  void add(const Occurrence& a, const Occurrence& b) {
    if (a.text == b.text || !(pile_.noisy[a.text] || pile_.noisy[b.text])) return;
    const auto n = static_cast<std::uint32_t>(places_.size());
    anchors_.push_back({b.text, {a.text, b.letter, a.letter, n}});
  }

  const PileLetters& pile_;
  const TextFinder& finder_;
  std::vector<PairAnchor>& anchors_;
  std::vector<Occurrence> places_;
};

std::vector<PairAnchor> link_part(const PileLetters& pile, const std::vector<SeedRun>& runs,
                                  std::size_t part, const TextFinder& finder) {
  std::vector<PackedSeed> seeds;
  for (const SeedRun& run : runs)
    seeds.insert(seeds.end(), run.seeds.begin() + static_cast<std::ptrdiff_t>(run.begins[part]),
                 run.seeds.begin() + static_cast<std::ptrdiff_t>(run.begins[part + 1]));
  radix_sort(seeds);
  std::vector<PairAnchor> anchors;
  Linker linker(pile, finder, anchors);
  for (std::size_t begin = 0, end = 0; begin < seeds.size(); begin = end) {
    while (end < seeds.size() && seeds[end] >> kPlaceBits == seeds[begin] >> kPlaceBits) ++end;
    if (end - begin > 1) linker.link(std::span(seeds).subspan(begin, end - begin));
  }
  return anchors;
}

LetterAnchors group_by_later(std::vector<std::vector<PairAnchor>> parts, std::size_t n_texts) {
  LetterAnchors grouped;
  grouped.begins.assign(n_texts + 1, 0);
  for (const auto& part : parts)
    for (const PairAnchor& pair : part) ++grouped.begins[pair.b + std::size_t{1}];
  for (std::size_t t = 0; t < n_texts; ++t) grouped.begins[t + 1] += grouped.begins[t];
  grouped.anchors.resize(grouped.begins.back());
  auto next = grouped.begins;
  for (auto& part : parts) {
    for (const PairAnchor& pair : part) grouped.anchors[next[pair.b]++] = pair.anchor;
    std::vector<PairAnchor>().swap(part);  // "= {}" would keep the memory
  }
  return grouped;
}

}  // namespace

LetterAnchors link_letter_seeds(const PileLetters& pile, const Context& context) {
  const bool all_noisy = std::find(pile.noisy.begin(), pile.noisy.end(), false) == pile.noisy.end();
  const NoisySeeds noisy = all_noisy ? NoisySeeds(0) : collect_noisy(pile, context);
  std::vector<SeedRun> runs(pile.groups.size());
  parallel_for(context, runs.size(), [&](std::size_t group) {
    runs[group] = seed_group(pile, group, all_noisy ? nullptr : &noisy);
  });
  const TextFinder finder(pile.begins);
  std::vector<std::vector<PairAnchor>> parts(kParts);
  if (!context.stop.stop_requested())
    parallel_for(context, kParts,
                 [&](std::size_t part) { parts[part] = link_part(pile, runs, part, finder); });
  return group_by_later(std::move(parts), pile.texts.size());
}

}  // namespace fabula::reuse
