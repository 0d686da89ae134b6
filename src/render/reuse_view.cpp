// Shared passages and their lineage as tables.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <set>

#include "render/changes.hpp"
#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/quote_rest.hpp"
#include "render/shown_words.hpp"
#include "render/views.hpp"
#include "render/word_places.hpp"
#include "text/fold.hpp"

namespace fabula::render {
namespace {

constexpr std::size_t kLineBytes = 400;   // of an article's words in one cell
constexpr std::size_t kFirstBytes = 110;  // the same for people, who look for more with `show`
constexpr auto kAll = static_cast<std::size_t>(-1);
constexpr std::size_t kMostChanges = 2;  // of a passage in one cell

// As in the published schema.
constexpr auto kClasses =
    std::to_array<std::string_view>({"copy", "agency", "release", "common-source", "quote", "self",
                                     "furniture", "credit", "chance"});

Cell number(std::uint64_t n) { return static_cast<std::int64_t>(n); }

bool is_hidden(const ReuseLink& link) {
  return link.type == "furniture" || link.type == "chance" || link.type == "credit";
}

bool touches(const Article& article, std::string_view wanted) {
  return article.id.starts_with(wanted) ||
         std::ranges::any_of(article.sources, [&](const std::string& source) {
           return source.find(wanted) != std::string::npos;
         });
}

// An article whose outlet is not known is of none, whatever its file is called.
bool is_of(const Article& article, std::string_view outlet) {
  return text::fold(article.outlet).text.find(text::fold(outlet).text) != std::string::npos;
}

// What to ask for instead.
std::string known_outlets(const Pile& pile) {
  constexpr std::size_t kMostNamed = 12;
  std::set<std::string> outlets;
  for (const AnnotatedArticle& a : pile.articles)
    if (!a.article.outlet.empty()) outlets.insert(a.article.outlet);
  if (outlets.empty())
    return "no article of this pile states its outlet; --article takes part of a path";
  const auto last =
      std::next(outlets.begin(), static_cast<std::ptrdiff_t>(std::min(outlets.size(), kMostNamed)));
  return fmt::format(
      "outlets of this pile: {}{}", fmt::join(outlets.begin(), last, ", "),
      outlets.size() > kMostNamed
          ? fmt::format(" and {} more ('fabula articles' lists them)", outlets.size() - kMostNamed)
          : "");
}

bool has(const std::vector<std::string>& classes, std::string_view wanted) {
  return std::ranges::find(classes, wanted) != classes.end();
}

// Everything but the class.
bool is_wanted(const Pile& pile, const ReuseLink& r, const ReuseFilter& filter) {
  const Article& a = pile.articles[r.a.article].article;
  const Article& b = pile.articles[r.b.article].article;
  return (filter.article.empty() || touches(a, filter.article) || touches(b, filter.article)) &&
         (filter.outlet.empty() || is_of(a, filter.outlet) || is_of(b, filter.outlet)) &&
         r.words >= filter.min_words;
}

bool is_class_wanted(const ReuseLink& r, const ReuseFilter& filter) {
  if (has(filter.classes, "all")) return true;
  if (!filter.classes.empty()) return has(filter.classes, r.type) || (filter.all && is_hidden(r));
  return filter.all || !is_hidden(r);
}

std::string when_label(const Article& article) {
  return article.published.when.known() ? when_text(article.published.when)
                                        : std::string("day not known");
}

// "River Post, 11 Mar 2024 → Vale Ledger, 12 Mar 2024"; the giver first where it is known, "↔"
// where it is not.
std::string way_text(const Article& a, const Article& b, std::string_view direction) {
  const auto side = [](const Article& article) {
    return fmt::format("{}, {}", source_label(article), when_label(article));
  };
  if (direction == "a->b") return side(a) + " → " + side(b);
  if (direction == "b->a") return side(b) + " → " + side(a);
  return side(a) + " ↔ " + side(b);
}

// "3: 'three times' → 'twice'; with 'again'; 1 more", "4 of marks or capitals", "none"
std::string changed_inside(const Pile& pile, const ReuseLink& link, const EditCounts& counts) {
  if (counts.n_words > 0)
    return fmt::format("{}: {}", counts.n_words,
                       changes_text(pile, {&link, Side::kA}, kMostChanges));
  if (counts.n_small > 0) return fmt::format("{} of marks or capitals", counts.n_small);
  return link.words == link.aligned_words ? "none" : "";
}

// The same, and what one side leaves off a quotation: that lies outside of the passage.
std::string changed_text(const Pile& pile, const ReuseLink& link, const EditCounts& counts,
                         const std::string& quote_rest) {
  const std::string inside = changed_inside(pile, link, counts);
  if (quote_rest.empty()) return inside;
  return inside == "none" || inside.empty() ? quote_rest : inside + "; " + quote_rest;
}

std::string quote_rest_of(const Pile& pile, const ReuseLink& link) {
  std::string a = source_label(pile.articles[link.a.article].article);
  std::string b = source_label(pile.articles[link.b.article].article);
  if (a == b) {
    a = "the first";
    b = "the second";
  }
  return quote_rest_text(pile, link, a, b);
}

}  // namespace

Result<void> check_filter(const Pile& pile, const ReuseFilter& filter) {
  for (const std::string& wanted : filter.classes)
    if (wanted != "all" && std::ranges::find(kClasses, wanted) == kClasses.end())
      return fail(Errc::kUsage, fmt::format("'{}' is no class of shared passages", wanted), {},
                  fmt::format("classes are {}, all", fmt::join(kClasses, ", ")));
  const auto any_article = [&](auto holds) {
    return std::ranges::any_of(pile.articles,
                               [&](const AnnotatedArticle& a) { return holds(a.article); });
  };
  if (!filter.article.empty() &&
      !any_article([&](const Article& a) { return touches(a, filter.article); }))
    return fail(Errc::kUsage, fmt::format("no article '{}'", filter.article), {},
                "'fabula articles' lists ids and files");
  if (!filter.outlet.empty() &&
      !any_article([&](const Article& a) { return is_of(a, filter.outlet); }))
    return fail(Errc::kUsage, fmt::format("no outlet '{}'", filter.outlet), {},
                known_outlets(pile));
  return {};
}

Table reuse_table(const Pile& pile, const ReuseFilter& filter) {
  Table table{
      {{"id", "", 0},          {"words", "WORDS", 5},      {"similarity_percent", "SAME %", 6},
       {"class", "CLASS", 13}, {"way", "FROM → TO", 32},   {"direction", "", 0},
       {"a_outlet", "", 0},    {"b_outlet", "", 0},        {"first_words", "FIRST WORDS", 0},
       {"text", "", 0},        {"changed", "CHANGES", 26}, {"changes", "", 0},
       {"edits", "", 0},       {"small_edits", "", 0},     {"quote_rest", "", 0},
       {"moved", "", 0},       {"a_published", "", 0},     {"a_source", "", 0},
       {"a_article", "", 0},   {"a_begin", "", 0},         {"a_end", "", 0},
       {"b_published", "", 0}, {"b_source", "", 0},        {"b_article", "", 0},
       {"b_begin", "", 0},     {"b_end", "", 0},           {"because", "", 0},
       {"rule", "", 0},        {"short", "ID", 8}},
      {}};
  std::vector<const ReuseLink*> links;
  for (const ReuseLink& r : pile.reuse)
    if (is_class_wanted(r, filter) && is_wanted(pile, r, filter)) links.push_back(&r);
  std::ranges::stable_sort(links, std::greater(), [](const ReuseLink* r) { return r->words; });
  for (const ReuseLink* r : links) {
    const Article& a = pile.articles[r->a.article].article;
    const Article& b = pile.articles[r->b.article].article;
    const EditCounts edits = count_edits(pile, *r);
    const std::string quote_rest = quote_rest_of(pile, *r);
    table.rows.push_back(
        {r->id.str(),
         number(r->words),
         number(r->aligned_words == 0 ? 0 : std::uint64_t{r->words} * 100 / r->aligned_words),
         r->type,
         way_text(a, b, r->direction),
         r->direction,
         source_label(a),
         source_label(b),
         one_line(shown_words(pile, r->a), kFirstBytes),
         one_line(shown_words(pile, r->a), kLineBytes),
         changed_text(pile, *r, edits, quote_rest),
         changes_text(pile, {r, Side::kA}, kAll),
         number(edits.n_words),
         number(edits.n_small),
         quote_rest,
         std::string(r->moved ? "yes" : "no"),
         a.published.when.edtf,
         a.sources.front(),
         a.id,
         number(r->a.range.begin),
         number(r->a.range.end),
         b.published.when.edtf,
         b.sources.front(),
         b.id,
         number(r->b.range.begin),
         number(r->b.range.end),
         r->because.str(),
         r->rule,
         short_id(r->id)});
  }
  return table;
}

std::size_t n_hidden_reuse(const Pile& pile, const ReuseFilter& filter) {
  if (!filter.classes.empty()) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(pile.reuse, [&](const ReuseLink& r) {
    return !is_class_wanted(r, filter) && is_wanted(pile, r, filter);
  }));
}

