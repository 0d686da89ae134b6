// What is known of a statement, in words for people; the page and the Markdown export say the same.
// All of it is plain text: the caller escapes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/pile.hpp"
#include "render/changes.hpp"
#include "render/statements.hpp"

namespace fabula::render {

// "sure", "likely", "unclear"; empty for no speaker.
[[nodiscard]] std::string_view sure_text(Grade grade);

// "Ana Lopes", "“a spokesperson”", "Speaker not known"
[[nodiscard]] std::string voice_title(const Voice& voice);
// "also “Lopes”, “the ferry master” · mayor of Orra · 7 statements in 4 articles"
[[nodiscard]] std::string voice_about(const Pile& pile, const Voice& voice);

// How it was said: "said by “she”", "“told”", "channel: Medium", "said 2 Jun 2024", where known. A
// channel or time that only another place of the family tells comes with that place's source.
[[nodiscard]] std::vector<std::string> manner_texts(const Pile& pile, const Statement& statement,
                                                    const Voice& voice);

// "3 places, first in Marl Echo", "2 places, which is first is not known: of one day"
[[nodiscard]] std::string places_text(const Pile& pile, const Statement& statement);

// "The places name different speakers: Ana Lopes (2), Ben Ives (1)."
[[nodiscard]] std::vector<std::string> conflict_texts(const Pile& pile, const Statement& statement);

// --- one place of a family, by its index into Family::members ---------------------------------
// "first in this pile", "first here, fuller later", "could be the first", "could be earlier"; empty
// for one that is surely not the first.
[[nodiscard]] std::string standing_text(const Pile& pile, const Statement& statement,
                                        std::uint32_t member);
// "the fullest wording", "taken from Marl Echo, word for word", "cut", "altered"
[[nodiscard]] std::string change_text(const Pile& pile, const Statement& statement,
                                      std::uint32_t member);
// "changes a number", "changes a negation and a name"; empty when the meaning stands.
[[nodiscard]] std::string alteration_text(const FamilyMember& member);
// Whom it names, when that is not who the statement is given to: "names Ben Ives".
[[nodiscard]] std::string other_speaker_text(const Pile& pile, const Statement& statement,
                                             const Voice& voice, std::uint32_t member);
// Its words with the changes against its source, or without one against the fullest wording,
// marked; long stretches without a change cut down. Empty when no word is different.
[[nodiscard]] std::vector<Piece> changed_words(const Pile& pile, const Statement& statement,
                                               std::uint32_t member);

}  // namespace fabula::render
