// How the days of a line of the timeline are known, and why those of some are not.
//
//   stated     words of the articles give the date in full: "on 3 March 2025"
//   read       they give it by another day: "on Monday", in an article whose day is stated
//   told       no word says when; it was told by the day its article appeared
//   inferred   as one of the two before, from a day that other articles prove for the article
//   unknown    nothing says when
//
// Where several articles tell a line, the surest counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "model/pile.hpp"

namespace fabula::render {

enum class DaysBasis : std::uint8_t { kStated, kRead, kTold, kInferred, kUnknown };  // surest first
[[nodiscard]] std::string_view name_of(DaysBasis basis);  // "stated", "read", ...

struct EventDays {
  DaysBasis basis = DaysBasis::kUnknown;
  std::optional<Span> words;  // of the time that gives them; those of the line before others
};

// Cost: linear in the times of the sentences that tell the event.
[[nodiscard]] EventDays days_of(const Pile& pile, const Event& event);

// "stated" · "stated as “3 March 2025”", where the line itself does not say it · "read from “on
// Monday”" · "told by then" · "inferred"; before it "planned; " and the like where it did not
// simply happen
[[nodiscard]] std::string basis_text(const Pile& pile, const Event& event, const EventDays& days);

// Plain sentences, at least one: why nothing says when `event`, one without any day, took place.
[[nodiscard]] std::vector<std::string> undated_reasons(const Pile& pile, const Event& event);

// The same of an article of which not a day is known.
[[nodiscard]] std::vector<std::string> undated_reasons(const Article& article);

}  // namespace fabula::render
