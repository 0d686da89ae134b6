// Text to single tokens: words, marks, numbers, and what figures form without a space: clock times,
// dates, decades.
#include <algorithm>
#include <array>
#include <cstddef>

#include "times/token_steps.hpp"

namespace fabula::times {
namespace {

enum class Kind : std::uint8_t { kSpace, kLetter, kDigit, kMark, kHigh };

constexpr std::array<Kind, 256> kKinds = [] {
  std::array<Kind, 256> kinds{};
  for (std::size_t c = 0; c < 256; ++c) {
    if (c <= ' ' || c == 0x7F)
      kinds[c] = Kind::kSpace;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      kinds[c] = Kind::kLetter;
    else if (c >= '0' && c <= '9')
      kinds[c] = Kind::kDigit;
    else
      kinds[c] = c >= 0x80 ? Kind::kHigh : Kind::kMark;
  }
  return kinds;
}();

Kind kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// The ASCII sign that the character at `at` stands for, and how many bytes it has. Typographic
// apostrophes and dashes are the plain ones, a no-break space is a space; any other character
// beyond ASCII counts as a letter ('a').
struct Sign {
  char as = 'a';
  std::uint32_t n_bytes = 1;
};

Sign sign_at(std::string_view text, std::size_t at, std::size_t end) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(at) < 0x80) return {text[at], 1};
  if (byte(at) == 0xC2 && at + 1 < end) return {byte(at + 1) == 0xA0 ? ' ' : '#', 2};
  if (byte(at) == 0xE2 && at + 2 < end && byte(at + 1) == 0x80) {
    const unsigned char last = byte(at + 2);
    if (last == 0x98 || last == 0x99) return {'\'', 3};
    if (last >= 0x90 && last <= 0x95) return {'-', 3};
    if (last == 0x9C || last == 0x9D) return {'"', 3};
    if (last >= 0x80 && last <= 0x8F) return {' ', 3};
    return {'#', 3};
  }
  if (byte(at) == 0xE2 && at + 2 < end) return {'#', 3};
  return {'a', 1};
}

// A month's or weekday's whole name, which takes no dot.
bool is_full_name(std::string_view word) {
  return word.ends_with("ay") || word.ends_with("AY") ||
         (word.size() >= 4 && word.front() != 'S' && word.front() != 's' && word.front() != 'T' &&
          word.front() != 't' && word.front() != 'W' && word.front() != 'w');
}

// Reads tokens off a stretch of text, left to right.
class Scanner {
 public:
  Scanner(std::string_view text, Range range, std::vector<Token>& out)
      : text_(text), at_(range.begin), end_(range.end), out_(out) {}

  void run() {
    bool glued = false;
    while (at_ < end_) {
      const Sign sign =
          kind_of(text_[at_]) == Kind::kHigh ? sign_at(text_, at_, end_) : Sign{text_[at_], 1};
      const Kind kind = kind_of(sign.as);
      if (kind == Kind::kSpace) {
        at_ += sign.n_bytes;
        glued = false;
        continue;
      }
      const std::size_t n_before = out_.size();
      if (kind == Kind::kLetter)
        read_word();
      else if (kind == Kind::kDigit)
        read_figures();
      else
        read_mark(sign);
      if (glued) out_[n_before].flags |= kGlued;
      glued = true;
    }
  }

 private:
  [[nodiscard]] char peek(std::size_t at) const { return at < end_ ? text_[at] : '\0'; }

  // The end of the letters from `at` on.
  [[nodiscard]] std::uint32_t letters_end(std::uint32_t at) const {
    for (;;) {
      while (at < end_ && kind_of(text_[at]) == Kind::kLetter) ++at;
      if (at >= end_ || kind_of(text_[at]) != Kind::kHigh) return at;
      const Sign sign = sign_at(text_, at, end_);
      if (kind_of(sign.as) != Kind::kLetter) return at;
      at += sign.n_bytes;
    }
  }

  [[nodiscard]] std::uint32_t digits_end(std::uint32_t at) const {
    while (at < end_ && is_digit(text_[at])) ++at;
    return at;
  }

  // At most nine digits; more do not count anything here.
  [[nodiscard]] std::int32_t number(std::uint32_t begin, std::uint32_t end) const {
    std::int32_t value = 0;
    for (std::uint32_t i = begin; i < end && i < begin + 9; ++i)
      value = value * 10 + (text_[i] - '0');
    return end - begin > 9 ? 999999999 : value;
  }

  Token& push(std::uint32_t end) {
    out_.push_back({.range = {at_, end}});
    at_ = end;
    return out_.back();
  }

