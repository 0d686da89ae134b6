#include "extract/written_date.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string>

#include "text/utf8.hpp"

namespace fabula::extract {
namespace {

using std::chrono::year_month_day;

struct MonthName {
  std::string_view name;
  unsigned month;
  bool stands_alone;
};
constexpr auto kMonths = std::to_array<MonthName>({
#define FABULA_MONTH(name, month, stands_alone) {name, month, stands_alone},
#include "extract/months_table.inc"
#undef FABULA_MONTH
});

constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
     "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"});

constexpr auto kZones = std::to_array<std::string_view>(
    {"gmt",  "utc",  "bst",  "et",  "est", "edt", "pt",  "pst",    "pdt",
     "ct",   "cst",  "cdt",  "mt",  "mst", "mdt", "cet", "cest",   "ist",
     "aest", "aedt", "sast", "hkt", "sgt", "jst", "z",   "eastern"});

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& words, std::string_view word) {
  for (const std::string_view known : words)
    if (known == word) return true;
  return false;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Reads a date from left to right; each step either succeeds or leaves the place as it was.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at + ahead < text.size() ? text[at + ahead] : '\0';
  }
  bool eat(char c) {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  void skip_blanks() {
    while (at < text.size()) {
      const text::CodePoint c = text::decode(text, at);
      if (c.value == '\n' || !text::is_space(c.value)) return;
      at += c.n_bytes;
    }
  }
  // A whole run of digits, from `least` to `most` of them.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t n = 0;
    int value = 0;
    while (n <= most && is_ascii_digit(peek(n))) value = value * 10 + (peek(n++) - '0');
    if (n < least || n > most) return std::nullopt;
    at += n;
    return value;
  }
  // A whole run of letters (any script), in ASCII lower case; at most 12 bytes, else empty.
  std::string word() {
    std::size_t end = at;
    while (end < text.size()) {
      const text::CodePoint c = text::decode(text, end);
      if (!text::is_letter(c.value)) break;
      end += c.n_bytes;
      if (end - at > 12) return {};
    }
    std::string result = text::ascii_lower(text.substr(at, end - at));
    at = end;
    return result;
  }
  [[nodiscard]] bool at_word_end() const {
    if (at >= text.size()) return true;
    const char32_t c = text::decode(text, at).value;
    return !text::is_letter(c) && !text::is_digit(c);
  }
};

const MonthName* month_named(std::string_view word) {
  for (const MonthName& month : kMonths)
    if (month.name == word) return &month;
  return nullptr;
}

std::optional<Day> day_of(int year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                            std::chrono::day{day}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::optional<DateReading> reading(std::optional<Day> day, std::size_t begin, std::size_t end) {
  if (!day) return std::nullopt;
  return DateReading{
      {when_day(*day), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, false};
}

// "2021-09-29", "2021/9/29", "2021.09.29", "20210929T..."
std::optional<DateReading> year_first(Cursor c) {
  const std::size_t begin = c.at;
  if (const auto compact = c.number(8, 8); compact && c.peek() == 'T' && is_ascii_digit(c.peek(1)))
    return reading(day_of(*compact / 10000, static_cast<unsigned>(*compact / 100 % 100),
                          static_cast<unsigned>(*compact % 100)),
                   begin, c.at);
  c.at = begin;
  const auto year = c.number(4, 4);
  const char mark = c.peek();
  if (!year || (mark != '-' && mark != '/' && mark != '.')) return std::nullopt;
  c.eat(mark);
  const auto month = c.number(1, 2);
  if (!month || !c.eat(mark)) return std::nullopt;
  const auto day = c.number(1, 2);
  if (!day) return std::nullopt;
  return reading(day_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)), begin,
                 c.at);
}

// The two readings of "a/b/year"; only one of them may be a day.
std::optional<DateReading> day_and_month(int a, int b, int year, std::size_t begin,
                                         std::size_t end) {
  const auto month_first = day_of(year, static_cast<unsigned>(a), static_cast<unsigned>(b));
  const auto day_first = day_of(year, static_cast<unsigned>(b), static_cast<unsigned>(a));
  if (!month_first || !day_first || *month_first == *day_first)
    return reading(month_first ? month_first : day_first, begin, end);
  auto result = reading(std::min(*month_first, *day_first), begin, end);
  const Day later = std::max(*month_first, *day_first);
  result->date.when.latest = later;
  result->date.when.likely.reset();
  result->date.when.edtf = fmt::format("[{},{}]", result->date.when.edtf, iso(later));
  result->is_ambiguous = true;
  return result;
}

int full_year(int two_digits) { return two_digits + (two_digits >= 69 ? 1900 : 2000); }

