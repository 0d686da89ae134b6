#include "timeline/news_general.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/verbs.hpp"
#include "text/common_words.hpp"
#include "text/one_of.hpp"
#include "text/word_flags.hpp"

namespace fabula::timeline {
namespace {

using text::is_one_of;

enum Sort : std::uint32_t {
  kModal = 1,         // of what may or ought to be
  kHas = 2,           // before a participle: a perfect
  kIs = 4,            // a copula of the present
  kWas = 8,           // tells of the past whatever follows
  kSays = 16,         // somebody's word
  kAdverb = 32,       // may stand between an auxiliary and its verb
  kAnybody = 64,      // a subject that is nobody in particular
  kJudges = 128,      // "hard" to say, "right" to ask
  kGuesses = 256,     // at the beginning: the writer's own voice
  kWeighs = 512,      // "the question is", "the lesson is"
  kOwes = 1024,       // what ought to be
  kOpens = 2048,      // a first word that is no noun
  kThoughts = 4096,   // what there is, or is not, in a thought
  kHardly = 8192,     // "there is something in it"
  kAbstract = 16384,  // what nobody can see: of it whatever is said in the present is a thought
  kShared = 32768,    // the writer with the reader
};

const text::WordFlags& sorts() {
  static const text::WordFlags table = [] {
    text::WordFlags made(256);
    made.add(kModal, "may might can could would should ought must need cannot");
    made.add(kHas, "has have having");
    made.add(kIs, "is are seems seem remains looks feels");
    made.add(kWas, "was were did had been will shall");
    made.add(kSays,
             "said says saying told tells according reported reports announced argued argues "
             "claims claimed warned warns added adds wrote writes asked police spokesman "
             "spokeswoman officials");
    made.add(kAdverb,
             "not never ever also only just always often still now quite very too rather even "
             "perhaps");
    made.add(kAnybody, "nobody nothing you everybody everyone anyone anybody whoever whatever we");
    made.add(kThoughts,
             "doubt way answer answers excuse reason point shame escape comfort lesson denying "
             "telling knowing feeling sense saying limit limits difference danger temptation "
             "moment tendency question irony right wrong blame going cure recipe substitute use");
    made.add(kHardly, "something nothing little always hardly scarcely much plenty more only");
    made.add(kJudges,
             "hard easy difficult tempting sad right wrong fair unfair strange odd ironic "
             "impossible important worth tragic shameful foolish naive absurd good bad better "
             "best worse worst comforting telling curious pointless useless dangerous wise "
             "unwise remarkable astonishing disappointing encouraging too high little no not "
             "enough time");
    made.add(kGuesses,
             "perhaps maybe surely clearly sadly frankly arguably admittedly unfortunately "
             "fortunately thankfully ironically undoubtedly inevitably alas granted hopefully "
             "honestly naturally understandably tragically mercifully strangely oddly curiously");
    made.add(kWeighs,
             "lesson question point truth problem trouble irony answer danger hope fear tragedy "
             "reality challenge risk fact moral temptation difference");
    made.add(kAbstract,
             "grief silence memory memories time anger hope justice trust truth doubt doubts "
             "questions answers wounds scars pain sorrow fear life history fate luck courage words "
             "promises patience kindness forgiveness guilt blame shame pride love faith dignity "
             "wisdom loss mourning healing closure solace certainty honesty memory regret");
    made.add(kShared, "you your yourself we us our ourselves");
    made.add(kOwes, "should ought deserves deserve");
    made.add(kOpens,
             "the a an this that these those it he she they we you i his her their our its my in "
             "on at by for from with to of as after before when while since during under over and "
             "but or so yet nor then there here now what who which how why where if though "
             "although because some many most few all both each every any no other others more "
             "less such not also still only even just once meanwhile however");
    return made;
  }();
  return table;
}

// Without what the writer puts in between commas: "Grief, as they say, has no timetable".
std::vector<NewsWord> without_aside(std::span<const NewsWord> words) {
  constexpr std::size_t kLongest = 4;  // words
  constexpr std::size_t kFarthest = 6;
  std::vector<NewsWord> plain(words.begin(), words.end());
  for (std::size_t i = 1; i < std::min(plain.size(), kFarthest); ++i) {
    if (plain[i].lower != ",") continue;
    std::size_t end = i + 1;
    while (end < plain.size() && end <= i + kLongest && plain[end].lower != ",") ++end;
    if (end >= plain.size() || plain[end].lower != "," ||
        !is_one_of(plain[i + 1].lower, "as", "after", "of", "it", "however", "alas", "they", "we",
                   "to", "perhaps", "then"))
      continue;
    plain.erase(plain.begin() + static_cast<std::ptrdiff_t>(i),
                plain.begin() + static_cast<std::ptrdiff_t>(end) + 1);
    break;
  }
  return plain;
}

class Reader {
 public:
  Reader(std::span<const NewsWord> words, bool first_is_name)
      : words_(words), first_is_name_(first_is_name) {}

