// Each pattern is a function that takes the amount's place; the first that fits gives the binding.
#include "values/bindings.hpp"

#include <string>

#include "text/one_of.hpp"
#include "values/count_phrases.hpp"
#include "values/counts_of_names.hpp"
#include "values/estimates.hpp"
#include "values/named_counts.hpp"
#include "values/noun_counts.hpp"
#include "values/roles.hpp"

namespace fabula::values {
namespace {

using enum Course;
using enum Counted;

bool is_part_word(std::string_view word) {
  return text::is_one_of(word, "of", "more", "other", "others", "further", "additional", "extra",
                         "per", "percent", "years", "year", "months", "month", "weeks", "week",
                         "days", "day", "hours", "hour", "minutes", "minute", "miles", "times",
                         "metres", "meters", "kilometres", "kilometers", "points", "in");
}

// From here on "worth ten million", "a contract of ten million" is a sum, whatever the money.
constexpr std::int64_t kLeastSum = 1'000'000 * kAmountOne;

class Binder {
 public:
  Binder(Words words, const Amount& amount)
      : words_(words), amount_(amount), noun_(noun_behind(words, amount)) {}

  std::optional<Binding> bind() {
    if (!amount_.noun.empty()) return number_of(words_, amount_);
    if (auto found = phrase_of(words_, amount_, noun_, is_free())) return found;
    if (auto found = others_hurt()) return found;
    if (auto found = of_name(words_, amount_)) return found;
    if (amount_.is_share) {
      if (auto found = vote_share_of(words_, amount_)) return found;
      return share_of(amount_);
    }
    if (text::is_one_of(before(1), "worth", "of", "at", "for") && amount_.low >= kLeastSum &&
        amount_.currency.empty() && !noun_.is_there && ends_clause(amount_.last, true, "for"))
      return any_sum_of(amount_);
    if (is_part()) return std::nullopt;
    if (!amount_.currency.empty()) {
      if (auto found = sum_of(words_, amount_)) return found;
      return any_sum_of(amount_);
    }
    if (auto found = toll_of(words_, amount_, noun_)) return found;
    if (auto found = crowd_of(words_, amount_, noun_)) return found;
    if (auto found = before_verb()) return found;
    if (auto found = left_dead()) return found;
    if (auto found = lives()) return found;
    if (auto found = behind_action()) return found;
    if (auto found = marchers()) return found;
    return number_of(words_, amount_);
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
      return !text::is_one_of(before(2), "toll", "crowd", "attendance", "total", "turnout", "loss",
                              "spoke", "spoken", "speak", "speaks");
    return is_part_before(before(1)) || is_part_word(word(amount_.last));
  }

  // "12 others were injured": others than the dead, where nobody else was said to be injured.
  [[nodiscard]] std::optional<Binding> others_hurt() const {
    if (word(amount_.last) != "others" || before(1) == "of") return std::nullopt;
    std::size_t at = amount_.last + 1;
    while (is_auxiliary(word(at))) ++at;
    const CountRole* role = state_role(word(at));
    if (role == nullptr || role->name != "injured") return std::nullopt;
    for (std::size_t i = 0; i < amount_.first; ++i)
      if (state_role(word(i)) == role || action_role(word(i)) == role) return std::nullopt;
    return Binding{role->name, "count", role->course, "people", at + 1, false};
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
    if (amount_.last >= words_.size() || words_[amount_.last].is_mark || noun_.is_there)
      return std::nullopt;
    const std::string_view noun = word(amount_.last);
    if (!noun.ends_with("s") || state_role(noun)) return std::nullopt;
    return std::string(noun);
  }

  [[nodiscard]] std::optional<Binding> made(const CountRole* role, std::size_t last) const {
    if (role == nullptr) return std::nullopt;
    Binding binding{role->name,   role->counted == kMoney ? "money" : "count",
                    role->course, noun_.unit,
                    last,         false};
    if (role->counted == kThings) {
      const auto noun = thing();
      if (!noun) return std::nullopt;
      binding.unit = *noun;
    } else if (role->counted == kPeople) {
      // A number alone may be a year, "one" a pronoun.
      if (!noun_.is_there && (amount_.is_year_like || is_one())) return std::nullopt;
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
                           "that", "but", "while", "said", "says", "where", "when", "in", "total",
                           "of");
  }

