#include "reconcile/agreement.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "reconcile/witnesses.hpp"

namespace fabula::reconcile {
namespace {

void forget(MemberLineage& member, std::string because) {
  member.standing = Standing::kUnknown;
  member.from = member.runner_up = -1;
  member.margin = 0;
  member.n_own_words = 0;
  member.because = {std::move(because)};
  member.witnesses.clear();
}

class Agreement {
 public:
  Agreement(std::span<const Member> members, const FamilyWords& words, Pricer& pricer,
            Lineage& lineage)
      : members_(members), words_(words), pricer_(pricer), lineage_(lineage) {}

  void make() {
    is_told_.assign(members_.size(), false);
    bool has_told = false;
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      if (members_[m].longer_source < 0) continue;
      take_over(m);
      has_told = true;
    }
    if (has_told) open_circles();
  }

 private:
  void take_over(std::uint32_t m) {
    MemberLineage& member = lineage_.members[m];
    const std::int32_t source = members_[m].longer_source;
    if (member.standing == Standing::kCopy && member.from == source) {
      is_told_[m] = true;
      return;
    }
    const std::uint32_t text = lineage_.text[m];
    const std::uint32_t source_text = lineage_.text[static_cast<std::size_t>(source)];
    if (member.standing == Standing::kCopy &&
        lineage_.text[static_cast<std::size_t>(member.from)] != source_text) {
      forget(member,
             "It has these words as part of a longer passage from one article, but here they are "
             "more like those of another: which of them is its source cannot be told.");
      return;
    }
    forget(member, "It has these words as part of a longer passage, which it has from its source.");
    member.standing = Standing::kCopy;
    member.from = source;
    member.margin = members_[m].longer_margin;
    is_told_[m] = true;
    if (text != source_text)
      member.n_own_words = find_witnesses(words_, pricer_, {text, source_text, -1}).n_own_words;
  }

  void open_circles() {
    std::vector<std::uint32_t> seen_from(members_.size(), UINT32_MAX);
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      auto at = static_cast<std::int32_t>(m);
      while (at >= 0 && seen_from[static_cast<std::size_t>(at)] == UINT32_MAX) {
        seen_from[static_cast<std::size_t>(at)] = m;
        at = source_of(static_cast<std::uint32_t>(at));
      }
      if (at >= 0 && seen_from[static_cast<std::size_t>(at)] == m)
        open_circle(static_cast<std::uint32_t>(at));
    }
  }

  [[nodiscard]] std::int32_t source_of(std::uint32_t m) const {
    const MemberLineage& member = lineage_.members[m];
    return member.standing == Standing::kCopy ? member.from : -1;
  }

  // Of a circle of sources those go that the longer passages do not tell; all, if they tell all.
  void open_circle(std::uint32_t first) {
    std::vector<std::uint32_t> circle;
    bool is_open = false;
    for (std::uint32_t at = first; circle.empty() || at != first;
         at = static_cast<std::uint32_t>(source_of(at))) {
      circle.push_back(at);
      is_open |= !is_told_[at];
    }
    for (const std::uint32_t at : circle)
      if (!is_open || !is_told_[at])
        forget(lineage_.members[at], "Longer passages around these words say the other way round.");
  }

  std::span<const Member> members_;
  const FamilyWords& words_;
  Pricer& pricer_;
  Lineage& lineage_;
  std::vector<bool> is_told_;  // the source of the member is that of a longer passage
};

}  // namespace

void agree_with_longer(std::span<const Member> members, const FamilyWords& words, Pricer& pricer,
                       Lineage& lineage) {
  Agreement(members, words, pricer, lineage).make();
}

}  // namespace fabula::reconcile
