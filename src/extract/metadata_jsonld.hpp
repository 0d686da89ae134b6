// What a page tells machines about itself in JSON-LD, read with tolerance.
//
//   {"@type": "NewsArticle", "headline": "…", "datePublished": "2021-09-29T08:30:00Z",
//    "author": [{"name": "Ana Lima"}], "publisher": {"name": "River Post"}}
//
// Accepted: arrays, @graph and nested records, authors by @id, several values one after the other,
// what stands before and after them (comments, CDATA marks, semicolons), line ends inside strings,
// wrong escapes, trailing commas, the whole block escaped as HTML. What cannot be read is left out.
// No recursion; linear.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fabula::extract {

// A record with a date, in document order.
struct JsonLdDate {
  enum class Kind : std::uint8_t { kPublished, kModified, kComment, kRelated };
  Kind kind;
  bool of_article;  // of an article; else of the page around it
  std::string written;
};

// Of all JSON-LD of a page: the first article's value, else the page's; empty when there is none.
struct JsonLdFacts {
  std::string headline;
  std::vector<std::string> authors;
  std::string publisher;
  std::string site_name;
  std::string language;
  std::string article_body;
  std::vector<JsonLdDate> dates;
  bool has_article = false;
};

// Adds what one <script type="application/ld+json"> says.
void read_json_ld(std::string_view block, JsonLdFacts& facts);

// The top-level JSON values of `block` with the faults named above repaired; not yet parsed.
[[nodiscard]] std::vector<std::string> repaired_json_values(std::string_view block);

}  // namespace fabula::extract
