#include "dating/event_groups.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "dating/name_index.hpp"
#include "language/verbs.hpp"
#include "text/one_of.hpp"
#include "text/person_nouns.hpp"

namespace fabula::dating {

using language::contradicts;
using language::Happening;
using language::Happenings;
using language::is_listed;
using language::Offset;

namespace {

// The days a happening may have been on, as far as its article tells.
struct Window {
  DayNumber lo = kFirstDay;
  DayNumber hi = kLastDay;
  [[nodiscard]] bool meets(const Window& other) const { return lo <= other.hi && other.lo <= hi; }
};

// Where a happening is looked up: its deed, what it happened to, and a name beside it.
using Key = std::tuple<std::string_view, std::string, std::string_view>;

// What is released, published and voted on week after week.
bool comes_again(std::string_view head) {
  return text::is_one_of(head, "poll", "polls", "survey", "report", "reports", "figures", "data",
                         "statement", "video", "ad", "ads", "letter", "numbers", "results", "bill",
                         "bills", "memo", "statistics");
}

// What a body or an official does time and again: "Parliament voted" says nothing of on what.
bool is_done_again(std::string_view deed) {
  return text::is_one_of(deed, "vote", "meet", "debate", "protest", "attack", "strike", "arrive",
                         "leave", "win", "beat", "fight");
}

// What is done again to another thing of the kind: "launched a fund", "signed a decree".
bool is_done_again_with(std::string_view deed) {
  return text::is_one_of(deed, "announce", "publish", "launch", "sign", "test", "shoot", "bomb");
}

// What the same people do again after weeks or a year: appear in court, remember.
bool is_held_again(const Happening& happening) {
  return happening.deed == "commemorate" || (happening.deed == "hear" && !happening.is_noun);
}

// Whom things happen to day after day: which of them is meant, only their number tells.
bool is_anybody(std::string_view head) {
  return text::is_person_noun(head) || head == "people" || head == "civilians" || head == "others";
}

// "found problems", "hit targets": some were, on many days.
bool is_plural(std::string_view head) {
  return head.size() > 3 && head.ends_with("s") && !head.ends_with("ss");
}

// Tellings of an article that are taken for one.
struct Told {
  std::uint32_t article = 0;
  std::vector<std::uint32_t> happenings;
  std::optional<Window> window;  // none: no day is known
  bool has_time = false;
};

class Grouper {
 public:
  explicit Grouper(const Sources& sources)
      : sources_(sources), happenings_(sources.happenings), names_(sources.pile) {}

  // Tellings with a day first: those without join them where there is no choice.
  std::vector<std::vector<RecordRef>> group() {
    std::vector<Told> told;
    for (std::uint32_t a = 0; a < happenings_.size(); ++a) read(a, told);
    std::ranges::stable_partition(told, [](const Told& each) { return each.window.has_value(); });
    for (const Told& each : told) place(each);
    return std::move(groups_);
  }

 private:
  // The happenings of an article, those that are one together: verbs by what it happened to, then
  // nouns, which may be of any but are only given to one that is alone.
  void read(std::uint32_t a, std::vector<Told>& told) {
    const auto& all = happenings_[a].all;
    std::map<std::string_view, std::vector<std::size_t>> by_deed;  // indexes into `told`
    std::map<std::int32_t, std::size_t> offset_of;
    for (std::size_t o = happenings_[a].offsets.size(); o-- > 0;)
      offset_of[happenings_[a].offsets[o].from] = o;
    for (const bool is_noun : {false, true})
      for (std::uint32_t h = 0; h < all.size(); ++h) {
        if (!all[h].is_telling || all[h].is_noun != is_noun || is_held_again(all[h]) ||
            all[h].denial != language::Denial::kNone)
          continue;
        std::optional<Window> window = window_of(a, all[h]);
        if (const auto offset = offset_of.find(static_cast<std::int32_t>(h));
            !window && offset != offset_of.end())
          window = window_by_offset(a, happenings_[a].offsets[offset->second]);
        Told* same = nullptr;
        std::vector<std::size_t>& rivals = by_deed[all[h].deed];
        for (const std::size_t i : rivals) {
          const Happening& other = all[told[i].happenings.front()];
          if (!may_be_one(told[i], other, all[h], window)) continue;
          if (same != nullptr) {
            same = nullptr;
            break;
          }
          same = &told[i];
        }
        if (same == nullptr) {
          // An article that tells of more of a kind is a list.
          constexpr std::size_t kMostOfAKind = 64;
          if (rivals.size() < kMostOfAKind) rivals.push_back(told.size());
          told.push_back({a, {}, window, false});
          same = &told.back();
        }
        same->happenings.push_back(h);
        same->has_time = same->has_time || all[h].time >= 0;
        if (!same->window) same->window = window;
      }
  }

  [[nodiscard]] static bool may_be_one(const Told& told, const Happening& other,
                                       const Happening& happening,
                                       const std::optional<Window>& window) {
    const bool has_head = std::ranges::any_of(happening.heads, [&](const std::string& head) {
      return std::ranges::find(other.heads, head) != other.heads.end();
    });
    const bool is_headless = happening.is_noun && (happening.heads.empty() || other.heads.empty());
    if (!has_head && !is_headless) return false;
    if (!happening.count.empty() && !other.count.empty() && happening.count != other.count)
      return false;
    if (happening.time < 0 || !told.has_time) return true;
    return window && told.window && window->meets(*told.window);
  }

