#include "reuse/edit_types.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace fabula::reuse {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

#define X(was, now) Pair{was, now},
constexpr Pair kTenses[] = {
#include "reuse/edit_types_tense.inc"
};
#undef X

// By number and case; a word may stand in several rows.
constexpr std::array<std::array<std::string_view, 7>, 5> kPronouns{{
    {"i", "we", "you", "he", "she", "they", "it"},
    {"me", "us", "you", "him", "her", "them", "it"},
    {"my", "our", "your", "his", "her", "their", "its"},
    {"mine", "ours", "yours", "his", "hers", "theirs", "its"},
    {"myself", "ourselves", "yourself", "himself", "herself", "themselves", "itself"},
}};

// First letters of two forms that do not begin alike: "go" and "went", "he" and "they".
constexpr std::array<std::array<bool, 256>, 256> kFirstLetters = [] {
  std::array<std::array<bool, 256>, 256> pairs{};
  const auto add = [&](std::string_view x, std::string_view y) {
    pairs[static_cast<unsigned char>(x.front())][static_cast<unsigned char>(y.front())] = true;
    pairs[static_cast<unsigned char>(y.front())][static_cast<unsigned char>(x.front())] = true;
  };
  for (const auto& [present, past] : kTenses) add(present, past);
  for (const auto& row : kPronouns)
    for (const std::string_view x : row)
      for (const std::string_view y : row) add(x, y);
  return pairs;
}();

std::string_view before_apostrophe(std::string_view word) {
  return word.substr(0, word.find('\''));
}

// "close" for "closes", "carry" for "carries": the beginning that the past is made from.
std::string_view without_s(std::string_view verb) {
  if (verb.size() > 3 && verb.ends_with('s') && !verb.ends_with("ss")) verb.remove_suffix(1);
  return verb;
}

bool is_regular_past(std::string_view present, std::string_view past) {
  constexpr std::size_t kMinVerb = 3;
  if (!past.ends_with("ed") || present.size() < kMinVerb) return false;
  const std::string_view base = without_s(present);
  const auto makes = [&](std::string_view stem) {
    if (stem.size() < kMinVerb || !past.starts_with(stem)) return false;
    const std::string_view rest = past.substr(stem.size());
    if (rest == "ed" && !stem.ends_with('e')) return true;  // warn, warned
    if (rest == "d" && stem.ends_with('e'))
      return stem.size() > kMinVerb;  // close, closed; not fee
    return rest.size() == 3 && rest.ends_with("ed") &&
           rest.front() == stem.back();  // stop, stopped
  };
  if (makes(base)) return true;
  if (base.ends_with('e') && base.size() < present.size() && makes(base.substr(0, base.size() - 1)))
    return true;  // passes, passed
  const bool past_y = past.size() > 4 && past.ends_with("ied");
  const std::string_view stem = past.substr(0, past.size() - (past_y ? 3 : 0));
  return past_y && present.starts_with(stem) &&
         (present.substr(stem.size()) == "y" || present.substr(stem.size()) == "ies");
}

bool is_present_and_past(std::string_view present, std::string_view past) {
  for (const auto& [base, made] : kTenses)
    if (made.front() == past.front() && made == past &&
        (base == present || base == without_s(present)))
      return true;
  return is_regular_past(present, past);
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool hides_word(std::string_view masked, std::string_view word) {
  std::size_t head = 0;
  while (head < masked.size() && is_letter(masked[head])) ++head;
  std::size_t tail = 0;
  while (tail < masked.size() - head && is_letter(masked[masked.size() - 1 - tail])) ++tail;
  const std::size_t n_hidden =
      text::count_code_points(masked.substr(head, masked.size() - head - tail));
  const std::size_t n_letters = text::count_code_points(word);
  if (n_hidden == 0 || n_letters < 3) return false;
  if (head + tail == 0) return n_letters == n_hidden;
  return head > 0 && head + tail < word.size() && word.starts_with(masked.substr(0, head)) &&
         word.ends_with(masked.substr(masked.size() - tail));
}

bool is_sic(std::string_view content) { return content == "sic" || content == "sic!"; }

bool is_expletive(std::string_view content) {
  for (const std::string_view beginning :
       {"expletive", "bleep", "obscenit", "profanit", "swear word", "curse word", "vulgarit",
        "slur", "redacted", "censored"})
    if (content.starts_with(beginning)) return true;
  return false;
}

bool may_be_forms(std::string_view folded, std::string_view other) {
  return folded.front() == other.front() ||
         kFirstLetters[static_cast<unsigned char>(folded.front())]
                      [static_cast<unsigned char>(other.front())];
}

bool is_pronoun_pair(std::string_view was, std::string_view now) {
  const std::string_view a = before_apostrophe(was);
  const std::string_view b = before_apostrophe(now);
  if (a == b || (a.size() == was.size()) != (b.size() == now.size())) return false;
  return std::any_of(kPronouns.begin(), kPronouns.end(), [&](const auto& row) {
    return std::find(row.begin(), row.end(), a) != row.end() &&
           std::find(row.begin(), row.end(), b) != row.end();
  });
}

bool is_tense_pair(std::string_view was, std::string_view now) {
  return was != now && (is_present_and_past(was, now) || is_present_and_past(now, was));
}

}  // namespace fabula::reuse
