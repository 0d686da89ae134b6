// Is it told that something did not happen, or that somebody denies it?
//
//   She did not resign. · No arrests were made. · Nobody was hurt.       not
//   The town denied that she had resigned, and reports of a strike.      denied
//
// Neither:  She not only resigned … · He was not arrested until Monday. · She did not deny that she
//           had resigned. · Orr, who denied the theft, was sentenced on Monday.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "language/sentence_words.hpp"

namespace fabula::language {

enum class Denial : std::uint8_t {
  kNone,
  kNot,     // the sentence says so itself
  kDenied,  // it says that somebody does, or that it is untrue
};

// Of the verb, or the noun that stands for one ("arrests"), that is words[at]. What stands between
// it and what denies it is looked at, up to 20 words; a clause of its own between them ends it.
[[nodiscard]] Denial denial_of(std::span<const SentenceWord> words, std::size_t at, bool is_noun);

}  // namespace fabula::language
