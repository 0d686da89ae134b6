// Whom a text names as the source of its words: news agencies and press release services.
//
//   VALE, June 11 (Meridian Wire) — The bridge ...      in the brackets of a dateline
//   The bridge is shut, the port said. (AP)              in brackets near the beginning
//   By Mara Voss, Associated Press                       in the byline
//   © 2031 Reuters                                       in a copyright line near the end
//
// "told Reuters" and the credits of pictures are no such thing; nor is "(PA)" behind somebody's
// name. The names known are those of agencies_table.inc; in a dateline any name will do.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace fabula::text {

struct AgencyCredit {
  std::string_view name;  // "Associated Press"; the table's, or lives as long as the text
  Range range;            // the words in the text; empty when they stand outside of it
  bool is_release = false;
};

// Where an article may name an agency.
struct CreditLines {
  std::string_view text;
  std::string_view byline;  // as its source states it; may be empty, so may the next
  std::string_view outlet;
  std::vector<Range> about_author;  // bylines and datelines of the text
  std::vector<Range> openings;      // what may begin with a dateline: such lines, the story's first
};

// The first of the places above that names one; nothing when none does. Pure; any number of
// threads. Cost: linear in the 400 bytes at either end and in the lines given.
[[nodiscard]] std::optional<AgencyCredit> find_agency_credit(const CreditLines& lines);

// Is this a line such as "The Associated Press contributed to this report."?
[[nodiscard]] bool is_agency_credit_line(std::string_view text);

}  // namespace fabula::text
