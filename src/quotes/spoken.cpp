#include "quotes/spoken.hpp"

#include "quotes/lexicon.hpp"
#include "text/utf8.hpp"

namespace fabula::quotes {
namespace {

constexpr std::size_t kLongestTitle = 9;  // words
constexpr std::size_t kLongestName = 4;

bool is_naming(std::string_view lower) {
  return lower == "named" || lower == "nicknamed" || lower == "titled" || lower == "entitled" ||
         lower == "so-called" || lower == "aka" || lower == "a.k.a" || lower == "headlined" ||
         lower == "captioned" || lower == "starring";
}

bool is_giving_name(std::string_view lower) {
  return lower == "called" || lower == "dubbed" || lower == "labeled" || lower == "labelled" ||
         lower == "marked" || lower == "known" || lower == "as" || lower == "hashtag" ||
         lower == "name";
}

bool is_title_preposition(std::string_view lower) {
  return lower == "on" || lower == "in" || lower == "of" || lower == "from" || lower == "for" ||
         lower == "at" || lower == "and" || lower == "with" || lower == "by" || lower == "to" ||
         lower == "watch" || lower == "watching" || lower == "like";
}

bool can_be_noun(const Item& item) {
  if (item.kind == ItemKind::kName) return true;
  if (item.kind != ItemKind::kWord) return false;
  return !item.has(kPreposition | kConjunction | kAuxiliary | kVerb | kSay | kRelative | kAdverb |
                   kDeterminer | kPronoun | kObjectPronoun) ||
         item.has(kPersonNoun);
}

// "If she had said “I quit,” the show would have ended."
bool is_unreal(const Outline& outline, std::size_t at) {
  const std::size_t begin = outline.sentence_begin(at);
  if (outline.items[begin].lower != "if" || at - begin > 12) return false;
  for (std::size_t i = begin; i < at; ++i)
    if (outline.items[i].is_mark(',') || outline.items[i].is_mark(':')) return false;
  return true;
}

bool is_on_sign(const Outline& outline, std::size_t at) {
  const Item& verb = item_or_mark(outline, at - 1);
  if (verb.lower != "read" && verb.lower != "reads" && verb.lower != "reading" &&
      verb.lower != "said" && verb.lower != "saying" && verb.lower != "says" && !verb.is_mark(':'))
    return false;
  for (std::size_t i = at - 1; i-- > outline.sentence_begin(at - 1) && at - i < 6;)
    if (outline.items[i].has(kSignNoun)) return true;
  return false;
}

bool is_unspoken(const Layers& layers, const Outline& outline, std::size_t at) {
  const Item& quoted = outline.items[at];
  const std::string_view words = inner_words(layers, quoted);
  const std::size_t n_words = count_words(words);
  if (n_words == 0) return true;
  if (is_unreal(outline, at)) return true;
  const Item& before = item_or_mark(outline, at - 1);
  const Item& after = item_or_mark(outline, at + 1);
  if (at > 0 && is_on_sign(outline, at)) return true;
  if (n_words > kLongestTitle) return false;
  const bool in_title_case = is_title_case(words);
  const bool has_end = ends_with_mark(words) && words.back() != ',';
  if (before.kind == ItemKind::kWord && !quoted.starts_sentence) {
    if (is_naming(before.lower)) return true;
    if (is_giving_name(before.lower) && in_title_case) return true;
    if (before.has(kWorkNoun) && !before.has(kSay | kJudge) && (in_title_case || n_words <= 3))
      return true;
    if (is_title_preposition(before.lower) && in_title_case && (n_words > 1 || !has_end))
      return true;
    if ((before.has(kDeterminer) || before.is_possessive) && in_title_case &&
        n_words <= kLongestName && can_be_noun(after))
      return true;
  }
  if (before.kind == ItemKind::kName) {
    if (before.is_possessive && in_title_case) return true;
    if (n_words <= 3 && in_title_case && after.is_capital && !ends_with_mark(words)) return true;
  }
  return n_words <= kLongestName && in_title_case && !ends_with_mark(words) && after.has(kEpithet);
}

}  // namespace

std::size_t count_words(std::string_view words) {
  std::size_t n = 0;
  bool inside = false;
  for (std::size_t i = 0; i < words.size();) {
    const text::CodePoint c = text::decode(words, i);
    const bool is_part = text::is_letter(c.value) || text::is_digit(c.value);
    if (is_part && !inside) ++n;
    if (is_part || text::is_space(c.value)) inside = is_part;
    i += c.n_bytes;
  }
  return n;
}

bool is_title_case(std::string_view words) {
  bool has_capital = false;
  bool at_start = true;
  for (std::size_t i = 0; i < words.size();) {
    const text::CodePoint c = text::decode(words, i);
    if (at_start && text::is_letter(c.value)) {
      std::size_t end = words.find(' ', i);
      if (end == words.npos) end = words.size();
      if (text::is_upper(c.value))
        has_capital = true;
      else if (end - i > 4 || i == 0)
        return false;
      at_start = false;
    } else if (text::is_space(c.value)) {
      at_start = true;
    } else if (text::is_digit(c.value)) {
      at_start = false;
    }
    i += c.n_bytes;
  }
  return has_capital;
}

std::string_view inner_words(const Layers& layers, const Item& quoted) {
  const QuotedPart& part = layers.segmentation.quoted[static_cast<std::size_t>(quoted.part)];
  return words_of(layers.article.text, part.inner);
}

std::string_view without_closing_marks(std::string_view words) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : {"'", "\"", "’", "”", "»", ")", "]"}) {
      if (!words.ends_with(mark)) continue;
      words.remove_suffix(mark.size());
      again = true;
    }
  }
  return words;
}

bool ends_with_mark(std::string_view words) {
  words = without_closing_marks(words);
  if (words.empty()) return false;
  const char last = words.back();
  return last == '.' || last == ',' || last == '!' || last == '?' || last == '-' ||
         words.ends_with("…") || words.ends_with("—") || words.ends_with("–");
}

void mark_unspoken(const Layers& layers, Outline& outline) {
  for (std::size_t i = 0; i < outline.items.size(); ++i)
    if (outline.items[i].kind == ItemKind::kQuoted)
      outline.items[i].is_spoken = !is_unspoken(layers, outline, i);
}

}  // namespace fabula::quotes
