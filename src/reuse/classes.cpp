#include "reuse/classes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cctype>

namespace fabula::reuse {
namespace {

// Shorter passages must be worth so many bits, or chance may have brought the words together.
constexpr std::uint32_t kSafeWords = 12;
constexpr std::uint32_t kMinSixteenthBits = 24 * 16;

// How common a word of a small pile is taken to be before the pile has said anything: as if it had
// been seen in 10 of 1,000 articles. Function words are in all of them.
constexpr std::uint64_t kPriorArticles = 1000;
constexpr std::uint64_t kPriorHolders = 10;

constexpr std::uint32_t kAgencyWords = 40;  // shorter ones may be a sentence that both heard
constexpr std::size_t kCreditHeadBytes = 400;
constexpr std::size_t kCreditTailBytes = 400;

struct Agency {
  std::string_view credit;
  std::string_view name;
};

constexpr Agency kAgencies[] = {
#define AGENCY(credit, name) {credit, name},
#include "reuse/agencies_table.inc"
#undef AGENCY
};

// 16 * log2(n), rounded down between powers of two as if it rose in a straight line there; whole
// numbers, so that every machine says the same. Requires 0 < n < 2^48.
std::uint64_t log2_sixteenths(std::uint64_t n) {
  const auto whole = static_cast<std::uint64_t>(std::bit_width(n) - 1);
  return 16 * whole + (((n << 8 >> whole) & 0xFF) >> 4);
}

struct Shares {
  std::uint32_t n = 0;
  std::uint32_t n_furniture = 0;
  std::uint32_t n_quoted = 0;
};

Shares count_flags(std::span<const WordCode> words) {
  Shares shares{static_cast<std::uint32_t>(words.size()), 0, 0};
  for (const WordCode code : words) {
    shares.n_furniture += (code & kFurniture) != 0;
    shares.n_quoted += (code & kQuoted) != 0;
  }
  return shares;
}

bool mostly_furniture(const Shares& side) { return 2 * side.n_furniture > side.n; }
bool mostly_quoted(const Shares& side) { return 3 * side.n_quoted >= 2 * side.n; }

// Is it news that two articles share these words?
bool is_chance(const PileWords& pile, std::span<const WordCode> words) {
  if (words.size() >= kSafeWords) return false;
  const std::uint64_t n_all = log2_sixteenths(pile.n_articles() + kPriorArticles);
  std::uint64_t bits = 0;
  for (const WordCode code : words)
    bits += n_all - log2_sixteenths(pile.n_holders[code & kNumberMask] + kPriorHolders);
  return bits < kMinSixteenthBits;
}

bool same_outlet(const Article& a, const Article& b) {
  return !a.outlet.empty() && a.outlet == b.outlet;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Does `text` credit the agency: "By Mara Voss, Associated Press", "© 2019 Reuters"?
bool names_agency(const Agency& agency, std::string_view text) {
  return contains(text, agency.credit) || contains(text, agency.name);
}

bool credits(const Agency& agency, const Article& article) {
  const std::string_view text = article.text;
  if (contains(text.substr(0, kCreditHeadBytes), agency.credit)) return true;
  if (names_agency(agency, article.byline) || names_agency(agency, article.outlet)) return true;
  for (const Paragraph& paragraph : article.paragraphs) {
    const std::string_view words = words_of(text, paragraph.range);
    const bool about_author = paragraph.role == Role::kByline || paragraph.role == Role::kDateline;
    if (about_author && names_agency(agency, words)) return true;
  }
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), kCreditTailBytes));
  const std::size_t line = std::min(tail.find("©"), tail.find("opyright"));
  return line != std::string_view::npos && contains(tail.substr(line), agency.name);
}

