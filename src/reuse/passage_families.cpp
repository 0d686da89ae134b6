#include "reuse/passage_families.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace fabula::reuse {
namespace {

// An article with more passages than this is compared with its latest ones only.
constexpr std::size_t kMaxLookBack = 64;

std::uint32_t overlap(Range x, Range y) {
  const std::uint32_t begin = std::max(x.begin, y.begin);
  const std::uint32_t end = std::min(x.end, y.end);
  return end > begin ? end - begin : 0;
}

}  // namespace

void PassageFamilies::add(std::span<const SharedPassage> passages,
                          std::vector<std::uint32_t>* families) {
  for (const SharedPassage& passage : passages) {
    std::uint32_t family = kNone;
    if (!is_hidden(passage.type)) {
      const Match in_a = best_match(passage.a, passage.a_range);
      const Match in_b = best_match(passage.b, passage.b_range);
      family = in_b.overlap > in_a.overlap ? in_b.family : in_a.family;
      if (family == kNone) family = n_families_++;
      hold(passage.a, passage.a_range, family);
      hold(passage.b, passage.b_range, family);
    }
    if (families != nullptr) families->push_back(family);
  }
}

PassageFamilies::Match PassageFamilies::best_match(std::uint32_t article, Range range) const {
  Match best;
  std::size_t n_left = kMaxLookBack;
  for (std::uint32_t i = last_segment_[article]; i != kNone && n_left > 0; --n_left) {
    const Segment& segment = segments_[i];
    const std::uint32_t shared = overlap(segment.range, range);
    if (2 * shared >= std::max(segment.range.size(), range.size()) &&
        (shared > best.overlap || (shared == best.overlap && segment.family < best.family)))
      best = {shared, segment.family};
    i = segment.previous;
  }
  return best;
}

PassageFamilies::Segment* PassageFamilies::find_segment(std::uint32_t article,
                                                        std::uint32_t family) {
  std::size_t n_left = kMaxLookBack;
  for (std::uint32_t i = last_segment_[article]; i != kNone && n_left > 0; --n_left) {
    if (segments_[i].family == family) return &segments_[i];
    i = segments_[i].previous;
  }
  return nullptr;
}

// Words that stand elsewhere in the article as well are held once.
void PassageFamilies::hold(std::uint32_t article, Range range, std::uint32_t family) {
  if (Segment* held = find_segment(article, family)) {
    if (!held->range.overlaps(range)) return;
    held->range.begin = std::min(held->range.begin, range.begin);
    held->range.end = std::max(held->range.end, range.end);
    return;
  }
  segments_.push_back({range, family, article, last_segment_[article]});
  last_segment_[article] = static_cast<std::uint32_t>(segments_.size() - 1);
}

std::vector<std::vector<Holder>> PassageFamilies::holders() const {
  std::vector<std::vector<Holder>> of_family(n_families_);
  for (const Segment& segment : segments_)
    of_family[segment.family].push_back({segment.article, segment.range});
  for (auto& family : of_family) {
    std::sort(family.begin(), family.end());
    const auto same = [](const Holder& x, const Holder& y) { return x.article == y.article; };
    family.erase(std::unique(family.begin(), family.end(), same), family.end());
    if (family.size() < 2) family.clear();
  }
  return of_family;
}

namespace {

std::uint64_t count_bytes(std::span<const Holder> holders) {
  std::uint64_t n = 0;
  for (const Holder& holder : holders) n += holder.range.size();
  return n;
}

bool lies_in(Range inner, Range outer) {
  return std::uint64_t{10} * overlap(inner, outer) >= std::uint64_t{9} * inner.size();
}

bool lies_in(std::span<const Holder> inner, std::span<const Holder> outer) {
  return std::all_of(inner.begin(), inner.end(), [&](const Holder& holder) {
    const auto found = std::lower_bound(
        outer.begin(), outer.end(), holder.article,
        [](const Holder& x, std::uint32_t article) { return x.article < article; });
    return found != outer.end() && found->article == holder.article &&
           lies_in(holder.range, found->range);
  });
}

// The first place of a family, or another place of one that may hold it.
struct Place {
  std::uint32_t article = 0;
  Range range;
  std::uint32_t family = 0;
  bool is_first = false;
};

}  // namespace

void drop_inner_families(std::vector<std::vector<Holder>>& families) {
  std::vector<Place> places;
  for (std::uint32_t f = 0; f < families.size(); ++f)
    for (const Holder& holder : families[f])
      places.push_back({holder.article, holder.range, f, &holder == families[f].data()});
  std::sort(places.begin(), places.end(), [](const Place& x, const Place& y) {
    return std::tuple(x.article, x.range.begin, y.range.end, x.family) <
           std::tuple(y.article, y.range.begin, x.range.end, y.family);
  });
  std::vector<bool> is_inner(families.size(), false);
  const auto compare = [&](const Place& inner, const Place& outer) {
    if (!inner.is_first || is_inner[inner.family] || !lies_in(inner.range, outer.range)) return;
    const auto& small = families[inner.family];
    const auto& big = families[outer.family];
    if (std::pair(count_bytes(big), inner.family) <= std::pair(count_bytes(small), outer.family))
      return;
    if (small.size() <= big.size() && lies_in(small, big)) is_inner[inner.family] = true;
  };
  for (std::size_t i = 0; i < places.size(); ++i)
    for (std::size_t j = i - std::min(i, kMaxLookBack); j < i; ++j) {
      if (places[j].article != places[i].article) continue;
      compare(places[i], places[j]);
      compare(places[j], places[i]);
    }
  for (std::size_t f = 0; f < families.size(); ++f)
    if (is_inner[f]) families[f].clear();
}

}  // namespace fabula::reuse
