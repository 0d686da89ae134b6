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

// Marks at most one of article.date_candidates as chosen and fills article.published.
//
// Origins that can be chosen, the most trusted first: "json-ld", "meta", "microdata" (what the page
// states for machines), "record", "front-matter", "first-line", "byline", "dateline", "last-line",
// "time" (a <time> of the head of the article), "url". A finer candidate that lies inside a coarser
// one wins over it: the URL's month does not hide the byline's day.
//
// Every candidate that cannot be chosen says why in `rejected`: a day after options.not_after or
// after the day the page was saved (a candidate with the origin "captured"; one day is allowed for
// time zones), 1970-01-01, a year before 1900, the origins "comment", "modified" (a later
// version's), "file" and "captured" themselves, and any unknown origin. A reason that is already
// there is kept. Without a choice the basis is kUnknown; the day of saving, if known, is then the
// latest day.
void choose_published(Article& article, const ExtractOptions& options);

}  // namespace fabula::extract