  // "killed or injured": both together. A number behind it begins another count.
  [[nodiscard]] const CountRole* with_other(const CountRole* role, std::size_t& at) const {
    if (!text::is_one_of(word(at), "or", "and") || role == nullptr) return role;
    const CountRole* other = state_role(word(at + 1));
    if (other == nullptr || other == role) return role;
    at += 2;
    const bool is_toll = (role->name == "dead" && other->name == "injured") ||
                         (role->name == "injured" && other->name == "dead");
    return is_toll ? &role_named("dead or injured") : nullptr;
  }

  // may_go_on: with a time or a place, or with `also`.
  [[nodiscard]] bool ends_clause(std::size_t at, bool may_go_on = false,
                                 std::string_view also = {}) const {
    if (!also.empty() && word(at) == also) return true;
    if (may_go_on && text::is_one_of(word(at), "on", "in", "when", "as", "at", "after", "off"))
      return true;
    return at >= words_.size() || words_[at].is_mark ||
           text::is_one_of(word(at), "out", "along", "and", "while");
  }

  // "12 people, including three children, were killed": behind what is put in at word `at`, where
  // an auxiliary follows.
  [[nodiscard]] std::size_t behind_aside(std::size_t at) const {
    if (word(at) != "," || !text::is_one_of(word(at + 1), "including", "among", "most", "mostly",
                                            "many", "some", "all", "mainly", "both"))
      return at;
    constexpr std::size_t kLongest = 14;
    for (std::size_t i = at + 2; i < words_.size() && i < at + kLongest; ++i)
      if (word(i) == "," && is_auxiliary(word(i + 1))) return i + 1;
    return at;
  }

  // "12 people on board died": what became of them counts, not where they were.
  [[nodiscard]] std::size_t behind_board(std::size_t at) const {
    std::size_t end = at;
    if (word(at) == "aboard") end = at + 1;
    if (word(at) == "on" && word(at + 1) == "board") end = at + 2;
    if (end == at) return at;
    std::size_t verb = end;
    while (is_auxiliary(word(verb))) ++verb;
    return state_role(word(verb)) != nullptr || deed_role(word(verb)) != nullptr ? end : at;
  }

  // "12 people were killed", "12 dead", "12 people marched", "80 people on board"
  [[nodiscard]] std::optional<Binding> before_verb() const {
    std::size_t at = noun_.end;
    const bool is_things = !noun_.is_there && thing().has_value();
    if (is_things) at = amount_.last + 1;
    const std::size_t first = at;
    at = behind_aside(at);
    at = behind_board(at);
    while (is_auxiliary(word(at))) ++at;
    if (text::is_one_of(word(at), "reportedly", "seriously", "badly", "slightly", "critically",
                        "severely", "not", "also", "shot"))
      return std::nullopt;
    if (const CountRole* role = state_role(word(at))) {
      ++at;
      // "the crash of flight 12 killed 64"
      if (at - 1 == first && !is_things && ((!noun_.is_there && !is_free()) || is_object(at)))
        return std::nullopt;
      const CountRole* both = with_other(role, at);
      if (is_things != (role->counted == kThings)) return std::nullopt;
      return made(both, at);
    }
    if (is_things) return std::nullopt;
    if (const CountRole* role = deed_role(word(at))) return made(role, at + 1);
    // "12 people were lost", "are known to have died"
    if (word(at) == "lost" && at > first && noun_.is_there && ends_clause(at + 1, true))
      return made(&role_named("dead"), at + 1);
    if (word(at) == "known" && word(at + 1) == "to" && text::is_one_of(word(at + 2), "have", "be"))
      if (const CountRole* role =
              word(at + 2) == "be" ? state_role(word(at + 3)) : deed_role(word(at + 3)))
        return made(role, at + 4);
    if (word(at) == "lost" && word(at + 1) == "their" && word(at + 2) == "lives")
      return made(&role_named("dead"), at + 3);
    if (word(at) == "took" && word(at + 1) == "part")
      return made(&role_named("those who came"), at + 2);
    if (word(at) == "turned" && text::is_one_of(word(at + 1), "out", "up"))
      return made(&role_named("those who came"), at + 2);
    if (word(at) == "took" && word(at + 1) == "to" && word(at + 2) == "the" &&
        word(at + 3) == "streets")
      return made(&role_named("marchers"), at + 4);
    if (text::is_one_of(word(at), "in", "on") && word(at + 1) == "the" && word(at + 2) == "streets")
      return made(&role_named("marchers"), at + 3);
    if (word(at) == "came" && ends_clause(at + 1))
      return made(&role_named("those who came"), at + 1);
    if (word(at) == "on" && word(at + 1) == "board") return made(&role_named("on board"), at + 2);
    if (noun_.is_there && text::is_one_of(noun_.unit, "people", "passengers") &&
        before(1) == "carrying")
      return made(&role_named("on board"), at);
    return std::nullopt;
  }

