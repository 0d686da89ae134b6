#include "model/weight.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <span>

namespace fabula {
namespace {

constexpr std::uint64_t kPoint = 1000;
constexpr std::uint64_t kGreatest = 0xFFFFFFFF;

// 1 + 1/2 + 1/3 ... of n, in thousandths.
std::uint64_t harmonic(std::size_t n) {
  std::uint64_t sum = 0;
  for (std::size_t i = 1; i <= std::min<std::size_t>(n, kPoint); ++i) sum += kPoint / i;
  return sum;
}

// The only day of a line; that of its article where it was only told by then.
std::optional<Day> only_day(const When& when) {
  if (!when.latest || (when.earliest && when.earliest != when.latest)) return {};
  return when.latest;
}

class Weigher {
 public:
  explicit Weigher(const Pile& pile) : pile_(pile), first_copy_(pile.articles.size()) {
    std::iota(first_copy_.begin(), first_copy_.end(), std::uint32_t{0});
    for (const CopyGroup& group : pile.copies)
      for (const std::uint32_t article : group.articles)
        first_copy_[article] = group.articles.front();
    for (std::uint32_t i = 0; i < pile.articles.size(); ++i) {
      const When& published = pile.articles[i].article.published.when;
      if (published.earliest) appeared_.push_back(*published.earliest);
      if (published.earliest && published.earliest == published.latest)
        on_day_[*published.earliest].insert(first_copy_[i]);
    }
    std::ranges::sort(appeared_);
  }

  [[nodiscard]] std::vector<std::uint32_t> weights() const {
    struct OfDay {
      std::vector<Span> tellings;
      std::size_t line = 0;  // most is told of it
    };
    std::map<Day, OfDay> days;
    std::vector<std::uint64_t> points;
    for (std::size_t i = 0; i < pile_.events.size(); ++i) {
      const Event& event = pile_.events[i];
      points.push_back(told(event.tellings, event.when, {}));
      const auto day = only_day(event.when);
      if (!day) continue;
      OfDay& of_day = days[*day];
      if (of_day.tellings.empty() || points[i] > points[of_day.line]) of_day.line = i;
      of_day.tellings.insert(of_day.tellings.end(), event.tellings.begin(), event.tellings.end());
    }
    for (const auto& [day, of_day] : days)
      points[of_day.line] = told(of_day.tellings, when_day(day), day);
    std::vector<std::uint32_t> weights;
    for (std::size_t i = 0; i < points.size(); ++i)
      weights.push_back(
          static_cast<std::uint32_t>(std::min(scaled(points[i], pile_.events[i].when), kGreatest)));
    return weights;
  }

 private:
  // `day`: of the line that stands for that day.
  [[nodiscard]] std::uint64_t told(std::span<const Span> tellings, const When& when,
                                   std::optional<Day> day) const {
    // Of a group of copies: do all of them look back?
    std::map<std::uint32_t, bool> looks_back;
    for (const Span& telling : tellings) {
      const auto& appeared = pile_.articles[telling.article].article.published.when.earliest;
      const bool is_later = when.latest && appeared && *appeared > *when.latest;
      const auto [at, is_new] = looks_back.emplace(first_copy_[telling.article], is_later);
      at->second = at->second && is_later;
    }
    const auto n_back = static_cast<std::size_t>(
        std::ranges::count_if(looks_back, [](const auto& article) { return article.second; }));
    std::size_t n_others = looks_back.size() - n_back;
    if (day)
      for (const Day appeared : {*day, *day + std::chrono::days{1}})
        if (const auto at = on_day_.find(appeared); at != on_day_.end())
          n_others += at->second.size();
    const std::uint64_t points = std::max(kPoint, kPoint * n_back + harmonic(n_others));
    return points - kPoint / 2;
  }

  [[nodiscard]] std::uint64_t scaled(std::uint64_t told, const When& when) const {
    std::size_t n_after = 0;
    if (when.latest)
      n_after = static_cast<std::size_t>(appeared_.end() -
                                         std::ranges::upper_bound(appeared_, *when.latest));
    const std::size_t n = pile_.articles.size();
    const std::uint64_t weight = told * (n + 2 * n_after) / n;
    if (!when.earliest || !when.latest) return weight / 2;
    const auto n_days = static_cast<std::uint64_t>((*when.latest - *when.earliest).count() + 1);
    return 8 * weight / (7 + static_cast<std::uint64_t>(std::bit_width(n_days)));
  }

  const Pile& pile_;
  std::vector<std::uint32_t> first_copy_;  // of each article: the first of its copies, or itself
  std::vector<Day> appeared_;              // the earliest day of each that has one; sorted
  std::map<Day, std::set<std::uint32_t>> on_day_;  // what appeared on just that day
};

}  // namespace

std::vector<std::uint32_t> weigh_events(const Pile& pile) { return Weigher(pile).weights(); }

}  // namespace fabula
