// What was changed on the way from one telling of a passage to the other, exact to the character.
//
//   a   "We warned them three times last year, and nobody came," said Mayor Tarn.
//   b   “We warned [the council] three times ... and no one came,” said Mayor Tarn.
//       mark "→“ · bracket them→[the council] · ellipsis last year,→... · replace nobody→no one ·
//       mark "→”
//
// The bytes between two edits are equal in both, so a with the bytes of every edit exchanged is b:
// whoever wants to check a script needs nothing but the two texts.
//
// op            what was → what is now; the rule
// cut           dropped words: "nobody, he said, came" → "nobody came"
// insert        words put in: "nobody came" → "nobody at all came"
// replace       other words stand there: "shut" → "closed"; also what no rule below is sure of
// case          the same letters: "THE COUNCIL" → "The council"
// mark          punctuation and typography: " → “, ' → ’, -- → —, "U.S." → "US", a comma more
// space         white space, line breaks, soft hyphens, a word parted at the end of a line
// ellipsis      dropped words with a sign for it: "three times last year" → "three ... last year"
// restored      the words that the sign stood for: the other way round
// sic           "[sic]" put in
// bracket       an editor's words in square brackets for others, or put in: "they" → "[the
// council]",
//               "the vote" → "the [second] vote", "We" → "[w]e"
// unbracket     the other way round; "[sic]" taken out
// censor        letters hidden: "damned" → "d***ed", "d---", "[expletive]"
// uncensor      the other way round
// spelling      a regular variant of one word: "harbour" → "harbor", "organise" → "organize",
//               "theatre" → "theater", "travelled" → "traveled", "café" → "cafe", "co-operate" →
//               "cooperate", "long-term" → "long term", "and" → "&"
// number        the same number: "2,000" → "2000" → "two thousand"; "per cent" → "percent" → "%"
// attribution   who said it, put between two halves of a quotation, or taken out of it:
//               "we warned them last year" → "we warned them,” she said, “last year"
// pronoun       one personal pronoun for another: "we" → "they"
// tense         another tense of one verb: "is" → "was", "warn" → "warned"
//
// A moved stretch is no edit: it is a passage of its own.
//
// Form: edits rise and do not overlap; ranges are bytes of the two frozen texts, on code point
// boundaries. An edit takes in whole words, or only what stands between them; of `cut`, `b` is
// empty, of `insert`, `a`; both lie where a sentence or a word begins or ends.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/pile.hpp"

namespace fabula::reuse {

// Equal words are those between the edits and those of which only case, marks or space changed;
// aligned ones are all, an exchanged pair counted once.
struct ScriptWords {
  std::uint32_t equal = 0;
  std::uint32_t aligned = 0;
};

// Finds scripts and keeps its memory from call to call; one a thread.
//
// a, b     stretches of valid UTF-8 under 4 GiB, on code point boundaries; best from word to word
// same     in, same out: the script depends on the bytes of the two ranges only
// cost     equal stretches: a comparison of bytes. Else the words near the changes are aligned, a
//          few changed ones at a time. Where hundreds of words in a row differ the work is cut
//          short and one `replace` stands for them: never more than about 500 steps a word
// memory   60 bytes a word of the longest stretch without eight equal words in a row
class EditFinder {
 public:
  EditFinder();
  ~EditFinder();
  EditFinder(EditFinder&&) noexcept;
  EditFinder& operator=(EditFinder&&) noexcept;

  // Puts the script that makes `b` of `a` into `edits`, replacing what was in it.
  void find(std::string_view a_text, Range a, std::string_view b_text, Range b,
            std::vector<TextEdit>& edits);

  // Words of the two stretches by what their script says of them; `b` has `n_b_words`. Cost: linear
  // in the bytes of the edits.
  [[nodiscard]] ScriptWords count_words(std::string_view a_text, std::string_view b_text,
                                        std::uint32_t n_b_words, std::span<const TextEdit> edits);

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

// The same with memory of its own.
[[nodiscard]] std::vector<TextEdit> edit_script(std::string_view a_text, Range a,
                                                std::string_view b_text, Range b);

// `b` made of `a` by the script: the law that every script keeps.
[[nodiscard]] std::string replay(std::string_view a_text, Range a, std::string_view b_text,
                                 std::span<const TextEdit> edits);

}  // namespace fabula::reuse
