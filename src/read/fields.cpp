#include "read/fields.hpp"

#include <algorithm>
#include <utility>

#include "read/encoding.hpp"
#include "text/utf8.hpp"

namespace fabula::read {
namespace {

struct NamedField {
  Field field;
  std::string_view name;
};

constexpr NamedField kNames[] = {
#define FABULA_FIELD(field, name) {Field::field, name},
#include "read/fields_table.inc"
#undef FABULA_FIELD
};

constexpr std::size_t kLongestName = 40;
constexpr std::size_t kMostNamesShown = 12;

// The letters and digits of `name`, in lower case.
std::string bare_name(std::string_view name) {
  std::string bare;
  for (const char c : text::ascii_lower(name))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) bare += c;
  return bare;
}

std::string& part_of(RecordFields& fields, Field field) {
  switch (field) {
    case Field::kId:
      return fields.id;
    case Field::kUrl:
      return fields.url;
    case Field::kOutlet:
      return fields.outlet;
    case Field::kTitle:
      return fields.title;
    case Field::kAuthor:
      return fields.author;
    case Field::kPublished:
      return fields.published;
    case Field::kCaptured:
      return fields.captured;
    case Field::kText:
      break;
  }
  return fields.text;
}

void append_quoted(std::string& list, std::string_view name) {
  if (!list.empty()) list += ", ";
  list += '"';
  list += name;
  list += '"';
}

}  // namespace

std::optional<FieldName> field_named(std::string_view name) {
  if (name.size() > kLongestName) return std::nullopt;
  const std::string bare = bare_name(name);
  std::uint8_t rank = 0;
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (i > 0 && kNames[i].field != kNames[i - 1].field) rank = 0;
    if (kNames[i].name == bare) return FieldName{kNames[i].field, rank};
    ++rank;
  }
  return std::nullopt;
}

std::string text_names() {
  std::string list;
  for (const NamedField& named : kNames)
    if (named.field == Field::kText) append_quoted(list, named.name);
  return list;
}

std::string list_names(std::span<const std::string> names) {
  std::string list;
  for (const std::string& name : names.first(std::min(names.size(), kMostNamesShown))) {
    std::size_t end = std::min(name.size(), kLongestName);
    while (!text::is_boundary(name, end)) --end;
    append_quoted(list, name.substr(0, end) + (end < name.size() ? "…" : ""));
  }
  if (names.size() > kMostNamesShown) list += ", …";
  return list;
}

void FieldCollector::offer(FieldName name, std::string&& value) {
  if (value.empty()) return;
  std::uint8_t& best = best_rank_[static_cast<std::size_t>(name.field)];
  if (best != 0 && best <= name.rank + 1) return;
  best = static_cast<std::uint8_t>(name.rank + 1);
  replace_zero_bytes(value);
  part_of(fields_, name.field) = std::move(value);
}

}  // namespace fabula::read
