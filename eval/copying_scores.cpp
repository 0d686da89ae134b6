#include "copying_scores.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fabula::eval {
namespace {

constexpr std::uint32_t kRunWords = 8;
constexpr std::uint32_t kGapWords = 8;

// A word of one side of a link by its origin.
struct Placed {
  std::uint64_t origin = 0;
  std::uint32_t word = 0;
  friend constexpr auto operator<=>(const Placed&, const Placed&) = default;
};

std::vector<Placed> origins_inside(const LabelledPile& pile, WordStretch words) {
  std::vector<Placed> placed;
  for (std::uint32_t at = words.first; at < words.last; ++at)
    if (pile.origins[at] != 0) placed.push_back({pile.origins[at], at});
  if (!std::is_sorted(placed.begin(), placed.end())) std::sort(placed.begin(), placed.end());
  return placed;
}

// Whether the edit script of the link puts the word at `b` where the word at `a` is.
bool is_aligned(const ReuseLink& link, Range a, Range b) {
  TextEdit before{
      "", {link.a.range.begin, link.a.range.begin}, {link.b.range.begin, link.b.range.begin}};
  const auto next =
      std::partition_point(link.edits.begin(), link.edits.end(),
                           [&](const TextEdit& edit) { return edit.b.begin <= b.begin; });
  if (next != link.edits.begin()) before = *std::prev(next);
  if (b.begin < before.b.end) return a.begin <= before.a.end && before.a.begin <= a.end;
  const std::uint32_t there = before.a.end + (b.begin - before.b.end);
  if (there == a.begin) return true;
  // An edit inside the word, or one that swallows its beginning.
  return next != link.edits.end() && next->b.begin < b.end && next->a.begin < a.end &&
         a.begin < next->a.end + 1;
}

// Marks words that stand, after folding, in an equal run of 8 on both sides.
void mark_equal_runs(const LabelledPile& pile, WordStretch here, WordStretch there,
                     std::vector<bool>& good) {
  const auto& words = pile.text.words;
  std::set<std::vector<std::uint32_t>> runs;
  const auto run_at = [&](std::uint32_t at) {
    return std::vector<std::uint32_t>(words.begin() + at, words.begin() + at + kRunWords);
  };
  for (std::uint32_t at = there.first; at + kRunWords <= there.last; ++at) runs.insert(run_at(at));
  for (std::uint32_t at = here.first; at + kRunWords <= here.last; ++at)
    if (runs.contains(run_at(at))) std::fill_n(good.begin() + (at - here.first), kRunWords, true);
}

void fill_gaps(std::vector<bool>& good) {
  std::size_t last = good.size();
  for (std::size_t i = 0; i < good.size(); ++i) {
    if (!good[i]) continue;
    if (last < i && i - last <= kGapWords + 1)
      std::fill(good.begin() + static_cast<std::ptrdiff_t>(last),
                good.begin() + static_cast<std::ptrdiff_t>(i), true);
    last = i;
  }
}

// One side of a link: which of its words the other side accounts for.
void count_precision(const LabelledPile& pile, WordStretch here, WordStretch there,
                     const std::vector<Placed>& others, Share& precision) {
  std::vector<bool> good(here.last - here.first);
  for (std::uint32_t at = here.first; at < here.last; ++at) {
    const auto other = std::lower_bound(others.begin(), others.end(), Placed{pile.origins[at], 0});
    good[at - here.first] =
        pile.origins[at] != 0 && other != others.end() && other->origin == pile.origins[at];
  }
  fill_gaps(good);
  if (std::find(good.begin(), good.end(), false) != good.end()) {
    mark_equal_runs(pile, here, there, good);
    fill_gaps(good);
  }
  precision.part += static_cast<std::size_t>(std::count(good.begin(), good.end(), true));
  precision.whole += good.size();
}

// Whether any word of `others` with the same origin stands at the place the link says.
void mark_copied(const LabelledPile& pile, const ReuseLink& link, bool has_edits,
                 const std::vector<Placed>& in_a, const std::vector<Placed>& in_b,
                 std::vector<bool>& found) {
  auto b = in_b.begin();
  for (auto a = in_a.begin(); a != in_a.end(); ++a) {
    while (b != in_b.end() && b->origin < a->origin) ++b;
    for (auto same = b; same != in_b.end() && same->origin == a->origin; ++same) {
      if (has_edits && !is_aligned(link, pile.text.ranges[a->word], pile.text.ranges[same->word]))
        continue;
      found[a->word] = true;
      found[same->word] = true;
    }
  }
}

std::size_t length_class(std::uint32_t n_words) {
  return n_words <= 12 ? 0 : n_words <= 20 ? 1 : n_words <= 50 ? 2 : 3;
}

// By origin: the article (index of writing) that printed the word first.
std::unordered_map<std::uint64_t, std::uint32_t> first_printings(const LabelledPile& pile) {
  std::unordered_map<std::uint64_t, std::uint32_t> first;
  first.reserve(pile.origins.size());
  for (std::uint32_t at = 0; at < pile.origins.size(); ++at) {
    if (pile.origins[at] == 0) continue;
    const std::uint32_t index = pile.labels[pile.text.articles[at]].index;
    const auto [entry, is_new] = first.emplace(pile.origins[at], index);
    if (!is_new) entry->second = std::min(entry->second, index);
  }
  return first;
}

void count_copied(const LabelledPile& pile, const std::vector<bool>& found, CopyingScores& scores) {
  const auto first = first_printings(pile);
  for (std::uint32_t i = 0; i < pile.labels.size(); ++i) {
    const news::NewsArticle& label = pile.labels[i];
    std::size_t segment = 0;
    for (std::uint32_t at = pile.text.begins[i]; at < pile.text.begins[i + 1]; ++at) {
      const std::uint64_t origin = pile.origins[at];
      if (origin == 0 || first.at(origin) >= label.index) continue;
      while (segment < label.copied.size() && label.copied[segment].end <= pile.label_words[at])
        ++segment;
      if (segment == label.copied.size()) break;
      Share& of_length = scores.by_length[length_class(label.copied[segment].n_taken)];
      for (Share* share : {&scores.copied_words, &of_length}) {
        ++share->whole;
        share->part += found[at];
      }
    }
  }
}

double pairs_of(double n) { return n * (n - 1) / 2; }

// Clusters by article; equal numbers are one cluster.
double adjusted_rand_index(const std::vector<std::uint32_t>& x,
                           const std::vector<std::uint32_t>& y) {
  std::map<std::uint32_t, double> of_x;
  std::map<std::uint32_t, double> of_y;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> of_both;
  for (std::size_t i = 0; i < x.size(); ++i) {
    ++of_x[x[i]];
    ++of_y[y[i]];
    ++of_both[{x[i], y[i]}];
  }
  const auto sum = [](const auto& counts) {
    double total = 0;
    for (const auto& entry : counts) total += pairs_of(entry.second);
    return total;
  };
  const double expected = sum(of_x) * sum(of_y) / pairs_of(static_cast<double>(x.size()));
  const double most = (sum(of_x) + sum(of_y)) / 2;
  return most == expected ? 1.0 : (sum(of_both) - expected) / (most - expected);
}

// Of articles that are wholly own or wholly copied: whether one that holds a long passage of
// another is a copy of it is a matter of taste.
double score_groups(const LabelledPile& pile, const EngineResult& found) {
  const std::vector<std::uint32_t> roots = copy_roots(pile);
  std::vector<std::uint32_t> groups(roots.size());
  std::iota(groups.begin(), groups.end(), 0U);
  for (const CopyGroup& group : found.copies)
    for (const std::uint32_t article : group.articles) groups[article] = group.articles.front();
  std::vector<std::uint32_t> truth;
  std::vector<std::uint32_t> reported;
  for (std::uint32_t i = 0; i < roots.size(); ++i) {
    const std::uint32_t root = pile.places[roots[i]];
    if (root != news::kNobody && pile.labels[root].kind != news::Kind::kOriginal &&
        pile.labels[root].kind != news::Kind::kAgency)
      continue;
    truth.push_back(roots[i]);
    reported.push_back(groups[i]);
  }
  return adjusted_rand_index(truth, reported);
}

}  // namespace

