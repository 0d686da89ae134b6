// "key: value" lines at the head of a file: front matter, header blocks of exports.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/article.hpp"

namespace fabula::extract {

enum class HeaderField : std::uint8_t {
  kTitle,
  kStandfirst,
  kPublished,
  kModified,
  kCaptured,
  kByline,
  kOutlet,
  kUrl,
  kLanguage,
  kOther,
};

struct HeaderLine {
  HeaderField field = HeaderField::kTitle;
  std::string_view value;  // without quotation marks around it; may be empty
};

// What a date that has two readings is rejected for.
inline constexpr std::string_view kAmbiguousDate = "day and month cannot be told apart";

// The line read as "key: value" with a key of the table; `value` is a view into `line`.
[[nodiscard]] std::optional<HeaderLine> header_line(std::string_view line);

// Writes the line's value into the article's field (if that is still empty) or its dates, and
// returns the paragraph it becomes. `line.value` must be a view into article.text.
[[nodiscard]] Paragraph take_header_line(Article& article, Range range, const HeaderLine& line,
                                         std::string_view date_origin);

}  // namespace fabula::extract
