#include "extract/furniture.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/content_note.hpp"
#include "extract/picture_credit.hpp"
#include "extract/published.hpp"
#include "extract/words.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

constexpr std::size_t kLongestLine = 60;
constexpr std::size_t kLongestPromo = 400;
constexpr std::size_t kLongestLabelled = 260;
constexpr std::size_t kLongestNote = 1500;

struct Phrase {
  std::string_view words;
  Role role;
};

#define FABULA_LINE(words, role)
#define FABULA_START(words, role)
#define FABULA_INSIDE(words, role)
#define FABULA_LABEL(words)
#define FABULA_NOTE(words)

#undef FABULA_LINE
#define FABULA_LINE(words, role) {words, Role::role},
constexpr auto kLines = std::to_array<Phrase>({
#include "extract/furniture_table.inc"
});
#undef FABULA_LINE
#define FABULA_LINE(words, role)

#undef FABULA_START
#define FABULA_START(words, role) {words, Role::role},
constexpr auto kStarts = std::to_array<Phrase>({
#include "extract/furniture_table.inc"
});
#undef FABULA_START
#define FABULA_START(words, role)

#undef FABULA_INSIDE
#define FABULA_INSIDE(words, role) {words, Role::role},
constexpr auto kInsides = std::to_array<Phrase>({
#include "extract/furniture_table.inc"
});
#undef FABULA_INSIDE
#define FABULA_INSIDE(words, role)

#undef FABULA_LABEL
#define FABULA_LABEL(words) words,
constexpr auto kLabels = std::to_array<std::string_view>({
#include "extract/furniture_table.inc"
});
#undef FABULA_LABEL
#define FABULA_LABEL(words)

#undef FABULA_NOTE
#define FABULA_NOTE(words) words,
constexpr auto kNotes = std::to_array<std::string_view>({
#include "extract/furniture_table.inc"
});

#undef FABULA_LINE
#undef FABULA_START
#undef FABULA_INSIDE
#undef FABULA_LABEL
#undef FABULA_NOTE

constexpr auto kSharingWords = std::to_array<std::string_view>(
    {"share",     "on",       "facebook", "twitter",   "email",     "e",         "mail",
     "e-",        "google",   "linkedin", "linked",    "in",        "pinterest", "reddit",
     "whatsapp",  "whats",    "app",      "tumblr",    "copy",      "link",      "print",
     "save",      "comments", "comment",  "flipboard", "messenger", "sms",       "more",
     "via",       "this",     "tweet",    "pin",       "post",      "bio",       "follow",
     "instagram", "snapchat", "telegram", "youtube",   "you",       "tube",      "x",
     "icon",      "article",  "story",    "options",   "text",      "size",      "to",
     "with",      "friends",  "like"});

// starts_with, quick to say no: most paragraphs are compared with every phrase.
bool starts(std::string_view text, std::string_view phrase) {
  return !text.empty() && text.front() == phrase.front() && text.starts_with(phrase);
}

bool contains(std::string_view text, std::string_view words) {
  return text.find(words) != std::string_view::npos;
}

bool is_note(std::string_view simple) {
  for (const std::string_view start : kNotes)
    if (starts(simple, start)) return true;
  if (simple.size() > 300 || !contains(simple, "contributed ")) return false;
  for (const std::string_view end :
       {"contributed to this report", "contributed to this story", "contributed to this article",
        "contributed reporting", "contributed to the reporting"})
    if (contains(simple, end)) return true;
  return false;
}

// "(Reporting by Jane Roe; editing by Al Vey)"
bool is_reporting_credit(std::string_view simple) {
  if (simple.size() > 300) return false;
  while (!simple.empty() &&
         (simple.front() == '(' || simple.front() == '-' || simple.front() == ' '))
    simple.remove_prefix(1);
  return simple.starts_with("reporting by ") || simple.starts_with("additional reporting by ") ||
         simple.starts_with("editing by ") || simple.starts_with("writing by ") ||
         simple.starts_with("compiled by ");
}

std::string_view without_marks(std::string_view simple) {
  constexpr std::string_view kMarks = " .:!|>*-[]()+<=~_\"";
  const std::size_t first = simple.find_first_not_of(kMarks);
  if (first == std::string_view::npos) return {};
  return simple.substr(first, simple.find_last_not_of(kMarks) + 1 - first);
}

// "3 min read", "12 comments", "1.2k shares", "image 1 of 3"
bool is_counter(std::string_view line) {
  if (line.size() <= 16 && line.starts_with("image ") && contains(line, "of")) return true;
  if (line.size() > 30 || line.empty() || line.front() < '0' || line.front() > '9') return false;
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos || line.find_first_not_of("0123456789.,km") < blank)
    return false;
  const std::string_view unit = line.substr(blank + 1);
  for (const std::string_view known :
       {"min", "mins", "min read", "minute read", "minutes read", "mins read", "comments",
        "comment", "shares", "share", "likes", "views", "photos", "replies"})
    if (unit == known) return true;
  return false;
}

// "Share on Facebook Share on Twitter", "FacebookEmail Twitter Google+": nothing but the names of
// networks and what one does there.
bool is_sharing_bar(std::string_view line) {
  if (line.size() > 120) return false;
  std::string apart;  // a blank before each capital: names are often joined
  for (const char c : line) {
    if (c >= 'A' && c <= 'Z') apart += ' ';
    apart += c;
  }
  const std::string simple = simple_form(apart);
  std::size_t n_words = 0;
  for (std::string_view rest = simple; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = without_marks(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty()) continue;
    if (std::find(kSharingWords.begin(), kSharingWords.end(), word) == kSharingWords.end())
      return false;
    ++n_words;
  }
  return n_words >= 2;
}

