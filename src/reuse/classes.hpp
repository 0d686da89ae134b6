// What kind of sharing a passage is.
//
//   furniture  most words on both sides stand in furniture of the page, or an outlet prints them
//              day after day, or they invite the reader to something (invitations.hpp), or are
//              headlines of other articles (link_lists.hpp)
//   credit     a few words that name an agency or its rights, or say whose opinion it is
//   chance     a short run of words that many articles hold, or of names with their titles, or a
//              stock phrase of the trade
//   quote      the words stand between quotation marks on both sides
//   release    long, and one of the two carries the credit of a press release service
//   agency     long, and one of the two carries an agency's credit
//   self       the same outlet
//   copy       all others
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "reuse/corpus.hpp"
#include "reuse/pile_words.hpp"

namespace fabula::reuse {

enum class SharedClass : std::uint8_t {
  kCopy,
  kAgency,
  kRelease,
  kQuote,
  kSelf,
  kFurniture,
  kCredit,
  kChance
};

// The export's `class`: "copy", "agency", ...
[[nodiscard]] std::string_view name_of(SharedClass type);
// The rule's id: "reuse.class.copy", ...
[[nodiscard]] std::string_view rule_of(SharedClass type);
// Is it left out of views, groups and lineage?
[[nodiscard]] constexpr bool is_hidden(SharedClass type) {
  return type == SharedClass::kFurniture || type == SharedClass::kCredit ||
         type == SharedClass::kChance;
}

// Shorter passages are not taken for an agency's (but see agency_text.hpp): both may have heard the
// sentence.
inline constexpr std::uint32_t kAgencyWords = 40;

// What is known of the two sides of a passage.
struct PassageSide {
  std::span<const WordCode> words;  // of the passage
  std::string_view text;            // the same in the frozen text
  std::uint32_t outlet = 0;         // as Imprint::outlet
  const Credit* credit = nullptr;   // of the article; may be null
};

[[nodiscard]] SharedClass classify(const PileWords& pile, const PassageSide& a,
                                   const PassageSide& b);

// Why it is of this class, as a plain sentence. `knows_a`: the outlet of article a is known.
[[nodiscard]] std::string reason_of(SharedClass type, bool knows_a, bool knows_b);

}  // namespace fabula::reuse
