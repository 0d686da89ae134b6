#include "timeline/merge.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/calendar.hpp"
#include "text/one_of.hpp"
#include "timeline/event_group.hpp"
#include "timeline/event_index.hpp"

namespace fabula::timeline {
namespace {

// How like an event a mention has to be; merge.hpp has the cases.
constexpr double kSameDay = 0;
constexpr double kSameMonth = 0.02;
constexpr double kSameLonger = 0.2;
constexpr double kWithinMonth = 0.1;
constexpr double kWithin = 0.2;
constexpr double kNightBefore = 0.45;
constexpr double kSameDayInStory = 0.12;
constexpr double kSameDayElsewhere = 0.3;
constexpr double kWithinElsewhere = 0.5;
constexpr double kOnceInStory = 0.3;
constexpr double kUndated = 0.35;
constexpr double kEachDoubling = 0.02;
// Two events as wholes, of the same days.
constexpr double kWholes = 0.1;
constexpr double kWholesInStory = 0.25;
constexpr double kWholesElsewhere = 0.4;
// The same, of a day and of a month or year around it.
constexpr double kFiner = 0.2;
constexpr double kFinerInStory = 0.45;
// The same, of other days.
constexpr double kOtherDays = 0.4;
constexpr double kOtherDaysOfAny = 0.6;
constexpr std::chrono::days kOtherDaysApart{7};
constexpr std::chrono::days kOtherDaysOfAnyApart{5};
// What a deed of the table in common is worth.
constexpr double kSameDeed = 0.1;
constexpr double kOtherDeed = 0.02;
constexpr double kOtherDeedElsewhere = 0.12;
// What something is counted from, by its deed, or by its words alone; of those nearly as like as
// the most like one.
constexpr double kBase = 0.35;
constexpr double kBaseOfAny = 0.2;
constexpr int kMonthsOfYear = 12;
constexpr double kNearlyAsLike = 0.6;
// Of the best: what is as like may be meant as well.
constexpr double kNextBest = 0.9;

constexpr std::size_t kMostSummed = 32;  // mentions that make the sum of an event

class Merger {
 public:
  Merger(std::span<const EventMention> mentions, std::span<const std::uint32_t> part_of,
         std::span<const std::uint32_t> story_of)
      : mentions_(mentions), part_of_(part_of), story_of_(story_of) {
    for (const std::uint32_t part : part_of) {
      if (part >= n_of_part_.size()) n_of_part_.resize(part + 1);
      n_of_part_[part] += 1;
    }
  }

  std::vector<MergedEvent> merge(const Context& context) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < mentions_.size(); ++i)
      if (!mentions_[i].is_lead) order.push_back(i);
    std::ranges::sort(order, {}, [&](std::uint32_t i) {
      const EventMention& m = mentions_[i];
      const auto width = m.is_dated ? (m.window.hi - m.window.lo).count() : 0;
      return std::tuple(!m.is_dated, width, m.window.lo, i);
    });
    const auto first_undated =
        std::ranges::find_if(order, [&](std::uint32_t i) { return !mentions_[i].is_dated; });
    for (auto i = order.begin(); i != first_undated; ++i) place(*i, mentions_[*i]);
    const std::vector<std::vector<std::uint32_t>> earlier = find_earlier(context);
    for (std::size_t g = 0; g < groups_.size(); ++g) join_with_earlier(g, earlier[g]);
    for (std::size_t g = 0; g < groups_.size(); ++g) join_with_other_days(g);
    for (std::size_t g = 0; g < groups_.size(); ++g) join_with_finer(g);
    place_statements({first_undated, order.end()});
    std::set<Span> counted;  // sentences
    for (auto i = first_undated; i != order.end(); ++i)
      if (mentions_[*i].counted_from && place_counted(*i))
        counted.insert(mentions_[*i].telling.sentence);
    for (auto i = first_undated; i != order.end(); ++i)
      if (!is_statement(mentions_[*i]) && !mentions_[*i].counted_from &&
          !counted.contains(mentions_[*i].telling.sentence))
        place(*i, mentions_[*i]);
    std::vector<MergedEvent> out;
    for (EventGroup& group : groups_) {
      if (group.mentions.empty()) continue;
      std::ranges::sort(group.mentions);
      MergedEvent& event = out.emplace_back();
      for (const std::uint32_t i : group.mentions)
        if (const auto from = counted_from_.find(i); from != counted_from_.end())
          event.counted_from.insert(*from);
      event.window = group.window;
      event.mentions = std::move(group.mentions);
    }
    std::ranges::sort(out, {}, &MergedEvent::mentions);
    return out;
  }

