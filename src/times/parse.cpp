#include "times/parse.hpp"

#include <algorithm>
#include <cstddef>

#include "times/guards.hpp"
#include "times/rules.hpp"

namespace fabula::times {
namespace {

Unit unit_of(const Token& token) {
  // "night" is a part of the day first: its value is the part's.
  return token.is(cls::PART | cls::PARTS) ? Unit::kNight : static_cast<Unit>(token.value);
}

Mod mod_of(const Token& token) {
  static constexpr Mod kMods[] = {Mod::kStart, Mod::kMid, Mod::kEnd, Mod::kEarlier, Mod::kLater};
  return kMods[token.value];
}

void take_calendar(Meaning& m, const Token& t, Classes c) {
  using namespace cls;
  if ((c & MONTH) != 0) m.month = t.value;
  if ((c & (WEEKDAY | WEEKDAYS)) != 0) m.weekday = t.value;
  if ((c & DAY) != 0) (m.op == Op::kRange && m.day != kUnsaid ? m.last_day : m.day) = t.value;
  if ((c & YEAR) != 0) m.year = t.value;
  if ((c & DECADE) != 0) m.decade = t.value;
  if ((c & (SEASON | SEASONS)) != 0) m.season = t.value;
  if ((c & FEAST) != 0) m.feast = t.value;
  if ((c & DAYWORD) != 0) m.dayword = t.value;
  if ((c & NUMDATE) != 0) {
    m.numeric = t.value;
    m.is_slashed = t.has(kSlashed);
  }
}

void take_clock(Meaning& m, const Token& t, Classes c) {
  using namespace cls;
  if ((c & (PART | PARTS)) != 0) m.part = t.value;
  if ((c & POINT) != 0) m.clock = t.value * 60;
  if ((c & CLOCK) != 0) m.clock = t.value;
  if ((c & TONIGHT) != 0) {
    m.part = 3;
    m.dayword = 0;
  }
}

void take_count(Meaning& m, const Token& t, Classes c) {
  using namespace cls;
  if ((c & NUM) != 0) {
    m.count = t.value;
    m.has_half = m.has_half || t.has(kHalf);
  }
  // "weeks or months"
  const bool has_unit = (m.op == Op::kQuantity || m.op == Op::kSpan) && m.unit != Unit::kPeriod;
  if ((c & (UNIT | UNITS | FREQ | LONG)) != 0 && !has_unit) m.unit = unit_of(t);
  if ((c & ORD) != 0) m.ordinal = t.value;
  if ((c & DEICTIC) != 0) m.deictic = t.value;
  if ((c & (MOD | EDGE)) != 0) m.mod = mod_of(t);
  if ((c & FUZZY) != 0) m.count = t.value > 0 ? t.value : kUnsaid;
  if ((c & FUZZY) != 0 && t.value < 0) m.deictic = t.value;
  if ((c & APPROX) != 0)
    m.vague = t.value == 0   ? Vague::kAbout
              : t.value == 9 ? Vague::kExactly
              : t.value > 0  ? Vague::kMoreThan
                             : Vague::kLessThan;
  if ((c & REF) != 0) m.sign = t.value;
}

// Words that mean something in a pattern without being of a class.
struct Literals {
  WordId last = word_id("last");
  WordId latter = word_id("latter");
  WordId final_one = word_id("final");
  WordId half = word_id("half");
  WordId period = word_id("period");
  WordId a = word_id("a");
  WordId an = word_id("an");
  WordId another = word_id("another");
  WordId century = word_id("century");
  WordId fiscal = word_id("fiscal");
  WordId more = word_id("more");
  WordId longer = word_id("longer");
  WordId less = word_id("less");
  WordId fewer = word_id("fewer");
  WordId weekend = word_id("weekend");
};

const Literals& literals() {
  static const Literals ids;
  return ids;
}

void take_literal(Meaning& m, const Token& t) {
  const Literals& l = literals();
  if (t.word == 0) return;
  // "the quarter of this year": the shorter of two units is the one that is spoken of
  if (t.is(cls::UNIT | cls::UNITS)) m.unit = std::min(m.unit, unit_of(t));
  if (t.is(cls::UNIT) && m.op == Op::kLater) m.count = 1;  // "the year before"
  if (t.is(cls::PART) && m.op == Op::kPart) m.part = t.value;
  if (t.word == l.period && m.op == Op::kUnitRef) m.unit = Unit::kQuarter;
  if (t.word == l.half && m.op == Op::kUnitRef) m.unit = std::min(m.unit, Unit::kHalf);
  const bool is_length = m.op == Op::kQuantity || m.op == Op::kSpan;
  if (t.word == l.half && is_length) m.has_half = true;
  const bool is_ordinal = m.op == Op::kUnitRef || m.op == Op::kNth || m.op == Op::kCalendar;
  if (t.word == l.latter || t.word == l.final_one) m.ordinal = -1;
  if (t.word == l.last) (is_ordinal ? m.ordinal : m.deictic) = -1;
  if (t.word == l.fiscal) m.is_fiscal = true;
  if (t.word == l.more || t.word == l.longer) m.vague = Vague::kMoreThan;
  if (t.word == l.less || t.word == l.fewer) m.vague = Vague::kLessThan;
  if ((t.word == l.a || t.word == l.an || t.word == l.another) && m.op == Op::kQuantity &&
      m.count == kUnsaid)
    m.count = 1;
  if (t.is(cls::NUM) && is_length && m.count == 1) m.count = t.value;  // "a day or two"
  if (t.is(cls::DEICTIC) && m.ordinal != -1) m.deictic = t.value;
  if (t.word == l.weekend) m.unit = Unit::kWeekend;
}

// A phrase found by an earlier pass: a part of this one.
void take_phrase(Meanings& all, Meaning& m, const Token& t) {
  const auto child = static_cast<std::int32_t>(t.value);
  const Meaning& inner = all[static_cast<std::size_t>(child)];
  if (t.is(cls::QTY)) {
    m.quantity = child;
    m.unit = inner.unit;
    m.count = inner.count;
    m.has_half = inner.has_half;
  } else if (t.is(cls::DATE)) {
    m.base = child;
  } else if (t.is(cls::TIME) && m.clock == kUnsaid) {
    m.clock = inner.clock;
    if (inner.count != kUnsaid) m.count = inner.count;  // "five o'clock"
    if (inner.part != kUnsaid) m.part = inner.part;
  }
}

// Half a unit as whole ones of a shorter unit; a week, a month and a quarter keep their half.
void halve(Meaning& m) {
  struct Half {
    Unit unit;
    Unit shorter;
    std::int32_t count;
  };
  static constexpr Half kHalves[] = {
      {Unit::kMinute, Unit::kSecond, 30}, {Unit::kHour, Unit::kMinute, 30},
      {Unit::kDay, Unit::kHour, 12},      {Unit::kYear, Unit::kMonth, 6},
      {Unit::kDecade, Unit::kYear, 5},    {Unit::kCentury, Unit::kYear, 50}};
  m.count = kUnsaid;
  for (const Half& half : kHalves)
    if (half.unit == m.unit) {
      m.has_half = false;
      m.unit = half.shorter;
      m.count = half.count;
      return;
    }
}

// "the January 6 riot" is of one year only: what follows the day names it.
void name_day(Meaning& m, std::string_view next) {
  struct NamedDay {
    std::int32_t month;
    std::int32_t day;
    std::int32_t year;
    std::string_view word;
  };
  static constexpr NamedDay kNamed[] = {
#define NAMED_DAY(month, day, year, word) {month, day, year, word},
#include "times/named_days_table.inc"
#undef NAMED_DAY
  };
  if (m.op != Op::kCalendar || m.day == kUnsaid || m.year != kUnsaid || m.deictic != kUnsaid)
    return;
  for (const NamedDay& named : kNamed)
    if (named.month == m.month && named.day == m.day && named.word == next) m.year = named.year;
}

class Parser {
 public:
  Parser(std::string_view text, Parsed& parsed)
      : text_(text), parsed_(parsed), tokens_(parsed.phrases), joined_(parsed.scratch) {
    tokens_ = parsed.words;
  }

