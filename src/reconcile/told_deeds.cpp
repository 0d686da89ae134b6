// Each verb of the table, then to the left its auxiliaries and subject, to the right its place or
// the sentence's end.
//
// Few sentences deny anything or say where, which their bytes tell soonest; what is told as done
// is asked for only of people of whom something is denied.
#include "reconcile/told_deeds.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <ranges>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "language/sentence_words.hpp"
#include "language/telling.hpp"
#include "language/verbs.hpp"
#include "reconcile/deed_persons.hpp"
#include "reconcile/people_of_articles.hpp"
#include "reconcile/whens.hpp"
#include "text/one_of.hpp"

namespace fabula::reconcile {
namespace {

using language::SentenceWord;
using text::is_one_of;
using Words = std::vector<SentenceWord>;

constexpr auto kVerbs = [] {
  constexpr std::uint8_t kPassive = DeedVerb::kPassive;
  constexpr std::uint8_t kPlaced = DeedVerb::kPlaced;
  constexpr std::uint8_t kOnceInLife = DeedVerb::kOnceInLife;
  return std::to_array<DeedVerb>({
#define TOLD(what, past, bare, flags) {what, past, bare, flags},
#define FAMILY(what, words)
#include "reconcile/told_deeds_table.inc"
#undef FAMILY
#undef TOLD
  });
}();

// In any sentence that has one, it may not have been so, or not now.
bool is_doubt(std::string_view word) {
  return is_one_of(word, "if", "unless", "whether", "would", "could", "may", "might", "should",
                   "will", "shall", "can", "must", "or", "why", "how") ||
         is_one_of(word, "false", "falsely", "wrongly", "wrong", "mistakenly", "incorrectly",
                   "erroneously", "untrue", "rumour", "rumours", "rumor", "rumors", "rumoured",
                   "rumored", "hoax", "fake", "invented", "joke", "prank", "satire") ||
         is_one_of(word, "allegedly", "alleged", "reportedly", "supposedly", "apparently", "nearly",
                   "almost", "claim", "claims", "claimed", "believed", "feared", "presumed",
                   "thought", "suspected", "imagined", "dreamed", "pretended", "expected") ||
         is_one_of(word, "but", "however", "although", "though", "instead", "rather", "only",
                   "again", "twice", "once", "first", "initially", "previously", "earlier",
                   "formerly", "another", "neither", "nor", "retracted", "corrected", "withdrew") ||
         is_one_of(word, "film", "novel", "play", "character", "movie", "episode", "opera",
                   "exercise", "drill");
}
bool is_saying(std::string_view word) {
  return is_one_of(word, "said", "says", "confirmed", "announced", "reported", "stated", "told",
                   "insisted", "added");
}
bool is_not(std::string_view word, std::string_view helper) {
  return word.starts_with(helper) &&
         is_one_of(word.substr(helper.size()), "n't", "n\u2019t");  // "didn't"
}
// What leads on from one clause to another, or away from a subject.
bool is_link(std::string_view word) {
  return is_one_of(word, "and", "but", "or", "who", "which", "that", "when", "while", "where",
                   "because", "after", "before", "until", "since", "as", "so", "though") ||
         is_one_of(word, "of", "by", "with", "to", "at", "for", "from", "in", "on", "'s", "than");
}

class Reader {
 public:
  Reader(const AnnotatedArticle& article, std::uint32_t index,
         const std::vector<std::int32_t>& person_of)
      : article_(article), index_(index), person_of_(person_of), persons_(article, person_of) {}

  // Of all sentences, or only of those that may deny something or say where.
  std::vector<ToldDeed> read(bool all) {
    constexpr std::uint32_t kLongest = 400;  // bytes
    auto mention = article_.names.mentions.begin();
    const auto end = article_.names.mentions.end();
    for (const Sentence& sentence : article_.segmentation.sentences) {
      bool has_person = false, says_where = false;
      for (; mention != end && mention->range.begin < sentence.range.end; ++mention) {
        has_person |= person_of_[mention->thing] >= 0;
        says_where |= person_of_[mention->thing] < 0 && stands_behind_in(mention->range);
      }
      if (!has_person || sentence.range.size() > kLongest ||
          article_.article.paragraphs[sentence.paragraph].role != Role::kBody ||
          !words_of(article_.article.text, sentence.range).ends_with('.') ||
          (!all && !says_where && !may_deny(sentence.range)) ||
          language::stands_apart(article_, sentence.range))
        continue;
      read(sentence.range);
    }
    return std::move(told_);
  }

