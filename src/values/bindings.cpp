// Each pattern is a function that takes the amount's place; the first that fits gives the binding.
#include "values/bindings.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "text/one_of.hpp"
#include "text/person_nouns.hpp"
#include "text/word_flags.hpp"

namespace fabula::values {
namespace {

enum class Counted : std::uint8_t { kPeople, kThings, kMoney };

struct Role {
  std::string_view name;
  Course course;
  Counted counted;
};

using enum Course;
using enum Counted;

constexpr auto kRoles = std::to_array<Role>({
#define ROLE(name, course, counted) {name, course, counted},
#define STATE(role, words)
#define DEED(role, words)
#define ACTION(role, words)
#define TOLL(role, words)
#include "values/roles_table.inc"
#undef ROLE
#undef STATE
#undef DEED
#undef ACTION
#undef TOLL
});

using WordRoles = std::map<std::string_view, const Role*>;

const Role* role_named(std::string_view name) {
  const auto found = std::ranges::find(kRoles, name, &Role::name);
  return found == kRoles.end() ? nullptr : &*found;
}

struct Tables {
  WordRoles states, deeds, actions, tolls;
};

const Tables& tables() {
  static const Tables all = [] {
    Tables made;
    const auto add = [](WordRoles& to, std::string_view role, std::string_view words) {
      text::for_each_word(words, [&](std::string_view word) { to[word] = role_named(role); });
    };
#define ROLE(name, course, counted)
#define STATE(role, words) add(made.states, role, words);
#define DEED(role, words) add(made.deeds, role, words);
#define ACTION(role, words) add(made.actions, role, words);
#define TOLL(role, words) add(made.tolls, role, words);
#include "values/roles_table.inc"
#undef ROLE
#undef STATE
#undef DEED
#undef ACTION
#undef TOLL
    return made;
  }();
  return all;
}

const Role* role_of(const WordRoles& roles, std::string_view word) {
  const auto found = roles.find(word);
  return found == roles.end() ? nullptr : found->second;
}

bool is_people(std::string_view word) {
  return text::is_one_of(word, "people", "persons", "person", "individuals", "civilians",
                         "passengers", "casualties", "children", "men", "women", "boys", "girls") ||
         text::is_person_noun(word);
}

// Words between which and a verb the count is not narrowed.
bool is_auxiliary(std::string_view word) {
  return text::is_one_of(word, "was", "were", "are", "is", "have", "has", "had", "been", "being",
                         "got", "confirmed", "now", "already");
}

bool is_part_word(std::string_view word) {
  return text::is_one_of(word, "of", "more", "other", "others", "further", "additional", "extra",
                         "per", "percent", "years", "year", "months", "month", "weeks", "week",
                         "days", "day", "hours", "hour", "minutes", "minute", "miles", "times",
                         "metres", "meters", "kilometres", "kilometers", "points", "in");
}

class Binder {
 public:
  Binder(Words words, const Amount& amount) : words_(words), amount_(amount) {}

  std::optional<Binding> bind() {
    if (is_part()) return std::nullopt;
    if (!amount_.currency.empty()) return money();
    read_noun();
    if (auto found = toll()) return found;
    if (auto found = crowd()) return found;
    if (auto found = before_verb()) return found;
    if (auto found = left_dead()) return found;
    if (auto found = lives()) return found;
    return behind_action();
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view{};
  }
  // The n-th word before the amount; empty when there is none.
  [[nodiscard]] std::string_view before(std::size_t n) const {
    return n <= amount_.first ? word(amount_.first - n) : std::string_view{};
  }

  // "another 12", "12 of the dead", "12 more", "three of 12"
  [[nodiscard]] bool is_part() const {
    if (before(1) == "of")
      return !text::is_one_of(before(2), "toll", "crowd", "attendance", "total");
    return text::is_one_of(before(1), "another", "other", "further", "additional", "first", "last",
                           "next", "no", "the", "these", "those", "all", "his", "her", "their",
                           "any", "every", "each", "half", "quarter") ||
           is_part_word(word(amount_.last));
  }