// "© 2019 Vale Times"; without a year it is a picture's.
bool is_copyright(std::string_view simple) {
  constexpr std::string_view kSign = "\xC2\xA9";
  if (!simple.starts_with(kSign)) return false;
  simple = text::trim(simple.substr(kSign.size()));
  return simple.starts_with("19") || simple.starts_with("20") || simple.starts_with("copyright");
}

// What a script left behind: "{"unitName":"top","display":...}".
bool is_code(std::string_view simple) {
  return simple.starts_with("{\"") || simple.starts_with("window.") ||
         simple.starts_with("function(") || simple.starts_with("<script") ||
         simple.starts_with("var _");
}

// A post of a network set into the story: "... - Jane Roe (@janeroe) March 3, 2021".
bool is_post(std::string_view paragraph) {
  if (contains(paragraph, "pic.twitter.com/") || contains(paragraph, "https://t.co/")) return true;
  const std::size_t handle = paragraph.find("(@");
  if (handle == std::string_view::npos) return false;
  const std::string_view before = paragraph.substr(0, handle);
  const std::string_view after = paragraph.substr(handle);
  const bool has_dash = before.rfind("— ") != std::string_view::npos ||
                        before.rfind("– ") != std::string_view::npos ||
                        before.starts_with("A post shared") ||
                        before.rfind("- ") != std::string_view::npos;
  return has_dash && after.size() <= 60 && find_written_date(after).has_value();
}

const Phrase* line_phrase(std::string_view simple) {
  if (simple.size() > kLongestLine) return nullptr;
  const std::string_view bare = without_marks(simple);
  for (const Phrase& phrase : kLines)
    if (phrase.words == bare) return &phrase;
  return nullptr;
}

// "READ: ...", "Related: ..."; in capitals, or a line that does not end as a sentence does.
bool has_label(std::string_view paragraph, std::string_view simple) {
  const std::size_t colon = simple.find(':');
  if (colon == std::string_view::npos || colon > 24 || paragraph.size() > kLongestLabelled)
    return false;
  const std::string_view label = without_marks(simple.substr(0, colon));
  if (std::find(kLabels.begin(), kLabels.end(), label) == kLabels.end()) return false;
  const std::string_view as_written = paragraph.substr(0, paragraph.find(':'));
  const bool is_capitals = std::none_of(as_written.begin(), as_written.end(),
                                        [](char c) { return c >= 'a' && c <= 'z'; });
  return is_capitals || (begins_upper(paragraph) && !paragraph.ends_with('.'));
}

bool leads_on(std::string_view simple) {
  if (!simple.starts_with("for more ") && !simple.starts_with("to see more ")) return false;
  for (const std::string_view way : {"scroll", "click", "visit", "follow", "check out", "go to",
                                     "see our", "read our", "subscribe", "sign up", "tune in"})
    if (contains(simple, way)) return true;
  return false;
}

const Phrase* promo_phrase(std::string_view simple) {
  simple.remove_prefix(std::min(simple.find_first_not_of(" ([*>|-"), simple.size()));
  for (const Phrase& phrase : kStarts)
    if (starts(simple, phrase.words)) return &phrase;
  if (contains(simple, "\"")) return nullptr;  // somebody is quoted: the story
  for (const Phrase& phrase : kInsides)
    if (contains(simple, phrase.words)) return &phrase;
  return nullptr;
}

}  // namespace

std::optional<Furniture> furniture_in(std::string_view paragraph) {
  if (paragraph.size() > kLongestNote) return std::nullopt;
  const std::string simple = simple_form(paragraph);
  if (is_content_note(simple)) return Furniture{Role::kNote, "role.note-content", true};
  if (is_note(simple)) return Furniture{Role::kNote, "role.note-start"};
  if (is_reporting_credit(simple)) return Furniture{Role::kByline, "role.byline-reporting"};
  if (paragraph.size() > kLongestPromo) return std::nullopt;
  if (without_marks(simple).empty()) return Furniture{Role::kPromo, "role.promo-marks"};
  if (const Phrase* phrase = line_phrase(simple)) return Furniture{phrase->role, "role.line"};
  if (is_code(simple)) return Furniture{Role::kPromo, "role.promo-code"};
  if (is_post(paragraph)) return Furniture{Role::kEmbed, "role.embed-post"};
  if (is_counter(simple)) return Furniture{Role::kPromo, "role.promo-counter"};
  if (has_label(paragraph, simple)) return Furniture{Role::kPromo, "role.promo-label"};
  if (is_copyright(simple)) return Furniture{Role::kPromo, "role.promo-copyright"};
  if (const auto form = picture_credit(paragraph)) {
    if (*form == CreditForm::kCaption) return Furniture{Role::kCaption, "role.caption-credit"};
    return Furniture{Role::kCredit,
                     *form == CreditForm::kAgency ? "role.credit-agency" : "role.credit-label"};
  }
  if (is_sharing_bar(paragraph)) return Furniture{Role::kPromo, "role.promo-sharing"};
  if (leads_on(simple)) return Furniture{Role::kPromo, "role.promo-leads-on"};
  if (const Phrase* phrase = promo_phrase(simple)) return Furniture{phrase->role, "role.phrase"};
  return std::nullopt;
}

}  // namespace fabula::extract
