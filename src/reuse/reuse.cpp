#include "reuse/reuse.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

#include "base/hash.hpp"
#include "reuse/agency_text.hpp"
#include "reuse/pile_corpus.hpp"

namespace fabula::reuse {
namespace {

std::string link_id(const Article& a, Range a_range, const Article& b, Range b_range) {
  return content_id('r', {a.id, std::to_string(a_range.begin), std::to_string(a_range.end), b.id,
                          std::to_string(b_range.begin), std::to_string(b_range.end)});
}

// The id of a group, from those of what belongs to it.
std::string group_id(char kind, std::vector<std::string> parts) {
  std::sort(parts.begin(), parts.end());
  std::string joined;  // as content_id joins its parts
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) joined += '\0';
    joined += parts[i];
  }
  return content_id(kind, {joined});
}

ReuseLink make_link(const PileCorpus& corpus, SharedPassage& passage, std::string because) {
  const Article& a = corpus.article(passage.a);
  const Article& b = corpus.article(passage.b);
  ReuseLink link;
  link.a = {corpus.index(passage.a), passage.a_range};
  link.b = {corpus.index(passage.b), passage.b_range};
  link.id = link_id(a, link.a.range, b, link.b.range);
  link.words = passage.words.words;
  link.aligned_words = passage.words.aligned_words;
  link.type = name_of(passage.type);
  link.rule = rule_of(passage.type);
  link.because = std::move(because);
  link.direction = "unknown";
  link.moved = passage.moved;
  link.edits = std::move(passage.edits);
  return link;
}

// Frees the passages of `found` while it goes.
std::vector<ReuseLink> make_links(const PileCorpus& corpus, const Groups& groups, Found& found,
                                  const Context& context) {
  constexpr std::size_t kPassagesABatch = 65536;
  const AgencyText agencies(corpus, groups, found);
  std::vector<ReuseLink> links(found.passages.size());
  for (std::size_t first = 0; first < links.size(); first += kPassagesABatch) {
    const std::size_t n = std::min(kPassagesABatch, links.size() - first);
    parallel_for(context, n, [&](std::size_t i) {
      SharedPassage& passage = found.passages[i];
      links[first + i] =
          make_link(corpus, passage, agencies.because(passage, found.families[first + i]));
    });
    found.passages.erase(found.passages.begin(),
                         found.passages.begin() + static_cast<std::ptrdiff_t>(n));
  }
  std::sort(links.begin(), links.end(), [](const ReuseLink& x, const ReuseLink& y) {
    return std::tie(x.a, x.b) < std::tie(y.a, y.b);
  });
  return links;
}

CopyGroup make_group(const PileCorpus& corpus, std::span<const std::uint32_t> places) {
  CopyGroup group;
  std::vector<std::string> ids;
  for (const std::uint32_t place : places) {
    group.articles.push_back(corpus.index(place));
    ids.push_back(corpus.article(place).id);
  }
  std::sort(group.articles.begin(), group.articles.end());
  group.id = group_id('c', std::move(ids));
  return group;
}

Passage make_passage(const PileCorpus& corpus, std::span<const Holder> holders) {
  Passage passage;
  std::vector<std::string> parts;
  passage.holders.reserve(holders.size());
  for (const Holder& holder : holders) {
    passage.holders.emplace_back().span = {corpus.index(holder.article), holder.range};
    passage.holders.back().standing = "unknown";
    parts.push_back(corpus.article(holder.article).id + ' ' + std::to_string(holder.range.begin) +
                    ' ' + std::to_string(holder.range.end));
  }
  std::sort(passage.holders.begin(), passage.holders.end(),
            [](const PassageHolder& x, const PassageHolder& y) { return x.span < y.span; });
  passage.id = group_id('w', std::move(parts));
  passage.rule = "passage.shared-words";
  return passage;
}

}  // namespace

Result<Reuse> find_reuse(std::span<const AnnotatedArticle> articles, const ReuseOptions& options,
                         const Context& context) {
  const PileCorpus corpus(articles, context);
  Found all;
  FABULA_TRY(
      Groups groups,
      search(
          corpus, options,
          [&](std::vector<SharedPassage>&& passages, std::span<const std::uint32_t> families) {
            all.passages.insert(all.passages.end(), std::make_move_iterator(passages.begin()),
                                std::make_move_iterator(passages.end()));
            all.families.insert(all.families.end(), families.begin(), families.end());
          },
          context));
  Reuse found;
  found.links = make_links(corpus, groups, all, context);
  drop_inner_families(groups.families);
  for (const auto& places : groups.copies) found.copies.push_back(make_group(corpus, places));
  for (const auto& holders : groups.families)
    if (!holders.empty()) found.passages.push_back(make_passage(corpus, holders));
  const auto by_id = [](const auto& x, const auto& y) { return x.id < y.id; };
  std::sort(found.copies.begin(), found.copies.end(), by_id);
  std::sort(found.passages.begin(), found.passages.end(), by_id);
  return found;
}

}  // namespace fabula::reuse
