#include "timeline/news_scene.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "language/verbs.hpp"
#include "text/one_of.hpp"
#include "text/word_flags.hpp"

namespace fabula::timeline {
namespace {

using text::is_one_of;

enum Sort : std::uint32_t {
  kNow = 1,         // a gesture of one, in the present
  kNowMany = 2,     // of many
  kThen = 4,        // in the past
  kWelcomes = 8,    // a gesture where the reporter or a door is its object
  kSeen = 16,       // begins a sentence about what is there on any day
  kTells = 32,      // tells of the past, of what is to come, or somebody's word
  kUsual = 64,      // behind "as"
  kVisitor = 128,   // object of kWelcomes
  kThing = 512,     // what stands in a room or a street
  kPosture = 1024,  // how it stands there
  kStates = 256,    // what somebody is, has, wants, or does for a living
};

const text::WordFlags& sorts() {
  static const text::WordFlags table = [] {
    text::WordFlags made(256);
    // Not "waves", "points", "taps": nouns as well.
    made.add(kNow,
             "shrugs nods smiles sighs stares gazes glances sips gestures pauses "
             "grins frowns hesitates beckons kneels pours whispers blinks squints fumbles "
             "unfolds unlocks rubs whistles hums burns flickers ticks glows creaks");
    made.add(kNowMany, "shrug nod smile sigh stare gaze whisper frown kneel hesitate");
    made.add(kThen,
             "shrugged nodded smiled sighed stared gazed glanced sipped gestured paused "
             "grinned frowned beckoned blinked squinted fumbled");
    made.add(kWelcomes, "opens asks leads invites shows offers ushers greets welcomes lets");
    made.add(kVisitor, "visitor visitors reporter caller guest guests stranger door curtains");
    made.add(kSeen,
             "gulls pigeons crows sparrows swallows starlings curtains candles silence dusk "
             "shadows kettle");
    made.add(kThing,
             "rain fog mist frost snow wind clock radio lamp light lights bell dog cat teapot tea "
             "chair chairs table window photograph photographs photo portrait coat coats shoes "
             "boots flowers wreath wreaths ribbon ribbons dust smoke smell kettle candle candles "
             "curtain curtains bench umbrella bicycle flag banner rope ropes nets tide");
    made.add(kPosture,
             "hangs hang lies lie leans lean rests rest drifts drift flutters flutter sways sway "
             "glints gleams drips ticks creaks rattles smells smell waits stands stand sits sit "
             "falls grows goes hung lay stood sat leaned rested drifted fluttered swayed");
    made.add(kTells,
             "said says told tells was were had did will would announced reported added according "
             "police");
    made.add(kStates,
             "lives works owns runs heads leads faces denies believes hopes wants plans expects "
             "knows holds sits stands serves chairs represents plays studies teaches remains "
             "includes needs appears stars earns suffers belongs comes insists claims admits "
             "argues opposes supports seeks wins loses takes becomes joins moves returns signs "
             "does goes gets gives makes meets opens closes has is loves likes hates calls "
             "considers describes sees feels thinks remembers recalls oversees directs edits "
             "writes hosts captains commands coaches manages trains covers uses deserves "
             "accepts rejects addresses announces vows urges unveils launches "
             "understands means owes spends sells buys builds asks tells shares marks begins "
             "starts ends gains draws enters leaves visits attends beats scores");
    made.add(kUsual, "always usual ever normal");
    return made;
  }();
  return table;
}

class Reader {
 public:
  explicit Reader(std::span<const NewsWord> words) : words_(words) {}

  bool is_scene(const SceneTraits& traits) const {
    if (words_.size() < kFewest || words_.size() > kMost) return false;
    if (is_usual()) return true;
    if (tells_deed()) return false;
    if (has_gesture_now() || (traits.behind_person > 0 && somebody_does(traits.behind_person)))
      return true;
    return !traits.has_time && (is_seen() || has_gesture_then() || are_two_at_once());
  }

 private:
  static constexpr std::size_t kFewest = 4;
  static constexpr std::size_t kMost = 34;

  std::string_view at(std::size_t i) const {
    return i < words_.size() ? words_[i].lower : std::string_view();
  }
  bool is(std::size_t i, std::uint32_t sort) const { return (sorts().of(at(i)) & sort) != 0; }

  // "as always", "as usual", "as if nothing had happened", between marks or at an end.
  bool is_usual() const {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (at(i) != "as") continue;
      const bool opens = i == 0 || words_[i - 1].kind == NewsWord::Kind::kMark;
      const bool closes = i + 2 >= words_.size() || words_[i + 2].kind == NewsWord::Kind::kMark;
      if (is(i + 1, kUsual) && opens && closes) return !names_somebody();
      if (is_one_of(at(i + 1), "if", "though") && at(i + 2) == "nothing") return !names_somebody();
    }
    return false;
  }

