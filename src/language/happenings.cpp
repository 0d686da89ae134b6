#include "language/happenings.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "language/deed_phrases.hpp"
#include "language/lengths.hpp"
#include "language/numbers.hpp"
#include "language/verbs.hpp"
#include "text/one_of.hpp"
#include "text/spelling.hpp"
#include "text/stem.hpp"
#include "text/word_flags.hpp"

namespace fabula::language {
namespace {

using text::is_one_of;
using Words = std::vector<SentenceWord>;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// What a word does between others. Words of several kinds have several flags.
enum WordKind : std::uint8_t {
  kDeterminer = 1,
  kPreposition = 2,
  kConjunction = 4,  // another clause begins
  kPronoun = 8,
  kHelper = 16,
  kBe = 32,
  kAdverb = 64,
};

const text::WordFlags& kinds_table() {
  static const text::WordFlags table = [] {
    text::WordFlags made(512);
    made.add(kDeterminer,
             "the a an his her their its this that these those 's my our your some any no every "
             "each");
    made.add(kPreposition,
             "of in on at for from to with by into off near over under across along around about "
             "against onto outside inside through during between among behind beside without "
             "within towards toward upon up down out back away past amid despite per above below "
             "beneath beyond atop opposite alongside according throughout underneath amongst like "
             "via next");
    made.add(kConjunction,
             "and but or after before when while that who which whom whose as since because until "
             "if where although though so than once following");
    made.add(kPronoun, "it they them he she him we us i you");
    made.add(kHelper,
             "was were is are be been being has have had will would shall got did do does to");
    made.add(kBe, "was were is are be been being got");
    made.add(kAdverb,
             "not also then now already just later finally soon still never once again first last "
             "today yesterday tomorrow ago earlier");
    return made;
  }();
  return table;
}

// Of WordKind.
std::uint8_t kinds_of(std::string_view lower) {
  const auto listed = static_cast<std::uint8_t>(kinds_table().of(lower));
  return lower.size() > 4 && lower.ends_with("ly") ? listed | kAdverb : listed;
}

// Deeds of which every article has many: what they tell is no happening to meet again elsewhere.
bool is_everyday(std::string_view deed) {
  return is_one_of(deed, "b", "be", "becom", "bring", "com", "do", "feel", "get", "giv", "go",
                   "hav", "hear", "hold", "keep", "know", "lead", "mak", "mean", "put", "let",
                   "read", "say", "see", "seek", "send", "stand", "tak", "tell", "think") ||
         is_one_of(deed, "add", "ask", "call", "claim", "continu", "follow", "happen", "hop",
                   "includ", "look", "need", "play", "refus", "remain", "report", "seem", "show",
                   "start", "suggest", "talk", "tri", "try", "turn", "us", "want", "work", "end",
                   "speak", "writ", "not", "argu", "describ", "expect", "believ");
}

// What is reported with these is told by the rest of the sentence: "the bridge fell, police
// announced on Monday".
bool is_report(std::string_view deed) {
  return is_one_of(deed, "announce", "announc", "confirm", "declar", "reveal", "warn", "insist",
                   "stat", "acknowledg", "admit", "disclos", "maintain", "predict", "promis");
}

// "a week on Monday": the one after the next.
bool is_length_before(std::string_view word) {
  return is_one_of(word, "week", "weeks", "fortnight");
}

// "Super Tuesday": a day with a name of its own.
bool names_a_day(std::string_view word) {
  return is_one_of(word, "super", "black", "cyber", "giving", "bloody", "good", "holy", "easter",
                   "palm", "ash", "shrove", "maundy", "whit", "fat");
}

// "XXXX-04-04"
bool is_day_of_any_year(std::string_view value) {
  return value.size() == 10 && value.starts_with("XXXX-") && value[5] != 'W' && value[8] != 'X';
}

bool has_word(std::string_view text, std::string_view word) {
  const std::size_t at = text.find(word);
  return at != text.npos && (at == 0 || text[at - 1] == ' ') &&
         (at + word.size() == text.size() || text[at + word.size()] == ' ');
}

// In one spelling; one's son is one's child.
std::string plain_spelling(const std::string& lower) {
  std::string plain = text::one_spelling(lower);
  if (is_one_of(plain, "baby", "boy", "girl", "son", "daughter", "infant", "newborn", "pregnancy"))
    plain = "child";
  return plain;
}

// Deeds that are on the day of what does them: "the fire killed two", "the vote was held".
bool happens(std::string_view deed) {
  return is_one_of(deed, "kill", "injure", "fire", "open", "crash", "happen", "occur", "hold",
                   "tak", "break", "caus", "claim", "start", "tear", "strike");
}

class Finder {
 public:
  explicit Finder(const AnnotatedArticle& article) : article_(article), plain_(article) {}