  // Of a happening with a time whose days are known.
  [[nodiscard]] std::optional<Window> window_of(std::uint32_t a, const Happening& happening) const {
    if (happening.time < 0 ||
        contradicts(happening, sources_.relations[a][static_cast<std::size_t>(happening.time)]))
      return std::nullopt;
    const When& when =
        sources_.pile.articles[a].times[static_cast<std::size_t>(happening.time)].when;
    if (!when.earliest || !when.latest) return std::nullopt;
    constexpr int kLongest = 400;  // days: "in 2017" says too little of which one it was
    const auto number = [](Day day) {
      return static_cast<DayNumber>(day.time_since_epoch().count());
    };
    const Window window{number(*when.earliest), number(*when.latest)};
    return window.hi - window.lo <= kLongest ? std::optional(window) : std::nullopt;
  }

  // "a year after the bridge fell, on 3 May 2019": of the fall.
  [[nodiscard]] std::optional<Window> window_by_offset(std::uint32_t a,
                                                       const Offset& offset) const {
    constexpr int kDaysOfMonth = 31;
    if (offset.to < 0) return std::nullopt;
    const auto to = window_of(a, happenings_[a].all[static_cast<std::size_t>(offset.to)]);
    if (!to) return std::nullopt;
    const int slack = offset.slack + (offset.is_months ? kDaysOfMonth : 0);
    const int days = offset.is_months ? offset.n * 365 / 12 : offset.n;
    return Window{to->lo - days - slack, to->hi - days + slack};
  }

  void add_keys(std::uint32_t a, const Happening& happening, std::set<Key>& keys) const {
    constexpr std::size_t kOneIn = 200;
    const auto& things = sources_.pile.articles[a].names.things;
    const auto add = [&](std::uint32_t thing, std::string_view head) {
      const std::string count = is_anybody(head) ? happening.count : std::string();
      if (names_.is_of_few_stories() || names_.is_telling(names_.id(a, thing), kOneIn))
        keys.emplace(happening.deed, count + std::string(head), things[thing].name);
    };
    // In a pile of many stories there are many votes, and the names beside them are the same.
    if (!names_.is_small() && !is_listed(happening.deed)) return;
    if (happening.heads.empty() && names_.is_small())
      for (const std::uint32_t thing : happening.things) add(thing, {});
    const bool is_again = is_done_again_with(happening.deed) ||
                          (happening.is_by_head && is_done_again(happening.deed));
    if (is_again && !names_.is_small()) return;
    for (const std::string& head : happening.heads) {
      if (comes_again(head)) continue;
      if (is_anybody(head) && happening.count.empty() && !names_.is_of_few_stories()) continue;
      if (is_plural(head) && happening.count.empty() && !names_.is_small()) continue;
      for (const std::uint32_t thing : happening.things) add(thing, head);
      for (const std::uint32_t thing : happenings_[a].named_beside.at(head)) add(thing, head);
    }
  }

  // Puts it into the one group it can belong to; where there is none, into a new one.
  void place(const Told& told) {
    constexpr DayNumber kWeek = 7;
    const bool is_near = !told.window || told.window->hi - told.window->lo <= kWeek;
    if (!names_.is_of_few_stories() && (!told.has_time || !is_near)) return;
    std::set<Key> keys;
    for (const std::uint32_t h : told.happenings)
      add_keys(told.article, happenings_[told.article].all[h], keys);
    std::set<std::size_t> fits;
    for (const Key& key : keys)
      if (const auto found = by_key_.find(key);
          found != by_key_.end() && found->second.size() < kMostOfAKey)
        for (const std::size_t g : found->second)
          if (!told.window || !windows_[g] || told.window->meets(*windows_[g])) fits.insert(g);
    if (fits.size() > 1) return;
    const std::size_t g = fits.empty() ? groups_.size() : *fits.begin();
    if (fits.empty()) {
      groups_.emplace_back();
      windows_.push_back(told.window);
    } else if (told.window && windows_[g]) {
      windows_[g]->lo = std::max(windows_[g]->lo, told.window->lo);
      windows_[g]->hi = std::min(windows_[g]->hi, told.window->hi);
    }
    for (const std::uint32_t h : told.happenings) groups_[g].push_back({told.article, h});
    // Only a known day is met again: two tellings without one say too little of each other.
    if (!told.window && fits.empty()) return;
    for (const Key& key : keys) {
      auto& list = by_key_[key];
      if (list.size() < kMostOfAKey && std::ranges::find(list, g) == list.end()) list.push_back(g);
    }
  }

  // What is told of so many happenings tells none from the others.
  static constexpr std::size_t kMostOfAKey = 256;

  const Sources& sources_;
  std::span<const Happenings> happenings_;
  NameIndex names_;
  std::vector<std::vector<RecordRef>> groups_;
  std::vector<std::optional<Window>> windows_;  // of each group
  std::map<Key, std::vector<std::size_t>> by_key_;
};

}  // namespace

EventGroups::EventGroups(const Sources& sources) : members_(Grouper(sources).group()) {
  for (const Happenings& each : sources.happenings) group_.emplace_back(each.all.size(), -1);
  for (std::size_t g = 0; g < members_.size(); ++g) {
    std::sort(members_[g].begin(), members_[g].end());
    for (const RecordRef& member : members_[g])
      group_[member.article][member.index] = static_cast<std::int32_t>(g);
  }
}

}  // namespace fabula::dating
