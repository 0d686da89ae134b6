#include "times/times.hpp"

namespace fabula::times {
std::vector<TimeExpression> find_times(const Article&, const Segmentation&, const std::vector<Quote>&) { return {}; }
}  // namespace fabula::times
