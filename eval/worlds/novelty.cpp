// A sentence is as new as its newest claim. What was told before is looked up three times, for the
// order within a day is not to be seen from the days: in the articles printed before, in those of
// earlier days alone, and in all of the day.
#include "worlds/novelty.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

namespace fabula::worlds {
namespace {

constexpr int kFresh = 3;  // days after which what is known is background

enum class Before : std::uint8_t { kPrinted, kDays, kSameDay };

struct Entry {
  SentencePlace place;
  std::uint32_t printed = 0;
  Day day;
  const NumberSaid* number = nullptr;
};

struct Label {
  Novelty novelty = Novelty::kComment;
  std::optional<SentencePlace> earlier;
  bool may_be_correction = false;
  bool may_be_update = false;
};

class Labeller {
 public:
  explicit Labeller(World& world) : world_(world) {
    std::vector<std::uint32_t> order(world.articles.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {},
                      [&](std::uint32_t i) { return std::pair(world.articles[i].day, i); });
    for (std::uint32_t printed = 0; printed < order.size(); ++printed) {
      WorldArticle& article = world.articles[order[printed]];
      article.printed = printed;
      for (const StorySentence& sentence : article.sentences)
        printed_first_.try_emplace(words_of(article.text, sentence.range), order[printed]);
      for (std::uint32_t s = 0; s < article.sentences.size(); ++s)
        for (const Claim& claim : article.sentences[s].claims)
          entries_[claim.key].push_back(
              {{order[printed], s},
               printed,
               article.day,
               claim.number == kNone ? nullptr : &article.sentences[s].numbers[claim.number]});
    }
  }

  void label() {
    for (WorldArticle& article : world_.articles)
      for (StorySentence& sentence : article.sentences) label(article, sentence);
  }

 private:
  void label(const WorldArticle& article, StorySentence& sentence) const {
    const Label first = label_against(article, sentence, Before::kPrinted);
    sentence.novelty = first.novelty;
    sentence.earlier = first.earlier;
    const auto also = [&](Novelty novelty) {
      if (novelty != sentence.novelty &&
          std::ranges::find(sentence.also, novelty) == sentence.also.end())
        sentence.also.push_back(novelty);
    };
    for (const Label& label : {first, label_against(article, sentence, Before::kDays),
                               label_against(article, sentence, Before::kSameDay)}) {
      also(label.novelty);
      if (label.may_be_correction) also(Novelty::kCorrection);
      if (label.may_be_update) also(Novelty::kUpdate);
    }
    // Words that were printed before are repeated, whatever they say: a comment as well.
    if (sentence.novelty == Novelty::kComment) {
      const WorldArticle& before =
          world_.articles[printed_first_.at(words_of(article.text, sentence.range))];
      if (before.printed != article.printed)
        also(days_between(before.day, article.day) <= kFresh ? Novelty::kRepeat
                                                             : Novelty::kBackground);
    }
    std::ranges::sort(sentence.also);
  }

  static bool counts(const Entry& entry, const WorldArticle& article, Before before) {
    if (entry.printed == article.printed) return false;
    if (before == Before::kPrinted) return entry.printed < article.printed;
    return before == Before::kDays ? entry.day < article.day : entry.day <= article.day;
  }

  Label label_against(const WorldArticle& article, const StorySentence& sentence,
                      Before before) const {
    if (sentence.telling == Telling::kCorrection)
      return {Novelty::kCorrection, sentence.corrects, false, false};
    Label label;
    if (sentence.claims.empty()) return label;
    label.novelty = Novelty::kBackground;
    bool is_new = false;
    for (const Claim& claim : sentence.claims) {
      const NumberSaid* number = claim.number == kNone ? nullptr : &sentence.numbers[claim.number];
      const Entry* first = nullptr;
      const Entry* last = nullptr;
      bool is_known = false;
      bool is_said_exactly = false;
      bool violates = false;
      for (const Entry& entry : entries_.at(claim.key)) {
        if (!counts(entry, article, before)) continue;
        if (first == nullptr) first = &entry;
        if (number == nullptr) {
          is_known = true;
          continue;
        }
        last = &entry;
        const bool is_same =
            entry.number->state == number->state && entry.number->slip == number->slip;
        is_known = is_known || is_same || entry.number->value == number->value;
        is_said_exactly = is_said_exactly || entry.number->modifier == Modifier::kExactly;
        violates = violates || (number->greatest() < entry.number->least() &&
                                world_.figures[number->figure].kind != FigureKind::kMissing);
      }
      if (first == nullptr) {
        is_new = true;
        continue;
      }
      if (!label.earlier) label.earlier = first->place;
      if (number != nullptr && !is_known) {
        const bool is_correction = sentence.has_correction_cue;
        if (label.novelty != Novelty::kCorrection)
          label.novelty = is_correction ? Novelty::kCorrection : Novelty::kUpdate;
        label.earlier = last->place;
        label.may_be_correction = label.may_be_correction || violates;
      } else if (number != nullptr) {
        // The number itself, where there was a bound.
        label.may_be_update =
            label.may_be_update || (number->modifier == Modifier::kExactly && !is_said_exactly);
        label.may_be_correction = label.may_be_correction || sentence.has_correction_cue;
      }
      if (label.novelty == Novelty::kBackground && is_fresh(claim, *first, article.day))
        label.novelty = Novelty::kRepeat;
    }
    if (is_new && label.novelty != Novelty::kCorrection) {
      label.novelty = Novelty::kNew;
      label.earlier = std::nullopt;
      if (sentence.has_correction_cue) label.may_be_correction = true;
    }
    return label;
  }

  // Of facts about people, when they were told first stands for the event's day.
  bool is_fresh(const Claim& claim, const Entry& first, Day today) const {
    const Day then = claim.event == kNone ? first.day : world_.events[claim.event].day;
    return days_between(then, today) <= kFresh;
  }

  World& world_;
  std::map<std::string_view, std::uint32_t> printed_first_;  // by words: the article
  std::map<std::uint64_t, std::vector<Entry>> entries_;      // by `printed`
};

}  // namespace

void label_sentences(World& world) { Labeller(world).label(); }

}  // namespace fabula::worlds
