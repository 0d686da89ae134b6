#include "timeline/event_index.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace fabula::timeline {
namespace {

constexpr std::size_t kMostLeads = 8;      // terms
constexpr std::size_t kMostYears = 2;      // in which events of other stories are met
constexpr std::size_t kMostOfALead = 128;  // events
// Of its part, of its day, and of its years; and the days of its part.
constexpr std::size_t kMostLeadsOfAll = kMostLeads * (2 + kMostYears) + 1;
constexpr std::size_t kMostFound = 64;

std::uint64_t lead_of(std::uint64_t scope, text::WordKey key) {
  return (key ^ (scope + 0x9e3779b97f4a7c15ULL + (key << 6U) + (key >> 2U))) * 1099511628211ULL;
}

// Parts, days and years have scopes of their own.
constexpr std::uint64_t kScopes = 3;
std::uint64_t part_scope(std::uint32_t part) { return kScopes * part; }

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

std::uint64_t number_of(Day day) {
  return static_cast<std::uint64_t>(day.time_since_epoch().count());
}

}  // namespace

std::vector<text::WordKey> leads_of(const EventMention& mention) {
  std::vector<Term> terms = mention.terms;
  const std::size_t n = std::min(terms.size(), kMostLeads);
  std::ranges::partial_sort(terms, terms.begin() + static_cast<std::ptrdiff_t>(n),
                            [](const Term& a, const Term& b) {
                              return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
                            });
  std::vector<text::WordKey> leads;
  for (std::size_t t = 0; t < n; ++t)
    if (terms[t].weight > 0) leads.push_back(terms[t].key);
  return leads;
}

template <class Use>
void EventIndex::for_each_lead(const EventMention& mention, std::uint32_t part,
                               const std::vector<text::WordKey>& leads, const Use& use) const {
  const auto all = [&](std::uint64_t scope) {
    for (const text::WordKey key : leads) use(lead_of(scope, key));
  };
  all(part_scope(part));
  if (!mention.is_dated) return;
  const Window& days = mention.window;
  use(lead_of(part_scope(part), lead_of(number_of(days.lo), number_of(days.hi))));
  if (days.is_day()) all(kScopes * number_of(days.lo) + 1);
  const int first = year_of(days.lo);
  const int last = std::min(year_of(days.hi), first + int{kMostYears} - 1);
  for (int year = first; year <= last; ++year) all(kScopes * static_cast<std::uint64_t>(year) + 2);
}

void EventIndex::add(std::uint32_t event, const EventMention& mention, std::uint32_t part,
                     const std::vector<text::WordKey>& leads) {
  if (event >= n_leads_.size()) n_leads_.resize(event + 1);
  for_each_lead(mention, part, leads, [&](Lead lead) {
    std::vector<std::uint32_t>& list = by_lead_[lead];
    if (list.size() < kMostOfALead && std::ranges::find(list, event) == list.end())
      list.push_back(event);
  });
}

std::vector<std::uint32_t> EventIndex::find(const EventMention& mention, std::uint32_t part,
                                            const std::vector<text::WordKey>& leads) {
  found_.clear();
  for_each_lead(mention, part, leads, [&](Lead lead) {
    const auto list = by_lead_.find(lead);
    if (list == by_lead_.end()) return;
    for (const std::uint32_t event : list->second)
      if (n_leads_[event]++ == 0) found_.push_back(event);
  });
  // So many leads must lead to those that are kept, and to some of them no more.
  std::array<std::size_t, kMostLeadsOfAll + 1> n_of{};  // events, by their leads
  for (const std::uint32_t event : found_) ++n_of[n_leads_[event]];
  std::size_t least = kMostLeadsOfAll;
  for (std::size_t n = n_of[least]; n < kMostFound && least > 1; n += n_of[least]) --least;
  std::vector<std::pair<std::int32_t, std::uint32_t>> counted;  // (-leads, event)
  for (const std::uint32_t event : found_) {
    const std::uint8_t n = std::exchange(n_leads_[event], std::uint8_t{0});
    if (n >= least) counted.emplace_back(-std::int32_t{n}, event);
  }
  const std::size_t n = std::min(counted.size(), kMostFound);
  std::ranges::partial_sort(counted, counted.begin() + static_cast<std::ptrdiff_t>(n));
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < n; ++i) out.push_back(counted[i].second);
  return out;
}

}  // namespace fabula::timeline
