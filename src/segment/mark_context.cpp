#include "segment/mark_context.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace fabula::segment {
namespace {

constexpr auto kElisions = std::to_array<std::string_view>({
#include "segment/elisions_table.inc"
});

// What stands beside a mark.
enum class Side : std::uint8_t {
  kEdge,  // the paragraph's begin or end
  kSpace,
  kLetter,
  kDigit,
  kStop,     // . ! ? …
  kPause,    // , ; :
  kDash,     // - – — /
  kOpening,  // ( [ {
  kClosing,  // ) ] }
  kOther,    // $ # @ emoji ...
};
constexpr std::size_t kSides = 10;
using SideCosts = std::array<int, kSides>;

// Costs on one scale with those of mark_path.cpp. Set by hand on the principle that one clear sign
// (8 or more) outweighs two weak ones, then checked on news texts with eval/marks_eval.
//                                  Edge Space Letter Digit Stop Pause Dash Opening Closing Other
constexpr SideCosts kOpenLeft = {0, 0, 9, 9, 4, 3, 1, 0, 6, 3};
constexpr SideCosts kOpenRight = {14, 10, 0, 0, 2, 6, 2, 0, 8, 1};
constexpr SideCosts kCloseLeft = {14, 9, 1, 1, 0, 0, 0, 6, 0, 1};
constexpr SideCosts kCloseRight = {0, 0, 7, 7, 0, 0, 0, 1, 0, 2};

constexpr int kWrongWay = 10;           // “ as a closing mark, ” as an opening one
constexpr int kTypewriterWrongWay = 3;  // '' opens as well as it closes in many texts
constexpr int kPrimeOpens = 6;
constexpr int kPrimeCloses = 2;
constexpr int kDoubleUnread = 18;    // a double mark that is none
constexpr int kBareUnread = 12;      // the same with blanks on both sides
constexpr int kDoubledUnread = 9;    // "“Word: one of the two is too many
constexpr int kInchUnread = 7;       // the same behind a digit
constexpr int kMeasureCloses = 8;    // in 5'10" it is inches
constexpr int kSingleUnread = 10;    // a single mark that is neither mark nor a known apostrophe
constexpr int kPointingUnread = 12;  // ‘ is rarely an apostrophe
constexpr int kFinishedUnread = 14;  // a single mark behind a comma or stop
constexpr int kPluralUnread = 4;     // the boys’ coats
constexpr int kDroppedUnread = 3;    // runnin’
constexpr int kCutUnread = 8;        // another letter before it
constexpr int kElidedUnread = 1;     // ’em
constexpr int kFootUnread = 2;       // 6'

Side side_of(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
      return Side::kStop;
    case ',':
    case ';':
    case ':':
      return Side::kPause;
    case '-':
    case '/':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return Side::kDash;
    case '(':
    case '[':
    case '{':
      return Side::kOpening;
    case ')':
    case ']':
    case '}':
      return Side::kClosing;
    default:
      break;
  }
  if (text::is_letter(c)) return Side::kLetter;
  if (text::is_digit(c)) return Side::kDigit;
  if (text::is_space(c)) return Side::kSpace;
  return Side::kOther;
}

class Collector {
 public:
  Collector(std::string_view text, Range paragraph)
      : text_(text.substr(0, paragraph.end)), begin_(paragraph.begin) {}

  std::vector<Mark> collect() {
    for (std::uint32_t at = begin_; at < text_.size();) {
      const Glyph glyph = may_begin_glyph(text_[at]) ? glyph_at(text_, at) : Glyph{};
      if (glyph.is_quotation_mark() && !is_inside_word(at, at + glyph.n_bytes))
        marks_.push_back({{at, at + glyph.n_bytes}, glyph});
      at += glyph.n_bytes != 0 ? glyph.n_bytes : 1;
    }
    for (std::size_t first = 0; first < marks_.size();) first = weigh_run(first);
    return std::move(marks_);
  }

