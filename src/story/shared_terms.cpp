#include "story/shared_terms.hpp"

#include <algorithm>

namespace fabula::story {
namespace {

struct Share {
  std::uint32_t id = 0;
  float share = 0;
};

// The greatest, up to `most`, greatest first.
std::vector<Share> shares_of(const TermVector& a, const TermVector& b, std::size_t most) {
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
  const std::size_t n = std::min(most, shares.size());
  std::ranges::partial_sort(shares, shares.begin() + static_cast<std::ptrdiff_t>(n),
                            [](const Share& one, const Share& other) {
                              return one.share != other.share ? one.share > other.share
                                                              : one.id < other.id;
                            });
  shares.resize(n);
  return shares;
}

// Terms of an article that are looked for in it, and where they stand first. By id, as by key.
struct Sought {
  std::vector<std::uint32_t> ids;
  std::vector<Range> places;
  [[nodiscard]] Range place_of(std::uint32_t id) const {
    return places[static_cast<std::size_t>(std::ranges::lower_bound(ids, id) - ids.begin())];
  }
};

void find_places(const AnnotatedArticle& article, std::span<const TermKey> keys, Sought& sought) {
  if (sought.ids.empty()) return;
  std::ranges::sort(sought.ids);
  const auto twice = std::ranges::unique(sought.ids);
  sought.ids.erase(twice.begin(), twice.end());
  std::vector<TermKey> wanted;
  for (const std::uint32_t id : sought.ids) wanted.push_back(keys[id]);
  sought.places = places_of(article, wanted);
}

}  // namespace

std::vector<std::vector<SharedTerm>> most_shared(std::span<const AnnotatedArticle> articles,
                                                 const Terms& terms,
                                                 std::span<const Compared> pairs, std::size_t most,
                                                 const Context& context) {
  // A pair of words and each word of it are three terms at one place.
  const std::size_t n_looked_at = 3 * most;
  std::vector<std::vector<Share>> shares(pairs.size());
  parallel_for(context, pairs.size(), [&](std::size_t i) {
    shares[i] =
        shares_of(terms.of_article[pairs[i].here], terms.of_article[pairs[i].there], n_looked_at);
  });
  std::vector<Sought> sought(articles.size());
  for (std::size_t i = 0; i < pairs.size(); ++i)
    for (const Share& share : shares[i])
      for (const std::uint32_t article : {pairs[i].here, pairs[i].there})
        sought[article].ids.push_back(share.id);
  parallel_for(context, articles.size(),
               [&](std::size_t a) { find_places(articles[a], terms.keys, sought[a]); });
  std::vector<std::vector<SharedTerm>> out(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i)
    for (const Share& share : shares[i]) {
      if (out[i].size() == most) break;
      const Range here = sought[pairs[i].here].place_of(share.id);
      const auto is_over = [&](const SharedTerm& before) { return before.here.overlaps(here); };
      if (std::ranges::none_of(out[i], is_over))
        out[i].push_back({here, sought[pairs[i].there].place_of(share.id), share.share});
    }
  return out;
}

}  // namespace fabula::story
