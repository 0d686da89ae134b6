// Why a quotation is given to its speaker: the words of the text, and how they lead to a name.
#pragma once

#include <string>
#include <string_view>

#include "model/pile.hpp"
#include "render/pile_index.hpp"

namespace fabula::render {

// One sentence: "'she' is Ana Lopes, last named before it in '... told by Lopes ...'; 'Lopes' and
// 'Ana Lopes' are one person: a surname alone, ..."; empty for a quotation without a speaker.
// `pile` has its speakers named (name_speakers).
[[nodiscard]] std::string speaker_reason(const Pile& pile, const PileIndex& index, RecordRef quote);

// Is it "she", "they", "who", in any case?
[[nodiscard]] bool is_pronoun(std::string_view words);

}  // namespace fabula::render