  void read_word() {
    const std::uint32_t begin = at_;
    std::uint32_t stop = letters_end(at_);
    // "don't", "o'clock" are one word, "year's" is two tokens.
    if (stop < end_ && (text_[stop] == '\'' || kind_of(text_[stop]) == Kind::kHigh)) {
      const Sign sign = sign_at(text_, stop, end_);
      if (sign.as == '\'') {
        const std::uint32_t after = stop + sign.n_bytes;
        const std::uint32_t tail = letters_end(after);
        const bool is_possessive = tail == after + 1 && (text_[after] | 0x20) == 's';
        if (tail > after && !is_possessive) stop = tail;
      }
    }
    Token& token = push(stop);
    describe(token, text_.substr(begin, stop - begin));
    if (token.is(cls::NUM) && read_half_of_day(token)) return;
    if (peek(at_) == '.' && token.is(cls::MONTH | cls::WEEKDAY) && stop - begin <= 5 &&
        !is_full_name(text_.substr(begin, stop - begin)) && token.has(kCapital)) {
      token.flags |= kDotted;
      token.range.end = ++at_;
    }
  }

  static void describe(Token& token, std::string_view word) {
    const LexiconEntry entry = look_up(word);
    token.word = entry.word;
    token.classes = entry.classes;
    token.value = entry.value;
    token.flags |= kLetters;
    if (is_capital(word.front())) {
      token.flags |= kCapital;
      if (word.size() > 1 && is_capital(word[1])) token.flags |= kAllCapitals;
    }
  }

  void read_mark(Sign sign) {
    const std::uint32_t begin = at_;
    if (sign.as == '\'') {
      const std::uint32_t after = begin + sign.n_bytes;
      // the possessive "'s", "'90s"
      if ((peek(after) | 0x20) == 's' && letters_end(after) == after + 1) {
        Token& token = push(after + 1);
        describe(token, "'s");
        return;
      }
      if (is_digit(peek(after)) && digits_end(after) == after + 2) {
        const bool is_decade = peek(after + 2) == 's' && letters_end(after + 2) == after + 3;
        const std::int32_t year = number(after, after + 2);
        Token& token = push(is_decade ? after + 3 : after + 2);
        if (is_decade && year % 10 == 0) {
          token.classes = cls::DECADE;
          token.value = (year <= 20 ? 2000 + year : 1900 + year) / 10;
        } else if (!is_decade) {
          token.classes = cls::YEAR;  // "March '97"
          token.value = year < 50 ? 2000 + year : 1900 + year;
          token.flags |= kFigures;
        }
        return;
      }
    }
    const char as = sign.as;
    Token& token = push(begin + sign.n_bytes);
    token.word = look_up(std::string_view(&as, 1)).word;
  }

  void read_figures() {
    const std::uint32_t begin = at_;
    const std::uint32_t stop = digits_end(begin);
    if (read_date(begin, stop) || read_clock(begin, stop)) return;
    read_number(begin, stop);
  }

  // "9/11" with nothing more behind it is one day of one year.
  bool read_named_day(std::uint32_t begin) {
    constexpr std::string_view kName = "9/11";
    if (text_.substr(begin, std::min<std::size_t>(kName.size(), end_ - begin)) != kName)
      return false;
    const auto after = static_cast<std::uint32_t>(begin + kName.size());
    if (is_digit(peek(after)) || peek(after) == '/' || (begin > 0 && text_[begin - 1] == '/'))
      return false;
    Token& token = push(after);
    token.classes = cls::NUMDATE;
    token.value = 20010911;
    token.flags |= kFigures;
    return true;
  }

  // 2020-11-10, 9/28/21, 28.9.2021, 09-28-21
  bool read_date(std::uint32_t begin, std::uint32_t stop) {
    const char mark = peek(stop);
    const std::uint32_t n_first = stop - begin;
    if (read_named_day(begin)) return true;
    if ((mark != '-' && mark != '/' && mark != '.') || n_first > 4) return false;
    const std::uint32_t stop2 = digits_end(stop + 1);
    const std::uint32_t n_second = stop2 - stop - 1;
    if (n_second < 1 || n_second > 2 || peek(stop2) != mark) return false;
    const std::uint32_t stop3 = digits_end(stop2 + 1);
    const std::uint32_t n_third = stop3 - stop2 - 1;
    if (kind_of(peek(stop3)) == Kind::kLetter || (peek(stop3) == mark && mark != '.')) return false;
    const std::int32_t a = number(begin, stop);
    const std::int32_t b = number(stop + 1, stop2);
    const std::int32_t c = number(stop2 + 1, stop3);
    const bool is_iso = n_first == 4 && n_third >= 1 && n_third <= 2 && mark != '.';
    const bool is_by_twos = mark == '-' && n_first == 2 && n_second == 2;
    const bool is_slashed =
        n_first <= 2 && (n_third == 4 || (n_third == 2 && (mark == '/' || is_by_twos)));
    if (!is_iso && !is_slashed) return false;
    Token& token = push(stop3);
    token.flags |= kFigures;
    if (is_iso) {
      token.value = a * 10000 + b * 100 + c;
    } else {
      const std::int32_t year = n_third == 4 ? c : c < 50 ? 2000 + c : 1900 + c;
      token.value = year * 10000 + (mark == '.' ? b * 100 + a : a * 100 + b);
      if (mark != '.') token.flags |= kSlashed;
    }
    token.classes = cls::NUMDATE;
    return true;
  }

