#include "render/find_record.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "render/labels.hpp"
#include "text/fold.hpp"

namespace fabula::render {
namespace {

constexpr std::size_t kMostNamed = 5;  // candidates named in an error

enum class Fit : std::uint8_t { kNone, kPart, kWhole };

Fit fit_of(const Article& article, std::string_view name) {
  Fit best = Fit::kNone;
  for (const std::string& source : article.sources) {
    if (source == name) return Fit::kWhole;
    if (source.ends_with(name) && source[source.size() - name.size() - 1] == '/') best = Fit::kPart;
  }
  if (article.id == name) return Fit::kWhole;
  if (article.id.starts_with(name)) best = Fit::kPart;
  return best;
}

// Articles that `name` can mean: those it names in full when there are any.
std::vector<std::uint32_t> articles_named(const Pile& pile, std::string_view name) {
  std::vector<std::uint32_t> whole, part;
  for (std::uint32_t i = 0; i < pile.articles.size() && !name.empty(); ++i) {
    const Fit fit = fit_of(pile.articles[i].article, name);
    if (fit == Fit::kWhole) whole.push_back(i);
    if (fit == Fit::kPart) part.push_back(i);
  }
  return whole.empty() ? part : whole;
}

std::string first_of(const std::vector<std::string>& names) {
  const auto n = static_cast<std::ptrdiff_t>(std::min(names.size(), kMostNamed));
  return fmt::format("{}{}", fmt::join(names.begin(), names.begin() + n, ", "),
                     names.size() > kMostNamed ? ", ..." : "");
}

tl::unexpected<Error> several_articles(const Pile& pile, std::string_view name,
                                       const std::vector<std::uint32_t>& found) {
  std::vector<std::string> names;
  for (const std::uint32_t i : found) {
    const Article& a = pile.articles[i].article;
    names.push_back(fmt::format("{} ({})", short_id(a.id), a.sources.front()));
  }
  return fail(
      Errc::kUsage,
      fmt::format("'{}' is the name of {} articles: {}", name, found.size(), first_of(names)), {},
      "give one of the ids, or more of the path");
}

// Names of articles that are nearly `name`: a place that holds it, whatever the case.
std::string similar_articles(const Pile& pile, std::string_view name) {
  const std::string wanted = text::fold(name).text;
  std::vector<std::string> names;
  for (const AnnotatedArticle& a : pile.articles)
    for (const std::string& source : a.article.sources)
      if (!wanted.empty() && text::fold(source).text.find(wanted) != std::string::npos)
        names.push_back(fmt::format("{} ({})", short_id(a.article.id), source));
  if (names.empty()) return "'fabula articles' lists ids and files";
  return fmt::format("did you mean {}?", first_of(names));
}

}  // namespace

Result<std::uint32_t> find_article(const Pile& pile, std::string_view name) {
  const std::vector<std::uint32_t> found = articles_named(pile, name);
  if (found.empty())
    return fail(Errc::kUsage, fmt::format("no article '{}'", name), {},
                similar_articles(pile, name));
  if (found.size() > 1) return several_articles(pile, name, found);
  return found.front();
}

Result<FoundRecord> find_record(const Pile& pile, std::string_view id) {
  std::vector<FoundRecord> found;
  std::vector<std::string> ids;
  const auto consider = [&](std::string_view candidate, FoundRecord record) {
    if (!candidate.starts_with(id)) return;
    found.push_back(record);
    ids.emplace_back(candidate);
  };
  if (!id.empty()) {
    for (std::uint32_t i = 0; i < pile.articles.size(); ++i) {
      const AnnotatedArticle& a = pile.articles[i];
      consider(a.article.id, FoundArticle{i});
      if (id.front() == 'q')
        for (std::uint32_t k = 0; k < a.quotes.size(); ++k)
          consider(quote_id(a.article, a.quotes[k]), FoundQuote{{i, k}});
      if (id.front() == 't')
        for (std::uint32_t k = 0; k < a.times.size(); ++k)
          consider(time_id(a.article, a.times[k]), FoundTime{{i, k}});
    }
    for (const Person& p : pile.people) consider(p.id, &p);
    for (const Family& f : pile.families) consider(f.id, &f);
    for (const ReuseLink& r : pile.reuse) consider(r.id, &r);
    for (const Passage& p : pile.passages) consider(p.id, &p);
    for (const CopyGroup& c : pile.copies) consider(c.id, &c);
    for (const Story& s : pile.stories) consider(s.id, &s);
    for (const Event& e : pile.events) consider(e.id, &e);
    if (id.front() == 'n')
      for (const NewsItem& n : pile.news)
        consider(news_id(pile.articles[n.span.article].article, n), &n);
    for (const Disagreement& d : pile.disagreements) consider(d.id, &d);
  }
  if (found.empty()) {
    const std::vector<std::uint32_t> articles = articles_named(pile, id);
    if (articles.size() == 1) return FoundArticle{articles.front()};
    if (articles.size() > 1) return several_articles(pile, id, articles);
    return fail(Errc::kUsage, fmt::format("no line with id '{}'", id), {},
                "ids stand in the last column of 'fabula timeline', 'quotes', 'reuse' and others");
  }
  if (found.size() > 1)
    return fail(Errc::kUsage,
                fmt::format("'{}' is the beginning of {} ids: {}", id, ids.size(), first_of(ids)),
                {}, "give more of the id");
  return found.front();
}

}  // namespace fabula::render
