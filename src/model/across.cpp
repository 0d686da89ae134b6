#include "model/across.hpp"

#include <algorithm>

namespace fabula {
namespace {

Range here(const TextEdit& edit, Side side) { return side == Side::kA ? edit.a : edit.b; }

}  // namespace

Range across(const ReuseLink& link, Side side, Range range) {
  const Range from = side_of(link, side).range;
  const Range to = side_of(link, other(side)).range;
  range = {std::max(range.begin, from.begin), std::min(range.end, from.end)};
  if (range.begin >= range.end) return {to.begin, to.begin};
  if (link.edits.empty() && from.size() != to.size()) return to;

  // Equal bytes lie between the edits: a place there keeps its distance from the edit before it.
  Range mapped{to.begin + (range.begin - from.begin), to.begin + (range.end - from.begin)};
  for (const TextEdit& edit : link.edits) {
    const Range e = here(edit, side);
    const Range f = here(edit, other(side));
    if (e.end <= range.begin)
      mapped.begin = f.end + (range.begin - e.end);
    else if (e.begin < range.begin)
      mapped.begin = f.begin;
    if (e.begin >= range.end) break;
    mapped.end = range.end >= e.end ? f.end + (range.end - e.end) : f.end;
  }
  return mapped.begin <= mapped.end ? mapped : Range{mapped.end, mapped.end};
}

}  // namespace fabula
