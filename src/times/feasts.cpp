#include "times/feasts.hpp"

#include <algorithm>
#include <map>

#include "base/calendar.hpp"

namespace fabula::times {
namespace {

using std::chrono::days;

enum class FeastKind : std::uint8_t { kFixed, kNth, kEaster, kOrthodox, kRamadan, kBefore };

struct FeastRule {
  FeastKind kind;
  int month = 0;
  int day = 0;  // kFixed, kBefore: of the month; kNth: days after it; otherwise: days after Easter
  int weekday = 0;
  int n = 0;
};

struct FeastLine {
  std::string_view name;
  std::string_view country;
  FeastRule rule;
};

constexpr FeastRule FIXED(int month, int day) { return {FeastKind::kFixed, month, day}; }
constexpr FeastRule NTH(int month, int weekday, int n) {
  return {FeastKind::kNth, month, 0, weekday, n};
}
constexpr FeastRule AFTER_NTH(int month, int weekday, int n, int days_after) {
  return {FeastKind::kNth, month, days_after, weekday, n};
}
constexpr FeastRule EASTER(int days_after) { return {FeastKind::kEaster, 0, days_after}; }
constexpr FeastRule ORTHODOX(int days_after) { return {FeastKind::kOrthodox, 0, days_after}; }
constexpr FeastRule BEFORE(int month, int day, int weekday) {
  return {FeastKind::kBefore, month, day, weekday};
}
constexpr FeastRule RAMADAN{FeastKind::kRamadan};

constexpr FeastLine kLines[] = {
#define FEAST(name, country, rule) {name, country, rule},
#include "times/feasts_table.inc"
#undef FEAST
};

// One name: the words it is made of, and its lines of the table.
struct Name {
  std::string_view text;
  std::vector<WordId> words;
  std::vector<const FeastLine*> lines;
};

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, space - at));
    at = space + 1;
  }
  return words;
}

struct Names {
  std::vector<Name> names;                          // in table order
  std::vector<std::vector<std::int32_t>> starting;  // by first word: names, longest first

  Names() {
    std::map<std::string_view, std::size_t> index;
    for (const FeastLine& line : kLines) {
      const auto [it, is_new] = index.try_emplace(line.name, names.size());
      if (is_new) {
        names.push_back({line.name, {}, {}});
        for (const std::string& word : split(line.name))
          names.back().words.push_back(word_id(word));
      }
      names[it->second].lines.push_back(&line);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
      const WordId first = names[i].words.front();
      if (starting.size() <= first) starting.resize(first + 1U);
      starting[first].push_back(static_cast<std::int32_t>(i));
    }
    for (auto& list : starting)
      std::stable_sort(list.begin(), list.end(), [&](std::int32_t a, std::int32_t b) {
        return at(a).words.size() > at(b).words.size();
      });
  }

  [[nodiscard]] const Name& at(std::int32_t feast) const {
    return names[static_cast<std::size_t>(feast)];
  }
};

const Names& names() {
  static const Names table;
  return table;
}

// The Ramadan that begins in `year`, or the earlier one of two.
FeastDays ramadan(int year) {
  int islamic_year = (year - 622) * 33 / 32 - 1;
  while (date_of(islamic_month(islamic_year, 9)).year < year) ++islamic_year;
  return {islamic_month(islamic_year, 9), islamic_month(islamic_year, 10) - days{1}, {}};
}

std::optional<Day> day_in(const FeastRule& rule, int year) {
  switch (rule.kind) {
    case FeastKind::kFixed:
      return day_of(year, rule.month, rule.day);
    case FeastKind::kNth: {
      const auto day = nth_weekday(year, static_cast<unsigned>(rule.month), rule.weekday, rule.n);
      if (!day) return std::nullopt;
      return *day + days{rule.day};
    }
    case FeastKind::kEaster:
      return western_easter(year) + days{rule.day};
    case FeastKind::kOrthodox:
      return orthodox_easter(year) + days{rule.day};
    case FeastKind::kBefore: {
      const auto day = day_of(year, rule.month, rule.day);
      if (!day) return std::nullopt;
      return *day - days{(weekday_of(*day) - rule.weekday + 6) % 7 + 1};
    }
    case FeastKind::kRamadan:
      break;
  }
  return std::nullopt;
}

}  // namespace

FeastMatch longest_feast(std::span<const Token> tokens) {
  const Names& table = names();
  const WordId first = tokens.front().word;
  if (first >= table.starting.size()) return {};
  for (const std::int32_t feast : table.starting[first]) {
    const std::vector<WordId>& words = table.at(feast).words;
    if (words.size() > tokens.size()) continue;
    bool fits = true;
    for (std::size_t i = 1; i < words.size() && fits; ++i) fits = tokens[i].word == words[i];
    if (fits) return {words.size(), feast};
  }
  return {};
}

std::vector<FeastDays> feast_days(std::int32_t feast, int year) {
  std::vector<FeastDays> readings;
  if (year < 1600 || year > 2199) return readings;
  for (const FeastLine* line : names().at(feast).lines) {
    if (line->rule.kind == FeastKind::kRamadan)
      readings.push_back(ramadan(year));
    else if (const auto day = day_in(line->rule, year))
      readings.push_back({*day, *day, line->country});
  }
  return readings;
}

std::vector<FeastPattern> feast_patterns(std::int32_t feast) {
  constexpr int kSunday = 7;
  const auto weekday_after = [](int weekday, int n_days) {
    return ((weekday - 1 + n_days) % 7 + 7) % 7 + 1;
  };
  std::vector<FeastPattern> patterns;
  for (const FeastLine* line : names().at(feast).lines) {
    const FeastRule& rule = line->rule;
    switch (rule.kind) {
      case FeastKind::kFixed:
        patterns.push_back({rule.month, rule.day, 0});
        break;
      case FeastKind::kNth:  // days after it may be in the next month
        patterns.push_back(
            {rule.day == 0 ? rule.month : 0, 0, weekday_after(rule.weekday, rule.day)});
        break;
      case FeastKind::kEaster:
      case FeastKind::kOrthodox:
        patterns.push_back({0, 0, weekday_after(kSunday, rule.day)});
        break;
      case FeastKind::kBefore:
        patterns.push_back({0, 0, rule.weekday});
        break;
      case FeastKind::kRamadan:
        return {};
    }
  }
  return patterns;
}

std::size_t n_feasts() { return names().names.size(); }

std::string_view feast_name(std::int32_t feast) { return names().at(feast).text; }

std::vector<std::string> words_of_feasts() {
  std::vector<std::string> words;
  for (const FeastLine& line : kLines)
    for (std::string& word : split(line.name)) words.push_back(std::move(word));
  return words;
}

}  // namespace fabula::times
