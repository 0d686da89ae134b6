#include "reconcile/lineage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "reconcile/agreement.hpp"
#include "reconcile/reasons.hpp"
#include "reconcile/witnesses.hpp"

namespace fabula::reconcile {
namespace {

// Tenths, 30 a bit: said is what is four times as likely as anything else.
constexpr std::int64_t kSure = 60;
// Where an agency outside of the pile may be the source: what one own word is worth.
constexpr std::int64_t kSureAgainstAgency = 300;

class Family {
 public:
  Family(std::span<const Member> members, const FamilyWords& words)
      : members_(members), words_(words), pricer_(words) {}

  Lineage trace() {
    gather_facts();
    tree_ = find_tree(words_, facts_, pricer_);
    if (tree_.doubts_dates) forget_leads();
    count_orphans();
    made_.text.assign(words_.text_of_member().begin(), words_.text_of_member().end());
    made_.lead = lead_;
    made_.parent_text = tree_.parent;
    made_.members.resize(members_.size());
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      MemberLineage& out = made_.members[m];
      const std::uint32_t text = made_.text[m];
      if (lead_[text] != static_cast<std::int32_t>(m)) {
        tell_undecidable(text, out);
      } else if (tree_.parent[text] < 0) {
        tell_root(text, m, out);
      } else {
        tell_child(text, m, out);
      }
    }
    agree_with_longer(members_, words_, pricer_, made_);
    return std::move(made_);
  }

 private:
  [[nodiscard]] const Member& voice(std::uint32_t text) const {
    return members_[representative(text)];
  }
  [[nodiscard]] std::uint32_t representative(std::uint32_t text) const {
    return lead_[text] >= 0 ? static_cast<std::uint32_t>(lead_[text]) : words_.first_member(text);
  }

  void gather_facts() {
    facts_.resize(words_.n_texts());
    members_of_text_.resize(words_.n_texts());
    for (std::uint32_t m = 0; m < members_.size(); ++m)
      members_of_text_[words_.text_of_member()[m]].push_back(m);
    lead_.assign(words_.n_texts(), -1);
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      Published& first = facts_[words_.text_of_member()[m]].published;
      first = earlier_of(first, members_[m].published);
    }
    find_leads();
    find_credits();
    read_longer_sources();
  }

