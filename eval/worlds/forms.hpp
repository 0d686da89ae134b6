// The wordings invented news is written with: rows of the tables *_forms_table.inc.
//
// A wording is text with marks (see author.hpp for what they become):
//   {slot}    a name, a person, a time ...      [a|b]   one of these
//   <words>   the span of the evidence that the wording is about
// Each row belongs to one paraphrase set or to all (kEverySet).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "news/random.hpp"
#include "worlds/kinds.hpp"

namespace fabula::worlds {

enum class Form : std::uint8_t {
  kTold,    // that it has happened: a sentence
  kPlan,    // that it is to come: a sentence
  kHead,    // a title
  kAfter,   // what stands after "two weeks after"
  kNoun,    // what stands after "the anniversary of"
  kDetail,  // a further sentence
};
enum class Fact : std::uint8_t {
  kTurned,
  kTurns,
  kBirthdayEve,
  kWouldHaveTurned,
  kChildInMonths,
  kChildInWeeks,
  kChildInYears,
  kPregnant,
  kDue,
  kYearInOffice,
  kOfficeSince,
  kNowAndThen,
  kWasThen,
  kBornOn,
  kLives,
  kMissing,
  kSince,
  kOffset,
  kAnniversaryPast,
  kAnniversaryToday,
  kAnniversaryAhead,
  kElapsed,
  kProfile
};
enum class Frame : std::uint8_t {
  kSource,
  kQuoted,
  kQuotedLater,
  kSpoken,
  kCredit,
  kCopyCredit,
  kRetroTitle,
  kProfileTitle,
  kPreviewTitle
};
enum class Manner : std::uint8_t {
  kAged,
  kPlain,
  kRelated,
  kOfficial,
  kTitled,
  kThenAged,
  kDead,
  kJustDead,
  kAgain,
  kAgainAged
};

inline constexpr std::uint32_t kEverySet = UINT32_MAX;

struct TimeForm {
  EvidenceKind kind;
  std::uint32_t set;
  std::uint32_t weight;
  std::string_view words;
};
struct QuoteForm {
  Role speaker;
  std::string_view words;
};

[[nodiscard]] constexpr bool is_in_set(std::uint32_t row_set, std::uint32_t set) {
  return row_set == kEverySet || row_set == set;
}

// One wording of the set, drawn at random; empty when the table has none.
[[nodiscard]] std::string_view pick(EventKind kind, Form form, std::uint32_t set,
                                    news::Random& random);
[[nodiscard]] std::string_view pick(Fact fact, std::uint32_t set, news::Random& random);
[[nodiscard]] std::string_view pick(Frame frame, std::uint32_t set, news::Random& random);
[[nodiscard]] std::string_view pick(Manner manner, std::uint32_t set, news::Random& random);

// In table order.
[[nodiscard]] std::vector<std::string_view> details_of(EventKind kind);
[[nodiscard]] std::vector<QuoteForm> quotes_of(EventKind kind);
[[nodiscard]] std::span<const TimeForm> time_forms();

}  // namespace fabula::worlds