  bool is_general() const {
    return words_.size() >= kFewest && words_.size() <= kMost &&
           (speaks_generally() || is_of_nobody()) && !tells_deed();
  }

 private:
  static constexpr std::size_t kFewest = 4;
  static constexpr std::size_t kMost = 34;
  static constexpr std::size_t kSubject = 5;  // words from a subject to its verb
  static constexpr std::size_t kAside = 9;    // the same with words between commas

  std::string_view at(std::size_t i) const {
    return i < words_.size() ? words_[i].lower : std::string_view();
  }
  bool is(std::size_t i, std::uint32_t sort) const { return (sorts().of(at(i)) & sort) != 0; }

  // The first copula or modal from `from` on, not farther than `reach` words.
  std::size_t verb_from(std::size_t from, std::size_t reach) const {
    for (std::size_t i = from; i < std::min(words_.size(), from + reach); ++i)
      if (is(i, kIs | kModal)) return i;
    return words_.size();
  }

  bool speaks_generally() const {
    if (is(0, kGuesses) || (at(0) == "of" && at(1) == "course")) return true;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (is(i, kOwes)) return true;
    if (at(0) == "no" && at(1) == "one") return true;
    // "No report can bring them back", "Whether it helps is another matter."
    if (at(0) == "no" && verb_from(2, kSubject) < words_.size()) return true;
    if (at(0) == "whether") return true;
    if (is(0, kAnybody)) return true;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (is(i, kShared)) return true;
    if (is_of_thought()) return true;
    // "One may ask", but not "One mother".
    if (at(0) == "one") return is(1, kModal | kIs);
    // "If there is a reason, nobody gives it": of nobody, and of no time.
    if (at(0) == "if")
      return std::ranges::none_of(words_, [](const NewsWord& word) {
        return is_one_of(word.lower, "he", "she", "his", "her", "they", "their");
      });
    if (at(0) == "what") return verb_from(1, kSubject) < words_.size();
    if (is_one_of(at(0), "that", "this", "it", "there")) return weighs();
    const bool is_indefinite = is_one_of(at(0), "a", "an", "every");
    if (is_indefinite) {
      const std::size_t verb = verb_from(2, kSubject - 2);
      if (at(0) == "every" && is_one_of(at(2), "has", "knows", "needs")) return true;
      return verb < words_.size() && (is(verb, kModal) ? at(verb) != "would" : is_said_of(verb));
    }
    if (at(0) == "the" && is(1, kWeighs)) return verb_from(2, kAside) < words_.size();
    // A bare noun: "Patience is a virtue".
    return !is(0, kOpens) && is(1, kIs) && at(1) != "are" && is_said_of(1);
  }

  // "The questions will not go away", "Grief, too, has its seasons."
  bool is_of_thought() const {
    const std::size_t first = is_one_of(at(0), "the", "a", "such", "that", "this") ? 1 : 0;
    return is(first, kAbstract) && !words_[first].is_capital == (first > 0) &&
           (language::uses_of(at(first + 1)) & language::kNounForm) == 0;
  }

  // Of nothing that is known already, and of no place: "Anger wears many faces"; not "The council",
  // "But he", "Orra has two mills".
  bool is_of_nobody() const {
    std::size_t first = 0;
    while (is_one_of(at(first), "but", "and", "yet", "or", "so", "still", "now", "then", "however",
                     "also", "too"))
      ++first;
    if (is_one_of(at(first), "a", "an", "the", "these", "those", "this", "that", "both", "there",
                  "he", "she", "it", "they", "his", "her", "its", "their", "i", "we", "my", "our",
                  "such", "one", "some", "most") ||
        at(first).find('\'') != std::string_view::npos)
      return false;
    bool is_prose = false;
    for (std::size_t i = first; i < words_.size(); ++i) {
      if (words_[i].is_capital && i > 0) return false;
      const bool has = is(i, kHas) && (language::uses_of(at(i + 1)) & language::kParticiple) == 0;
      // "Grief has no timetable", but not "Orra has two mills".
      if (has && !(i == first + 1 && !first_is_name_ &&
                   is_one_of(at(i + 1), "no", "little", "nothing", "always", "never")))
        return false;
      is_prose = is_prose || text::is_small_word(at(i));
    }
    return is_prose;
  }

