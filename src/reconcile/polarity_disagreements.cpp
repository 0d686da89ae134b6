#include "reconcile/polarity_disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "base/hash.hpp"
#include "text/one_of.hpp"

namespace fabula::reconcile {
namespace {

constexpr std::size_t kMostCompared = 200;

bool is_compared(std::string_view what) {
  return text::is_one_of(what, "arrest", "charge", "conviction", "acquittal", "resignation",
                         "appointment", "death", "wedding", "burial", "release", "birth");
}

// A deed, and whether it is told as done.
struct Account {
  const ToldDeed* told = nullptr;
  bool is_done = true;
};
using Group = std::vector<Account>;

class Finder {
 public:
  explicit Finder(const Pile& pile) : pile_(pile) {}

  void read_group(const Group& group) {
    // An article that tells both, or the one of another time, is of no account.
    std::set<std::uint32_t> undecided;
    for (const Account& a : group)
      for (const Account& b : group)
        if (a.told->article == b.told->article && a.is_done != b.is_done)
          undecided.insert(a.told->article);
    std::vector<bool> is_in(group.size(), false);
    std::vector<Span> words;
    for (std::size_t i = 0; i < group.size(); ++i)
      for (std::size_t j = 0; j < group.size(); ++j) {
        const ToldDeed& done = *group[i].told;
        const ToldDeed& denied = *group[j].told;
        if (!group[i].is_done || group[j].is_done || undecided.contains(done.article) ||
            undecided.contains(denied.article) || !conflict(done, denied))
          continue;
        is_in[i] = is_in[j] = true;
        if (words.empty()) words = {{done.article, done.deed}, {denied.article, denied.deed}};
      }
    if (words.empty()) return;
    Group of_one;
    for (std::size_t i = 0; i < group.size(); ++i)
      if (is_in[i]) of_one.push_back(group[i]);
    add_record(of_one, words);
  }

  std::vector<Disagreement> take() { return std::move(found_); }

 private:
  [[nodiscard]] bool conflict(const ToldDeed& done, const ToldDeed& denied) const {
    constexpr std::chrono::days kOneWeek{7};
    constexpr std::chrono::days kOneDay{1};
    const auto day = [&](const ToldDeed& told) {
      return *pile_.articles[told.article].article.published.when.earliest;
    };
    const std::chrono::days later = day(denied) - day(done);
    if (denied.what == "acquittal")
      return std::chrono::abs(later) <= kOneDay && done.is_lead && denied.is_lead;
    return later <= kOneWeek && later >= (denied.is_open ? kOneDay : std::chrono::days{0});
  }

  void add_record(const Group& group, const std::vector<Span>& words) {
    Disagreement record;
    record.kind = "polarity";
    record.rule = "disagree.polarity";
    const ToldDeed& first = *group.front().told;
    const std::string_view what = first.what == "acquittal" ? "conviction" : first.what;
    record.about = fmt::format("{}: {}", what, pile_.people[first.person].name);
    std::string key;
    for (const bool is_done : {true, false}) {
      DisagreeingValue& value = record.values.emplace_back();
      value.value = is_done ? "happened" : "did not happen";
      for (const Account& account : group) {
        if (account.is_done != is_done) continue;
        const Article& article = pile_.articles[account.told->article].article;
        value.tellings.push_back(
            {{account.told->article, account.told->deed}, {}, article.published.when});
        key += fmt::format("{}:{} ", article.id, account.told->deed.begin);
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
  using Key = std::tuple<std::uint32_t, std::string_view, std::uint32_t>;  // story, what, person
  std::map<Key, Group> groups;
  for (const ToldDeed& told : deeds) {
    if (!is_compared(told.what)) continue;
    const bool is_acquittal = told.what == "acquittal";
    if (is_acquittal && told.is_denied) continue;
    Group& group =
        groups[{story_of[told.article], is_acquittal ? "conviction" : told.what, told.person}];
    if (group.size() < kMostCompared) group.push_back({&told, !is_acquittal && !told.is_denied});
  }
  Finder finder(pile);
  for (const auto& [key, group] : groups) finder.read_group(group);
  return finder.take();
}

}  // namespace fabula::reconcile
