#include "render/find_record.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace fabula::render {
namespace {

constexpr std::size_t kMinPrefix = 4;
constexpr std::size_t kMostNamed = 5;  // candidates named in an error

enum class Fit : std::uint8_t { kNone, kPart, kWhole };

Fit fit_of(const Article& article, std::string_view name) {
  Fit best = Fit::kNone;
  for (const std::string& source : article.sources) {
    if (source == name) return Fit::kWhole;
    if (source.ends_with(name) && source[source.size() - name.size() - 1] == '/') best = Fit::kPart;
  }
  if (article.id == name) return Fit::kWhole;
  if (name.size() >= kMinPrefix && article.id.starts_with(name)) best = Fit::kPart;
  return best;
}

}  // namespace

Result<std::uint32_t> find_article(const Pile& pile, std::string_view name) {
  constexpr std::string_view kHint = "'fabula articles' lists ids and files";
  std::vector<std::uint32_t> whole, part;
  for (std::uint32_t i = 0; i < pile.articles.size() && !name.empty(); ++i) {
    const Fit fit = fit_of(pile.articles[i].article, name);
    if (fit == Fit::kWhole) whole.push_back(i);
    if (fit == Fit::kPart) part.push_back(i);
  }
  const std::vector<std::uint32_t>& found = whole.empty() ? part : whole;
  if (found.empty())
    return fail(Errc::kUsage, fmt::format("no article '{}'", name), {}, std::string(kHint));
  if (found.size() > 1) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(found.size(), kMostNamed); ++i) {
      const Article& a = pile.articles[found[i]].article;
      names.push_back(fmt::format("{} ({})", a.id, a.sources.front()));
    }
    return fail(Errc::kUsage,
                fmt::format("'{}' is the name of {} articles: {}{}", name, found.size(),
                            fmt::join(names, ", "), found.size() > kMostNamed ? ", ..." : ""),
                {}, "give one of the ids, or more of the path");
  }
  return found.front();
}

Result<FoundRecord> find_record(const Pile& pile, std::string_view id) {
  std::vector<FoundRecord> found;
  std::vector<std::string> ids;
  const auto consider = [&](const std::string& candidate, FoundRecord record) {
    if (!candidate.starts_with(id)) return;
    found.push_back(record);
    ids.push_back(candidate);
  };
  if (id.size() >= kMinPrefix) {
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
    for (const Event& e : pile.events) consider(e.id, &e);
  }
  if (found.empty())
    return fail(Errc::kUsage, fmt::format("no line with id '{}'", id), {},
                "ids stand in the last column of 'fabula timeline', 'quotes' and 'reuse'");
  if (found.size() > 1) {
    const std::size_t n_named = std::min(ids.size(), kMostNamed);
    return fail(Errc::kUsage,
                fmt::format("'{}' is the beginning of {} ids: {}{}", id, ids.size(),
                            fmt::join(ids.begin(),
                                      ids.begin() + static_cast<std::ptrdiff_t>(n_named), ", "),
                            ids.size() > n_named ? ", ..." : ""),
                {}, "give more of the id");
  }
  return found.front();
}

}  // namespace fabula::render
