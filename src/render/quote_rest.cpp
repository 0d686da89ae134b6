#include "render/quote_rest.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/shown_words.hpp"
#include "render/word_places.hpp"

namespace fabula::render {
namespace {

// The innermost quotation with byte `at` inside of its marks; reported speech has no marks to end.
const Quote* quote_at(const AnnotatedArticle& a, std::uint32_t at) {
  const Quote* innermost = nullptr;
  for (const Quote& quote : a.quotes) {
    if (quote.range.begin > at) break;
    if (quote.kind == QuoteKind::kIndirect) continue;
    const auto holds = [&](Range part) { return part.begin <= at && at < part.end; };
    if (std::ranges::any_of(quote.parts, holds)) innermost = &quote;
  }
  return innermost;
}

// First and last byte of the words of `span`; an empty span has none.
struct Ends {
  std::uint32_t first = 0, last = 0;
  bool any = false;
};
Ends ends_of(const Pile& pile, const Span& span) {
  const WordPlaces words(words_of(pile, span));
  if (words.size() == 0) return {};
  return {span.range.begin + words.place(0).begin,
          span.range.begin + words.place(words.size() - 1).begin, true};
}

class RestFinder {
 public:
  RestFinder(const Pile& pile, const ReuseLink& link) : pile_(pile), link_(link) {}

  std::vector<QuoteRest> run() {
    const Ends a = ends_of(pile_, link_.a), b = ends_of(pile_, link_.b);
    if (!a.any || !b.any) return {};
    look(true, a.first, b.first);
    look(false, a.last, b.last);
    return std::move(rests_);
  }

 private:
  // At the end of the passage where its words begin at `at_a` and `at_b`.
  void look(bool is_before, std::uint32_t at_a, std::uint32_t at_b) {
    const Quote* a = quote_at(pile_.articles[link_.a.article], at_a);
    const Quote* b = quote_at(pile_.articles[link_.b.article], at_b);
    if (a == nullptr || b == nullptr) return;
    add(Side::kA, is_before, *a);
    add(Side::kB, is_before, *b);
  }

  void add(Side side, bool is_before, const Quote& quote) {
    const Span& span = side_of(link_, side);
    Range outside = is_before ? Range{quote.range.begin, span.range.begin}
                              : Range{span.range.end, quote.range.end};
    if (outside.begin >= outside.end) return;
    outside = as_far_as_not_shared(side, is_before, outside);
    QuoteRest rest{side, is_before, 0, {}};
    for (Range part : quote.parts) {
      part = {std::max(part.begin, outside.begin), std::min(part.end, outside.end)};
      if (part.begin >= part.end) continue;
      const WordPlaces words(words_of(pile_, {span.article, part}));
      if (words.size() == 0) continue;
      rest.n_words += words.size();
      const Range inner = words.stretch(0, words.size());
      rest.parts.push_back({part.begin + inner.begin, part.begin + inner.end});
    }
    if (rest.n_words > 0) rests_.push_back(std::move(rest));
  }

  // What lies between the passage and the next one of the same two articles.
  [[nodiscard]] Range as_far_as_not_shared(Side side, bool is_before, Range outside) const {
    const auto article_of = [](const ReuseLink& link) { return link.a.article; };
    for (const ReuseLink& link :
         std::ranges::equal_range(pile_.reuse, link_.a.article, {}, article_of)) {
      if (link.b.article != link_.b.article || &link == &link_) continue;
      const Range shared = side_of(link, side).range;
      if (!shared.overlaps(outside)) continue;
      if (is_before)
        outside.begin = std::min(outside.end, std::max(outside.begin, shared.end));
      else
        outside.end = std::max(outside.begin, std::min(outside.end, shared.begin));
    }
    return outside;
  }

  const Pile& pile_;
  const ReuseLink& link_;
  std::vector<QuoteRest> rests_;
};

}  // namespace

std::vector<QuoteRest> quote_rests(const Pile& pile, const ReuseLink& link) {
  return RestFinder(pile, link).run();
}

std::string quote_rest_text(const Pile& pile, const ReuseLink& link, const std::string& name_a,
                            const std::string& name_b) {
  constexpr std::size_t kBytes = 60;
  std::string text;
  for (const QuoteRest& rest : quote_rests(pile, link)) {
    std::string words;
    for (const Range part : rest.parts) {
      if (!words.empty()) words += " … ";
      words += shown_words(pile, {side_of(link, rest.side).article, part});
    }
    text += fmt::format("{}{} in {}: '{}'", text.empty() ? "the quotation " : "; ",
                        rest.is_before ? "begins earlier" : "goes on",
                        rest.side == Side::kA ? name_a : name_b, one_line(words, kBytes));
  }
  return text;
}

}  // namespace fabula::render
