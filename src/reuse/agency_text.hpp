// Whose words passages are that no credit of their own explains.
//
//   a   "VALE (AP) — ..."   credits the agency; holds the story
//   b   the same story, no credit           its story is the agency's: it stands in a's family
//   c   the same story, no credit           so is this one; and a sentence that only b and c share,
//                                           for most of both articles is the agency's text
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reuse/pile_corpus.hpp"
#include "reuse/search.hpp"

namespace fabula::reuse {

// What was found, with the family of each passage (or PassageFamilies::kNone).
struct Found {
  std::deque<SharedPassage> passages;  // which grows without moving what it holds
  std::vector<std::uint32_t> families;
};

class AgencyText {
 public:
  // Sets the type of passages of type "copy" to "agency" or "release"
  //   - of at least kAgencyWords where a holder of their family has a credit,
  //   - of any length where both articles are copies of one agency's text: credit it, or half of
  //     the article lies in passages that are its.
  // Keeps references. Cost: linear, but for sorting, in the passages and holders.
  AgencyText(const PileCorpus& corpus, const Groups& groups, Found& found);

  // Why a passage is of its class, as a plain sentence. family: as in Found::families.
  [[nodiscard]] std::string because(const SharedPassage& passage, std::uint32_t family) const;

 private:
  void mark_families(const Groups& groups);
  void read_articles();
  void mark_short_passages();
  [[nodiscard]] const Credit* credit_of(const SharedPassage& passage, std::uint32_t family) const;

  const PileCorpus& corpus_;
  Found& found_;
  std::vector<const Credit*> of_family_;   // null: none
  std::vector<const Credit*> of_article_;  // by place: whose text it is for the most part
};

}  // namespace fabula::reuse
