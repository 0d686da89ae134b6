#include "reuse/links.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "base/sort_numbers.hpp"

namespace fabula::reuse {
namespace {

constexpr std::size_t kAllPairsUpTo = 8;     // places of one seed
constexpr std::size_t kNeighboursUpTo = 32;  // each with the first and with the one before it

// Places of one whole run, which is certain to be shared. In a pile that people read themselves
// every pair is told; in larger ones the families tell who else holds the words.
std::size_t all_runs_up_to(std::uint32_t n_articles) {
  return std::clamp(std::size_t{65536} / std::max(n_articles, 1U), kAllPairsUpTo, std::size_t{256});
}

// Words are furniture when many articles hold them, nearly all of outlets that print them day after
// day. A running story repeats its background too, but seldom so often.
constexpr std::size_t kFurnitureHolders = 10;  // of a group
constexpr std::size_t kFurnitureOfOutlet = 8;  // of each outlet
constexpr std::size_t kFurnitureDays = 3;
constexpr std::size_t kFurniturePercent = 80;
constexpr std::size_t kPrintingsOfOne = 4;  // of an article: its words are no furniture

// In piles of more articles furniture is shown by examples: runs that hold it are not looked for.
constexpr std::uint32_t kLargePile = 65'536;

// A part of the seeds is to fit the second-level cache of a processor.
constexpr std::uint64_t kSeedsOfPart = 1 << 16;
constexpr std::uint64_t kMaxSeedParts = 1 << 14;
constexpr std::uint64_t kWordsOfLinkPart = 1 << 20;
constexpr std::uint64_t kMaxLinkParts = 1 << 12;

constexpr std::uint64_t kPositionMask = (std::uint64_t{1} << Links::kPositionBits) - 1;
constexpr std::uint32_t kMaxLinkedWord = 250'000'000;
constexpr std::uint32_t kLinkedWordBits = 28;
static_assert(kMaxLinkedWord < 1U << kLinkedWordBits &&
              Links::kPositionBits + kLinkedWordBits == 64);
constexpr std::size_t kArticlesAtATime = 256;
constexpr std::size_t kLinksAtATime = 1 << 15;

// The links of one seed part at a time.
class Linker {
 public:
  Linker(const PileWords& words, const Corpus& corpus, const SeedShape& shape, Links& links)
      : words_(words),
        corpus_(corpus),
        shape_(shape),
        links_(links),
        all_runs_up_to_(all_runs_up_to(words.n_articles())) {
    made_.reserve(2 * kLinksAtATime);
  }

  // `records` of one part, sorted: 28 bits of hash, then the position.
  std::vector<WordPlace> link(std::span<const std::uint64_t> records) {
    for (std::size_t begin = 0, end = 0; begin < records.size(); begin = end) {
      const std::uint64_t hash = records[begin] >> Links::kPositionBits;
      for (end = begin + 1; end < records.size(); ++end) {
        prefetch(records, end);
        if (records[end] >> Links::kPositionBits != hash) break;
      }
      if (end - begin > 1) link_group(records.subspan(begin, end - begin));
      if (made_.size() >= kLinksAtATime) flush();
    }
    flush();
    return std::move(furniture_);
  }

 private:
  struct Run {
    std::uint64_t hash;
    std::uint32_t seed;  // index into the group
    friend constexpr auto operator<=>(const Run&, const Run&) = default;
  };

  struct Printing {  // of the words of a group, in one article
    std::uint32_t outlet = 0;
    std::int32_t day = 0;
    friend constexpr auto operator<=>(const Printing&, const Printing&) = default;
  };

  // Asks for what record `i` of the near future needs, in two steps.
  void prefetch(std::span<const std::uint64_t> records, std::size_t i) const {
    constexpr std::size_t kAhead = 16;
    if (i + 2 * kAhead >= records.size()) return;
    words_.prefetch_page(records[i + 2 * kAhead] & kPositionMask);
    words_.prefetch_place(records[i + kAhead] & kPositionMask);
  }

  void flush() {
    links_.add(made_);
    made_.clear();
  }