// "29/9/2021", "9-29-2021", "29.09.2021"; years of two digits only where the field is a date.
std::optional<DateReading> numbers_only(Cursor c, bool allow_short_year) {
  const std::size_t begin = c.at;
  const auto a = c.number(1, 2);
  const char mark = c.peek();
  if (!a || (mark != '/' && mark != '-' && mark != '.')) return std::nullopt;
  c.eat(mark);
  const auto b = c.number(1, 2);
  if (!b || !c.eat(mark)) return std::nullopt;
  if (const auto year = c.number(4, 4)) return day_and_month(*a, *b, *year, begin, c.at);
  if (!allow_short_year) return std::nullopt;
  if (const auto year = c.number(2, 2)) return day_and_month(*a, *b, full_year(*year), begin, c.at);
  return std::nullopt;
}

// "1st", "2nd", "3.", "4º": what may hang on the number of a day.
void skip_ordinal_mark(Cursor& c) {
  if (c.eat('.')) return;
  const std::size_t before = c.at;
  const std::string mark = c.word();
  if (mark != "st" && mark != "nd" && mark != "rd" && mark != "th" && mark != "er" && mark != "º")
    c.at = before;
}

// Blanks, commas, and the little words that may stand between the parts of a date.
void skip_between(Cursor& c) {
  c.skip_blanks();
  c.eat(',');
  c.skip_blanks();
  const std::size_t before = c.at;
  const std::string word = c.word();
  if (word != "of" && word != "de" && word != "del") c.at = before;
  c.skip_blanks();
}

// "10 November 2020", "10th of Nov., 2020", "10-Nov-2020", "3 de marzo de 2021", "3. März 2021"
std::optional<DateReading> day_then_name(Cursor c, bool allow_short_year) {
  const std::size_t begin = c.at;
  const auto day = c.number(1, 2);
  if (!day) return std::nullopt;
  const bool is_joined = c.peek() == '-' || c.peek() == '/';
  if (is_joined)
    ++c.at;
  else {
    skip_ordinal_mark(c);
    skip_between(c);
  }
  const MonthName* month = month_named(c.word());
  if (month == nullptr) return std::nullopt;
  c.eat('.');
  if (is_joined) {
    if (!c.eat('-') && !c.eat('/')) return std::nullopt;
  } else {
    skip_between(c);
  }
  auto year = c.number(4, 4);
  if (!year && allow_short_year)
    if (const auto two_digits = c.number(2, 2)) year = full_year(*two_digits);
  if (!year) return std::nullopt;
  return reading(day_of(*year, month->month, static_cast<unsigned>(*day)), begin, c.at);
}

// "November 10, 2020", "Nov. 10th 2020", "Nov 10 08:30:00 +0000 2020", "November 2020"
std::optional<DateReading> name_then_day(Cursor c) {
  const std::size_t begin = c.at;
  const MonthName* month = month_named(c.word());
  if (month == nullptr) return std::nullopt;
  c.eat('.');
  skip_between(c);
  if (const auto year = c.number(4, 4)) {
    if (!month->stands_alone || *year < 1000) return std::nullopt;
    return DateReading{{when_month(*year, month->month), static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(c.at)},
                       false};
  }
  const auto day = c.number(1, 2);
  if (!day) return std::nullopt;
  skip_ordinal_mark(c);
  Cursor after_time = c;
  after_time.at = skip_time_of_day(c.text, c.at);
  if (after_time.at != c.at) {
    skip_between(after_time);
    if (const auto year = after_time.number(4, 4))
      return reading(day_of(*year, month->month, static_cast<unsigned>(*day)), begin,
                     after_time.at);
  }
  skip_between(c);
  const auto year = c.number(4, 4);
  if (!year) return std::nullopt;
  return reading(day_of(*year, month->month, static_cast<unsigned>(*day)), begin, c.at);
}

std::optional<DateReading> any_form(Cursor c, bool allow_short_year) {
  auto found = is_ascii_digit(c.peek()) ? year_first(c) : name_then_day(c);
  if (!found && is_ascii_digit(c.peek())) found = day_then_name(c, allow_short_year);
  if (!found && is_ascii_digit(c.peek())) found = numbers_only(c, allow_short_year);
  if (!found) return std::nullopt;
  const std::size_t end = found->date.end;
  const bool goes_on = Cursor{c.text, end}.at_word_end() == false;
  // "2021-03-04T08:30" goes on with its time; "2021-03-04x" is no date.
  const std::size_t after_time = skip_time_of_day(c.text, end);
  if (goes_on && after_time == end) return std::nullopt;
  found->date.end = static_cast<std::uint32_t>(after_time);
  return found;
}

std::optional<DateReading> with_weekday(Cursor c, bool allow_short_year) {
  const std::size_t begin = c.at;
  if (!is_ascii_digit(c.peek())) {
    if (is_one_of(kWeekdays, c.word())) {
      c.eat('.');
      c.skip_blanks();
      c.eat(',');
      c.skip_blanks();
    } else {
      c.at = begin;
    }
  }
  auto found = any_form(c, allow_short_year);
  if (found) found->date.begin = static_cast<std::uint32_t>(begin);
  return found;
}

