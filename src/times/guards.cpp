#include "times/guards.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

namespace fabula::times {
namespace {

// A few words of the lexicon, as ids.
class WordSet {
 public:
  WordSet(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) *end_++ = word_id(word);
  }
  [[nodiscard]] bool has(const Token& token) const {
    return token.word != 0 &&
           std::find(ids_.data(), static_cast<const WordId*>(end_), token.word) != end_;
  }

 private:
  std::array<WordId, 16> ids_{};
  WordId* end_ = ids_.data();
};

// The tokens around a place; beyond the ends stands an empty one.
class Company {
 public:
  Company(std::string_view text, std::span<const Token> tokens, std::size_t begin, std::size_t end)
      : text_(text), tokens_(tokens), begin_(begin), end_(end) {}

  [[nodiscard]] const Token& before(std::size_t n = 1) const {
    return n <= begin_ ? tokens_[begin_ - n] : kNothing;
  }
  [[nodiscard]] const Token& after(std::size_t n = 1) const {
    return end_ + n - 1 < tokens_.size() ? tokens_[end_ + n - 1] : kNothing;
  }
  [[nodiscard]] const Token& first() const { return tokens_[begin_]; }
  [[nodiscard]] const Token& last() const { return tokens_[end_ - 1]; }
  [[nodiscard]] std::size_t size() const { return end_ - begin_; }
  [[nodiscard]] bool begins_sentence() const { return begin_ == 0; }
  // At most one word stands before.
  [[nodiscard]] bool begins_early() const { return begin_ <= 1; }
  [[nodiscard]] std::string_view words(const Token& token) const {
    return words_of(text_, token.range);
  }

 private:
  static constexpr Token kNothing{};
  std::string_view text_;
  std::span<const Token> tokens_;
  std::size_t begin_;
  std::size_t end_;
};

bool is_possessive(const Token& token) {
  static const WordSet words{"'s"};
  return words.has(token);
}

bool is_name(const Token& token) {
  return token.has(kCapital) && token.has(kLetters) && token.word == 0;
}

bool is_plain_word(const Token& token) {
  return token.has(kLetters) && !token.has(kCapital) && token.word == 0;
}

// A noun in the plural: what a number before it counts.
bool is_counted(const Company& here, const Token& token) {
  if (!is_plain_word(token)) return false;
  const std::string_view word = here.words(token);
  return (word.ends_with('s') && !word.ends_with("ss")) || word == "people" || word == "men" ||
         word == "women" || word == "children";
}

// May, Mar, Dec, Jan, Jun are verbs and first names too; March is a verb.
bool is_homograph(const Token& token) {
  static const WordSet words{"may", "march", "mar", "dec", "jan", "jun"};
  return words.has(token);
}

bool is_short_weekday(const Token& token) {
  static const WordSet words{"sun", "sat", "wed", "weds", "mon"};
  return words.has(token);
}

bool is_weekday_possible(const Company& here) {
  static const WordSet comma{","};
  static const WordSet on{"on"};
  const Token& token = here.first();
  if (!token.has(kCapital) || (token.has(kAllCapitals) && token.range.size() < 6)) return false;
  if (!is_short_weekday(token)) return true;
  const Classes date = cls::MONTH | cls::DAY;
  if (here.after().is(date) || (comma.has(here.after()) && here.after(2).is(date))) return true;
  // "on Sun." ends a sentence, "he told The Sun." too
  return token.has(kDotted) && (on.has(here.before()) || here.after().range.size() > 0) &&
         !here.before().is(cls::OWNER);
}

bool is_month_possible(const Company& here) {
  const Token& token = here.first();
  if (!token.has(kCapital)) return false;
  return !is_homograph(token) || !here.before().is(cls::TITLE);
}

}  // namespace

void drop_impossible_classes(std::string_view text, std::vector<Token>& tokens) {
  static const WordSet money{"$", "#"};
  static const WordSet share{"%"};
  static const WordSet modals{"will", "would", "shall", "should", "must",
                              "may",  "might", "can",   "to"};
  static const WordSet verb{"last"};  // "it will last"
  // "in his thirties", "in your late thirties"
  static const WordSet owner{"his", "her", "their", "my", "our", "your"};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (token.classes == 0) continue;
    const Company here(text, tokens, i, i + 1);
    if (token.has(kFigures)) {
      const bool is_money = money.has(here.before()) && token.has(kGlued);
      if (is_money || share.has(here.after())) token.classes = 0;
    }
    // not: "in May last year"
    const bool is_behind_month = here.before().is(cls::MONTH) && here.before().has(kCapital);
    if (token.is(cls::DEICTIC) && verb.has(token) && modals.has(here.before()) && !is_behind_month)
      token.classes = 0;
    const Token& of_whom = here.before().is(cls::MOD) ? here.before(2) : here.before();
    if (token.is(cls::DECADE) && !token.has(kFigures) && owner.has(of_whom)) token.classes = 0;
    if (token.is(cls::DAYWORD) && token.has(kCapital) && here.before().has(kCapital))
      token.classes = 0;
    if (token.is(cls::MONTH) && !is_month_possible(here)) token.classes &= ~cls::MONTH;
    if (token.is(cls::WEEKDAY) && !is_weekday_possible(here)) token.classes = 0;
  }
}

