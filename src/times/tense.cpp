#include "times/tense.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace fabula::times {
namespace {

bool ends_in_ed(std::string_view word) {
  return word.size() > 4 && word.substr(word.size() - 2) == "ed" &&
         word.substr(word.size() - 3) != "eed";
}

bool is_past_form(std::string_view text, const Token& token) {
  if (token.is(cls::WASVERB)) return true;
  return token.has(kLetters) && !token.has(kCapital) && token.word == 0 &&
         ends_in_ed(words_of(text, token.range));
}

// "will be raised", "is to be held": a past form within four words behind what points forward.
bool is_turned_forward(std::span<const Token> words, std::size_t i) {
  static const WordId to = word_id("to");
  static const WordId is = word_id("is");
  static const WordId are = word_id("are");
  for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
    const Token& token = words[i - back];
    if (token.is(cls::WILLVERB)) return true;
    if (token.word == to && back < i) {
      const WordId before = words[i - back - 1].word;
      if (before == is || before == are) return true;
    }
    if (!token.has(kLetters) || token.is(cls::WASVERB)) return false;
  }
  return false;
}

// "had been due to expire", "had scheduled": what was to come then, not now.
bool is_turned_back(std::span<const Token> words, std::size_t i) {
  static const WordId had = word_id("had");
  for (std::size_t back = 1; back <= 5 && back <= i; ++back) {
    if (words[i - back].word == had) return true;
    if (!words[i - back].has(kLetters)) return false;
  }
  return false;
}

// "agreed to leave Friday": what was settled then is mostly still to come.
bool is_resolve(std::string_view text, const Token& token) {
  static constexpr std::string_view kResolves[] = {"agreed",  "decided",  "offered",   "ordered",
                                                   "pledged", "prepared", "preparing", "promised",
                                                   "ready",   "vowed"};
  return std::ranges::binary_search(kResolves, words_of(text, token.range));
}

// "announced a fair in December": such verbs do not tell when the fair is.
bool is_announcement(std::string_view text, const Token& token) {
  static constexpr std::string_view kAnnouncements[] = {
      "announced", "approved",  "called",   "delayed",   "estimated", "extended", "forecast",
      "moved",     "postponed", "proposed", "predicted", "projected", "reported", "scheduled"};
  return (token.is(cls::WASVERB) && token.value == 1) ||
         std::ranges::find(kAnnouncements, words_of(text, token.range)) !=
             std::ranges::end(kAnnouncements);
}

// "to begin with", "Resume of a year": these say nothing of when.
bool is_noun_or_infinitive(std::span<const Token> words, std::size_t i) {
  static const std::array<WordId, 3> bare{word_id("begin"), word_id("expire"), word_id("resume")};
  static const WordId to = word_id("to");
  if (std::ranges::find(bare, words[i].word) == bare.end()) return false;
  return words[i].has(kCapital) || (i > 0 && words[i - 1].word == to);
}

// "a fund it set up", "set a record": done; "is set to open", "hearings set for May": to come.
bool is_done_setting(std::span<const Token> words, std::size_t i) {
  static const WordId set = word_id("set");
  static const std::array<WordId, 2> aims{word_id("to"), word_id("for")};
  static const std::array<WordId, 5> be{word_id("is"), word_id("are"), word_id("was"),
                                        word_id("were"), word_id("be")};
  if (words[i].word != set) return false;
  const WordId next = i + 1 < words.size() ? words[i + 1].word : WordId{0};
  const WordId before = i > 0 ? words[i - 1].word : WordId{0};
  return std::ranges::find(aims, next) == aims.end() && std::ranges::find(be, before) == be.end();
}

// "earlier than expected", "as planned"
bool is_comparison(std::span<const Token> words, std::size_t i) {
  static const std::array<WordId, 2> comparing{word_id("than"), word_id("as")};
  return i > 0 && words[i - 1].word != 0 &&
         std::ranges::find(comparing, words[i - 1].word) != comparing.end();
}

// "he'll", "they'll"
bool is_contracted_will(std::string_view word) {
  return word.size() > 4 && word.ends_with("ll") &&
         (word[word.size() - 3] == '\'' || word.substr(0, word.size() - 2).ends_with("\u2019"));
}

