#include "model/pile.hpp"

#include "base/hash.hpp"

namespace fabula {

std::string quote_id(const Article& article, const Quote& quote) {
  return content_id('q', {article.id, std::to_string(quote.range.begin),
                          std::to_string(quote.range.end), name_of(quote.kind)});
}

std::string time_id(const Article& article, const TimeExpression& time) {
  return content_id('t',
                    {article.id, std::to_string(time.range.begin), std::to_string(time.range.end)});
}

}  // namespace fabula
