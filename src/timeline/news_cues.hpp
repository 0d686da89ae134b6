// Words of a sentence that say how it stands to what was told before.
//
//   The toll climbed to 9.                   kGrows
//   The toll was corrected to 8.             kRevises
//   ... fewer than previously reported.      kSaidBefore
//   A year after the fire ...                kLooksBack
//   She will appear in court.                kAhead
//   He did not resign.                       kNegates
//   I think that is wrong.                   kOpinion
//   Sign up for our newsletter.              kAppeal, at the beginning only
//   He was convicted of theft.               stages: law, step 4
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "timeline/news_words.hpp"

namespace fabula::timeline {

enum Cue : std::uint16_t {
  kGrows = 1,
  kRevises = 2,     // a number, or a report, was put right
  kSaidBefore = 4,  // something else was said before: put right, or the number has grown
  kLooksBack = 8,
  kAhead = 16,
  kNegates = 32,
  kOpinion = 64,
  kAppeal = 128,
};

// Courses that a case takes, step after step: of law, of a search, of an illness, of an election,
// of a deal.
inline constexpr std::size_t kCourses = 5;

struct Cues {
  std::uint16_t all = 0;  // of Cue
  // The greatest step of each course that the sentence names, from 1; 0: none.
  std::array<std::uint8_t, kCourses> steps{};

  [[nodiscard]] bool has(Cue cue) const { return (all & cue) != 0; }
};

// Linear.
[[nodiscard]] Cues find_cues(std::span<const NewsWord> words);

// Is the lower-case word one that names a step of a course?
[[nodiscard]] bool is_step(std::string_view lower);

}  // namespace fabula::timeline