 private:
  // "in Orra", "in the village of Orra"
  [[nodiscard]] bool stands_behind_in(Range name) const {
    const std::string_view before = std::string_view(article_.article.text).substr(0, name.begin);
    return before.ends_with(" in ") || before.ends_with("town of ") ||
           before.ends_with("city of ") || before.ends_with("village of ");
  }

  [[nodiscard]] bool may_deny(Range sentence) const {
    const std::string_view text = words_of(article_.article.text, sentence);
    return text.find(" not ") != std::string_view::npos ||
           text.find("n't ") != std::string_view::npos ||
           text.find("n\u2019t ") != std::string_view::npos ||
           text.find(" denie") != std::string_view::npos;
  }

  void read(Range sentence) {
    const std::string_view text = words_of(article_.article.text, sentence);
    if (std::ranges::none_of(kVerbs, [&](const DeedVerb& verb) {
          return text.find(verb.past) != std::string_view::npos ||
                 (!verb.bare.empty() && text.find(verb.bare) != std::string_view::npos);
        }))
      return;
    sentence_ = {language::behind_dateline(article_.article.text, sentence), sentence.end};
    words_ = language::words_of_sentence(article_.article.text, sentence_);
    if (std::ranges::any_of(words_, [](const SentenceWord& w) { return is_doubt(w.lower); }))
      return;
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (const DeedVerb& verb : kVerbs) {
        if (const std::size_t n = n_words_at(i, verb.past); n > 0) read_done(i, i + n, verb);
        if (const std::size_t n = n_words_at(i, verb.bare); n > 0) read_not_done(i, i + n, verb);
      }
  }

  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view{};
  }
  // The one `back` words before word `i`.
  [[nodiscard]] std::string_view before(std::size_t i, std::size_t back) const {
    return back <= i ? word(i - back) : std::string_view{};
  }

  // How many words of the verb stand here: all of it, or 0.
  [[nodiscard]] std::size_t n_words_at(std::size_t i, std::string_view verb) const {
    if (verb.empty() || words_[i].is_capital) return 0;
    const std::size_t blank = verb.find(' ');
    if (word(i) != verb.substr(0, blank)) return 0;
    if (blank == std::string_view::npos) return 1;
    return word(i + 1) == verb.substr(blank + 1) ? 2 : 0;
  }

  // "was arrested", "was not arrested", "resigned", "police arrested Bo Marlow"
  void read_done(std::size_t i, std::size_t last, const DeedVerb& verb) {
    const bool is_passive = (verb.flags & DeedVerb::kPassive) != 0;
    if (const auto by = denied_by(i); by.has_value()) {
      const std::size_t first = before_helpers(i, is_passive);
      const std::int32_t person = first > 0 ? person_before(first) : -1;
      if (person >= 0 && begins_behind_that(first) && ends_at(last))
        add(verb, person, *by, last, Denial::kByDenied);
      return;
    }
    if (std::ranges::any_of(words_, [](const SentenceWord& w) {
          return is_one_of(w.lower, "denied", "denies", "deny", "denial");
        }))
      return;
    if (is_passive && is_not(before(i, 1), "was")) return add_denied(i - 1, i - 1, last, verb);
    if (is_passive && before(i, 1) == "not" && before(i, 2) == "was")
      return add_denied(i - 2, i - 2, last, verb);
    if (has_denial()) return;
    if (is_passive && is_arrester(i)) {
      const std::size_t name = last;
      const std::int32_t person = persons_.behind(words_, name);
      if (person >= 0) add(verb, person, i, last, Denial::kNone, behind_name(name));
      return;
    }
    const std::size_t first = before_helpers(i, is_passive);
    if (first == 0 || (is_passive && first == i)) return;
    const std::int32_t person = person_before(first);
    if (person >= 0 && begins_plainly(first, /*is_denied=*/false))
      add(verb, person, first, last, Denial::kNone, last);
  }

