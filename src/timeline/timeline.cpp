#include "timeline/timeline.hpp"

namespace fabula::timeline {
std::vector<Event> build_timeline(const Pile&) { return {}; }
}  // namespace fabula::timeline
