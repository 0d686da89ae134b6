#include "reconcile/reconcile.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "reconcile/credits.hpp"
#include "reconcile/directions.hpp"
#include "reconcile/lineage.hpp"
#include "reconcile/longer_passages.hpp"
#include "reconcile/named_outlets.hpp"

namespace fabula::reconcile {
namespace {

// Passages that one thread traces in a row: enough to keep its memory warm.
constexpr std::size_t kPassagesABatch = 64;

std::optional<std::int32_t> number_of(const std::optional<Day>& day) {
  if (!day) return {};
  return static_cast<std::int32_t>(day->time_since_epoch().count());
}

Published stated_days(const Article& article) {
  if (article.published.basis != DateBasis::kStated) return {};
  const When& when = article.published.when;
  return {number_of(when.earliest), number_of(when.latest)};
}

// What is asked of an article again and again.
struct Imprint {
  Published published;
  std::optional<text::AgencyCredit> credit;
  std::string outlet;      // its key, see named_outlets.hpp
  std::uint32_t rank = 0;  // place in the working order
};

std::vector<Imprint> read_imprints(const Pile& pile, const Context& context) {
  const std::size_t n = pile.articles.size();
  std::vector<bool> is_holder(n, false);
  for (const Passage& passage : pile.passages)
    for (const PassageHolder& holder : passage.holders) is_holder[holder.span.article] = true;
  std::vector<Imprint> imprints(n);
  parallel_for(context, n, [&](std::size_t i) {
    if (!is_holder[i]) return;
    const Article& article = pile.articles[i].article;
    imprints[i] = {stated_days(article), find_credit(article), outlet_key(article.outlet), 0};
  });
  std::vector<std::uint32_t> order(n);
  for (std::uint32_t i = 0; i < n; ++i) order[i] = i;
  const auto key = [&](std::uint32_t i) {
    const Article& article = pile.articles[i].article;
    const auto& day = imprints[i].published.earliest;
    const std::string_view source =
        article.sources.empty() ? std::string_view{} : article.sources.front();
    return std::tuple(!day.has_value(), day.value_or(0), source, std::string_view(article.id), i);
  };
  std::ranges::sort(order, {}, key);
  for (std::uint32_t rank = 0; rank < n; ++rank) imprints[order[rank]].rank = rank;
  return imprints;
}

// A link and the two holders of a passage it lies in.
struct LinkInPassage {
  std::uint32_t passage = 0;
  std::uint32_t link = 0;
  std::uint32_t a = 0;  // indexes into the passage's holders
  std::uint32_t b = 0;
  friend constexpr auto operator<=>(const LinkInPassage&, const LinkInPassage&) = default;
};

std::uint64_t n_shared_bytes(Range x, Range y) {
  const std::uint32_t begin = std::max(x.begin, y.begin), end = std::min(x.end, y.end);
  return begin < end ? end - begin : 0;
}

// Finds for each link the passage that shares most of its bytes on both sides.
class PassageFinder {
 public:
  explicit PassageFinder(const Pile& pile) : pile_(pile), begins_(pile.articles.size() + 1, 0) {
    for (const Passage& passage : pile.passages)
      for (const PassageHolder& holder : passage.holders) ++begins_[holder.span.article + 1];
    for (std::size_t i = 0; i + 1 < begins_.size(); ++i) begins_[i + 1] += begins_[i];
    places_.resize(begins_.back());
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (std::uint32_t p = 0; p < pile.passages.size(); ++p)
      for (std::uint32_t h = 0; h < pile.passages[p].holders.size(); ++h)
        places_[next[pile.passages[p].holders[h].span.article]++] = {p, h};
  }

  [[nodiscard]] std::optional<LinkInPassage> find(std::uint32_t link_i) const {
    const ReuseLink& link = pile_.reuse[link_i];
    const auto in_a = places_of(link.a.article), in_b = places_of(link.b.article);
    std::optional<LinkInPassage> best;
    std::uint64_t most = 0;
    const bool a_is_shorter = in_a.size() <= in_b.size();
    const auto few = a_is_shorter ? in_a : in_b, many = a_is_shorter ? in_b : in_a;
    for (const Place& place : few) {
      const auto found = std::ranges::lower_bound(many, place.passage, {}, &Place::passage);
      if (found == many.end() || found->passage != place.passage) continue;
      const Place& a = a_is_shorter ? place : *found;
      const Place& b = a_is_shorter ? *found : place;
      const std::uint64_t n_a = n_shared_bytes(range_of(a), link.a.range);
      const std::uint64_t n_b = n_shared_bytes(range_of(b), link.b.range);
      if (n_a == 0 || n_b == 0 || n_a + n_b <= most) continue;
      most = n_a + n_b;
      best = {place.passage, link_i, a.holder, b.holder};
    }
    return best;
  }

