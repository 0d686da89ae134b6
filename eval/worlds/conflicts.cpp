// Everything told of one thing is compared pair by pair: what the words leave open on one side and
// on the other has nothing in common, and the thing did not change between the two.
#include "worlds/conflicts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace fabula::worlds {
namespace {

constexpr int kLongPast = 14;  // days after which a number changes no more for anybody

// What is told of: kind, event or person, figure kind, "killed or injured".
using Key = std::tuple<Slip::Kind, std::uint32_t, std::uint32_t, bool>;

struct Told {
  Conflict::Account account;
  std::uint32_t figure = kNone;
  std::uint32_t state = 0;
  std::int64_t least = 0;
  std::int64_t greatest = 0;
  std::int64_t words = 0;  // differ where the same is told in other words
};

bool names_day(EvidenceKind kind) {
  using enum EvidenceKind;
  return kind == kToday || kind == kYesterday || kind == kWeekday || kind == kWeekdayAndDay ||
         kind == kDayOfMonth || kind == kFullDate || kind == kFeast;
}

class Finder {
 public:
  explicit Finder(World& world) : world_(world) {}

  void find() {
    for (std::uint32_t a = 0; a < world_.articles.size(); ++a) {
      for (const Evidence& evidence : world_.articles[a].evidence) take(a, evidence);
      for (const StorySentence& sentence : world_.articles[a].sentences)
        for (const NumberSaid& number : sentence.numbers) take(a, number);
    }
    for (const auto& [key, tellings] : told_) compare(key, tellings);
  }

 private:
  void take(std::uint32_t a, const Evidence& evidence) {
    Told told;
    told.account.article = a;
    told.account.range = evidence.range;
    told.account.slip = evidence.slip;
    if (evidence.kind == EvidenceKind::kAge) {
      if (evidence.person == Role::kChild || evidence.person == Role::kBaby) return;
      const Day today = world_.articles[a].day;
      told.account.value = evidence.number;
      told.least = (add_years(today, -evidence.number - 1) + days{1}).time_since_epoch().count();
      told.greatest = add_years(today, -evidence.number).time_since_epoch().count();
      told.words = evidence.number;
      told_[{Slip::Kind::kAge, static_cast<std::uint32_t>(evidence.person), 0, false}].push_back(
          told);
    } else if (names_day(evidence.kind) && evidence.is_of_event) {
      const bool is_told = *evidence.day <= world_.articles[a].day;
      if (!is_told || (evidence.is_wrong && evidence.slip == kNone)) return;
      told.account.value = evidence.day->time_since_epoch().count();
      told.least = told.greatest = told.account.value;
      told.words = static_cast<std::int64_t>(evidence.kind);
      told_[{Slip::Kind::kDay, evidence.event, 0, false}].push_back(told);
    }
  }

  void take(std::uint32_t a, const NumberSaid& number) {
    if (number.is_former) return;
    const Figure& figure = world_.figures[number.figure];
    Told told;
    told.account = {a, number.range, number.value, number.slip};
    told.figure = number.figure;
    told.state = number.state;
    told.least = number.least();
    told.greatest = number.greatest();
    told.words = (std::int64_t{number.value} << 3) + static_cast<std::int64_t>(number.modifier);
    told_[{Slip::Kind::kNumber, figure.event, static_cast<std::uint32_t>(figure.kind),
           number.other != kNone}]
        .push_back(told);
  }

  // A reader sees that the two cannot both be right, and not one after the other.
  bool is_visible(const Told& a, const Told& b) const {
    if (a.account.article == b.account.article) return false;
    if (a.figure == kNone) return true;
    const Figure& figure = world_.figures[a.figure];
    const Day day_a = world_.articles[a.account.article].day;
    const Day day_b = world_.articles[b.account.article].day;
    const Day settled = figure.states.back().from + days{kLongPast};
    return figure.states.size() == 1 || day_a == day_b || (day_a > settled && day_b > settled);
  }

  bool is_corrected(const Told& told) const {
    return told.account.slip != kNone && world_.slips[told.account.slip].corrected.has_value();
  }

  void compare(const Key& key, const std::vector<Told>& tellings) {
    std::set<std::size_t> differing;
    bool is_required = false;
    std::set<std::int64_t> wordings;
    for (std::size_t i = 0; i < tellings.size(); ++i) {
      wordings.insert(tellings[i].words);
      for (std::size_t j = i + 1; j < tellings.size(); ++j) {
        const Told& a = tellings[i];
        const Told& b = tellings[j];
        if (a.least <= b.greatest && b.least <= a.greatest) continue;
        const bool is_same_state = a.state == b.state;
        const bool is_same_day =
            world_.articles[a.account.article].day == world_.articles[b.account.article].day;
        if (!is_same_state && !is_same_day) continue;
        differing.insert({i, j});
        is_required = is_required ||
                      (is_same_state && is_visible(a, b) && !is_corrected(a) && !is_corrected(b));
      }
    }
    Conflict conflict;
    std::uint32_t about = 0, figure_kind = 0;
    std::tie(conflict.kind, about, figure_kind, conflict.is_combined) = key;
    if (conflict.kind == Slip::Kind::kAge)
      conflict.person = static_cast<Role>(about);
    else
      conflict.event = about;
    if (conflict.kind == Slip::Kind::kNumber) conflict.figure = tellings.front().figure;
    conflict.is_optional = !is_required;
    conflict.agrees = differing.empty();
    if (conflict.agrees && wordings.size() < 2) return;
    for (std::size_t i = 0; i < tellings.size(); ++i)
      if (conflict.agrees || differing.contains(i))
        conflict.accounts.push_back(tellings[i].account);
    world_.conflicts.push_back(std::move(conflict));
  }

  World& world_;
  std::map<Key, std::vector<Told>> told_;
};

}  // namespace

void find_conflicts(World& world) { Finder(world).find(); }

bool can_differ(const Evidence& evidence) {
  return evidence.kind == EvidenceKind::kAge || names_day(evidence.kind);
}

}  // namespace fabula::worlds
