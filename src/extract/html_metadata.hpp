// What a page says about itself outside of its text: title, byline, outlet, address, language, and
// every date that could be the publication date, each with its origin.
//
// Sources, the most trusted first: JSON-LD, meta elements, microdata, link and html attributes,
// the headline, <time> elements, the address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/html_blocks.hpp"
#include "extract/html_tree.hpp"
#include "extract/metadata_jsonld.hpp"
#include "model/article.hpp"

namespace fabula::extract {

struct PageMetadata {
  std::string title;
  std::string byline;  // names only, "Ana Lima, Rui Costa"
  std::string outlet;
  std::string url;
  std::string language;              // ISO 639-1
  std::vector<DateCandidate> dates;  // in order of trust; without those of the visible text
  std::string article_body;          // as JSON-LD has it
};

[[nodiscard]] PageMetadata read_metadata(const HtmlTree& tree);

// `title` without the name of its outlet at either end: "Dam holds | River Post" -> "Dam holds".
// headline: an <h1> of the page, which proves where the title ends; may be empty.
[[nodiscard]] std::string without_outlet(std::string_view title, std::string_view outlet,
                                         std::string_view headline);

// The date in an address: "/2021/09/29/", "/2021/sep/29/", "-2021-09-29", "/20210929/", and the
// month of "/2021/09/". Unknown when there is none.
[[nodiscard]] When date_in_url(std::string_view url);

}  // namespace fabula::extract