  // The noun behind the number with the words between: "Karsan soldiers". Nothing when the number
  // stands alone.
  void read_noun() {
    noun_end_ = amount_.last;
    unit_ = "people";
    constexpr std::size_t kMostWords = 3;
    for (std::size_t k = 0; k < kMostWords; ++k) {
      const std::size_t i = amount_.last + k;
      if (i >= words_.size() || words_[i].is_mark) return;
      const bool is_verb = role_of(tables().states, word(i)) || role_of(tables().deeds, word(i)) ||
                           is_auxiliary(word(i));
      if (is_verb || text::is_one_of(word(i), "and", "or", "to", "from", "at", "on", "by", "'s"))
        return;
      if (!is_people(word(i))) continue;
      // "12 police officers": the last of them is the noun.
      std::size_t last = i;
      if (k + 1 < kMostWords && is_people(word(i + 1))) ++last;
      unit_.clear();
      for (std::size_t j = amount_.last; j <= last; ++j) {
        if (!unit_.empty()) unit_ += ' ';
        unit_ += word(j);
      }
      if (text::is_one_of(unit_, "people", "persons", "person", "individuals")) unit_ = "people";
      noun_end_ = last + 1;
      has_noun_ = true;
      return;
    }
  }

  // Does what was done to somebody follow, so that those counted did it: "12 men killed a guard"?
  [[nodiscard]] bool is_object(std::size_t at) const {
    const std::string_view w = word(at);
    return text::is_one_of(w, "a", "an", "the", "their", "his", "her", "its", "more", "another",
                           "some", "dozens", "hundreds", "thousands", "them", "him") ||
           (!w.empty() && w.front() >= '0' && w.front() <= '9') || is_people(w);
  }

  // "40 homes": the word behind the number.
  [[nodiscard]] std::optional<std::string> thing() const {
    if (amount_.last >= words_.size() || words_[amount_.last].is_mark || has_noun_)
      return std::nullopt;
    const std::string_view noun = word(amount_.last);
    if (!noun.ends_with("s") || role_of(tables().states, noun)) return std::nullopt;
    return std::string(noun);
  }

  [[nodiscard]] std::optional<Binding> made(const Role* role, std::size_t last) const {
    if (role == nullptr) return std::nullopt;
    Binding binding{
        role->name, role->counted == kMoney ? "money" : "count", role->course, unit_, last, false};
    if (role->counted == kThings) {
      const auto noun = thing();
      if (!noun) return std::nullopt;
      binding.unit = *noun;
    } else if (role->counted == kPeople) {
      // A number alone may be a year, "one" a pronoun.
      if (!has_noun_ && (amount_.is_year_like || is_one())) return std::nullopt;
    }
    return binding;
  }

  [[nodiscard]] bool is_one() const {
    return amount_.written == "1" || amount_.written.ends_with(" 1");
  }
  // May a number without a noun begin a count here? "Nine killed in", "with 12 dead"; not: "flight
  // 12 killed", which has the number for its name.
  [[nodiscard]] bool is_free() const {
    return amount_.first == 0 || words_[amount_.first - 1].is_mark ||
           text::is_one_of(before(1), "and", "with", "left", "leaving", "leaves", "as", "after",
                           "that", "but", "while", "said", "says", "where", "when", "in", "total");
  }

  // "killed or injured": both together. A number behind it begins another count.
  [[nodiscard]] const Role* with_other(const Role* role, std::size_t& at) const {
    if (!text::is_one_of(word(at), "or", "and") || role == nullptr) return role;
    const Role* other = role_of(tables().states, word(at + 1));
    if (other == nullptr || other == role) return role;
    at += 2;
    const bool is_toll = (role->name == "dead" && other->name == "injured") ||
                         (role->name == "injured" && other->name == "dead");
    return is_toll ? role_named("dead or injured") : nullptr;
  }

  // "12 people were killed", "12 dead", "12 people marched", "80 people on board"
  [[nodiscard]] std::optional<Binding> before_verb() const {
    std::size_t at = noun_end_;
    const bool is_things = !has_noun_ && thing().has_value();
    if (is_things) at = amount_.last + 1;
    const std::size_t first = at;
    while (is_auxiliary(word(at))) ++at;
    if (text::is_one_of(word(at), "reportedly", "seriously", "badly", "slightly", "critically",
                        "severely", "not", "also", "shot"))
      return std::nullopt;
    if (const Role* role = role_of(tables().states, word(at))) {
      ++at;
      // "the crash of flight 12 killed 64"
      if (at - 1 == first && !is_things && ((!has_noun_ && !is_free()) || is_object(at)))
        return std::nullopt;
      const Role* both = with_other(role, at);
      if (is_things != (role->counted == kThings)) return std::nullopt;
      return made(both, at);
    }
    if (is_things) return std::nullopt;
    if (const Role* role = role_of(tables().deeds, word(at))) return made(role, at + 1);
    if (word(at) == "lost" && word(at + 1) == "their" && word(at + 2) == "lives")
      return made(role_named("dead"), at + 3);
    if (word(at) == "took" && word(at + 1) == "part")
      return made(role_named("those who came"), at + 2);
    if (word(at) == "turned" && word(at + 1) == "out")
      return made(role_named("those who came"), at + 2);
    if (word(at) == "on" && word(at + 1) == "board") return made(role_named("on board"), at + 2);
    if (has_noun_ && text::is_one_of(unit_, "people", "passengers") && before(1) == "carrying")
      return made(role_named("on board"), at);
    return std::nullopt;
  }

