#include "text/words.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <cstdint>

#include "text/utf8.hpp"

namespace fabula::text {
namespace {

enum class Class : std::uint8_t { kMark, kLetter, kApostrophe, kAlone, kNotAscii };

constexpr std::array<Class, 256> kAsciiClasses = [] {
  std::array<Class, 256> classes{};
  for (std::size_t b = 0; b < 256; ++b) {
    const bool letter = (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    classes[b] = b >= 0x80 ? Class::kNotAscii : letter ? Class::kLetter : Class::kMark;
  }
  classes['\''] = Class::kApostrophe;
  return classes;
}();

bool stands_alone(char32_t c) {
  const auto icu_c = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(icu_c, UCHAR_IDEOGRAPHIC)) return true;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(icu_c, &status);
  return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

Class class_of(char32_t c) {
  if (c >= 0x2E80 && stands_alone(c)) return Class::kAlone;
  return is_letter(c) || is_digit(c) ? Class::kLetter : Class::kMark;
}

struct Step {
  Class kind;
  std::uint32_t n_bytes;
};

// Of a byte.
Class class_at(std::string_view folded, std::uint32_t at) {
  return kAsciiClasses[static_cast<unsigned char>(folded[at])];
}

Step step_at(std::string_view folded, std::uint32_t at) {
  const Class kind = class_at(folded, at);
  if (kind != Class::kNotAscii) return {kind, 1};
  const CodePoint c = decode(folded, at);
  return {class_of(c.value), c.n_bytes};
}

// End of the word whose first letter ends before `at`.
std::uint32_t word_end(std::string_view folded, std::uint32_t at) {
  const auto size = static_cast<std::uint32_t>(folded.size());
  for (;;) {
    while (at < size && class_at(folded, at) == Class::kLetter) ++at;
    if (at >= size || class_at(folded, at) == Class::kMark) break;
    const Step step = step_at(folded, at);
    if (step.kind == Class::kLetter) {
      at += step.n_bytes;
    } else if (step.kind == Class::kApostrophe && at + 1 < size &&
               step_at(folded, at + 1).kind == Class::kLetter) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

void split_folded(std::string_view folded, std::vector<Range>& words) {
  words.clear();
  const auto size = static_cast<std::uint32_t>(folded.size());
  for (std::uint32_t at = 0; at < size;) {
    if (class_at(folded, at) == Class::kMark) {
      ++at;
      continue;
    }
    const Step step = step_at(folded, at);
    const std::uint32_t begin = at;
    at += step.n_bytes;
    if (step.kind == Class::kLetter) at = word_end(folded, at);
    if (step.kind == Class::kLetter || step.kind == Class::kAlone) words.push_back({begin, at});
  }
}

}  // namespace fabula::text