 private:
  // The event that a mention joins; groups_.size(): none.
  [[nodiscard]] std::size_t find_group(const EventMention& mention,
                                       const std::vector<text::WordKey>& leads) {
    const std::uint32_t part = part_of_[mention.telling.sentence.article];
    std::size_t best = groups_.size();
    double best_margin = 0;
    double best_cosine = 0;
    double next_cosine = 0;
    for (const std::size_t g : index_.find(mention, part, leads, scratch_)) {
      const EventGroup& group = groups_[g];
      if (group.mentions.empty() || !mention.window.meets(group.window) ||
          contradicts(mention, group))
        continue;
      const double like = cosine(mention, group);
      const double margin = like - least(mention, group);
      if (like > best_cosine) {
        next_cosine = best_cosine;
        best_cosine = like;
      } else {
        next_cosine = std::max(next_cosine, like);
      }
      if (margin < 0 || (best < groups_.size() && margin <= best_margin)) continue;
      best = g;
      best_margin = margin;
    }
    if (!mention.is_dated && next_cosine > kNextBest * best_cosine) return groups_.size();
    return best;
  }

  // What something is counted from: of events much like it the one most told, not a day on which it
  // is remembered; groups_.size(): none.
  [[nodiscard]] std::size_t find_base(const EventMention& base) {
    const std::uint32_t part = part_of_[base.telling.sentence.article];
    // "the loss of the ferry", "the failure of the dam": whatever it was.
    const bool is_any = base.deed.empty() || base.deed == "lose";
    const double least = is_any ? kBaseOfAny : kBase;
    std::vector<std::pair<double, std::size_t>> found;  // how like, the event
    double most = 0;
    for (const std::size_t g : index_.find(base, part, leads_of(base), scratch_)) {
      const EventGroup& group = groups_[g];
      if (group.mentions.empty() || !base.window.meets(group.window) || !has(group.parts, part) ||
          (!is_any && !has(group.core_deeds, base.deed)))
        continue;
      const double like = cosine(base, group);
      if (like < least) continue;
      found.emplace_back(like, g);
      most = std::max(most, like);
    }
    std::size_t best = groups_.size();
    for (const auto& [like, g] : found)
      if (like >= kNearlyAsLike * most &&
          (best == groups_.size() || groups_[g].mentions.size() > groups_[best].mentions.size()))
        best = g;
    return best;
  }

  void place(std::uint32_t i, const EventMention& mention) {
    const std::vector<text::WordKey> leads = leads_of(mention);
    const std::size_t group = find_group(mention, leads);
    if (group == groups_.size()) {
      if (!mention.is_dated) return;
      groups_.emplace_back();
    }
    join(i, mention, group, leads);
  }

  static bool is_statement(const EventMention& mention) {
    return mention.goes_with || !mention.works.empty();
  }

  // Those that go with a dated sentence join its event; then others that tell of the same work
  // where one event alone does.
  void place_statements(std::span<const std::uint32_t> undated) {
    std::map<Span, std::size_t> group_of;  // by sentence, the first
    for (std::size_t g = 0; g < groups_.size(); ++g)
      for (const std::uint32_t i : groups_[g].mentions)
        group_of.try_emplace(mentions_[i].telling.sentence, g);
    for (const std::uint32_t i : undated) {
      const EventMention& mention = mentions_[i];
      if (!mention.goes_with) continue;
      const auto at = group_of.find({mention.telling.sentence.article, *mention.goes_with});
      if (at != group_of.end()) join(i, mention, at->second, leads_of(mention));
    }
    std::map<text::WordKey, std::set<std::size_t>> groups_with;  // by work
    for (std::size_t g = 0; g < groups_.size(); ++g)
      for (const text::WordKey work : groups_[g].works) groups_with[work].insert(g);
    for (const std::uint32_t i : undated) {
      const EventMention& mention = mentions_[i];
      if (mention.goes_with) continue;
      for (const text::WordKey work : mention.works) {
        const auto found = groups_with.find(work);
        if (found == groups_with.end() || found->second.size() != 1) continue;
        const std::size_t g = *found->second.begin();
        if (!mention.window.meets(groups_[g].window) ||
            !has(groups_[g].stories, story_of_[mention.telling.sentence.article]))
          continue;
        join(i, mention, g, leads_of(mention));
        break;
      }
    }
  }

