// A record of a pile by its public id.
#pragma once

#include <string_view>
#include <variant>

#include "base/error.hpp"
#include "model/pile.hpp"

namespace fabula::render {

struct FoundQuote {
  RecordRef ref;
};
struct FoundTime {
  RecordRef ref;
};
struct FoundArticle {
  std::uint32_t article;
};

using FoundRecord = std::variant<FoundArticle, FoundQuote, FoundTime, const Person*, const Family*,
                                 const ReuseLink*, const Passage*, const CopyGroup*, const Story*,
                                 const Event*, const NewsItem*, const Disagreement*>;

// The one record whose id begins with `id`; when there is none, the article that find_article()
// finds. Errors: kUsage "no line with id 'q999'", or the ids between which it cannot choose. Cost:
// one pass over the pile.
[[nodiscard]] Result<FoundRecord> find_record(const Pile& pile, std::string_view id);

// The one article, as an index into pile.articles, whose id begins with `name`, or one of whose
// places is `name` or ends with it behind a '/': "river.html" is "pile/river.html", "er.html" is
// not. An id or a place that is exactly `name` goes before all others.
// Errors: kUsage, with the candidates when there are several, or with what is like it.
[[nodiscard]] Result<std::uint32_t> find_article(const Pile& pile, std::string_view name);

}  // namespace fabula::render
