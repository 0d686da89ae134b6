// Each verb of the table, then to the left its auxiliaries and subject.
//
// Few sentences deny anything, which their bytes tell soonest; what is told as done is asked for
// only of people of whom something is denied.
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
  return std::to_array<DeedVerb>({
#define TOLD(what, past, flags) {what, past, flags},
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
// "Hardly anyone denied that"
bool is_doer_of_none(std::string_view word) {
  return is_one_of(word, "hardly", "few", "nobody", "no", "none", "neither", "not", "never",
                   "scarcely", "who", "anyone");
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

  // Of all sentences, or only of those that may deny something.
  std::vector<ToldDeed> read(bool all) {
    constexpr std::uint32_t kLongest = 400;  // bytes
    auto mention = article_.names.mentions.begin();
    const auto end = article_.names.mentions.end();
    for (const Sentence& sentence : article_.segmentation.sentences) {
      bool has_person = false;
      for (; mention != end && mention->range.begin < sentence.range.end; ++mention)
        has_person |= person_of_[mention->thing] >= 0;
      if (!has_person || sentence.range.size() > kLongest ||
          article_.article.paragraphs[sentence.paragraph].role != Role::kBody ||
          !words_of(article_.article.text, sentence.range).ends_with('.') ||
          (!all && !may_deny(sentence.range)) || language::stands_apart(article_, sentence.range))
        continue;
      read(sentence.range);
    }
    return std::move(told_);
  }

 private:
  [[nodiscard]] bool may_deny(Range sentence) const {
    const std::string_view text = words_of(article_.article.text, sentence);
    return text.find(" denied that ") != std::string_view::npos ||
           text.find(" denies that ") != std::string_view::npos;
  }

  void read(Range sentence) {
    const std::string_view text = words_of(article_.article.text, sentence);
    if (std::ranges::none_of(kVerbs, [&](const DeedVerb& verb) {
          return text.find(verb.past) != std::string_view::npos;
        }))
      return;
    sentence_ = {language::behind_dateline(article_.article.text, sentence), sentence.end};
    words_ = language::words_of_sentence(article_.article.text, sentence_);
    if (std::ranges::any_of(words_, [](const SentenceWord& w) { return is_doubt(w.lower); }))
      return;
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (const DeedVerb& verb : kVerbs)
        if (const std::size_t n = n_words_at(i, verb.past); n > 0) read_deed(i, i + n, verb);
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
    if (words_[i].is_capital) return 0;
    const std::size_t blank = verb.find(' ');
    if (word(i) != verb.substr(0, blank)) return 0;
    if (blank == std::string_view::npos) return 1;
    return word(i + 1) == verb.substr(blank + 1) ? 2 : 0;
  }

  // "was arrested", "resigned", "police arrested Bo Marlow"; "denied that Bo Marlow had resigned"
  void read_deed(std::size_t i, std::size_t last, const DeedVerb& verb) {
    const bool is_passive = (verb.flags & DeedVerb::kPassive) != 0;
    const std::size_t first = before_helpers(i, is_passive);
    if (const auto by = denied_by(i); by.has_value()) {
      const std::int32_t person = first > 0 ? person_before(first) : -1;
      if (person >= 0 && word(first) == "had" && begins_behind_that(first) && ends_at(last))
        add(verb, person, *by, last, /*is_denied=*/true);
      return;
    }
    if (has_denial()) return;
    if (is_passive && is_arrester(i)) {
      const std::int32_t person = persons_.behind(words_, last);
      if (person >= 0) add(verb, person, i, last, /*is_denied=*/false);
      return;
    }
    if (first == 0 || (is_passive && first == i)) return;
    const std::int32_t person = person_before(first);
    if (person >= 0 && begins_plainly(first)) add(verb, person, first, last, /*is_denied=*/false);
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

  // The word "denied" of "the town denied that", with which the sentence begins: nothing before it
  // but who denies it.
  [[nodiscard]] std::optional<std::size_t> denied_by(std::size_t deed) const {
    constexpr std::size_t kMostBefore = 5;
    for (std::size_t i = 0; i < deed && i <= kMostBefore; ++i) {
      if (i > 0 && is_one_of(word(i), "denied", "denies") && word(i + 1) == "that") return i;
      if (words_[i].is_mark || (is_link(word(i)) && word(i) != "of") || is_doer_of_none(word(i)) ||
          behind_time(i) > i || (!words_[i].is_capital && is_past(i)))
        return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_past(std::size_t i) const {
    return (language::uses_of(word(i)) & (language::kPastForm | language::kParticiple)) != 0;
  }

  [[nodiscard]] bool has_denial() const {
    return std::ranges::any_of(words_, [](const SentenceWord& w) {
      return is_one_of(w.lower, "not", "never", "no", "none", "nobody", "without", "denied",
                       "denies", "deny", "denial") ||
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
    return mention != nullptr ? person_of_[mention->thing] : -1;
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

  // Is nothing before the subject but what describes it, "police said (that)", or another clause
  // that ends with a mark?
  [[nodiscard]] bool begins_plainly(std::size_t end) const {
    for (std::size_t i = begin_of_subject(end); i > 0; --i) {
      if (words_[i - 1].is_mark) return true;
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

  void add(const DeedVerb& verb, std::int32_t person, std::size_t first, std::size_t last,
           bool is_denied) {
    ToldDeed made;
    made.article = index_;
    made.person = static_cast<std::uint32_t>(person);
    made.verb = &verb;
    made.sentence = sentence_;
    made.deed = {words_[first].range.begin, words_[last - 1].range.end};
    made.is_denied = is_denied;
    if (!plain_) plain_.emplace(article_);
    if (plain_->holds(made.deed)) told_.push_back(made);
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
#define TOLD(what, past, flags)
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
      if (deed.is_denied) people.insert(deed.person);
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