  Happenings find() {
    const auto& sentences = article_.segmentation.sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (article_.article.paragraphs[sentences[s].paragraph].role != Role::kBody ||
          stands_apart(article_, sentences[s].range))
        continue;
      read(s, sentences[s].range);
    }
    find_names_beside();
    return std::move(out_);
  }

 private:
  void read(std::uint32_t sentence, Range range) {
    words_ = words_of_sentence(article_.article.text, range);
    sentence_ = sentence;
    first_ = out_.all.size();
    place_.clear();
    subjects_.clear();
    phrase_end_.clear();
    told_until_ = 0;
    things_.clear();
    const auto& mentions = article_.names.mentions;
    const auto first_mention = std::ranges::lower_bound(
        mentions, range.begin, {}, [](const Mention& m) { return m.range.begin; });
    for (auto m = first_mention; m != mentions.end() && range.contains(m->range); ++m)
      things_.push_back(m->thing);
    const auto begin_of = [](const TimeExpression& time) { return time.range.begin; };
    const auto& times = article_.times;
    first_time_ = static_cast<std::size_t>(
        std::ranges::lower_bound(times, range.begin, {}, begin_of) - times.begin());
    end_time_ = static_cast<std::size_t>(std::ranges::lower_bound(times, range.end, {}, begin_of) -
                                         times.begin());
    std::sort(things_.begin(), things_.end());
    things_.erase(std::unique(things_.begin(), things_.end()), things_.end());
    // Words without end are a list, or no prose at all; what follows looks back and forth in them.
    constexpr std::size_t kMostWords = 400;
    if (words_.size() > kMostWords) return;
    kinds_.clear();
    uses_.clear();
    for (const SentenceWord& each : words_) {
      kinds_.push_back(kinds_of(each.lower));
      uses_.push_back(uses_of(each.lower));
    }
    for (std::size_t i = 0; i < words_.size(); ++i) read_word(i);
    if (!things_.empty()) {
      for (const SentenceWord& each : words_)
        if (!each.is_capital && !each.is_mark && each.lower.size() > 2)
          named_.emplace_back(plain_spelling(each.lower), things_beside_.size());
      things_beside_.push_back(things_);
    }
    mark_offsets();
    mark_orders();
    attach_times(range);
    share_times();
    last_heads_ = heads_spoken_of();
  }

  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view();
  }
  // Is word `i` of one of these kinds? false where there is no such word.
  [[nodiscard]] bool is(std::size_t i, unsigned kinds) const {
    return i < kinds_.size() && (kinds_[i] & kinds) != 0;
  }
  // Can it be one of these uses of a verb?
  [[nodiscard]] bool can_be(std::size_t i, unsigned uses) const {
    return i < uses_.size() && (uses_[i] & uses) != 0;
  }
  [[nodiscard]] bool is_boundary(std::size_t i) const {
    return words_[i].is_mark || is(i, kConjunction);
  }
  // The word before `i` that is no adverb.
  [[nodiscard]] std::size_t before(std::size_t i) const {
    while (i > 0 && is(i - 1, kAdverb)) --i;
    return i == 0 ? kNowhere : i - 1;
  }

  void read_word(std::size_t i) {
    const SentenceWord& at = words_[i];
    if (at.is_mark || i < told_until_ || !plain_.holds(at.range)) return;
    const std::size_t b = before(i);
    const std::string_view prior = b == kNowhere ? std::string_view() : word(b);
    if (is_one_of(prior, "will", "'ll", "shall", "won't") && is(i, kAdverb)) return;
    if (is_one_of(prior, "will", "'ll", "shall", "won't") && !is_one_of(at.lower, "be", "have")) {
      const Verb verb = verb_of(at.lower);
      add_verb(i, (verb.uses & kBareForm) != 0 ? verb.deed : text::stem_of(at.lower),
               Telling::kFuture, false);
      return;
    }
    if (prior == "to" && is_planned(b)) {
      const Verb verb = verb_of(at.lower);
      if (at.lower != "be" && at.lower != "have")
        add_verb(i, (verb.uses & kBareForm) != 0 ? verb.deed : text::stem_of(at.lower),
                 Telling::kFuture, false);
      return;
    }
    const DeedPhrase phrase = deed_phrase_at(words_, i);
    if (phrase.is_noun) {
      Happening made;
      made.deed = phrase.deed;
      made.is_noun = true;
      add(std::move(made), phrase.end - 1, {at.range.begin, words_[phrase.end - 1].range.end});
      return;
    }
    // "never came", "was last seen"
    if (const DeedPhrase from_before =
            i > 0 && is(i - 1, kAdverb) ? deed_phrase_at(words_, i - 1) : DeedPhrase{};
        from_before.end > i && !from_before.is_noun) {
      phrase_end_[i] = from_before.end;
      told_until_ = from_before.end;
      add_verb(i, std::string(from_before.deed), Telling::kPast, true);
      return;
    }
    if (uses_[i] == 0) return;
    Verb verb = verb_of(at.lower);
    if (!phrase.deed.empty()) {
      verb.deed = phrase.deed;
      phrase_end_[i] = phrase.end;
    }
    if ((verb.uses & kNounForm) != 0 && is_noun_here(i)) {
      add_noun(i, verb.deed);
      return;
    }
    if (at.is_capital && i > 0) return;
    // "was raised", "had sunk": the participle tells it.
    if (is_one_of(at.lower, "was", "were", "been", "had", "got", "did") && helps(i)) return;
    const bool is_after_determiner = i > 0 && is(i - 1, kDeterminer);
    if (is_after_determiner) return;
    if ((verb.uses & kParticiple) != 0 && (is(b, kBe) || is_one_of(prior, "has", "have", "had"))) {
      add_verb(i, verb.deed, telling_of_helpers(b), is(b, kBe));
      return;
    }
    // "Odo Finn, born on 3 May 1990": a participle that can be nothing else.
    if ((verb.uses & kParticiple) != 0 && (verb.uses & kPastForm) == 0 && i > 0 &&
        !is(b, kHelper)) {
      add_verb(i, verb.deed, Telling::kPast, true);
      return;
    }
    if ((verb.uses & kPastForm) != 0) {
      if (is_one_of(prior, "to", "will", "would", "could", "should", "may", "might", "must", "can"))
        return;
      add_verb(i, verb.deed, Telling::kPast, false);
      return;
    }
    if ((verb.uses & kBareForm) != 0 && is_one_of(prior, "did", "didn't", "didn\u2019t")) {
      add_verb(i, verb.deed, Telling::kPast, false);
      return;
    }
    if ((verb.uses & kPresentForm) != 0 && verb.is_listed && b != kNowhere && !is_boundary(b) &&
        !is(b, kPreposition))
      add_verb(i, verb.deed, Telling::kUnclear, false);
  }

