#include "dating/makers.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "dating/ages.hpp"
#include "dating/identity.hpp"
#include "dating/telling.hpp"
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

// "on Monday", of what has happened.
bool is_past_weekday(const TimeRelation& relation) {
  if (relation.tense >= 0 || relation.readings.size() != 1) return false;
  const auto& reading = relation.readings[0];
  return reading.size() == 2 && reading[0].kind == ConstraintKind::kWeekday &&
         reading[1].kind == ConstraintKind::kDays;
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

namespace {

void add_birthday(const Sources& sources, std::uint32_t article, const BirthdayClue& clue, Var born,
                  Evidence& evidence) {
  constexpr std::int32_t kCelebratedFor = 31;  // days
  const auto index = static_cast<std::size_t>(clue.time);
  const TimeRelation& relation = sources.relations[article][index];
  if (relation.readings.empty() || hangs_on_base(relation)) return;
  const Range words = sources.pile.articles[article].times[index].range;
  const Var day = evidence.add_day(
      {"the day of “" + std::string(words_of(sources.pile.articles[article].article.text, words)) +
           "” was",
       -1});
  DayConstraint turned = months_after(born, day, 12 * clue.n);
  if (clue.is_near) turned.hi = kCelebratedFor;
  evidence.add({"date.birthday", {{article, clue.range}, {article, words}}},
               evidence_of(clue.is_near ? kEpithetAgeWeight : kAgeWeight,
                           bound_to(relation, sources.published[article], day), {turned}));
}

}  // namespace

void add_ages(const Sources& sources, Evidence& evidence) {
  const Pile& pile = sources.pile;
  const Identities identities(pile);
  struct Told {
    std::uint32_t article;
    AgeClue clue;
  };
  struct Birthday {
    std::uint32_t article;
    BirthdayClue clue;
  };
  std::vector<std::vector<Told>> told(identities.n_groups());
  std::vector<std::vector<Birthday>> birthdays(identities.n_groups());
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    const std::vector<AgeClue> ages = find_ages(pile.articles[a]);
    for (const AgeClue& clue : ages)
      if (const std::int32_t group = identities.group(a, clue.thing); group >= 0)
        told[static_cast<std::size_t>(group)].push_back({a, clue});
    for (const BirthdayClue& clue : find_birthdays(pile.articles[a], ages))
      if (const std::int32_t group = identities.group(a, clue.thing); group >= 0)
        birthdays[static_cast<std::size_t>(group)].push_back({a, clue});
  }
  for (std::size_t g = 0; g < told.size(); ++g) {
    const auto is_undated = [&](const auto& each) { return sources.is_undated(each.article); };
    const bool helps =
        std::ranges::any_of(told[g], is_undated) || std::ranges::any_of(birthdays[g], is_undated);
    if (!helps || told[g].size() + birthdays[g].size() < 2) continue;
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
    for (const Birthday& each : birthdays[g])
      add_birthday(sources, each.article, each.clue, born, evidence);
  }
}

// A date in a caption was often put in later; one inside a quotation, or in a sentence that looks
// ahead, says little about the article.
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
      const auto days = times[i].anchor == "none" ? known_days(times[i]) : std::nullopt;
      if (!days || (times[i].type != TimeType::kDate && times[i].type != TimeType::kTime)) continue;
      const Telling telling = telling_of(pile.articles[a], times[i]);
      if (telling == Telling::kPast) past.push_back({days->first, times[i].range});
      if (telling == Telling::kFuture) future.push_back({days->second, times[i].range});
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

