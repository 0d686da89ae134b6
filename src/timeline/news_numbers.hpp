// Numbers of a sentence, with what they count.
//
//   At least 7 people died       7, at least, of people, dead
//   14 boats sank                14, of boats
//   rose to 3.5 million euros    3,500,000, money
//
// Only for the question whether a later sentence gives another number for the same thing: years,
// dates, ordinals and "one" are not read, and ages are marked: they change by themselves.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/common_words.hpp"
#include "timeline/news_words.hpp"

namespace fabula::timeline {

// What became of those who are counted, as bits.
enum Fate : std::uint8_t { kDead = 1, kHurt = 2, kMissing = 4, kHeld = 8, kSick = 16, kSaved = 32 };

struct CountTold {
  enum class Unit : std::uint8_t { kThings, kMoney, kPercent };
  enum class Bound : std::uint8_t { kNone, kAbout, kAtLeast, kAtMost };

  double value = 0;
  Unit unit = Unit::kThings;
  Bound bound = Bound::kNone;
  bool is_rate = false;    // "a day", "per week"
  bool is_age = false;     // "Vera Bell, 43,", "(43)", "was 43 when"
  bool is_former = false;  // "up from 7", "previously 7", "it had been 7": what it was before
  bool is_by_had = false;  // only "had" says that it is a former one
  std::uint8_t fates = 0;  // of Fate
  std::vector<text::WordKey> of;  // stems of up to three words behind it, in order
  std::uint32_t first_word = 0;   // [first_word, last_word) of the sentence's words
  std::uint32_t last_word = 0;
};

// How a number stands to an earlier one.
enum class Change : std::uint8_t { kOther, kSame, kMore, kLess };

// kOther: they do not count the same thing. kSame: the values are equal, by rounding too, or one
// is a bound that the other keeps.
[[nodiscard]] Change change_of(const CountTold& now, const CountTold& before);

// In text order. `is_date[i]`: the i-th word belongs to a time expression. Linear.
[[nodiscard]] std::vector<CountTold> find_counts(std::span<const NewsWord> words,
                                                 const std::vector<bool>& is_date);

}  // namespace fabula::timeline