  // "did not resign", "police did not arrest Bo Marlow"
  void read_not_done(std::size_t i, std::size_t last, const DeedVerb& verb) {
    std::size_t first = i;
    if (is_not(before(i, 1), "did"))
      first = i - 1;
    else if (before(i, 1) == "not" && before(i, 2) == "did")
      first = i - 2;
    if (first == i) return;
    if ((verb.flags & DeedVerb::kPassive) == 0) return add_denied(first, first, last, verb);
    if (!is_arrester(first)) return;
    const std::int32_t person = persons_.behind(words_, last);
    if (person >= 0 && ends_at(behind_name(last))) add(verb, person, first, last, Denial::kPlain);
  }

  void add_denied(std::size_t first, std::size_t deed, std::size_t last, const DeedVerb& verb) {
    const std::int32_t person = first > 0 ? person_before(first) : -1;
    if (person >= 0 && begins_plainly(first, /*is_denied=*/true) && ends_at(last))
      add(verb, person, deed, last, Denial::kPlain);
  }

  // Who may arrest stands right before, and the sentence begins with them.
  [[nodiscard]] bool is_arrester(std::size_t i) const {
    return i <= 3 && is_one_of(before(i, 1), "police", "officers", "detectives", "agents", "troops",
                               "soldiers", "prosecutors", "investigators", "gunmen");
  }

  // The first of the words that help the deed: "was", "has been", "had".
  [[nodiscard]] std::size_t before_helpers(std::size_t i, bool is_passive) const {
    if (before(i, 1) == "later") --i;
    if (is_passive) {
      if (before(i, 1) == "was") return i - 1;
      if (before(i, 1) == "been" && is_one_of(before(i, 2), "has", "had")) return i - 2;
      return i;
    }
    return is_one_of(before(i, 1), "has", "had") ? i - 1 : i;
  }

