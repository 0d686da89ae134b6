#include "timeline/leads.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "text/utf8.hpp"

namespace fabula::timeline {
namespace {

constexpr double kAlike = 0.25;
constexpr std::size_t kMostGroups = 200;
constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});

// A bit for each day of the week that the sentence names.
unsigned weekdays_in(const AnnotatedArticle& article, Range sentence) {
  unsigned days = 0;
  for (const TimeExpression& time : article.times) {
    if (!sentence.contains(time.range)) continue;
    const std::string words = text::ascii_lower(words_of(article.article.text, time.range));
    for (std::size_t d = 0; d < kWeekdays.size(); ++d)
      if (words.find(kWeekdays[d]) != std::string::npos) days |= 1U << d;
  }
  return days;
}

// The cosine of two leads.
double likeness(const EventMention& a, const EventMention& b) {
  double sum = 0;
  auto other = b.terms.begin();
  for (const Term& term : a.terms) {
    while (other != b.terms.end() && other->key < term.key) ++other;
    if (other == b.terms.end()) break;
    if (other->key == term.key) sum += static_cast<double>(other->weight) * term.weight;
  }
  return sum;
}

struct Group {
  std::vector<std::uint32_t> leads;
  unsigned weekdays = 0;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> join_leads(const Pile& pile,
                                                   std::span<const EventMention> mentions,
                                                   std::span<const std::uint32_t> leads,
                                                   std::span<const std::uint32_t> part_of) {
  // By part and the last day on which their articles may have appeared.
  std::map<std::pair<std::uint32_t, std::optional<Day>>, std::vector<Group>> groups;
  for (const std::uint32_t lead : leads) {
    const EventMention& mention = mentions[lead];
    const Span& sentence = mention.telling.sentence;
    const AnnotatedArticle& article = pile.articles[sentence.article];
    const unsigned weekdays = weekdays_in(article, sentence.range);
    std::vector<Group>& of_day =
        groups[{part_of[sentence.article], article.article.published.when.latest}];
    Group* best = nullptr;
    double best_likeness = kAlike;
    for (Group& group : of_day) {
      if (weekdays != 0 && group.weekdays != 0 && (weekdays & group.weekdays) == 0) continue;
      double sum = 0;
      for (const std::uint32_t other : group.leads) sum += likeness(mention, mentions[other]);
      const double mean = sum / static_cast<double>(group.leads.size());
      if (mean < best_likeness || (best != nullptr && mean == best_likeness)) continue;
      best = &group;
      best_likeness = mean;
    }
    if (best == nullptr) {
      if (of_day.size() == kMostGroups) of_day.erase(of_day.begin());
      best = &of_day.emplace_back();
    }
    best->leads.push_back(lead);
    best->weekdays |= weekdays;
  }
  std::vector<std::vector<std::uint32_t>> out;
  for (auto& [key, of_day] : groups)
    for (Group& group : of_day) out.push_back(std::move(group.leads));
  std::ranges::sort(out);
  return out;
}

}  // namespace fabula::timeline
