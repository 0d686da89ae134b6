#include "extract/headline.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "extract/byline.hpp"
#include "extract/furniture.hpp"
#include "extract/words.hpp"
#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

// A headline that ends in a full stop is a short one.
constexpr std::size_t kLongestTitleWithStop = 150;
constexpr std::size_t kLongestStandfirst = 320;
// Shorter lines at the top are more often sections, outlets and names than headlines.
constexpr std::uint32_t kFewestTitleWords = 4;
constexpr std::uint32_t kMostHeadlineWords = 14;
// How many paragraphs below the headline the first sentence of the story may stand, and its bytes.
constexpr std::size_t kFarthestStory = 12;
constexpr std::size_t kShortestStory = 40;

constexpr auto kSentenceStarters = std::to_array<std::string_view>(
    {"The",  "A",    "An", "He", "She", "They",  "It",   "His", "Her", "Their", "Its",
     "This", "That", "In", "On", "At",  "After", "When", "But", "We",  "There"});

// Words that headlines leave out.
constexpr auto kStoryWords = std::to_array<std::string_view>(
    {"the",       "a",        "an",     "has",      "have",   "had",       "was",    "were",
     "is",        "are",      "been",   "said",     "says",   "he",        "she",    "they",
     "we",        "i",        "it",     "there",    "this",   "that",      "monday", "tuesday",
     "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today",  "told",
     "went",      "came",     "took",   "made",     "died",   "found",     "lost",   "held",
     "won",       "who",      "which"});

constexpr auto kOutletEndings = std::to_array<std::string_view>(
    {"News",     "Times",    "Post",      "Herald",    "Daily",   "Tribune",  "Online",
     ".com",     "TV",       "Press",     "Wire",      "Today",   "Magazine", "Radio",
     "Media",    "Gazette",  "Journal",   "Chronicle", "Mail",    "Mirror",   "Courier",
     "Standard", "Observer", "Telegraph", "Guardian",  "Examiner"});

// The words of four letters and more of a text, for comparing.
std::set<std::string, std::less<>> long_words(std::string_view text) {
  std::set<std::string, std::less<>> words;
  std::string word;
  const auto close = [&] {
    if (word.size() >= 4) words.insert(word);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    at += c.n_bytes;
    if (text::is_letter(c.value) || text::is_digit(c.value))
      text::append(word,
                   c.value < 128 && c.value >= 'A' && c.value <= 'Z' ? c.value + 32 : c.value);
    else
      close();
  }
  close();
  return words;
}

// Does `later` tell again what `headline` tells? At least half of its longer words come back.
bool is_retold(std::string_view headline, std::string_view later) {
  const auto short_words = long_words(headline);
  if (short_words.size() < 3) return false;
  const auto told = long_words(later);
  const auto n = std::count_if(short_words.begin(), short_words.end(),
                               [&](const std::string& word) { return told.contains(word); });
  return n * 2 >= static_cast<std::ptrdiff_t>(short_words.size());
}

// The next paragraph after `i` that may be the story; paragraphs.size() when there is none.
std::size_t next_story(const Article& article, std::size_t i) {
  while (++i < article.paragraphs.size())
    if (article.paragraphs[i].rule.empty() &&
        !furniture_in(words_of(article.text, article.paragraphs[i].range)))
      break;
  return i;
}

// The two paragraphs after `i` that may be the story, with what stands between them.
std::string_view what_follows(const Article& article, std::size_t i) {
  const std::size_t first = next_story(article, i);
  if (first >= article.paragraphs.size()) return {};
  const std::size_t second = next_story(article, first);
  const Range& last = article.paragraphs[std::min(second, article.paragraphs.size() - 1)].range;
  return words_of(article.text, {article.paragraphs[first].range.begin, last.end});
}

// Does a whole sentence follow within the next paragraphs?
bool comes_before_story(const Article& article, std::size_t i) {
  for (std::size_t n = 0; n < kFarthestStory; ++n) {
    i = next_story(article, i);
    if (i >= article.paragraphs.size()) return false;
    const std::string_view words = words_of(article.text, article.paragraphs[i].range);
    if (words.size() >= kShortestStory && ends_sentence(words)) return true;
  }
  return false;
}

