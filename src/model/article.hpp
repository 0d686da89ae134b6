// An article: frozen text in paragraphs, and what its source says about it.
//
// The text never changes after `extract`. Furniture of the page is marked by paragraph role, never
// deleted. All ranges are bytes of `text`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/when.hpp"

namespace fabula {

// What a paragraph is for.
enum class Role : std::uint8_t {
  kBody,      // the story itself
  kHeading,   // title, standfirst, crosshead
  kCaption,   // says what a picture or video shows
  kCredit,    // says whose picture, video or feed it is
  kPromo,     // leads away: "READ:", newsletter, player notice, "scroll on"
  kEmbed,     // a post of somebody else shown inside the page
  kNote,      // speaks about the article: content warning, correction, editor's note
  kDateline,  // place and agency, or the date of the article
  kByline,    // who wrote it
};
[[nodiscard]] std::string_view name_of(Role role);  // "body", "heading", ...
[[nodiscard]] Role role_from_name(std::string_view name);

// A paragraph of the frozen text, without the white space around it. Never empty.
struct Paragraph {
  Range range;
  Role role = Role::kBody;
  SharedText rule;  // why it has this role: "role.promo-label"
};

// One publication date that the source offers.
struct DateCandidate {
  When when;
  SharedText origin;  // "json-ld", "meta", "time", "url", "byline", "first-line", "record", ...
  std::string as;     // the words it was read from
  Range range;        // where those stand in the frozen text; empty when they stand outside of it
  bool chosen = false;
  SharedText rejected;  // why it cannot be the publication date; empty when it could
};

enum class DateBasis : std::uint8_t { kStated, kInferred, kUnknown };
[[nodiscard]] std::string_view name_of(DateBasis basis);

struct Published {
  When when;
  DateBasis basis = DateBasis::kUnknown;
  std::vector<std::string> because;  // plain sentences, in order
  std::vector<Range> evidence;
};

// How much of the source became text.
struct ExtractionReport {
  std::uint32_t source_bytes = 0;      // of the capture
  std::uint32_t visible_bytes = 0;     // of all text a reader of the page could see
  std::uint32_t kept_bytes = 0;        // of the frozen text
  std::uint32_t n_dropped_blocks = 0;  // blocks of the page outside the article (navigation ...)
  std::vector<std::string> doubts;  // plain sentences: "the text ends in the middle of a sentence"
};

struct Article {
  std::string id;                    // 'a' + 16 hexadecimal digits, from the capture's hash
  std::vector<std::string> sources;  // as Capture::sources; never empty
  std::string capture_sha256;
  std::string sha256;  // of `text`
  std::string url;     // empty when not known; so are the next four
  std::string outlet;
  std::string title;
  std::string byline;
  std::string language;               // ISO 639-1 ("en")
  std::string text;                   // frozen
  std::vector<Paragraph> paragraphs;  // in text order, not overlapping
  std::vector<DateCandidate> date_candidates;
  Published published;
  std::vector<Range> content_notes;  // "Warning: this article contains details about ..."
  ExtractionReport report;
};

// The id of the article made from a capture: 'a' and the first 16 digits of the capture's hash.
[[nodiscard]] std::string article_id(std::string_view capture_sha256);

}  // namespace fabula
