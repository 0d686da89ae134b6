#include "reuse/reuse.hpp"

namespace fabula::reuse {
Result<Reuse> find_reuse(std::span<const AnnotatedArticle>, const ReuseOptions&, const Context&) { return Reuse{}; }
}  // namespace fabula::reuse
