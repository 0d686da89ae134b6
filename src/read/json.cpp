#include "read/json.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <utility>
#include <vector>

#include "read/fields.hpp"
#include "text/utf8.hpp"

namespace fabula::read {
namespace {

namespace dom = simdjson::dom;

// What one value says in words; empty for null, booleans and lists.
std::string words_of_item(const dom::element& value) {
  if (std::string_view words; value.get_string().get(words) == simdjson::SUCCESS)
    return std::string(words);
  if (value.is_number()) return simdjson::minify(value);
  std::string_view name;
  if (value.is_object() && value["name"].get_string().get(name) == simdjson::SUCCESS)
    return std::string(name);
  return {};
}

std::string words_of(const dom::element& value, std::string_view separator) {
  dom::array list;
  if (value.get_array().get(list) != simdjson::SUCCESS) return words_of_item(value);
  std::string joined;
  for (const dom::element item : list) {
    const std::string words = words_of_item(item);
    if (words.empty()) continue;
    if (!joined.empty()) joined += separator;
    joined += words;
  }
  return joined;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The UTF-16 unit of the escape "\uXXXX" at `at`, 0 when there is none.
unsigned escaped_unit(std::string_view json, std::size_t at) {
  if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return 0;
  unsigned unit = 0;
  for (const char c : json.substr(at + 2, 4)) {
    const int digit = hex_value(c);
    if (digit < 0) return 0;
    unit = unit << 4 | static_cast<unsigned>(digit);
  }
  return unit;
}

bool is_high_surrogate(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

// `json` with the escapes of lone surrogates replaced by that of U+FFFD. They come from programs
// that cut a text by UTF-16 units, through the middle of an emoji; simdjson refuses the whole line.
std::string without_lone_surrogates(std::string_view json) {
  std::string clean(json);
  for (std::size_t at = clean.find('\\'); at != std::string::npos; at = clean.find('\\', at)) {
    const unsigned unit = escaped_unit(clean, at);
    if (is_high_surrogate(unit) && is_low_surrogate(escaped_unit(clean, at + 6))) {
      at += 12;
    } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
      clean.replace(at, 6, "\\uFFFD");
      at += 6;
    } else {
      at += 2;
    }
  }
  return clean;
}

constexpr const char* kOneObject = "each line must be one whole JSON object in curly braces";

tl::unexpected<Error> bad_json(simdjson::error_code code) {
  switch (code) {
    case simdjson::UTF8_ERROR:
      return fail(Errc::kBadEncoding, "not UTF-8", {}, "");
    case simdjson::EMPTY:
      return fail(Errc::kBadRecord, "no JSON here", {}, kOneObject);
    case simdjson::UNCLOSED_STRING:
      return fail(Errc::kBadRecord, "a string in the JSON object has no closing quotation mark", {},
                  kOneObject);
    case simdjson::DEPTH_ERROR:
      return fail(Errc::kBadRecord, "the JSON object is nested too deeply", {}, kOneObject);
    default:
      return fail(Errc::kBadRecord, "not well-formed JSON", {}, kOneObject);
  }
}

Result<RecordFields> fields_of(const dom::element& document) {
  dom::object object;
  if (document.get_object().get(object) != simdjson::SUCCESS)
    return fail(Errc::kBadRecord, "JSON, but not an object", {}, kOneObject);
  FieldCollector fields;
  std::vector<std::string> keys;
  bool has_text_key = false;
  for (const auto& [key, value] : object) {
    keys.emplace_back(key);
    const auto name = field_named(key);
    if (!name) continue;
    const bool is_text = name->field == Field::kText;
    has_text_key = has_text_key || is_text;
    fields.offer(*name, words_of(value, is_text ? "\n\n" : ", "));
  }
  RecordFields record = fields.take();
  if (!text::trim(record.text).empty()) return record;
  if (has_text_key) return fail(Errc::kNoText, "the record's text is empty");
  return fail(Errc::kNoText, "no text in the record; its keys are " + list_names(keys), {},
              "the article's text is looked for under " + text_names());
}

}  // namespace

class JsonParser::Parser {
 public:
  Result<RecordFields> parse(std::string_view json) {
    dom::element document;
    simdjson::error_code code = parser_.parse(json.data(), json.size(), false).get(document);
    if (code == simdjson::STRING_ERROR)
      code = parser_.parse(without_lone_surrogates(json)).get(document);
    if (code != simdjson::SUCCESS) return bad_json(code);
    return fields_of(document);
  }

 private:
  dom::parser parser_;
};

JsonParser::JsonParser() : parser_(std::make_unique<Parser>()) {}
JsonParser::~JsonParser() = default;

Result<RecordFields> JsonParser::parse(std::string_view json) { return parser_->parse(json); }

bool is_json_object(std::string_view text) {
  dom::parser parser;
  dom::object object;
  return parser.parse(text.data(), text.size(), true).get_object().get(object) == simdjson::SUCCESS;
}

}  // namespace fabula::read
