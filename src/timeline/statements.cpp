#include "timeline/statements.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "language/sentence_words.hpp"
#include "language/whom.hpp"
#include "text/any_of.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"
#include "text/word_flags.hpp"
#include "timeline/tellings.hpp"

namespace fabula::timeline {
namespace {

using language::SentenceWord;
using text::is_one_of;

constexpr std::chrono::days kWeek{7};

enum Sort : std::uint32_t {
  kSays = 1,   // what a lead calls a statement
  kWork = 2,   // what is published once
  kNone = 4,   // a capital word that is no outlet
  kMedia = 8,  // behind "In a": where something is said
};

constexpr std::string_view kWorks[] = {"essay",       "op-ed",  "memoir", "podcast",
                                       "documentary", "column", "letter", "interview"};

const text::WordFlags& sorts() {
  static const text::WordFlags table = [] {
    text::WordFlags made(128);
    made.add(
        kSays,
        "said says told tells wrote writes written posted posts shared shares revealed reveals "
        "penned pens tweeted spoke speaks spoken opened reflected reflects admitted admits "
        "recalled recalls addressed apologised apologises apologized apologizes thanked "
        "thanks paid pays honored honoured honors honours explained explains described "
        "confessed responded responds vowed vows urged urges warned warns denied denies "
        "announced announces declared declares");
    for (const std::string_view work : kWorks) made.add(kWork | kMedia, work);
    made.add(kMedia,
             "post statement caption video speech tweet message note article blog email memo");
    made.add(kNone, "i the a an he she they it his her their in on at");
    return made;
  }();
  return table;
}

bool is(const SentenceWord& word, std::uint32_t sort) {
  return (sorts().of(word.lower) & sort) != 0;
}

// The person named first in the sentence; null: nobody.
const Mention* first_person(const AnnotatedArticle& article, Range sentence) {
  const auto& mentions = article.names.mentions;
  auto mention = std::ranges::lower_bound(mentions, sentence.begin, {},
                                          [](const Mention& m) { return m.range.begin; });
  for (; mention != mentions.end() && mention->range.end <= sentence.end; ++mention)
    if (article.names.things[mention->thing].kind == NameKind::kPerson) return &*mention;
  return nullptr;
}

// A look that takes no words apart.
bool may_tell_work(std::string_view sentence) {
  static const text::AnyOf works({std::begin(kWorks), std::end(kWorks)});
  return works.is_in(text::ascii_lower(sentence));
}

// Does somebody say something, by the words of the sentence alone?
bool tells_statement(const AnnotatedArticle& article, Range sentence) {
  const auto words = language::words_of_sentence(article.article.text, sentence);
  return std::ranges::any_of(words, [&](const SentenceWord& word) {
    return is(word, kSays) && !is_quoted(article, word.range);
  });
}

// Of the speakers of the sentence's words, is one of these? `thing` -1: any.
bool is_said_by(const AnnotatedArticle& article, Range sentence, std::int32_t thing) {
  return std::ranges::any_of(article.quotes, [&](const Quote& quote) {
    return quote.cue && sentence.contains(*quote.cue) && quote.speaker &&
           (thing < 0 || quote.speaker->thing == thing);
  });
}

// "In an essay posted to Medium, ...": is it where something is said?
bool begins_with_medium(const std::vector<SentenceWord>& words) {
  constexpr std::size_t kReach = 6;
  if (words.size() < 3 || !is_one_of(words[0].lower, "in", "through", "via") ||
      !is_one_of(words[1].lower, "a", "an", "his", "her", "their", "the"))
    return false;
  for (std::size_t i = 2; i < std::min(words.size(), kReach) && !words[i].is_mark; ++i)
    if (is(words[i], kMedia)) return true;
  return false;
}

// Where the work at `i` appeared: "a Medium essay", "an essay posted to Medium", "an essay she
// wrote for the Marl Review". Empty: it is not said.
std::string outlet_of(const std::vector<SentenceWord>& words, std::size_t i) {
  constexpr std::size_t kReach = 7;
  if (i > 0 && words[i - 1].is_capital && i > 1 && !is(words[i - 1], kNone))
    return words[i - 1].lower;
  for (std::size_t k = i + 1; k + 1 < std::min(words.size(), i + kReach); ++k) {
    if (words[k].is_mark) return {};
    if (!is_one_of(words[k].lower, "to", "on", "for", "in", "with", "by")) continue;
    std::size_t at = k + 1;
    if (words[at].lower == "the" && at + 1 < words.size()) ++at;
    if (words[at].is_capital && !is(words[at], kNone)) return words[at].lower;
  }
  return {};
}

}  // namespace

std::vector<StatementLink> link_statements(const AnnotatedArticle& article, std::uint32_t index,
                                           std::span<const Range> dated,
                                           std::span<const When> days) {
  std::vector<StatementLink> links;
  const auto& earliest = article.article.published.when.earliest;
  const auto is_of_late = [&](const When& day) {
    return earliest && day.latest && day.grain <= Grain::kWeek && *day.latest >= *earliest - kWeek;
  };
  for (const Telling& lead : find_lead(article, index)) {
    const Range sentence = lead.sentence.range;
    const Mention* person = first_person(article, sentence);
    if (person == nullptr || std::ranges::binary_search(dated, sentence) ||
        !tells_statement(article, sentence))
      continue;
    for (std::size_t i = 0; i < dated.size(); ++i)
      if (dated[i] > sentence && is_of_late(days[i]) &&
          is_said_by(article, dated[i], static_cast<std::int32_t>(person->thing))) {
        links.push_back({sentence, dated[i]});
        break;
      }
  }
  const auto& sentences = article.segmentation.sentences;
  for (std::size_t s = 1; s < sentences.size(); ++s) {
    const Range sentence = sentences[s].range;
    const Range before = sentences[s - 1].range;
    if (std::ranges::binary_search(dated, sentence) || !std::ranges::binary_search(dated, before) ||
        !tells_statement(article, before))
      continue;
    if (begins_with_medium(language::words_of_sentence(article.article.text, sentence)))
      links.push_back({sentence, before});
  }
  return links;
}

std::vector<text::WordKey> works_in(const AnnotatedArticle& article, Range sentence) {
  std::vector<text::WordKey> keys;
  if (!may_tell_work(words_of(article.article.text, sentence))) return keys;
  const auto words = language::words_of_sentence(article.article.text, sentence);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is(words[i], kWork) || is_quoted(article, words[i].range)) continue;
    const std::string outlet = outlet_of(words, i);
    if (outlet.empty()) continue;
    std::int32_t thing = language::subject_before(article, sentence, words[i].range.end).thing;
    if (thing < 0)
      if (const Mention* person = first_person(article, sentence))
        thing = static_cast<std::int32_t>(person->thing);
    if (thing < 0) continue;
    const std::string& name = article.names.things[static_cast<std::size_t>(thing)].name;
    keys.push_back(text::word_key(text::ascii_lower(name.substr(name.rfind(' ') + 1)) + ' ' +
                                  words[i].lower + ' ' + outlet));
  }
  std::ranges::sort(keys);
  const auto twice = std::ranges::unique(keys);
  keys.erase(twice.begin(), twice.end());
  return keys;
}

}  // namespace fabula::timeline