 private:
  Side left_of(std::uint32_t at) const {
    return at <= begin_ ? Side::kEdge : side_of(text::decode_before(text_, at).value);
  }
  Side right_of(std::uint32_t at) const {
    return at >= text_.size() ? Side::kEdge : side_of(text::decode(text_, at).value);
  }

  bool is_inside_word(std::uint32_t begin, std::uint32_t end) const {
    const Glyph glyph = glyph_at(text_, begin);
    if (glyph.kind != GlyphKind::kSingle || glyph.family == Family::kAngle) return false;
    if (right_of(end) != Side::kLetter) return false;
    const Side left = left_of(begin);
    return left == Side::kLetter || left == Side::kDigit || is_behind_initials(begin, end);
  }

  // "the U.S.'s own": the s alone behind a stop that ends a single letter.
  bool is_behind_initials(std::uint32_t begin, std::uint32_t end) const {
    if (begin < begin_ + 3 || text_[begin - 1] != '.' || text_[end] != 's') return false;
    return left_of(begin - 1) == Side::kLetter && left_of(begin - 2) == Side::kStop &&
           right_of(end + 1) != Side::kLetter;
  }

  // Marks that touch see through each other: in  "'No,'"  the double mark stands before "N" too.
  std::size_t weigh_run(std::size_t first) {
    std::size_t last = first;
    while (last + 1 < marks_.size() && touches(marks_[last], marks_[last + 1])) ++last;
    const std::uint32_t run_begin = marks_[first].range.begin;
    const Side left = left_of(run_begin);
    const Side right = right_of(marks_[last].range.end);
    const bool is_after_stop = left == Side::kSpace && ends_sentence(run_begin);
    for (std::size_t i = first; i <= last; ++i) {
      marks_[i].is_at_start = left == Side::kEdge;
      marks_[i].is_after_stop = is_after_stop;
      weigh(marks_[i], left, right);
    }
    for (std::size_t i = first; i < last; ++i) weigh_doubled(marks_[i], marks_[i + 1]);
    return last + 1;
  }

  // Also across one blank of any width, as typesetters put between ’ and ”.
  bool touches(const Mark& a, const Mark& b) const {
    if (a.range.end == b.range.begin) return true;
    const auto [c, n] = text::decode(text_, a.range.end);
    const bool is_narrow = c == 0xA0 || c == 0x2009 || c == 0x200A || c == 0x202F;
    return is_narrow && a.range.end + n == b.range.begin;
  }

  // Does a sentence end before the white space before `at`? Looks past marks and brackets.
  bool ends_sentence(std::uint32_t at) const {
    constexpr int kLook = 8;
    for (int i = 0; i < kLook && at > begin_; ++i) {
      const auto [c, n] = text::decode_before(text_, at);
      const Side side = side_of(c);
      if (side == Side::kStop) return true;
      if (side == Side::kLetter || side == Side::kDigit || side == Side::kPause) return false;
      at -= n;
    }
    return false;
  }

  void weigh(Mark& mark, Side left, Side right) const {
    const auto l = static_cast<std::size_t>(left);
    const auto r = static_cast<std::size_t>(right);
    mark.open_cost = kOpenLeft[l] + kOpenRight[r];
    mark.close_cost = kCloseLeft[l] + kCloseRight[r];
    lean(mark);
    if (mark.glyph.kind == GlyphKind::kDouble)
      weigh_double(mark, left, right);
    else
      mark.none_cost = single_none_cost(mark);
  }

  // A mark that points somewhere needs less help from its neighbours.
  static void lean(Mark& mark) {
    const int wrong_way = mark.glyph.family == Family::kStraight ? kTypewriterWrongWay : kWrongWay;
    switch (mark.glyph.lean) {
      case Lean::kBoth:
        break;
      case Lean::kOpen:
        mark.open_cost /= 2;
        mark.close_cost += wrong_way;
        break;
      case Lean::kClose:
        mark.open_cost += wrong_way;
        mark.close_cost /= 2;
        break;
      case Lean::kPrime:
        mark.open_cost += kPrimeOpens;
        mark.close_cost += kPrimeCloses;
        break;
    }
  }

