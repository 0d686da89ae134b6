#include "timeline/event_group.hpp"

#include <cmath>
#include <utility>

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

}  // namespace fabula::timeline
