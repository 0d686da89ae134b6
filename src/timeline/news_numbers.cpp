#include "timeline/news_numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "text/one_of.hpp"
#include "text/stem.hpp"
#include "text/word_flags.hpp"
#include "timeline/news_ages.hpp"

namespace fabula::timeline {
namespace {

using text::is_one_of;

// A word that tells a fate belongs to a number so many words away.
constexpr std::size_t kFateReach = 7;
constexpr std::size_t kNounWords = 3;
constexpr double kRounding = 0.05;

std::uint8_t fate_of(std::string_view lower) {
  static const text::WordFlags table = [] {
    text::WordFlags made(128);
    made.add(kDead,
             "dead die dies died dying kill kills killed killing death deaths toll "
             "fatality fatalities perished perish succumbed drowned bodies corpses lives slain");
    made.add(kHurt, "hurt injured injuring injures injuries injury wounded wounding wounds");
    made.add(kMissing, "missing unaccounted untraced whereabouts");
    made.add(kHeld, "arrested arrests arresting detained custody");
    made.add(kSick, "infected infections infection sick sickened ill cases case");
    made.add(kSaved, "rescued saved evacuated survivors survived");
    return made;
  }();
  return static_cast<std::uint8_t>(table.of(lower));
}

std::optional<int> small_number(std::string_view lower) {
  // Most words begin with another letter.
  if (lower.size() < 3 || std::string_view("tfsend").find(lower.front()) == std::string_view::npos)
    return std::nullopt;
  static const text::WordFlags table = [] {
    constexpr auto kWords = std::to_array<std::pair<std::string_view, std::uint32_t>>(
        {{"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},     {"six", 6},
         {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},     {"eleven", 11},
         {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},
         {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},  {"thirty", 30},
         {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70}, {"eighty", 80},
         {"ninety", 90},    {"dozen", 12}});
    text::WordFlags made(kWords.size());
    for (const auto& [word, value] : kWords) made.add(value, word);
    return made;
  }();
  const auto find = [](std::string_view word) -> std::optional<int> {
    const std::uint32_t value = table.of(word);
    if (value == 0) return std::nullopt;
    return static_cast<int>(value);
  };
  if (const std::size_t hyphen = lower.find('-'); hyphen != std::string_view::npos) {
    const auto tens = find(lower.substr(0, hyphen));
    if (!tens || *tens < 20 || *tens % 10 != 0) return std::nullopt;
    const std::string_view rest = lower.substr(hyphen + 1);
    const auto ones = rest == "one" ? std::optional<int>(1) : find(rest);
    if (ones && *ones < 10) return *tens + *ones;
    return std::nullopt;
  }
  return find(lower);
}

// Digits with commas and one point; nothing else may stand in the word.
std::optional<double> digits_of(std::string_view lower) {
  std::string plain;
  for (const char c : lower) {
    if (c == ',') continue;
    if ((c < '0' || c > '9') && c != '.') return std::nullopt;
    plain += c;
  }
  if (plain.size() > 15 || std::ranges::count(plain, '.') > 1) return std::nullopt;
  return std::strtod(plain.c_str(), nullptr);
}

double scale_of(std::string_view lower) {
  if (is_one_of(lower, "hundred", "hundreds")) return 100;
  if (is_one_of(lower, "thousand", "thousands")) return 1000;
  if (is_one_of(lower, "million", "mln", "m")) return 1e6;
  if (is_one_of(lower, "billion", "bln", "bn")) return 1e9;
  if (is_one_of(lower, "trillion")) return 1e12;
  if (lower == "dozen") return 12;
  return 1;
}

bool ends_noun(std::string_view lower) {
  return text::is_small_word(lower) && !is_one_of(lower, "other", "more", "of");
}

// How far a round number may be from what it stands for: half the unit to which it is rounded, but
// no more than a twentieth.
double rounding_of(const CountTold& count) {
  if (count.bound == CountTold::Bound::kAbout) return count.value * kRounding;
  double unit = 1;
  while (unit < 1e13 && std::fmod(count.value, unit * 10) == 0) unit *= 10;
  return count.value >= 100 ? std::min(unit / 2, count.value * kRounding) : 0;
}

class Reader {
 public:
  Reader(std::span<const NewsWord> words, const std::vector<bool>& is_date)
      : words_(words), is_date_(is_date) {}

  std::vector<CountTold> find() {
    std::vector<CountTold> counts;
    for (std::size_t i = 0; i < words_.size();) {
      auto count = is_date_[i] ? std::nullopt : read(i);
      if (!count) {
        ++i;
        continue;
      }
      i = count->last_word;
      counts.push_back(std::move(*count));
    }
    // "12 people had died": nothing stands against it.
    if (std::ranges::all_of(counts, &CountTold::is_former))
      for (CountTold& count : counts) count.is_former = false;
    return counts;
  }

 private:
  std::string_view at(std::size_t i) const {
    return i < words_.size() ? words_[i].lower : std::string_view();
  }

  std::optional<CountTold> read(std::size_t i) const {
    const std::string_view first = at(i);
    CountTold count;
    if (words_[i].kind == NewsWord::Kind::kNumber) {
      const auto value = digits_of(first);
      if (!value) return std::nullopt;
      count.value = *value;
    } else if (const auto value = small_number(first)) {
      count.value = *value;
    } else {
      return std::nullopt;
    }
    std::size_t end = i + 1;
    while (scale_of(at(end)) > 1) count.value *= scale_of(at(end++));
    const std::string_view before = i > 0 ? at(i - 1) : std::string_view();
    const bool is_year = end == i + 1 && count.value >= 1900 && count.value <= 2100 &&
                         first.size() == 4 && first.find(',') == std::string_view::npos;
    if (is_year || is_one_of(before, "no", "number", "chapter", "page", "route", "flight", ":"))
      return std::nullopt;
    if (is_one_of(at(end), "years", "year") && is_one_of(at(end + 1), "old")) return std::nullopt;
    if (is_one_of(before, "$", "£", "€")) count.unit = CountTold::Unit::kMoney;
    if (is_one_of(at(end), "dollars", "euros", "pounds", "yen")) {
      count.unit = CountTold::Unit::kMoney;
      ++end;
    } else if (at(end) == "%" || at(end) == "percent" || at(end) == "pct") {
      count.unit = CountTold::Unit::kPercent;
      ++end;
    } else if (at(end) == "per" && at(end + 1) == "cent") {
      count.unit = CountTold::Unit::kPercent;
      end += 2;
    }
    count.first_word = static_cast<std::uint32_t>(i);
    count.last_word = static_cast<std::uint32_t>(end);
    count.is_age = is_age(words_, i, end) && count.unit == CountTold::Unit::kThings;
    count.is_former = is_former(i, end, count);
    read_bound(i, count);
    read_nouns(end, count);
    read_rate(end, count);
    read_fates(i, end, count);
    return count;
  }

  // "up from 7", "it had been 7", "7 the day before".
  bool is_former(std::size_t i, std::size_t end, CountTold& count) const {
    constexpr std::size_t kReach = 4;  // words
    // Modifiers passed over: "from at least 7", "an earlier figure of 7".
    std::size_t b = i;
    while (b > 0 && i - b < kReach &&
           is_one_of(at(b - 1), "at", "least", "more", "than", "over", "about", "around", "some",
                     "nearly", "almost", "roughly", "the"))
      --b;
    if (b > 1 && at(b - 1) == "of" &&
        is_one_of(at(b - 2), "figure", "count", "toll", "total", "estimate"))
      b -= 2;
    if (b > 0 && is_one_of(at(b - 1), "from", "against", "previously", "formerly", "earlier",
                           "initial", "previous", "original"))
      return true;
    if (b > 1 && ((at(b - 2) == "instead" && at(b - 1) == "of") ||
                  (at(b - 2) == "rather" && at(b - 1) == "than") ||
                  (at(b - 2) == "compared" && is_one_of(at(b - 1), "with", "to"))))
      return true;
    for (std::size_t k = i; k > 0 && k + kReach > i && words_[k - 1].kind != NewsWord::Kind::kMark;
         --k)
      if (at(k - 1) == "had") {
        // "it had been 7", "they had spoken of 7": said of a number before.
        count.is_by_had =
            !is_one_of(at(k), "been", "stood", "spoken", "counted", "reported", "put", "given",
                       "said", "listed", "estimated", "thought", "announced", "talked");
        return true;
      }
    for (std::size_t k = end; k < std::min(words_.size(), end + kReach); ++k)
      if (is_one_of(at(k), "day", "week") && is_one_of(at(k + 1), "before", "earlier", "ago"))
        return true;
    return false;
  }

  void read_bound(std::size_t i, CountTold& count) const {
    using Bound = CountTold::Bound;
    std::size_t from = i;
    if (from > 0 && is_one_of(at(from - 1), "$", "£", "€", "a")) --from;
    if (from == 0) return;
    const std::string_view one = at(from - 1);
    const std::string_view two = from > 1 ? at(from - 2) : std::string_view();
    const std::string_view three = from > 2 ? at(from - 3) : std::string_view();
    if (is_one_of(one, "about", "around", "some", "nearly", "almost", "roughly", "approximately",
                  "estimated"))
      count.bound = Bound::kAbout;
    else if ((is_one_of(two, "less", "fewer") && one == "than" && is_one_of(three, "no", "not")) ||
             (two == "minimum" && one == "of"))
      count.bound = Bound::kAtLeast;
    else if (one == "over" || (two == "at" && one == "least") || (two == "more" && one == "than"))
      count.bound = Bound::kAtLeast;
    else if (is_one_of(two, "less", "fewer") && one == "than")
      count.bound = Bound::kAtMost;
    else if (is_one_of(two, "up", "at") && is_one_of(one, "to", "most"))
      count.bound = two == "up" ? Bound::kNone : Bound::kAtMost;
  }

  void read_nouns(std::size_t end, CountTold& count) const {
    for (std::size_t k = end; k < words_.size() && count.of.size() < kNounWords; ++k) {
      if (words_[k].kind != NewsWord::Kind::kWord || ends_noun(at(k))) break;
      if (is_date_[k]) break;
      if (is_one_of(at(k), "other", "more", "of")) continue;
      count.of.push_back(text::word_key(text::stem_of(at(k))));
    }
  }

  void read_rate(std::size_t end, CountTold& count) const {
    constexpr std::size_t kRateReach = 6;
    for (std::size_t k = end; k < std::min(words_.size(), end + kRateReach); ++k) {
      if (words_[k].kind == NewsWord::Kind::kNumber) break;
      const bool is_each = is_one_of(at(k), "a", "an", "per", "each", "every");
      if (at(k) == "daily" || at(k) == "annually" ||
          (is_each && is_one_of(at(k + 1), "day", "week", "month", "year", "hour", "minute")))
        count.is_rate = true;
    }
  }

  // Of the nearest words that tell one, no other number in between.
  void read_fates(std::size_t i, std::size_t end, CountTold& count) const {
    for (std::size_t k = end; k < std::min(words_.size(), end + kFateReach); ++k) {
      if (words_[k].kind == NewsWord::Kind::kNumber || small_number(at(k)) || at(k) == ";") break;
      count.fates |= fate_of(at(k));
    }
    if (count.fates != 0) return;
    // "The number of dead ... rose to 9": what is counted was named before.
    const std::size_t reach = count.of.empty() ? i : kFateReach;
    for (std::size_t k = i; k > 0 && k + reach > i; --k) {
      // "the number of dead rose from 7 to 9"
      const bool is_former = k > 1 && at(k - 2) == "from";
      if (!is_former && (words_[k - 1].kind == NewsWord::Kind::kNumber || small_number(at(k - 1))))
        break;
      count.fates |= fate_of(at(k - 1));
    }
  }

  std::span<const NewsWord> words_;
  const std::vector<bool>& is_date_;
};

bool is_of_people(const CountTold& count) {
  static const std::array<text::WordKey, 5> kPeople = {
      text::word_key("peopl"), text::word_key("person"), text::word_key("other"),
      text::word_key("victim"), text::word_key("liv")};
  return std::ranges::any_of(
      count.of, [](text::WordKey key) { return std::ranges::find(kPeople, key) != kPeople.end(); });
}

bool is_measure(text::WordKey stem) {
  static const std::vector<text::WordKey> measures = [] {
    std::vector<text::WordKey> made;
    text::for_each_word(
        "mile miles kilometer kilometre km metre meter foot feet inch inches acre acres hectare "
        "ton "
        "tonne tons barrel gallon litre liter degree knot kilo kilogram kg pound ounce",
        [&](std::string_view word) { made.push_back(text::word_key(text::stem_of(word))); });
    return made;
  }();
  return std::ranges::find(measures, stem) != measures.end();
}

bool count_one_thing(const CountTold& a, const CountTold& b) {
  if (a.unit != b.unit) return false;
  if (a.fates != b.fates || a.is_rate != b.is_rate) return false;
  if (a.unit != CountTold::Unit::kThings) return true;
  if (a.fates != 0) {
    // "7 people died" and "the dead are 9" are of people; "7 miners" and "9 nurses" are not
    // the same.
    const bool a_open = a.of.empty() || is_of_people(a);
    const bool b_open = b.of.empty() || is_of_people(b);
    if (a_open || b_open) return true;
  }
  if (is_of_people(a) && is_of_people(b)) return true;
  // What is counted stands first, or behind what describes it: "12 cases", "14 confirmed cases".
  // Of a measure it is the first word: 9 miles are no 9 square miles.
  if (a.of.empty() || b.of.empty()) return false;
  if (a.of.front() == b.of.front()) return true;
  const auto counts_same = [](const CountTold& x, const CountTold& y) {
    return !is_measure(x.of.front()) && std::ranges::find(y.of, x.of.front()) != y.of.end();
  };
  return counts_same(a, b) || counts_same(b, a);
}

bool keeps(const CountTold& bound, const CountTold& value) {
  if (bound.bound == CountTold::Bound::kAtLeast) return value.value >= bound.value;
  if (bound.bound == CountTold::Bound::kAtMost) return value.value <= bound.value;
  return false;
}

}  // namespace

Change change_of(const CountTold& now, const CountTold& before) {
  if (!count_one_thing(now, before)) return Change::kOther;
  const double apart = std::abs(now.value - before.value);
  if (apart <= std::max(rounding_of(now), rounding_of(before))) return Change::kSame;
  // "At least 12" behind "14" says less, not something else.
  if (keeps(now, before)) return Change::kSame;
  return now.value > before.value ? Change::kMore : Change::kLess;
}

std::vector<CountTold> find_counts(std::span<const NewsWord> words,
                                   const std::vector<bool>& is_date) {
  return Reader(words, is_date).find();
}

}  // namespace fabula::timeline
