#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "dating/bindings.hpp"
#include "dating/events.hpp"
#include "dating/identity.hpp"
#include "dating/makers.hpp"
#include "dating/sentence_scan.hpp"
#include "language/lengths.hpp"
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

namespace {

using text::is_one_of;

constexpr std::int32_t kPregnancy = 280;  // days from the last period to the day due
constexpr std::int32_t kBirthSlack = 21;  // around the day due

struct DaysFrom {
  std::int32_t lo;
  std::int32_t hi;
};

// Trimesters, in days from the last period.
constexpr std::array<DaysFrom, 3> kTrimesters = {{{0, 97}, {98, 195}, {196, 301}}};

class Maker {
 public:
  Maker(const Sources& sources, const Identities& identities, Events& events, Evidence& evidence)
      : sources_(sources), identities_(identities), events_(events), evidence_(evidence) {}

  void read(const SentenceScan& sentence) {
    for (std::size_t i = 1; i < sentence.size(); ++i) {
      if (!sentence.is_plain(i)) continue;
      const std::string_view word = sentence.word(i);
      if (word == "year") read_year_of(sentence, i);
      if (word == "trimester") read_trimester(sentence, i);
      if (word == "pregnant") read_weeks(sentence, i);
      if (word == "born") read_early_birth(sentence, i);
      if (word == "birth" && is_one_of(sentence.word(i - 1), "gave", "given"))
        births_.push_back({sentence.article(), sentence.range(), sentence.range_of(i - 1, i),
                           sentence.verb_before(i)});
      if (word.ends_with("-old")) read_age_of_thing(sentence, i);
    }
  }

  // Births after pregnancies that were told of, once all are read.
  void join_births() {
    for (const Told& birth : births_) {
      const auto group = group_of(birth.article, birth.sentence, birth.words.begin);
      const auto found = group < 0 ? pregnancies_.end() : pregnancies_.find(group);
      if (found == pregnancies_.end() || found->second.size() != 1 || birth.happening < 0) continue;
      evidence_.add({"date.birth-due", {{birth.article, birth.words}}},
                    {.weight = kOriginWeight,
                     .all = {days_between(found->second.front(),
                                          events_.day_of(birth.article, birth.happening),
                                          -kBirthSlack, kBirthSlack)},
                     .either = {}});
    }
  }

 private:
  struct Told {
    std::uint32_t article;
    Range sentence;
    Range words;
    std::int32_t happening;
  };

  [[nodiscard]] std::int32_t group_of(std::uint32_t article, Range sentence,
                                      std::uint32_t at) const {
    const Whom whom = subject_before(sources_.pile.articles[article], sentence, at);
    return identities_.group(article, whom.thing);
  }

  // "She is in her third year as mayor": it began more than two years ago, three at most.
  void read_year_of(const SentenceScan& sentence, std::size_t i) {
    if (i < 4 || !is_one_of(sentence.word(i + 1), "as", "at", "of", "in") ||
        !is_one_of(sentence.word(i - 2), "his", "her", "their", "its") ||
        sentence.word(i - 3) != "in" || !is_one_of(sentence.word(i - 4), "is", "are", "now"))
      return;
    const auto n = ordinal_of(sentence.word(i - 1));
    if (!n) return;
    const Range words = sentence.range_of(i - 2, std::min(i + 2, sentence.size() - 1));
    const Var start = add_origin(DayOf::kStart, sentence, words, " began");
    evidence_.add({"date.nth-year", {{sentence.article(), words}}},
                  {.weight = kOriginWeight,
                   .all = {age(start, sources_.published[sentence.article()], *n - 1)},
                   .either = {}});
  }

  // "in her first trimester when the clinic shut"
  void read_trimester(const SentenceScan& sentence, std::size_t i) {
    const auto n = ordinal_of(sentence.word(i - 1));
    if (n && *n >= 1 && *n <= 3)
      add_pregnancy(sentence, i - 1, i, kTrimesters[static_cast<std::size_t>(*n - 1)]);
  }

  // "twelve weeks pregnant", "five months pregnant"
  void read_weeks(const SentenceScan& sentence, std::size_t i) {
    if (i < 2) return;
    const auto n = cardinal_of(sentence.word(i - 2));
    if (!n || *n > 42) return;
    if (is_one_of(sentence.word(i - 1), "weeks", "week"))
      add_pregnancy(sentence, i - 2, i, {7 * *n, 7 * *n + 6});
    if (is_one_of(sentence.word(i - 1), "months", "month") && *n <= 9)
      add_pregnancy(sentence, i - 2, i, {30 * (*n - 1), 31 * (*n + 1)});
  }