namespace {

// What a year has of its own: "from 1997 levels", "the 2010 floods".
bool is_result(std::string_view word) {
  static constexpr std::string_view kResults[] = {
      "attacks",   "bombings", "budgets",   "caucuses", "costs",     "debates",   "earnings",
      "elections", "exports",  "figures",   "floods",   "forecasts", "games",     "hearings",
      "highs",     "imports",  "levels",    "losses",   "lows",      "midterms",  "models",
      "olympics",  "polls",    "prices",    "profits",  "primaries", "protests",  "races",
      "rates",     "results",  "revenues",  "riots",    "sales",     "standards", "talks",
      "taxes",     "totals",   "tragedies", "wages",    "wildfires"};
  return std::ranges::binary_search(kResults, word);
}

// "1998-99", "1998-2001": both years, not the number of seats.
bool begins_years(const Company& here) {
  const Token& behind = here.after(2);
  if (behind.is(cls::YEAR)) return true;
  return behind.has(kFigures) && behind.has(kGlued) && behind.range.size() == 2 &&
         behind.value > here.first().value % 100;
}

bool is_year(const Company& here) {
  static const WordSet hyphen{"-"};
  static const WordSet open{"("};
  static const WordSet list{"and", "or", "-", ","};
  static const WordSet as{"as"};
  static const WordSet due{"due", "copyright"};
  static const WordSet joined{"and", "or", "to", "through"};
  static const WordSet compared{"with", "than", "unlike", "versus", "come"};
  const Token& year = here.first();
  const Token& before = here.before();
  const Token& after = here.after();
  const bool is_likely = year.value >= 1800 && year.value < 2050;
  if (hyphen.has(after) && after.has(kGlued)) {
    if (!begins_years(here)) return false;
    if (is_likely && before.is(cls::PREP | cls::OWNER)) return true;
  }
  if (before.is(cls::PREP) && before.value == 1 && is_likely) return true;
  const bool is_recent = year.value >= 1900 && year.value < 2040;
  if (is_recent && compared.has(before) && !after.has(kLetters)) return true;
  if (is_recent && before.is(cls::APPROX) && !after.has(kLetters) && year.has(kFigures))
    return true;
  const Classes verb = cls::WASVERB | cls::ISVERB | cls::WILLVERB;
  if (is_recent && here.begins_sentence() && after.is(verb)) return true;  // "1997 was dry"
  if (is_recent && before.is(cls::PREP | cls::OWNER) && is_result(here.words(after))) return true;
  // "1998 and 1999"
  if (is_recent && joined.has(after) && here.after(2).is(cls::YEAR)) return true;
  if (is_counted(here, after) || after.is(cls::UNIT | cls::UNITS)) return false;
  // "the Seventeen Forty Club", "cities of two thousand": in words a year wants more
  const bool is_title = year.has(kCapital) && !here.begins_sentence();
  if (!year.has(kFigures) && (year.value < 1900 || year.value == 2000 || is_title)) return false;
  if (before.is(cls::PREP)) return year.value >= 1500 && year.value < 2100;
  if (open.has(before)) return is_likely;
  if (due.has(before)) return is_likely;  // "notes due 1999"
  // "as early as", "as long ago as"
  if (as.has(before) && here.before(2).is(cls::MOD | cls::REF | cls::REFWORD)) return is_likely;
  if (list.has(before) && here.before(2).is(cls::YEAR | cls::DATE)) return is_likely;
  if (before.is(cls::OWNER)) return is_likely && after.has(kLetters);
  if (is_plain_word(before) && is_plain_word(after)) return year.value >= 1900 && year.value < 2040;
  return !year.has(kFigures);
}

// "the May report": not the May family, nor what a Mrs May leads.
bool is_month_of_noun(const Company& here) {
  static constexpr std::string_view kOfPeople[] = {"administration", "cabinet", "campaign",
                                                   "camp",           "family",  "government",
                                                   "premiership",    "sisters", "team"};
  const bool is_whole = here.first().range.size() == 5 || here.words(here.first()) == "May";
  const bool is_named = is_possessive(here.before());  // "the nurse's March club"
  return is_whole && here.before().is(cls::OWNER) && !is_named && is_plain_word(here.after()) &&
         std::ranges::find(kOfPeople, here.words(here.after())) == std::ranges::end(kOfPeople);
}

bool is_month(const Company& here) {
  static const WordSet girls{"april", "june", "august"};
  static const WordSet short_forms{"jan", "feb", "mar",  "apr", "jun", "jul",
                                   "aug", "sep", "sept", "oct", "nov", "dec"};
  static const WordSet joiners{"and", "or", "at", "late", "early"};
  const Token& month = here.first();
  const bool is_preceded = here.before().is(cls::PREP) || joiners.has(here.before());
  const bool is_owned = here.before().is(cls::OWNER);
  if (is_month_of_noun(here)) return true;
  if (is_homograph(month)) {
    const bool is_whole = month.range.size() == 5 || here.words(month) == "May";
    return is_preceded && !is_name(here.after()) && is_whole;
  }
  // "Oct said": alone and short it is mostly somebody's name
  const bool is_fine_short = is_preceded || (is_owned && is_plain_word(here.after()));
  if (short_forms.has(month) && !is_fine_short) return false;
  if (girls.has(month) && !is_preceded && !is_owned)
    return !is_name(here.after()) && !here.begins_sentence() && !is_name(here.before());
  return !girls.has(month) || is_owned || !is_name(here.after());
}

bool is_weekday(const Company& here) {
  if (here.after().is(cls::PLACE) && here.after().has(kCapital)) return false;
  return !here.before().is(cls::TITLE);
}

bool is_season(const Company& here) {
  static const WordSet not_in_time{"of", "to", "from", "for"};
  static const WordSet over{"over", "at"};
  static const WordSet two_faced{"fall", "spring"};
  const Token& after = here.after();
  if (is_plain_word(after) && !here.words(after).ends_with("ed")) return false;
  const bool in_time =
      over.has(here.before()) || (here.before().is(cls::PREP) && !not_in_time.has(here.before()));
  if (two_faced.has(here.last())) return in_time && here.size() == 2 && !after.has(kLetters);
  return in_time;
}

// "an 8-month-old truce", "the year-old war": how long a thing has lasted. What is younger than a
// year and no child is a thing; of years only what people do not have as their own is sure to be
// one.
bool is_age_of_thing(const Company& here, std::size_t n_to_thing) {
  static constexpr std::string_view kYoung[] = {"babies", "baby",   "boy",     "child",  "daughter",
                                                "girl",   "infant", "infants", "kitten", "pup",
                                                "puppy",  "son",    "toddler", "twin",   "twins"};
  static constexpr std::string_view kThings[] = {
      "agreement", "alliance", "ban",      "battle",    "blockade", "boycott",  "building",
      "campaign",  "case",     "civil",    "coalition", "company",  "conflict", "contract",
      "crisis",    "deal",     "dispute",  "embargo",   "fight",    "firm",     "government",
      "house",     "law",      "lawsuit",  "policy",    "program",  "project",  "rebellion",
      "record",    "rule",     "siege",    "strike",    "struggle", "system",   "tradition",
      "treaty",    "truce",    "uprising", "war"};
  const Token& unit = here.last();
  if (unit.is(cls::QTY)) return true;  // an age would not have become one
  const Token& thing = here.after(n_to_thing);
  if (!unit.is(cls::UNIT) || !is_plain_word(thing)) return false;
  if (unit.value < static_cast<int>(Unit::kDay)) return false;
  if (unit.value <= static_cast<int>(Unit::kMonth))
    return std::ranges::find(kYoung, here.words(thing)) == std::ranges::end(kYoung);
  return std::ranges::binary_search(kThings, here.words(thing));
}

bool is_age(const Company& here) {
  static const WordSet old{"old"};
  static const WordSet hyphen{"-"};
  static const WordSet aged{"age", "aged"};
  static const WordSet of{"of"};
  if (hyphen.has(here.after()) && old.has(here.after(2))) return !is_age_of_thing(here, 3);
  return old.has(here.after()) || aged.has(here.before()) ||
         (of.has(here.after()) && aged.has(here.after(2)));
}

// "a quarter", "three-quarters of": a fraction, not three months.
bool is_fraction(const Company& here) {
  static const WordSet of{"of"};
  static const WordSet hyphen{"-"};
  static const WordSet a{"a", "an", "another"};
  const Token& unit = here.last();
  if (!unit.is(cls::UNIT | cls::UNITS) || unit.value != static_cast<int>(Unit::kQuarter))
    return false;
  if (here.before().is(cls::ORD | cls::DEICTIC)) return false;  // "the first three quarters of"
  return of.has(here.after()) || a.has(here.first()) || (here.size() == 3 && unit.is(cls::UNITS));
}

// "the 1988 quarter": of that year, not so many of them.
bool is_unit_of_year(const Company& here) {
  if (here.words(here.first()) == "recent") return here.last().is(cls::UNIT);  // one that was
  return here.first().is(cls::YEAR) && here.first().has(kFigures) && here.size() == 2 &&
         here.last().is(cls::UNIT);
}

// "$500 million a year", "two flights a week": how often, not how long.
bool is_rate(const Company& here) {
  const std::string_view quantity = here.words(here.last());
  if (!quantity.starts_with("a ") && !quantity.starts_with("an ")) return false;
  const Token& before = here.before();
  const std::string_view word = here.words(before);
  const Classes number = cls::QTY | cls::NUM;
  const bool counts =
      is_counted(here, before) &&
      (here.before(2).is(number) || here.before(3).is(number) || here.before(4).is(number));
  return before.has(kFigures) || before.is(number) || counts || word.ends_with("illion") ||
         word == "%" || word == "percent" || word == "much";
}

// "24 hours a day": as much of each.
bool is_share_of_each(const Company& here) {
  const std::string_view next = here.words(here.after());
  return here.after().is(cls::QTY) && (next.starts_with("a ") || next.starts_with("an "));
}

// "for weeks", "years of drought": a length of time, not the hours somebody keeps.
bool is_bare_length(const Company& here) {
  static const WordSet lasting{"for",    "within", "after", "in",    "over",  "through",
                               "during", "took",   "take",  "takes", "taken", "taking",
                               "lasted", "last",   "spent", "spend"};
  static const WordSet of{"of"};
  static const WordSet joining{"despite", "with", "and", "about"};
  static const WordSet limits{"before", "after"};
  const Token& unit = here.first();
  if (lasting.has(here.before())) return true;
  if (limits.has(here.after())) return !here.before().is(cls::OWNER);  // "days after the flood"
  if (!of.has(here.after()) || unit.value < static_cast<int>(Unit::kWeek)) return false;
  return here.begins_sentence() || here.before().is(cls::PREP) || joining.has(here.before());
}

// "one day" with nothing that makes it a length is "some day".
bool is_some_day(const Company& here) {
  const std::string_view words = here.words(here.first());
  return (words == "one day" || words == "one night") && !here.before().is(cls::PREP);
}

bool is_reference(const Company& here) {
  static const WordSet as{"as", "too", "so"};
  static const WordSet comma{","};
  static const WordSet conjunctions{"after", "before"};
  // "Now, that was a fair": a turn of speech
  if (here.begins_sentence() && here.words(here.first()) == "Now" && comma.has(here.after()))
    return false;
  // "Democracy Now" is a name
  if (here.first().has(kCapital) && here.before().has(kCapital)) return false;
  return !as.has(here.before()) && !conjunctions.has(here.after());
}

// Figures alone may be the length of a video or a score: a preposition or a date makes a time.
bool is_clock(const Company& here) {
  static const WordSet at{"at", "or", "and"};
  const std::string_view clock = here.words(here.first());
  if (here.last().is(cls::ZONE) || clock.ends_with('m') || clock.ends_with('M') ||
      clock.ends_with('.'))
    return true;
  return at.has(here.before()) ||
         here.before().is(cls::PREP | cls::APPROX | cls::DATE | cls::WEEKDAY | cls::DAYWORD);
}

bool is_ended(const Company& here) {
  const Token& after = here.words(here.after()) == "that" ? here.after(2) : here.after();
  const std::string_view next = here.words(after);
  return next == "ended" || next == "ending" || next == "ends";
}

// "the year", "the week's rain", "in the month": of the telling or what was spoken of; not "of the
// Year", "in the year of the flood", "the year he left".
bool is_spoken_of(const Company& here) {
  static const WordSet inside{"for", "during", "in", "throughout", "through", "of"};
  static const WordSet of{"of"};
  if (here.last().has(kCapital) || is_ended(here)) return false;
  if (is_possessive(here.after())) return here.after(2).has(kLetters);
  const Token& before = here.before();
  if (!inside.has(before) || here.after().is(cls::PREP)) return false;
  if (of.has(before) && (!is_plain_word(here.before(2)) || here.after().has(kLetters)))
    return false;
  return here.begins_early() || !here.after().has(kLetters);
}

// "in the days after the flood", "in the years that followed"
bool is_around_event(const Company& here) {
  static const WordSet inside{"in", "during", "over", "for", "of"};
  static constexpr std::string_view kBounds[] = {"after",       "before",  "following",
                                                 "immediately", "leading", "since"};
  const std::string_view next = here.words(here.after());
  if (next == "that") return here.words(here.after(2)) == "followed";
  return inside.has(here.before()) && std::ranges::find(kBounds, next) != std::ranges::end(kBounds);
}

// "It rained overnight", "overnight losses"; not "an overnight success", "Overnight Flight", "it
// will not change overnight".
bool is_overnight(const Company& here) {
  static constexpr std::string_view kSudden[] = {"change", "changed",  "disappear", "end",
                                                 "happen", "happened", "vanish",    "vanished"};
  const std::string_view before = here.words(here.before());
  if (here.first().has(kCapital) && (!here.begins_sentence() || here.after().has(kCapital)))
    return false;
  return before != "a" && before != "an" &&
         std::ranges::find(kSudden, before) == std::ranges::end(kSudden);
}

bool has_this_day(const Company& here, std::span<const Token> tokens) {
  return std::ranges::any_of(tokens, [&](const Token& token) {
    const std::string_view words = here.words(token);
    return words == "this day" || words == "This day" || words == "that day" ||
           words == "the same day" || words == "the very day" || words == "this very day";
  });
}

}  // namespace