  // Does a participle follow, or another helper?
  [[nodiscard]] bool helps(std::size_t i) const {
    std::size_t next = i + 1;
    while (next < words_.size() && is(next, kAdverb)) ++next;
    return is(next, kHelper) || can_be(next, kParticiple);
  }

  // "is to sell", "due to open", "plans to close"
  [[nodiscard]] bool is_planned(std::size_t to) const {
    return to > 0 && is_one_of(word(to - 1), "is", "are", "due", "set", "plans", "planning",
                               "expected", "scheduled", "going");
  }

  // Of a participle whose nearest helper is at `b`.
  [[nodiscard]] Telling telling_of_helpers(std::size_t b) const {
    Telling telling = is_one_of(word(b), "was", "were", "has", "have", "had", "got", "been")
                          ? Telling::kPast
                          : Telling::kUnclear;
    for (std::size_t back = 1; back <= 3 && back <= b; ++back) {
      const std::string_view helper = word(b - back);
      if (!is(b - back, kHelper) && !is(b - back, kAdverb)) {
        if (is_one_of(helper, "could", "should", "may", "might", "must", "can", "would"))
          return Telling::kUnclear;
        break;
      }
      if (helper == "would") return Telling::kUnclear;
      if (helper == "will" || helper == "shall") telling = Telling::kFuture;
      if (helper == "to" && b > back && is_one_of(word(b - back - 1), "is", "are"))
        return Telling::kFuture;
    }
    return telling;
  }

  // "the vote", "Sunday's vote in", "last month's election"; not "election day", "fire brigade".
  [[nodiscard]] bool is_noun_here(std::size_t i) const {
    bool has_determiner = false;
    for (std::size_t back = 1; back <= 3 && back <= i && !has_determiner; ++back) {
      if (words_[i - back].is_mark || is(i - back, kPreposition | kHelper | kConjunction)) break;
      has_determiner = is(i - back, kDeterminer);
    }
    if (!has_determiner) return false;
    if (i + 1 >= words_.size() || is_boundary(i + 1)) return true;
    return is(i + 1, kPreposition | kHelper | kAdverb) || uses_[i + 1] != 0 || is_time(i + 1);
  }

  [[nodiscard]] bool is_time(std::size_t i) const {
    for (std::size_t t = first_time_; t < end_time_; ++t)
      if (article_.times[t].range.overlaps(words_[i].range)) return true;
    return false;
  }

  // The first word of the clause that `i` stands in.
  [[nodiscard]] std::size_t clause_begin(std::size_t i) const {
    while (i > 0 && !is_boundary(i - 1)) --i;
    return i;
  }

