// A word's regular spelling: accents off first, then British forms made American. Both words of a
// pair go through the same rules, so a rule that also changes words of one spelling only (promise,
// promize) does no harm; what counts is that no two different words end up as one. Hence the
// conditions on what stands before: tour and tor, filled and filed, prise and prize stay apart.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/error.hpp"
#include "reuse/edit_types.hpp"
#include "text/utf8.hpp"

namespace fabula::reuse {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

#define X(was, now) Pair{was, now},
constexpr Pair kStems[] = {
#include "reuse/edit_types_table.inc"
};
#undef X

// First letters that a stem may change.
constexpr std::array<bool, 256> kChangingLetters = [] {
  std::array<bool, 256> changing{};
  for (const auto& [british, american] : kStems) {
    const std::string_view stem = british.substr(british.front() == '*' ? 1 : 0);
    if (stem.front() != american.front()) changing[static_cast<unsigned char>(stem.front())] = true;
  }
  return changing;
}();

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

std::size_t n_vowel_groups(std::string_view letters) {
  std::size_t n = 0;
  bool in_group = false;
  for (const char c : letters) {
    n += is_vowel(c) && !in_group;
    in_group = is_vowel(c);
  }
  return n;
}

// The letters that are no letter with an accent but are written as one or two where the right one
// is missing from the keyboard.
std::string_view plain_letters(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'þ':
      return "th";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ß':
      return "ss";
    case U'ı':
      return "i";
    default:
      return {};
  }
}

std::string without_accents(std::string_view folded) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  FABULA_CHECK(U_SUCCESS(status));
  const icu::UnicodeString apart =
      nfd->normalize(icu::UnicodeString::fromUTF8(
                         icu::StringPiece(folded.data(), static_cast<std::int32_t>(folded.size()))),
                     status);
  std::string out;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    const std::string_view plain = plain_letters(static_cast<char32_t>(c));
    if (plain.empty()) {
      text::append(out, static_cast<char32_t>(c));
    } else {
      out += plain;
    }
  }
  return out;
}

void replace_stems(std::string& word) {
  for (const auto& [british, american] : kStems) {
    const bool anywhere = british.front() == '*';
    const std::string_view stem = british.substr(anywhere ? 1 : 0);
    if (!anywhere && word.front() != stem.front()) continue;
    const std::size_t at = anywhere ? word.find(stem) : word.starts_with(stem) ? 0 : word.npos;
    if (at != word.npos) word.replace(at, stem.size(), american);
  }
}

// colour → color, harbouring → harboring; not four, flour.
void shorten_our(std::string& word) {
  const std::size_t at = word.find("our", 3);
  if (at != word.npos) word.erase(at + 1, 1);
}

// organise → organize, analysing → analyzing; not rise, wise, prise.
void harden_ise(std::string& word) {
  for (std::size_t at = 3; at + 2 < word.size(); ++at) {
    const char next = word[at + 2];
    if (word[at + 1] != 's' || (next != 'e' && next != 'i' && next != 'a')) continue;
    if (word[at] == 'i' || (word[at] == 'y' && word[at - 1] == 'l')) word[at + 1] = 'z';
  }
}

// centre → center, theatres → theaters, centred → centered; not fire, where.
void turn_re(std::string& word) {
  std::string_view ending;
  for (const std::string_view one : {"re", "res", "red", "ring"})
    if (word.ends_with(one)) ending = one;
  const std::size_t stem = word.size() - ending.size();
  if (ending.empty() || stem < 3) return;
  if (std::string_view("tbghv").find(word[stem - 1]) == std::string_view::npos) return;
  if (ending == "re" || ending == "res") {
    std::swap(word[stem], word[stem + 1]);
  } else if (ending == "red" || stem > 3) {
    word.insert(stem, "e");
  }
}

// travelled → traveled, fulfill → fulfil, installment → instalment; not filled, holly.
void single_l(std::string& word) {
  for (std::size_t at = word.find("ll"); at != word.npos; at = word.find("ll", at + 1))
    if (n_vowel_groups(std::string_view(word).substr(0, at)) >= 2) word.erase(at, 1);
}

// dialogue → dialog.
void shorten_ogue(std::string& word) {
  const bool plural = word.ends_with("ogues");
  if (word.size() > 5 && (plural || word.ends_with("ogue")))
    word.erase(word.size() - (plural ? 3 : 2), 2);
}

// defence → defense, licence → license.
void harden_ence(std::string& word) {
  const std::size_t at = word.rfind("ence");
  if (at == word.npos || at < 3) return;
  if (std::string_view("fct").find(word[at - 1]) != std::string_view::npos) word[at + 2] = 's';
}

}  // namespace

bool may_be_spelled_alike(std::string_view folded, std::string_view other) {
  const auto x = static_cast<unsigned char>(folded.front());
  const auto y = static_cast<unsigned char>(other.front());
  return x == y || x >= 0x80 || y >= 0x80 || kChangingLetters[x] || kChangingLetters[y];
}

std::string plain_spelling(std::string_view folded) {
  const bool is_ascii =
      std::all_of(folded.begin(), folded.end(), [](char c) { return (c & 0x80) == 0; });
  std::string word = is_ascii ? std::string(folded) : without_accents(folded);
  std::erase(word, '\'');
  replace_stems(word);
  shorten_our(word);
  harden_ise(word);
  turn_re(word);
  single_l(word);
  shorten_ogue(word);
  harden_ence(word);
  return word;
}

std::string umlauts_written_out(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const text::CodePoint c = text::decode(folded, at);
    const std::string_view two = c.value == U'ä'   ? "ae"
                                 : c.value == U'ö' ? "oe"
                                 : c.value == U'ü' ? "ue"
                                                   : folded.substr(at, c.n_bytes);
    out += two;
    at += c.n_bytes;
  }
  return out;
}

}  // namespace fabula::reuse