// "+02:00", "-0500", "GMT", "(UTC)"
void skip_zone(Cursor& c) {
  const std::size_t before = c.at;
  c.skip_blanks();
  const bool in_brackets = c.eat('(');
  if (c.eat('+') || c.eat('-')) {
    if (c.number(4, 4) || (c.number(2, 2) && (!c.eat(':') || c.number(2, 2)))) return;
  } else if (const std::string word = c.word(); is_one_of(kZones, word)) {
    if (word == "eastern") {
      c.skip_blanks();
      c.word();
    }
    if (!in_brackets || c.eat(')')) return;
  }
  c.at = before;
}

// "am", "p.m."
bool skip_half_of_day(Cursor& c) {
  const std::size_t before = c.at;
  c.skip_blanks();
  const char half = c.peek();
  if (half == 'a' || half == 'A' || half == 'p' || half == 'P') {
    ++c.at;
    c.eat('.');
    if ((c.eat('m') || c.eat('M')) && c.at_word_end()) {
      c.eat('.');
      return true;
    }
  }
  c.at = before;
  return false;
}

}  // namespace

std::size_t skip_time_of_day(std::string_view text, std::size_t at) {
  Cursor c{text, at};
  if (!(c.peek() == 'T' && is_ascii_digit(c.peek(1)) && c.eat('T'))) {
    c.skip_blanks();
    c.eat(',');
    c.skip_blanks();
    const std::size_t before = c.at;
    if (c.word() != "at") c.at = before;
    c.skip_blanks();
  }
  const auto hour = c.number(1, 2);
  if (!hour || *hour > 24) {
    const auto compact = c.number(6, 6);
    return compact && text.substr(at, 1) == "T" ? (skip_zone(c), c.at) : at;
  }
  bool is_time = false;
  while (c.peek() == ':' && is_ascii_digit(c.peek(1))) {
    ++c.at;
    if (!c.number(2, 2)) return at;
    is_time = true;
  }
  if (is_time && c.peek() == '.' && is_ascii_digit(c.peek(1))) {
    ++c.at;
    c.number(1, 9);
  }
  if (skip_half_of_day(c)) is_time = true;
  if (!is_time) return at;
  skip_zone(c);
  return c.at;
}

std::optional<DateReading> date_at(std::string_view text, std::size_t at) {
  return with_weekday(Cursor{text, at}, false);
}

std::optional<WrittenDate> find_written_date(std::string_view text) {
  bool inside = false;  // a word, or the figures of a longer number
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    const bool is_part = text::is_letter(c.value) || text::is_digit(c.value);
    if (is_part && !inside)
      if (const auto found = date_at(text, at); found && !found->is_ambiguous) return found->date;
    const bool joins = c.value == '/' || c.value == '.' || c.value == '-' || c.value == ':';
    inside = is_part || (inside && joins && at > 0 && is_ascii_digit(text[at - 1]));
    at += c.n_bytes;
  }
  return std::nullopt;
}

std::optional<DateReading> read_date_field(std::string_view field) {
  const std::string_view whole = text::trim(field);
  const auto offset = static_cast<std::uint32_t>(whole.data() - field.data());
  auto found = with_weekday(Cursor{whole, 0}, true);
  if (!found) {
    Cursor c{whole, 0};
    std::int64_t seconds = 0;
    while (is_ascii_digit(c.peek()) && c.at < 13) seconds = seconds * 10 + (whole[c.at++] - '0');
    if (c.at != whole.size() || (c.at != 10 && c.at != 13)) {
      if (const auto inside = find_written_date(whole)) found = DateReading{*inside, false};
    } else {
      if (c.at == 13) seconds /= 1000;
      found = reading(std::chrono::floor<std::chrono::days>(
                          std::chrono::sys_seconds{std::chrono::seconds{seconds}}),
                      0, whole.size());
    }
  }
  if (!found) return std::nullopt;
  found->date.begin += offset;
  found->date.end += offset;
  return found;
}

std::optional<WrittenDate> find_url_date(std::string_view url) {
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    Cursor c{url, at + 1};
    const auto year = c.number(4, 4);
    const char mark = c.peek();
    if (!year || *year < 1900 || *year > 2100 || (mark != '/' && mark != '-')) continue;
    ++c.at;
    unsigned month = 0;
    if (const auto number = c.number(1, 2))
      month = static_cast<unsigned>(*number);
    else if (const MonthName* name = month_named(c.word()))
      month = name->month;
    if (month < 1 || month > 12) continue;
    const auto begin = static_cast<std::uint32_t>(at + 1);
    const std::size_t month_end = c.at;
    if (c.eat(mark))
      if (const auto day = c.number(1, 2))
        if (const auto found = day_of(*year, month, static_cast<unsigned>(*day));
            found && c.at_word_end())
          return WrittenDate{when_day(*found), begin, static_cast<std::uint32_t>(c.at)};
    if (mark == '/' && (month_end == url.size() || url[month_end] == '/'))
      return WrittenDate{when_month(*year, month), begin, static_cast<std::uint32_t>(month_end)};
  }
  return std::nullopt;
}

}  // namespace fabula::extract