  // A name of two words.
  bool names_somebody() const {
    for (std::size_t i = 1; i + 1 < words_.size(); ++i)
      if (words_[i].is_capital && words_[i + 1].is_capital) return true;
    return words_.size() > 1 && words_[0].is_capital && words_[1].is_capital;
  }

  bool has_gesture_now() const {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (is(i, kTells)) return false;
      if (words_[i].is_capital || is_one_of(at(i + 1), "to", "off", "from")) continue;
      if (is(i, kNow) && !is_one_of(at(i - 1), "the", "a", "his", "her", "their", "of", "and"))
        return true;
      if (is(i, kNowMany) && !is_one_of(at(i - 1), "the", "a", "to", "of", "his", "her", "and",
                                        "with", "no", "not", "may", "can", "should"))
        return true;
      if (!is(i, kWelcomes)) continue;
      for (std::size_t k = i + 1; k < std::min(words_.size(), i + 4); ++k)
        if (is(k, kVisitor) && !is_one_of(at(k + 1), "to", "for")) return true;
    }
    return false;
  }

  bool has_gesture_then() const {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (!is(i, kThen)) continue;
      if (is_one_of(at(i - 1), "was", "were", "is", "are", "been", "the", "a", "has", "have",
                    "had"))
        continue;
      return true;
    }
    return false;
  }

  // "Vera Bell, 43, keeps the letters in a tin": a person and a verb of the present, but for those
  // that say what somebody is, has or wants.
  bool somebody_does(std::size_t i) const {
    // "Vera Bell of Orra keeps"
    if (is_one_of(at(i), "of", "from"))
      for (++i; i < words_.size() && words_[i].is_capital;) ++i;
    if (at(i) == "," || at(i) == "(") {
      constexpr std::size_t kLongestAside = 8;
      const std::size_t end = std::min(words_.size(), i + kLongestAside);
      ++i;
      while (i < end && words_[i].kind != NewsWord::Kind::kMark) ++i;
      ++i;
    }
    if (!is_present(i)) return false;
    for (std::size_t k = i + 1; k < std::min(words_.size(), i + 4); ++k)
      if (is(k, kVisitor) && at(k) != "door" && at(k) != "curtains") return true;
    return !is(i, kStates) && is_one_of(at(i + 1), "the", "a", "an", "his", "her");
  }

  // Third person: "keeps".
  bool is_present(std::size_t i) const {
    return at(i).size() > 3 && at(i).ends_with('s') && !at(i).ends_with("ss") &&
           words_[i].kind == NewsWord::Kind::kWord && !words_[i].is_capital && !is(i, kTells);
  }

  // "The kettle sings while the visitor looks for a chair": neither is of any day.
  bool are_two_at_once() const {
    if (!is_one_of(at(0), "the", "a", "an")) return false;
    const auto tells_of_past = [&](const NewsWord& word) {
      return (sorts().of(word.lower) & kTells) != 0 ||
             (language::uses_of(word.lower) & language::kPastForm) != 0;
    };
    if (std::ranges::any_of(words_, tells_of_past)) return false;
    for (std::size_t i = 3; i + 2 < words_.size(); ++i) {
      if (at(i) != "while") continue;
      bool before = false;
      bool behind = false;
      for (std::size_t k = 2; k < words_.size(); ++k) {
        if (!is_present(k) || is(k, kStates)) continue;
        (k < i ? before : behind) = true;
      }
      return before && behind && !names_somebody();
    }
    return false;
  }

  // "Gulls circled over the quay", "The curtains were drawn".
  bool is_seen() const {
    const std::size_t first = is_one_of(at(0), "the", "a") ? 1 : 0;
    if (names_somebody()) return false;
    if (is(first, kSeen)) return true;
    // "An old photograph hangs above the stove."
    constexpr std::size_t kReach = 4;
    for (std::size_t i = first; i < std::min(words_.size(), first + kReach); ++i)
      if (is(i, kThing))
        return is(i + 1, kPosture) && i + 2 < words_.size() && !words_[i + 1].is_capital;
    return false;
  }

  // Anything of which the news is full.
  bool tells_deed() const {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (is_one_of(at(i), "said", "says", "told", "according", "announced", "police")) return true;
      const language::Verb verb = language::verb_of(at(i));
      if (verb.is_listed && (verb.uses & (language::kPastForm | language::kParticiple)) != 0 &&
          !is(i, kThen))
        return true;
    }
    return false;
  }

  std::span<const NewsWord> words_;
};

}  // namespace

bool is_scene(std::span<const NewsWord> words, const SceneTraits& traits) {
  return Reader(words).is_scene(traits);
}

}  // namespace fabula::timeline
