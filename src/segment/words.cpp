#include "segment/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "segment/glyphs.hpp"
#include "segment/segment.hpp"
#include "text/utf8.hpp"

namespace fabula::segment {
namespace {

using text::decode;

enum class Class : std::uint8_t { kSpace, kLetter, kDigit, kOther };

constexpr std::array<Class, 128> make_ascii_classes() {
  std::array<Class, 128> classes{};
  for (std::size_t c = 0; c < 128; ++c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    const bool is_space = c == ' ' || (c >= 9 && c <= 13);
    classes[c] = is_letter  ? Class::kLetter
                 : is_digit ? Class::kDigit
                 : is_space ? Class::kSpace
                            : Class::kOther;
  }
  return classes;
}
constexpr std::array<Class, 128> kAsciiClasses = make_ascii_classes();

constexpr auto kTopLevelDomains = std::to_array<std::string_view>({
#include "segment/top_level_domains_table.inc"
});

constexpr std::size_t kMaxDomainEnd = 6;
constexpr std::size_t kMaxAddressPart = 64;

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_alnum(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 128 &&
         (kAsciiClasses[byte] == Class::kLetter || kAsciiClasses[byte] == Class::kDigit);
}

struct Piece {
  Class kind = Class::kSpace;  // kSpace also past the end
  std::uint32_t n_bytes = 0;
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // The word that begins at `at`, where no white space is.
  Word word_at(std::size_t at) {
    begin_ = at;
    const Piece first = piece(at);
    switch (first.kind) {
      case Class::kLetter:
        if (const std::size_t end = address_end(at); end != at) return make(end, WordKind::kWord);
        return make(letters_end(at), WordKind::kWord);
      case Class::kDigit:
        return make(letters_end(at), WordKind::kNumber);
      default:
        break;
    }
    if (const std::size_t end = handle_end(at); end != at) return make(end, WordKind::kHandle);
    return make(mark_end(at, first.n_bytes), WordKind::kMark);
  }

  Piece piece(std::size_t at) const {
    if (at >= text_.size()) return {};
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 128) return {kAsciiClasses[byte], 1};
    return wide_piece(at);
  }

 private:
  Word make(std::size_t end, WordKind kind) const {
    return {{static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end)}, kind};
  }

  char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool is_alnum(std::size_t at) const {
    const Class kind = piece(at).kind;
    return kind == Class::kLetter || kind == Class::kDigit;
  }

  Piece wide_piece(std::size_t at) const {
    if (const Glyph glyph = glyph_at(text_, at); glyph.kind != GlyphKind::kNone)
      return {Class::kOther, glyph.n_bytes};
    const auto [c, n] = decode(text_, at);
    const bool is_latin = c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
    if (is_latin || text::is_letter(c)) return {Class::kLetter, n};
    if (text::is_digit(c)) return {Class::kDigit, n};
    if (text::is_space(c)) return {Class::kSpace, n};
    return {Class::kOther, n};
  }

  // What the letters at hand are part of.
  struct Inside {
    std::size_t part;          // where they begin: behind the last connector
    bool is_initials = false;  // that connector was a dot
    bool is_mail = false;      // an @ stands before them
  };

  // End of a word of letters and digits with its connectors.
  std::size_t letters_end(std::size_t at) const {
    Inside inside{at};
    for (;;) {
      Piece next = piece(at);
      while (next.kind == Class::kLetter || next.kind == Class::kDigit) {
        at += next.n_bytes;
        next = piece(at);
      }
      if (next.kind != Class::kOther) return at;
      const std::size_t connector = connector_bytes(at, inside);
      if (connector == 0) return at;
      inside.is_initials = text_[at] == '.';
      inside.is_mail = inside.is_mail || text_[at] == '@';
      at += connector;
      inside.part = at;
    }
  }

  // Bytes of what stands at `at` and belongs to the word although it is no letter; 0: the word
  // ends.
  std::size_t connector_bytes(std::size_t at, const Inside& inside) const {
    const char c = text_[at];
    switch (c) {
      case '-':
        return hyphen_bytes(at);
      case '.':
        return dot_bytes(at, inside);
      case '*':
        return masking_bytes(at);
      case '_':
        return is_alnum(at + 1) ? 1 : 0;
      case '@':
        return is_host(at + 1) ? 1 : 0;
      case ',':
        return piece(at + 1).kind == Class::kDigit && is_digit_before(at) ? 1 : 0;
      case ':':
        return is_digit_before(at) && piece(at + 1).kind == Class::kDigit &&
                       piece(at + 2).kind == Class::kDigit
                   ? 1
                   : 0;
      case '&':
        if (is_ascii_upper(char_at(at + 1)) && is_ascii_upper(text_[at - 1])) return 1;
        break;
      default:
        break;
    }
    const Glyph glyph = glyph_at(text_, at);
    if (glyph.kind == GlyphKind::kSingle && glyph.family != Family::kAngle)
      return piece(at + glyph.n_bytes).kind == Class::kLetter ? glyph.n_bytes : 0;
    return invisible_bytes(at);
  }

  bool is_digit_before(std::size_t at) const {
    return at > begin_ && text_[at - 1] >= '0' && text_[at - 1] <= '9';
  }

  // "mother-in-law"; and "f--k", where the dashes hide letters behind a single one.
  std::size_t hyphen_bytes(std::size_t at) const {
    if (is_alnum(at + 1)) return 1;
    std::size_t end = at;
    while (char_at(end) == '-' && end - at < 5) ++end;
    const char next = char_at(end);
    const bool is_masked = at == begin_ + 1 && end - at >= 2 && next >= 'a' && next <= 'z';
    return is_masked ? end - at : 0;
  }

