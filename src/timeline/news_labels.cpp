#include "timeline/news_labels.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>

namespace fabula::timeline {
namespace {

constexpr float kToldBefore = 0.7F;       // a paraphrase
constexpr float kWordsToldBefore = 0.6F;  // of its words that are no names
constexpr float kToldOfOld = 0.5F;        // a look back at what was told at length
constexpr float kWordsOfOld = 0.45F;      // of its words that are no names
constexpr float kToldBeside = 0.6F;       // what stands beside another number
constexpr float kToldWithCue = 0.45F;     // the same where the sentence says that it is another one
constexpr float kToldOfMoney = 0.8F;      // sums stand in every report
constexpr float kToldOfCase = 0.5F;       // what stands beside a later step of a case
constexpr float kToldNameless = 0.75F;    // what stands beside them where no name tells the case
constexpr float kKnownValue = 0.3F;       // a number or step that was told is not new
constexpr float kLeastOfOther = 0.25F;    // a list of everything tells nothing of one thing
constexpr std::uint32_t kFewestWords = 3;  // shared that are no names
constexpr std::uint32_t kFewestShared = 3;
constexpr std::uint32_t kFewestTerms = 4;  // of a paraphrase, names among them
constexpr std::uint32_t kFewestWithCue = 2;
constexpr float kAllTold = 0.95F;  // of a short sentence, and as much of the other
constexpr float kAllOfOther = 0.6F;
constexpr std::uint32_t kFewestOfShort = 2;
// Weight of two rare words, or of more common ones.
constexpr float kLeastShared = 8;

constexpr std::chrono::days kWellBefore{3};
constexpr std::uint32_t kLongestQuestion = 30;  // words

bool days_agree(const SentenceFacts& a, const SentenceFacts& b) {
  if (a.days.empty() || b.days.empty()) return true;
  return std::ranges::any_of(a.days, [&](const DaysTold& x) {
    return std::ranges::any_of(
        b.days, [&](const DaysTold& y) { return x.first <= y.last && y.first <= x.last; });
  });
}

bool agree_on(Cue cue, const SentenceFacts& a, const SentenceFacts& b) {
  return a.cues.has(cue) == b.cues.has(cue);
}

// May both be about the same, as far as names tell? Not where each names what the other does not.
bool names_fit(const Likeness& like) {
  if (like.n_shared_names == 0)
    return !like.lacks_name && !like.other_lacks_name && like.words_told() >= kToldNameless;
  return !like.lacks_name || !like.other_lacks_name;
}

// Does the one name a later step of a case than the other, which names one, too?
bool steps_on(const SentenceFacts& facts, const SentenceFacts& before) {
  for (std::size_t course = 0; course < kCourses; ++course)
    if (before.cues.steps[course] > 0 && facts.cues.steps[course] > before.cues.steps[course])
      return true;
  return false;
}

// How a number of `facts` stands to those of another sentence: kSame if to one of them, else the
// change from the first that counts the same and is none of the other numbers of `facts`.
Change change_from(const SentenceFacts& facts, const CountTold& count,
                   const SentenceFacts& before) {
  Change found = Change::kOther;
  for (const CountTold& other : before.counts) {
    const bool is_taken = std::ranges::any_of(facts.counts, [&](const CountTold& own) {
      return &own != &count && !own.is_former && own.value == other.value && own.unit == other.unit;
    });
    if (is_taken) continue;
    const Change change = change_of(count, other);
    if (change == Change::kSame) return change;
    if (found == Change::kOther) found = change;
  }
  return found;
}

// "More than first thought" is a number that grew.
bool says_put_right(const SentenceFacts& facts, Change change) {
  return facts.cues.has(kRevises) || !facts.denied.empty() ||
         (facts.cues.has(kSaidBefore) && change != Change::kMore);
}

bool says_change(const SentenceFacts& facts) {
  return facts.cues.has(kGrows) || facts.cues.has(kRevises) || facts.cues.has(kSaidBefore);
}

class AnotherNumber {
 public:
  AnotherNumber(const SentenceFacts& facts, std::span<const Beside> earlier)
      : facts_(facts), earlier_(earlier) {}

