#include "dating/makers.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "dating/ages.hpp"
#include "dating/identity.hpp"
#include "model/across.hpp"

namespace fabula::dating {
namespace {

DayNumber number_of(Day day) { return static_cast<DayNumber>(day.time_since_epoch().count()); }

bool hangs_on_base(const TimeRelation& relation) {
  for (const auto& reading : relation.readings)
    for (const DayConstraint& c : reading)
      if (c.x == TimeRelation::kBase || c.y == TimeRelation::kBase) return true;
  return false;
}

// A day that the words alone, or a stated day, tell.
std::optional<std::pair<DayNumber, DayNumber>> known_days(const TimeExpression& time) {
  if (!time.when.earliest || !time.when.latest) return std::nullopt;
  return std::pair(number_of(*time.when.earliest), number_of(*time.when.latest));
}

// All of one reading, or either of several.
solver::Evidence evidence_of(std::uint32_t weight, std::vector<std::vector<DayConstraint>> readings,
                             std::vector<DayConstraint> more) {
  solver::Evidence out{.weight = weight, .all = std::move(more), .either = {}};
  if (readings.size() == 1) {
    out.all.insert(out.all.end(), readings[0].begin(), readings[0].end());
  } else {
    out.either = std::move(readings);
  }
  return out;
}

}  // namespace

std::vector<std::vector<DayConstraint>> bound_to(const TimeRelation& relation, Var told,
                                                 Var meant) {
  auto readings = relation.readings;
  for (auto& reading : readings)
    for (DayConstraint& c : reading) {
      c.x = c.x == TimeRelation::kTold ? told : meant;
      c.y = c.y == TimeRelation::kTold ? told : meant;
    }
  return readings;
}

void add_ages(const Sources& sources, Evidence& evidence) {
  const Pile& pile = sources.pile;
  const Identities identities(pile);
  struct Told {
    std::uint32_t article;
    AgeClue clue;
  };
  std::vector<std::vector<Told>> told(identities.n_groups());
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a)
    for (const AgeClue& clue : find_ages(pile.articles[a]))
      if (const std::int32_t group = identities.group(a, clue.thing); group >= 0)
        told[static_cast<std::size_t>(group)].push_back({a, clue});
  for (std::size_t g = 0; g < told.size(); ++g) {
    const bool helps = std::ranges::any_of(
        told[g], [&](const Told& each) { return sources.is_undated(each.article); });
    if (!helps || told[g].size() < 2) continue;
    const std::string& name = pile.people[identities.person(static_cast<std::int32_t>(g))].name;
    const Var born = evidence.add_day({name + " was born", -1});
    for (const Told& each : told[g]) {
      const Var day = sources.published[each.article];
      evidence.add({"date.age", {{each.article, each.clue.range}}},
                   {.weight = each.clue.is_named ? kAgeWeight : kEpithetAgeWeight,
                    .all = {each.clue.is_months ? age_in_months(born, day, each.clue.n)
                                                : age(born, day, each.clue.n)},
                    .either = {}});
    }
  }
}

void add_told_dates(const Sources& sources, Evidence& evidence) {
  const Pile& pile = sources.pile;
  constexpr std::size_t kMostOfAKind = 3;  // the strongest ones; the others add nothing
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    if (!sources.is_undated(a)) continue;
    struct Bound {
      DayNumber day;
      Range range;
    };
    std::vector<Bound> past;
    std::vector<Bound> future;
    const auto& times = pile.articles[a].times;
    for (std::size_t i = 0; i < times.size(); ++i) {
      const TimeRelation& relation = sources.relations[a][i];
      const auto days = times[i].anchor == "none" ? known_days(times[i]) : std::nullopt;
      if (!days || (times[i].type != TimeType::kDate && times[i].type != TimeType::kTime)) continue;
      if (relation.tense < 0) past.push_back({days->first, times[i].range});
      if (relation.tense > 0) future.push_back({days->second, times[i].range});
    }
    std::ranges::stable_sort(past, std::ranges::greater{}, &Bound::day);
    std::ranges::stable_sort(future, {}, &Bound::day);
    const Var day = sources.published[a];
    for (std::size_t i = 0; i < std::min(past.size(), kMostOfAKind); ++i)
      evidence.add(
          {"date.told-past", {{a, past[i].range}}},
          {.weight = kToldWeight, .all = {within(day, past[i].day, kLastDay)}, .either = {}});
    for (std::size_t i = 0; i < std::min(future.size(), kMostOfAKind); ++i)
      evidence.add(
          {"date.told-future", {{a, future[i].range}}},
          {.weight = kToldWeight, .all = {within(day, kFirstDay, future[i].day)}, .either = {}});
  }
}

