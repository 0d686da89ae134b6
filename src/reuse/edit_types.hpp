// What makes two writings of a word one word: spelling, number, mask, person, tense.
//
// Rules of letters and short tables; no dictionary. A rule that is not sure does not fire: the edit
// is then a "replace".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fabula::reuse {

// `folded` (text::fold; one word, or several run together) without accents and apostrophes and in
// one of its regular spellings. Two words of one such form are spelling variants of each other:
//   colour, color · organised, organized · centre, center · travelled, traveled · defence, defense
//   paediatric, pediatric · dialogue, dialog · café, cafe · Müller, Muller · grey, gray
[[nodiscard]] std::string plain_spelling(std::string_view folded);
// False: the two have different plain spellings, as the first letters alone show.
[[nodiscard]] bool may_be_spelled_alike(std::string_view folded, std::string_view other);
// "mueller" for "müller".
[[nodiscard]] std::string umlauts_written_out(std::string_view folded);

// A number however it is written: digits * 10^exponent, digits not ending in 0 unless they are 0.
struct WrittenNumber {
  std::uint64_t digits = 0;
  std::int32_t exponent = 0;
  bool is_ordinal = false;
  friend bool operator==(const WrittenNumber&, const WrittenNumber&) = default;
};

// Reads all of `folded`: "2,000", "2000", "2 000", "two thousand", "2.5 million", "2.5m", "third",
// "3rd", "twenty-five". Nothing for other words and for numbers of more than 18 digits.
[[nodiscard]] std::optional<WrittenNumber> read_number(std::string_view folded);
// May a number begin with this word?
[[nodiscard]] bool begins_number(std::string_view folded_word);

// Is `word` (folded) what `masked` (folded, with its marks) hides? The letters shown at either end
// are those of the word and some are hidden; where none is shown, the number of letters is equal.
//   d***ed, d--ned, d----- hide "damned"; ****** hides any word of six letters
[[nodiscard]] bool hides_word(std::string_view masked, std::string_view word);

// Of what stands in brackets, folded and without the brackets.
[[nodiscard]] bool is_sic(std::string_view content);        // "sic", "sic!"
[[nodiscard]] bool is_expletive(std::string_view content);  // "expletive deleted", "bleep"

// Two personal pronouns of one case: we, they · my, her · we've, they've.
// False: the two are no pronoun or tense pair, as the first letters alone show.
[[nodiscard]] bool may_be_forms(std::string_view folded, std::string_view other);
[[nodiscard]] bool is_pronoun_pair(std::string_view was, std::string_view now);
// Two tenses of one verb, regular or an everyday one: close, closed · is, was · will, would.
[[nodiscard]] bool is_tense_pair(std::string_view was, std::string_view now);

}  // namespace fabula::reuse
