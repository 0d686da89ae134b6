#include <string>
#include <utility>

#include "dating/ages.hpp"
#include "dating/bindings.hpp"
#include "dating/births.hpp"
#include "dating/events.hpp"
#include "dating/makers.hpp"

namespace fabula::dating {
namespace {

void add_birthday(const Sources& sources, std::uint32_t article, const BirthdayClue& clue, Var born,
                  Evidence& evidence) {
  constexpr std::int32_t kCelebratedFor = 31;  // days
  const auto index = static_cast<std::size_t>(clue.time);
  TimeRelation relation = sources.relations[article][index];
  if (!is_usable(relation)) return;
  if (clue.is_either) relation = on_either_side(std::move(relation));
  const Range words = sources.pile.articles[article].times[index].range;
  const std::string text(words_of(sources.pile.articles[article].article.text, words));
  const Var day =
      evidence.add_day({DayOf::kEvent, "the day of “" + text + "” was", -1, {article, clue.range}});
  DayConstraint turned = months_after(born, day, 12 * clue.n);
  if (clue.is_near) turned.hi = kCelebratedFor;
  std::vector<Span> rests_on = {{article, clue.range}, {article, words}};
  if (!clue.age.empty()) rests_on.insert(rests_on.begin(), {article, clue.age});
  evidence.add({"date.birthday", std::move(rests_on)},
               evidence_of(clue.is_near ? kEpithetAgeWeight : kAgeWeight,
                           bound_to(relation, sources.published[article], day), {turned}));
}

Var born_on(Births& births, std::uint32_t article, std::int32_t thing, const std::string& unnamed,
            Range words) {
  return thing >= 0 ? births.of(article, thing, words) : births.of_unnamed(article, unnamed, words);
}

}  // namespace

void add_ages(const Sources& sources, Births& births, Events& events, Evidence& evidence) {
  const Pile& pile = sources.pile;
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    const std::vector<AgeClue> ages = find_ages(pile.articles[a]);
    for (const AgeClue& clue : ages) {
      const Var born = born_on(births, a, clue.thing, clue.unnamed, clue.range);
      evidence.add({"date.age", {{a, clue.range}}},
                   {.weight = clue.is_named ? kAgeWeight : kEpithetAgeWeight,
                    .all = {clue.is_months ? age_in_months(born, sources.published[a], clue.n)
                                           : age(born, sources.published[a], clue.n)},
                    .either = {}});
    }
    for (const BirthdayClue& clue : find_birthdays(pile.articles[a], ages))
      add_birthday(sources, a, clue, born_on(births, a, clue.thing, clue.unnamed, clue.range),
                   evidence);
    for (const AgeThenClue& clue : find_ages_then(pile.articles[a], sources.happenings[a])) {
      const Var born = born_on(births, a, clue.thing, clue.unnamed, clue.range);
      const Var then = events.day_of(a, clue.happening);
      const Range when = sources.happenings[a].all[static_cast<std::size_t>(clue.happening)].range;
      evidence.add({"date.age-then", {{a, clue.range}, {a, when}}},
                   {.weight = kAgeWeight, .all = {age(born, then, clue.n)}, .either = {}});
    }
  }
}

}  // namespace fabula::dating
