#include "reuse/reuse.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "base/hash.hpp"
#include "reuse/anchors.hpp"
#include "reuse/classes.hpp"
#include "reuse/copies.hpp"
#include "reuse/pairs.hpp"
#include "reuse/pile_words.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::reuse {
namespace {

using Articles = std::span<const AnnotatedArticle>;

std::int32_t stated_day(const Article& article) {
  const Published& published = article.published;
  if (published.basis != DateBasis::kStated || !published.when.earliest) return kNoDay;
  return static_cast<std::int32_t>(published.when.earliest->time_since_epoch().count());
}

// Articles by stated day, those without one last; then by where they come from.
std::vector<std::uint32_t> working_order(Articles articles) {
  std::vector<std::uint32_t> order(articles.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::uint32_t i) {
    const Article& article = articles[i].article;
    const std::int32_t day = stated_day(article);
    const std::string_view source =
        article.sources.empty() ? std::string_view{} : article.sources.front();
    return std::tuple(day == kNoDay, day, source, std::string_view(article.id), i);
  };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t x, std::uint32_t y) { return key(x) < key(y); });
  return order;
}

std::vector<Imprint> read_imprints(Articles articles, std::span<const std::uint32_t> order) {
  std::map<std::string_view, std::uint32_t> outlets{{std::string_view{}, 0}};
  std::vector<Imprint> imprints;
  for (const std::uint32_t i : order) {
    const Article& article = articles[i].article;
    const auto number = static_cast<std::uint32_t>(outlets.size());
    imprints.push_back(
        {outlets.emplace(article.outlet, number).first->second, stated_day(article)});
  }
  return imprints;
}

void mark_learned_furniture(std::span<const Seed> seeds, const SeedShape& shape, PileWords& words) {
  for (const Seed& seed : seeds) {
    const auto begin =
        words.codes.begin() + static_cast<std::ptrdiff_t>(words.begins[seed.article] + seed.word);
    std::for_each_n(begin, shape.words, [](WordCode& code) { code |= kFurniture; });
  }
}

// One end of a passage: words [begin, end) of an article are bytes `range` of its frozen text.
struct Side {
  std::uint32_t article = 0;  // place in the working order
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Range range;
};

// Finds the bytes of all sides. Words are split once more, only in articles that share something.
void locate(Articles articles, std::span<const std::uint32_t> order, std::vector<Side>& sides,
            const Context& context) {
  std::vector<std::vector<std::uint32_t>> of_article(order.size());
  for (std::uint32_t i = 0; i < sides.size(); ++i) of_article[sides[i].article].push_back(i);
  parallel_for(context, order.size(), [&](std::size_t place) {
    if (of_article[place].empty()) return;
    const text::FoldedText folded = text::fold(articles[order[place]].article.text);
    std::vector<Range> words;
    text::split_folded(folded.text, words);
    for (const std::uint32_t i : of_article[place])
      sides[i].range =
          folded.map.to_source(Range{words[sides[i].begin].begin, words[sides[i].end - 1].end});
  });
}

std::vector<Side> sides_of(std::span<const PairPassage> pairs) {
  std::vector<Side> sides;
  sides.reserve(2 * pairs.size());
  for (const auto& [a, b, passage] : pairs) {
    sides.push_back({a, passage.a_begin, passage.a_end, {}});
    sides.push_back({b, passage.b_begin, passage.b_end, {}});
  }
  return sides;
}

std::string link_id(const Article& a, Range a_range, const Article& b, Range b_range) {
  return content_id('r', {a.id, std::to_string(a_range.begin), std::to_string(a_range.end), b.id,
                          std::to_string(b_range.begin), std::to_string(b_range.end)});
}

std::vector<ReuseLink> make_links(Articles articles, std::span<const std::uint32_t> order,
                                  const PileWords& words, std::span<const PairPassage> pairs,
                                  const Context& context) {
  std::vector<Side> sides = sides_of(pairs);
  locate(articles, order, sides, context);
  std::vector<ReuseLink> links(pairs.size());
  parallel_for(context, pairs.size(), [&](std::size_t i) {
    const PairPassage& found = pairs[i];
    const Article& a = articles[order[found.a]].article;
    const Article& b = articles[order[found.b]].article;
    ReuseLink& link = links[i];
    link.a = {order[found.a], sides[2 * i].range};
    link.b = {order[found.b], sides[2 * i + 1].range};
    link.id = link_id(a, link.a.range, b, link.b.range);
    link.words = found.passage.words;
    link.aligned_words = found.passage.aligned_words;
    Classified made = classify(words, found, a, b);
    link.type = std::move(made.type);
    link.direction = std::move(made.direction);
    link.because = std::move(made.because);
    link.rule = std::move(made.rule);
  });
  std::sort(links.begin(), links.end(), [](const ReuseLink& x, const ReuseLink& y) {
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });
  return links;
}

CopyGroup make_group(Articles articles, std::span<const std::uint32_t> order,
                     std::span<const std::uint32_t> places) {
  CopyGroup group;
  std::vector<std::string_view> ids;
  for (const std::uint32_t place : places) {
    group.articles.push_back(order[place]);
    ids.push_back(articles[order[place]].article.id);
  }
  std::sort(group.articles.begin(), group.articles.end());
  std::sort(ids.begin(), ids.end());
  std::string joined;  // as content_id joins its parts
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i > 0) joined += '\0';
    joined += ids[i];
  }
  group.id = content_id('c', {joined});
  return group;
}

}  // namespace

Result<Reuse> find_reuse(std::span<const AnnotatedArticle> articles, const ReuseOptions& options,
                         const Context& context) {
  const SeedShape shape = seed_shape_for(options.min_words);
  const std::vector<std::uint32_t> order = working_order(articles);
  FABULA_TRY(ReadPile pile, read_words(articles, order, shape, context));
  Anchors anchors = link_seeds(pile, read_imprints(articles, order), shape, context);
  mark_learned_furniture(anchors.furniture, shape, pile.words);
  const std::vector<PairPassage> pairs =
      pair_articles(pile.words, std::move(anchors.parts), shape, context);
  Reuse found;
  found.links = make_links(articles, order, pile.words, pairs, context);
  for (const auto& places : group_copies(pile.words, pairs, options.copy_percent))
    found.copies.push_back(make_group(articles, order, places));
  std::sort(found.copies.begin(), found.copies.end(),
            [](const CopyGroup& x, const CopyGroup& y) { return x.id < y.id; });
  if (context.stop.stop_requested()) return fail(Errc::kInterrupted, "stopped while comparing");
  return found;
}

}  // namespace fabula::reuse