  // "left 12 people dead", "leaving 12 injured"
  [[nodiscard]] std::optional<Binding> left_dead() const {
    if (!text::is_one_of(before(1), "left", "leaves", "leaving", "with")) return std::nullopt;
    std::size_t at = noun_end_;
    const Role* role = role_of(tables().states, word(at));
    if (role == nullptr) return std::nullopt;
    ++at;
    return made(with_other(role, at), at);
  }

  // "claimed 12 lives"
  [[nodiscard]] std::optional<Binding> lives() const {
    if (word(amount_.last) != "lives") return std::nullopt;
    const bool is_claimed = text::is_one_of(before(1), "claimed", "claims", "claiming", "cost");
    const bool is_lost = word(amount_.last + 1) == "were" && word(amount_.last + 2) == "lost";
    if (!is_claimed && !is_lost) return std::nullopt;
    return made(role_named("dead"), amount_.last + (is_lost ? 3U : 1U));
  }

  // "killed 12 people", "killed or injured 12"
  [[nodiscard]] std::optional<Binding> behind_action() const {
    const Role* role = role_of(tables().actions, before(1));
    if (role == nullptr) return std::nullopt;
    // "the 30 killed, 12 people ...", "were killed 12 years ago", "to have killed 12"
    if (text::is_one_of(before(2), "was", "were", "been", "is", "are", "be", "being", "not",
                        "never", "people", "those", "nearly"))
      return std::nullopt;
    if (text::is_one_of(before(2), "have", "has", "had") &&
        text::is_one_of(before(3), "would", "could", "might", "may", "to", "should"))
      return std::nullopt;
    if (text::is_one_of(before(2), "or", "and")) {
      const Role* other = role_of(tables().actions, before(3));
      if (other != nullptr && other != role) {
        const bool is_toll = (role->name == "dead" && other->name == "injured") ||
                             (role->name == "injured" && other->name == "dead");
        if (!is_toll) return std::nullopt;
        role = role_named("dead or injured");
      }
    }
    // Behind the number only its noun, then something that does not go on with it.
    const std::string_view next = word(noun_end_);
    if (role->counted == kPeople) {
      const bool ends =
          noun_end_ >= words_.size() || words_[noun_end_].is_mark ||
          text::is_one_of(next, "and", "in", "on", "at", "when", "after", "during", "near",
                          "outside", "inside", "last", "there", "here", "before", "as", "while",
                          "with", "this", "early", "yesterday", "today", "monday", "tuesday",
                          "wednesday", "thursday", "friday", "saturday", "sunday");
      if (!ends) return std::nullopt;
    }
    return made(role, noun_end_);
  }