  // False where what it is counted from is no event.
  bool place_counted(std::uint32_t i) {
    const CountedFrom& from = *mentions_[i].counted_from;
    EventMention base;
    base.telling = mentions_[i].telling;
    base.window.hi = mentions_[i].window.hi;
    base.deed = from.deed;
    base.deeds = {from.deed};
    base.terms = from.terms;
    const std::size_t found = find_base(base);
    if (found == groups_.size()) return false;
    const Window days = groups_[found].window;
    EventMention dated = mentions_[i];
    dated.is_dated = true;
    dated.window = {
        std::max(later(days.lo, from) - std::chrono::days{from.slack}, dated.window.lo),
        std::min(later(days.hi, from) + std::chrono::days{from.slack}, dated.window.hi)};
    if (dated.window.lo > dated.window.hi) return false;
    // Years after is too far off for a day: it is only of an event that others tell.
    const bool is_years = from.is_months && from.n % kMonthsOfYear == 0;
    if (is_years && find_group(dated, leads_of(dated)) == groups_.size()) return false;
    counted_from_.emplace(i, days);
    place(i, dated);
    return true;
  }

  static Day later(Day day, const CountedFrom& from) {
    return from.is_months ? add_months(day, from.n) : day + std::chrono::days{from.n};
  }

  // Of each event, earlier ones of the same days that it may be. An event keeps its days and what
  // leads to it while others join it, and its terms until its own turn: all are looked up at once.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> find_earlier(const Context& context) const {
    constexpr std::size_t kAtATime = 1024;
    std::vector<std::vector<std::uint32_t>> earlier(groups_.size());
    parallel_for(context, (groups_.size() + kAtATime - 1) / kAtATime, [&](std::size_t k) {
      EventIndex::Scratch scratch;
      const std::size_t end = std::min(groups_.size(), (k + 1) * kAtATime);
      for (std::size_t g = k * kAtATime; g < end; ++g) {
        const EventMention whole = whole_of(groups_[g]);
        const std::uint32_t part = part_of_[whole.telling.sentence.article];
        for (const std::uint32_t other : index_.find(whole, part, leads_of(whole), scratch))
          if (other < g && groups_[other].window == groups_[g].window) earlier[g].push_back(other);
      }
    });
    return earlier;
  }

  // Mentions come one by one: two that began apart may have become one by those between them.
  void join_with_earlier(std::size_t g, const std::vector<std::uint32_t>& earlier) {
    if (earlier.empty()) return;
    const EventMention whole = whole_of(groups_[g]);
    const std::uint32_t part = part_of_[whole.telling.sentence.article];
    std::size_t best = g;
    double best_cosine = 0;
    for (const std::uint32_t other : earlier) {
      if (groups_[other].mentions.empty() || contradict(groups_[other], groups_[g])) continue;
      const double like = cosine(whole, groups_[other]);
      if (like < least_of_wholes(groups_[other], groups_[g], part) || like <= best_cosine) continue;
      best = other;
      best_cosine = like;
    }
    if (best != g) join_groups(groups_[best], groups_[g]);
  }

  [[nodiscard]] double least_of_wholes(const EventGroup& a, const EventGroup& b,
                                       std::uint32_t part) const {
    if (have_one(a.parts, b.parts)) return kWholes + growth(part);
    return have_one(a.stories, b.stories) ? kWholesInStory : kWholesElsewhere;
  }

  // What happens but once, told in much the same words of another day of the week: one of the days
  // is wrong. Articles that tell of both days tell two events.
  void join_with_other_days(std::size_t g) {
    if (groups_[g].mentions.empty()) return;
    const EventMention whole = whole_of(groups_[g]);
    const std::uint32_t part = part_of_[whole.telling.sentence.article];
    std::size_t best = g;
    double best_cosine = kOtherDays;
    for (const std::size_t other : index_.find(whole, part, leads_of(whole), scratch_)) {
      if (!are_near(groups_[other], groups_[g], kOtherDaysApart) ||
          contradict(groups_[other], groups_[g]))
        continue;
      const double like = cosine(whole, groups_[other]);
      const bool are_alike = like >= kOtherDaysOfAny &&
                             are_near(groups_[other], groups_[g], kOtherDaysOfAnyApart) &&
                             !may_come_again(groups_[other]) && !may_come_again(groups_[g]);
      if (!are_alike && !are_of_one_deed(groups_[other], groups_[g])) continue;
      if (like <= best_cosine || share_articles(groups_[other], groups_[g])) continue;
      best = other;
      best_cosine = like;
    }
    if (best == g) return;
    if (groups_[g].mentions.size() > groups_[best].mentions.size())
      groups_[best].window = groups_[g].window;
    join_groups(groups_[best], groups_[g]);
  }

  // Does the one tell what the other says did not happen?
  static bool contradicts(const EventMention& mention, const EventGroup& group) {
    return has(group.core_deeds, mention.not_done) || have_one(group.not_done, mention.core);
  }

  // What is told of a month or a year joins what is told of a day of it: each of its sentences
  // alone may have been too little like it.
  void join_with_finer(std::size_t g) {
    constexpr std::chrono::days kCoarse{2};
    constexpr std::chrono::days kMonth{31};
    const EventGroup& coarse = groups_[g];
    if (coarse.mentions.empty()) return;
    const std::chrono::days width = coarse.window.hi - coarse.window.lo;
    if (width <= kCoarse) return;
    const EventMention whole = whole_of(coarse);
    const std::uint32_t part = part_of_[whole.telling.sentence.article];
    std::size_t best = g;
    double best_margin = 0;
    double best_cosine = 0;
    double next_cosine = 0;
    for (const std::size_t other : index_.find(whole, part, leads_of(whole), scratch_)) {
      const EventGroup& finer = groups_[other];
      if (finer.mentions.empty() || !is_around(coarse.window, finer.window) ||
          contradict(finer, coarse) || !have_one(finer.stories, coarse.stories))
        continue;
      const double like = cosine(whole, finer);
      if (like > best_cosine)
        next_cosine = std::exchange(best_cosine, like);
      else
        next_cosine = std::max(next_cosine, like);
      // Much that is alike happens in a year.
      if (width > kMonth && !have_one(finer.core_deeds, coarse.core_deeds)) continue;
      const double least =
          have_one(finer.parts, coarse.parts) ? kFiner + 2 * growth(part) : kFinerInStory;
      if (like < least || (best != g && like - least <= best_margin)) continue;
      best = other;
      best_margin = like - least;
    }
    if (best != g && next_cosine <= kNextBest * best_cosine) join_groups(groups_[best], groups_[g]);
  }

  // Do articles that tell the one tell the other, too: more than one in three of those of fewer?
  [[nodiscard]] bool share_articles(const EventGroup& a, const EventGroup& b) const {
    constexpr std::size_t kOneIn = 3;
    const std::set<std::uint32_t> of_a = articles_of(a);
    const std::set<std::uint32_t> of_b = articles_of(b);
    const auto n_both = static_cast<std::size_t>(
        std::ranges::count_if(of_a, [&](std::uint32_t each) { return of_b.contains(each); }));
    return n_both * kOneIn > std::min(of_a.size(), of_b.size());
  }
  [[nodiscard]] std::set<std::uint32_t> articles_of(const EventGroup& group) const {
    std::set<std::uint32_t> articles;
    for (const std::uint32_t i : group.mentions)
      articles.insert(mentions_[i].telling.sentence.article);
    return articles;
  }

  // The first mention of an event, with its days and the terms of all, of length 1.
  [[nodiscard]] EventMention whole_of(const EventGroup& group) const {
    EventMention whole = mentions_[group.mentions.front()];
    whole.window = group.window;
    whole.terms = group.sum;
    for (Term& term : whole.terms)
      term.weight = static_cast<float>(term.weight / std::max(group.length, 1e-9));
    return whole;
  }

  [[nodiscard]] double least(const EventMention& mention, const EventGroup& group) const {
    constexpr double kNever = 2;
    const std::uint32_t article = mention.telling.sentence.article;
    const std::uint32_t part = part_of_[article];
    const bool is_here = has(group.parts, part);
    const bool is_of_story = has(group.stories, story_of_[article]);
    const bool tells_deed = has(group.core_deeds, mention.deed);
    double least = 0;
    if (!mention.is_dated) {
      const bool tells_any = std::ranges::any_of(
          mention.deeds, [&](const SharedText& deed) { return has(group.core_deeds, deed); });
      return is_here && tells_any ? kUndated : kNever;
    }
    const auto n_days = (mention.window.hi - mention.window.lo).count() + 1;
    // A night is part of two days, but is told of the first.
    const bool is_same =
        mention.window == group.window ||
        (n_days <= 2 && told_day(mention) == told_day(mentions_[group.mentions[0]]));
    constexpr int kMonthDays = 31;
    if (!is_here)
      least = !is_same || n_days > 2 ? kWithinElsewhere
              : is_of_story          ? kSameDayInStory
                                     : kSameDayElsewhere;
    else
      least = growth(part) + (!is_same && n_days == 2            ? kNightBefore
                              : !is_same && n_days <= kMonthDays ? kWithinMonth
                              : !is_same                         ? kWithin
                              : n_days == 1                      ? kSameDay
                              : n_days <= kMonthDays             ? kSameMonth
                                                                 : kSameLonger);
    if (mention.is_listed && tells_deed) least -= kSameDeed;
    if (tells_deed && is_of_story && !is_here && happens_once(mention.deed))
      least = std::min(least, kOnceInStory);
    const bool tells_doing = std::ranges::any_of(
        group.core_deeds, [](const SharedText& deed) { return !is_outcome(deed); });
    if (mention.is_listed && !is_outcome(mention.deed) && tells_doing && !tells_deed &&
        !has(group.deeds, mention.deed) &&
        std::ranges::none_of(mention.deeds,
                             [&](const SharedText& deed) { return has(group.core_deeds, deed); }))
      least += is_here ? kOtherDeed + 2 * growth(part) : kOtherDeedElsewhere;
    return least;
  }

  static std::optional<Day> told_day(const EventMention& mention) {
    return mention.telling.when.grain <= Grain::kDay ? mention.telling.when.earliest : std::nullopt;
  }

  // A part of many articles has more than one thing on many a day.
  [[nodiscard]] double growth(std::uint32_t part) const {
    constexpr double kFew = 5;
    return kEachDoubling * std::log2(std::max(1.0, n_of_part_[part] / kFew));
  }

  void join(std::uint32_t i, const EventMention& mention, std::size_t g,
            const std::vector<text::WordKey>& leads) {
    const std::uint32_t article = mention.telling.sentence.article;
    const std::uint32_t part = part_of_[article];
    EventGroup& group = groups_[g];
    const bool is_summed = group.mentions.size() < kMostSummed;
    group.mentions.push_back(i);
    if (mention.is_dated) {
      group.window.lo = std::max(group.window.lo, mention.window.lo);
      group.window.hi = std::min(group.window.hi, mention.window.hi);
    }
    if (!is_summed) return;
    add_terms(group, mention.terms);
    add_once(group.parts, part);
    add_once(group.stories, story_of_[article]);
    if (mention.is_dated)
      for (const SharedText& deed : mention.core) add_once(group.core_deeds, deed);
    for (const SharedText& deed : mention.deeds) add_once(group.deeds, deed);
    if (!mention.not_done.empty()) add_once(group.not_done, mention.not_done);
    for (const text::WordKey key : mention.once) add_once(group.once, key);
    for (const text::WordKey key : mention.works) add_once(group.works, key);
    index_.add(static_cast<std::uint32_t>(g), mention, part, leads);
  }

  std::span<const EventMention> mentions_;
  std::span<const std::uint32_t> part_of_;
  std::span<const std::uint32_t> story_of_;
  std::vector<double> n_of_part_;
  std::vector<EventGroup> groups_;
  std::map<std::uint32_t, Window> counted_from_;  // by mention
  EventIndex index_;
  EventIndex::Scratch scratch_;
};

}  // namespace

std::vector<MergedEvent> merge_mentions(std::span<const EventMention> mentions,
                                        std::span<const std::uint32_t> part_of,
                                        std::span<const std::uint32_t> story_of,
                                        const Context& context) {
  return Merger(mentions, part_of, story_of).merge(context);
}

}  // namespace fabula::timeline
