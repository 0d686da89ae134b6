// What happened when: the pile's dated sentences, in the order of the story.
#pragma once

#include <vector>

#include "model/pile.hpp"

namespace fabula::timeline {

// One event for each stretch of time that sentences of the pile tell of, its line one of those
// sentences. Uses articles, people and copies of `pile`. As Pile::events.
[[nodiscard]] std::vector<Event> build_timeline(const Pile& pile);

}  // namespace fabula::timeline