  void weigh_double(Mark& mark, Side left, Side right) const {
    mark.none_cost = kDoubleUnread;
    if (left == Side::kSpace && right == Side::kSpace) mark.none_cost = kBareUnread;
    if (left != Side::kDigit) return;
    mark.none_cost = kInchUnread;
    if (!is_measure(mark.range.begin)) return;
    mark.none_cost = 0;
    mark.close_cost += kMeasureCloses;
  }

  static void weigh_doubled(Mark& a, Mark& b) {
    if (a.glyph.kind != GlyphKind::kDouble || b.glyph.kind != GlyphKind::kDouble) return;
    a.none_cost = std::min(a.none_cost, kDoubledUnread);
    b.none_cost = std::min(b.none_cost, kDoubledUnread);
  }

  // 5'10 before `at`.
  bool is_measure(std::uint32_t at) const {
    std::uint32_t n_digits = 0;
    while (at > begin_ && left_of(at) == Side::kDigit && n_digits < 3) {
      at -= text::decode_before(text_, at).n_bytes;
      ++n_digits;
    }
    if (at > begin_ && left_of(at) == Side::kSpace) --at;
    if (at <= begin_ || n_digits > 2) return false;
    const std::uint32_t n_bytes = text::decode_before(text_, at).n_bytes;
    return glyph_at(text_, at - n_bytes).kind == GlyphKind::kSingle &&
           left_of(at - n_bytes) == Side::kDigit;
  }

  // The letter in  rock ’n’ roll  between the mark at `mark` and the one before or behind it.
  bool is_around_n(Range mark) const {
    const auto is_n = [&](std::uint32_t at) {
      return at < text_.size() && (text_[at] | 0x20) == 'n';
    };
    const auto is_single = [&](std::uint32_t at) {
      return at < text_.size() && glyph_at(text_, at).kind == GlyphKind::kSingle;
    };
    if (is_n(mark.end)) return is_single(mark.end + 1);
    const std::uint32_t n_bytes = mark.size();
    return mark.begin >= begin_ + n_bytes + 1 && is_n(mark.begin - 1) &&
           is_single(mark.begin - 1 - n_bytes);
  }

  int single_none_cost(const Mark& mark) const {
    if (is_around_n(mark.range)) return 0;
    const Side left = left_of(mark.range.begin);
    const Side right = right_of(mark.range.end);
    if (mark.glyph.lean == Lean::kPrime || left == Side::kDigit) return kFootUnread;
    if (left == Side::kStop || left == Side::kPause) return kFinishedUnread;
    if (left == Side::kLetter) {
      const char before = text_[mark.range.begin - 1];
      if (before == 's' || before == 'S' || before == 'z' || before == 'x') return kPluralUnread;
      return text_.substr(begin_, mark.range.begin - begin_).ends_with("in") ? kDroppedUnread
                                                                             : kCutUnread;
    }
    if (right == Side::kDigit) return is_decade(mark.range.end) ? kElidedUnread : kFootUnread;
    if (right == Side::kLetter && is_elision(mark.range.end)) return kElidedUnread;
    return mark.glyph.lean == Lean::kOpen ? kPointingUnread : kSingleUnread;
  }

  // "90s" at `at`.
  bool is_decade(std::uint32_t at) const {
    return at + 1 < text_.size() && right_of(at + 1) == Side::kDigit &&
           right_of(at + 2) != Side::kDigit;
  }

  bool is_elision(std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 10;
    std::uint32_t end = at;
    while (end - at <= kLongest && right_of(end) == Side::kLetter)
      end += text::decode(text_, end).n_bytes;
    const std::string word = text::ascii_lower(text_.substr(at, end - at));
    return std::ranges::find(kElisions, word) != kElisions.end();
  }

  std::string_view text_;  // up to the paragraph's end
  std::uint32_t begin_;    // of the paragraph
  std::vector<Mark> marks_;
};

}  // namespace

std::vector<Mark> collect_marks(std::string_view text, Range paragraph) {
  return Collector(text, paragraph).collect();
}

}  // namespace fabula::segment
