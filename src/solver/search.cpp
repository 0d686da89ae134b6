#include "solver/search.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace fabula::solver {
namespace {

enum class Found : std::uint8_t { kNo, kYes, kGaveUp };

class Search {
 public:
  Search(Network& network, std::span<const Var> order, int most_tries)
      : network_(network), order_(order), most_tries_(most_tries) {}

  // Is there a choice of all days with x = day? Leaves the domains as they were.
  Found supports(Var x, DayNumber day) {
    const std::vector<DayDomain> before = network_.copy_of_domains();
    n_tries_ = 0;
    network_.restrict_to(x, day, day);
    const Found found = choose();
    network_.set_domains(before);
    return found;
  }

  // Halves the tries: who gave up once will give up again.
  void try_less() { most_tries_ /= 2; }

  // Has all of the search taken longer than is good for anything?
  [[nodiscard]] bool is_too_long() const {
    return network_.n_visits() > kMostVisits || n_all_tries_ > kMostTries;
  }

  // The days of the last choice found.
  [[nodiscard]] const std::vector<DayNumber>& choice() const { return choice_; }

 private:
  // Tries the days of the unknown with the fewest left, from its known end on.
  Found choose() {
    ++n_all_tries_;
    if (++n_tries_ > most_tries_ || is_too_long()) return Found::kGaveUp;
    if (!network_.propagate()) return Found::kNo;
    for (const End end : {End::kEarliest, End::kLatest})
      if (network_.is_choice(end)) return chosen(end);
    const Var open = *std::ranges::min_element(order_, {}, [&](Var x) {
      const DayDomain& d = network_.domain(x);
      return d.is_single() ? INT32_MAX : d.hi() - d.lo();
    });
    const std::vector<DayDomain> before = network_.copy_of_domains();
    const DayDomain& days = before[open];
    if (days.is_single()) return chosen(End::kEarliest);
    const bool is_downwards = days.lo() == kFirstDay && days.hi() < kLastDay;
    const bool is_open = days.lo() == kFirstDay && days.hi() == kLastDay;
    DayNumber day = is_downwards ? days.hi() : is_open ? kSomeDay : days.lo();
    while (days.lo() <= day && day <= days.hi()) {
      network_.restrict_to(open, day, day);
      const Found found = choose();
      if (found != Found::kNo) return found;
      network_.set_domains(before);
      day = is_downwards ? day - 1 : days.next(day + 1);
    }
    return is_open ? Found::kGaveUp : Found::kNo;
  }

  Found chosen(End end) {
    choice_.clear();
    for (const DayDomain& domain : network_.domains()) choice_.push_back(domain.end(end));
    return Found::kYes;
  }

  static constexpr std::uint64_t kMostVisits = 1'000'000;
  static constexpr int kMostTries = 20'000;  // for all ends together

  // Of a day that nothing is known of any will do; the choice of others rarely hangs on it.
  static constexpr DayNumber kSomeDay = 10957;  // 2000-01-01

  Network& network_;
  std::span<const Var> order_;
  int most_tries_;
  int n_tries_ = 0;
  int n_all_tries_ = 0;
  std::vector<DayNumber> choice_;
};

enum class Goal : std::uint8_t { kExactEnds, kAnyChoice };

bool tighten(Network& network, std::span<const Var> order, int most_tries, Goal goal) {
  Search search(network, order, most_tries);
  std::vector<std::vector<DayNumber>> known(network.n_days());  // days that a choice was found for
  const auto is_known = [&](Var x, DayNumber day) {
    return std::ranges::find(known[x], day) != known[x].end();
  };
  for (const Var x : order) {
    for (const bool is_lower : {true, false}) {
      while (true) {
        const DayNumber end = is_lower ? network.domain(x).lo() : network.domain(x).hi();
        const bool is_open = is_lower ? end == kFirstDay : end == kLastDay;
        if (is_open || is_known(x, end)) break;
        if (search.is_too_long()) return true;
        const Found found = search.supports(x, end);
        if (found == Found::kYes) {
          if (goal == Goal::kAnyChoice) return true;
          for (Var y = 0; y < network.n_days(); ++y) known[y].push_back(search.choice()[y]);
        }
        if (found == Found::kGaveUp) search.try_less();
        if (found != Found::kNo) break;
        network.restrict_to(x, is_lower ? end + 1 : kFirstDay, is_lower ? kLastDay : end - 1);
        if (network.domain(x).is_empty() || !network.propagate()) return false;
      }
    }
  }
  return true;
}

}  // namespace

bool make_ends_exact(Network& network, std::span<const Var> order, int most_tries) {
  return tighten(network, order, most_tries, Goal::kExactEnds);
}

bool may_have_choice(Network& network, std::span<const Var> order, int most_tries) {
  return tighten(network, order, most_tries, Goal::kAnyChoice);
}

}  // namespace fabula::solver
