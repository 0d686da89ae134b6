#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dating/ages.hpp"
#include "dating/bindings.hpp"
#include "dating/births.hpp"
#include "dating/deaths.hpp"
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

// Of those of whom some article of the pile tells that they died: how old they were says nothing of
// when it appeared.
std::set<Var> births_of_the_dead(const Pile& pile, const Births& births) {
  std::set<Var> out;
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a)
    for (const std::uint32_t thing : find_deaths(pile.articles[a]))
      if (const auto born = births.find(a, static_cast<std::int32_t>(thing))) out.insert(*born);
  return out;
}

// When people were born, roughly, as the ages in dated articles have it.
class RoughBirths {
 public:
  RoughBirths(const Sources& sources, const std::vector<std::vector<AgeClue>>& ages,
              const std::vector<std::vector<Var>>& born)
      : sources_(sources) {
    for (std::uint32_t a = 0; a < ages.size(); ++a) {
      const std::optional<Day> stated = sources.pile.articles[a].article.published.when.earliest;
      if (sources.is_undated(a) || !stated) continue;
      for (std::size_t i = 0; i < ages[a].size(); ++i)
        day_.try_emplace(born[a][i], number_of(*stated) - days_of(ages[a][i]));
    }
  }

  // May the age be of that person, in an article of this pile?
  [[nodiscard]] bool allow(Var born, const AgeClue& clue) const {
    const auto found = day_.find(born);
    return found == day_.end() || sources_.time.may_be_of(found->second + days_of(clue));
  }

 private:
  static DayNumber days_of(const AgeClue& clue) {
    return clue.is_months ? clue.n * 365 / 12 : clue.n * 365;
  }

  const Sources& sources_;
  std::map<Var, DayNumber> day_;
};

}  // namespace

void add_ages(const Sources& sources, Births& births, Events& events, Evidence& evidence) {
  const Pile& pile = sources.pile;
  std::vector<std::vector<AgeClue>> ages;  // by article
  std::vector<std::vector<Var>> born;      // the same
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    ages.push_back(find_ages(pile.articles[a]));
    born.emplace_back();
    for (const AgeClue& clue : ages[a])
      born[a].push_back(born_on(births, a, clue.thing, clue.unnamed, clue.range));
  }
  const std::set<Var> dead = births_of_the_dead(pile, births);
  const RoughBirths rough(sources, ages, born);
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    for (std::size_t i = 0; i < ages[a].size(); ++i) {
      const AgeClue& clue = ages[a][i];
      if (dead.contains(born[a][i]) || (sources.is_undated(a) && !rough.allow(born[a][i], clue)))
        continue;
      evidence.add({"date.age", {{a, clue.range}}},
                   {.weight = clue.is_named ? kAgeWeight : kEpithetAgeWeight,
                    .all = {clue.is_months ? age_in_months(born[a][i], sources.published[a], clue.n)
                                           : age(born[a][i], sources.published[a], clue.n)},
                    .either = {}});
    }
    for (const BirthdayClue& clue : find_birthdays(pile.articles[a], ages[a]))
      add_birthday(sources, a, clue, born_on(births, a, clue.thing, clue.unnamed, clue.range),
                   evidence);
    for (const AgeThenClue& clue : find_ages_then(pile.articles[a], sources.happenings[a])) {
      const Var birth = born_on(births, a, clue.thing, clue.unnamed, clue.range);
      const Var then = events.day_of(a, clue.happening);
      const Range when = sources.happenings[a].all[static_cast<std::size_t>(clue.happening)].range;
      evidence.add({"date.age-then", {{a, clue.range}, {a, when}}},
                   {.weight = kAgeWeight, .all = {age(birth, then, clue.n)}, .either = {}});
    }
  }
}

}  // namespace fabula::dating