bool has_dateline(const Article& article, std::size_t i) {
  return i < article.paragraphs.size() && article.paragraphs[i].rule.empty() &&
         !dateline_of(words_of(article.text, article.paragraphs[i].range)).empty();
}

// Is a short line followed at once by a date line or a byline?
bool is_above_date(const Article& article, std::size_t i) {
  if (word_shape(words_of(article.text, article.paragraphs[i].range)).n_words < 3) return false;
  for (std::size_t next = i + 1; next < article.paragraphs.size() && next <= i + 2; ++next)
    if (article.paragraphs[next].role == Role::kDateline ||
        article.paragraphs[next].role == Role::kByline)
      return true;
  return false;
}

// How a line with a full stop is worded.
struct Wording {
  std::uint32_t n_words = 0;
  std::uint32_t n_story_words = 0;  // words that headlines leave out
  bool has_past_tense = false;      // "rescued", also where it is a participle
};

Wording wording_of(std::string_view line) {
  Wording wording;
  for (std::string_view rest = text::trim(line.substr(0, line.size() - 1)); !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string word = simple_form(rest.substr(0, end));
    ++wording.n_words;
    if (std::find(kStoryWords.begin(), kStoryWords.end(), word) != kStoryWords.end())
      ++wording.n_story_words;
    if (word.size() >= 5 && word.ends_with("ed") && begins_lower(rest))
      wording.has_past_tense = true;
    rest = text::trim(rest.substr(end));
  }
  return wording;
}

// "Council backs ferry after long debate.", or a headline that the story then tells again.
bool is_worded_as_headline(std::string_view line, std::string_view later) {
  const Wording wording = wording_of(line);
  if (wording.n_story_words == 0 && !wording.has_past_tense)
    return wording.n_words >= kFewestTitleWords && wording.n_words <= kMostHeadlineWords;
  return wording.n_story_words <= 1 && is_retold(line, later);
}

// A section or an outlet above the headline: "Harbour News".
bool is_label(std::string_view line) {
  return line.size() <= 40 && word_shape(line).n_words < kFewestTitleWords &&
         !ends_sentence(line) && !begins_lower(line);
}

bool looks_like_title(const Article& article, std::size_t i) {
  const std::string_view line = words_of(article.text, article.paragraphs[i].range);
  if (line.size() > kLongestTitle || i + 1 >= article.paragraphs.size()) return false;
  if (line.size() < 8 || has_dateline(article, i)) return false;
  if (word_shape(line).n_words < kFewestTitleWords && !is_above_date(article, i)) return false;
  if (begins_lower(line) || line.ends_with(',') || line.ends_with(':') || line.ends_with("...") ||
      line.ends_with("…"))
    return false;
  if (!comes_before_story(article, i)) return false;
  if (!ends_sentence(line)) return true;
  if (begins_with_quotation_mark(line) && !is_title_case(line)) return false;
  if (line.size() > kLongestTitleWithStop || line.find(". ") != std::string_view::npos)
    return false;
  return is_title_case(line) || has_dateline(article, i + 1) || has_dateline(article, i + 2) ||
         is_worded_as_headline(line, what_follows(article, i));
}

bool is_beside_date(const Article& article, std::size_t i) {
  return (i > 0 && article.paragraphs[i - 1].role == Role::kDateline) ||
         (i + 1 < article.paragraphs.size() && article.paragraphs[i + 1].role == Role::kDateline);
}

// What stands between the title and a paragraph with a dateline, one or two short paragraphs.
void mark_standfirst(Article& article, std::size_t title) {
  std::size_t end = title + 1;
  while (end < article.paragraphs.size() && end <= title + 3 && !has_dateline(article, end)) ++end;
  if (end == title + 1 || end > title + 3 || !has_dateline(article, end)) return;
  for (std::size_t i = title + 1; i < end; ++i) {
    Paragraph& paragraph = article.paragraphs[i];
    if (!paragraph.rule.empty() || paragraph.range.size() > kLongestStandfirst ||
        furniture_in(words_of(article.text, paragraph.range)))
      continue;
    if (is_bare_name(words_of(article.text, paragraph.range)) && is_beside_date(article, i)) {
      paragraph.role = Role::kByline;
      paragraph.rule = "role.byline";
      if (article.byline.empty()) article.byline = words_of(article.text, paragraph.range);
      continue;
    }
    paragraph.role = Role::kHeading;
    paragraph.rule = "role.standfirst";
  }
}

}  // namespace

