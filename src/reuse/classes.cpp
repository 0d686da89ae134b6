#include "reuse/classes.hpp"

#include <vector>

#include "reuse/extend.hpp"
#include "reuse/invitations.hpp"
#include "reuse/link_lists.hpp"
#include "reuse/name_words.hpp"
#include "text/agencies.hpp"

namespace fabula::reuse {
namespace {

// Shorter passages, a third of them names with their titles or stock phrases (name_words.hpp), must
// tell so much beside these.
constexpr std::size_t kMaxNameWords = 40;
constexpr std::uint64_t kMinTellingSixteenthBits = 18 * 16;

constexpr std::size_t kInvitationWords =
    120;                                  // a longer passage is more than an invitation, or links
constexpr std::size_t kCreditWords = 40;  // a longer passage is more than a credit
struct Named {
  SharedClass type;
  std::string_view name;
  std::string_view rule;
};

constexpr Named kNames[] = {
    {SharedClass::kCopy, "copy", "reuse.class.copy"},
    {SharedClass::kAgency, "agency", "reuse.class.agency-credit"},
    {SharedClass::kRelease, "release", "reuse.class.release-credit"},
    {SharedClass::kQuote, "quote", "reuse.class.quoted-on-both-sides"},
    {SharedClass::kSelf, "self", "reuse.class.same-outlet"},
    {SharedClass::kFurniture, "furniture", "reuse.class.furniture"},
    {SharedClass::kCredit, "credit", "reuse.class.credit-line"},
    {SharedClass::kChance, "chance", "reuse.class.common-words"},
};

struct Shares {
  std::size_t n = 0;
  std::size_t n_furniture = 0;
  std::size_t n_quoted = 0;
};

Shares count_flags(std::span<const WordCode> words) {
  Shares shares{words.size(), 0, 0};
  for (const WordCode code : words) {
    shares.n_furniture += (code & kNoStory) != 0;
    shares.n_quoted += (code & kQuotedWord) != 0;
  }
  return shares;
}

bool mostly_furniture(const Shares& side) { return 2 * side.n_furniture > side.n; }
bool mostly_quoted(const Shares& side) { return 3 * side.n_quoted >= 2 * side.n; }

// What a short side is when names with their titles, or stock phrases, are all that it tells.
SharedClass class_of_little(const PileWords& pile, const PassageSide& side) {
  if (side.words.size() >= kMaxNameWords) return SharedClass::kCopy;
  if (3 * count_common_at_most(side.text, side.words) < side.words.size())
    return SharedClass::kCopy;
  const WordUses uses = find_word_uses(side.text);
  if (uses.of_words.size() != side.words.size()) return SharedClass::kCopy;
  std::size_t n_common = 0;
  std::vector<WordCode> telling;
  for (std::size_t i = 0; i < side.words.size(); ++i) {
    n_common += uses.of_words[i] == WordUse::kNames || uses.of_words[i] == WordUse::kStock;
    if (uses.of_words[i] == WordUse::kTells) telling.push_back(side.words[i]);
  }
  if (3 * n_common < side.words.size() || information(pile, telling) >= kMinTellingSixteenthBits)
    return SharedClass::kCopy;
  switch (uses.stock) {
    case StockKind::kPlayer:
      return SharedClass::kFurniture;
    case StockKind::kImprint:
      return SharedClass::kCredit;
    case StockKind::kReporters:
    case StockKind::kNone:
      break;
  }
  return SharedClass::kChance;
}

}  // namespace

std::string_view name_of(SharedClass type) { return kNames[static_cast<std::size_t>(type)].name; }
std::string_view rule_of(SharedClass type) { return kNames[static_cast<std::size_t>(type)].rule; }

SharedClass classify(const PileWords& pile, const PassageSide& a, const PassageSide& b) {
  const Shares a_side = count_flags(a.words);
  const Shares b_side = count_flags(b.words);
  if (mostly_furniture(a_side) && mostly_furniture(b_side)) return SharedClass::kFurniture;
  if (a.words.size() <= kCreditWords && text::is_agency_credit_line(a.text))
    return SharedClass::kCredit;
  if (is_chance(pile, b.words)) return SharedClass::kChance;
  if (mostly_quoted(a_side) && mostly_quoted(b_side)) return SharedClass::kQuote;
  if (b.words.size() <= kInvitationWords &&
      (is_invitation(b.text, b.words) || is_link_list(b.text)))
    return SharedClass::kFurniture;
  if (const SharedClass type = class_of_little(pile, a); type != SharedClass::kCopy) return type;
  if (a.text != b.text)
    if (const SharedClass type = class_of_little(pile, b); type != SharedClass::kCopy) return type;
  if (a.outlet != 0 && a.outlet == b.outlet) return SharedClass::kSelf;
  if (b.words.size() < kAgencyWords) return SharedClass::kCopy;
  const bool a_credits = a.credit != nullptr && !a.credit->name.empty();
  const bool b_credits = b.credit != nullptr && !b.credit->name.empty();
  if (!a_credits && !b_credits) return SharedClass::kCopy;
  const Credit& credit = b_credits ? *b.credit : *a.credit;
  return credit.is_release ? SharedClass::kRelease : SharedClass::kAgency;
}

std::string reason_of(SharedClass type, bool knows_a, bool knows_b) {
  switch (type) {
    case SharedClass::kCopy:
      if (knows_a && knows_b) return "The articles are of different outlets.";
      return knows_a || knows_b ? "The outlet of one article is not known."
                                : "The outlets of the articles are not known.";
    case SharedClass::kAgency:
      return "An article with these words credits an agency.";
    case SharedClass::kRelease:
      return "An article with these words credits a press release service.";
    case SharedClass::kQuote:
      return "The words stand between quotation marks in both articles.";
    case SharedClass::kSelf:
      return "Both articles are of the same outlet.";
    case SharedClass::kFurniture:
      return "The words are furniture of the page.";
    case SharedClass::kCredit:
      return "The words are a credit or an imprint.";
    case SharedClass::kChance:
      return "The words are few and common, or a stock phrase, or names with their titles.";
  }
  return {};
}

}  // namespace fabula::reuse
