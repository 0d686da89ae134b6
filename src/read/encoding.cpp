#include "read/encoding.hpp"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "text/utf8.hpp"

namespace fabula::read {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

struct Alias {
  std::string_view label;
  const char* converter;
};
// Labels that browsers read as a larger set than they name (WHATWG Encoding Standard, section 4).
constexpr Alias kAliases[] = {
#define FABULA_ENCODING(label, converter) {label, converter},
#include "read/encoding_aliases_table.inc"
#undef FABULA_ENCODING
};

const char* converter_name(const std::string& lower_label) {
  for (const Alias& alias : kAliases)
    if (alias.label == lower_label) return alias.converter;
  return lower_label.c_str();
}

struct ConverterClose {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterClose>;

Converter open_converter(const std::string& label) {
  const std::string lower = text::ascii_lower(label);
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(converter_name(lower), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

// Can a label of this encoding stand in the text that it speaks of? Not in UTF-16, nor in EBCDIC.
bool is_ascii_superset(const std::string& label) {
  const Converter converter = open_converter(label);
  if (!converter) return false;
  UErrorCode status = U_ZERO_ERROR;
  constexpr std::string_view kProbe = "<meta \"=;'/>";
  const icu::UnicodeString wide(kProbe.data(), static_cast<std::int32_t>(kProbe.size()),
                                converter.get(), status);
  std::string back;
  wide.toUTF8String(back);
  return U_SUCCESS(status) && back == kProbe;
}

std::string iana_name(UConverter* converter) {
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getName(converter, &status);
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode ignored = U_ZERO_ERROR;
    if (const char* known = ucnv_getStandardName(name, standard, &ignored)) return known;
  }
  return name == nullptr ? "" : name;
}

struct Conversion {
  DecodedText decoded;
  std::size_t n_replaced = 0;
  std::size_t n_units = 0;

  // A wrong guess of a multi-byte encoding fails far more often than once in 50 characters, a right
  // one with a damaged place or two far less.
  [[nodiscard]] bool fits() const { return n_replaced <= n_units / 50; }
  // Where the encoding is known, and the text may be one sentence.
  [[nodiscard]] bool is_readable() const { return n_replaced <= 1 + n_units / 10; }
};

std::optional<Conversion> convert(std::string_view bytes, const std::string& label) {
  constexpr auto kMost = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
  const Converter converter = open_converter(label);
  if (!converter || bytes.size() > kMost) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  Conversion result;
  result.n_units = static_cast<std::size_t>(wide.length());
  for (std::int32_t i = 0; i < wide.length(); ++i)
    result.n_replaced += wide.charAt(i) == 0xFFFD || wide.charAt(i) == 0x1A;
  wide.toUTF8String(result.decoded.text);
  result.decoded.encoding = iana_name(converter.get());
  return result;
}

tl::unexpected<Error> binary() {
  return fail(Errc::kBinary, "not text: zero bytes and control characters", {},
              "save the article as a page (.html) or as plain text");
}

tl::unexpected<Error> bad_encoding() {
  return fail(Errc::kBadEncoding, "too many bytes that fit no known character encoding", {},
              "save the file again as UTF-8");
}

Result<DecodedText> decode_wide(std::string_view bytes, std::string_view encoding) {
  const std::size_t mark = encoding.starts_with("UTF-32") ? 4 : 2;
  const bool has_mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                        bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4));
  auto found = convert(bytes.substr(has_mark ? mark : 0), std::string(encoding));
  if (!found) return bad_encoding();
  if (!found->fits() || looks_binary(found->decoded.text)) return binary();
  found->decoded.encoding = encoding;
  return std::move(found->decoded);
}

// UTF-8 with broken places. A piece of another encoding is hardly ever well-formed UTF-8 by
// chance, so when the well-formed sequences outnumber the broken ones, it is UTF-8.
std::optional<DecodedText> repair_utf8(std::string_view bytes) {
  std::size_t n_broken = 0;
  std::string repaired = text::to_valid_utf8(bytes, &n_broken);
  const auto n_sequences =
      static_cast<std::size_t>(std::count_if(repaired.begin(), repaired.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0xC0;
      }));
  if (n_sequences - n_broken <= n_broken) return std::nullopt;
  return DecodedText{std::move(repaired), "UTF-8"};
}

// What is left when nothing is said and nothing detected: windows-1252, unless hardly any byte is
// ASCII, as it would be in every language written with it.
Result<DecodedText> decode_as_browsers_do(std::string_view bytes) {
  const auto n_high = static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  const auto n_undefined =
      static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
        return std::string_view("\x81\x8D\x8F\x90\x9D").find(c) != std::string_view::npos;
      }));
  auto found = convert(bytes, "windows-1252");
  if (!found || n_high > bytes.size() / 3 || n_undefined > bytes.size() / 50) return bad_encoding();
  return std::move(found->decoded);
}

Result<DecodedText> decode_any(std::string_view bytes, Labels labels) {
  if (const std::string_view wide = wide_encoding_of(bytes); !wide.empty())
    return decode_wide(bytes, wide);
  if (looks_binary(bytes)) return binary();
  // ISO-2022-JP and its like are ASCII throughout; their escape gives them away.
  const bool is_escaped = bytes.find("\x1B$") != std::string_view::npos;
  if (!is_escaped && simdjson::validate_utf8(bytes.data(), bytes.size()))
    return DecodedText{std::string(bytes), "UTF-8"};
  if (labels == Labels::kObey) {
    const std::string label = labelled_encoding(bytes);
    if (!label.empty() && is_ascii_superset(label))
      if (auto said = convert(bytes, label); said && said->fits()) return std::move(said->decoded);
  }
  if (auto repaired = repair_utf8(bytes)) return std::move(*repaired);
  if (bytes.starts_with(kUtf8Mark)) return bad_encoding();
  if (auto detected = convert(bytes, guess_encoding(bytes)); detected && detected->fits())
    return std::move(detected->decoded);
  return decode_as_browsers_do(bytes);
}

}  // namespace

Result<DecodedText> decode_as(std::string_view bytes, const std::string& encoding) {
  auto found = convert(bytes, encoding);
  if (!found || !found->is_readable()) return bad_encoding();
  replace_zero_bytes(found->decoded.text);
  return std::move(found->decoded);
}

Result<DecodedText> decode_text(std::string_view bytes, Labels labels) {
  FABULA_TRY(DecodedText decoded, decode_any(bytes, labels));
  if (text::trim(decoded.text).empty())
    return fail(Errc::kEmpty, bytes.empty() ? "empty" : "nothing but white space", {}, {});
  replace_zero_bytes(decoded.text);
  return decoded;
}

void replace_zero_bytes(std::string& value) {
  std::size_t at = value.find('\0');
  if (at == std::string::npos) return;
  std::string clean;
  for (std::size_t from = 0;; at = value.find('\0', from)) {
    clean.append(value, from, at - from);
    if (at == std::string::npos) break;
    clean += "\xEF\xBF\xBD";
    from = at + 1;
  }
  value = std::move(clean);
}

bool looks_binary(std::string_view bytes) {
  std::size_t n_zero = 0;
  std::size_t n_control = 0;
  for (const char c : bytes) {
    const auto b = static_cast<unsigned char>(c);
    n_zero += b == 0;
    // Backspace to carriage return, escape: found in text, if rarely.
    n_control += (b < 0x20 && (b < 8 || b > 13) && b != 0x1B) || b == 0x7F;
  }
  return n_zero > bytes.size() / 1000 || n_control > bytes.size() / 50;
}

}  // namespace fabula::read