Table passages_table(const Pile& pile) {
  Table table{{{"passage", "", 0},
               {"short", "PASSAGE", 8, true},
               {"words", "WORDS", 5},
               {"standing", "THIS IS", 11},
               {"outlet", "SOURCE", 22},
               {"published", "PUBLISHED", 13},
               {"from_outlet", "FROM", 22},
               {"because", "BECAUSE", 36, true},
               {"first_words", "FIRST WORDS", 0, true},
               {"text", "", 0},
               {"source", "", 0},
               {"article", "", 0},
               {"begin", "", 0},
               {"end", "", 0},
               {"from_source", "", 0},
               {"from_article", "", 0},
               {"runner_up_source", "", 0},
               {"runner_up_article", "", 0},
               {"margin", "", 0},
               {"lost_source", "", 0},
               {"rule", "", 0}},
              {}};
  struct Counted {
    std::size_t n_words;
    const Passage* passage;
  };
  std::vector<Counted> passages;
  for (const Passage& p : pile.passages) {
    std::size_t most = 0;
    for (const PassageHolder& h : p.holders)
      most = std::max(most, count_words(words_of(pile, h.span)));
    passages.push_back({most, &p});
  }
  std::ranges::stable_sort(passages, std::greater(), &Counted::n_words);
  for (const auto& [n_words, p] : passages) {
    const std::vector<std::size_t> order = in_time_order(pile, *p);
    const std::string first_words =
        one_line(shown_words(pile, p->holders[order.front()].span), kFirstBytes);
    for (const std::size_t i : order) {
      const PassageHolder& h = p->holders[i];
      const Article& a = pile.articles[h.span.article].article;
      const auto holder = [&](std::int32_t index) -> const Article* {
        if (index < 0) return nullptr;
        return &pile.articles[p->holders[static_cast<std::size_t>(index)].span.article].article;
      };
      const Article* from = holder(h.from);
      const Article* second = holder(h.runner_up);
      table.rows.push_back({p->id,
                            short_id(p->id),
                            number(count_words(words_of(pile, h.span))),
                            h.standing,
                            source_label(a),
                            when_label(a),
                            from ? Cell(source_label(*from)) : Cell(),
                            std::string(fmt::format("{}", fmt::join(h.because, " "))),
                            first_words,
                            one_line(shown_words(pile, h.span), kLineBytes),
                            a.sources.front(),
                            a.id,
                            number(h.span.range.begin),
                            number(h.span.range.end),
                            from ? Cell(from->sources.front()) : Cell(),
                            from ? Cell(from->id) : Cell(),
                            second ? Cell(second->sources.front()) : Cell(),
                            second ? Cell(second->id) : Cell(),
                            number(h.margin),
                            std::string(p->lost_source ? "yes" : "no"),
                            p->rule});
    }
  }
  return table;
}

}  // namespace fabula::render