void add_said_days(const Sources& sources, Evidence& evidence) {
  const Pile& pile = sources.pile;
  constexpr std::size_t kFewestBytes = 30;  // what is shorter may be said twice
  for (const Family& family : pile.families) {
    if (family.text.size() < kFewestBytes) continue;
    const bool helps = std::ranges::any_of(family.members, [&](const FamilyMember& member) {
      return sources.is_undated(member.quote.article);
    });
    if (!helps) continue;
    const Var said = evidence.add_day({"these words were said", -1});
    for (const FamilyMember& member : family.members) {
      const std::uint32_t a = member.quote.article;
      const AnnotatedArticle& article = pile.articles[a];
      const Quote& quote = article.quotes[member.quote.index];
      const Span words{a, quote.range};
      const Var day = sources.published[a];
      const TimeRelation* relation =
          quote.said_time < 0 ? nullptr
                              : &sources.relations[a][static_cast<std::size_t>(quote.said_time)];
      if (relation != nullptr && !relation->readings.empty() && !hangs_on_base(*relation) &&
          relation->tense <= 0) {
        const TimeExpression& time = article.times[static_cast<std::size_t>(quote.said_time)];
        evidence.add(
            {"date.said", {words, {a, time.range}}},
            evidence_of(kSaidWeight, bound_to(*relation, day, said), {not_after(said, day)}));
      } else {
        evidence.add({"date.quoted", {words}},
                     {.weight = kCopyWeight, .all = {not_after(said, day)}, .either = {}});
      }
    }
  }
}

void add_shared_times(const Sources& sources, Evidence& evidence) {
  const Pile& pile = sources.pile;
  const auto time_at = [&](std::uint32_t a, Range range) -> std::int32_t {
    const auto& times = pile.articles[a].times;
    for (std::size_t i = 0; i < times.size(); ++i)
      if (times[i].range.overlaps(range)) return static_cast<std::int32_t>(i);
    return -1;
  };
  for (const ReuseLink& link : pile.reuse) {
    if (link.type == "furniture" || link.type == "chance" || link.type == "credit") continue;
    for (const Side side : {Side::kA, Side::kB}) {
      const Span& own = side_of(link, side);
      const Span& theirs = side_of(link, other(side));
      if (!sources.is_undated(own.article) || sources.is_undated(theirs.article)) continue;
      const auto& times = pile.articles[own.article].times;
      for (std::size_t i = 0; i < times.size(); ++i) {
        if (!own.range.contains(times[i].range)) continue;
        const TimeRelation& relation = sources.relations[own.article][i];
        if (relation.readings.empty() || hangs_on_base(relation) || times[i].anchor == "none")
          continue;
        const Range there = across(link, side, times[i].range);
        const std::int32_t k = there.empty() ? -1 : time_at(theirs.article, there);
        if (k < 0) continue;
        const TimeExpression& twin =
            pile.articles[theirs.article].times[static_cast<std::size_t>(k)];
        const auto days = known_days(twin);
        if (!days || twin.anchor != "published") continue;
        const Var meant = evidence.add_day({"that was", -1});
        evidence.add(
            {"date.shared-time", {{own.article, times[i].range}, {theirs.article, twin.range}}},
            evidence_of(kSharedTimeWeight,
                        bound_to(relation, sources.published[own.article], meant),
                        {within(meant, days->first, days->second)}));
      }
    }
  }
}

void add_copies(const Sources& sources, Evidence& evidence) {
  constexpr std::int32_t kMostDaysApart = 3;
  constexpr std::size_t kMostNeighbours = 4;
  const Pile& pile = sources.pile;
  for (const CopyGroup& group : pile.copies) {
    for (const std::uint32_t a : group.articles) {
      if (!sources.is_undated(a)) continue;
      std::size_t n = 0;
      for (const std::uint32_t b : group.articles) {
        if (sources.is_undated(b) || n++ == kMostNeighbours) continue;
        const auto lead = [&](std::uint32_t article) {
          const auto& sentences = pile.articles[article].segmentation.sentences;
          return Span{article, sentences.empty() ? Range{} : sentences.front().range};
        };
        evidence.add({"date.copy", {lead(a), lead(b)}},
                     {.weight = kCopyWeight,
                      .all = {days_between(sources.published[b], sources.published[a],
                                           -kMostDaysApart, kMostDaysApart)},
                      .either = {}});
      }
    }
  }
}

}  // namespace fabula::dating
