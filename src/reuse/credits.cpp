#include "reuse/credits.hpp"

#include <algorithm>
#include <iterator>

namespace fabula::reuse {
namespace {

constexpr std::size_t kCreditHeadBytes = 400;
constexpr std::size_t kCreditTailBytes = 400;

struct Agency {
  std::string_view credit;
  std::string_view name;
  bool is_release;
};

constexpr Agency kAgencies[] = {
#define AGENCY(credit, name) {credit, name, false},
#define RELEASE(credit, name) {credit, name, true},
#include "reuse/agencies_table.inc"
#undef AGENCY
#undef RELEASE
};

// What is said around an agency's name when its words are credited.
constexpr std::string_view kCreditPhrases[] = {
    "contributed to this", "rights reserved",  "may not be published", "eporting by",
    "diting by",           "opyright",         "with files from",      "with reporting from",
    "material from",       "licensed content",
};

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

}  // namespace

Credit find_credit(const Article& article) {
  Credit found;
  for (const Agency& agency : kAgencies) {
    if (!credits(agency, article)) continue;
    found = {std::string(agency.name), agency.is_release, false};
    break;
  }
  if (found.name.empty()) found.name = dateline_credit(article);
  found.is_own = !found.name.empty() && contains(article.outlet, found.name);
  return found;
}

bool is_credit_line(std::string_view text) {
  const bool credits = std::any_of(std::begin(kCreditPhrases), std::end(kCreditPhrases),
                                   [&](std::string_view phrase) { return contains(text, phrase); });
  return credits && std::any_of(std::begin(kAgencies), std::end(kAgencies),
                                [&](const Agency& agency) { return names_agency(agency, text); });
}

}  // namespace fabula::reuse
