#include "timeline/event_index.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
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
                               const std::vector<text::WordKey>& leads, const Use& use) {
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

std::size_t EventIndex::slot_of(Lead lead) const {
  const std::size_t mask = slots_.size() - 1;
  // The upper bits of a product are the well-mixed ones.
  std::size_t at = static_cast<std::size_t>((lead * 0x9e3779b97f4a7c15ULL) >> 32U) & mask;
  while (slots_[at].n != 0 && slots_[at].lead != lead) at = (at + 1) & mask;
  return at;
}

void EventIndex::grow() {
  constexpr std::size_t kFirstSlots = 1024;
  std::vector<Slot> before(std::max(kFirstSlots, 2 * slots_.size()));
  before.swap(slots_);
  for (const Slot& slot : before)
    if (slot.n != 0) slots_[slot_of(slot.lead)] = slot;
}

void EventIndex::add(std::uint32_t event, const EventMention& mention, std::uint32_t part,
                     const std::vector<text::WordKey>& leads) {
  n_events_ = std::max(n_events_, std::size_t{event} + 1);
  if (2 * (n_slots_taken_ + kMostLeadsOfAll) > slots_.size()) grow();
  for_each_lead(mention, part, leads, [&](Lead lead) {
    Slot& slot = slots_[slot_of(lead)];
    if (slot.n == 0) {
      slot = {lead, 1, event};
      ++n_slots_taken_;
      return;
    }
    if (slot.n == kMostOfALead || (slot.n == 1 && slot.at == event)) return;
    if (slot.n == 1) {
      lists_.push_back({slot.at});
      slot.at = static_cast<std::uint32_t>(lists_.size() - 1);
    }
    std::vector<std::uint32_t>& list = lists_[slot.at];
    if (std::ranges::find(list, event) != list.end()) return;
    list.push_back(event);
    ++slot.n;
  });
}

std::vector<std::uint32_t> EventIndex::find(const EventMention& mention, std::uint32_t part,
                                            const std::vector<text::WordKey>& leads,
                                            Scratch& scratch) const {
  if (slots_.empty()) return {};
  auto& [met, n_leads] = scratch;
  n_leads.resize(n_events_);
  // First all slots, then all lists: look-ups that do not wait for each other.
  std::array<std::span<const std::uint32_t>, kMostLeadsOfAll> led;
  std::size_t n_led = 0;
  for_each_lead(mention, part, leads, [&](Lead lead) {
    const Slot& slot = slots_[slot_of(lead)];
    if (slot.n == 0) return;
    led[n_led] = slot.n == 1 ? std::span(&slot.at, 1) : std::span(lists_[slot.at]);
    __builtin_prefetch(led[n_led++].data());
  });
  // Whether an event has been met before is anybody's guess: it is written down each time, and
  // counted once.
  met.resize(kMostLeadsOfAll * kMostOfALead + 1);
  std::size_t n_met = 0;
  for (const std::span<const std::uint32_t> list : std::span(led).first(n_led))
    for (const std::uint32_t event : list) {
      met[n_met] = event;
      n_met += n_leads[event]++ == 0;
    }
  const auto found = std::span(met).first(n_met);
  // So many leads must lead to those that are kept, and to some of them no more.
  std::array<std::size_t, kMostLeadsOfAll + 1> n_of{};  // events, by their leads
  for (const std::uint32_t event : found) ++n_of[n_leads[event]];
  std::size_t least = kMostLeadsOfAll;
  for (std::size_t n = n_of[least]; n < kMostFound && least > 1; n += n_of[least]) --least;
  // Those of most leads come first, then by number.
  constexpr unsigned kEventBits = 32;
  std::vector<std::uint64_t> kept;
  for (const std::uint32_t event : found) {
    const std::uint8_t n = std::exchange(n_leads[event], std::uint8_t{0});
    if (n >= least) kept.push_back((std::uint64_t{kMostLeadsOfAll - n} << kEventBits) | event);
  }
  if (kept.size() > kMostFound) {
    std::ranges::nth_element(kept, kept.begin() + kMostFound);
    kept.resize(kMostFound);
  }
  std::ranges::sort(kept);
  std::vector<std::uint32_t> out;
  out.reserve(kept.size());
  for (const std::uint64_t each : kept) out.push_back(static_cast<std::uint32_t>(each));
  return out;
}

}  // namespace fabula::timeline
