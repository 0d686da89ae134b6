#include "reuse_misses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace fabula::eval {
namespace {

enum Cause : std::uint8_t { kTwiceHere, kOtherFound, kBothLinked, kBothUnlinked };
constexpr std::array<std::string_view, 4> kCauses{"twice in its own", "other place found",
                                                  "both, linked pair", "both, no passage"};
constexpr std::array<std::uint32_t, 6> kMostHolders{2, 8, 32, 256, 1024, UINT32_MAX};

// Missed words in a row.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t n_holders = 0;
  Cause cause = kTwiceHere;
};

using Pairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

class MissTable {
 public:
  void add(const Stretch& stretch) {
    const auto row =
        std::partition_point(kMostHolders.begin(), kMostHolders.end(),
                             [&](std::uint32_t most) { return most < stretch.n_holders; });
    Row& counts = rows_[static_cast<std::size_t>(row - kMostHolders.begin())];
    ++counts.n_stretches;
    counts.words[stretch.cause] += stretch.end - stretch.begin;
  }

  void print() const {
    fmt::print("missed words, by articles that hold the run and by cause\n  {:>10} {:>10}",
               "articles", "stretches");
    for (const std::string_view cause : kCauses) fmt::print(" {:>18}", cause);
    fmt::print("\n");
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].n_stretches == 0) continue;
      fmt::print("  {:>10} {:>10}", holders(i), rows_[i].n_stretches);
      for (const std::size_t n : rows_[i].words) fmt::print(" {:>18}", n);
      fmt::print("\n");
    }
  }

 private:
  static std::string holders(std::size_t row) {
    const std::uint32_t low = row == 0 ? 2 : kMostHolders[row - 1] + 1;
    if (kMostHolders[row] == UINT32_MAX) return fmt::format("{}..", low);
    return kMostHolders[row] == low ? fmt::format("{}", low)
                                    : fmt::format("{}..{}", low, kMostHolders[row]);
  }

  struct Row {
    std::size_t n_stretches = 0;
    std::array<std::size_t, kCauses.size()> words{};
  };
  std::array<Row, kMostHolders.size()> rows_;
};

Cause cause_of(const PileText& pile, const SharedWords& shared, const FoundWords& found,
               const Pairs& pairs, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t at = begin; at < end; ++at)
    if (shared.twice[at]) return kTwiceHere;
  const std::uint32_t partner = shared.partners[begin];
  if (found.any[partner]) return kOtherFound;
  return pairs.contains(std::minmax(pile.articles[begin], pile.articles[partner])) ? kBothLinked
                                                                                   : kBothUnlinked;
}

std::string on_one_line(std::string_view words) {
  std::string line(words);
  std::replace_if(line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return line;
}

void print_example(std::span<const AnnotatedArticle> articles, const PileText& pile,
                   const SharedWords& shared, const Stretch& stretch) {
  const Article& here = articles[pile.articles[stretch.begin]].article;
  const std::uint32_t partner = shared.partners[stretch.begin];
  const Range range{pile.ranges[stretch.begin].begin, pile.ranges[stretch.end - 1].end};
  fmt::print("note: {}; {} holders; {}@{} and {}@{}: {}\n", kCauses[stretch.cause],
             stretch.n_holders, here.sources.front(), range.begin,
             articles[pile.articles[partner]].article.sources.front(), pile.ranges[partner].begin,
             on_one_line(words_of(here.text, range)));
}

}  // namespace

void print_misses(std::span<const AnnotatedArticle> articles, const PileText& pile,
                  const SharedWords& shared, const FoundWords& found,
                  std::span<const ReuseLink> links, const std::vector<bool>& furniture,
                  int n_examples) {
  Pairs pairs;
  for (const ReuseLink& link : links) pairs.insert(std::minmax(link.a.article, link.b.article));
  MissTable table;
  const auto is_missed = [&](std::uint32_t at) {
    return shared.any[at] && !found.any[at] && !furniture[at];
  };
  const auto n_words = static_cast<std::uint32_t>(pile.words.size());
  for (std::uint32_t at = 0, end = 0; at < n_words; at = end) {
    end = at + 1;
    if (!is_missed(at)) continue;
    Stretch stretch{at, end, shared.n_holders[at], kTwiceHere};
    for (; end < n_words && is_missed(end) && pile.articles[end] == pile.articles[at]; ++end)
      stretch.n_holders = std::max(stretch.n_holders, shared.n_holders[end]);
    stretch.end = end;
    stretch.cause = cause_of(pile, shared, found, pairs, at, end);
    table.add(stretch);
    if (n_examples-- > 0) print_example(articles, pile, shared, stretch);
  }
  table.print();
}

}  // namespace fabula::eval
