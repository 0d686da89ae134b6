#include "reuse/agency_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace fabula::reuse {
namespace {

struct AgencyStretch {
  std::uint32_t article = 0;
  const Credit* credit = nullptr;
  Range range;
};

bool by_article_and_name(const AgencyStretch& x, const AgencyStretch& y) {
  return std::tuple(x.article, std::string_view(x.credit->name), x.range) <
         std::tuple(y.article, std::string_view(y.credit->name), y.range);
}

bool is_agency(SharedClass type) {
  return type == SharedClass::kAgency || type == SharedClass::kRelease;
}

}  // namespace

AgencyText::AgencyText(const PileCorpus& corpus, const Groups& groups, Found& found)
    : corpus_(corpus), found_(found), of_article_(corpus.size(), nullptr) {
  mark_families(groups);
  read_articles();
  mark_short_passages();
}

void AgencyText::mark_families(const Groups& groups) {
  of_family_.assign(groups.families.size(), nullptr);
  for (std::size_t f = 0; f < of_family_.size(); ++f)
    for (const Holder& holder : groups.families[f]) {
      const Credit& credit = corpus_.credit(holder.article);
      if (credit.name.empty()) continue;
      of_family_[f] = &credit;
      break;
    }
  for (std::size_t i = 0; i < found_.passages.size(); ++i) {
    SharedPassage& passage = found_.passages[i];
    if (passage.type != SharedClass::kCopy || passage.words.words < kAgencyWords) continue;
    if (found_.families[i] == PassageFamilies::kNone) continue;
    if (const Credit* credit = of_family_[found_.families[i]])
      passage.type = credit->is_release ? SharedClass::kRelease : SharedClass::kAgency;
  }
}

const Credit* AgencyText::credit_of(const SharedPassage& passage, std::uint32_t family) const {
  for (const std::uint32_t place : {passage.b, passage.a})
    if (const Credit& credit = corpus_.credit(place); !credit.name.empty()) return &credit;
  return family == PassageFamilies::kNone ? nullptr : of_family_[family];
}

// An article's own credit, or the agency in whose passages half of its text lies.
void AgencyText::read_articles() {
  std::vector<AgencyStretch> stretches;
  for (std::size_t i = 0; i < found_.passages.size(); ++i) {
    const SharedPassage& passage = found_.passages[i];
    const Credit* credit =
        is_agency(passage.type) ? credit_of(passage, found_.families[i]) : nullptr;
    if (credit == nullptr) continue;
    stretches.push_back({passage.a, credit, passage.a_range});
    stretches.push_back({passage.b, credit, passage.b_range});
  }
  std::sort(stretches.begin(), stretches.end(), by_article_and_name);
  for (std::size_t begin = 0, end = 0; begin < stretches.size(); begin = end) {
    const AgencyStretch& first = stretches[begin];
    std::uint64_t n_bytes = 0;
    std::uint32_t covered_end = 0;
    for (; end < stretches.size() && stretches[end].article == first.article &&
           stretches[end].credit->name == first.credit->name;
         ++end) {
      const Range range = stretches[end].range;
      if (range.end <= covered_end) continue;
      n_bytes += range.end - std::max(range.begin, covered_end);
      covered_end = range.end;
    }
    if (2 * n_bytes >= corpus_.text_size(first.article)) of_article_[first.article] = first.credit;
  }
  for (std::uint32_t place = 0; place < corpus_.size(); ++place)
    if (const Credit& credit = corpus_.credit(place); !credit.name.empty())
      of_article_[place] = &credit;
}

void AgencyText::mark_short_passages() {
  for (SharedPassage& passage : found_.passages) {
    if (passage.type != SharedClass::kCopy) continue;
    const Credit* a = of_article_[passage.a];
    const Credit* b = of_article_[passage.b];
    if (a == nullptr || b == nullptr || a->name != b->name) continue;
    passage.type = a->is_release ? SharedClass::kRelease : SharedClass::kAgency;
  }
}

std::string AgencyText::because(const SharedPassage& passage, std::uint32_t family) const {
  if (!is_agency(passage.type)) {
    const bool known = corpus_.imprint(passage.a).outlet != 0;
    return reason_of(passage.type, known, corpus_.imprint(passage.b).outlet != 0);
  }
  const Credit& a = corpus_.credit(passage.a);
  const Credit& b = corpus_.credit(passage.b);
  for (const Credit* credit : {&a, &b})
    if (credit->is_own) return fmt::format("One article is by {} itself.", credit->name);
  if (!a.name.empty() && a.name == b.name)
    return fmt::format("Both articles credit {}: the words may come from there.", a.name);
  if (!a.name.empty() || !b.name.empty())
    return fmt::format("One article credits {}: the words may come from there.",
                       b.name.empty() ? a.name : b.name);
  const Credit* of_family =
      passage.words.words < kAgencyWords ? nullptr : credit_of(passage, family);
  if (of_family != nullptr)
    return fmt::format("Another article with these words credits {}: they may come from there.",
                       of_family->name);
  return fmt::format("Most of both articles stands in one that credits {}.",
                     of_article_[passage.a]->name);
}

}  // namespace fabula::reuse
