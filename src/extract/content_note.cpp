#include "extract/content_note.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

constexpr std::size_t kLongestNote = 800;

// These say it all.
constexpr auto kWarnings = std::to_array<std::string_view>(
    {"content warning", "content note:", "content advisory", "trigger warning",
     "tw:", "cw:", "viewer discretion", "reader discretion", "readers may find"});

// These warn of many things; of the article only when it is spoken of.
constexpr auto kAlarms =
    std::to_array<std::string_view>({"warning:", "warning -", "advisory:", "spoiler alert"});
constexpr auto kAlarmedOf = std::to_array<std::string_view>(
    {"contain", "discuss", "mention", "graphic", "distress", "disturb", "reader", "upset",
     "sensitive", "this article", "this story", "details of", "details about", "explicit",
     "spoiler", "descriptions", "images", "footage"});

constexpr auto kArticles = std::to_array<std::string_view>(
    {"this article ", "this story ", "this post ", "this report ", "this piece ", "this feature ",
     "the following article ", "the following story ", "the following report ",
     "the article below ", "the story below "});
constexpr auto kVerbs =
    std::to_array<std::string_view>({"contains ", "includes ", "discusses ", "mentions ",
                                     "deals with ", "describes ", "features ", "refers to "});
constexpr auto kHardThings = std::to_array<std::string_view>(
    {"readers may ", "readers might ", "some may ",       "graphic",
     "distress",     "disturb",        "upset",           "explicit",
     "suicid",       "self-harm",      "abuse",           "assault",
     "rape",         "pregnancy loss", "miscarriage",     "stillbirth",
     "baby loss",    "violence",       "strong language", "offensive",
     "racial slur",  "spoiler",        "eating disorder", "death of a child",
     "triggering"});

template <std::size_t n>
bool starts_with_one(std::string_view text, const std::array<std::string_view, n>& starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.starts_with(start); });
}

template <std::size_t n>
bool contains_one(std::string_view text, const std::array<std::string_view, n>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

// "this story contains graphic ..." at the start of `simple`.
bool warns_of_itself(std::string_view simple) {
  constexpr std::size_t kVerbWithin = 60;
  return starts_with_one(simple, kArticles) &&
         contains_one(simple.substr(0, kVerbWithin), kVerbs) && contains_one(simple, kHardThings);
}

}  // namespace

bool is_content_note(std::string_view simple) {
  if (simple.size() > kLongestNote) return false;
  while (!simple.empty() &&
         (simple.front() == '*' || simple.front() == '(' || simple.front() == '['))
    simple = text::trim(simple.substr(1));
  if (starts_with_one(simple, kWarnings) || warns_of_itself(simple)) return true;
  for (const std::string_view alarm : kAlarms)
    if (simple.starts_with(alarm)) return contains_one(simple.substr(alarm.size()), kAlarmedOf);
  // "Editor's note: this story contains ..."; also as the second sentence of another remark.
  const std::size_t note = simple.find("note: ");
  return note != std::string_view::npos && warns_of_itself(simple.substr(note + 6));
}

}  // namespace fabula::extract
