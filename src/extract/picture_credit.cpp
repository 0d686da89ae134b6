#include "extract/picture_credit.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/words.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

constexpr std::size_t kLongestCredit = 140;
constexpr std::size_t kLongestCaption = 400;

constexpr auto kAgencies = std::to_array<std::string_view>({
#define FABULA_AGENCY(name) name,
#include "extract/picture_credits_table.inc"
#undef FABULA_AGENCY
});

// At the start of a credit, before the name.
constexpr auto kLabels = std::to_array<std::string_view>(
    {"via:",           "via ",           "photo:",         "photos:",          "photo by",
     "photos by",      "photo via",      "photograph:",    "photograph by",    "photographs by",
     "photographer:",  "image:",         "images:",        "image by",         "image via",
     "image credit",   "images credit",  "picture:",       "pictures:",        "picture by",
     "picture credit", "pic:",           "pics:",          "credit:",          "credits:",
     "photo credit",   "video credit",   "video by",       "video:",           "courtesy:",
     "courtesy of",    "photo courtesy", "image courtesy", "picture courtesy", "illustration by",
     "illustration:",  "graphic by",     "screenshot:",    "screengrab:",      "source:",
     "\xC2\xA9 "});

// In the middle of a line: what stands before says what the picture shows.
constexpr auto kInnerLabels = std::to_array<std::string_view>(
    {" image credit:", " photo credit:", " picture credit:", " video credit:", " credit:",
     " photo:", " picture:", " (photo by", " (photo:", " (credit", " (image", " (picture",
     " photograph:", " image source:"});

bool is_agency(std::string_view name) {
  return std::find(kAgencies.begin(), kAgencies.end(), name) != kAgencies.end();
}

// A person or a firm: up to five words, most with a capital.
bool is_name(std::string_view words) {
  const WordShape shape = word_shape(words);
  return shape.n_words >= 1 && shape.n_words <= 5 && begins_upper(words) &&
         shape.n_upper == shape.n_long && !ends_sentence(words);
}

// Bytes of the mark between two names that `rest` begins with; 0: none.
std::size_t mark_between(std::string_view rest) {
  if (rest[0] == '/' || rest[0] == '|' || rest[0] == ',') return 1;
  if (rest[0] != ' ') return 0;
  for (const std::string_view between : {" via ", " and ", " for ", " - ", " – "})
    if (rest.starts_with(between)) return between.size();
  return 0;
}

// Cuts off the part before the next "/", ",", "|" or " via ".
std::string_view next_part(std::string_view& rest) {
  std::size_t end = 0;
  std::size_t mark = 0;
  while (end < rest.size() && (mark = mark_between(rest.substr(end))) == 0) ++end;
  const std::string_view part = text::trim(rest.substr(0, end));
  rest.remove_prefix(end + mark);
  return part;
}

// Only names, one of them an agency's.
bool is_names_with_agency(std::string_view line) {
  bool has_agency = false;
  while (!line.empty()) {
    const std::string_view part = next_part(line);
    if (part.empty()) continue;
    if (is_agency(simple_form(part)))
      has_agency = true;
    else if (!is_name(part))
      return false;
  }
  return has_agency;
}

// "(Jane Roe/Vale Times)": in brackets any two names with a slash between.
bool is_name_and_outlet(std::string_view line, std::string_view inner) {
  const std::size_t slash = inner.find('/');
  return inner.size() < line.size() && slash != std::string_view::npos &&
         is_name(text::trim(inner.substr(0, slash))) &&
         is_name(text::trim(inner.substr(slash + 1)));
}

// "In this May 3, 2019, photo, sailors wait ..."
bool is_agency_caption(std::string_view simple) {
  if (!simple.starts_with("in this ")) return false;
  const std::string_view start = simple.substr(0, 60);
  for (const std::string_view picture : {" photo", " image", " picture", " frame grab"})
    if (start.find(picture) != std::string_view::npos) return true;
  return false;
}

