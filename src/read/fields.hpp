// Which column or key of a record is which part of an article.
//
//   "Publisher" → {kOutlet, rank 1}     "scrape_time" → {kCaptured, rank 0}     "topic" → none
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/capture.hpp"

namespace fabula::read {

enum class Field : std::uint8_t {
  kId,
  kUrl,
  kOutlet,
  kTitle,
  kAuthor,
  kPublished,
  kCaptured,
  kText,
};
inline constexpr std::size_t kFieldCount = 8;

struct FieldName {
  Field field = Field::kText;
  std::uint8_t rank = 0;  // among the names of this field; lower wins
  friend bool operator==(const FieldName&, const FieldName&) = default;
};

// The field that a column or key of this name holds; none for names that are not known.
[[nodiscard]] std::optional<FieldName> field_named(std::string_view name);

// `"text", "body", "content", ...`: the names of the article's text, for messages.
[[nodiscard]] std::string text_names();
// The same for names found in a file: clipped, so that a message stays a message.
[[nodiscard]] std::string list_names(std::span<const std::string> names);

// Collects the parts of one record; of several values for one field the best name wins.
class FieldCollector {
 public:
  // Empty values are ignored. `value` is valid UTF-8; zero bytes in it become U+FFFD.
  void offer(FieldName name, std::string&& value);
  [[nodiscard]] RecordFields take() { return std::move(fields_); }

 private:
  RecordFields fields_;
  std::array<std::uint8_t, kFieldCount> best_rank_{};  // rank + 1; 0: no value yet
};

}  // namespace fabula::read
