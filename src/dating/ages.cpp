#include "dating/ages.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "dating/unnamed_ages.hpp"
#include "language/telling.hpp"
#include "language/verbs.hpp"
#include "text/one_of.hpp"
#include "text/person_nouns.hpp"
#include "text/utf8.hpp"

namespace fabula::dating {

using language::kPastForm;
using language::kPresentForm;
using language::sentence_at;
using language::verb_of;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Number {
  int value = 0;
  std::size_t n_bytes = 0;
};

// A number of one to three figures at the head of `text`.
std::optional<Number> figures(std::string_view text) {
  std::size_t n = 0;
  int value = 0;
  while (n < text.size() && is_digit(text[n]) && n < 4) value = value * 10 + (text[n++] - '0');
  if (n == 0 || n > 3 || text[0] == '0' || value > 125) return std::nullopt;
  if (n < text.size() && (is_letter(text[n]) || text[n] == '%')) return std::nullopt;
  return Number{value, n};
}

constexpr std::array<std::string_view, 20> kNumbers = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};

// "four", "18": a word or figures.
std::optional<int> number_of(std::string_view word) {
  if (const auto n = figures(word); n && n->n_bytes == word.size()) return n->value;
  const std::string lower = text::ascii_lower(word);
  for (std::size_t i = 1; i < kNumbers.size(); ++i)
    if (lower == kNumbers[i]) return static_cast<int>(i);
  return std::nullopt;
}

// Somebody dies in this sentence: the age is that of then.
bool tells_a_death(std::string_view sentence) {
  const std::string lower = text::ascii_lower(sentence);
  for (std::size_t at = 0; at < lower.size();) {
    while (at < lower.size() && !is_letter(lower[at])) ++at;
    std::size_t end = at;
    while (end < lower.size() && is_letter(lower[end])) ++end;
    if (text::is_one_of(std::string_view(lower).substr(at, end - at), "died", "dies", "dead",
                        "killed", "murdered", "death", "drowned", "victim", "victims", "slain",
                        "late", "killing", "murder", "stabbed", "fatally", "funeral", "buried",
                        "shot", "shooting", "slaying", "slayings", "lynched"))
      return true;
    at = end;
  }
  return false;
}

// "was 20 when", "were 6 when": an age of then; those beside it are of then, too.
bool tells_an_age_then(std::string_view sentence) {
  for (std::size_t at = sentence.find(" when "); at != sentence.npos;
       at = sentence.find(" when ", at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_digit(sentence[begin - 1])) --begin;
    const std::string_view before = sentence.substr(0, begin);
    if (begin < at && (before.ends_with(" was ") || before.ends_with(" were "))) return true;
  }
  return false;
}

