#include "times/guards.hpp"

#include <cstddef>
#include <string_view>

namespace fabula::times {
namespace {

// Words and marks that guards ask for, as ids.
struct Words {
  WordId comma = word_id(",");
  WordId hyphen = word_id("-");
  WordId dollar = word_id("$");
  WordId percent = word_id("%");
  WordId hash = word_id("#");
  WordId open = word_id("(");
  WordId close = word_id(")");
  WordId possessive = word_id("'s");
  WordId as = word_id("as");
  WordId the = word_id("the");
  WordId a = word_id("a");
  WordId and_ = word_id("and");
  WordId or_ = word_id("or");
  WordId old = word_id("old");
  WordId age = word_id("age");
  WordId aged = word_id("aged");
  WordId at = word_id("at");
  WordId on = word_id("on");
  WordId for_ = word_id("for");
  WordId after = word_id("after");
  WordId within = word_id("within");
  WordId over = word_id("over");
  WordId may = word_id("may");
  WordId march = word_id("march");
  WordId sun = word_id("sun");
  WordId sat = word_id("sat");
  WordId wed = word_id("wed");
  WordId weds = word_id("weds");
  WordId mon = word_id("mon");
  WordId mar = word_id("mar");
  WordId dec = word_id("dec");
  WordId jun = word_id("jun");
  WordId jan = word_id("jan");
  WordId april = word_id("april");
  WordId june = word_id("june");
  WordId august = word_id("august");
  WordId fall = word_id("fall");
  WordId spring = word_id("spring");
  WordId long_ = word_id("long");
};

const Words& words() {
  static const Words ids;
  return ids;
}

// A token beyond the ends is an empty one.
const Token& token_at(std::span<const Token> tokens, std::ptrdiff_t i) {
  static const Token none{};
  return i >= 0 && i < std::ssize(tokens) ? tokens[static_cast<std::size_t>(i)] : none;
}

bool is_name(const Token& token) {
  return token.has(kCapital) && token.has(kLetters) && token.word == 0;
}

// "May" or "March" with nothing that makes it a month: a verb or a surname.
bool is_month_word_elsewhere(std::span<const Token> tokens, std::ptrdiff_t i) {
  const Words& w = words();
  const Token& token = token_at(tokens, i);
  if (!token.has(kCapital)) return true;
  const Token& before = token_at(tokens, i - 1);
  const Token& after = token_at(tokens, i + 1);
  if (before.is(cls::TITLE)) return true;
  const bool is_dated = before.is(cls::DAY | cls::MOD | cls::DEICTIC) ||
                        after.is(cls::DAY | cls::YEAR) || before.is(cls::EDGE);
  if (is_dated)
    return before.is(cls::DAY) && token.word == w.may && i + 1 < std::ssize(tokens) &&
           !before.has(kFigures) && false;
  return false;
}

bool is_homograph(WordId word) {
  const Words& w = words();
  return word == w.may || word == w.march || word == w.mar || word == w.dec || word == w.jan ||
         word == w.jun;
}

void drop_from_weekday(std::span<Token> tokens, std::ptrdiff_t i) {
  const Words& w = words();
  Token& token = tokens[static_cast<std::size_t>(i)];
  const bool is_short = token.word == w.sun || token.word == w.sat || token.word == w.wed ||
                        token.word == w.weds || token.word == w.mon;
  const Token& before = token_at(tokens, i - 1);
  const Token& after = token_at(tokens, i + 1);
  const bool is_dated =
      after.is(cls::MONTH | cls::DAY) || token.has(kDotted) ||
      (after.word == w.comma && token_at(tokens, i + 2).is(cls::MONTH | cls::DAY));
  if (!token.has(kCapital) || token.has(kAllCapitals) || (is_short && !is_dated) ||
      (is_short && before.word == w.the))
    token.classes = 0;
}

}  // namespace

void drop_impossible_classes(std::vector<Token>& tokens) {
  const Words& w = words();
  for (std::ptrdiff_t i = 0; i < std::ssize(tokens); ++i) {
    Token& token = tokens[static_cast<std::size_t>(i)];
    if (token.classes == 0) continue;
    const Token& before = token_at(tokens, i - 1);
    const Token& after = token_at(tokens, i + 1);
    if (token.has(kFigures)) {
      const bool is_money = (before.word == w.dollar || before.word == w.hash) && token.has(kGlued);
      const bool is_share = after.word == w.percent;
      if (is_money || is_share) token.classes = 0;
    }
    if (token.is(cls::MONTH)) {
      const bool is_verb = is_homograph(token.word) && is_month_word_elsewhere(tokens, i);
      if (is_verb || !token.has(kCapital)) token.classes &= ~cls::MONTH;
    }
    if (token.is(cls::WEEKDAY)) drop_from_weekday(tokens, i);
  }
}

namespace {

bool is_year(std::span<const Token> tokens, std::ptrdiff_t begin, std::ptrdiff_t end) {
  const Words& w = words();
  const Token& year = token_at(tokens, begin);
  const Token& before = token_at(tokens, begin - 1);
  const Token& after = token_at(tokens, end);
  const bool is_likely = year.value >= 1800 && year.value < 2050;
  if (after.word == w.hyphen && after.has(kGlued) && !token_at(tokens, end + 1).is(cls::YEAR))
    return false;
  if (before.is(cls::PREP)) {
    if (before.value == 1 && is_likely) return true;
    return year.value >= 1500 && year.value < 2100 && !after.is(cls::UNIT | cls::UNITS) &&
           !(after.has(kLetters) && !after.has(kCapital) && after.word == 0 && before.value != 1);
  }
  if (before.word == w.open) return is_likely;
  if (before.is(cls::OWNER) || before.word == w.possessive) return is_likely && after.has(kLetters);
  if (before.word == w.and_ || before.word == w.or_ || before.word == w.hyphen ||
      before.word == w.comma)
    return is_likely && token_at(tokens, begin - 2).is(cls::YEAR);
  return !year.has(kFigures);
}

bool is_month(std::span<const Token> tokens, std::ptrdiff_t begin, std::ptrdiff_t end) {
  const Words& w = words();
  const Token& month = token_at(tokens, begin);
  const Token& before = token_at(tokens, begin - 1);
  const Token& after = token_at(tokens, end);
  const bool is_girl = month.word == w.april || month.word == w.june || month.word == w.august;
  const bool is_preceded = before.is(cls::PREP) || before.word == w.and_ || before.word == w.at;
  if (is_homograph(month.word)) {
    return is_preceded && !is_name(after) && month.range.size() > 3U - (month.word == w.may);
  }
  if (is_girl)
    return is_preceded ? !is_name(after) : !is_name(after) && begin > 0 && !is_name(before);
  return true;
}

bool is_weekday(std::span<const Token> tokens, std::ptrdiff_t begin, std::ptrdiff_t end) {
  const Token& before = token_at(tokens, begin - 1);
  const Token& after = token_at(tokens, end);
  if (after.is(cls::PLACE) && after.has(kCapital)) return false;
  return !before.is(cls::TITLE);
}

bool is_season(std::span<const Token> tokens, std::ptrdiff_t begin, std::ptrdiff_t end) {
  const Words& w = words();
  const Token& season = token_at(tokens, end - 1);
  const bool has_article = end - begin == 2;
  const Token& before = token_at(tokens, begin - 1);
  const Token& after = token_at(tokens, end);
  if (after.has(kLetters) && !after.is(cls::PREP) && after.word == 0) return false;
  const bool in_time = before.is(cls::PREP) && before.word != word_id("of") &&
                       before.word != word_id("to") && before.word != word_id("from");
  if (season.word == w.fall || season.word == w.spring)
    return in_time && has_article && after.word == 0 && !after.has(kLetters);
  return in_time;
}

bool is_age(std::span<const Token> tokens, std::ptrdiff_t begin, std::ptrdiff_t end) {
  const Words& w = words();
  const Token& after = token_at(tokens, end);
  const Token& next = token_at(tokens, end + 1);
  const Token& before = token_at(tokens, begin - 1);
  return after.word == w.old || (after.word == w.hyphen && next.word == w.old) ||
         (before.word == w.aged) || (before.word == w.age) ||
         (after.word == word_id("of") && next.word == w.age);
}

bool is_reference(std::span<const Token> tokens, std::ptrdiff_t begin, std::ptrdiff_t end) {
  const Words& w = words();
  const Token& before = token_at(tokens, begin - 1);
  const Token& after = token_at(tokens, end);
  if (before.word == w.as && before.word != 0) return false;
  return after.word == 0 || (after.word != w.after && after.word != word_id("before"));
}

}  // namespace

bool is_licensed(Licence licence, std::span<const Token> tokens, std::size_t begin,
                 std::size_t end) {
  const Words& w = words();
  const auto from = static_cast<std::ptrdiff_t>(begin);
  const auto to = static_cast<std::ptrdiff_t>(end);
  switch (licence) {
    case Licence::kNone:
      return true;
    case Licence::kYear:
      return is_year(tokens, from, to);
    case Licence::kMonth:
      return is_month(tokens, from, to);
    case Licence::kWeekday:
      return is_weekday(tokens, from, to);
    case Licence::kSeason:
      return is_season(tokens, from, to);
    case Licence::kQuantity:
      return !is_age(tokens, from, to);
    case Licence::kPlural: {
      const WordId before = token_at(tokens, from - 1).word;
      return before != 0 && (before == w.for_ || before == w.within || before == w.after);
    }
    case Licence::kClock:
      return true;
    case Licence::kRef:
      return is_reference(tokens, from, to);
  }
  return true;
}

}  // namespace fabula::times
