#include "text/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "text/utf8.hpp"

namespace fabula::text {
namespace {

// Characters folded together: a base and its marks. Real text has a handful; without a limit a
// hostile run of marks would make their canonical ordering quadratic (Unicode, UAX 15, 30 marks).
constexpr std::size_t kMaxClusterBytes = 128;

const icu::Normalizer2& normalizer() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = icu::Normalizer2::getNFKCCasefoldInstance(status);
    FABULA_CHECK(U_SUCCESS(status));
    return found;
  }();
  return *instance;
}

// Marks that stand for a single quotation mark or an apostrophe, in any script and on any keyboard.
bool is_single_mark(char32_t c) {
  switch (c) {
    case U'\'':
    case U'`':
    case 0xB4:  // typewriters
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:  // ‘ ’ ‚ ‛
    case 0x2039:
    case 0x203A:  // ‹ ›
    case 0x2032:
    case 0x2035:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:  // primes, okina
    case 0x275B:
    case 0x275C:
    case 0x275F:
    case 0xFF07:
    case 0xFF40:  // ornaments, full width
      return true;
    default:
      return false;
  }
}

bool has_property(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}

// What a quotation mark or a dash becomes; 0 for all other characters.
char folded_mark(char32_t c) {
  if (is_single_mark(c)) return '\'';
  if (c == 0x2033 || c == 0x2036 || has_property(c, UCHAR_QUOTATION_MARK)) return '"';
  return has_property(c, UCHAR_DASH) ? '-' : '\0';
}

bool begins_cluster(char32_t c) {
  return normalizer().hasBoundaryBefore(static_cast<UChar32>(c)) != 0;
}

std::string normalized(std::string_view cluster) {
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&out);
  normalizer().normalizeUTF8(
      0, icu::StringPiece(cluster.data(), static_cast<std::int32_t>(cluster.size())), sink, nullptr,
      status);
  FABULA_CHECK(U_SUCCESS(status));
  return out;
}

// What one character becomes when it stands alone.
struct Character {
  std::string folded;
  bool begins_cluster = true;
  bool is_mark = false;
};

