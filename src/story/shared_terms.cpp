#include "story/shared_terms.hpp"

#include <algorithm>
#include <utility>

namespace fabula::story {
namespace {

struct Share {
  std::uint32_t id = 0;
  float share = 0;
};

// Greatest first.
std::vector<Share> shares_of(const TermVector& a, const TermVector& b) {
  std::vector<Share> shares;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->id < y->id) {
      ++x;
    } else if (y->id < x->id) {
      ++y;
    } else {
      shares.push_back({x->id, x->weight * y->weight});
      ++x;
      ++y;
    }
  }
  std::ranges::sort(shares, [](const Share& one, const Share& other) {
    return one.share != other.share ? one.share > other.share : one.id < other.id;
  });
  return shares;
}

}  // namespace

std::vector<SharedTerm> most_shared(const Weighed& here, const Weighed& there,
                                    std::span<const TermKey> keys, std::size_t most) {
  std::vector<Share> shares = shares_of(here.terms, there.terms);
  // A pair of words and each word of it are three terms at one place.
  if (shares.size() > 3 * most) shares.resize(3 * most);
  std::vector<TermKey> wanted;
  for (const Share& share : shares) wanted.push_back(keys[share.id]);
  std::ranges::sort(wanted);
  const std::vector<Range> places_here = places_of(here.article, wanted);
  const std::vector<Range> places_there = places_of(there.article, wanted);
  std::vector<SharedTerm> out;
  for (const Share& share : shares) {
    if (out.size() == most) break;
    const auto k =
        static_cast<std::size_t>(std::ranges::lower_bound(wanted, keys[share.id]) - wanted.begin());
    const auto is_over = [&](const SharedTerm& before) {
      return before.here.overlaps(places_here[k]);
    };
    if (std::ranges::none_of(out, is_over))
      out.push_back({places_here[k], places_there[k], share.share});
  }
  return out;
}

}  // namespace fabula::story
