// Plain sentences about who copied whom: facts, no verdicts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/reason.hpp"
#include "reconcile/lineage.hpp"

namespace fabula::reconcile::reasons {

// "on 2031-05-02", "in 2031-05", "between ..."; requires a known date.
[[nodiscard]] std::string when_of(const Member& member);
// "The first article was published on 2031-05-02, the second on 2031-05-03", then `rest`, which
// ends the sentence.
[[nodiscard]] Reason two_dates(const Member& first, const Member& second, std::string_view rest);
// "4 words", "one word", "no words"
[[nodiscard]] std::string count_words(std::uint32_t n);
[[nodiscard]] std::string the_sign(Sign sign);

}  // namespace fabula::reconcile::reasons