  // The words [first, last] hold on the day of what follows with "when", or on that of the telling.
  void add_pregnancy(const SentenceScan& sentence, std::size_t first, std::size_t last,
                     DaysFrom days) {
    constexpr std::size_t kMostWords = 8;
    const std::uint32_t a = sentence.article();
    Var then = sources_.published[a];
    if (sentence.word(last + 1) == "when") {
      const std::int32_t happening = sentence.happening_behind(last + 1, kMostWords);
      if (happening < 0) return;
      then = events_.day_of(a, happening);
    } else if (const std::int32_t verb = sentence.verb_before(first); verb >= 0) {
      const Happening& was = sources_.happenings[a].all[static_cast<std::size_t>(verb)];
      if (was.time < 0 && was.telling != Telling::kUnclear) return;
      if (was.time >= 0) then = events_.day_of(a, verb);
    } else if (!is_one_of(sentence.word(first - 1), "is", "now") &&
               !(first >= 3 && is_one_of(sentence.word(first - 3), "is", "now"))) {
      return;
    }
    const Range words = sentence.range_of(first, last);
    const Var period = add_origin(DayOf::kLastPeriod, sentence, words, ": the first day was");
    const Var due = add_origin(DayOf::kDue, sentence, words, ": the birth was due");
    evidence_.add({"date.pregnancy", {{a, words}}},
                  {.weight = kOriginWeight,
                   .all = {days_between(period, then, days.lo, days.hi),
                           days_between(period, due, kPregnancy, kPregnancy)},
                   .either = {}});
    if (const auto group = group_of(a, sentence.range(), words.begin); group >= 0)
      pregnancies_[group].push_back(due);
  }

  // "born three weeks early on 9 May"
  void read_early_birth(const SentenceScan& sentence, std::size_t i) {
    if (i + 3 >= sentence.size()) return;
    const auto n = cardinal_of(sentence.word(i + 1));
    const bool is_weeks = is_one_of(sentence.word(i + 2), "week", "weeks");
    const bool is_early = is_one_of(sentence.word(i + 3), "early", "premature", "prematurely");
    if (!n || *n > 20 || (!is_weeks && !is_one_of(sentence.word(i + 2), "day", "days")) ||
        (!is_early && sentence.word(i + 3) != "late"))
      return;
    const std::int32_t time = sentence.time_near(i + 3);
    if (time < 0) return;
    const std::uint32_t a = sentence.article();
    const Range words = sentence.range_of(i, i + 3);
    const Var born = events_.day_of_time(a, time);
    if (born == Events::kNoDay) return;
    const Var due = add_origin(DayOf::kDue, sentence, words, ": the birth was due");
    constexpr std::int32_t kSlack = 3;
    const Range when = sources_.pile.articles[a].times[static_cast<std::size_t>(time)].range;
    evidence_.add(
        {"date.time", {{a, when}}},
        {.weight = kOriginWeight, .all = {not_after(born, sources_.published[a])}, .either = {}});
    const std::int32_t days = (is_weeks ? 7 : 1) * *n * (is_early ? 1 : -1);
    const std::int32_t slack = is_weeks ? kSlack : 0;
    evidence_.add({"date.birth-due", {{a, words}, {a, when}}},
                  {.weight = kOriginWeight,
                   .all = {days_between(born, due, days - slack, days + slack)},
                   .either = {}});
  }

  // "the decades-old feud": two at least
  void read_age_of_thing(const SentenceScan& sentence, std::size_t i) {
    const std::string_view word = sentence.word(i);
    const int months = word == "centuries-old" ? 2400
                       : word == "decades-old" ? 240
                       : word == "years-old"   ? 24
                       : word == "months-old"  ? 2
                                               : 0;
    if (months == 0 || i + 1 >= sentence.size()) return;
    constexpr std::int32_t kMostMonths = 200'000;
    const Range words = sentence.range_of(i, i + 1);
    const Var start = add_origin(DayOf::kStart, sentence, words, " began");
    evidence_.add({"date.years-old", {{sentence.article(), words}}},
                  {.weight = kOriginWeight,
                   .all = {periods_after(start, sources_.published[sentence.article()],
                                         Period::kMonth, months, kMostMonths)},
                   .either = {}});
  }

  Var add_origin(DayOf of, const SentenceScan& sentence, Range words, const std::string& what) {
    return evidence_.add_day(
        {of, "“" + sentence.text(words) + "”" + what, -1, {sentence.article(), words}});
  }

  const Sources& sources_;
  const Identities& identities_;
  Events& events_;
  Evidence& evidence_;
  std::map<std::int32_t, std::vector<Var>> pregnancies_;  // days due, by group of people
  std::vector<Told> births_;
};

}  // namespace

void add_phases(const Sources& sources, const Identities& identities, Events& events,
                Evidence& evidence) {
  Maker maker(sources, identities, events, evidence);
  for_sentences_with(
      sources,
      {"year ", "trimester", "pregnant", " early", " late", " premature", "birth", "s-old"},
      [&](const SentenceScan& sentence) { maker.read(sentence); });
  maker.join_births();
}

}  // namespace fabula::dating
