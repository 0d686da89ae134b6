// Lines that say who wrote the article.
//
//   fires       "By Jane Roe"   "By Jane Roe, Harbour Correspondent"   "Words by JANE ROE and Al
//   Vey" must not    "By Monday the water had gone."   "By then"   "By and large it held"
#pragma once

#include <string_view>

namespace fabula::extract {

[[nodiscard]] bool is_byline(std::string_view line);

// Two to four capitalised words and nothing else: "Jane Roe", but also "Bridge Falls". Says
// something only beside a date or a byline.
[[nodiscard]] bool is_bare_name(std::string_view line);

// The name and what follows it, without the words before it and without marks at its end; a view
// into `line`. "By Jane Roe |" gives "Jane Roe".
[[nodiscard]] std::string_view name_in_byline(std::string_view line);

}  // namespace fabula::extract
