#include "reconcile/speaker_disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <string_view>

#include "base/hash.hpp"
#include "reconcile/people_of_articles.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::reconcile {
namespace {

// Fewer words can be said by two people.
constexpr std::size_t kLeastWords = 12;
constexpr std::chrono::days kOneWeek{7};

std::size_t count_words(std::string_view words) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    n += words[i] != ' ' && (i == 0 || words[i - 1] == ' ');
  return n;
}

// Could both be names of one person: do they share a word?
bool share_word(std::string_view a, std::string_view b) {
  const std::string x = " " + text::ascii_lower(a) + " ";
  const std::string y = text::ascii_lower(b);
  for (std::size_t at = 0; at < y.size();) {
    const std::size_t end = std::min(y.find(' ', at), y.size());
    if (end > at && x.find(" " + y.substr(at, end - at) + " ") != std::string::npos) return true;
    at = end + 1;
  }
  return false;
}

class Finder {
 public:
  explicit Finder(const Pile& pile)
      : pile_(pile), story_of_(pile.articles.size(), -1), person_of_(people_of_articles(pile)) {
    for (std::size_t s = 0; s < pile.stories.size(); ++s)
      for (const Membership& member : pile.stories[s].members)
        story_of_[member.article] = static_cast<std::int32_t>(s);
  }

  std::vector<Disagreement> find() {
    for (const Family& family : pile_.families) read_family(family);
    return std::move(found_);
  }

 private:
  using ByPerson = std::map<std::uint32_t, std::vector<RecordRef>>;

  // Somebody with a full name, by a cue of the same sentence; -1: nobody like that.
  [[nodiscard]] std::int32_t speaker_of(RecordRef ref) const {
    const AnnotatedArticle& article = pile_.articles[ref.article];
    const Quote& quote = article.quotes[ref.index];
    const bool is_behind = text::is_one_of(quote.rule, "quote.cue-after", "quote.cue-inverted");
    if (quote.kind != QuoteKind::kDirect || quote.grade != Grade::kA || !quote.speaker ||
        quote.speaker->thing < 0 || !quote.cue || quote.inside >= 0 || !is_behind)
      return -1;
    const auto thing = static_cast<std::uint32_t>(quote.speaker->thing);
    // Without a gender it may be no person: a fleet speaks, too.
    const NamedThing& named = article.names.things[thing];
    if (named.kind != NameKind::kPerson || named.gender == Gender::kUnknown) return -1;
    const std::int32_t person = person_of_[ref.article][thing];
    if (person < 0) return -1;
    const std::string& name = pile_.people[static_cast<std::size_t>(person)].name;
    // Beside the words stands the surname at least.
    const std::size_t surname = name.rfind(' ');
    const bool is_named = surname != std::string::npos &&
                          quote.speaker->as.ends_with(std::string_view(name).substr(surname + 1));
    return is_named ? person : -1;
  }

  void read_family(const Family& family) {
    ByPerson by_person;
    for (const FamilyMember& member : family.members) {
      const Quote& quote = pile_.articles[member.quote.article].quotes[member.quote.index];
      std::size_t n_words = 0;
      for (const Range part : quote.parts)
        n_words += count_words(words_of(pile_.articles[member.quote.article].article.text, part));
      if (n_words < kLeastWords || member.change == "altered") continue;
      if (const std::int32_t person = speaker_of(member.quote); person >= 0)
        by_person[static_cast<std::uint32_t>(person)].push_back(member.quote);
    }
    if (by_person.size() < 2) return;
    for (auto a = by_person.begin(); a != by_person.end(); ++a)
      for (auto b = std::next(a); b != by_person.end(); ++b)
        if (!are_near(a->second, b->second) ||
            share_word(pile_.people[a->first].name, pile_.people[b->first].name) ||
            name_each_other(a->second, b->first) || name_each_other(b->second, a->first))
          return;
    add_record(family, by_person);
  }

  // Are all of one story, and of one week?
  [[nodiscard]] bool are_near(const std::vector<RecordRef>& a,
                              const std::vector<RecordRef>& b) const {
    return std::ranges::all_of(a, [&](const RecordRef& x) {
      return std::ranges::all_of(b, [&](const RecordRef& y) {
        const When& x_day = pile_.articles[x.article].article.published.when;
        const When& y_day = pile_.articles[y.article].article.published.when;
        return story_of_[x.article] == story_of_[y.article] && x_day.earliest && y_day.earliest &&
               x_day.earliest == x_day.latest && y_day.earliest == y_day.latest &&
               std::chrono::abs(*x_day.earliest - *y_day.earliest) <= kOneWeek;
      });
    });
  }

  // Does an article of the one name the other one: then one may repeat the other's words.
  [[nodiscard]] bool name_each_other(const std::vector<RecordRef>& quotes,
                                     std::uint32_t person) const {
    return std::ranges::any_of(pile_.people[person].things, [&](const RecordRef& thing) {
      return std::ranges::any_of(
          quotes, [&](const RecordRef& quote) { return quote.article == thing.article; });
    });
  }

  void add_record(const Family& family, const ByPerson& by_person) {
    Disagreement record;
    record.kind = "speaker";
    record.rule = "disagree.speaker";
    record.about = family.text;
    std::string key;
    for (const auto& [person, quotes] : by_person) {
      DisagreeingValue& value = record.values.emplace_back();
      value.value = pile_.people[person].name;
      for (const RecordRef& ref : quotes) {
        const AnnotatedArticle& article = pile_.articles[ref.article];
        const Quote& quote = article.quotes[ref.index];
        value.tellings.push_back({{ref.article, quote.range},
                                  Span{ref.article, quote.speaker->range},
                                  article.article.published.when});
        key += quote_id(article.article, quote);
      }
      std::ranges::sort(value.tellings, {}, &ValueTelling::words);
      record.evidence.push_back(value.tellings.front().words);
    }
    std::vector<std::string> quoted;
    for (const Span& span : record.evidence)
      quoted.push_back(fmt::format("“{}”", quoted_words(pile_, span)));
    record.because = fmt::format("the same words, {}, each with the name of another speaker",
                                 fmt::join(quoted, " and "));
    record.id = content_id('d', {record.rule, key});
    found_.push_back(std::move(record));
  }

  const Pile& pile_;
  std::vector<std::int32_t> story_of_;                // [article]
  std::vector<std::vector<std::int32_t>> person_of_;  // [article][thing]; -1: nobody
  std::vector<Disagreement> found_;
};

}  // namespace

std::vector<Disagreement> find_speaker_disagreements(const Pile& pile) {
  return Finder(pile).find();
}

}  // namespace fabula::reconcile
