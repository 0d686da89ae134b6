#include "timeline/event_group.hpp"

#include <cmath>
#include <utility>

#include "language/verbs.hpp"
#include "text/one_of.hpp"

namespace fabula::timeline {

void add_terms(EventGroup& group, const std::vector<Term>& terms) {
  std::vector<Term> sum;
  sum.reserve(group.sum.size() + terms.size());
  auto x = group.sum.begin();
  for (const Term& term : terms) {
    while (x != group.sum.end() && x->key < term.key) sum.push_back(*x++);
    if (x != group.sum.end() && x->key == term.key)
      sum.push_back({term.key, x++->weight + term.weight});
    else
      sum.push_back(term);
  }
  sum.insert(sum.end(), x, group.sum.end());
  group.sum = std::move(sum);
  double length = 0;
  for (const Term& term : group.sum) length += static_cast<double>(term.weight) * term.weight;
  group.length = std::sqrt(length);
}

double cosine(const EventMention& mention, const EventGroup& group) {
  if (group.length <= 0) return 0;
  double sum = 0;
  auto x = group.sum.begin();
  for (const Term& term : mention.terms) {
    while (x != group.sum.end() && x->key < term.key) ++x;
    if (x == group.sum.end()) break;
    if (x->key == term.key) sum += static_cast<double>(x->weight) * term.weight;
  }
  return sum / group.length;
}

void join_groups(EventGroup& into, EventGroup& from) {
  into.mentions.insert(into.mentions.end(), from.mentions.begin(), from.mentions.end());
  for (const std::uint32_t each : from.parts) add_once(into.parts, each);
  for (const std::uint32_t each : from.stories) add_once(into.stories, each);
  for (const SharedText& deed : from.core_deeds) add_once(into.core_deeds, deed);
  for (const SharedText& deed : from.deeds) add_once(into.deeds, deed);
  for (const SharedText& deed : from.not_done) add_once(into.not_done, deed);
  for (const text::WordKey key : from.once) add_once(into.once, key);
  for (const text::WordKey key : from.works) add_once(into.works, key);
  add_terms(into, from.sum);
  from = {};
}

bool is_outcome(std::string_view deed) {
  return text::is_one_of(deed, "die", "kill", "injure", "rescue", "evacuate");
}

bool happens_once(std::string_view deed) {
  return text::is_one_of(deed, "die", "kill", "birth", "miscarry", "funeral", "marry", "divorce",
                         "arrest", "charge", "try", "convict", "acquit", "sentence", "appeal",
                         "resign", "elect", "appoint", "sack", "vanish", "stab", "fire", "sink") ||
         text::is_one_of(deed, "derail", "explode", "quake", "demolish", "unveil", "release",
                         "commemorate");
}

bool are_of_one_deed(const EventGroup& a, const EventGroup& b) {
  return have_one(a.once, b.once) || std::ranges::any_of(a.core_deeds, [&](const SharedText& deed) {
           return has(b.core_deeds, deed) && happens_once(deed);
         });
}

bool may_come_again(const EventGroup& group) {
  return std::ranges::any_of(group.core_deeds, [](const SharedText& deed) {
    return language::is_listed(deed) && !happens_once(deed);
  });
}

bool contradict(const EventGroup& a, const EventGroup& b) {
  return have_one(a.core_deeds, b.not_done) || have_one(a.not_done, b.core_deeds);
}

bool are_near(const EventGroup& a, const EventGroup& b, std::chrono::days apart) {
  if (a.mentions.empty() || a.window.meets(b.window) || a.window.lo - b.window.hi > apart ||
      b.window.lo - a.window.hi > apart)
    return false;
  return have_one(a.stories, b.stories);
}

bool is_around(const Window& a, const Window& b) { return a.lo <= b.lo && b.hi <= a.hi && a != b; }

}  // namespace fabula::timeline
