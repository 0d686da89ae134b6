// Who said what: the quotations of a pile as statements, by who said them.
//
// An utterance that several places quote is one statement, shown in its fullest wording; every
// other quotation is a statement by itself. A speaker is whom most places name, of those that name
// a person or body surely (grades A and B); where none does, whom the place that is shown names.
//
//   Ana Lopes            7 statements      a person of Pile::people
//   Orra Council         2                 a body that articles name
//   "a spokesperson"     3                 words that lead to nobody: not necessarily one person
//   not known            4                 no speaker, or only a pronoun that leads to nobody
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/pile.hpp"
#include "model/utterance.hpp"
#include "render/pile_index.hpp"

namespace fabula::render {

struct Statement {
  RecordRef shown;           // the fullest wording; of several places that have it, the earliest
  RecordRef told;            // the place whose words lead to the speaker: `shown`, if they do
  std::int32_t family = -1;  // index into Pile::families; -1: quoted in one place only
  Utterance utterance;       // of the family
  std::vector<std::uint32_t> places;  // members of the family in order of time; empty without one
  std::uint32_t voice = 0;            // index into WhoSaidWhat::voices
  std::int32_t around = -1;           // the statement inside of whose shown words `shown` stands
  std::vector<std::uint32_t> inside;  // statements that stand inside this one
};

enum class VoiceKind : std::uint8_t { kNamed, kDescribed, kUnknown };

struct Voice {
  VoiceKind kind = VoiceKind::kUnknown;
  std::string name;                       // of the person or body; the words; empty when unknown
  std::int32_t person = -1;               // index into Pile::people
  std::vector<std::uint32_t> statements;  // by the day of their first place, without a day last
  std::uint32_t n_articles = 0;           // that quote or report a statement of it
};

struct WhoSaidWhat {
  std::vector<Statement> statements;  // by `shown`
  // Named ones, then described, then unknown; of a kind, who says most first, then by name.
  std::vector<Voice> voices;
};

// `pile` has its speakers named (name_speakers). Cost: n log n in its quotations.
[[nodiscard]] WhoSaidWhat who_said_what(const Pile& pile, const PileIndex& index);

// Members of a family by the day of publication; those that could be of any earlier day last.
[[nodiscard]] std::vector<std::uint32_t> in_time_order(const Pile& pile, const Family& family);

// How many statements each of Pile::people made.
[[nodiscard]] std::vector<std::uint32_t> count_statements(const Pile& pile);

}  // namespace fabula::render
