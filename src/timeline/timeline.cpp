#include "timeline/timeline.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/hash.hpp"
#include "timeline/event_group.hpp"
#include "timeline/leads.hpp"
#include "timeline/line.hpp"
#include "timeline/mentions.hpp"
#include "timeline/merge.hpp"
#include "timeline/origins.hpp"
#include "timeline/tellings.hpp"

namespace fabula::timeline {
namespace {

constexpr std::size_t kMaxReasons = 5;

// An event while it is put together.
struct Draft {
  std::string rule;
  When when;
  EventStatus status = EventStatus::kHappened;
  std::vector<Telling> tellings;        // those with a time first
  std::vector<std::string> told_again;  // why each of those without one is of the event
};

// By article, the index of its story; n: it is in none.
std::vector<std::uint32_t> stories_of(const Pile& pile) {
  std::vector<std::uint32_t> stories(pile.articles.size(),
                                     static_cast<std::uint32_t>(pile.stories.size()));
  for (std::uint32_t i = 0; i < pile.stories.size(); ++i)
    for (const Membership& member : pile.stories[i].members) stories[member.article] = i;
  return stories;
}

std::string article_of(const Published& published) {
  return published.when.known() ? "article of " + published.when.edtf : "article without a date";
}

// "told again in the article of 2024-03-05: “weir”, “broke”"
std::string told_again(const Pile& pile, const EventMention& mention,
                       std::span<const EventMention* const> dated) {
  constexpr std::size_t kMostWords = 3;
  std::string because = "told again in the ";
  const AnnotatedArticle& article = pile.articles[mention.telling.sentence.article];
  because += article_of(article.article.published);
  std::string_view mark = ": ";
  for (const Range word : shared_words(article, mention, dated, kMostWords)) {
    because += mark;
    because += "“";
    because += words_of(article.article.text, word);
    because += "”";
    mark = ", ";
  }
  return because;
}

// Of tellings that have it on days that exclude each other, those of the days that most articles
// tell; all where as many tell the others.
std::vector<const EventMention*> told_most(std::span<const EventMention* const> finest) {
  struct Told {
    Window window;
    std::vector<const EventMention*> mentions;
    std::set<std::uint32_t> articles;
  };
  std::vector<Told> told;
  for (const EventMention* mention : finest) {
    const auto same = std::ranges::find_if(
        told, [&](const Told& each) { return each.window.meets(mention->window); });
    Told& into = same == told.end() ? told.emplace_back() : *same;
    into.window = mention->window;
    into.mentions.push_back(mention);
    into.articles.insert(mention->telling.sentence.article);
  }
  const auto n_articles = [](const Told& each) { return each.articles.size(); };
  const Told& most = *std::ranges::max_element(told, {}, n_articles);
  if (std::ranges::count(told, n_articles(most), n_articles) == 1) return most.mentions;
  return {finest.begin(), finest.end()};
}

// The finest of what the tellings say of the day; a night that another telling has as the morning
// after is both days, and so are two days that as many articles tell.
When when_of(std::span<const EventMention* const> dated) {
  const auto width = [](const EventMention* m) { return m->window.hi - m->window.lo; };
  const auto least = width(*std::ranges::min_element(dated, {}, width));
  std::vector<const EventMention*> finest;
  for (const EventMention* mention : dated)
    if (width(mention) == least) finest.push_back(mention);
  finest = told_most(finest);
  const auto [first, last] = std::ranges::minmax(
      finest, {}, [](const EventMention* m) { return std::pair(m->window.lo, m->window.hi); });
  if (!first->window.meets(last->window))
    return when_between(first->window.lo, last->window.hi, first->telling.when.grain);
  const When& when = finest.front()->telling.when;
  if (when.grain != Grain::kDay) return when;
  if (finest.front()->window.lo < *when.earliest)  // "two weeks ago"
    return when_between(finest.front()->window.lo, finest.front()->window.hi, Grain::kDay);
  for (const EventMention* each : dated)
    if (each->telling.when.grain == Grain::kDay && each->window.hi == *when.latest &&
        *each->telling.when.latest < *when.earliest)
      return when_between(each->telling.when.earliest, when.latest, Grain::kDay);
  return when;
}

// Denied or alleged where every telling with a time says so; planned where none tells it as gone
// by.
EventStatus status_of(std::span<const EventMention* const> dated) {
  EventStatus least = EventStatus::kDenied;
  for (const EventMention* mention : dated) least = std::min(least, mention->status);
  return least;
}

// The dated sentence that this one goes with; null: none.
const EventMention* dating_of(const EventMention& mention,
                              std::span<const EventMention* const> dated) {
  if (!mention.goes_with) return nullptr;
  const Span sentence{mention.telling.sentence.article, *mention.goes_with};
  const auto found = std::ranges::find_if(
      dated, [&](const EventMention* each) { return each->telling.sentence == sentence; });
  return found == dated.end() ? nullptr : *found;
}

// "another sentence of the article of 2020-11-10 says when: 'on Monday'"
std::string told_when(const Pile& pile, const EventMention& dating) {
  const AnnotatedArticle& article = pile.articles[dating.telling.sentence.article];
  std::string because = "another sentence of the ";
  because += article_of(article.article.published);
  because += " says when: '";
  because += words_of(article.article.text, article.times[dating.telling.time].range);
  because += "'";
  return because;
}

// "'two weeks after' in the article of 2020-11-10 is counted from 2020-10-25"
std::string counted(const Pile& pile, const EventMention& mention, const Window& from) {
  const AnnotatedArticle& article = pile.articles[mention.telling.sentence.article];
  std::string because = "'";
  because += words_of(article.article.text, mention.counted_from->words);
  because += "' in the ";
  because += article_of(article.article.published);
  because += " is counted from ";
  because += when_between(from.lo, from.hi, Grain::kDay).edtf;
  return because;
}

// Of each mention of an event, how much it has of the words of all, compared with the one that has
// most. Of a few tellings none is the typical one: all 1.
std::vector<float> shares_of(std::span<const EventMention> mentions, const MergedEvent& event) {
  constexpr std::size_t kFewest = 4;
  constexpr std::size_t kMostSummed = 64;  // the first ones
  std::vector<float> shares(event.mentions.size(), 1);
  if (shares.size() < kFewest) return shares;
  EventGroup all;
  for (std::size_t i = 0; i < std::min(event.mentions.size(), kMostSummed); ++i)
    add_terms(all, mentions[event.mentions[i]].terms);
  for (std::size_t i = 0; i < shares.size(); ++i)
    shares[i] = static_cast<float>(cosine(mentions[event.mentions[i]], all));
  const float most = std::ranges::max(shares);
  for (float& share : shares) share = most > 0 ? share / most : 1;
  return shares;
}

Draft draft_of(const Pile& pile, std::span<const EventMention> mentions, const MergedEvent& event) {
  Draft draft;
  draft.rule = "event.dated-sentence";
  std::vector<const EventMention*> dated;
  const std::vector<float> shares = shares_of(mentions, event);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const EventMention& mention = mentions[event.mentions[i]];
    if (!mention.is_dated) continue;
    dated.push_back(&mention);
    draft.tellings.push_back(mention.telling);
    draft.tellings.back().share = shares[i];
  }
  std::vector<const EventMention*> telling = dated;  // those that tell its days
  for (std::size_t k = 0; k < shares.size(); ++k) {
    const std::uint32_t i = event.mentions[k];
    if (mentions[i].is_dated) continue;
    draft.tellings.push_back(mentions[i].telling);
    draft.tellings.back().share = shares[k];
    if (const EventMention* dating = dating_of(mentions[i], dated)) {
      draft.tellings.back().when = dating->telling.when;
      draft.told_again.push_back(told_when(pile, *dating));
      continue;
    }
    const auto from = event.counted_from.find(i);
    if (from == event.counted_from.end()) {
      draft.told_again.push_back(told_again(pile, mentions[i], dated));
      continue;
    }
    draft.told_again.push_back(counted(pile, mentions[i], from->second));
    if (dated.empty()) telling.push_back(&mentions[i]);
  }
  draft.status = status_of(telling);
  if (!dated.empty()) {
    draft.when = when_of(dated);
    return draft;
  }
  draft.rule = "event.counted";
  draft.when = when_between(event.window.lo, event.window.hi, Grain::kDay);
  for (Telling& each : draft.tellings) each.when = draft.when;
  return draft;
}

// Leads of articles that have no telling, or no day of publication: those that tell the same are
// one. told: sentences of events, sorted; has_telling: by article.
void add_leads(std::vector<Draft>& drafts, const Pile& pile, std::span<const EventMention> mentions,
               std::span<const std::uint32_t> part_of, std::span<const Span> told,
               const std::vector<bool>& has_telling) {
  std::vector<std::uint32_t> leads;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (!mentions[i].is_lead) continue;
    const Span& sentence = mentions[i].telling.sentence;
    const auto& latest = pile.articles[sentence.article].article.published.when.latest;
    const bool has_one = has_telling[sentence.article];
    // A lead that tells of something else, too, is all that is known of an undated article.
    if ((has_one && latest) || ((latest || has_one) && std::ranges::binary_search(told, sentence)))
      continue;
    leads.push_back(i);
  }
  for (const std::vector<std::uint32_t>& group : join_leads(pile, mentions, leads, part_of)) {
    Draft& draft = drafts.emplace_back();
    const EventMention& first = mentions[group.front()];
    const Published& published = pile.articles[first.telling.sentence.article].article.published;
    const auto& latest = published.when.latest;
    if (latest) draft.when = when_between(std::nullopt, latest, Grain::kDay);
    draft.rule = !latest                                 ? "event.undated-lead"
                 : published.basis == DateBasis::kStated ? "event.published-lead"
                                                         : "event.inferred-lead";
    for (const std::uint32_t i : group) {
      draft.tellings.push_back(mentions[i].telling);
      draft.tellings.back().when = draft.when;
      const EventMention* const of_first = &first;
      if (i != group.front())
        draft.told_again.push_back(told_again(pile, mentions[i], std::span(&of_first, 1)));
    }
  }
}

