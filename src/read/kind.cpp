#include "read/kind.hpp"

#include <algorithm>
#include <optional>

#include "read/csv.hpp"
#include "read/encoding.hpp"
#include "read/fields.hpp"
#include "read/json.hpp"
#include "text/utf8.hpp"

namespace fabula::read {
namespace {

struct NamedKind {
  std::string_view ending;
  Kind kind;
};
constexpr NamedKind kKinds[] = {
#define FABULA_KIND(ending, kind) {ending, Kind::kind},
#include "read/kinds_table.inc"
#undef FABULA_KIND
};

struct NotRead {
  std::string_view sign;
  const char* what;
  const char* hint;
};
constexpr NotRead kEndingsNotRead[] = {
#define FABULA_NOT_READ(ending, what, hint) {ending, what, hint},
#define FABULA_MAGIC(first_bytes, what, hint)
#include "read/unsupported_table.inc"
#undef FABULA_MAGIC
#undef FABULA_NOT_READ
};
constexpr NotRead kMagicNotRead[] = {
#define FABULA_NOT_READ(ending, what, hint)
#define FABULA_MAGIC(first_bytes, what, hint) {first_bytes, what, hint},
#include "read/unsupported_table.inc"
#undef FABULA_MAGIC
#undef FABULA_NOT_READ
};

tl::unexpected<Error> not_read(const NotRead& kind) {
  return fail(Errc::kNotSupported, std::string("not read: ") + kind.what, {}, kind.hint);
}

std::string ending_of(std::string_view path) {
  std::string name = text::ascii_lower(path.substr(path.find_last_of('/') + 1));
  for (const std::string_view packed : {".gz", ".zst"})
    if (name.ends_with(packed)) name.resize(name.size() - packed.size());
  const std::size_t dot = name.find_last_of('.');
  return dot == std::string::npos ? std::string() : name.substr(dot + 1);
}

// The start of a file as far as it is ASCII: without a byte order mark, the zero bytes of UTF-16,
// and white space at its head.
std::string ascii_start(std::string_view start) {
  std::string ascii(start);
  if (!wide_encoding_of(start).empty()) std::erase(ascii, '\0');
  const std::size_t begin = ascii.find_first_not_of("\xEF\xBB\xBF\xFE\xFF \t\r\n\f");
  return begin == std::string::npos ? std::string() : ascii.substr(begin);
}

bool starts_with_doctype(std::string_view ascii) {
  constexpr std::string_view kDoctype = "<!doctype html";
  return text::ascii_lower(ascii.substr(0, kDoctype.size())) == kDoctype;
}

bool looks_like_html(std::string_view ascii) {
  constexpr std::size_t kHeadBytes = 1024;
  const std::string head = text::ascii_lower(ascii.substr(0, kHeadBytes));
  if (!head.starts_with('<')) return false;
  return starts_with_doctype(head) || head.find("<html") != std::string::npos ||
         head.find("<head") != std::string::npos || head.find("<body") != std::string::npos ||
         head.find("<p>") != std::string::npos || head.find("<div") != std::string::npos;
}

std::optional<Kind> json_kind_of(std::string_view ascii) {
  if (ascii.starts_with('[')) {
    const std::size_t first = ascii.find_first_not_of(" \t\r\n", 1);
    if (first != std::string_view::npos && ascii[first] == '{') return Kind::kJsonList;
    const bool is_empty = first != std::string_view::npos && ascii[first] == ']' &&
                          ascii.find_first_not_of(" \t\r\n", first + 1) == std::string_view::npos;
    if (is_empty) return Kind::kJsonList;
  }
  if (!ascii.starts_with('{')) return std::nullopt;
  const std::size_t line_end = std::min(ascii.find('\n'), ascii.size());
  if (line_end == ascii.size() && ascii.size() + 1 >= kStartBytes) return Kind::kJsonLines;
  if (is_json_object(ascii.substr(0, line_end))) return Kind::kJsonLines;
  return Kind::kJsonObject;
}

bool looks_like_csv(std::string_view ascii) {
  const CsvHeader header = read_csv_header(ascii);
  const auto n_known =
      std::count_if(header.names.begin(), header.names.end(),
                    [](const auto& name) { return field_named(name).has_value(); });
  return header.has_text && n_known >= 2 && header.names.size() <= 100;
}

// The name is believed, but for two slips: a page saved as text, a list of objects called lines.
Kind kind_by_name(Kind named, std::string_view start) {
  const std::string ascii = ascii_start(start);
  if (named == Kind::kText && starts_with_doctype(ascii)) return Kind::kHtml;
  if (named == Kind::kJsonLines && ascii.starts_with('['))
    return json_kind_of(ascii).value_or(named);
  if (named == Kind::kJsonObject) return json_kind_of(ascii).value_or(named);
  return named;
}

Result<Kind> kind_by_content(std::string_view start) {
  const std::string ascii = ascii_start(start);
  if (looks_like_html(ascii)) return Kind::kHtml;
  if (const auto json = json_kind_of(ascii)) return *json;
  if (ascii.starts_with("<?xml"))
    return not_read({"", "an XML file", "save the articles as .html"});
  if (looks_like_csv(ascii)) return Kind::kCsv;
  return Kind::kText;
}

}  // namespace

Result<Kind> kind_of(std::string_view path, std::string_view start) {
  for (const NotRead& magic : kMagicNotRead)
    if (start.starts_with(magic.sign)) return not_read(magic);
  const std::string ending = ending_of(path);
  for (const NotRead& other : kEndingsNotRead)
    if (ending == other.sign) return not_read(other);
  if (wide_encoding_of(start).empty() && looks_binary(start))
    return fail(Errc::kBinary, "not text: zero bytes and control characters", {},
                "text, pages, JSON Lines and CSV are read");
  for (const NamedKind& named : kKinds)
    if (ending == named.ending) return kind_by_name(named.kind, start);
  return kind_by_content(start);
}

}  // namespace fabula::read
