#include "reconcile/directions.hpp"

#include <fmt/format.h>

#include "reconcile/reasons.hpp"

namespace fabula::reconcile {
namespace {

// The member before `m` on the chain of copies; -1 when none is sure.
std::int32_t sure_source(const Lineage& lineage, std::uint32_t m) {
  const MemberLineage& member = lineage.members[m];
  const std::int32_t lead = lineage.lead[lineage.text[m]];
  if (member.standing == Standing::kUndecidable && member.from < 0) return lead;
  if (member.from < 0) return -1;
  const std::uint32_t source_text = lineage.text[static_cast<std::size_t>(member.from)];
  return lineage.lead[source_text];
}

// Steps from `b` back to `a`; 0 when `a` is not on the way.
std::uint32_t count_steps(const Lineage& lineage, std::uint32_t a, std::uint32_t b) {
  std::uint32_t n = 0;
  for (std::int32_t at = sure_source(lineage, b); at >= 0;
       at = sure_source(lineage, static_cast<std::uint32_t>(at))) {
    ++n;
    if (static_cast<std::uint32_t>(at) == a) return n;
    if (n > lineage.members.size()) break;
  }
  return 0;
}

Reason why_copied(std::span<const Member> members, const Lineage& lineage, std::uint32_t source,
                  std::uint32_t copy, bool source_is_first, std::uint32_t n_steps) {
  const std::string_view it = source_is_first ? "the second" : "the first";
  const auto& [a, b] = source_is_first ? std::pair(source, copy) : std::pair(copy, source);
  const auto because = [&](std::string_view rest) {
    return reasons::two_dates(members[a], members[b], rest);
  };
  if (n_steps > 1)
    return because(fmt::format("; {} has the words by way of {}.", it,
                               n_steps == 2 ? "another" : fmt::format("{} others", n_steps - 1)));
  if (lineage.text[source] == lineage.text[copy]) return because("; the words are the very same.");
  return because(fmt::format("; {} has {} of its own.", it,
                             reasons::count_words(lineage.members[copy].n_own_words)));
}

// Is it the outlet of `one` that `other` credits?
bool names(const Member& one, const Member& other) {
  return one.outlet.find(other.credit) != std::string_view::npos;
}

// Do both go back to one member, or to members with the same words?
bool are_siblings(const Lineage& lineage, std::uint32_t a, std::uint32_t b) {
  const MemberLineage& x = lineage.members[a];
  const MemberLineage& y = lineage.members[b];
  return x.standing == Standing::kCopy && y.standing == Standing::kCopy &&
         lineage.text[static_cast<std::size_t>(x.from)] ==
             lineage.text[static_cast<std::size_t>(y.from)];
}

Reason why_unknown(std::span<const Member> members, const Lineage& lineage, std::uint32_t a,
                   std::uint32_t b) {
  if (are_siblings(lineage, a, b)) return "Both have the words from another article.";
  if (lineage.text[a] == lineage.text[b]) {
    const std::int32_t lead = lineage.lead[lineage.text[a]];
    if (lead >= 0) return "Both have the very words of an earlier article.";
    return reasons::two_dates(members[a], members[b], "; the words are the very same.");
  }
  for (const std::uint32_t m : {b, a})
    if (!members[m].credit.empty() && !names(members[a], members[m]) &&
        !names(members[b], members[m]))
      return fmt::format(
          "{} {}: both may have the words from there.",
          members[a].credit == members[b].credit ? "Both articles credit" : "One article credits",
          members[m].credit);
  return reasons::two_dates(members[a], members[b], "; the words do not say which way they went.");
}

}  // namespace

Direction tell_direction(std::span<const Member> members, const Lineage& lineage, std::uint32_t a,
                         std::uint32_t b) {
  // Links without a date may lie between: a copy is never older than its source all the same.
  const auto may_follow = [&](std::uint32_t source, std::uint32_t copy) {
    return !is_before(members[copy].published, members[source].published);
  };
  if (const std::uint32_t n = count_steps(lineage, a, b); n > 0 && may_follow(a, b))
    return {"a->b", why_copied(members, lineage, a, b, true, n)};
  if (const std::uint32_t n = count_steps(lineage, b, a); n > 0 && may_follow(b, a))
    return {"b->a", why_copied(members, lineage, b, a, false, n)};
  return {"unknown", why_unknown(members, lineage, a, b)};
}

}  // namespace fabula::reconcile
