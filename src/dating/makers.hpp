// The makers of evidence, one for each kind of words that bears on days.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dating/evidence.hpp"
#include "model/pile.hpp"

namespace fabula::dating {

// What all makers look at.
struct Sources {
  const Pile& pile;
  std::span<const std::vector<TimeRelation>> relations;  // by article, one a time expression
  std::vector<Var> published;                            // by article: the day it appeared

  // Is the day it appeared to be found out?
  [[nodiscard]] bool is_undated(std::uint32_t article) const {
    return pile.articles[article].article.published.basis != DateBasis::kStated;
  }
};

// How sure each kind is; what weighs more stays when two contradict each other.
inline constexpr std::uint32_t kAgeWeight = 90;
inline constexpr std::uint32_t kEpithetAgeWeight = 60;  // "the 35-year-old", nobody named
inline constexpr std::uint32_t kToldWeight = 85;        // "opened on 3 May 2019"
inline constexpr std::uint32_t kSaidWeight = 70;
inline constexpr std::uint32_t kSharedTimeWeight = 70;
inline constexpr std::uint32_t kCopyWeight = 80;

// Ages of one person in several articles ("date.age").
void add_ages(const Sources& sources, Evidence& evidence);
// Dates in full that lie behind the article, or before it ("date.told-past", "date.told-future").
void add_told_dates(const Sources& sources, Evidence& evidence);
// One utterance, quoted by several articles with the time it was made ("date.said").
void add_said_days(const Sources& sources, Evidence& evidence);
// A time in words that an article shares with a dated one ("date.shared-time").
void add_shared_times(const Sources& sources, Evidence& evidence);
// Articles that are but for a little the same ("date.copy").
void add_copies(const Sources& sources, Evidence& evidence);

// The relation's readings as evidence about these days.
[[nodiscard]] std::vector<std::vector<DayConstraint>> bound_to(const TimeRelation& relation,
                                                               Var told, Var meant);

}  // namespace fabula::dating