CopyingScores score_copying(const LabelledPile& pile, const EngineResult& found) {
  CopyingScores scores;
  scores.has_edits = std::any_of(found.links.begin(), found.links.end(),
                                 [](const ReuseLink& link) { return !link.edits.empty(); });
  std::vector<bool> found_words(pile.origins.size());
  for (const ReuseLink& link : found.links) {
    const WordStretch a = words_inside(pile.text, link.a);
    const WordStretch b = words_inside(pile.text, link.b);
    const std::vector<Placed> in_a = origins_inside(pile, a);
    const std::vector<Placed> in_b = origins_inside(pile, b);
    mark_copied(pile, link, scores.has_edits, in_a, in_b, found_words);
    count_precision(pile, a, b, in_b, scores.precision);
    count_precision(pile, b, a, in_a, scores.precision);
  }
  count_copied(pile, found_words, scores);
  const SharedWords shared = share_words(pile.articles, pile.text, kRunWords);
  const FoundWords any = mark_found(pile.text, found.links);
  for (std::size_t at = 0; at < shared.any.size(); ++at) {
    const bool counts = shared.any[at] && pile.label_words[at] != news::kNobody;
    scores.exact_runs.whole += counts;
    scores.exact_runs.part += counts && any.any[at];
  }
  scores.copy_groups_ari = score_groups(pile, found);
  return scores;
}

std::array<PlantedScore, news::kPlantedKinds> score_planted(const LabelledPile& pile,
                                                            const EngineResult& found) {
  std::array<PlantedScore, news::kPlantedKinds> scores;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<const ReuseLink*>> of_pair;
  for (const ReuseLink& link : found.links)
    of_pair[std::minmax(link.a.article, link.b.article)].push_back(&link);
  for (std::uint32_t i = 0; i < pile.labels.size(); ++i) {
    const news::NewsArticle& label = pile.labels[i];
    if (label.parent == news::kNobody || pile.places[label.parent] == news::kNobody) continue;
    const auto links = of_pair.find(std::minmax(i, pile.places[label.parent]));
    for (const news::PlantedEdit& planted : label.edits) {
      PlantedScore& score = scores[static_cast<std::size_t>(planted.kind)];
      ++score.n;
      if (links == of_pair.end()) continue;
      bool is_inside = false;
      std::set<std::string> ops;
      for (const ReuseLink* link : links->second) {
        const bool is_b = link->b.article == i;
        if (!(is_b ? link->b : link->a).range.overlaps(planted.range)) continue;
        is_inside = true;
        if (planted.kind == news::Planted::kMoved && link->moved) ops.insert("moved");
        for (const TextEdit& edit : link->edits) {
          const Range here = is_b ? edit.b : edit.a;
          if (here.begin <= planted.range.end && planted.range.begin <= here.end)
            ops.insert(edit.op);
        }
      }
      score.in_passage += is_inside;
      score.reported += !ops.empty();
      for (const std::string& op : ops) ++score.ops[op];
    }
  }
  return scores;
}

}  // namespace fabula::eval