  void run() {
    for (int pass = 0; pass < kPasses; ++pass) run_pass(pass);
    for (const Token& token : tokens_)
      if (token.is(cls::DATE | cls::TIME)) found(static_cast<std::uint32_t>(token.value));
    std::sort(parsed_.found.begin(), parsed_.found.end(), [&](std::uint32_t a, std::uint32_t b) {
      return parsed_.meanings[a].range.begin < parsed_.meanings[b].range.begin;
    });
  }

 private:
  void found(std::uint32_t meaning) { parsed_.found.push_back(meaning); }

  // Nothing is copied until something was found.
  void run_pass(int pass) {
    joined_.clear();
    bool is_joining = false;
    std::size_t trigger = 0;  // the first one from `i` on
    for (std::size_t i = 0; i < tokens_.size();) {
      while (trigger < tokens_.size() && (trigger < i || !tokens_[trigger].is(triggers_)))
        ++trigger;
      if (trigger == tokens_.size() && !is_joining) return;
      const Match match = trigger <= i + kMaxLead ? match_at(i, pass) : Match{};
      if (!match.rule) {
        if (is_joining) joined_.push_back(tokens_[i]);
        ++i;
        continue;
      }
      if (!is_joining)
        joined_.assign(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(i));
      is_joining = true;
      const std::size_t end = i + match.n_tokens;
      joined_.push_back(join(match, i, end));
      i = end;
    }
    if (is_joining) tokens_.swap(joined_);
  }