std::size_t standfirst_in(std::string_view headline) {
  if (is_title_case(headline)) return headline.size();
  for (const std::string_view starter : kSentenceStarters) {
    const std::string pattern = " " + std::string(starter) + " ";
    const std::size_t at = headline.find(pattern);
    if (at == std::string_view::npos || at < 20) continue;
    const std::size_t before = headline.rfind(' ', at - 1);
    const std::string_view word_before = headline.substr(before + 1, at - before - 1);
    const std::string_view after = headline.substr(at + pattern.size());
    if (begins_lower(word_before) && begins_lower(after) && word_shape(after).n_words >= 4)
      return at + 1;
  }
  return headline.size();
}

std::string_view dateline_of(std::string_view start) {
  start = start.substr(0, 90);
  std::size_t dash = std::string_view::npos;
  for (const std::string_view mark : {" - ", " -- ", "--", " — ", " – ", "— ", " ― "})
    dash = std::min(dash, start.find(mark));
  if (dash == std::string_view::npos || dash < 2) return {};
  const std::string_view dateline = start.substr(0, dash);
  if (!begins_upper(dateline)) return {};
  if (is_outlet_name(dateline)) return dateline;
  // A place in capitals, or a name with an agency in brackets behind it.
  const std::string_view place = dateline.substr(0, dateline.find_first_of(",("));
  std::size_t n_upper = 0;
  for (std::size_t at = 0; at < place.size();) {
    const text::CodePoint c = text::decode(place, at);
    if (text::is_lower(c.value)) {
      const std::size_t bracket = dateline.find('(');
      return bracket != std::string_view::npos && dateline.ends_with(')') && bracket < 40 &&
                     word_shape(dateline.substr(0, bracket)).n_words <= 4
                 ? dateline
                 : std::string_view{};
    }
    if (text::is_upper(c.value)) ++n_upper;
    at += c.n_bytes;
  }
  return n_upper >= 3 ? dateline : std::string_view{};
}

bool is_outlet_name(std::string_view dateline) {
  if (dateline.empty() || dateline.size() > 30 || !begins_upper(dateline)) return false;
  if (dateline.find_first_of(",(\"'") != std::string_view::npos) return false;
  const WordShape shape = word_shape(dateline);
  if (shape.n_words > 3 || shape.n_upper != shape.n_long) return false;
  for (const std::string_view ending : kOutletEndings)
    if (dateline.size() > ending.size() && dateline.ends_with(ending)) return true;
  if (shape.n_words != 1) return false;
  // "CityPaper": a capital behind a small letter.
  for (std::size_t i = 1; i + 1 < dateline.size(); ++i)
    if (dateline[i - 1] >= 'a' && dateline[i - 1] <= 'z' && dateline[i] >= 'A' &&
        dateline[i] <= 'Z' && i >= 3)
      return true;
  return false;
}

void mark_title(Article& article) {
  for (std::size_t i = 0; i < article.paragraphs.size(); ++i) {
    Paragraph& paragraph = article.paragraphs[i];
    if (paragraph.rule == "role.title" ||
        (paragraph.rule == "role.header" && paragraph.role == Role::kHeading)) {
      mark_standfirst(article, i);
      return;
    }
    if (!paragraph.rule.empty() || furniture_in(words_of(article.text, paragraph.range))) continue;
    if (!article.title.empty()) return;
    if (!looks_like_title(article, i)) {
      if (is_label(words_of(article.text, paragraph.range))) continue;
      return;
    }
    paragraph.role = Role::kHeading;
    paragraph.rule = "role.title";
    article.title = words_of(article.text, paragraph.range);
    mark_standfirst(article, i);
    return;
  }
}

}  // namespace fabula::extract