// The name in the brackets of a dateline, whichever agency it is: "VALE, June 11 (Meridian Wire)
// —".
std::string_view dateline_credit(const Article& article) {
  constexpr std::size_t kLongestPlace = 60;   // bytes before the bracket
  constexpr std::size_t kLongestCredit = 40;  // bytes in it
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.role != Role::kBody && paragraph.role != Role::kDateline) continue;
    const std::string_view words = words_of(article.text, paragraph.range);
    const std::size_t open = words.find('(');
    const std::size_t close = words.find(')', open == words.npos ? 0 : open);
    if (open == words.npos || close == words.npos || open > kLongestPlace ||
        close - open > kLongestCredit) {
      if (paragraph.role == Role::kBody) return {};
      continue;
    }
    std::string_view behind = words.substr(close + 1);
    behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
    const bool has_dash =
        behind.starts_with("-") || behind.starts_with("–") || behind.starts_with("—");
    const bool has_place = open >= 3 && words[0] >= 'A' && words[0] <= 'Z' && words[1] >= 'A' &&
                           words[1] <= 'Z';  // datelines are set in capitals
    const std::string_view credit = words.substr(open + 1, close - open - 1);
    if (has_dash && has_place && !credit.empty() && credit[0] >= 'A' && credit[0] <= 'Z')
      return credit;
    if (paragraph.role == Role::kBody) return {};
  }
  return {};
}

// "on 2020-11-10", "in 2020-10"
std::string when_of(const Article& article) {
  const When& when = article.published.when;
  return fmt::format("{} {}", when.earliest == when.latest ? "on" : "in", when.edtf);
}

bool is_stated(const Article& article) {
  return article.published.basis == DateBasis::kStated && article.published.when.known();
}

// Fills direction and because from the stated dates; `a` comes first in the working order.
void tell_direction(const Article& a, const Article& b, Classified& made) {
  made.direction = "unknown";
  if (!is_stated(a) || !is_stated(b)) {
    made.because =
        fmt::format("No publication date is stated for {}.", is_stated(a)   ? "the second article"
                                                             : is_stated(b) ? "the first article"
                                                                            : "either article");
    return;
  }
  const When& first = a.published.when;
  const When& second = b.published.when;
  if (first.latest && second.earliest && *first.latest < *second.earliest) {
    made.direction = "a->b";
    made.because =
        fmt::format("The first article was published {}, the second {}.", when_of(a), when_of(b));
  } else if (first == second) {
    made.because = fmt::format("Both were published {}.", when_of(a));
  } else {
    made.because = fmt::format("One was published {}, the other {}: either may be the earlier.",
                               when_of(a), when_of(b));
  }
}

Classified with_unknown_direction(std::string type, std::string rule, std::string because) {
  return {std::move(type), "unknown", std::move(because), std::move(rule)};
}

}  // namespace

std::string_view agency_credit(const Article& article) {
  for (const Agency& agency : kAgencies)
    if (credits(agency, article)) return agency.name;
  return dateline_credit(article);
}

Classified classify(const PileWords& words, const PairPassage& found, const Article& a,
                    const Article& b) {
  const Passage& passage = found.passage;
  const auto a_words =
      words.words_of(found.a).subspan(passage.a_begin, passage.a_end - passage.a_begin);
  const auto b_words =
      words.words_of(found.b).subspan(passage.b_begin, passage.b_end - passage.b_begin);
  const Shares a_side = count_flags(a_words);
  const Shares b_side = count_flags(b_words);
  if (mostly_furniture(a_side) && mostly_furniture(b_side))
    return with_unknown_direction("furniture", "reuse.class.furniture",
                                  "The words are furniture of the page.");
  if (is_chance(words, b_words))
    return with_unknown_direction("chance", "reuse.class.common-words",
                                  "The words are few, and many articles hold them.");
  Classified made{"copy", {}, {}, "reuse.class.copy"};
  if (mostly_quoted(a_side) && mostly_quoted(b_side)) {
    made = {"quote", {}, {}, "reuse.class.quoted-on-both-sides"};
  } else if (same_outlet(a, b)) {
    made = {"self", {}, {}, "reuse.class.same-outlet"};
  } else if (passage.words >= kAgencyWords) {
    std::string_view agency = agency_credit(b);
    if (agency.empty()) agency = agency_credit(a);
    if (!agency.empty() && !contains(a.outlet, agency))
      return with_unknown_direction(
          "agency", "reuse.class.agency-credit",
          fmt::format("One article credits {}: both may have the words from there.", agency));
    if (!agency.empty()) made = {"agency", {}, {}, "reuse.class.agency-credit"};
  }
  tell_direction(a, b, made);
  return made;
}

}  // namespace fabula::reuse