 private:
  struct Place {
    std::uint32_t passage;
    std::uint32_t holder;
  };

  [[nodiscard]] std::span<const Place> places_of(std::uint32_t article) const {
    return std::span(places_).subspan(begins_[article], begins_[article + 1] - begins_[article]);
  }
  [[nodiscard]] Range range_of(const Place& place) const {
    return pile_.passages[place.passage].holders[place.holder].span.range;
  }

  const Pile& pile_;
  std::vector<std::uint32_t> begins_;  // by article, into places_
  std::vector<Place> places_;          // by article, then passage
};

bool is_told(const ReuseLink& link) { return link.type != "furniture" && link.type != "chance"; }

std::vector<LinkInPassage> place_links(const Pile& pile, const Context& context) {
  const PassageFinder finder(pile);
  std::vector<std::optional<LinkInPassage>> found(pile.reuse.size());
  parallel_for(context, pile.reuse.size(), [&](std::size_t i) {
    if (is_told(pile.reuse[i])) found[i] = finder.find(static_cast<std::uint32_t>(i));
  });
  std::vector<LinkInPassage> placed;
  for (const auto& link : found)
    if (link) placed.push_back(*link);
  std::sort(placed.begin(), placed.end());
  return placed;
}

// Words that both may have heard or bought elsewhere, and those full of wrong letters: the changes
// in them alone do not say which way they went.
bool needs_dates(const ReuseLink& link) {
  return link.type == "quote" || link.type == "agency" || link.type == "release" ||
         10 * link.words < 7 * link.aligned_words;
}

// Traces passages one after the other. Writes only to the passage and to the links given with it.
class PassageTracer {
 public:
  PassageTracer(Pile& pile, std::span<const Imprint> imprints, const LongerPassages& longer)
      : pile_(pile), imprints_(imprints), longer_(longer) {}

  void trace(std::uint32_t passage_i, std::span<const LinkInPassage> links) {
    Passage& passage = pile_.passages[passage_i];
    put_in_order(passage);
    read_longer_sources(passage_i);
    find_named_sources(passage);
    Lineage lineage = tracer_.trace(members_);
    doubt_sources(passage, lineage);
    passage.lost_source = lineage.lost_source;
    for (std::uint32_t m = 0; m < members_.size(); ++m)
      fill(passage, passage.holders[order_[m]], lineage.members[m]);
    for (const LinkInPassage& at : links) {
      auto [way, because] = tell_direction(members_, lineage, place_[at.a], place_[at.b]);
      ReuseLink& link = pile_.reuse[at.link];
      link.because = std::move(because);
      link.direction = way;
      const bool a_first =
          is_before(members_[place_[at.a]].published, members_[place_[at.b]].published);
      const bool b_first =
          is_before(members_[place_[at.b]].published, members_[place_[at.a]].published);
      const bool dates_agree = (way == "a->b" && a_first) || (way == "b->a" && b_first);
      const Member& copy = members_[place_[way == "a->b" ? at.b : at.a]];
      const std::uint32_t source = place_[way == "a->b" ? at.a : at.b];
      const bool is_named = copy.named_source == static_cast<std::int32_t>(source);
      if (way != "unknown" && !dates_agree && !is_named && needs_dates(link)) {
        link.direction = "unknown";
        link.because = "Both may have the words from elsewhere, and the dates do not tell.";
      }
    }
  }

 private:
  void put_in_order(const Passage& passage) {
    const auto n = static_cast<std::uint32_t>(passage.holders.size());
    order_.resize(n);
    place_.resize(n);
    for (std::uint32_t h = 0; h < n; ++h) order_[h] = h;
    std::ranges::sort(order_, {}, [&](std::uint32_t h) {
      return std::pair(imprints_[passage.holders[h].span.article].rank, h);
    });
    members_.clear();
    for (std::uint32_t m = 0; m < n; ++m) {
      place_[order_[m]] = m;
      const Span span = passage.holders[order_[m]].span;
      const Article& article = pile_.articles[span.article].article;
      const Imprint& imprint = imprints_[span.article];
      members_.push_back({words_of(article.text, span.range), imprint.published,
                          article.published.when.edtf, article.outlet,
                          imprint.credit ? imprint.credit->name : std::string_view{}});
    }
  }