// By the first character, which is not always seen in ASCII.
bool may_be_agency_caption(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first != std::string_view::npos &&
         (line[first] == 'I' || line[first] == 'i' || line[first] < ' ' || line[first] > '~');
}

bool has_label(std::string_view simple) {
  return std::any_of(kLabels.begin(), kLabels.end(),
                     [&](std::string_view label) { return simple.starts_with(label); });
}

std::string_view without_brackets(std::string_view line) {
  if (line.size() > 2 &&
      ((line.front() == '(' && line.back() == ')') || (line.front() == '[' && line.back() == ']')))
    return text::trim(line.substr(1, line.size() - 2));
  return line;
}

// "... (Reuters/Jane Roe)", "... (AP Photo)": what stands in the brackets at the end is a credit.
bool ends_in_credit(std::string_view line) {
  if (!line.ends_with(')') && !line.ends_with(").")) return false;
  const std::size_t open = line.rfind('(');
  if (open == std::string_view::npos || open == 0) return false;
  std::string_view inner = line.substr(open + 1);
  inner = inner.substr(0, inner.rfind(')'));
  const std::string simple = simple_form(inner);
  const bool is_labelled = has_label(simple) || simple.find("photo") != std::string::npos ||
                           simple.find("getty") != std::string::npos;
  if (!is_labelled && !is_names_with_agency(inner)) return false;
  // "... the office said. (AP)" closes a report; a caption's credit names the photographer too.
  return is_labelled || inner.find('/') != std::string_view::npos ||
         (line.ends_with(')') && !ends_sentence(text::trim(line.substr(0, open))));
}

// "The new bridge Jane Roe/Getty Images", "The new bridge via Getty Images"
bool ends_in_agency(std::string_view simple) {
  for (const std::string_view ending :
       {"/getty images", "getty images", "/ap", "/ reuters", "/reuters", "/afp", "/shutterstock",
        "/ap photo", "ap photo", "via ap", "via reuters"})
    if (simple.size() > ending.size() && simple.ends_with(ending)) return true;
  return false;
}

// "Jane Roe on the quay Photo credit: Al Vey": a name follows the label.
bool has_inner_label(std::string_view line) {
  // Each label has one.
  if (line.find(':') == line.npos && line.find('(') == line.npos) return false;
  const std::string lower = text::ascii_lower(line);
  for (const std::string_view label : kInnerLabels)
    if (const std::size_t at = lower.find(label);
        at != std::string::npos && lower.size() - at < kLongestCredit) {
      std::string_view name = line.substr(at + label.size());
      const std::size_t begin = name.find_first_not_of(" :\xC2\xA0");
      if (begin != std::string_view::npos && begins_upper(name.substr(begin))) return true;
    }
  return false;
}

}  // namespace

std::optional<CreditForm> picture_credit(std::string_view line) {
  if (line.size() > kLongestCaption) return std::nullopt;
  const std::string_view whole = line;
  while (line.starts_with('/') || line.starts_with('|')) line = text::trim(line.substr(1));
  const std::string_view inner = without_brackets(line);
  if (line.size() <= kLongestCredit) {
    if (is_names_with_agency(inner) || is_name_and_outlet(line, inner)) return CreditForm::kAgency;
    const bool is_short = word_shape(inner).n_words <= 12 && !ends_sentence(inner);
    if (is_short && has_label(simple_form(inner))) return CreditForm::kLabel;
  }
  if (ends_in_credit(line)) return CreditForm::kCaption;
  const bool may_end_in_agency = !ends_sentence(line);
  if (may_end_in_agency || may_be_agency_caption(whole)) {
    const std::string simple = simple_form(whole);
    if ((may_end_in_agency && ends_in_agency(simple)) || is_agency_caption(simple))
      return CreditForm::kCaption;
  }
  return has_inner_label(line) ? std::optional(CreditForm::kCaption) : std::nullopt;
}

}  // namespace fabula::extract