namespace {

// What one place tells of the day on which its words were said.
void add_place(const Sources& sources, const FamilyMember& member, Var said, Evidence& evidence) {
  const std::uint32_t a = member.quote.article;
  const AnnotatedArticle& article = sources.pile.articles[a];
  const Quote& quote = article.quotes[member.quote.index];
  const Var day = sources.published[a];
  if (quote.said_time >= 0) {
    const auto index = static_cast<std::size_t>(quote.said_time);
    const TimeRelation& relation = sources.relations[a][index];
    if (!relation.readings.empty() && !hangs_on_base(relation) && relation.tense <= 0) {
      evidence.add({"date.said", {{a, quote.range}, {a, article.times[index].range}}},
                   evidence_of(kSaidWeight, bound_to(relation, day, said), {not_after(said, day)}));
      return;
    }
  }
  evidence.add({"date.quoted", {{a, quote.range}}},
               {.weight = kCopyWeight, .all = {not_after(said, day)}, .either = {}});
}

std::size_t n_words(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

// People by what an article calls them; -1: nobody of the pile.
class PeopleOfThings {
 public:
  explicit PeopleOfThings(const Pile& pile) {
    for (std::uint32_t p = 0; p < pile.people.size(); ++p)
      for (const RecordRef& thing : pile.people[p].things)
        people_.emplace(thing, static_cast<std::int32_t>(p));
  }
  [[nodiscard]] std::int32_t speaker(std::uint32_t article, const Quote& quote) const {
    if (!quote.speaker || quote.speaker->thing < 0) return -1;
    const auto found = people_.find({article, static_cast<std::uint32_t>(quote.speaker->thing)});
    return found == people_.end() ? -1 : found->second;
  }

 private:
  std::map<RecordRef, std::int32_t> people_;
};

}  // namespace

void add_said_days(const Sources& sources, Evidence& evidence) {
  const Pile& pile = sources.pile;
  const PeopleOfThings people(pile);
  constexpr std::size_t kFewestWords = 9;  // what is shorter is said again, and by others
  for (const Family& family : pile.families) {
    // The places where one person says it, in so many words.
    std::map<std::int32_t, std::vector<const FamilyMember*>> by_speaker;
    for (const FamilyMember& member : family.members) {
      const Quote& quote = pile.articles[member.quote.article].quotes[member.quote.index];
      const auto words = words_of(pile.articles[member.quote.article].article.text, quote.range);
      const std::int32_t speaker = people.speaker(member.quote.article, quote);
      if (speaker < 0 || quote.kind != QuoteKind::kDirect || n_words(words) < kFewestWords)
        continue;
      by_speaker[speaker].push_back(&member);
    }
    for (const auto& [speaker, members] : by_speaker) {
      const bool helps = std::ranges::any_of(members, [&](const FamilyMember* member) {
        return sources.is_undated(member->quote.article);
      });
      if (!helps || members.size() < 2) continue;
      const Var said = evidence.add_day({"these words were said", -1});
      for (const FamilyMember* member : members) add_place(sources, *member, said, evidence);
    }
  }
}

namespace {

// Does the whole sentence around `range` stand in the other article, too, to the letter? One that
// was changed may tell of another year's day.
bool is_whole_sentence(const AnnotatedArticle& article, const ReuseLink& link, Side side,
                       Range range) {
  constexpr std::size_t kFewestWords = 10;
  const Range sentence = sentence_at(article, range);
  if (sentence.empty() || !side_of(link, side).range.contains(sentence) ||
      n_words(words_of(article.article.text, sentence)) < kFewestWords)
    return false;
  return std::ranges::none_of(link.edits, [&](const TextEdit& edit) {
    const Range own = side == Side::kA ? edit.a : edit.b;
    return own.begin < sentence.end && own.end > sentence.begin;
  });
}

}  // namespace

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
        if (!own.range.contains(times[i].range) ||
            !is_whole_sentence(pile.articles[own.article], link, side, times[i].range))
          continue;
        const TimeRelation& relation = sources.relations[own.article][i];
        if (!is_past_weekday(relation) ||
            !is_told_plainly(pile.articles[own.article], times[i].range))
          continue;
        const Range there = across(link, side, times[i].range);
        const std::int32_t k = there.empty() ? -1 : time_at(theirs.article, there);
        if (k < 0) continue;
        const TimeExpression& twin =
            pile.articles[theirs.article].times[static_cast<std::size_t>(k)];
        const auto days = known_days(twin);
        if (!days || twin.anchor != "published" ||
            !is_past_weekday(sources.relations[theirs.article][static_cast<std::size_t>(k)]) ||
            !is_told_plainly(pile.articles[theirs.article], twin.range))
          continue;
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

namespace {

// Articles of which nearly all words stand in the other, too: not a later version with a new top.
std::set<std::pair<std::uint32_t, std::uint32_t>> equal_pairs(const Pile& pile) {
  constexpr std::uint64_t kLeastShare = 90;  // of 100 bytes of either
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::uint64_t, std::uint64_t>> shared;
  for (const ReuseLink& link : pile.reuse) {
    const auto [low, high] = std::minmax(
        link.a, link.b, [](const Span& x, const Span& y) { return x.article < y.article; });
    auto& bytes = shared[{low.article, high.article}];
    const auto same = [&](Range range) {
      return std::uint64_t{range.end - range.begin} * link.words / std::max(link.aligned_words, 1U);
    };
    bytes.first += same(low.range);
    bytes.second += same(high.range);
  }
  const auto body_bytes = [&](std::uint32_t a) {
    std::uint64_t n = 0;
    for (const Paragraph& paragraph : pile.articles[a].article.paragraphs)
      if (paragraph.role == Role::kBody) n += paragraph.range.end - paragraph.range.begin;
    return n;
  };
  std::set<std::pair<std::uint32_t, std::uint32_t>> out;
  for (const auto& [pair, bytes] : shared)
    if (bytes.first * 100 >= kLeastShare * body_bytes(pair.first) &&
        bytes.second * 100 >= kLeastShare * body_bytes(pair.second))
      out.insert(pair);
  return out;
}

}  // namespace

void add_copies(const Sources& sources, Evidence& evidence) {
  constexpr std::int32_t kMostDaysApart = 3;
  constexpr std::size_t kMostNeighbours = 4;
  const Pile& pile = sources.pile;
  const std::set<std::pair<std::uint32_t, std::uint32_t>> same = equal_pairs(pile);
  for (const CopyGroup& group : pile.copies) {
    for (const std::uint32_t a : group.articles) {
      if (!sources.is_undated(a)) continue;
      std::size_t n = 0;
      for (const std::uint32_t b : group.articles) {
        if (sources.is_undated(b) || !same.contains({std::min(a, b), std::max(a, b)}) ||
            n++ == kMostNeighbours)
          continue;
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