  // The first member whose outlet another names in the words or around them. An outlet names
  // itself, too: "told the Quay Post" in the Quay Post.
  void find_named_sources(const Passage& passage) {
    constexpr std::uint32_t kBytesAround = 300;
    std::map<std::string_view, std::uint32_t> first_of_outlet;
    for (std::uint32_t m = 0; m < members_.size(); ++m)
      if (const std::string& key = outlet_of(passage, m); !key.empty())
        first_of_outlet.emplace(key, m);
    if (first_of_outlet.size() < 2) return;
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      const Span span = passage.holders[order_[m]].span;
      const std::string_view text = pile_.articles[span.article].article.text;
      const std::uint32_t begin = span.range.begin - std::min(span.range.begin, kBytesAround);
      const std::string& own = outlet_of(passage, m);
      for (const std::string& key :
           find_named_keys(text.substr(begin, span.range.end - begin + kBytesAround))) {
        const auto found = first_of_outlet.find(key);
        if (found == first_of_outlet.end() || key == own) continue;
        members_[m].named_source = static_cast<std::int32_t>(found->second);
        break;
      }
    }
  }

  [[nodiscard]] const std::string& outlet_of(const Passage& passage, std::uint32_t m) const {
    return imprints_[passage.holders[order_[m]].span.article].outlet;
  }

  void read_longer_sources(std::uint32_t passage) {
    longer_.read_sources(passage, longer_sources_);
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      const LongerSource& source = longer_sources_[order_[m]];
      if (source.holder < 0) continue;
      members_[m].longer_source =
          static_cast<std::int32_t>(place_[static_cast<std::size_t>(source.holder)]);
      members_[m].longer_margin = source.margin;
    }
  }

  // A source that a longer passage found to be less likely than one that is not here.
  void doubt_sources(const Passage& passage, Lineage& lineage) const {
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      MemberLineage& member = lineage.members[m];
      const LongerSource& longer = longer_sources_[order_[m]];
      if (member.standing != Standing::kCopy || longer.passage < 0 || longer.holder >= 0) continue;
      const std::uint32_t source =
          passage.holders[order_[static_cast<std::size_t>(member.from)]].span.article;
      if (longer_.holder_in(static_cast<std::uint32_t>(longer.passage), source) < 0) continue;
      member = {};
      member.because.emplace_back(
          "It has these words as part of a longer passage, from an article that tells them "
          "otherwise.");
    }
  }

  void fill(const Passage& passage, PassageHolder& holder, const MemberLineage& traced) const {
    holder.standing = name_of(traced.standing);
    holder.from = traced.standing == Standing::kCopy ? holder_of(traced.from) : -1;
    holder.runner_up = holder_of(traced.runner_up);
    holder.margin = traced.margin;
    holder.because = traced.because;
    holder.evidence.clear();
    if (holder.from < 0) return;
    const Span here = holder.span;
    const Span there = passage.holders[static_cast<std::size_t>(holder.from)].span;
    for (const Witness& witness : traced.witnesses) {
      holder.evidence.push_back(inside(here, witness.here));
      holder.evidence.push_back(inside(there, witness.there));
    }
  }

  [[nodiscard]] std::int32_t holder_of(std::int32_t member) const {
    return member < 0 ? -1 : static_cast<std::int32_t>(order_[static_cast<std::size_t>(member)]);
  }

  // Bytes of the span's words as bytes of its article.
  static Span inside(const Span& span, Range words) {
    return {span.article, {span.range.begin + words.begin, span.range.begin + words.end}};
  }

  Pile& pile_;
  std::span<const Imprint> imprints_;
  const LongerPassages& longer_;
  LineageTracer tracer_;
  std::vector<LongerSource> longer_sources_;
  std::vector<std::uint32_t> order_;  // by member: the holder
  std::vector<std::uint32_t> place_;  // by holder: the member
  std::vector<Member> members_;
};

}  // namespace

Result<void> trace_copies(Pile& pile, const Context& context) {
  const std::vector<Imprint> imprints = read_imprints(pile, context);
  const std::vector<LinkInPassage> links = place_links(pile, context);
  const auto links_of = [&](std::size_t passage) {
    const auto found = std::ranges::equal_range(links, static_cast<std::uint32_t>(passage), {},
                                                &LinkInPassage::passage);
    return std::span<const LinkInPassage>(found.begin(), found.end());
  };
  const LongerPassages longer(pile);
  for (const std::vector<std::uint32_t>& step : longer.steps()) {
    const std::size_t n = step.size();
    parallel_for(context, (n + kPassagesABatch - 1) / kPassagesABatch, [&](std::size_t batch) {
      PassageTracer tracer(pile, imprints, longer);
      const std::size_t end = std::min(n, (batch + 1) * kPassagesABatch);
      for (std::size_t i = batch * kPassagesABatch; i < end && !context.stop.stop_requested(); ++i)
        tracer.trace(step[i], links_of(step[i]));
    });
  }
  if (context.stop.stop_requested())
    return fail(Errc::kInterrupted, "stopped while tracing copies");
  return {};
}

}  // namespace fabula::reconcile