bool is_licensed(Licence licence, std::string_view text, std::span<const Token> tokens,
                 std::size_t begin, std::size_t end) {
  static const WordSet limits{"before", "after"};
  static const WordSet over{"over", "through"};
  static const WordSet hours{"at", "around", "about", "by", "until"};
  static const WordSet lengths{"over", "during", "for", "in", "within", "throughout"};
  static const WordSet quarter_spans{"in", "for", "during", "through"};
  static const WordSet of{"of"};
  const Company here(text, tokens, begin, end);
  switch (licence) {
    case Licence::kNone:
      return true;
    case Licence::kYear:
      return is_year(here);
    case Licence::kYearOwner:
      return is_possessive(here.after()) && here.after(2).has(kLetters) &&
             here.first().value >= 1800 && here.first().value < 2050 && !is_name(here.before());
    case Licence::kMonth:
      return is_month(here);
    case Licence::kWeekday:
      return is_weekday(here);
    case Licence::kSeason:
      return is_season(here);
    case Licence::kQuantity:
      return !is_age(here) && !is_fraction(here) && !is_unit_of_year(here);
    case Licence::kDuration:
      return !is_age(here) && !is_rate(here) && !is_some_day(here) && !is_share_of_each(here);
    case Licence::kPlural:
      return is_bare_length(here);
    case Licence::kEnded:
      return is_ended(here);
    case Licence::kEarlier:
      return !limits.has(here.last()) || !here.after().has(kLetters);
    case Licence::kFrequency:
      return !here.first().has(kCapital) || (here.begins_sentence() && !here.after().has(kCapital));
    case Licence::kQuarter:
      return quarter_spans.has(here.before()) && !of.has(here.after()) && !is_ended(here);
    case Licence::kOldThing: {
      // the unit stands before "- old"
      const Company unit(text, tokens, begin, begin + 2);
      return is_age_of_thing(unit, 3);
    }
    case Licence::kAtHour:
      return hours.has(here.before()) && here.first().value >= 1 && here.first().value <= 12;
    case Licence::kManyOld:
      return !here.before().is(cls::NUM);
    case Licence::kThroughout:
      return lengths.has(here.before()) && !of.has(here.after());
    case Licence::kOverUnits:
      return over.has(here.before()) && !of.has(here.after());
    case Licence::kForUnit:
      return is_spoken_of(here);
    case Licence::kAroundEvent:
      return is_around_event(here);
    case Licence::kOvernight:
      return is_overnight(here);
    case Licence::kWhile:
      return here.words(here.before()) != "in";
    case Licence::kLastPart:
      return !here.before().is(cls::OWNER);
    case Licence::kInPart:
      return (here.words(here.before()) == "in" || here.words(here.before()) == "In") &&
             !here.after().is(cls::DATE | cls::TIME) && !of.has(here.after());
    case Licence::kClock:
      return is_clock(here);
    case Licence::kThisDay:
      return has_this_day(here, tokens.subspan(begin, end - begin));
    case Licence::kRef:
      return is_reference(here);
  }
  return true;
}

}  // namespace fabula::times
