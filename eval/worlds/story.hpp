// What an invented world knows beyond its days: figures that change, what outlets get wrong, and of
// each sentence what it tells and what of it is new. Only with WorldOptions::story.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "worlds/calendar.hpp"
#include "worlds/kinds.hpp"

namespace fabula::worlds {

inline constexpr std::uint32_t kNone = UINT32_MAX;

enum class FigureKind : std::uint8_t {
#define FABULA_FIGURE(kind, name, unit, is_rounded) kind,
#include "worlds/figure_kinds.def"
#undef FABULA_FIGURE
};
struct FigureTraits {
  std::string_view name;
  std::string_view unit;
  bool is_rounded = false;
};
[[nodiscard]] const FigureTraits& traits_of(FigureKind kind);

enum class Sayer : std::uint8_t { kNobody, kPolice, kOrganisers, kOfficials, kHospital };
[[nodiscard]] std::string_view name_of(Sayer sayer);  // "nobody", "police", ...

// A number of an event, day by day. What changes by the end is the last state.
struct Figure {
  struct State {
    Day from;
    std::uint32_t value = 0;
  };
  std::uint32_t event = 0;
  FigureKind kind = FigureKind::kDead;
  Sayer sayer = Sayer::kNobody;  // whose count it is; kNobody: of whoever says it
  std::vector<State> states;     // by rising day, neighbours differ; never empty

  // The state on that day; before the first one, the first.
  [[nodiscard]] std::uint32_t state_on(Day day) const;
};

// Something one outlet has wrong, in all its articles until it corrects it.
struct Slip {
  enum class Kind : std::uint8_t { kNumber, kDay, kAge };
  Kind kind = Kind::kNumber;
  std::uint32_t outlet = 0;
  std::uint32_t event = kNone;   // of an age kNone
  std::uint32_t figure = kNone;  // of a number: of World::figures
  Role person = Role::kNone;     // of an age
  std::int32_t off = 0;          // added to the number, the day, the age
  bool is_to_correct = false;
  std::optional<Day> corrected;  // from this day on the outlet has it right
};

enum class Modifier : std::uint8_t { kExactly, kAtLeast, kAbout, kMoreThan, kNearly };
[[nodiscard]] std::string_view name_of(Modifier modifier);  // "exactly", "at-least", ...

// A number of an event as a sentence tells it.
struct NumberSaid {
  Range range;  // of the number alone, without modifier and unit
  std::uint32_t figure = kNone;
  std::uint32_t other = kNone;  // the figure added to it: "killed or injured"
  std::uint32_t state = 0;      // of the figure; of two: both in one number
  std::uint32_t value = 0;      // as said
  Modifier modifier = Modifier::kExactly;
  Sayer sayer = Sayer::kNobody;  // who is named for it
  Day as_of;
  bool is_former = false;      // what it was before: "from 12"
  std::uint32_t slip = kNone;  // the fault it comes from
  // What the true number may be for the words to be right.
  [[nodiscard]] std::uint32_t least() const;
  [[nodiscard]] std::uint32_t greatest() const;
};

// What a sentence does with the event it is about.
enum class Telling : std::uint8_t {
  kNothing,     // about no event: people, colour
  kTold,        // says that it happened
  kPlan,        // says that it is to come
  kFigure,      // gives a number of it
  kDetail,      // gives a particular of it
  kMention,     // names it to say something else: anniversaries, time gone by
  kQuote,       // what somebody said of it
  kCorrection,  // takes back what an earlier article of the outlet said
};
[[nodiscard]] std::string_view name_of(Telling telling);

enum class Novelty : std::uint8_t {
  kNew,         // an event, a particular or a number nobody had told before
  kUpdate,      // a number that was known with another value
  kCorrection,  // says that what was told before was wrong
  kRepeat,      // known before
  kBackground,  // the same, of an event more than 3 days ago
  kComment,     // tells nothing that could be known: opinion, colour
};
inline constexpr std::size_t kNovelties = 6;
[[nodiscard]] std::string_view name_of(Novelty novelty);

struct SentencePlace {
  std::uint32_t article = 0;  // of World::articles
  std::uint32_t sentence = 0;
  friend constexpr auto operator<=>(const SentencePlace&, const SentencePlace&) = default;
};

// What a sentence says that could be known before: a key, and for figures the number.
struct Claim {
  std::uint64_t key = 0;
  std::uint32_t event = kNone;
  std::uint32_t number = kNone;  // of StorySentence::numbers
};

struct StorySentence {
  Range range;
  Telling telling = Telling::kNothing;
  std::vector<std::uint32_t> events;  // none or one; see Telling
  std::vector<NumberSaid> numbers;    // in text order
  std::vector<Claim> claims;
  bool has_correction_cue = false;
  std::optional<SentencePlace> corrects;
  // Relative to the articles printed before it: of earlier days, or of the same day and printed
  // earlier (WorldArticle::printed).
  Novelty novelty = Novelty::kComment;
  // As right: the order within a day is not to be seen, and a comment in words that were printed
  // before is a repeat, too.
  std::vector<Novelty> also;
  std::optional<SentencePlace> earlier;  // where it was told first; for kUpdate and kCorrection,
                                         // what is replaced
};

// Accounts that differ: values of one thing that cannot all be right, as articles told them.
struct Conflict {
  Slip::Kind kind = Slip::Kind::kNumber;
  std::uint32_t event = kNone;
  std::uint32_t figure = kNone;  // of a number: the first of its kind at the event
  bool is_combined = false;      // "killed or injured"
  Role person = Role::kNone;     // of an age
  // Not to be counted as missed: the values stand in one article, lie on a rising count, or the
  // outlet that was wrong said so.
  bool is_optional = false;
  // All that is told of the thing can be right, in words that differ (rounded, with a bound,
  // changed from day to day, a year older): what must not be reported.
  bool agrees = false;
  struct Account {
    std::uint32_t article = 0;  // of World::articles
    Range range;                // of the number, the time or the age
    std::int64_t value = 0;     // a day: days since 1970; an age: years
    std::uint32_t slip = kNone;
  };
  std::vector<Account> accounts;  // by (article, range)
};

}  // namespace fabula::worlds
