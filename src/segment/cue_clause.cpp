#include "segment/cue_clause.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "segment/glyphs.hpp"
#include "segment/words.hpp"
#include "text/utf8.hpp"

namespace fabula::segment {
namespace {

constexpr auto kCueVerbs = std::to_array<std::string_view>({
#include "segment/cue_verbs_table.inc"
});
static_assert(std::ranges::is_sorted(kCueVerbs));

constexpr auto kPersonWords =
    std::to_array<std::string_view>({"a", "an", "he", "her", "his", "i", "my", "one", "our", "she",
                                     "the", "their", "they", "this", "we", "who", "you"});
static_assert(std::ranges::is_sorted(kPersonWords));

constexpr std::size_t kMaxSubjectWords = 5;

// Can `word` begin the name of who speaks?
bool begins_somebody(std::string_view word) {
  if (text::is_upper(text::decode(word, 0).value)) return true;
  return std::ranges::binary_search(kPersonWords, text::ascii_lower(word));
}

// Is `word` a quotation mark right behind `previous`?
bool is_closing_mark(std::string_view text, const Word& previous, const Word& word) {
  return word.kind == WordKind::kMark && previous.range.end == word.range.begin &&
         glyph_at(text, word.range.begin).is_quotation_mark();
}

}  // namespace

bool is_cue_verb(std::string_view word) {
  constexpr std::size_t kLongest = 12;
  return word.size() <= kLongest && std::ranges::binary_search(kCueVerbs, text::ascii_lower(word));
}

bool begins_cue_clause(std::string_view text, std::span<const Word> words) {
  if (words.empty() || words[0].kind == WordKind::kMark) return false;
  const std::string_view first = words_of(text, words[0].range);
  if (is_cue_verb(first))
    return words.size() > 1 && words[1].kind != WordKind::kMark &&
           begins_somebody(words_of(text, words[1].range));
  if (!begins_somebody(first)) return false;
  for (std::size_t i = 1; i < words.size() && i <= kMaxSubjectWords; ++i) {
    const std::string_view word = words_of(text, words[i].range);
    if (words[i].kind == WordKind::kMark && word != "." && word != "’" && word != "'") return false;
    if (is_cue_verb(word)) return true;
  }
  return false;
}

std::optional<std::uint32_t> find_cue_clause(std::string_view text, Range range) {
  std::vector<Word> words;
  append_words(words_of(text, range), range.begin, words);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string_view mark = words_of(text, words[i].range);
    if (mark != "," && mark != "?" && mark != "!") continue;
    std::size_t next = i + 1;
    while (next < words.size() && is_closing_mark(text, words[next - 1], words[next])) ++next;
    if (begins_cue_clause(text, std::span(words).subspan(next))) return words[next - 1].range.end;
  }
  return std::nullopt;
}

}  // namespace fabula::segment