// What the verb at `i` says of the expression that begins at `at`.
Direction verdict_at(std::string_view text, std::span<const Token> words, std::size_t i,
                     std::size_t at) {
  static const WordId to = word_id("to");
  static const WordId is = word_id("is");
  static const WordId are = word_id("are");
  static const WordId may = word_id("may");
  static const WordId was = word_id("was");
  static const WordId were = word_id("were");
  const Token& token = words[i];
  const WordId next = i + 1 < words.size() ? words[i + 1].word : WordId{0};
  if (token.word == may && may != 0 && !token.has(kCapital)) return Direction::kLikelyFuture;
  if ((token.word == was || token.word == were) && next == to) return Direction::kLikelyFuture;
  if (token.is(cls::WILLVERB) && (is_noun_or_infinitive(words, i) || is_comparison(words, i)))
    return Direction::kUnknown;
  if (is_done_setting(words, i)) return Direction::kPast;
  if (token.is(cls::WILLVERB)) {
    if (is_turned_back(words, i)) return Direction::kPast;
    return token.value == 0 ? Direction::kFuture : Direction::kLikelyFuture;
  }
  if (token.word == 0 && is_contracted_will(words_of(text, token.range))) return Direction::kFuture;
  if (is_past_form(text, token))
    return is_turned_forward(words, i) ? Direction::kFuture : Direction::kPast;
  if (token.is(cls::ISVERB)) {
    const bool is_plan = next == to;
    const bool is_state = token.word == is || token.word == are;
    if (is_plan) return Direction::kFuture;
    constexpr std::size_t kClose = 3;  // "the vote is on Tuesday"
    const bool is_near = i < at && at - i <= kClose;
    return is_state && is_near ? Direction::kLikelyFuture : Direction::kPast;
  }
  return Direction::kUnknown;
}

// "opened a pier in December", "came in December"; not "the preferred shares", "to be opened",
// "called for opening it", "allowed it to open in December". `at`: where the expression begins.
bool is_plain_verb(std::string_view text, std::span<const Token> words, std::size_t i,
                   std::size_t at) {
  static const std::array<WordId, 4> passive{word_id("be"), word_id("is"), word_id("are"),
                                             word_id("being")};
  static const WordId to = word_id("to");
  if (is_announcement(text, words[i])) return false;
  if (i > 0 && words[i - 1].word != 0 &&
      std::ranges::find(passive, words[i - 1].word) != passive.end())
    return false;
  for (std::size_t between = i + 1; between < at; ++between)
    if (words[between].word == to || words_of(text, words[between].range).ends_with("ing"))
      return false;
  const Token& next = words[i + 1];
  return words[i].is(cls::WASVERB) || !next.has(kLetters) || next.has(kCapital) || next.word != 0;
}

// "a Tuesday report", "the May meeting": not "a Tuesday deadline", which is to come.
bool is_plain_noun(std::string_view text, const Token& token) {
  const std::string_view word = words_of(text, token.range);
  return token.has(kLetters) && !token.has(kCapital) && token.word == 0 && word != "deadline";
}

constexpr std::size_t kFewWords = 8;

// Does the word stand a few words before `at`?
bool stands_before(std::span<const Token> words, std::size_t at, WordId word) {
  for (std::size_t back = 1; back <= kFewWords && back <= at; ++back)
    if (words[at - back].word == word) return true;
  return false;
}

// "extended the sale to Monday"
bool is_put_off(std::string_view text, std::span<const Token> words, std::size_t at) {
  static constexpr std::string_view kPutOff[] = {"delayed", "extended",    "moved",  "postponed",
                                                 "pushed",  "rescheduled", "shifted"};
  for (std::size_t back = 2; back <= kFewWords && back <= at; ++back)
    if (std::ranges::find(kPutOff, words_of(text, words[at - back].range)) !=
        std::ranges::end(kPutOff))
      return true;
  return false;
}

// "by Friday", "until May", "starting Monday", "ahead of Friday's", "as soon as Friday": mostly of
// what is to come. `at`: where the expression begins.
bool is_limit(std::span<const Token> words, std::size_t at) {
  static const std::array<WordId, 4> limits{word_id("by"), word_id("until"), word_id("starting"),
                                            word_id("beginning")};
  static const WordId of = word_id("of");
  static const WordId ahead = word_id("ahead");
  static const WordId as = word_id("as");
  static const std::array<WordId, 2> timely{word_id("soon"), word_id("early")};
  // "ahead of a Friday deadline"
  if (at > 3 && words[at - 1].is(cls::OWNER) && words[at - 2].word == of) --at;
  const WordId before = words[at - 1].word;
  const WordId second = words[at - 2].word;
  if (before == 0) return false;
  // "By Friday, it had gone": no limit of a verb when the sentence opens with it
  const bool is_limited = at > 2 && std::ranges::find(limits, before) != limits.end();
  return is_limited || (before == of && second == ahead) ||
         (before == as && std::ranges::find(timely, second) != timely.end());
}