  // The last common noun of the words [begin, end), up to a preposition; empty: a name, or none.
  [[nodiscard]] std::size_t head_of(std::size_t begin, std::size_t end) const {
    std::size_t head = kNowhere;
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view w = word(i);
      if (is(i, kPreposition)) {
        if (head != kNowhere || i > begin) break;
        continue;
      }
      if (words_[i].is_mark || is(i, kHelper)) break;
      if (head != kNowhere && can_be(i, kPastForm)) break;
      if (is_time(i)) continue;
      const bool is_noun =
          !words_[i].is_capital || i == 0 || is(i - 1, kDeterminer) || ends_a_name(words_[i].range);
      if (is_noun && !is(i, kDeterminer | kAdverb | kPronoun) && !cardinal_of(w) && w.size() > 2 &&
          (w[0] < '0' || w[0] > '9'))
        head = i;
    }
    return head;
  }

  // "Pavilion Theatre": what a thing with a name is.
  [[nodiscard]] bool ends_a_name(Range word) const {
    const auto& mentions = article_.names.mentions;
    const auto next = std::ranges::upper_bound(mentions, word.begin, {},
                                               [](const Mention& m) { return m.range.begin; });
    if (next == mentions.begin()) return false;
    const Mention& mention = *(next - 1);
    return mention.range.end == word.end && mention.range.begin < word.begin &&
           article_.names.things[mention.thing].kind != NameKind::kPerson;
  }

  // Where the subject of the verb at `i` begins: the clause, or the one before where nothing but
  // "who" or an inserted phrase stands between.
  [[nodiscard]] std::pair<std::size_t, std::size_t> subject_of(std::size_t i) const {
    std::size_t end = i;
    while (end > 0 && (is(end - 1, kHelper) || is(end - 1, kAdverb))) --end;
    std::size_t begin = clause_begin(end);
    if (begin < end) return {skip_time(begin, end), end};
    // "the bridge, built in 1960, fell"
    if (end == 0) return {0, 0};
    std::size_t last = end - 1;
    begin = clause_begin(last);
    if (words_[last].is_mark && begin > 1 && words_[begin - 1].is_mark) {
      last = begin - 1;
      begin = clause_begin(last);
    }
    return {skip_time(begin, last), last};
  }

  [[nodiscard]] std::size_t skip_time(std::size_t begin, std::size_t end) const {
    while (begin < end &&
           (is(begin, kPreposition) ? begin + 1 < end && is_time(begin + 1) : is_time(begin)))
      ++begin;
    return begin;
  }

  // Where the object of the verb at `i` ends; kNowhere: it has none.
  [[nodiscard]] std::size_t object_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (end < words_.size() && !is_boundary(end) && !is(end, kPreposition) && !is_time(end) &&
           !is(end, kAdverb) && !can_be(end, kPastForm))
      ++end;
    return end == i + 1 ? kNowhere : end;
  }

  void add_verb(std::size_t i, std::string deed, Telling telling, bool is_passive) {
    Happening made;
    made.deed = std::move(deed);
    made.telling = telling;
    made.is_telling = !is_everyday(made.deed) || (made.deed == "hear" && is_of_court(i));
    const std::size_t object = is_passive ? kNowhere : object_end(i);
    if (object == kNowhere && !is_passive && is_report(made.deed)) made.is_telling = false;
    if (object != kNowhere && is_one_of(word(i + 1), "no", "any", "nothing"))
      made.is_telling = false;
    std::size_t head = kNowhere;
    bool is_it = false;
    if (object != kNowhere) {
      head = head_of(i + 1, object);
      is_it = head == kNowhere && is_one_of(word(i + 1), "it", "them");
    } else {
      const auto [begin, end] = subject_of(i);
      head = head_of(begin, end);
      is_it = head == kNowhere && end > begin && is_one_of(word(begin), "it", "they");
    }
    made.is_by_head = object == kNowhere && !is_passive;
    if (head != kNowhere) {
      made.heads = {plain_spelling(words_[head].lower)};
      made.count = count_before(head);
    }
    const auto [subject, subject_end] = subject_of(i);
    const std::size_t agent = head_of(subject, subject_end);
    if (happens(made.deed) && agent != kNowhere) subjects_.emplace_back(out_.all.size(), agent);
    if (is_it) made.heads = heads_spoken_of();
    std::size_t begin = i;
    std::size_t end = i;
    constexpr std::size_t kClose = 10;  // words
    if (head != kNowhere && head < i && i - head <= kClose) begin = head;
    if (head != kNowhere && head > i && head - i <= kClose) end = head;
    add(std::move(made), i, {words_[begin].range.begin, words_[end].range.end});
  }

  // "The court heard Ann Orr", "Orr was heard by a judge"; not "she heard a bang".
  [[nodiscard]] bool is_of_court(std::size_t i) const {
    constexpr std::size_t kClose = 4;     // words
    if (word(i) != "heard") return true;  // told by a phrase: "appeared in court"
    for (std::size_t k = i - std::min(i, kClose); k < std::min(i + kClose, words_.size()); ++k)
      if (is_one_of(word(k), "court", "judge", "judges", "jury", "tribunal", "magistrate",
                    "magistrates", "inquest", "inquiry"))
        return true;
    return false;
  }

  // "27" of "27 young people"; empty: none in the words right before.
  [[nodiscard]] std::string count_before(std::size_t head) const {
    for (std::size_t i = head; i > 0 && head - i < 3 && !is_boundary(i - 1); --i) {
      const std::string_view w = word(i - 1);
      if (const auto n = cardinal_of(w)) return std::to_string(*n);
      if (w[0] >= '0' && w[0] <= '9') return std::string(w);
    }
    return {};
  }

  void add_noun(std::size_t i, const std::string& deed) {
    Happening made;
    made.deed = deed;
    made.is_noun = true;
    made.is_telling = !is_everyday(deed) || is_one_of(deed, "start", "end");
    if (i > 0 && plain_spelling(words_[i - 1].lower) == "child") {
      made.heads = {"child"};  // "a pregnancy loss"
    } else if (is_one_of(word(i + 1), "of", "at", "in", "on")) {
      const std::size_t head = head_of(i + 2, std::min(i + 8, words_.size()));
      if (head != kNowhere && !is_boundary_between(i, head))
        made.heads = {plain_spelling(words_[head].lower)};
    }
    add(std::move(made), i, words_[i].range);
  }

  [[nodiscard]] bool is_boundary_between(std::size_t a, std::size_t b) const {
    for (std::size_t i = std::min(a, b) + 1; i < std::max(a, b); ++i)
      if (is_boundary(i)) return true;
    return false;
  }

  void add(Happening made, std::size_t i, Range range) {
    made.range = range;
    made.sentence = sentence_;
    made.things = things_;
    // "has not been seen since": that is how somebody vanishes.
    if (made.deed != "vanish") made.denial = denial_of(words_, i, made.is_noun);
    out_.all.push_back(std::move(made));
    place_.push_back(i);
  }

  // "two weeks after the bridge fell", "three days before the vote", "ten years since the fire"
  void mark_offsets() {
    inside_.assign(words_.size(), false);
    for (std::size_t t = first_time_; t < end_time_; ++t) {
      const TimeExpression& time = article_.times[t];
      if (words_.empty() || time.range.end > words_.back().range.end) continue;
      const auto length = length_of_value(time.value);
      if (time.type != TimeType::kDuration || !length || !plain_.holds(time.range)) continue;
      std::size_t at = word_from(words_, time.range.end);
      bool is_exact = has_exactly_before(time.range.begin);
      if (word(at) == "to" && word(at + 1) == "the" && word(at + 2) == "day") {
        is_exact = true;
        at += 3;
      }
      const bool is_of_two = (word(at) == "on" && word(at + 1) == "from") ||
                             (word(at) == "prior" && word(at + 1) == "to") ||
                             (word(at) == "ahead" && word(at + 1) == "of");
      if (!is_of_two && !is_one_of(word(at), "after", "before", "since", "following")) continue;
      if (is_of_two) ++at;
      add_offset(time.range.begin, at, *length, is_exact);
    }
  }

  // "wrote that they had lost": what had happened was before the writing.
  void mark_orders() {
    for (std::size_t h = first_; h < out_.all.size(); ++h) {
      const std::size_t place = place_[h - first_];
      if (out_.all[h].is_noun || !has_had_before(place)) continue;
      for (std::size_t main = h; main-- > first_;) {
        if (out_.all[main].is_noun || out_.all[main].telling != Telling::kPast ||
            has_had_before(place_[main - first_]))
          continue;
        if (has_that_between(place_[main - first_], place))
          out_.orders.push_back({static_cast<std::int32_t>(h), static_cast<std::int32_t>(main)});
        break;
      }
    }
  }

  [[nodiscard]] bool has_had_before(std::size_t place) const {
    const std::size_t b = before(place);
    if (b == kNowhere) return false;
    if (word(b) == "been" && before(b) != kNowhere) return word(before(b)) == "had";
    return word(b) == "had" || word(b).ends_with("'d") || word(b).ends_with("\u2019d");
  }

  [[nodiscard]] bool has_that_between(std::size_t first, std::size_t last) const {
    for (std::size_t i = first + 1; i < last; ++i)
      if (word(i) == "that") return true;
    return false;
  }

  [[nodiscard]] bool has_exactly_before(std::uint32_t byte) const {
    const std::size_t at = word_from(words_, byte);
    return is_one_of(word(at), "exactly", "precisely") ||
           (at > 0 && is_one_of(word(at - 1), "exactly", "precisely"));
  }

  void add_offset(std::uint32_t begin, std::size_t at, const Length& length, bool is_exact) {
    std::size_t end = at + 1;
    while (end < words_.size() && !words_[end].is_mark) ++end;
    const std::size_t first = word_from(words_, begin);
    std::int32_t from = -1;
    std::int32_t to = -1;
    std::size_t to_gap = kNowhere;
    for (std::size_t h = first_; h < out_.all.size(); ++h) {
      const std::size_t place = place_[h - first_];
      if (place > at && place < end) {
        // Its verb, or the noun where there is none, or where the verb says nothing by itself.
        const bool is_light =
            from >= 0 && is_one_of(out_.all[static_cast<std::size_t>(from)].deed, "experienc",
                                   "suffer", "hav", "have", "b", "be");
        if (from < 0 ||
            (out_.all[static_cast<std::size_t>(from)].is_noun && !out_.all[h].is_noun) ||
            (is_light && out_.all[h].is_noun))
          from = static_cast<std::int32_t>(h);
        continue;
      }
      if (out_.all[h].is_noun) continue;
      const std::size_t gap = place < first ? first - place : place - end;
      if (to < 0 || gap < to_gap) {
        to = static_cast<std::int32_t>(h);
        to_gap = gap;
      }
    }
    // "three weeks after the failure of the Harrow dam": something with a name.
    const bool has_name = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                      words_.begin() + static_cast<std::ptrdiff_t>(end),
                                      [](const SentenceWord& w) { return w.is_capital; });
    if (from < 0 && (to < 0 || word(at + 1) != "the" || !has_name)) return;
    const std::size_t of = from < 0 ? end : place_[static_cast<std::size_t>(from) - first_];
    // "a day after a robbery": one the reader does not know yet, so no other telling of the text.
    if (from >= 0 && out_.all[static_cast<std::size_t>(from)].is_noun &&
        is_one_of(word(at + 1), "a", "an") && of > at)
      return;
    // "three days before the anniversary of the day the bridge fell": from that, not from the fall.
    for (std::size_t i = at; i < of; ++i)
      if (is_one_of(word(i), "anniversary", "birthday", "eve")) return;
    const bool is_since = word(at) == "since";
    // "Two weeks after the fall the road is shut": told then. Of a verb that is not known nothing
    // is.
    if (!is_since && to < 0 && !is_of_now(first, end)) return;
    const int sign = is_one_of(word(at), "before", "to", "of") ? -1 : 1;
    for (std::size_t i = first; i < end; ++i) inside_[i] = true;
    out_.offsets.push_back({{begin, words_[at].range.end},
                            {begin, words_[end - 1].range.end},
                            from,
                            is_since ? -1 : to,
                            length.is_months,
                            sign * length.n,
                            is_exact ? 0 : length.slack});
  }

  // Do the words outside of [first, end) tell of the present?
  [[nodiscard]] bool is_of_now(std::size_t first, std::size_t end) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      if ((i < first || i >= end) &&
          is_one_of(word(i), "is", "are", "has", "have", "remains", "remain"))
        return true;
    return false;
  }

  void attach_times(Range sentence) {
    struct Choice {
      std::size_t gap;
      std::size_t time;
      std::int32_t happening;
    };
    std::vector<Choice> choices;
    for (std::size_t t = first_time_; t < end_time_; ++t) {
      const TimeExpression& time = article_.times[t];
      if (!sentence.contains(time.range) || time.value.ends_with("_REF")) continue;
      if (time.type != TimeType::kDate && time.type != TimeType::kTime) continue;
      if (!plain_.holds(time.range)) continue;
      const std::size_t begin = word_from(words_, time.range.begin);
      const std::size_t end = word_from(words_, time.range.end);
      // "a year ago today": the second is part of the first. "her 30th birthday, 2 July": of that.
      if (begin > 0 && word(begin - 1) == "ago") continue;
      if (begin > 1 && words_[begin - 1].is_mark &&
          is_one_of(word(begin - 2), "birthday", "anniversary"))
        continue;
      // "extended until Saturday", "by Friday": not when it happened.
      if (begin > 0 && is_one_of(word(begin - 1), "until", "till", "through", "by", "from", "to",
                                 "before", "after", "for", "since", "into", "towards", "toward"))
        continue;
      // "a toll beginning on 1 June": not when they announced it.
      const bool has_preposition = begin > 0 && is_one_of(word(begin - 1), "on", "in", "at", "of");
      const std::size_t lead = begin - (has_preposition ? 1 : 0);
      if (lead > 0 &&
          is_one_of(word(lead - 1), "beginning", "starting", "commencing", "ending", "expiring",
                    "effective", "due", "scheduled", "slated", "set", "planned", "ahead"))
        continue;
      if (is_loose(begin, end)) {
        out_.loose_times.push_back(static_cast<std::uint32_t>(t));
        continue;
      }
      std::size_t gap = 0;
      const std::int32_t best = nearest(begin, end, gap);
      if (best < 0) continue;
      const std::size_t place = place_[static_cast<std::size_t>(best) - first_];
      // "asked people to come to the hall on 4 April": of a verb that is not known, the day may be
      // that of what is to come of it. Of "Monday" most are over.
      constexpr std::size_t kMostWords = 5;
      const bool is_far = begin > place + kMostWords && is_day_of_any_year(time.value) &&
                          !is_listed(out_.all[static_cast<std::size_t>(best)].deed);
      if (is_far || (is_perfect(place) && !goes_with_perfect(time))) {
        out_.loose_times.push_back(static_cast<std::uint32_t>(t));
        continue;
      }
      choices.push_back({gap, t, best});
    }
    // Each happening has one day: the time that stands closest to it.
    std::ranges::stable_sort(choices, {}, &Choice::gap);
    for (const Choice& choice : choices) {
      Happening& found = out_.all[static_cast<std::size_t>(choice.happening)];
      if (found.time < 0) found.time = static_cast<std::int32_t>(choice.time);
    }
    // "A fire at the mill killed two people on Tuesday": the fire was on that day, too.
    for (const auto& [verb, subject] : subjects_)
      for (std::size_t h = first_; h < out_.all.size(); ++h)
        if (out_.all[h].is_noun && place_[h - first_] == subject && out_.all[h].time < 0) {
          out_.all[h].time = out_.all[verb].time;
          out_.all[h].telling = out_.all[verb].telling;
        }
  }

  // "has not been seen since he left on 3 May", "left on 3 May and never came back": both were on
  // that day.
  void share_times() {
    for (std::size_t h = first_; h < out_.all.size(); ++h) {
      Happening& vanished = out_.all[h];
      if (vanished.deed != "vanish" || !phrase_end_.contains(place_[h - first_]) ||
          vanished.time >= 0)
        continue;
      const bool is_next = h + 1 < out_.all.size() && out_.all[h + 1].time >= 0;
      if (!is_next && h == first_) continue;
      const Happening& other = out_.all[is_next ? h + 1 : h - 1];
      vanished.time = other.time;
      vanished.telling = other.telling;
    }
  }

  // See Happenings::loose_times; of the words [begin, end).
  [[nodiscard]] bool is_loose(std::size_t begin, std::size_t end) const {
    if (begin >= words_.size()) return false;
    const bool is_later =
        (begin > 1 && word(begin - 1) == "on" && is_length_before(word(begin - 2))) ||
        is_length_before(word(end));
    const std::string_view part = word(begin) == "the" ? word(begin + 1) : word(begin);
    const bool is_part_of_day = is_one_of(part, "morning", "afternoon", "evening", "night") &&
                                (word(begin) == "the" || (begin > 0 && word(begin - 1) == "the")) &&
                                end - begin <= 2;
    const bool is_name = begin > 0 && words_[begin - 1].is_capital && names_a_day(word(begin - 1));
    return is_later || is_part_of_day || is_name || describes_many(end) || is_one_of_many(begin);
  }

  // "every Monday or Tuesday": the second, at the word `begin`.
  [[nodiscard]] bool is_one_of_many(std::size_t begin) const {
    constexpr std::size_t kMostWords = 5;
    for (std::size_t i = begin; i-- > 0 && begin - i <= kMostWords;) {
      if (is_one_of(word(i), "every", "each")) return true;
      if (!is_time(i) && !is_one_of(word(i), "or", "and", "on", ",")) return false;
    }
    return false;
  }

  // "five Sunday shows", "the Monday morning meetings": what comes again each week, behind a time
  // that ends at the word `end`.
  [[nodiscard]] bool describes_many(std::size_t end) const {
    constexpr std::size_t kMostWords = 3;
    for (std::size_t i = end; i < words_.size() && i < end + kMostWords; ++i) {
      const std::string_view w = word(i);
      if (is_boundary(i) || words_[i].is_capital ||
          is(i, kPreposition | kHelper | kAdverb | kDeterminer | kPronoun) || is_time(i) ||
          can_be(i, kPastForm))
        return false;
      const bool is_plural = w.size() > 3 && w.ends_with("s") && !w.ends_with("ss") &&
                             (i > end || !can_be(i, kPresentForm) || can_be(i, kNounForm));
      if (is_plural) return true;
    }
    return false;
  }

  // "has called", "have been called"
  [[nodiscard]] bool is_perfect(std::size_t place) const {
    const std::size_t b = before(place);
    if (b == kNowhere) return false;
    if (word(b) == "been" && before(b) != kNowhere)
      return is_one_of(word(before(b)), "has", "have");
    return is_one_of(word(b), "has", "have");
  }

  // "has risen this year": a stretch that is not over.
  [[nodiscard]] bool goes_with_perfect(const TimeExpression& time) const {
    const std::string_view words = words_of(article_.article.text, time.range);
    const bool is_day =
        std::ranges::count(time.value.str(), '-') >= 2;  // "XXXX-12-29", "XXXX-WXX-1"
    return !is_day || has_word(words, "this") || has_word(words, "today") ||
           has_word(words, "tonight");
  }

  // "who survived the fire, ...": a clause that a comma closes before the word `at`.
  [[nodiscard]] bool is_in_closed_clause(std::size_t place, std::size_t at) const {
    const std::size_t begin = clause_begin(place);
    if (begin == 0 || !is_one_of(word(begin - 1), "who", "which", "whose", "whom", "where"))
      return false;
    for (std::size_t i = place; i < at; ++i)
      if (word(i) == ",") return true;
    return false;
  }

  // The happening that the words [begin, end) of a time belong to; -1: none. `least` is how far it
  // stands from them.
  [[nodiscard]] std::int32_t nearest(std::size_t begin, std::size_t end, std::size_t& least) const {
    std::int32_t best = -1;
    least = kNowhere;
    const bool is_owner = word(end) == "'s";
    for (std::size_t h = first_; h < out_.all.size(); ++h) {
      const std::size_t place = place_[h - first_];
      if (is_owner) {
        if (out_.all[h].is_noun && place > end && place - end <= 4 && place < least) {
          best = static_cast<std::int32_t>(h);
          least = place;
        }
        continue;
      }
      if (begin < inside_.size() && inside_[place] != inside_[begin]) continue;
      // "the vote on Sunday" is of the noun only where the two touch.
      const bool touches = place < begin && begin - place <= 2 && !is_named_anniversary(place);
      if (out_.all[h].is_noun && !touches) continue;
      if (place < begin && is_in_closed_clause(place, begin)) continue;
      const auto phrase = phrase_end_.find(place);
      const std::size_t last = phrase == phrase_end_.end() ? place : phrase->second - 1;
      const std::size_t low = place >= begin ? end : std::min(last, begin - 1);
      const std::size_t high = place < begin ? begin : place;
      std::size_t gap = high - low;
      std::size_t n_boundaries = 0;
      for (std::size_t i = place > begin ? low : low + 1; i < high; ++i)
        if (is_boundary(i) && inside_[i] == inside_[place]) ++n_boundaries;
      if (n_boundaries > 1) continue;
      gap += kCrossing * n_boundaries + (place > begin ? 1 : 0);
      if (gap < least) {
        best = static_cast<std::int32_t>(h);
        least = gap;
      }
    }
    return best;
  }
  // "their diamond wedding": that was long before.
  [[nodiscard]] bool is_named_anniversary(std::size_t place) const {
    return place > 0 && years_of_wedding(word(place - 1)) > 0;
  }
  static constexpr std::size_t kCrossing = 12;  // words that a comma is worth

  void find_names_beside() {
    // Most words are no head: a hash says so sooner than the names in their order.
    std::unordered_map<std::string_view, std::vector<std::uint32_t>*> beside;
    for (const Happening& each : out_.all)
      for (const std::string& head : each.heads) {
        const auto at = out_.named_beside.try_emplace(head).first;
        beside.emplace(at->first, &at->second);
      }
    for (const auto& [word, sentence] : named_) {
      const auto found = beside.find(word);
      if (found == beside.end()) continue;
      const std::vector<std::uint32_t>& things = things_beside_[sentence];
      found->second->insert(found->second->end(), things.begin(), things.end());
    }
    for (auto& [head, things] : out_.named_beside) {
      std::sort(things.begin(), things.end());
      things.erase(std::unique(things.begin(), things.end()), things.end());
    }
  }

  // What "it" may stand for: what the sentence spoke of so far, or else the one before.
  [[nodiscard]] std::vector<std::string> heads_spoken_of() const {
    std::vector<std::string> heads;
    for (std::size_t h = first_; h < out_.all.size(); ++h)
      heads.insert(heads.end(), out_.all[h].heads.begin(), out_.all[h].heads.end());
    if (heads.empty()) return last_heads_;
    std::sort(heads.begin(), heads.end());
    heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
    return heads;
  }

  const AnnotatedArticle& article_;
  PlainText plain_;
  Happenings out_;
  Words words_;                      // of the sentence
  std::vector<std::uint8_t> kinds_;  // of each, of WordKind
  std::vector<std::uint8_t> uses_;   // of each, of WordUse
  std::uint32_t sentence_ = 0;
  std::size_t first_time_ = 0;  // its times
  std::size_t end_time_ = 0;
  std::size_t first_ = 0;                                      // its first happening
  std::vector<std::size_t> place_;                             // of its happenings: their words
  std::vector<std::pair<std::size_t, std::size_t>> subjects_;  // happenings, words: see happens()
  std::map<std::size_t, std::size_t> phrase_end_;  // by the first word of each of several words
  std::size_t told_until_ = 0;                     // behind the words of a phrase that are told of
  std::vector<std::uint32_t> things_;              // named in it
  std::vector<bool> inside_;                       // of its words: part of an offset
  std::vector<std::string> last_heads_;
  std::vector<std::vector<std::uint32_t>> things_beside_;   // of each sentence that names any
  std::vector<std::pair<std::string, std::size_t>> named_;  // words, indexes into things_beside_
};

}  // namespace

Happenings find_happenings(const AnnotatedArticle& article) { return Finder(article).find(); }

}  // namespace fabula::language