  // "That is a comfort", "It would be easy", "There is something in it".
  bool weighs() const {
    std::size_t i = 1;
    if (!is(i, kIs | kModal)) return false;
    while (is(i, kIs | kModal | kAdverb) || at(i) == "be") ++i;
    if (at(0) == "there")
      return is(i, kHardly) ||
             (is_one_of(at(i), "a", "no") &&
              (is(i + 1, kThoughts) || is_one_of(at(i + 1), "kind", "sort", "certain")));
    // "It would not be Orra if nobody complained."
    if (at(0) == "it" && at(1) == "would" && (at(2) == "not" || at(2) == "take")) return true;
    if (at(0) == "it")
      return is(i, kJudges) && (at(i + 1) == "to" || at(i + 1) == "that" || at(i + 2) == "to");
    return is_one_of(at(i), "a", "an", "how", "what", "why", "as") || is(i, kJudges);
  }

  // Is what stands behind the copula a noun: "a virtue", "more than its roofs"?
  bool is_said_of(std::size_t copula) const {
    std::size_t i = copula + 1;
    while (is(i, kAdverb)) ++i;
    return is_one_of(at(i), "a", "an", "more", "less", "what", "how", "no", "like", "about");
  }

  bool tells_deed() const {
    // "It will console nobody", if something is so, is no announcement; nor is what whoever asks
    // will hear.
    const bool is_condition = is_of_thought() ||
                              is_one_of(at(0), "if", "whoever", "whatever", "anyone", "anybody",
                                        "no", "nothing", "whether", "nobody") ||
                              at(1) == "who";
    // "There is something in it that frightened them": what is thought of a deed is no deed.
    const bool is_thought = at(0) == "there";
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (is(i, kSays)) return true;
      std::size_t before = i;  // the word before, adverbs passed over
      do {
        if (before == 0) break;
        --before;
      } while (is(before, kAdverb));
      const bool is_behind_has = i > 0 && is(before, kHas);
      const bool is_behind_modal = i > 0 && (is(before, kModal) || at(before) == "to");
      // "has always been": of every day.
      const bool is_habit = is_behind_has && at(i) != "had" && i > 1 &&
                            is_one_of(at(i - 1), "always", "never", "seldom", "rarely");
      if (is_habit) continue;
      if (is(i, kWas)) {
        if (at(i) == "will" ? is_condition : is_behind_has && at(i) == "had") continue;
        return true;
      }
      if (at(i).ends_with("ing") && !at(i).ends_with("thing") && i > 0 && is(before, kIs) &&
          at(i).size() > 4 && !is_condition)
        return true;
      const language::Verb verb = language::verb_of(at(i));
      constexpr std::uint8_t kForms =
          language::kPastForm | language::kParticiple | language::kPresentForm;
      if ((verb.uses & kForms) == 0 || is_behind_modal) continue;
      if (verb.is_listed) return true;
      // "has come": a perfect, but not behind a modal: "need not have come".
      if (is_behind_has && (verb.uses & language::kParticiple) != 0 && at(i) != "had") {
        if (before == 0 || !is_modal_before(before)) return true;
        continue;
      }
      const bool is_past = (verb.uses & language::kPastForm) != 0;
      const bool is_of_noun =
          i == 0 || is(before, kIs) ||
          is_one_of(at(before), "a", "an", "the", "be", "as", "by", "and", "or");
      if (is_past && !is_of_noun && !is_thought) return true;
    }
    return false;
  }

  bool is_modal_before(std::size_t i) const {
    while (i > 0 && is(i - 1, kAdverb)) --i;
    return i > 0 && is(i - 1, kModal);
  }

  std::span<const NewsWord> words_;
  bool first_is_name_ = false;
};

}  // namespace

bool is_general(std::span<const NewsWord> words, bool first_is_name) {
  const std::vector<NewsWord> plain = without_aside(words);
  return Reader(plain, first_is_name).is_general();
}

}  // namespace fabula::timeline
