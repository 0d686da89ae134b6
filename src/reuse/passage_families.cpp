#include "reuse/passage_families.hpp"

#include <algorithm>

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

}  // namespace fabula::reuse
