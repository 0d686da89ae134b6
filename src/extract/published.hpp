// Publication dates: reading them as they are written, and choosing one by a stated rule.
#pragma once

#include <optional>
#include <string_view>

#include "extract/extract.hpp"
#include "model/article.hpp"

namespace fabula::extract {

// A date as pages and agencies print it, anywhere in `text`: "2021-09-29", "2018-06-01T08:30:00Z",
// "Nov. 10, 2020", "10 November 2020", "Tuesday, September 28, 2021 at 9:15 am", "10/11/2020" (only
// where day and month cannot be confused), "November 2020". Nothing without a year.
struct WrittenDate {
  When when;
  std::uint32_t begin = 0;  // bytes of `text`
  std::uint32_t end = 0;
};
[[nodiscard]] std::optional<WrittenDate> find_written_date(std::string_view text);

// Marks at most one of article.date_candidates as chosen and fills article.published. The rule, in
// order: what the page states for machines (json-ld, meta), the record's field, the first line, the
// byline, a <time> of the head of the article, the URL. Rejected and never chosen: a day after
// options.not_after, 1970-01-01 and the years before 1900, a date with the origin "comment" or
// "modified" (a later version's), the file's own time.
void choose_published(Article& article, const ExtractOptions& options);

}  // namespace fabula::extract
