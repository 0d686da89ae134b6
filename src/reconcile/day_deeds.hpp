// What happens on one day, as sentences word it (day_deeds_table.inc).
//
//   "was taken into custody"     arrest, of whom stands before
//   "took Bo Marlow into custody"     arrest, of whom stands in the gap
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/sentence_words.hpp"

namespace fabula::reconcile {

enum class DeedForm : std::uint8_t { kSubject, kObject, kThing };

struct DayDeed {
  std::string_view what;
  DeedForm form = DeedForm::kThing;
  std::string_view words;  // one wording
};

struct DayDeedMatch {
  const DayDeed* deed = nullptr;
  std::size_t last = 0;  // behind its last word
  std::size_t gap = 0;   // the first word of the gap; 0: it has none
};

// Those whose wording begins at word `i`. Cost: the wordings that begin with this word.
[[nodiscard]] std::vector<DayDeedMatch> day_deeds_at(
    const std::vector<language::SentenceWord>& words, std::size_t i);

// May what a sentence with this word tells come again some days later?
[[nodiscard]] bool comes_again(std::string_view lower);

}  // namespace fabula::reconcile