  // What longer passages say; of members with the same words that which the first was told.
  void read_longer_sources() {
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      if (members_[m].longer_source < 0) continue;
      const std::uint32_t text = words_.text_of_member()[m];
      const std::uint32_t source =
          words_.text_of_member()[static_cast<std::size_t>(members_[m].longer_source)];
      if (source == text || facts_[text].longer >= 0) continue;
      facts_[text].longer = static_cast<std::int32_t>(source);
      facts_[text].longer_margin = members_[m].longer_margin;
    }
  }

  // The only member of a text, or the one that is before all others.
  void find_leads() {
    std::vector<std::uint32_t> n_behind(words_.n_texts(), 0);
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      std::int32_t& lead = lead_[words_.text_of_member()[m]];
      if (lead < 0 ||
          is_before(members_[m].published, members_[static_cast<std::size_t>(lead)].published))
        lead = static_cast<std::int32_t>(m);
    }
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      const std::uint32_t text = words_.text_of_member()[m];
      const auto lead = static_cast<std::uint32_t>(lead_[text]);
      if (lead != m && is_before(members_[lead].published, members_[m].published)) ++n_behind[text];
    }
    for (std::uint32_t text = 0; text < words_.n_texts(); ++text)
      if (n_behind[text] + 1 < words_.n_members(text)) lead_[text] = -1;
  }

  // Dates that the words contradict do not tell the first of those with the same words.
  void forget_leads() {
    for (std::uint32_t text = 0; text < words_.n_texts(); ++text)
      if (words_.n_members(text) > 1) lead_[text] = -1;
  }

  void find_credits() {
    find_agency_credits();
    for (std::uint32_t m = 0; m < members_.size(); ++m) {
      if (members_[m].named_source < 0) continue;
      const std::uint32_t text = words_.text_of_member()[m];
      const std::uint32_t source =
          words_.text_of_member()[static_cast<std::size_t>(members_[m].named_source)];
      if (source != text && facts_[text].credits < 0)
        facts_[text].credits = static_cast<std::int32_t>(source);
    }
  }

  void find_agency_credits() {
    std::map<std::string_view, std::int32_t> source;  // by credit: the text, -1 when outside
    for (const auto& [n, credit] : most_given_credits()) source.emplace(credit, -1);
    if (source.empty()) return;
    std::map<std::string_view, std::uint32_t> outlets;  // the first text of each
    for (std::uint32_t m = 0; m < members_.size(); ++m)
      outlets.emplace(members_[m].outlet, words_.text_of_member()[m]);
    for (auto& [credit, text] : source)
      for (const auto& [outlet, outlet_text] : outlets)
        if (text < 0 && outlet.find(credit) != std::string_view::npos)
          text = static_cast<std::int32_t>(outlet_text);
    outside_.resize(words_.n_texts());
    for (std::uint32_t text = 0; text < words_.n_texts(); ++text) {
      const auto found = source.find(voice(text).credit);
      if (found == source.end()) continue;
      if (found->second < 0) {
        outside_[text] = found->first;
        ++n_clients_[found->first];
      } else if (found->second != static_cast<std::int32_t>(text)) {
        facts_[text].credits = found->second;
      }
    }
    std::map<std::string_view, std::uint32_t> n_credits;
    for (const Member& member : members_)
      if (const auto found = source.find(member.credit); found != source.end() && found->second < 0)
        made_.lost_source |= ++n_credits[found->first] > 1;
  }

  // (members that give it, name): there may be as many in a hostile pile as members.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::string_view>> most_given_credits() const {
    constexpr std::size_t kMostCredits = 64;
    std::map<std::string_view, std::uint32_t> n_given;
    for (const Member& member : members_)
      if (!member.credit.empty()) ++n_given[member.credit];
    std::vector<std::pair<std::uint32_t, std::string_view>> most;
    for (const auto& [credit, n] : n_given) most.emplace_back(n, credit);
    std::sort(most.begin(), most.end(), [](const auto& x, const auto& y) {
      return std::pair(y.first, x.second) < std::pair(x.first, y.second);
    });
    most.resize(std::min(most.size(), kMostCredits));
    return most;
  }

  [[nodiscard]] std::string_view outside_credit(std::uint32_t text) const {
    return outside_.empty() ? std::string_view{} : outside_[text];
  }

  void count_orphans() {
    n_orphans_.assign(words_.n_texts(), 0);
    for (std::uint32_t text = 0; text < words_.n_texts(); ++text) {
      if (!tree_.from_lost_source[text] || tree_.parent[text] < 0) continue;
      made_.lost_source = true;
      ++n_orphans_[static_cast<std::size_t>(tree_.parent[text])];
    }
  }

  void tell_undecidable(std::uint32_t text, MemberLineage& out) const {
    out.standing = Standing::kUndecidable;
    out.because.push_back(
        fmt::format("{} articles have the very same words: who of them had them from whom cannot "
                    "be told.",
                    words_.n_members(text)));
    if (lead_[text] >= 0)
      out.because.push_back(
          fmt::format("The first of them was published {}.", reasons::when_of(voice(text))));
  }

  void tell_root(std::uint32_t text, std::uint32_t m, MemberLineage& out) const {
    out.margin = stored(tree_.margin[text]);
    if (!outside_credit(text).empty()) {
      out.because.push_back(
          fmt::format("It credits {}, which is not among these articles.", outside_credit(text)));
    } else if (n_orphans_[text] > 0) {
      out.because.push_back(
          fmt::format("{} others share words that this one does not have: a source may be missing.",
                      n_orphans_[text]));
    } else if (tree_.margin[text] < kSure) {
      out.because.emplace_back("Nothing says which of the articles was the first.");
    } else if (const std::int32_t earlier = first_before(m); earlier >= 0) {
      out.because.push_back(
          fmt::format("It was published {}, another article with these words {}.",
                      reasons::when_of(members_[m]),
                      reasons::when_of(members_[static_cast<std::size_t>(earlier)])));
    } else {
      out.standing = Standing::kOrigin;
      out.because.push_back(why_first(m));
    }
  }

  // A member that is known to be earlier than `m`; -1 when there is none.
  [[nodiscard]] std::int32_t first_before(std::uint32_t m) const {
    for (std::size_t other = 0; other < members_.size(); ++other)
      if (is_before(members_[other].published, members_[m].published))
        return static_cast<std::int32_t>(other);
    return -1;
  }

  [[nodiscard]] std::string why_first(std::uint32_t m) const {
    std::size_t n_before = 0, n_behind = 0;
    for (const Member& other : members_) {
      n_before += is_before(other.published, members_[m].published);
      n_behind += is_before(members_[m].published, other.published);
    }
    if (n_behind + 1 == members_.size())
      return fmt::format("It was published {}, all others later.", reasons::when_of(members_[m]));
    if (n_before == 0 && n_behind > 0)
      return fmt::format("It was published {}; no other is known to be earlier.",
                         reasons::when_of(members_[m]));
    return "The changes in the others lead back to its words.";
  }

  void tell_child(std::uint32_t text, std::uint32_t m, MemberLineage& out) {
    const auto parent = static_cast<std::uint32_t>(tree_.parent[text]);
    const Member& source = voice(parent);
    out.margin = stored(tree_.margin[text]);
    if (const std::string doubt = why_not_copy(text, parent); !doubt.empty()) {
      out.because.push_back(doubt);
      return;
    }
    out.standing = Standing::kCopy;
    out.from = static_cast<std::int32_t>(representative(parent));
    if (const std::uint32_t n = count_possible_sources(parent, m); n > 1) {
      out.standing = Standing::kUndecidable;
      out.because.push_back(fmt::format(
          "It goes back to words that {} articles have alike: from which of them cannot be told.",
          n));
      return;
    }
    if (const std::int32_t only = only_possible_source(parent, m); only >= 0) out.from = only;
    if (tree_.runner_up[text] >= 0)
      out.runner_up = static_cast<std::int32_t>(
          representative(static_cast<std::uint32_t>(tree_.runner_up[text])));
    const WitnessReport report =
        find_witnesses(words_, pricer_, {text, parent, tree_.runner_up[text]});
    out.n_own_words = report.n_own_words;
    const bool bytes_fit =
        members_[m].text == words_.bytes(text) && source.text == words_.bytes(parent);
    if (bytes_fit) out.witnesses = report.witnesses;
    explain_copy(text, parent, members_[m], report, out);
  }

  // Members with the words of `parent` that are not known to be later than `m`.
  [[nodiscard]] std::uint32_t count_possible_sources(std::uint32_t parent, std::uint32_t m) const {
    std::uint32_t n = 0;
    for (const std::uint32_t other : members_of_text_[parent])
      n += !is_before(members_[m].published, members_[other].published);
    return n;
  }
  [[nodiscard]] std::int32_t only_possible_source(std::uint32_t parent, std::uint32_t m) const {
    for (const std::uint32_t other : members_of_text_[parent])
      if (!is_before(members_[m].published, members_[other].published))
        return static_cast<std::int32_t>(other);
    return -1;
  }

  // Empty when the text is surely made from the other.
  [[nodiscard]] std::string why_not_copy(std::uint32_t text, std::uint32_t parent) const {
    if (tree_.from_lost_source[text])
      return "It shares words with others that no earlier article has: a source may be missing.";
    if (is_before(voice(text).published, voice(parent).published))
      return fmt::format("Its words follow those of an article published later, {}.",
                         reasons::when_of(voice(parent)));
    if (const std::string doubt = doubt_by_credit(text, parent); !doubt.empty()) return doubt;
    if (tree_.margin[text] >= kSure) return {};
    if (tree_.direction[text] < kSure)
      return fmt::format("{}: which way the words went cannot be told.",
                         dates_of(voice(text), voice(parent)));
    return "Two articles or more may be its source.";
  }

  // "It was published on 2031-05-02, the article most like it on 2031-05-02"
  static std::string dates_of(const Member& member, const Member& likest) {
    if (!member.published.known()) return "No publication date is stated for it";
    if (!likest.published.known())
      return "No publication date is stated for the article most like it";
    return fmt::format("It was published {}, the article most like it {}", reasons::when_of(member),
                       reasons::when_of(likest));
  }

  // An agency that both may have the words from.
  [[nodiscard]] std::string doubt_by_credit(std::uint32_t text, std::uint32_t parent) const {
    std::string_view credit = outside_credit(text);
    const bool own = !credit.empty();
    if (!own) credit = outside_credit(parent);
    if (credit.empty()) return {};
    const std::uint32_t n_clients =
        n_clients_.at(credit) - (own ? 1 : 0) - (outside_credit(parent) == credit ? 1 : 0);
    if (n_clients > 0 && tree_.margin[text] >= kSureAgainstAgency) return {};
    return fmt::format("{} {}: both may have the words from there.",
                       own ? "It credits" : "The article most like it credits", credit);
  }

  void explain_copy(std::uint32_t text, std::uint32_t parent, const Member& member,
                    const WitnessReport& report, MemberLineage& out) const {
    const Member& source = voice(parent);
    if (is_before(source.published, member.published))
      out.because.push_back(fmt::format("Its source was published {}, this article {}.",
                                        reasons::when_of(source), reasons::when_of(member)));
    if (report.sign != Sign::kNone)
      out.because.push_back(
          fmt::format("It has {}, its source has not.", reasons::the_sign(report.sign)));
    if (report.n_shared > 0)
      out.because.push_back(
          fmt::format("It shares {} with its source that the next likeliest source does not have.",
                      reasons::count_words(report.n_shared)));
    if (report.n_own_words == 0 && report.n_left_out > 0 && out.because.empty()) {
      out.because.push_back(fmt::format("It has no words of its own; its source has {} more.",
                                        reasons::count_words(report.n_left_out)));
    } else {
      out.because.push_back(
          fmt::format("It has {} of its own.", reasons::count_words(report.n_own_words)));
    }
    if (facts_[text].credits == static_cast<std::int32_t>(parent)) explain_credit(member, out);
    if (lead_[parent] < 0)
      out.because.push_back(
          fmt::format("{} articles have the very words of its source.", words_.n_members(parent)));
  }

  void explain_credit(const Member& member, MemberLineage& out) const {
    if (member.named_source >= 0) {
      const Member& named = members_[static_cast<std::size_t>(member.named_source)];
      out.because.push_back(fmt::format("It names {} near these words.", named.outlet));
    } else if (!member.credit.empty()) {
      out.because.push_back(fmt::format("It credits {}.", member.credit));
    }
  }

  static std::uint32_t stored(std::int64_t margin) {
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(margin, 0, std::int64_t{1} << 20));
  }

  std::span<const Member> members_;
  const FamilyWords& words_;
  Pricer pricer_;
  std::vector<TextFacts> facts_;
  std::vector<std::vector<std::uint32_t>> members_of_text_;
  std::vector<std::int32_t> lead_;         // by text
  std::vector<std::string_view> outside_;  // by text; empty when nobody credits anybody
  std::map<std::string_view, std::uint32_t> n_clients_;  // by outside credit: texts that give it
  std::vector<std::uint32_t> n_orphans_;                 // by text: children with a lost source
  TextTree tree_;
  Lineage made_;
};

}  // namespace

std::string_view name_of(Standing standing) {
  constexpr std::string_view kNames[] = {"origin", "copy", "undecidable", "unknown"};
  return kNames[static_cast<std::size_t>(standing)];
}

Lineage LineageTracer::trace(std::span<const Member> members) {
  if (members.empty()) return {};
  std::vector<std::string_view> texts;
  texts.reserve(members.size());
  for (const Member& member : members) texts.push_back(member.text);
  words_.read(texts);
  return Family(members, words_).trace();
}

}  // namespace fabula::reconcile