  // "the death toll has risen to 14", "a death toll of 13", "the number of dead in the fire is 14"
  [[nodiscard]] std::optional<Binding> toll() const {
    if (amount_.is_year_like || (has_noun_ && unit_ != "people")) return std::nullopt;
    // From the number back: the words that link it, then the name of what is counted.
    bool is_revised = false;
    std::size_t i = amount_.first;
    for (; i > 0 && is_link(word(i - 1)); --i) is_revised |= is_change(word(i - 1));
    if (i == amount_.first) return std::nullopt;
    constexpr std::size_t kMostWords = 10;
    for (std::size_t n = 0; i > 0 && n < kMostWords; ++n) {
      --i;
      const Role* role = counted_by_name(i);
      if (role != nullptr)
        return Binding{role->name, "count", role->course, "people", noun_end_, is_revised};
      if (words_[i].is_mark || ends_name(word(i))) return std::nullopt;
    }
    return std::nullopt;
  }
  static bool is_change(std::string_view w) {
    return text::is_one_of(w, "risen", "rose", "rises", "climbed", "climbs", "revised", "corrected",
                           "lowered", "raised", "increased", "grown", "grew", "jumped", "updated",
                           "reduced");
  }
  static bool is_link(std::string_view w) {
    return is_change(w) || text::is_one_of(w, "was", "is", "stands", "stood", "at", "to", "of",
                                           "reached", "reaches", "hit", "put", "being", "has",
                                           "had", "have", "been", "now", "sharply", "up", "down");
  }
  // Words that stand in no name of what is counted: there another clause begins.
  static bool ends_name(std::string_view w) {
    return w.ends_with("ed") || is_auxiliary(w) || role_of(tables().states, w) != nullptr ||
           role_of(tables().deeds, w) != nullptr ||
           text::is_one_of(w, "said", "says", "that", "which", "who", "after", "when", "as", "and",
                           "or", "but", "people", "could", "would", "may", "might", "will", "if",
                           "than", "not", "including", "with", "while", "by");
  }
  // What "toll" or "number of dead" at this word counts.
  [[nodiscard]] const Role* counted_by_name(std::size_t i) const {
    if (word(i) == "toll" && i > 0 && text::is_one_of(word(i - 1), "death", "the", "official"))
      return role_named("dead");
    if (word(i) == "deaths" && i >= 2 && word(i - 1) == "of" && word(i - 2) == "number")
      return role_named("dead");
    const Role* role = role_of(tables().tolls, word(i));
    if (role == nullptr || text::is_one_of(word(i + 1), "or", "and")) return nullptr;
    std::size_t k = i;
    while (k > 0 && text::is_one_of(word(k - 1), "people", "the", "those", "confirmed")) --k;
    return k >= 2 && word(k - 1) == "of" && word(k - 2) == "number" ? role : nullptr;
  }

  // "a crowd of 300"
  [[nodiscard]] std::optional<Binding> crowd() const {
    if (before(1) != "of" || !text::is_one_of(before(2), "crowd", "attendance"))
      return std::nullopt;
    if (has_noun_ && unit_ != "people") return std::nullopt;
    return made(role_named("those who came"), noun_end_);
  }

  // "sold for £3m"
  [[nodiscard]] std::optional<Binding> money() const {
    const Role* role = nullptr;
    if (before(1) == "for" && text::is_one_of(before(2), "sold", "bought", "auctioned"))
      role = role_named("sold for");
    if (before(1) == "fetched") role = role_named("sold for");
    if (before(1) == "fined") role = role_named("fined");
    if (role == nullptr || !text::is_one_of(word(amount_.last), "", ",", ";", "at", "on", "in",
                                            "and", "to", "by", "last", "after", "when"))
      return std::nullopt;
    return Binding{role->name, "money", role->course, amount_.currency, amount_.last, false};
  }

  Words words_;
  const Amount& amount_;
  std::string unit_;
  std::size_t noun_end_ = 0;
  bool has_noun_ = false;
};

}  // namespace

bool may_hold_value(std::string_view sentence) {
  constexpr std::uint32_t kNumber = 1, kNeeded = 2;
  static const text::WordFlags table = [] {
    text::WordFlags made(512);
    made.add(kNumber,
             "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
             "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
             "eighty ninety hundred thousand million dozen");
    made.add(kNeeded,
             "toll deaths lives crowd attendance board carrying part turned lost sold bought "
             "auctioned fetched fined put");
#define ROLE(name, course, counted)
#define STATE(role, words) made.add(kNeeded, words);
#define DEED(role, words) made.add(kNeeded, words);
#define ACTION(role, words) made.add(kNeeded, words);
#define TOLL(role, words) made.add(kNeeded, words);
#include "values/roles_table.inc"
#undef ROLE
#undef STATE
#undef DEED
#undef ACTION
#undef TOLL
    return made;
  }();
  std::uint32_t flags = 0;
  std::array<char, 16> word{};
  std::size_t n = 0;
  for (std::size_t i = 0; i <= sentence.size(); ++i) {
    const char c = i < sentence.size() ? sentence[i] : ' ';
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower >= 'a' && lower <= 'z') {
      if (n < word.size()) word[n] = lower;
      ++n;
      continue;
    }
    if (c >= '0' && c <= '9') flags |= kNumber;
    if (n > 2 && n <= word.size()) flags |= table.of({word.data(), n});
    n = 0;
  }
  return flags == (kNumber | kNeeded);
}

std::optional<Binding> bind_amount(Words words, const Amount& amount) {
  return Binder(words, amount).bind();
}

}  // namespace fabula::values