  std::optional<Judged> find() const {
    for (const CountTold& count : facts_.counts)
      if (!count.is_former)
        if (const auto judged = judge(count)) return judged;
    return std::nullopt;
  }

 private:
  bool has_cue() const { return says_change(facts_); }

  // Is the other sentence about the same, but for the number?
  bool tells_rest(const Beside& beside, const CountTold& count) const {
    const Likeness& like = beside.like;
    if (!names_fit(like) || like.of_other() < kLeastOfOther) return false;
    if (has_cue() && count.unit == CountTold::Unit::kThings)
      return like.plain_told() >= kToldWithCue && like.n_shared >= kFewestWithCue;
    // Shares rise by 3 % on one day and by 4 % on another.
    if (count.unit == CountTold::Unit::kPercent && !has_cue()) return false;
    const float least = count.unit == CountTold::Unit::kThings ? kToldBeside : kToldOfMoney;
    return like.plain_told() >= (has_cue() ? kToldBeside : least) &&
           like.n_shared >= kFewestShared && days_agree(facts_, *beside.facts);
  }

  std::optional<Judged> judge(const CountTold& count) const {
    std::optional<Judged> found;
    // The last one that gave another number is what this one changes.
    for (const Beside& beside : earlier_) {
      const Change change = change_from(facts_, count, *beside.facts);
      if (change == Change::kSame &&
          (beside.is_of_event || beside.like.plain_told() >= kKnownValue))
        return std::nullopt;
      if (change == Change::kSame || change == Change::kOther) continue;
      if (!tells_rest(beside, count)) continue;
      if (says_put_right(facts_, change))
        found = {"correction", "news.correction-number", beside.facts->span};
      // A lower number of victims is a count of fewer of them, or an older one.
      else if (change == Change::kMore || count.fates == 0)
        found = {"update", "news.update-number", beside.facts->span};
    }
    return found;
  }

