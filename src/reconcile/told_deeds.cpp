// Each sentence is read without its words of denial, which are marked where they stood: so "was not
// arrested" is found by the wording "was arrested".
#include "reconcile/told_deeds.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "language/sentence_words.hpp"
#include "language/telling.hpp"
#include "language/verbs.hpp"
#include "reconcile/day_deeds.hpp"
#include "reconcile/deed_persons.hpp"
#include "reconcile/people_of_articles.hpp"
#include "reconcile/whens.hpp"
#include "text/one_of.hpp"

namespace fabula::reconcile {
namespace {

using language::SentenceWord;
using text::is_one_of;
using Words = std::vector<SentenceWord>;

constexpr std::uint32_t kNotDenied = UINT32_MAX;

bool is_denial(std::string_view word) { return is_one_of(word, "not", "never"); }

// "didn't", "wasn't": the word itself, denied.
std::string_view undenied(std::string_view word) {
  for (const std::string_view ending : {"n't", "n\u2019t"})
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

// What makes of a deed before which it stands a plan, a guess or a wish.
bool is_guard(std::string_view word) {
  return is_one_of(word, "will", "would", "could", "may", "might", "should", "shall", "be", "to",
                   "can", "must", "without", "no", "if", "unless", "whether", "allegedly", "nearly",
                   "almost", "until", "being", "after", "before", "since") ||
         is_one_of(word, "reportedly", "presumed", "feared", "believed", "thought", "wrongly",
                   "falsely", "rumours", "rumors", "again", "once", "previously", "first",
                   "initially", "twice");
}

// "resign": "resigned"; the past of a bare form without a rule of its own.
std::string past_of(const std::string& bare) {
  if (bare == "quit" || bare == "wed") return bare;
  if (bare.ends_with("e")) return bare + "d";
  if (bare.ends_with("y")) return bare.substr(0, bare.size() - 1) + "ied";
  return bare + "ed";
}

class Finder {
 public:
  Finder(const Pile& pile, std::uint32_t article, const std::vector<std::int32_t>& person_of)
      : article_(pile.articles[article]),
        index_(article),
        plain_(article_),
        person_of_(person_of),
        persons_(article_, person_of) {}

  std::vector<ToldDeed> find() {
    constexpr std::uint32_t kLongest = 1000;  // bytes
    constexpr int kLeadSentences = 3;
    int n_body = 0;
    auto mention = article_.names.mentions.begin();
    const auto end = article_.names.mentions.end();
    for (const Sentence& sentence : article_.segmentation.sentences) {
      n_body += article_.article.paragraphs[sentence.paragraph].role == Role::kBody;
      bool has_person = false;
      for (; mention != end && mention->range.begin < sentence.range.end; ++mention)
        has_person |= person_of_[mention->thing] >= 0;
      if (!has_person || sentence.range.size() > kLongest ||
          language::stands_apart(article_, sentence.range))
        continue;
      is_lead_ = n_body <= kLeadSentences;
      read(sentence.range);
    }
    return std::move(told_);
  }

 private:
  void read(Range sentence) {
    words_.clear();
    denied_from_.clear();
    std::uint32_t denied_from = kNotDenied;
    for (SentenceWord& each : language::words_of_sentence(article_.article.text, sentence)) {
      const std::string_view bare = undenied(each.lower);
      const std::uint32_t begin = each.range.begin;
      const bool is_denied = is_denial(each.lower) || bare.size() < each.lower.size();
      if (bare.size() < each.lower.size()) each.lower = std::string(bare);
      if (denied_from != kNotDenied && !words_.empty() && words_.back().lower == "did") {
        // "did not resign"
        denied_from = words_.back().range.begin;
        words_.pop_back();
        denied_from_.pop_back();
        each.lower = past_of(each.lower);
      }
      if (!is_denial(each.lower)) {
        words_.push_back(std::move(each));
        denied_from_.push_back(std::exchange(denied_from, kNotDenied));
      }
      if (is_denied) denied_from = begin;
    }
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (const DayDeedMatch& match : day_deeds_at(words_, i)) read_deed(i, match);
  }

  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view{};
  }

  void read_deed(std::size_t i, const DayDeedMatch& match) {
    if (match.deed->form == DeedForm::kThing || !is_told(i, match)) return;
    const bool is_before = match.deed->form == DeedForm::kSubject;
    const std::int32_t person =
        is_before ? persons_.before(words_, i) : persons_.behind(words_, match.last);
    if (person < 0) return;
    ToldDeed made;
    made.article = index_;
    made.person = static_cast<std::uint32_t>(person);
    made.what = match.deed->what;
    made.is_lead = is_lead_;
    made.deed = {words_[i].range.begin, words_[match.last - 1].range.end};
    read_denial(i, match.last, made);
    if (made.is_denied && has_more(match.last)) return;
    if (!plain_.holds(made.deed)) return;
    if (!made.is_denied) find_place(match.last, made);
    told_.push_back(made);
  }

  // By a verb that says it is done: "was arrested", "police arrested"; not "the arrest of".
  [[nodiscard]] bool is_told(std::size_t i, const DayDeedMatch& match) const {
    const bool is_verb = match.deed->form == DeedForm::kSubject || match.last == i + 1;
    if (!is_verb || words_[i].is_capital || match.gap != 0) return false;
    constexpr std::size_t kWordsBefore = 8;
    for (std::size_t n = 1; n <= kWordsBefore && n <= i && !words_[i - n].is_mark; ++n)
      if (is_guard(word(i - n))) return false;
    return true;
  }

  // "was not arrested", "denied that Bo Marlow was arrested"
  void read_denial(std::size_t first, std::size_t last, ToldDeed& made) const {
    constexpr std::size_t kWordsOfHelpers = 2;
    const std::size_t from = first - std::min(first, kWordsOfHelpers);
    for (std::size_t i = from; i < last; ++i) {
      if (denied_from_[i] == kNotDenied) continue;
      made.is_denied = true;
      made.deed.begin = std::min(made.deed.begin, denied_from_[i]);
    }
    for (std::size_t i = from; i < last; ++i)
      made.is_open |= is_one_of(word(i), "has", "have", "had", "been", "yet");
    made.is_open |= word(last) == "yet";
    constexpr std::size_t kWordsOfClause = 12;
    for (std::size_t n = 1; n <= kWordsOfClause && n <= first && !words_[first - n].is_mark; ++n) {
      const std::size_t at = first - n;
      if (!is_one_of(word(at), "denied", "denies") || denied_from_[at] != kNotDenied) continue;
      made.is_denied = !made.is_denied;
      made.is_open = false;
      made.deed.begin = words_[at].range.begin;
      return;
    }
  }

  // "was not charged with the theft": of another thing he may have been.
  [[nodiscard]] bool has_more(std::size_t last) const {
    return is_one_of(word(last), "with", "for", "in", "over", "by", "to", "as", "on", "at", "of",
                     "because", "from", "until", "when", "alone", "immediately", "there");
  }

  // "in Orra", in the clause of the deed.
  void find_place(std::size_t last, ToldDeed& made) const {
    constexpr std::size_t kMostWords = 10;
    for (std::size_t i = last; i < words_.size() && i < last + kMostWords; ++i) {
      const std::string_view w = word(i);
      const bool is_verb =
          !words_[i].is_capital &&
          (language::uses_of(w) & (language::kPastForm | language::kParticiple)) != 0;
      if (words_[i].is_mark || is_verb ||
          is_one_of(w, "and", "but", "or", "when", "after", "while", "who", "as", "before", "where",
                    "that", "which", "of", "from", "near", "by", "for", "outside"))
        return;
      if (!is_one_of(w, "in", "at") || i + 1 >= words_.size()) continue;
      const std::int32_t place = place_at(words_[i + 1].range, w == "in", made.place_words);
      if (place < 0) continue;
      made.place = place;
      return;
    }
  }

  // The place that begins with the word. What something is in is one, if it is nobody.
  [[nodiscard]] std::int32_t place_at(Range word, bool is_in, Range& words) const {
    const auto& mentions = article_.names.mentions;
    const auto found = std::ranges::lower_bound(
        mentions, word.begin, {}, [](const Mention& mention) { return mention.range.begin; });
    if (found == mentions.end() || found->range.begin != word.begin) return -1;
    const NameKind kind = article_.names.things[found->thing].kind;
    if (kind != NameKind::kPlace && (kind != NameKind::kOther || !is_in)) return -1;
    words = found->range;
    return static_cast<std::int32_t>(found->thing);
  }

  const AnnotatedArticle& article_;
  std::uint32_t index_;
  language::PlainText plain_;
  const std::vector<std::int32_t>& person_of_;
  DeedPersons persons_;
  bool is_lead_ = false;                    // the sentence
  Words words_;                             // of the sentence, without those of denial
  std::vector<std::uint32_t> denied_from_;  // of each word: the first byte of one before it
  std::vector<ToldDeed> told_;
};

}  // namespace

std::vector<ToldDeed> find_told_deeds(const Pile& pile) {
  const auto person_of = people_of_articles(pile);
  std::vector<ToldDeed> told;
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    const Published& published = pile.articles[a].article.published;
    if (published.basis != DateBasis::kStated || !single_day(published.when)) continue;
    std::vector<ToldDeed> of_article = Finder(pile, a, person_of[a]).find();
    told.insert(told.end(), of_article.begin(), of_article.end());
  }
  return told;
}

}  // namespace fabula::reconcile
