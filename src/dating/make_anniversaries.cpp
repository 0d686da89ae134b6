#include <string>
#include <utility>
#include <vector>

#include "dating/bindings.hpp"
#include "dating/births.hpp"
#include "dating/events.hpp"
#include "dating/makers.hpp"
#include "dating/sentence_scan.hpp"
#include "language/numbers.hpp"
#include "language/whom.hpp"
#include "text/one_of.hpp"

namespace fabula::dating {

using language::cardinal_of;
using language::Happening;
using language::ordinal_of;
using language::subject_before;
using language::Telling;
using language::Whom;
using language::years_of_wedding;

namespace {

class Maker {
 public:
  Maker(const Sources& sources, Births& births, Events& events, Evidence& evidence)
      : sources_(sources), births_(births), events_(events), evidence_(evidence) {}

  void read(const SentenceScan& sentence) {
    for (std::size_t i = 1; i < sentence.size(); ++i) {
      if (!sentence.is_plain(i)) continue;
      if (sentence.word(i) == "anniversary") read_anniversary(sentence, i);
      if (sentence.word(i) == "wedding" && years_of_wedding(sentence.word(i - 1)) > 0)
        add(sentence, i - 1, i, years_of_wedding(sentence.word(i - 1)), i - 2);
      if (sentence.word(i) == "birthday") read_eve(sentence, i);
    }
  }

 private:
  // "the fifth anniversary of the fire", "the fire's fifth anniversary", "their 60th wedding
  // anniversary", "the one-year anniversary of"
  void read_anniversary(const SentenceScan& sentence, std::size_t i) {
    const bool is_wedding = sentence.word(i - 1) == "wedding";
    const std::size_t at = is_wedding ? i - 2 : i - 1;
    if (at >= i) return;
    std::optional<int> years = ordinal_of(sentence.word(at));
    const std::string_view word = sentence.word(at);
    if (!years && word.ends_with("-year")) years = cardinal_of(word.substr(0, word.size() - 5));
    if (!years) return;
    if (is_wedding) return add(sentence, at, i, *years, i - 2);
    if (sentence.word(i + 1) == "of") return add(sentence, at, i, *years, i + 1);
    if (at >= 2 && sentence.word(at - 1) == "'s") add(sentence, at, i, *years, at - 3);
  }

  // The words [first, last] name the day `years` after the happening that begins behind `origin`.
  void add(const SentenceScan& sentence, std::size_t first, std::size_t last, int years,
           std::size_t origin) {
    constexpr std::size_t kMostWords = 6;
    const std::int32_t happening =
        origin >= sentence.size() ? -1 : sentence.happening_behind(origin, kMostWords);
    const std::int32_t time = sentence.time_near(last);
    if (happening < 0 || time < 0) return;
    const std::uint32_t a = sentence.article();
    const auto index = static_cast<std::size_t>(time);
    const Range words = sentence.range_of(first, last);
    const Range when = sources_.pile.articles[a].times[index].range;
    const Var day =
        evidence_.add_day({DayOf::kEvent, "“" + sentence.text(words) + "” was", -1, {a, words}});
    std::vector<DayConstraint> more = {months_after(events_.day_of(a, happening), day, 12 * years)};
    // "falls on Friday" is to come.
    const std::int32_t verb = sentence.verb_before(word_after(sentence, when));
    const bool is_ahead =
        verb >= 0 &&
        is_to_come(sentence, sources_.happenings[a].all[static_cast<std::size_t>(verb)]);
    if (is_ahead) more.push_back(not_after(sources_.published[a], day));
    TimeRelation relation = sources_.relations[a][index];
    // Only what was done on it tells that it is over.
    const bool is_over =
        verb >= 0 && is_of_the_day(sources_.happenings[a].all[static_cast<std::size_t>(verb)]);
    if (relation.tense < 0 && (is_ahead || !is_over))
      relation = on_either_side(std::move(relation));
    evidence_.add(
        {"date.anniversary", {{a, words}, {a, when}}},
        evidence_of(kEventWeight, bound_to(relation, sources_.published[a], day), std::move(more)));
  }

  [[nodiscard]] static std::size_t word_after(const SentenceScan& sentence, Range range) {
    for (std::size_t i = 0; i < sentence.size(); ++i)
      if (sentence.range_of(i, i).begin >= range.begin) return i;
    return sentence.size() - 1;
  }

  [[nodiscard]] bool is_to_come(const SentenceScan& sentence, const Happening& verb) const {
    const std::string_view words =
        words_of(sources_.pile.articles[sentence.article()].article.text, verb.range);
    return verb.telling == Telling::kFuture || words.ends_with("falls") || words.ends_with("fall");
  }

  // "marked", "held", "gathered": what is done on an anniversary, told as done.
  static bool is_of_the_day(const Happening& verb) {
    return verb.telling == Telling::kPast &&
           text::is_one_of(verb.deed, "commemorate", "mark", "hold", "gather", "observ", "attend",
                           "unveil", "pray", "fall", "meet", "lay", "light");
  }

  // "died on the eve of her 30th birthday, 2 July 2021": the date may be that of either.
  void read_eve(const SentenceScan& sentence, std::size_t i) {
    if (i < 5 || sentence.word(i - 3) != "of" || sentence.word(i - 4) != "eve") return;
    const auto years = ordinal_of(sentence.word(i - 1));
    const std::int32_t verb = sentence.verb_before(i - 4);
    const std::uint32_t a = sentence.article();
    const Whom whom = subject_before(sources_.pile.articles[a], sentence.range(),
                                     sentence.range_of(i - 4, i).begin);
    if (!years || verb < 0 || (whom.thing < 0 && whom.unnamed.empty())) return;
    const Range words = sentence.range_of(i - 4, i);
    const Var born = whom.thing >= 0 ? births_.of(a, whom.thing, words)
                                     : births_.of_unnamed(a, whom.unnamed, words);
    const Var eve = events_.day_of(a, verb);
    const Var birthday = evidence_.add_day({DayOf::kEvent, "the birthday was", -1, {a, words}});
    const std::vector<DayConstraint> linked = {days_between(eve, birthday, 1, 1),
                                               months_after(born, birthday, 12 * *years)};
    solver::Evidence piece{.weight = kAgeWeight, .all = linked, .either = {}};
    Clue clue{"date.birthday", {{a, words}}};
    const std::int32_t time = sentence.word(i + 1) == "," ? sentence.time_near(i) : -1;
    if (time >= 0) {
      const auto index = static_cast<std::size_t>(time);
      const TimeRelation& relation = sources_.relations[a][index];
      for (const Var day : {birthday, eve})
        for (auto& reading : bound_to(relation, sources_.published[a], day)) {
          // Each way with all that follows: the days of the two ways are not to be mixed.
          reading.insert(reading.end(), linked.begin(), linked.end());
          piece.either.push_back(std::move(reading));
        }
      clue.words.push_back({a, sources_.pile.articles[a].times[index].range});
    }
    evidence_.add(std::move(clue), piece);
  }

  const Sources& sources_;
  Births& births_;
  Events& events_;
  Evidence& evidence_;
};

}  // namespace

void add_anniversaries(const Sources& sources, Births& births, Events& events, Evidence& evidence) {
  Maker maker(sources, births, events, evidence);
  for_sentences_with(sources, {"anniversary", "wedding", "birthday"},
                     [&](const SentenceScan& sentence) { maker.read(sentence); });
}

}  // namespace fabula::dating