  [[nodiscard]] Match match_at(std::size_t i, int pass) const {
    if (tokens_[i].classes == 0 && !tokens_[i].has(kLetters)) return {};
    return longest_match(text_, tokens_, i, pass);
  }

  Token join(const Match& match, std::size_t begin, std::size_t end) {
    Meaning m = meaning_of(match);
    m.range = {tokens_[begin].range.begin, tokens_[end - 1].range.end};
    if (end < tokens_.size()) name_day(m, words_of(text_, tokens_[end].range));
    Token token = tokens_[begin];
    token.range = m.range;
    token.word = 0;
    token.classes = match.rule->makes;
    token.value = static_cast<std::int32_t>(parsed_.meanings.size());
    if (token.classes == 0) found(static_cast<std::uint32_t>(token.value));
    parsed_.meanings.push_back(m);
    return token;
  }

  [[nodiscard]] Meaning meaning_of(const Match& match) {
    Meaning m;
    m.op = match.rule->op;
    m.rule = match.rule_index;
    m.sign = match.rule->sign;
    const bool is_length = m.op == Op::kQuantity || m.op == Op::kSpan;
    if (is_length && m.sign == manner::kOne) m.count = 1;
    for (std::size_t i = 0; i < match.rule->items.size(); ++i) {
      if (match.taken[i] < 0) continue;
      const Token& token = tokens_[static_cast<std::size_t>(match.taken[i])];
      const Classes both = match.rule->items[i].classes & token.classes;
      if ((both & (cls::QTY | cls::DATE | cls::TIME)) != 0) {
        take_phrase(parsed_.meanings, m, token);
        continue;
      }
      if (both == 0) take_literal(m, token);
      take_calendar(m, token, both);
      take_clock(m, token, both);
      take_count(m, token, both);
    }
    if (m.op == Op::kQuantity && m.sign == manner::kOneHalf) halve(m);
    if (m.op == Op::kQuantity && m.sign == manner::kFourth) {
      m.unit = Unit::kYear;
      m.count = 25;
    }
    return m;
  }

  // No pattern has more tokens before its first trigger: nothing begins farther away from one.
  static constexpr std::size_t kMaxLead = 5;

  std::string_view text_;
  Parsed& parsed_;
  const Classes triggers_ = trigger_classes() | cls::QTY | cls::DATE | cls::TIME;
  std::vector<Token>& tokens_;
  std::vector<Token>& joined_;
};

}  // namespace

void parse_sentence(std::string_view text, Range sentence, Parsed& parsed) {
  parsed.meanings.clear();
  parsed.found.clear();
  const Classes all = tokenise(text, sentence, parsed.words);
  if ((all & trigger_classes()) == 0) return;
  drop_impossible_classes(text, parsed.words);
  Parser(text, parsed).run();
}

}  // namespace fabula::times