  const SentenceFacts& facts_;
  std::span<const Beside> earlier_;
};

// Are all days of the sentence so long before the article that nothing is counted any more?
bool is_long_past(const SentenceFacts& facts, const When& published) {
  constexpr std::chrono::days kSettled{30};
  return published.earliest && !facts.days.empty() &&
         std::ranges::all_of(facts.days, [&](const DaysTold& days) {
           return days.last < *published.earliest - kSettled;
         });
}

std::optional<Judged> later_step(const SentenceFacts& facts, std::span<const Beside> earlier) {
  if (facts.cues.has(kAhead) || facts.cues.has(kNegates)) return std::nullopt;
  std::optional<Judged> found;
  for (std::size_t course = 0; course < kCourses; ++course) {
    const int step = facts.cues.steps[course];
    if (step < 2) continue;
    for (const Beside& beside : earlier) {
      const Likeness& like = beside.like;
      if (like.plain_told() < kKnownValue || like.n_shared_names == 0) continue;
      const int before = beside.facts->cues.steps[course];
      if (before >= step) return std::nullopt;
      if (before > 0 && like.plain_told() >= kToldOfCase && like.n_shared >= kFewestShared &&
          names_fit(like))
        found = {"update", "news.update-step", beside.facts->span};
    }
  }
  return found;
}

}  // namespace

bool looks_back(const SentenceFacts& facts, const When& published) {
  const auto is_old = [&](const DaysTold& days) {
    return published.earliest && days.last < *published.earliest - kWellBefore;
  };
  // "A year after the fall a new bridge was opened on Saturday" tells of Saturday.
  if (facts.cues.has(kLooksBack))
    return !published.earliest || std::ranges::all_of(facts.days, is_old);
  // "On Wednesday", of what is to come, was read as the one before.
  return !facts.days.empty() && !facts.cues.has(kAhead) && std::ranges::all_of(facts.days, is_old);
}

bool is_unchanged(const SentenceFacts& facts, const SentenceFacts& before, bool goes_on) {
  if ((!goes_on && !days_agree(facts, before)) || steps_on(facts, before) ||
      !agree_on(kNegates, facts, before))
    return false;
  return std::ranges::all_of(facts.counts, [&](const CountTold& count) {
    return std::ranges::any_of(before.counts, [&](const CountTold& other) {
      return other.value == count.value || change_of(count, other) == Change::kSame;
    });
  });
}

bool agrees(const SentenceFacts& a, const SentenceFacts& b) {
  return days_agree(a, b) && agree_on(kNegates, a, b) && agree_on(kAhead, a, b) && !steps_on(a, b);
}

bool are_numbers_known(const SentenceFacts& facts, std::span<const Beside> earlier) {
  return !facts.counts.empty() && std::ranges::all_of(facts.counts, [&](const CountTold& count) {
    return count.is_former || std::ranges::any_of(earlier, [&](const Beside& beside) {
             return beside.like.plain_told() >= kKnownValue &&
                    change_from(facts, count, *beside.facts) == Change::kSame;
           });
  });
}

bool tells_same(const SentenceFacts& facts, const Beside& beside, bool are_numbers_known) {
  const Likeness& like = beside.like;
  const float told =
      are_numbers_known ? (like.shared + like.lacking_numbers) / like.all : like.told();
  // All of a short sentence is as much as most of a long one.
  const bool is_enough =
      (like.n_shared_words >= kFewestWords && told >= kToldBefore &&
       like.words_told() >= kWordsToldBefore && like.n_shared >= kFewestTerms &&
       like.shared >= kLeastShared) ||
      (told >= kAllTold && like.words_told() >= kAllTold && like.n_shared >= kFewestOfShort &&
       like.n_shared_words > 0 && like.of_other() >= kAllOfOther);
  return is_enough && (!like.lacks_number || are_numbers_known) && !like.lacks_name &&
         agrees(facts, *beside.facts);
}

std::optional<Judged> judge_against(const SentenceFacts& facts, const When& published,
                                    std::span<const Beside> earlier) {
  if (facts.takes_back) return Judged{"correction", "news.correction-said", {}};
  // Long after, with nothing said of a change, another number is one of several that were told.
  if (!is_long_past(facts, published) || says_change(facts))
    if (const auto number = AnotherNumber(facts, earlier).find()) return number;
  const bool are_known = are_numbers_known(facts, earlier);
  const auto same = std::ranges::find_if(
      earlier, [&](const Beside& beside) { return tells_same(facts, beside, are_known); });
  if (same == earlier.end())
    if (const auto step = later_step(facts, earlier)) return step;
  const bool is_old = looks_back(facts, published);
  if (same != earlier.end() && !is_old)
    return Judged{"repeat", "news.told-earlier", same->facts->span};
  if (!is_old) return std::nullopt;
  const auto known = std::ranges::find_if(earlier, [&](const Beside& beside) {
    const Likeness& like = beside.like;
    return like.told() >= kToldOfOld && like.words_told() >= kWordsOfOld &&
           like.n_shared >= kFewestShared && like.shared >= kLeastShared &&
           (facts.cues.has(kLooksBack) || days_agree(facts, *beside.facts)) &&
           agree_on(kNegates, facts, *beside.facts);
  });
  if (known == earlier.end()) return std::nullopt;
  return Judged{"background", "news.background", known->facts->span};
}

bool is_bare_count(const SentenceFacts& facts) {
  constexpr std::uint32_t kMostWords = 30;
  const auto is_now = [](const CountTold& count) { return !count.is_former; };
  return facts.n_words <= kMostWords && !facts.has_quote &&
         std::ranges::count_if(facts.counts, is_now) == 1 &&
         std::ranges::find_if(facts.counts, is_now)->fates != 0 &&
         std::ranges::none_of(
             facts.terms, [](const NewsTerm& term) { return term.kind == NewsTerm::Kind::kName; });
}

bool tells_former(const SentenceFacts& facts, const SentenceFacts& before) {
  const auto now = std::ranges::find(facts.counts, false, &CountTold::is_former);
  const auto former = std::ranges::find(facts.counts, true, &CountTold::is_former);
  if (now == facts.counts.end() || former == facts.counts.end()) return false;
  CountTold was = *now;
  was.value = former->value;
  was.bound = CountTold::Bound::kNone;
  return std::ranges::any_of(before.counts, [&](const CountTold& other) {
    return !other.is_former && other.value == was.value && change_of(was, other) == Change::kSame;
  });
}

std::optional<Judged> judge_count(const SentenceFacts& facts,
                                  std::span<const SentenceFacts* const> earlier) {
  const CountTold& count =
      *std::ranges::find_if(facts.counts, [](const CountTold& one) { return !one.is_former; });
  const SentenceFacts* last = nullptr;
  Change change = Change::kOther;
  for (const SentenceFacts* before : earlier) {
    if (!days_agree(facts, *before)) continue;
    for (const CountTold& other : before->counts) {
      if (other.is_former) continue;
      const Change found = change_of(count, other);
      if (found == Change::kSame) return Judged{"repeat", "news.told-earlier", before->span};
      if (found == Change::kOther) continue;
      last = before;
      change = found;
    }
  }
  if (last == nullptr) return std::nullopt;
  // The dead and the hurt become fewer only where they were counted wrong.
  const bool is_put_right = says_put_right(facts, change) ||
                            std::ranges::any_of(facts.counts, [&](const CountTold& former) {
                              return former.is_former && former.value > count.value &&
                                     (count.fates & (kDead | kHurt)) != 0;
                            });
  if (is_put_right) return Judged{"correction", "news.correction-number", last->span};
  if (change == Change::kMore || (count.fates & kMissing) != 0)
    return Judged{"update", "news.update-number", last->span};
  return std::nullopt;
}

std::optional<Judged> judge_said_change(const SentenceFacts& facts,
                                        std::span<const Beside> earlier) {
  const auto now = std::ranges::find_if(facts.counts, [](const CountTold& count) {
    return !count.is_former && !count.is_age && !count.is_rate;
  });
  const auto former = std::ranges::find(facts.counts, true, &CountTold::is_former);
  // A share rises and falls from year to year.
  if (now == facts.counts.end() || former == facts.counts.end() || earlier.empty() ||
      now->unit != former->unit || now->unit == CountTold::Unit::kPercent ||
      now->value == former->value)
    return std::nullopt;
  const std::uint32_t fates = now->fates | former->fates;
  if ((fates == 0 || former->is_by_had) && !says_change(facts)) return std::nullopt;
  const bool is_known = std::ranges::any_of(earlier, [&](const Beside& beside) {
    return change_from(facts, *now, *beside.facts) == Change::kSame;
  });
  if (is_known) return std::nullopt;
  const Change change = now->value > former->value ? Change::kMore : Change::kLess;
  // The dead and the hurt become fewer only where they were counted wrong.
  if (says_put_right(facts, change) || (change == Change::kLess && (fates & (kDead | kHurt)) != 0))
    return Judged{"correction", "news.correction-number", {}};
  return Judged{"update", "news.update-number", {}};
}

std::optional<Judged> judge_comment(const SentenceFacts& facts) {
  if (facts.has_quote || !facts.counts.empty() || facts.takes_back) return std::nullopt;
  // A long one tells before it asks.
  if (facts.is_question && facts.n_words <= kLongestQuestion)
    return Judged{"comment", "news.question", {}};
  if (facts.terms.empty() && !facts.has_time) return Judged{"comment", "news.aside", {}};
  if (facts.cues.has(kAppeal)) return Judged{"comment", "news.appeal", {}};
  if (facts.cues.has(kOpinion) && !facts.has_time) return Judged{"comment", "news.opinion", {}};
  if (facts.is_general) return Judged{"comment", "news.general", {}};
  if (facts.is_scene) return Judged{"comment", "news.scene", {}};
  return std::nullopt;
}

}  // namespace fabula::timeline
