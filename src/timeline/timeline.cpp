#include "timeline/timeline.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "base/hash.hpp"
#include "timeline/line.hpp"
#include "timeline/origins.hpp"
#include "timeline/tellings.hpp"

namespace fabula::timeline {
namespace {

constexpr std::size_t kMaxReasons = 5;

// What makes two tellings the same event: one story, the same days, said as finely. A lead sentence
// stands for itself, joined with the leads of copies by its words.
using EventKey =
    std::tuple<std::int32_t, std::optional<Day>, std::optional<Day>, Grain, std::string>;

struct Draft {
  std::string rule;
  std::vector<Telling> tellings;
};
using Drafts = std::map<EventKey, Draft>;

void add_telling(Drafts& drafts, std::int32_t story, Telling telling, std::string_view words,
                 std::string_view rule) {
  const When& when = telling.when;
  Draft& draft = drafts[{story, when.earliest, when.latest, when.grain, std::string(words)}];
  draft.rule = rule;
  draft.tellings.push_back(std::move(telling));
}

// The lead of an article that has no telling, or no day of publication.
void add_lead(Drafts& drafts, std::int32_t story, const AnnotatedArticle& article,
              std::uint32_t index, const std::vector<Telling>& tellings) {
  const Published& published = article.article.published;
  const auto& latest = published.when.latest;
  if (!tellings.empty() && latest) return;
  for (Telling& lead : find_lead(article, index)) {
    if (std::ranges::find(tellings, lead.sentence, &Telling::sentence) != tellings.end()) return;
    const std::string_view words = words_of(article.article.text, lead.sentence.range);
    if (latest) lead.when = when_between(std::nullopt, latest, Grain::kDay);
    const bool is_stated = published.basis == DateBasis::kStated;
    add_telling(drafts, story, std::move(lead), words,
                !latest     ? "event.undated-lead"
                : is_stated ? "event.published-lead"
                            : "event.inferred-lead");
  }
}

// By article, the index of its story; -1: it is in none.
std::vector<std::int32_t> stories_of(const Pile& pile) {
  std::vector<std::int32_t> stories(pile.articles.size(), -1);
  for (std::size_t i = 0; i < pile.stories.size(); ++i)
    for (const Membership& member : pile.stories[i].members)
      stories[member.article] = static_cast<std::int32_t>(i);
  return stories;
}

Drafts draft_events(const Pile& pile) {
  const std::vector<std::int32_t> stories = stories_of(pile);
  Drafts drafts;
  for (std::uint32_t i = 0; i < pile.articles.size(); ++i) {
    std::vector<Telling> tellings = find_tellings(pile.articles[i], i);
    add_lead(drafts, stories[i], pile.articles[i], i, tellings);
    for (Telling& telling : tellings)
      add_telling(drafts, stories[i], std::move(telling), {}, "event.dated-sentence");
  }
  return drafts;
}

// People by the NamedThing that is them.
using PeopleOfThings = std::map<RecordRef, std::uint32_t>;

PeopleOfThings people_of_things(const Pile& pile) {
  PeopleOfThings people;
  for (std::uint32_t p = 0; p < pile.people.size(); ++p)
    for (const RecordRef& thing : pile.people[p].things) people.emplace(thing, p);
  return people;
}

std::vector<std::uint32_t> people_in(const Pile& pile, const PeopleOfThings& people, Span line) {
  std::vector<std::uint32_t> found;
  const auto& mentions = pile.articles[line.article].names.mentions;
  auto mention = std::ranges::lower_bound(mentions, line.range.begin, {},
                                          [](const Mention& m) { return m.range.begin; });
  for (; mention != mentions.end() && mention->range.end <= line.range.end; ++mention)
    if (const auto person = people.find({line.article, mention->thing}); person != people.end())
      found.push_back(person->second);
  std::ranges::sort(found);
  const auto twice = std::ranges::unique(found);
  found.erase(twice.begin(), twice.end());
  return found;
}

// "'on Monday' in the article of 2020-11-10 is 2020-11-09"
std::string reason(const Pile& pile, const Telling& telling) {
  const AnnotatedArticle& article = pile.articles[telling.sentence.article];
  const TimeExpression& time = article.times[telling.time];
  const When& published = article.article.published.when;
  std::string because = "'";
  because += words_of(article.article.text, time.range);
  because += "'";
  if ((time.anchor == "published" || time.anchor == "inferred") && published.known())
    because += " in the article of " + published.edtf;
  else if (time.anchor == "said")
    because += ", counted from the day it was said,";
  else if (time.anchor == "text")
    because += ", counted from a date before it in the text,";
  return because + " is " + telling.when.edtf;
}

std::vector<std::string> reasons_of(const Pile& pile, const Draft& draft, std::size_t line) {
  if (draft.rule == "event.undated-lead")
    return {"nothing says when this article appeared; this is its lead sentence"};
  if (draft.rule == "event.inferred-lead")
    return {"the article has no dated sentence and states no day of its own; it appeared by " +
            iso(*draft.tellings[0].when.latest)};
  if (draft.rule == "event.published-lead")
    return {"the article has no dated sentence; it appeared on " +
            iso(*draft.tellings[0].when.latest)};
  std::vector<std::string> reasons{reason(pile, draft.tellings[line])};
  for (const Telling& telling : draft.tellings) {
    if (reasons.size() == kMaxReasons) break;
    std::string because = reason(pile, telling);
    if (std::ranges::find(reasons, because) == reasons.end()) reasons.push_back(std::move(because));
  }
  return reasons;
}

Event finished(const Pile& pile, const PeopleOfThings& people, const Draft& draft) {
  Event event;
  const std::size_t best = best_line(pile, draft.tellings);
  event.line = draft.tellings[best].sentence;
  event.when = draft.tellings[best].when;
  std::vector<std::uint32_t> articles;
  for (const Telling& telling : draft.tellings) {
    event.tellings.push_back(telling.sentence);
    if (articles.empty() || articles.back() != telling.sentence.article)
      articles.push_back(telling.sentence.article);
  }
  event.n_articles = static_cast<std::uint32_t>(articles.size());
  event.people = people_in(pile, people, event.line);
  event.because = reasons_of(pile, draft, best);
  event.rule = draft.rule;
  event.id = content_id(
      'e', {pile.articles[event.line.article].article.id, std::to_string(event.line.range.begin),
            std::to_string(event.line.range.end), event.when.edtf});
  return event;
}

auto order_of(const Event& event) {
  const auto& [earliest, latest] = std::tie(event.when.earliest, event.when.latest);
  const Day first = earliest ? *earliest : latest.value_or(Day::max());
  return std::tuple(!event.when.known(), first, latest.value_or(Day::max()), event.id);
}

}  // namespace

std::vector<Event> build_timeline(const Pile& pile) {
  Drafts drafts = draft_events(pile);
  std::vector<std::vector<Telling>> tellings;
  for (auto& [key, draft] : drafts) {
    std::ranges::sort(draft.tellings, {},
                      [](const Telling& t) { return std::tie(t.sentence, t.time); });
    tellings.push_back(draft.tellings);
  }
  const std::vector<std::uint32_t> n_origins = count_origins(pile, tellings);
  const PeopleOfThings people = people_of_things(pile);
  std::vector<Event> events;
  for (const auto& [key, draft] : drafts) {
    events.push_back(finished(pile, people, draft));
    events.back().n_origins = n_origins[events.size() - 1];
  }
  std::ranges::sort(events, {}, order_of);
  return events;
}

}  // namespace fabula::timeline
