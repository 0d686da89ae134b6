#include <algorithm>
#include <map>
#include <string_view>

#include "dating/bindings.hpp"
#include "dating/makers.hpp"
#include "language/telling.hpp"

namespace fabula::dating {

using language::sentence_at;
using language::stands_apart;

namespace {

// Does the time stand before the quotation or in a sentence of it, and not in a picture's caption?
bool stands_beside(const AnnotatedArticle& article, const Quote& quote, Range time) {
  const Range sentence = sentence_at(article, time);
  return !sentence.empty() && !stands_apart(article, sentence) &&
         (sentence.begin < quote.range.begin ||
          sentence.overlaps(quote.cue ? *quote.cue : quote.range));
}

// What a picture's caption quotes was said in a story of its own.
bool stands_in_caption(const AnnotatedArticle& article, const Quote& quote) {
  return stands_apart(article, sentence_at(article, {quote.range.begin, quote.range.begin + 1})) ||
         stands_apart(article, sentence_at(article, {quote.range.end - 1, quote.range.end}));
}

// "on 21 August", told the next spring: of last year, or of the year the article speaks of?
bool is_of_unsure_year(const Sources& sources, std::uint32_t a, std::size_t time) {
  constexpr DayNumber kLately = 100;  // days
  const auto is_month = [](const DayConstraint& c) { return c.kind == ConstraintKind::kMonth; };
  const bool has_month = std::ranges::any_of(
      sources.relations[a][time].readings,
      [&](const auto& reading) { return std::ranges::any_of(reading, is_month); });
  const When& published = sources.pile.articles[a].article.published.when;
  const auto days = known_days(sources.pile.articles[a].times[time]);
  return has_month && !sources.is_undated(a) && published.earliest && days &&
         number_of(*published.earliest) - days->second > kLately;
}

// What one place tells of the day on which its words were said.
void add_place(const Sources& sources, const FamilyMember& member, Var said, Evidence& evidence) {
  const std::uint32_t a = member.quote.article;
  const AnnotatedArticle& article = sources.pile.articles[a];
  const Quote& quote = article.quotes[member.quote.index];
  const Var day = sources.published[a];
  if (quote.said_time >= 0) {
    const auto index = static_cast<std::size_t>(quote.said_time);
    const TimeRelation& relation = sources.relations[a][index];
    const bool is_beside = stands_beside(article, quote, article.times[index].range);
    if (is_usable(relation) && relation.tense <= 0 && is_beside &&
        !is_of_unsure_year(sources, a, index)) {
      const TimeRelation told = with_sunday_before(relation);
      evidence.add({"date.said", {{a, quote.range}, {a, article.times[index].range}}},
                   evidence_of(kSaidWeight, bound_to(told, day, said), {not_after(said, day)}));
      return;
    }
  }
  evidence.add({"date.quoted", {{a, quote.range}}},
               {.weight = kCopyWeight, .all = {not_after(said, day)}, .either = {}});
}

// Do the dated articles themselves place it on days far apart, or quote it long before one of those
// days? Then it was said more than once, and which time an undated article means is not known.
bool is_said_again(const Sources& sources, const std::vector<const FamilyMember*>& members) {
  constexpr std::int32_t kNear = 7;  // days: a wrong weekday is no second time
  DayNumber latest_begin = kFirstDay;
  DayNumber earliest_end = kLastDay;
  for (const FamilyMember* member : members) {
    const std::uint32_t a = member->quote.article;
    if (sources.is_undated(a)) continue;
    const AnnotatedArticle& article = sources.pile.articles[a];
    const When& published = article.article.published.when;
    if (published.latest) earliest_end = std::min(earliest_end, number_of(*published.latest));
    const Quote& quote = article.quotes[member->quote.index];
    if (quote.said_time < 0) continue;
    const TimeExpression& time = article.times[static_cast<std::size_t>(quote.said_time)];
    const auto days = known_days(time);
    if (!days || !stands_beside(article, quote, time.range)) continue;
    latest_begin = std::max(latest_begin, days->first);
    earliest_end = std::min(earliest_end, days->second);
  }
  return latest_begin > kFirstDay && latest_begin - kNear > earliest_end;
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
      if (speaker < 0 || quote.kind != QuoteKind::kDirect || n_words(words) < kFewestWords ||
          stands_in_caption(pile.articles[member.quote.article], quote))
        continue;
      by_speaker[speaker].push_back(&member);
    }
    for (const auto& [speaker, members] : by_speaker) {
      const bool helps = std::ranges::any_of(members, [&](const FamilyMember* member) {
        return sources.is_undated(member->quote.article);
      });
      if (!helps || members.size() < 2 || is_said_again(sources, members)) continue;
      const Quote& first =
          pile.articles[members.front()->quote.article].quotes[members.front()->quote.index];
      const Var said = evidence.add_day({DayOf::kSaying,
                                         "these words were said",
                                         -1,
                                         {members.front()->quote.article, first.range}});
      for (const FamilyMember* member : members) add_place(sources, *member, said, evidence);
    }
  }
}

}  // namespace fabula::dating