  // "f**k" and "f***".
  std::size_t masking_bytes(std::size_t at) const {
    std::size_t end = at;
    while (char_at(end) == '*' && end - at < 16) ++end;
    if (piece(end).kind == Class::kLetter) return end - at;
    const bool is_emphasis = begin_ > 0 && text_[begin_ - 1] == '*';
    return end - at >= 2 && at - begin_ <= 2 && !is_emphasis ? end - at : 0;
  }

  std::size_t dot_bytes(std::size_t at, const Inside& inside) const {
    const Piece next = piece(at + 1);
    if (next.kind == Class::kDigit) return is_digit_before(at) ? 1 : 0;
    if (next.kind == Class::kLetter && inside.is_mail) return 1;
    const std::size_t n_before = at - inside.part;
    if (next.kind != Class::kLetter) return inside.is_initials && n_before == 1 ? 1 : 0;
    if ((is_domain_end(at + 1) && n_before > 1) || is_in_mail_name(at + 1)) return 1;
    const bool is_single_next = piece(at + 1 + next.n_bytes).kind != Class::kLetter;
    if (!is_single_next) return 0;
    if (n_before <= 1) return n_before;
    return n_before == 2 && inside.part == begin_ && is_ascii_upper(text_[begin_]) &&  // "Ph.D."
                   is_ascii_upper(char_at(at + 1)) && char_at(at + 2) == '.'
               ? 1
               : 0;
  }

  // "name.of.somebody@": are there only letters and dots from `at` up to an @?
  bool is_in_mail_name(std::size_t at) const {
    const std::size_t limit = at + kMaxAddressPart;
    while (at < limit && (is_ascii_alnum(char_at(at)) || char_at(at) == '.')) ++at;
    return char_at(at) == '@' && is_host(at + 1);
  }

  // "host.org" behind an @.
  bool is_host(std::size_t at) const {
    const std::size_t limit = at + kMaxAddressPart;
    const std::size_t begin = at;
    while (at < limit && (is_ascii_alnum(char_at(at)) || char_at(at) == '-')) ++at;
    return at > begin && char_at(at) == '.' && is_ascii_alnum(char_at(at + 1));
  }

  bool is_domain_end(std::size_t at) const {
    std::size_t end = at;
    while (end - at <= kMaxDomainEnd && char_at(end) >= 'a' && char_at(end) <= 'z') ++end;
    if (is_alnum(end)) return false;
    return std::ranges::find(kTopLevelDomains, text_.substr(at, end - at)) !=
           kTopLevelDomains.end();
  }

  // Hyphens of other scripts, soft hyphens and joiners between letters.
  std::size_t invisible_bytes(std::size_t at) const {
    const auto [c, n] = decode(text_, at);
    const bool joins =
        c == 0xAD || c == 0x2010 || c == 0x2011 || c == 0x200C || c == 0x200D || c == 0x2060;
    return joins && is_alnum(at + n) ? n : 0;
  }

  // End of a web or mail address that begins at `at`; `at` when none does.
  std::size_t address_end(std::size_t at) const {
    const std::string_view rest = text_.substr(at, 8);
    if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."))
      return link_end(at);
    return at;
  }

  std::size_t link_end(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size()) {
      const Piece next = piece(end);
      const char c = text_[end];
      if (next.kind == Class::kSpace || c == '<' || c == '>' || c == '"') break;
      if (static_cast<unsigned char>(c) >= 128 && next.kind == Class::kOther) break;
      end += next.n_bytes;
    }
    constexpr std::string_view kNeverLast = ".,;:!?)]}'*";
    while (end > at && kNeverLast.find(text_[end - 1]) != std::string_view::npos) --end;
    return end;
  }

  // "@name", "@the.name", "#tag"; `at` when there is none.
  std::size_t handle_end(std::size_t at) const {
    const char c = text_[at];
    if (c != '@' && c != '#') return at;
    std::size_t end = at + 1;
    const Class first = piece(end).kind;
    if (first != Class::kLetter && !(c == '@' && (first == Class::kDigit || char_at(end) == '_')))
      return at;
    for (;;) {
      const Piece next = piece(end);
      const bool is_part =
          next.kind == Class::kLetter || next.kind == Class::kDigit ||
          (next.kind == Class::kOther && (text_[end] == '_' || (c == '@' && text_[end] == '.' &&
                                                                is_ascii_alnum(char_at(end + 1)))));
      if (!is_part) return end;
      end += next.n_bytes;
    }
  }

  std::size_t mark_end(std::size_t at, std::uint32_t n_bytes) const {
    if (text_[at] == '.') {
      while (char_at(at) == '.') ++at;
      return at;
    }
    const Glyph glyph = glyph_at(text_, at);
    return at + (glyph.kind == GlyphKind::kNone ? n_bytes : glyph.n_bytes);
  }

  std::string_view text_;
  std::size_t begin_ = 0;  // of the word being scanned
};

}  // namespace

void append_words(std::string_view text, std::uint32_t offset, std::vector<Word>& words) {
  Scanner scanner(text);
  for (std::size_t at = 0; at < text.size();) {
    const Piece next = scanner.piece(at);
    if (next.kind == Class::kSpace) {
      at += next.n_bytes;
      continue;
    }
    Word word = scanner.word_at(at);
    at = word.range.end;
    word.range.begin += offset;
    word.range.end += offset;
    words.push_back(word);
  }
}

std::vector<Word> split_words(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / 5);
  append_words(text, 0, words);
  return words;
}

}  // namespace fabula::segment