Character fold_character(char32_t c) {
  if (has_property(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return {};
  if (const char mark = folded_mark(c); mark != '\0') return {std::string(1, mark), true, true};
  if (c == 0x149) return {"'n", true};  // would give another apostrophe
  std::string source;
  append(source, c);
  return {normalized(source), begins_cluster(c)};
}

// Latin, Greek, Cyrillic, Hebrew and Arabic letters are looked up, the rest is asked for.
constexpr char32_t kTableEnd = 0x800;

const Character& table_entry(char32_t c) {
  static const auto* const table = [] {
    auto* made = new std::array<Character, kTableEnd>;  // lives as long as the program
    for (char32_t i = 0; i < kTableEnd; ++i) (*made)[i] = fold_character(i);
    return made;
  }();
  return (*table)[c];
}

Character look_up(char32_t c) {
  if (c < kTableEnd) return table_entry(c);
  if (c >= 0x2018 && c <= 0x201F)
    return {c <= 0x201B ? "'" : "\"", true, true};  // the commonest by far
  return fold_character(c);
}

// Does it fold to one byte without a look at its neighbours? ASCII but hyphens and zero bytes.
bool is_plain(char c) { return static_cast<signed char>(c) > 0 && c != '-'; }

char folded_plain(char c) {
  const char lower = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
  return c == '`' ? '\'' : lower;
}

// The end of the plain bytes from `at` on.
std::size_t plain_end(std::string_view text, std::size_t at) {
  // Some bytes at a time, without a branch for each: most text is plain for long.
  constexpr std::size_t kTogether = 32;
  while (at + kTogether <= text.size()) {
    unsigned char all = 1;
    for (std::size_t i = 0; i < kTogether; ++i)
      all &= static_cast<unsigned char>(is_plain(text[at + i]));
    if (all == 0) break;
    at += kTogether;
  }
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

std::uint32_t position(std::size_t at) { return static_cast<std::uint32_t>(at); }

class Folder {
 public:
  explicit Folder(std::string_view source) : source_(source) { out_.text.reserve(source.size()); }

  FoldedText fold() {
    while (at_ < source_.size()) {
      fold_plain_run();
      if (at_ == source_.size()) break;
      if (const std::size_t end = line_end_hyphen(); end != 0) {
        drop_until(end);
      } else if (source_[at_] == '-' || source_[at_] == '\0') {
        out_.text += source_[at_++];
      } else {
        fold_character_here();
      }
    }
    return std::move(out_);
  }

 private:
  void fold_plain_run() {
    const std::size_t end = plain_end(source_, at_);
    const std::size_t begin = out_.text.size();
    out_.text.append(source_, at_, end - at_);
    std::transform(out_.text.begin() + static_cast<std::ptrdiff_t>(begin), out_.text.end(),
                   out_.text.begin() + static_cast<std::ptrdiff_t>(begin), folded_plain);
    at_ = end;
  }

  // "co-\noperative": where the second half begins when a hyphen stands here that only breaks the
  // line; 0 when none does. "U.S.-\nChina" and a dash at the end of a line stay.
  std::size_t line_end_hyphen() const {
    std::size_t next = at_;
    if (source_[next] == '-') {
      ++next;
    } else if (source_.substr(next, 3) == "\u2010") {
      next += 3;
    } else {
      return 0;
    }
    if (next < source_.size() && source_[next] == '\r') ++next;
    if (next + 1 >= source_.size() || source_[next] != '\n' || out_.text.empty()) return 0;
    ++next;
    const bool joins = is_letter(decode_before(out_.text, out_.text.size()).value) &&
                       is_lower(decode(source_, next).value);
    return joins ? next : 0;
  }

  void fold_character_here() {
    const CodePoint first = decode(source_, at_);
    const Character character = look_up(first.value);
    if (character.folded.empty()) return drop_until(at_ + first.n_bytes);
    if (character.is_mark) return replace(at_, at_ + first.n_bytes, character.folded);
    std::size_t begin = at_;
    if (!character.begins_cluster && follows_plain_byte()) {
      --begin;
      out_.text.pop_back();
    }
    const std::size_t end = cluster_end(at_ + first.n_bytes, begin);
    if (begin == at_ && end == at_ + first.n_bytes) return replace(begin, end, character.folded);
    replace(begin, end, normalized(source_.substr(begin, end - begin)));
  }

  // Did the source byte before this one become the last folded byte, so that a mark may change it?
  bool follows_plain_byte() const {
    return at_ > 0 && static_cast<unsigned char>(source_[at_ - 1]) < 0x80 && !out_.text.empty() &&
           out_.map.to_source(position(out_.text.size() - 1)) == at_ - 1;
  }

  std::size_t cluster_end(std::size_t next, std::size_t begin) const {
    while (next < source_.size() && static_cast<unsigned char>(source_[next]) >= 0x80 &&
           next - begin < kMaxClusterBytes) {
      const CodePoint c = decode(source_, next);
      const Character character = look_up(c.value);
      if (character.begins_cluster) break;
      next += c.n_bytes;
    }
    return next;
  }

  void drop_until(std::size_t end) {
    out_.map.add_break(position(out_.text.size()), position(at_));
    at_ = end;
    out_.map.add_break(position(out_.text.size()), position(at_));
  }

  // Source bytes [begin, end) become `folded`.
  void replace(std::size_t begin, std::size_t end, std::string_view folded) {
    if (folded.empty()) return drop_until(end);
    const std::size_t out_begin = out_.text.size();
    out_.text += folded;
    at_ = end;
    const bool same_length = folded.size() == end - begin && count_code_points(folded) == 1;
    if (same_length) return;
    for (std::size_t i = 1; i < folded.size(); ++i) {
      if (!is_boundary(folded, i)) continue;
      out_.map.add_break(position(out_begin + i), position(end));
      out_.map.add_break(position(out_begin + i), position(begin));
    }
    out_.map.add_break(position(out_.text.size()), position(end));
  }

  std::string_view source_;
  std::size_t at_ = 0;
  FoldedText out_;
};

}  // namespace

std::uint32_t OffsetMap::to_source(std::uint32_t folded) const {
  auto after = std::upper_bound(breaks_.begin(), breaks_.end(), folded,
                                [](std::uint32_t at, const Break& b) { return at < b.folded; });
  if (after == breaks_.begin()) return folded;
  --after;
  return after->source + (folded - after->folded);
}

std::uint32_t OffsetMap::to_source_end(std::uint32_t folded) const {
  auto here = std::lower_bound(breaks_.begin(), breaks_.end(), folded,
                               [](const Break& b, std::uint32_t at) { return b.folded < at; });
  if (here != breaks_.end() && here->folded == folded) return here->source;
  if (here == breaks_.begin()) return folded;
  --here;
  return here->source + (folded - here->folded);
}

void OffsetMap::add_break(std::uint32_t folded, std::uint32_t source) {
  breaks_.push_back({folded, source});
}

FoldedText fold(std::string_view source) { return Folder(source).fold(); }

}  // namespace fabula::text
