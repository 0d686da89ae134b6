#include "reconcile/word_forms.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace fabula::reconcile {
namespace {

constexpr std::pair<std::string_view, std::string_view> kSpellings[] = {
    {"our", "or"}, {"is", "iz"}, {"ys", "yz"},      {"re", "er"}, {"ll", "l"},
    {"ae", "e"},   {"oe", "e"},  {"ogue", "og"},    {"ce", "se"}, {"mme", "m"},
    {"ey", "y"},   {"ph", "f"},  {"ement", "ment"},
};

constexpr std::string_view kNumbers[] = {"zero", "one",    "two",   "three", "four",
                                         "five", "six",    "seven", "eight", "nine",
                                         "ten",  "eleven", "twelve"};

constexpr std::string_view kDateWords[] = {
    "april",    "at",      "august", "december", "february", "friday",   "jan",
    "january",  "july",    "june",   "last",     "march",    "may",      "monday",
    "november", "october", "of",     "on",       "saturday", "sept",     "september",
    "sunday",   "the",     "this",   "thursday", "tuesday",  "wednesday"};

bool is_plain(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// Without its accents: "café" → "cafe".
std::string without_accents(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const decompose = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return std::string(word);
  const auto source =
      icu::UnicodeString::fromUTF8({word.data(), static_cast<int32_t>(word.size())});
  const icu::UnicodeString parts = decompose->normalize(source, status);
  icu::UnicodeString bare;
  for (int32_t at = 0; at < parts.length(); at = parts.moveIndex32(at, 1))
    if (u_charType(parts.char32At(at)) != U_NON_SPACING_MARK) bare.append(parts.char32At(at));
  std::string made;
  bare.toUTF8String(made);
  return made;
}

// The words without their equal beginnings and ends.
std::pair<std::string_view, std::string_view> differing(std::string_view a, std::string_view b) {
  const auto head = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  a.remove_prefix(head);
  b.remove_prefix(head);
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  return {a, b};
}

bool is_number_and_figure(std::string_view word, std::string_view figure) {
  if (figure.size() > 2 || !has_digit(figure)) return false;
  const auto found = std::ranges::find(kNumbers, word);
  return found != std::end(kNumbers) && std::to_string(found - std::begin(kNumbers)) == figure;
}

// Does one exchange of the table, at one place, make `b` of `a`?
bool is_respelled(std::string_view a, std::string_view b) {
  constexpr std::size_t kShortest = 5;  // "our" is not "or"
  if (a.size() < kShortest || b.size() < kShortest - 1) return false;
  for (const auto& [from, to] : kSpellings)
    for (std::size_t at = a.find(from, 1); at != a.npos; at = a.find(from, at + 1))
      if (a.size() - from.size() + to.size() == b.size() && a.substr(0, at) == b.substr(0, at) &&
          b.substr(at, to.size()) == to && a.substr(at + from.size()) == b.substr(at + to.size()))
        return true;
  return false;
}

// `x` and `y`: what differs.
bool is_one_letter_off(std::string_view a, std::string_view b, std::string_view x,
                       std::string_view y) {
  constexpr std::size_t kShortest = 5;
  if (std::min(a.size(), b.size()) < kShortest || has_digit(a) || has_digit(b)) return false;
  if (x.size() <= 1 && y.size() <= 1) return true;
  return x.size() == 2 && y.size() == 2 && x[0] == y[1] && x[1] == y[0];
}

}  // namespace

FormChange compare_forms(std::string_view a, std::string_view b) {
  constexpr std::size_t kMostDiffering = 4;  // bytes: "ement" / "ment" differ in one
  if (is_number_and_figure(a, b) || is_number_and_figure(b, a)) return FormChange::kSpelling;
  const auto [x, y] = differing(a, b);
  const bool is_near = std::max(x.size(), y.size()) <= kMostDiffering;
  if (is_near && (is_respelled(a, b) || is_respelled(b, a))) return FormChange::kSpelling;
  const bool plain_a = is_plain(a), plain_b = is_plain(b);
  if (!plain_a && plain_b && without_accents(a) == b) return FormChange::kAccentsLost;
  if (plain_a && !plain_b && without_accents(b) == a) return FormChange::kAccentsFound;
  return is_near && is_one_letter_off(a, b, x, y) ? FormChange::kTypo : FormChange::kNone;
}

bool is_date_word(std::string_view word) {
  return (!word.empty() && word[0] >= '0' && word[0] <= '9') ||
         std::ranges::binary_search(kDateWords, word);
}

}  // namespace fabula::reconcile