  void link_group(std::span<const std::uint64_t> records) {
    group_.clear();
    for (const std::uint64_t record : records)
      group_.push_back(words_.place(record & kPositionMask));
    if (group_.front().article == group_.back().article) return;
    if (group_.size() <= kAllPairsUpTo) {
      for (std::size_t later = 1; later < group_.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
          add_link(group_[earlier], group_[later]);
    } else if (is_furniture()) {
      if (words_.n_articles() <= kLargePile) {
        link_by_runs(&Linker::link_furniture);
      } else {
        link_furniture(all_as_one_run());
      }
      furniture_.insert(furniture_.end(), group_.begin(), group_.end());
    } else {
      link_by_runs(&Linker::link_equal_runs);
      if (group_.size() <= kNeighboursUpTo) link_neighbours();
    }
  }

  void add_link(WordPlace earlier, WordPlace later) {
    if (earlier.article == later.article) return;
    if (later.word < kMaxLinkedWord) made_.push_back(links_.pack(later, earlier));
  }

  std::span<const Run> all_as_one_run() {
    runs_.front().clear();
    for (std::uint32_t i = 0; i < group_.size(); ++i) runs_.front().push_back({0, i});
    return runs_.front();
  }

  // Edited copies may share no whole run.
  void link_neighbours() {
    for (std::size_t i = 1; i < group_.size(); ++i) {
      add_link(group_.front(), group_[i]);
      if (i > 1) add_link(group_[i - 1], group_[i]);
    }
  }

  // A shared run of run_words words holds a seed among its first `window` places. So looking at the
  // runs that begin up to window - 1 words before the seed finds all holders of each.
  void link_by_runs(void (Linker::*link_equal)(std::span<const Run>)) {
    for (auto& runs : runs_) runs.clear();
    constexpr std::size_t kAhead = 8;
    for (std::uint32_t i = 0; i < group_.size(); ++i) {
      if (i + kAhead < group_.size()) words_.prefetch_words(group_[i + kAhead]);
      add_runs(i);
    }
    for (auto& runs : runs_) {
      std::sort(runs.begin(), runs.end());
      for (std::size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
        while (end < runs.size() && runs[end].hash == runs[begin].hash) ++end;
        (this->*link_equal)(std::span(runs).subspan(begin, end - begin));
      }
    }
  }

  void add_runs(std::uint32_t i) {
    const auto [article, word] = group_[i];
    const auto words = words_.words_of(article, buffer_);
    for (std::uint32_t back = 0; back < shape_.window; ++back) {
      if (word < back || word - back + shape_.run_words > words.size()) continue;
      std::uint64_t hash = 0;
      for (const WordCode code : words.subspan(word - back, shape_.run_words)) {
        hash = (hash ^ (code & kNumberMask)) * 0x9E3779B97F4A7C15;
        hash ^= hash >> 32;
      }
      runs_[back].push_back({hash, i});
    }
  }

  // Of furniture, which is shown, not searched: each place with the first one of its outlet, and
  // those with the first of all. Not all places of a seed hold the same run: the words around it
  // differ from page to page.
  void link_furniture(std::span<const Run> runs) {
    by_outlet_.clear();
    for (const Run& run : runs)
      by_outlet_.emplace_back(corpus_.imprint(group_[run.seed].article).outlet, run.seed);
    std::sort(by_outlet_.begin(), by_outlet_.end());
    for (std::size_t i = 0, first = 0; i < by_outlet_.size(); ++i) {
      if (by_outlet_[i].first != by_outlet_[first].first) first = i;
      const std::uint32_t earlier = first == i ? runs.front().seed : by_outlet_[first].second;
      if (earlier != by_outlet_[i].second) add_link(group_[earlier], group_[by_outlet_[i].second]);
    }
  }

  void link_equal_runs(std::span<const Run> runs) {
    if (runs.size() <= all_runs_up_to_) return link_all(runs);
    const WordPlace first = group_[runs.front().seed];
    WordPlace here = first;      // last place in the article of the run at hand
    WordPlace previous = first;  // last place in the article before that one
    for (std::size_t i = 1; i < runs.size(); ++i) {
      const WordPlace place = group_[runs[i].seed];
      if (place.article != here.article) {
        previous = here;
        if (here.article == first.article) link_repeats(runs.first(i), place);
      }
      here = place;
      add_link(first, place);
      if (previous.article != first.article) add_link(previous, place);
    }
  }

  // All places in the first article, of which it may have several.
  void link_repeats(std::span<const Run> of_first, WordPlace later) {
    for (const Run& run : of_first.first(std::min(of_first.size(), kAllPairsUpTo)))
      add_link(group_[run.seed], later);
  }

  void link_all(std::span<const Run> runs) {
    for (std::size_t later = 1; later < runs.size(); ++later)
      for (std::size_t earlier = 0; earlier < later; ++earlier)
        add_link(group_[runs[earlier].seed], group_[runs[later].seed]);
  }

  bool is_furniture() {
    if (group_.size() < kFurnitureHolders) return false;
    printings_.clear();
    for (std::size_t i = 0; i < group_.size(); ++i) {
      if (i > 0 && group_[i].article == group_[i - 1].article) continue;
      const Imprint imprint = corpus_.imprint(group_[i].article);
      printings_.push_back({imprint.outlet, imprint.first_day});
    }
    if (printings_.size() < kFurnitureHolders) return false;
    std::sort(printings_.begin(), printings_.end());
    std::size_t n_repeated = 0;
    for (std::size_t begin = 0, end = 0; begin < printings_.size(); begin = end) {
      std::size_t n_days = 0;
      for (; end < printings_.size() && printings_[end].outlet == printings_[begin].outlet; ++end)
        n_days += printings_[end].day != kNoDay &&
                  (end == begin || printings_[end].day != printings_[end - 1].day);
      const bool is_repeated = printings_[begin].outlet != 0 && end - begin >= kFurnitureOfOutlet &&
                               n_days >= kFurnitureDays;
      if (is_repeated) n_repeated += end - begin;
    }
    return n_repeated > 0 && n_repeated * 100 >= printings_.size() * kFurniturePercent &&
           !is_whole_article();
  }

  // Is it no part of different articles but one article, printed again and again?
  bool is_whole_article() {
    fingerprints_.clear();
    for (std::size_t i = 0; i < group_.size(); ++i)
      if (i == 0 || group_[i].article != group_[i - 1].article)
        fingerprints_.push_back(words_.fingerprint(group_[i].article));
    const std::size_t n_articles = fingerprints_.size();
    std::sort(fingerprints_.begin(), fingerprints_.end());
    fingerprints_.erase(std::unique(fingerprints_.begin(), fingerprints_.end()),
                        fingerprints_.end());
    return kPrintingsOfOne * fingerprints_.size() <= n_articles;
  }

  const PileWords& words_;
  const Corpus& corpus_;
  SeedShape shape_;
  Links& links_;
  std::size_t all_runs_up_to_;
  std::vector<Keyed> made_;
  std::vector<WordPlace> furniture_;
  std::vector<WordPlace> group_;  // the places of one seed, sorted
  std::array<std::vector<Run>, 4> runs_;
  std::vector<WordCode> buffer_;
  std::vector<Printing> printings_;
  std::vector<std::uint32_t> fingerprints_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_outlet_;  // outlet, index into the group
};

}  // namespace

Links::Links(const PileWords& words, std::size_t memory, ScratchFile* scratch)
    : words_(words),
      range_(std::max(kWordsOfLinkPart, words.n_words() / kMaxLinkParts + 1)),
      partitions_(static_cast<std::uint32_t>(words.n_words() / range_ + 1), memory, scratch) {}

Keyed Links::pack(WordPlace later, WordPlace earlier) const {
  const std::uint64_t first = words_.position({later.article, 0});
  const auto part = static_cast<std::uint32_t>(first / range_);
  const std::uint64_t b = first + later.word - part * range_;
  return {b << kPositionBits | words_.position(earlier), part};
}

void Links::take(std::uint32_t part, std::vector<Link>& links) {
  std::vector<std::uint64_t> records;
  partitions_.take_sorted(part, records);
  records.erase(std::unique(records.begin(), records.end()), records.end());
  links.clear();
  links.reserve(records.size());
  const auto b_of = [](std::uint64_t record) { return record >> kPositionBits; };
  std::vector<std::uint64_t> of_article;  // the earlier place, then the later word
  for (auto begin = records.begin(), end = begin; begin != records.end(); begin = end) {
    const WordPlace b = words_.place(part * range_ + b_of(*begin));
    const std::uint64_t b_first = b_of(*begin) - b.word;
    const std::uint64_t b_end = b_first + words_.n_words(b.article);
    of_article.clear();
    for (end = begin; end != records.end() && b_of(*end) < b_end; ++end)
      of_article.push_back((*end & kPositionMask) << kLinkedWordBits | (b_of(*end) - b_first));
    sort_numbers(of_article);
    append_links(b.article, of_article, links);
  }
}

void Links::append_links(std::uint32_t b, std::span<const std::uint64_t> of_article,
                         std::vector<Link>& links) const {
  const auto position = [](std::uint64_t record) { return record >> kLinkedWordBits; };
  const auto b_word = [](std::uint64_t record) {
    return static_cast<std::uint32_t>(record & ((std::uint64_t{1} << kLinkedWordBits) - 1));
  };
  for (auto at = of_article.begin(); at != of_article.end();) {
    const WordPlace a = words_.place(position(*at));
    const std::uint64_t a_first = position(*at) - a.word;
    const std::uint64_t a_end = a_first + words_.n_words(a.article);
    const auto first = static_cast<std::ptrdiff_t>(links.size());
    for (; at != of_article.end() && position(*at) < a_end; ++at)
      links.push_back(
          {b, a.article, b_word(*at), static_cast<std::uint32_t>(position(*at) - a_first)});
    const auto of_pair = std::span(links).subspan(static_cast<std::size_t>(first));
    if (!std::ranges::is_sorted(of_pair)) std::ranges::sort(of_pair);
  }
}

Result<std::unique_ptr<Partitions>> collect_seeds(const PileWords& words, const SeedShape& shape,
                                                  std::size_t memory, ScratchFile* scratch,
                                                  const Context& context) {
  // About 4 seeds in 10 words.
  const std::uint64_t n_parts = std::bit_ceil(
      std::clamp(words.n_words() * 2 / 5 / kSeedsOfPart, std::uint64_t{1}, kMaxSeedParts));
  const int part_bits = std::countr_zero(n_parts);
  auto seeds = std::make_unique<Partitions>(static_cast<std::uint32_t>(n_parts), memory, scratch);
  const std::size_t n_tasks = (words.n_articles() + kArticlesAtATime - 1) / kArticlesAtATime;
  parallel_for(context, n_tasks, [&](std::size_t task) {
    std::vector<WordCode> buffer;
    std::vector<Seed> found;
    std::vector<Keyed> records;
    const auto begin = static_cast<std::uint32_t>(task * kArticlesAtATime);
    const auto end = static_cast<std::uint32_t>(
        std::min<std::size_t>(begin + kArticlesAtATime, words.n_articles()));
    std::uint64_t n_words = 0;
    for (std::uint32_t article = begin; article < end; ++article) n_words += words.n_words(article);
    records.reserve(n_words / 2);
    for (std::uint32_t article = begin; article < end; ++article) {
      find_seeds(words.words_of(article, buffer), shape, found);
      const std::uint64_t first = words.position({article, 0});
      for (const Seed& seed : found) {
        const std::uint64_t part = part_bits == 0 ? 0 : seed.hash >> (64 - part_bits);
        const std::uint64_t rest = seed.hash << part_bits >> Links::kPositionBits;
        records.push_back(
            {rest << Links::kPositionBits | (first + seed.word), static_cast<std::uint32_t>(part)});
      }
    }
    seeds->add(records);
  });
  if (context.stop.stop_requested()) return fail(Errc::kInterrupted, "stopped while comparing");
  if (scratch != nullptr) FABULA_TRY_VOID(scratch->state());
  return seeds;
}

std::vector<WordPlace> link_seeds(Partitions& seeds, const PileWords& words, const Corpus& corpus,
                                  const SeedShape& shape, Links& links, const Context& context) {
  std::vector<std::vector<WordPlace>> furniture(seeds.n_parts());
  parallel_for(context, seeds.n_parts(), [&](std::size_t part) {
    std::vector<std::uint64_t> records;
    seeds.take_sorted(static_cast<std::uint32_t>(part), records);
    furniture[part] = Linker(words, corpus, shape, links).link(records);
  });
  std::vector<WordPlace> all;
  for (const auto& some : furniture) all.insert(all.end(), some.begin(), some.end());
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace fabula::reuse