std::vector<Draft> draft_events(const Pile& pile, std::span<const std::uint32_t> part_of,
                                std::span<const EventMention> mentions, const Context& context) {
  const std::vector<MergedEvent> merged =
      merge_mentions(mentions, part_of, stories_of(pile), context);
  std::vector<Draft> drafts(merged.size());
  parallel_for(context, merged.size(),
               [&](std::size_t i) { drafts[i] = draft_of(pile, mentions, merged[i]); });
  std::vector<Span> told;
  std::vector<bool> has_telling(pile.articles.size());
  for (const MergedEvent& event : merged)
    for (const std::uint32_t i : event.mentions) {
      told.push_back(mentions[i].telling.sentence);
      if (mentions[i].is_dated) has_telling[mentions[i].telling.sentence.article] = true;
    }
  std::ranges::sort(told);
  add_leads(drafts, pile, mentions, part_of, told, has_telling);
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

bool exclude(const When& a, const When& b) {
  return (a.latest && b.earliest && *a.latest < *b.earliest) ||
         (b.latest && a.earliest && *b.latest < *a.earliest);
}

std::vector<std::string> reasons_of(const Pile& pile, const Draft& draft, std::size_t line) {
  std::vector<std::string> reasons;
  const auto add = [&](std::string because) {
    if (reasons.size() < kMaxReasons && std::ranges::find(reasons, because) == reasons.end())
      reasons.push_back(std::move(because));
  };
  if (draft.rule == "event.undated-lead")
    add("nothing says when this article appeared; this is its lead sentence");
  else if (draft.rule == "event.inferred-lead")
    add("the article has no dated sentence and states no day of its own; it appeared by " +
        iso(*draft.when.latest));
  else if (draft.rule == "event.published-lead")
    add("the article has no dated sentence; it appeared on " + iso(*draft.when.latest));
  const std::size_t n_dated = reasons.empty() ? draft.tellings.size() - draft.told_again.size() : 0;
  if (line < n_dated) add(reason(pile, draft.tellings[line]));
  // First those that have it on another day.
  for (std::size_t i = 0; i < n_dated; ++i)
    if (exclude(draft.tellings[i].when, draft.when)) add(reason(pile, draft.tellings[i]));
  for (std::size_t i = 0; i < n_dated; ++i) add(reason(pile, draft.tellings[i]));
  for (const std::string& because : draft.told_again) add(because);
  return reasons;
}

Event finished(const Pile& pile, const PeopleOfThings& people, const Draft& draft) {
  Event event;
  const std::size_t best = best_line(pile, draft.tellings, draft.when);
  event.line = draft.tellings[best].sentence;
  event.when = draft.when;
  event.status = draft.status;
  for (const Telling& telling : draft.tellings) event.tellings.push_back(telling.sentence);
  std::ranges::sort(event.tellings);
  const auto twice = std::ranges::unique(event.tellings);
  event.tellings.erase(twice.begin(), twice.end());
  std::vector<std::uint32_t> articles;
  for (const Span& telling : event.tellings)
    if (articles.empty() || articles.back() != telling.article) articles.push_back(telling.article);
  event.n_articles = static_cast<std::uint32_t>(articles.size());
  event.people = people_in(pile, people, event.line);
  event.because = reasons_of(pile, draft, best);
  event.rule = draft.rule;
  event.id =
      content_id('e', {pile.articles[event.line.article].article.id,
                       std::to_string(event.line.range.begin), std::to_string(event.line.range.end),
                       event.when.edtf, std::to_string(draft.tellings[best].time)});
  return event;
}

auto order_of(const Event& event) {
  const auto& [earliest, latest] = std::tie(event.when.earliest, event.when.latest);
  const Day first = earliest ? *earliest : latest.value_or(Day::max());
  // Where no day tells the order, what most articles tell comes first.
  const auto few = event.when.known() ? 0 : -static_cast<std::int64_t>(event.n_articles);
  return std::tuple(!event.when.known(), first, latest.value_or(Day::max()), few, event.id);
}

}  // namespace

std::vector<Event> build_timeline(const Pile& pile, std::span<const std::uint32_t> part_of,
                                  std::span<const EventMention> mentions, const Context& context) {
  const std::vector<Draft> drafts = draft_events(pile, part_of, mentions, context);
  std::vector<std::vector<Telling>> tellings;
  for (const Draft& draft : drafts) {
    tellings.push_back(draft.tellings);
    std::ranges::sort(tellings.back(), {},
                      [](const Telling& t) { return std::tie(t.sentence, t.time); });
  }
  const std::vector<std::uint32_t> n_origins = count_origins(pile, tellings);
  const PeopleOfThings people = people_of_things(pile);
  std::vector<Event> events(drafts.size());
  parallel_for(context, drafts.size(), [&](std::size_t i) {
    events[i] = finished(pile, people, drafts[i]);
    events[i].n_origins = n_origins[i];
  });
  std::ranges::sort(events, {}, order_of);
  return events;
}

}  // namespace fabula::timeline