  // The word "denied" of "denied that ...", when one opens the sentence's clause; no other says no.
  [[nodiscard]] std::optional<std::size_t> denied_by(std::size_t deed) const {
    constexpr std::size_t kMostBefore = 6;
    for (std::size_t i = 1; i < deed && i <= kMostBefore; ++i) {
      if (words_[i].is_mark || is_link(word(i)) ||
          (!words_[i].is_capital && word(i) != "denied" && word(i) != "denies" && is_past(i)))
        return std::nullopt;
      if (is_one_of(word(i), "denied", "denies") && word(i + 1) == "that" && !has_denial())
        return i;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_past(std::size_t i) const {
    return (language::uses_of(word(i)) & (language::kPastForm | language::kParticiple)) != 0;
  }

  [[nodiscard]] bool has_denial() const {
    return std::ranges::any_of(words_, [](const SentenceWord& w) {
      return is_one_of(w.lower, "not", "never", "no", "none", "nobody", "without") ||
             w.lower.ends_with("n't") || w.lower.ends_with("n\u2019t");
    });
  }

  // The person whose name, and asides between commas, end before word `end`.
  [[nodiscard]] std::int32_t person_before(std::size_t end) const {
    const std::size_t name = behind_subject(end);
    return name > 0 ? persons_.before(words_, name) : -1;
  }

  // Behind the name that stands before word `end`; 0: there is none.
  [[nodiscard]] std::size_t behind_subject(std::size_t end) const {
    constexpr std::size_t kLongestAside = 10;
    if (end > 0 && is_name(end - 1)) return end;
    const std::string_view mark = before(end, 1);
    if (mark != "," && mark != ")") return 0;
    for (std::size_t n = 2; n <= kLongestAside && n < end; ++n) {
      const std::size_t i = end - n;
      if (word(i) == (mark == "," ? "," : "(")) return is_name(i - 1) ? i : 0;
      if (words_[i].is_mark || is_name(i) || is_one_of(word(i), "who", "which", "whose", "and"))
        return 0;
    }
    return 0;
  }

  [[nodiscard]] bool is_name(std::size_t i) const { return person_at(words_[i].range) >= 0; }

  [[nodiscard]] std::int32_t person_at(Range range) const {
    const Mention* mention = mention_at(range);
    return mention != nullptr && article_.names.things[mention->thing].kind == NameKind::kPerson
               ? person_of_[mention->thing]
               : -1;
  }

  [[nodiscard]] const Mention* mention_at(Range range) const {
    const auto& mentions = article_.names.mentions;
    const auto next = std::ranges::upper_bound(
        mentions, range.begin, {}, [](const Mention& mention) { return mention.range.begin; });
    if (next == mentions.begin() || !std::prev(next)->range.contains(range)) return nullptr;
    return &*std::prev(next);
  }

  // The first word of the name that ends before `end`.
  [[nodiscard]] std::size_t begin_of_subject(std::size_t end) const {
    std::size_t i = behind_subject(end);
    while (i > 0 && is_name(i - 1)) --i;
    return i;
  }

  // Is nothing before the subject but what describes it, or "police said (that)"; where nothing is
  // denied, or another clause that ends with a mark?
  [[nodiscard]] bool begins_plainly(std::size_t end, bool is_denied) const {
    for (std::size_t i = begin_of_subject(end); i > 0; --i) {
      if (words_[i - 1].is_mark) return !is_denied;
      if (is_saying(word(i - 1)) || (word(i - 1) == "that" && is_said_before(i - 1))) return true;
      if (is_link(word(i - 1)) || is_name(i - 1) ||
          (!words_[i - 1].is_capital && language::uses_of(word(i - 1)) != 0 && is_past(i - 1)))
        return false;
    }
    return true;
  }

  // "said that", "said on Monday that"
  [[nodiscard]] bool is_said_before(std::size_t that) const {
    for (std::size_t n = 1; n <= that; ++n) {
      const std::size_t i = that - n;
      if (is_saying(word(i))) return true;
      if (behind_time(i) < that && word(i) != "on") return false;
    }
    return false;
  }

  // "denied that the councillor Bo Marlow"
  [[nodiscard]] bool begins_behind_that(std::size_t end) const {
    std::size_t i = begin_of_subject(end);
    while (i > 0 && !words_[i - 1].is_mark && !is_link(word(i - 1)) && !is_name(i - 1)) --i;
    return i > 1 && word(i - 1) == "that" && is_one_of(before(i, 2), "denied", "denies");
  }

  // Does the sentence end here, but for who said so?
  [[nodiscard]] bool ends_at(std::size_t i) const {
    if (i == words_.size()) return true;
    constexpr std::size_t kMostBehind = 10;
    if (word(i) != "," || words_.size() - i > kMostBehind) return false;
    bool has_saying = false;
    for (std::size_t k = i + 1; k < words_.size(); ++k) {
      has_saying |= is_saying(word(k));
      if (words_[k].is_mark || (is_link(word(k)) && !is_one_of(word(k), "on", "for", "of", "at")))
        return false;
    }
    return has_saying;
  }

  // Behind the name that begins within a few words: "arrested the builder Bo Marlow".
  [[nodiscard]] std::size_t behind_name(std::size_t i) const {
    while (i < words_.size() && !is_name(i)) ++i;
    while (i < words_.size() && is_name(i)) ++i;
    return i;
  }

  void add(const DeedVerb& verb, std::int32_t person, std::size_t first, std::size_t last,
           Denial denial, std::size_t place = 0) {
    ToldDeed made;
    made.article = index_;
    made.person = static_cast<std::uint32_t>(person);
    made.verb = &verb;
    made.sentence = sentence_;
    made.deed = {words_[first].range.begin, words_[last - 1].range.end};
    made.denial = denial;
    if (!plain_) plain_.emplace(article_);
    if (!plain_->holds(made.deed)) return;
    if (place > 0 && (verb.flags & DeedVerb::kPlaced) != 0) find_place(place, made);
    told_.push_back(made);
  }

  // "on Monday at his home in the village of Karsk", from word `i` on.
  void find_place(std::size_t i, ToldDeed& made) const {
    i = behind_time(i);
    if (is_one_of(word(i), "at", "inside") &&
        is_one_of(word(i + 1), "a", "an", "the", "his", "her", "their")) {
      constexpr std::size_t kMostWords = 3;  // "a small hotel"
      const std::size_t noun = i + 2;
      i = noun;
      while (i < words_.size() && i < noun + kMostWords && !words_[i].is_mark &&
             !words_[i].is_capital && word(i) != "in")
        ++i;
      if (i == noun) return;
    }
    if (word(i) != "in") return;
    ++i;
    if (word(i) == "the" && is_one_of(word(i + 1), "town", "city", "village") &&
        word(i + 2) == "of")
      i += 3;
    if (i >= words_.size()) return;
    const Mention* mention = mention_at(words_[i].range);
    if (mention == nullptr || mention->range.begin != words_[i].range.begin) return;
    if (article_.names.things[mention->thing].kind == NameKind::kPerson) return;
    while (i < words_.size() && words_[i].range.begin < mention->range.end) ++i;
    const bool ends = i == words_.size() || words_[i].is_mark || behind_time(i) > i ||
                      is_one_of(word(i), "after", "when", "by", "for", "as", "while", "following",
                                "with", "last", "late", "early");
    if (!ends) return;
    made.place = mention->range;
  }

  // Behind a time that begins at word `i`, with the words that lead to it; `i`: there is none.
  [[nodiscard]] std::size_t behind_time(std::size_t i) const {
    std::size_t k = i;
    while (is_one_of(word(k), "on", "late", "early", "in", "at")) ++k;
    if (k >= words_.size()) return i;
    for (const TimeExpression& time : article_.times) {
      if (time.range.end <= words_[k].range.begin) continue;
      if (time.range.begin > words_[k].range.begin) return i;
      while (k < words_.size() && words_[k].range.begin < time.range.end) ++k;
      return k;
    }
    return i;
  }

  const AnnotatedArticle& article_;
  std::uint32_t index_;
  std::optional<language::PlainText> plain_;  // made when first asked for
  const std::vector<std::int32_t>& person_of_;
  DeedPersons persons_;
  Range sentence_;
  Words words_;
  std::vector<ToldDeed> told_;
};

}  // namespace

bool is_of_family(std::string_view lower, std::string_view what) {
  struct Family {
    std::string_view what, words;
  };
  static constexpr Family kFamilies[] = {
#define TOLD(what, past, bare, flags)
#define FAMILY(what, words) {what, words},
#include "reconcile/told_deeds_table.inc"
#undef FAMILY
#undef TOLD
  };
  const auto family = std::ranges::find(kFamilies, what, &Family::what);
  if (family == std::end(kFamilies)) return false;
  return std::ranges::any_of(std::views::split(family->words, ' '), [&](const auto& word) {
    return std::string_view(word.begin(), word.end()) == lower;
  });
}

std::vector<ToldDeed> find_told_deeds(const Pile& pile) {
  const auto person_of = people_of_articles(pile);
  std::vector<std::vector<ToldDeed>> told(pile.articles.size());
  const auto read = [&](std::uint32_t a, bool all) {
    const AnnotatedArticle& article = pile.articles[a];
    const Published& published = article.article.published;
    if (published.basis == DateBasis::kStated && single_day(published.when))
      told[a] = Reader(article, a, person_of[a]).read(all);
  };
  std::set<std::uint32_t> people;  // of whom something is denied
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    read(a, /*all=*/false);
    for (const ToldDeed& deed : told[a])
      if (deed.denial != Denial::kNone) people.insert(deed.person);
  }
  std::set<std::uint32_t> articles;
  for (const std::uint32_t person : people)
    for (const RecordRef& thing : pile.people[person].things) articles.insert(thing.article);
  for (const std::uint32_t a : articles) read(a, /*all=*/true);
  std::vector<ToldDeed> all;
  for (const std::vector<ToldDeed>& of_article : told)
    all.insert(all.end(), of_article.begin(), of_article.end());
  return all;
}

}  // namespace fabula::reconcile