  // "the square was full of 300 demonstrators", "300 people had come to the march": whatever else
  // was done to those of a crowd has a verb of its own.
  [[nodiscard]] std::optional<Binding> marchers() const {
    constexpr std::int64_t kLeast = 20 * kAmountOne;
    if (!noun_.is_there || amount_.low < kLeast || !is_crowd_noun(noun_.unit) ||
        (noun_.unit == "people" && !tells_of_march(words_)))
      return std::nullopt;
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (state_role(word(i)) != nullptr || action_role(word(i)) != nullptr) return std::nullopt;
    return made(&role_named("marchers"), noun_.end);
  }

  // "left 12 people dead", "leaving 12 injured"
  [[nodiscard]] std::optional<Binding> left_dead() const {
    if (!text::is_one_of(before(1), "left", "leaves", "leaving", "with")) return std::nullopt;
    std::size_t at = noun_.end;
    const CountRole* role = state_role(word(at));
    if (role == nullptr) return std::nullopt;
    ++at;
    return made(with_other(role, at), at);
  }

  // "claimed 12 lives"
  [[nodiscard]] std::optional<Binding> lives() const {
    if (word(amount_.last) != "lives") return std::nullopt;
    const bool is_claimed = text::is_one_of(before(1), "claimed", "claims", "claiming", "cost");
    const bool is_lost = word(amount_.last + 1) == "were" && word(amount_.last + 2) == "lost";
    const bool is_loss = before(1) == "of" && before(2) == "loss";
    if (!is_claimed && !is_lost && !is_loss) return std::nullopt;
    return made(&role_named("dead"), amount_.last + (is_lost ? 3U : 1U));
  }

  // "killed 12 people", "killed or injured 12"
  [[nodiscard]] std::optional<Binding> behind_action() const {
    const CountRole* role = action_role(before(1));
    if (role == nullptr) return std::nullopt;
    // "the 30 killed, 12 people ...", "were killed 12 years ago", "to have killed 12"
    if (text::is_one_of(before(2), "was", "were", "been", "is", "are", "be", "being", "not",
                        "never", "people", "those", "nearly"))
      return std::nullopt;
    if (text::is_one_of(before(2), "have", "has", "had") &&
        text::is_one_of(before(3), "would", "could", "might", "may", "to", "should"))
      return std::nullopt;
    if (text::is_one_of(before(2), "or", "and")) {
      const CountRole* other = action_role(before(3));
      if (other != nullptr && other != role) {
        const bool is_toll = (role->name == "dead" && other->name == "injured") ||
                             (role->name == "injured" && other->name == "dead");
        if (!is_toll) return std::nullopt;
        role = &role_named("dead or injured");
      }
    }
    // Behind the number only its noun, then something that does not go on with it.
    const std::string_view next = word(noun_.end);
    if (role->counted == kPeople) {
      const bool ends =
          noun_.end >= words_.size() || words_[noun_.end].is_mark ||
          text::is_one_of(next, "and", "in", "on", "at", "when", "after", "during", "near",
                          "outside", "inside", "last", "there", "here", "before", "as", "while",
                          "with", "this", "early", "yesterday", "today", "monday", "tuesday",
                          "wednesday", "thursday", "friday", "saturday", "sunday", "earlier",
                          "late", "back", "over", "across", "while", "since", "that", "by", "but");
      if (!ends) return std::nullopt;
    }
    return made(role, noun_.end);
  }

  Words words_;
  const Amount& amount_;
  NounBehind noun_;
};

}  // namespace

std::optional<Binding> bind_amount(Words words, const Amount& amount) {
  return Binder(words, amount).bind();
}

}  // namespace fabula::values
