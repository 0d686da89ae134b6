#include "reconcile/polarity_disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "base/hash.hpp"
#include "language/sentence_words.hpp"
#include "text/one_of.hpp"

namespace fabula::reconcile {
namespace {

// Of one story, what and person: some of those that say so, all that deny it.
struct Accounts {
  std::vector<const ToldDeed*> done;
  std::vector<const ToldDeed*> denied;
};

bool is_denial(std::string_view word) {
  return text::is_one_of(word, "not", "never", "no", "denied", "denies", "deny", "denying",
                         "denial", "false", "untrue", "nobody", "without", "neither") ||
         word.ends_with("n't") || word.ends_with("n\u2019t");
}
bool is_hearsay(std::string_view word) {
  return text::is_one_of(word, "report", "reports", "reported", "rumour", "rumours", "rumor",
                         "rumors", "claim", "claims", "claimed", "media", "newspaper", "newspapers",
                         "story", "stories", "posts", "wrote", "written", "alleged", "speculation");
}

class Finder {
 public:
  explicit Finder(const Pile& pile) : pile_(pile) {}

  void read(const Accounts& accounts) {
    std::vector<bool> is_in_done(accounts.done.size()), is_in_denied(accounts.denied.size());
    std::vector<Span> words;
    for (std::size_t i = 0; i < accounts.done.size(); ++i)
      for (std::size_t j = 0; j < accounts.denied.size(); ++j) {
        const ToldDeed& done = *accounts.done[i];
        const ToldDeed& denied = *accounts.denied[j];
        if (!days_fit(done, denied) || is_of_another_time(done) || tells_both(done) ||
            tells_both(denied))
          continue;
        is_in_done[i] = is_in_denied[j] = true;
        if (words.empty()) words = {{done.article, done.deed}, {denied.article, denied.deed}};
      }
    if (words.empty()) return;
    Accounts of_one;
    for (std::size_t i = 0; i < accounts.done.size(); ++i)
      if (is_in_done[i]) of_one.done.push_back(accounts.done[i]);
    for (std::size_t j = 0; j < accounts.denied.size(); ++j)
      if (is_in_denied[j]) of_one.denied.push_back(accounts.denied[j]);
    add_record(of_one, words);
  }

  std::vector<Disagreement> take() { return std::move(found_); }

 private:
  [[nodiscard]] Day day_of(const ToldDeed& told) const {
    return *pile_.articles[told.article].article.published.when.earliest;
  }

  [[nodiscard]] bool days_fit(const ToldDeed& done, const ToldDeed& denied) const {
    constexpr std::chrono::days kOneWeek{7};
    constexpr std::chrono::days kOneDay{1};
    const std::chrono::days later = day_of(denied) - day_of(done);
    return later >= kOneDay && later <= kOneWeek;
  }

  // Does the sentence name a time that is not of these days?
  [[nodiscard]] bool is_of_another_time(const ToldDeed& told) const {
    constexpr std::chrono::days kOneWeek{7};
    return std::ranges::any_of(pile_.articles[told.article].times, [&](const TimeExpression& time) {
      return told.sentence.contains(time.range) && time.type != TimeType::kTime &&
             (!time.when.earliest || !time.when.latest ||
              *time.when.latest < day_of(told) - kOneWeek || *time.when.earliest > day_of(told));
    });
  }

  // Is there another sentence that tells of it the other way?
  [[nodiscard]] bool tells_both(const ToldDeed& told) const {
    const AnnotatedArticle& article = pile_.articles[told.article];
    return std::ranges::any_of(article.segmentation.sentences, [&](const Sentence& sentence) {
      if (sentence.range.contains(told.sentence)) return false;
      bool is_of_it = false, is_denied = false, is_told = true;
      for (const auto& word : language::words_of_sentence(article.article.text, sentence.range)) {
        is_of_it |= is_of_family(word.lower, told.verb->what);
        is_denied |= is_denial(word.lower);
        is_told &= !is_hearsay(word.lower);
      }
      return is_of_it && (!told.is_denied ? is_denied : !is_denied && is_told);
    });
  }

  void add_record(const Accounts& accounts, const std::vector<Span>& words) {
    Disagreement record;
    record.kind = "polarity";
    record.rule = "disagree.polarity";
    const ToldDeed& first = *accounts.done.front();
    record.about = fmt::format("{}: {}", first.verb->what, pile_.people[first.person].name);
    std::string key;
    for (const bool is_done : {true, false}) {
      DisagreeingValue& value = record.values.emplace_back();
      value.value = is_done ? "happened" : "did not happen";
      for (const ToldDeed* told : is_done ? accounts.done : accounts.denied) {
        const Article& article = pile_.articles[told->article].article;
        value.tellings.push_back({{told->article, told->deed}, {}, article.published.when});
        key += fmt::format("{}:{} ", article.id, told->deed.begin);
      }
    }
    record.evidence = words;
    record.because = fmt::format("of one and the same, here “{}” and there “{}”",
                                 quoted_words(pile_, words[0]), quoted_words(pile_, words[1]));
    record.id = content_id('d', {record.rule, record.about, key});
    found_.push_back(std::move(record));
  }

  const Pile& pile_;
  std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> find_polarity_disagreements(const Pile& pile,
                                                      std::span<const ToldDeed> deeds,
                                                      std::span<const std::uint32_t> story_of) {
  constexpr std::size_t kMostCompared = 200;
  using Key = std::tuple<std::uint32_t, std::string_view, std::uint32_t>;  // story, what, person
  std::map<Key, Accounts> groups;
  for (const ToldDeed& told : deeds)
    if (told.is_denied)
      groups[{story_of[told.article], told.verb->what, told.person}].denied.push_back(&told);
  for (const ToldDeed& told : deeds) {
    if (told.is_denied) continue;
    const auto group = groups.find({story_of[told.article], told.verb->what, told.person});
    if (group != groups.end() && group->second.done.size() < kMostCompared)
      group->second.done.push_back(&told);
  }
  Finder finder(pile);
  for (const auto& [key, accounts] : groups)
    if (!accounts.done.empty()) finder.read(accounts);
  return finder.take();
}

}  // namespace fabula::reconcile