// What the words that join the expression at `at` say alone; kUnknown: the verb decides.
Direction by_joiner(std::string_view text, std::span<const Token> words, std::size_t at) {
  static const WordId since = word_id("since");
  static const WordId through = word_id("through");
  static const WordId to = word_id("to");
  static const WordId from = word_id("from");
  if (at == 0) return Direction::kUnknown;
  const WordId joiner = words[at - 1].word;
  if (joiner == since) return Direction::kSurelyPast;
  // "counted from June 3 through Sunday": of the verb's time
  if (stands_before(words, at, from)) return Direction::kUnknown;
  if (joiner == through) return Direction::kNearest;
  return at > 1 && joiner == to && is_put_off(text, words, at) ? Direction::kLikelyFuture
                                                               : Direction::kUnknown;
}

}  // namespace

Direction direction_of(std::string_view text, std::span<const Token> words, Range expression) {
  const auto begin_of = [](const Token& token) { return token.range.begin; };
  static const WordId possessive = word_id("'s");
  static const WordId on = word_id("on");
  static const WordId in = word_id("in");
  static const WordId comma = word_id(",");
  static const WordId to = word_id("to");
  static const WordId had = word_id("had");
  const auto first = std::ranges::lower_bound(words, expression.begin, {}, begin_of);
  const auto at = static_cast<std::size_t>(first - words.begin());
  const auto past = std::ranges::lower_bound(words, expression.end, {}, begin_of);
  const auto behind = static_cast<std::size_t>(past - words.begin());
  const Direction joined = by_joiner(text, words, at);
  if (joined != Direction::kUnknown) return joined;
  // "Tuesday's ruling", "a Tuesday ruling" are of any tense: only a plain "will" before moves them.
  const bool is_noun_part = at > 0 && words[at - 1].is(cls::OWNER) && behind < words.size() &&
                            is_plain_noun(text, words[behind]);
  const bool is_owner = is_noun_part || (behind < words.size() && words[behind].word == possessive);
  const bool is_limited = at > 1 && is_limit(words, at);
  // "had filed by Friday"
  if (is_limited && stands_before(words, at, had)) return Direction::kPast;
  // "The court Friday ruled": the verb of a wire's sentence stands right behind.
  const bool is_bare = at > 0 && words[at - 1].has(kLetters) && !words[at - 1].is(cls::PREP);
  if (is_bare && behind < words.size() && is_past_form(text, words[behind]))
    return Direction::kPast;
  constexpr std::size_t kCloseWindow = 6;  // "opened a new pier in December"
  const bool is_in_time = at > 0 && (words[at - 1].word == in || words[at - 1].word == on);
  for (std::size_t back = 1; back <= kTenseWindow && back <= at; ++back) {
    const bool is_plan = words[at - back + 1].word == to && is_resolve(text, words[at - back]);
    const Direction verdict =
        is_plan ? Direction::kLikelyFuture : verdict_at(text, words, at - back, at);
    // "ran until July", "must run until July"
    if (verdict != Direction::kUnknown && is_limited)
      return verdict == Direction::kPast ? Direction::kNearest : Direction::kLikelyFuture;
    if (verdict == Direction::kLikelyFuture && is_owner) return Direction::kUnknown;
    const bool is_close = back <= kCloseWindow && is_in_time && verdict == Direction::kPast;
    if (is_close && is_plain_verb(text, words, at - back, at)) return Direction::kSurelyPast;
    // "announced a fair in July", "had to open in July"
    const bool is_open =
        words[at - back + 1].word == to ||
        (!words[at - back].is(cls::WASVERB) && is_announcement(text, words[at - back]));
    if (is_close && is_open && back > 2 && words[at - 1].word == in) return Direction::kNearest;
    if (verdict != Direction::kUnknown) return verdict;
  }
  if (is_limited) return Direction::kLikelyFuture;
  for (std::size_t i = behind; i < words.size() && i < behind + kTenseWindow; ++i) {
    if (is_owner && words[i].word == comma) break;  // "Tuesday's vote, which he hopes to win"
    const Direction verdict = verdict_at(text, words, i, at);
    if (verdict != Direction::kUnknown) return verdict;
  }
  return Direction::kUnknown;
}

}  // namespace fabula::times