// "2013", by itself
bool names_a_year(std::string_view words) {
  const auto is_inner = [](char c) { return is_digit(c) || is_letter(c) || c == ',' || c == '$'; };
  for (std::size_t at = 0; at < words.size();) {
    if (!is_digit(words[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < words.size() && is_digit(words[end])) ++end;
    const std::string_view figures = words.substr(at, end - at);
    const bool is_year = figures.size() == 4 && (figures[0] == '1' || figures[0] == '2') &&
                         (figures[1] == '9' || figures[1] == '0');
    if (is_year && (at == 0 || !is_inner(words[at - 1])) &&
        (end == words.size() || (!is_letter(words[end]) && words[end] != '%')))
      return true;
    at = end;
  }
  return false;
}

class AgeFinder {
 public:
  explicit AgeFinder(const AnnotatedArticle& article)
      : article_(article), text_(article.article.text) {
    for (const Quote& quote : article.quotes)
      if (quote.kind == QuoteKind::kDirect)
        quoted_.insert(quoted_.end(), quote.parts.begin(), quote.parts.end());
    std::sort(quoted_.begin(), quoted_.end());
  }

  std::vector<AgeClue> find() {
    for (const Sentence& sentence : article_.segmentation.sentences) {
      const Role role = article_.article.paragraphs[sentence.paragraph].role;
      if (role != Role::kBody && role != Role::kHeading && role != Role::kCaption) continue;
      read(sentence.range);
    }
    add_epithets();
    for (AgeClue& clue : find_unnamed_ages(article_, found_)) found_.push_back(std::move(clue));
    std::ranges::stable_sort(found_, {}, &AgeClue::range);
    std::vector<AgeClue> out;
    for (const AgeClue& clue : found_)
      if (std::ranges::none_of(out, [&](const AgeClue& other) {
            return std::tie(other.thing, other.unnamed, other.n, other.is_months) ==
                   std::tie(clue.thing, clue.unnamed, clue.n, clue.is_months);
          }))
        out.push_back(clue);
    return out;
  }

 private:
  void read(Range sentence) {
    const std::string_view words = words_of(text_, sentence);
    if (std::ranges::none_of(words, is_digit) && words.find("-old") == words.npos) return;
    if (tells_a_death(words) || tells_an_age_then(words)) return;
    const auto& mentions = article_.names.mentions;
    auto first = std::ranges::lower_bound(mentions, sentence.begin, {},
                                          [](const Mention& m) { return m.range.begin; });
    for (auto m = first; m != mentions.end() && m->range.end <= sentence.end; ++m)
      if (is_person(m->thing)) read_behind(*m, sentence);
    for (std::size_t at = words.find("-old"); at != words.npos; at = words.find("-old", at + 4))
      read_year_old(sentence, sentence.begin + static_cast<std::uint32_t>(at));
  }

  [[nodiscard]] bool is_person(std::uint32_t thing) const {
    return article_.names.things[thing].kind == NameKind::kPerson;
  }

  [[nodiscard]] bool is_quoted(Range range) const {
    return std::ranges::any_of(quoted_, [&](Range part) { return part.overlaps(range); });
  }

  void add(Range range, std::uint32_t thing, int n, bool is_months, bool is_named) {
    if (is_quoted(range)) return;
    found_.push_back({range, static_cast<std::int32_t>(thing), n, is_months, is_named, {}});
  }

  // "Lena Voss, 35," "Lena Voss (35)"
  void read_behind(const Mention& mention, Range sentence) {
    const std::string_view behind = words_of(text_, Range{mention.range.end, sentence.end});
    // "the elder Voss, 79": not the one whom the name alone means. "In 2013 Voss, 43,": of then.
    const std::string_view before = words_of(text_, Range{sentence.begin, mention.range.begin});
    for (const std::string_view which : {"elder ", "younger ", "senior ", "junior "})
      if (before.ends_with(which)) return;
    if (names_a_year(before)) return;
    for (const std::string_view lead : {", who is now ", ", who is ", ", who turned ", ", aged ",
                                        ", now ", ", age ", ", a ", ", ", " ("}) {
      if (!behind.starts_with(lead)) continue;
      const std::string_view rest = behind.substr(lead.size());
      const auto number = figures(rest);
      if (!number) continue;
      const std::string_view after = rest.substr(number->n_bytes);
      const bool is_closed =
          lead == " ("     ? after.starts_with(")")
          : lead == ", a " ? after.starts_with("-year-old")
                           : after.empty() || after.starts_with(",") || after.starts_with(".") ||
                                 after.starts_with("-year-old") || after.starts_with(" and ") ||
                                 after.starts_with(";") || lead.size() > 2;
      if (!is_closed || after.starts_with(" at the time") || after.starts_with(", at the time") ||
          is_decimal(after))
        return;
      const auto end = static_cast<std::uint32_t>(mention.range.end + lead.size() +
                                                  number->n_bytes + (lead == " (" ? 1 : 0));
      add({mention.range.begin, end}, mention.thing, number->value, false, true);
      return;
    }
    const std::size_t n_bytes = apposition_before_age(behind);
    if (n_bytes == 0) return;
    const std::string_view rest = behind.substr(n_bytes);
    const auto number = figures(rest);
    if (!number) return;
    const std::string_view after = rest.substr(number->n_bytes);
    if (is_decimal(after) || (!after.starts_with(",") && !after.starts_with(".") &&
                              !after.starts_with(" and ") && !after.starts_with(";")))
      return;
    const auto end = static_cast<std::uint32_t>(mention.range.end + n_bytes + number->n_bytes);
    add({mention.range.begin, end}, mention.thing, number->value, false, true);
  }

  // "Lena Voss, a harbour pilot, 35," : behind what she is. The bytes from the name to the number.
  [[nodiscard]] static std::size_t apposition_before_age(std::string_view behind) {
    std::size_t at = 0;
    for (const std::string_view lead : {", a ", ", an ", ", the "})
      if (behind.starts_with(lead)) at = lead.size();
    if (at == 0) return 0;
    constexpr std::size_t kMostBytes = 48;
    for (; at < behind.size() && at < kMostBytes && behind[at] != ','; ++at) {
      const char c = behind[at];
      if (!is_letter(c) && c != ' ' && c != '-' && c != '\'') return 0;
    }
    if (at + 2 > behind.size() || behind[at] != ',' || behind[at + 1] != ' ') return 0;
    return at + 2;
  }

  static bool is_decimal(std::string_view after) {
    return after.size() > 1 && (after[0] == '.' || after[0] == ',') && is_digit(after[1]);
  }

  // The "-old" of "35-year-old" at `old`.
  void read_year_old(Range sentence, std::uint32_t old) {
    const std::string_view before = words_of(text_, Range{sentence.begin, old});
    bool is_months = false;
    std::size_t cut = 0;
    if (before.ends_with("-year")) {
      cut = before.size() - 5;
    } else if (before.ends_with("-month")) {
      is_months = true;
      cut = before.size() - 6;
    } else {
      return;
    }
    std::size_t begin = cut;
    while (begin > 0 && (is_letter(before[begin - 1]) || is_digit(before[begin - 1]))) --begin;
    const auto n = number_of(before.substr(begin, cut - begin));
    if (!n || (begin > 0 && before[begin - 1] == '-')) return;
    // "their 2013 choice of the 43-year-old Voss": of then.
    if (names_a_year(before.substr(0, begin))) return;
    const auto from = static_cast<std::uint32_t>(sentence.begin + begin);
    const auto to = static_cast<std::uint32_t>(old + 4);
    if (const Mention* named = named_behind(to, sentence.end)) {
      add({from, named->range.end}, named->thing, *n, is_months, true);
      return;
    }
    const std::string_view lead = before.substr(0, begin);
    // "I was the 35-year-old nominee": of then.
    for (const std::string_view then : {" was the ", " were the ", " as the ", " became the "})
      if (lead.ends_with(then)) return;
    const bool is_definite =
        text::ascii_lower(lead.substr(lead.size() < 4 ? 0 : lead.size() - 4)) == "the " ||
        text::ascii_lower(lead) == "the ";
    if (is_definite && !is_months && is_alone(to, sentence.end))
      epithets_.push_back({{from - 4, to}, *n});
  }

  // Whose "the 35-year-old" is: of whom the article tells that age beside a name, which then says
  // it already; else of the main person, where the person named last before is that one, and
  // nothing else is told of their age.
  void add_epithets() {
    const auto main = main_person();
    if (!main) return;
    const std::vector<AgeClue> named = found_;
    for (const auto& [range, n] : epithets_) {
      const bool is_told = std::ranges::any_of(named, [&](const AgeClue& clue) {
        return !clue.is_months && (clue.n == n || clue.thing == static_cast<std::int32_t>(*main));
      });
      if (!is_told && spoken_of_before(range.begin) == static_cast<std::int32_t>(*main))
        add(range, static_cast<std::uint32_t>(*main), n, false, false);
    }
  }

  // Of whom the text speaks before this byte: the first person of the last sentence that names one.
  // -1: nobody, or somebody named in the same sentence, who would be "she" there.
  [[nodiscard]] std::int32_t spoken_of_before(std::uint32_t at) const {
    const auto& mentions = article_.names.mentions;
    const auto begin_of = [](const Mention& m) { return m.range.begin; };
    auto last = std::ranges::lower_bound(mentions, at, {}, begin_of);
    while (last != mentions.begin() && !is_person((last - 1)->thing)) --last;
    if (last == mentions.begin()) return -1;
    const Range sentence = sentence_at(article_, (last - 1)->range);
    if (sentence.empty() || sentence.end > at) return -1;
    auto first = std::ranges::lower_bound(mentions, sentence.begin, {}, begin_of);
    while (!is_person(first->thing)) ++first;
    return static_cast<std::int32_t>(first->thing);
  }

  // "a 35-year-old Voss neighbour": the name ends at this byte.
  [[nodiscard]] bool describes_somebody(std::uint32_t at) const {
    std::string_view behind = std::string_view(text_).substr(at);
    if (!behind.starts_with(" ")) return false;
    behind.remove_prefix(1);
    std::size_t n = 0;
    while (n < behind.size() && is_letter(behind[n])) ++n;
    return text::is_person_noun(behind.substr(0, n));
  }

  // A person named behind the age, with nothing but a few lower-case words between.
  [[nodiscard]] const Mention* named_behind(std::uint32_t at, std::uint32_t end) const {
    const auto& mentions = article_.names.mentions;
    const auto next =
        std::ranges::lower_bound(mentions, at, {}, [](const Mention& m) { return m.range.begin; });
    constexpr std::uint32_t kMostBytes = 40;
    if (next == mentions.end() || next->range.end > end || next->range.begin - at > kMostBytes ||
        !is_person(next->thing) || describes_somebody(next->range.end))
      return nullptr;
    const std::string_view between = words_of(text_, Range{at, next->range.begin});
    int n_words = 0;
    for (std::size_t i = 0; i < between.size(); ++i) {
      const char c = between[i];
      if (c != ' ' && c != '-' && !(c >= 'a' && c <= 'z')) return nullptr;
      if (c == ' ') ++n_words;
    }
    constexpr int kMostWords = 5;
    if (n_words > kMostWords) return nullptr;
    for (const std::string_view no :
         {" of ", " told ", " and ", " with ", " by ", " to ", " in ", " at ", " from ", " said ",
          " for ", " his ", " her ", " their ", " its ", " the ", " a ", " whose ", " who "})
      if (between.find(no) != between.npos) return nullptr;
    return &*next;
  }

  // "the 35-year-old took", "the 35-year-old singer took": not what the age only describes ("the
  // 35-year-old bridge"), and not one of several ("a voter" of whom the article told before).
  [[nodiscard]] bool is_alone(std::uint32_t at, std::uint32_t end) const {
    std::string_view behind = words_of(text_, Range{at, end});
    if (!behind.starts_with(" ")) return !behind.starts_with("-");
    const std::string word = next_word(behind);
    // Somebody here, though they can be things elsewhere.
    const bool is_somebody =
        text::is_person_noun(word) || text::is_one_of(word, "star", "model", "lead", "guard",
                                                      "icon", "native", "professional", "local");
    if (!is_somebody) return goes_on(word);
    return goes_on(next_word(behind)) && !was_introduced(word, at);
  }

  // The word behind a space, in small letters; takes both off `rest`.
  static std::string next_word(std::string_view& rest) {
    rest.remove_prefix(std::min<std::size_t>(rest.size(), 1));
    std::size_t n = 0;
    while (n < rest.size() && (is_letter(rest[n]) || rest[n] == '-')) ++n;
    const std::string word = text::ascii_lower(rest.substr(0, n));
    rest.remove_prefix(n);
    return word;
  }

  // Can the word stand behind a subject?
  static bool goes_on(std::string_view word) {
    const std::uint8_t uses = verb_of(word).uses;
    return (uses & (kPastForm | kPresentForm)) != 0 ||
           text::is_one_of(word, "is", "has", "will", "who", "and", "also", "said", "says");
  }

  // "a voter", "a retired voter": before this byte.
  [[nodiscard]] bool was_introduced(std::string_view noun, std::uint32_t before) const {
    const std::string_view text = std::string_view(text_).substr(0, before);
    constexpr std::size_t kFarthest = 24;  // bytes, between the article and the noun
    for (std::size_t at = text.find(noun); at != text.npos; at = text.find(noun, at + 1)) {
      const std::size_t begin = at - std::min(at, kFarthest);
      const std::string lead = " " + text::ascii_lower(text.substr(begin, at - begin));
      const std::size_t stop = lead.find_last_of(".,;:\n");
      const std::string_view phrase = std::string_view(lead).substr(stop == lead.npos ? 0 : stop);
      if (phrase.find(" a ") != phrase.npos || phrase.find(" an ") != phrase.npos) return true;
    }
    return false;
  }

  // Who is named far more often than anybody else.
  [[nodiscard]] std::optional<std::size_t> main_person() {
    const auto& things = article_.names.things;
    std::optional<std::size_t> best;
    std::uint32_t second = 0;
    for (std::size_t i = 0; i < things.size(); ++i) {
      if (things[i].kind != NameKind::kPerson) continue;
      if (!best || things[i].n_mentions > things[*best].n_mentions) {
        if (best) second = std::max(second, things[*best].n_mentions);
        best = i;
      } else {
        second = std::max(second, things[i].n_mentions);
      }
    }
    if (!best || 2 * things[*best].n_mentions < 3 * second) return std::nullopt;
    return best;
  }

  const AnnotatedArticle& article_;
  std::string_view text_;
  std::vector<Range> quoted_;
  std::vector<AgeClue> found_;
  struct Epithet {
    Range range;
    int n;
  };
  std::vector<Epithet> epithets_;  // "the 35-year-old"
};

}  // namespace

std::vector<AgeClue> find_ages(const AnnotatedArticle& article) {
  return AgeFinder(article).find();
}

}  // namespace fabula::dating
