#include "reconcile/age_disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <tuple>

#include "base/hash.hpp"

namespace fabula::reconcile {
namespace {

constexpr std::chrono::days kSlack{183};
constexpr int kMonths = 12;
// Further apart they are a father and a son.
constexpr std::chrono::days kOneGeneration{15 * 365};
// Of one person; more are of no use.
constexpr std::size_t kMostCompared = 200;

struct Account {
  const ToldAge* age = nullptr;
  Day told;         // the day of the article
  Day first, last;  // the days between which they were born
};

Account account_of(const Pile& pile, const ToldAge& age) {
  const Day told = *pile.articles[age.words.article].article.published.when.earliest;
  return {&age, told, add_months(told, -kMonths * (age.years + 1)) + std::chrono::days{1},
          add_months(told, -kMonths * age.years)};
}

bool differ(const Account& a, const Account& b) {
  const auto apart = std::max(a.first, b.first) - std::min(a.last, b.last);
  return apart > kSlack && apart < kOneGeneration;
}

// Those whose stretches all meet, the earliest born first.
std::vector<std::vector<Account>> go_together(std::vector<Account> accounts) {
  std::ranges::sort(accounts, {}, [](const Account& account) {
    return std::tuple(account.first, account.age->words);
  });
  std::vector<std::vector<Account>> groups;
  Day last{};
  for (const Account& account : accounts) {
    const bool is_new = groups.empty() || account.first > last;
    last = is_new ? account.last : std::min(last, account.last);
    if (is_new) groups.emplace_back();
    groups.back().push_back(account);
  }
  return groups;
}

Disagreement record_of(const Pile& pile, const std::vector<Account>& accounts) {
  Disagreement record;
  record.kind = "age";
  record.rule = "disagree.age";
  record.about = pile.people[accounts.front().age->person].name;
  std::string key;
  std::vector<std::string> born;
  for (const std::vector<Account>& group : go_together(accounts)) {
    DisagreeingValue& value = record.values.emplace_back();
    Day first = group.front().first, last = group.front().last;
    const Account* earliest = &group.front();
    for (const Account& account : group) {
      const ToldAge& age = *account.age;
      value.tellings.push_back({age.words, {}, when_day(account.told)});
      if (std::tuple(account.told, age.words) < std::tuple(earliest->told, earliest->age->words))
        earliest = &account;
      first = std::max(first, account.first);
      last = std::min(last, account.last);
    }
    std::ranges::sort(value.tellings, {}, &ValueTelling::words);
    value.value = fmt::format("{} on {}", earliest->age->years, iso(earliest->told));
    record.evidence.push_back(earliest->age->words);
    born.push_back(fmt::format("“{}” means born {} to {}", quoted_words(pile, earliest->age->words),
                               iso(first), iso(last)));
    for (const ValueTelling& telling : value.tellings)
      key += fmt::format("{}:{} ", pile.articles[telling.words.article].article.id,
                         telling.words.range.begin);
  }
  record.because = fmt::format("told of one person: {}", fmt::join(born, "; "));
  record.id = content_id('d', {record.rule, record.about, key});
  return record;
}

}  // namespace

std::vector<Disagreement> find_age_disagreements(const Pile& pile, std::span<const ToldAge> ages,
                                                 std::span<const std::uint32_t> story_of) {
  std::map<std::uint32_t, std::vector<Account>> by_person;
  for (const ToldAge& age : ages) {
    std::vector<Account>& accounts = by_person[age.person];
    if (accounts.size() < kMostCompared) accounts.push_back(account_of(pile, age));
  }
  const auto is_one_person = [&](const Account& a, const Account& b) {
    return a.age->who == b.age->who ||
           story_of[a.age->words.article] == story_of[b.age->words.article];
  };
  std::vector<Disagreement> found;
  for (const auto& [person, accounts] : by_person) {
    std::vector<Account> differing;
    for (const Account& a : accounts)
      if (std::ranges::any_of(
              accounts, [&](const Account& b) { return is_one_person(a, b) && differ(a, b); }))
        differing.push_back(a);
    if (!differing.empty()) found.push_back(record_of(pile, differing));
  }
  return found;
}

}  // namespace fabula::reconcile