  // "pm", "p.m.", "p.m" behind a number: 0, or 'a' or 'p', and where it ends.
  char half_of_day(std::uint32_t at, std::uint32_t* stop) const {
    if (peek(at) == ' ') ++at;
    const char half = static_cast<char>(peek(at) | 0x20);
    if (half != 'a' && half != 'p') return '\0';
    std::uint32_t i = at + 1;
    const bool is_dotted = peek(i) == '.';
    if (is_dotted) ++i;
    if ((peek(i) | 0x20) != 'm' || kind_of(peek(i + 1)) == Kind::kLetter) return '\0';
    ++i;
    if (is_dotted && peek(i) == '.') ++i;
    *stop = i;
    return half;
  }

  // "five p.m."; with its dots, for "no one am" is no time of day.
  bool read_half_of_day(Token& token) {
    std::uint32_t after = at_;
    const char half = token.value <= 12 ? half_of_day(at_, &after) : '\0';
    if (half == '\0' || text_.substr(at_, after - at_).find('.') == std::string_view::npos)
      return false;
    token.classes = cls::CLOCK;
    token.value = (token.value % 12 + (half == 'p' ? 12 : 0)) * 60;
    token.range.end = at_ = after;
    return true;
  }

  // 18:30, 6.40pm, 10 p.m.
  bool read_clock(std::uint32_t begin, std::uint32_t stop) {
    if (stop - begin > 2) return false;
    std::int32_t hour = number(begin, stop);
    std::int32_t minute = 0;
    std::uint32_t final = stop;
    const char mark = peek(stop);
    const bool has_minutes = (mark == ':' || mark == '.') && digits_end(stop + 1) == stop + 3;
    if (has_minutes) {
      minute = number(stop + 1, stop + 3);
      final = stop + 3;
      if (mark == ':' && peek(final) == ':' && digits_end(final + 1) == final + 3) final += 3;
    }
    std::uint32_t after = final;
    const char half = half_of_day(final, &after);
    if (half == '\0' && !(has_minutes && mark == ':')) return false;
    if (minute > 59 || hour > (half != '\0' ? 12 : 24) || (half != '\0' && hour == 0)) return false;
    if (half == 'p' && hour < 12) hour += 12;
    if (half == 'a' && hour == 12) hour = 0;
    if (half == '\0' && kind_of(peek(final)) == Kind::kLetter) return false;
    Token& token = push(half != '\0' ? after : final);
    token.classes = cls::CLOCK;
    token.value = hour * 60 + minute;
    token.flags |= kFigures;
    return true;
  }

  void read_number(std::uint32_t begin, std::uint32_t stop) {
    std::int32_t value = number(begin, stop);
    std::uint32_t final = stop;
    bool is_whole = stop - begin <= 9;
    bool is_plain = true;  // no commas or decimals
    while ((peek(final) == ',' || peek(final) == '.') && is_digit(peek(final + 1))) {
      const std::uint32_t next = digits_end(final + 1);
      const bool is_group = peek(final) == ',' && next == final + 4;
      is_plain = false;
      if (is_group && value < 1000000)
        value = value * 1000 + number(final + 1, next);
      else
        is_whole = false;
      final = next;
    }
    const std::uint32_t tail = letters_end(final);
    const std::string_view letters = text_.substr(final, tail - final);
    Token& token = push(tail);
    token.flags |= kFigures;
    token.value = value;
    if (!is_whole) return;
    if (letters.empty())
      classify_number(token, is_plain ? stop - begin : 0);
    else if (letters == "st" || letters == "nd" || letters == "rd" || letters == "th")
      token.classes = cls::ORD | (value >= 1 && value <= 31 ? cls::DAY : 0);
    else if (letters == "s" && stop - begin == 4 && value % 10 == 0 && value >= 1500 &&
             value < 2100) {
      token.classes = cls::DECADE;
      token.value = value / 10;
    } else if (letters == "s" && stop - begin == 2 && value % 10 == 0 && value >= 20) {
      token.classes = cls::DECADE;  // "the 60s"; join() asks what stands before
      token.value = (1900 + value) / 10;
      token.flags |= kShort;
    }
  }

  static void classify_number(Token& token, std::uint32_t n_digits) {
    token.classes = cls::NUM;
    if (n_digits >= 1 && n_digits <= 2 && token.value >= 1 && token.value <= 31)
      token.classes |= cls::DAY;
    if (n_digits == 4 && token.value >= 1000 && token.value < 2200) token.classes |= cls::YEAR;
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::vector<Token>& out_;
};

}  // namespace

void scan(std::string_view text, Range range, std::vector<Token>& tokens) {
  Scanner(text, range, tokens).run();
}

}  // namespace fabula::times
