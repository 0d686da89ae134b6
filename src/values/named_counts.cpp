#include "values/named_counts.hpp"

#include <algorithm>

#include "text/one_of.hpp"

namespace fabula::values {
namespace {

class Reader {
 public:
  Reader(Words words, const Amount& amount, const NounBehind& noun)
      : words_(words), amount_(amount), noun_(noun) {}

  // "the death toll has risen to 14", "a death toll of 13", "the number of dead in the fire is 14"
  [[nodiscard]] std::optional<Binding> toll() const {
    if (amount_.is_year_like || (noun_.is_there && noun_.unit != "people")) return std::nullopt;
    // From the number back: the words that link it, then the name of what is counted.
    bool is_revised = false;
    std::size_t i = amount_.first;
    for (; i > 0 && is_link(word(i - 1)); --i) is_revised |= is_change(word(i - 1));
    if (i == amount_.first) return std::nullopt;
    constexpr std::size_t kMostWords = 10;
    for (std::size_t n = 0; i > 0 && n < kMostWords; ++n) {
      --i;
      const CountRole* role = counted_by_name(i);
      if (role != nullptr)
        return Binding{role->name, "count", role->course, "people", noun_.end, is_revised};
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
    return is_change(w) ||
           text::is_one_of(w, "was", "is", "stands", "stood", "at", "to", "of", "reached",
                           "reaches", "hit", "put", "being", "has", "had", "have", "been", "now",
                           "sharply", "up", "down") ||
           text::is_one_of(w, "currently", "remains", "remained", "totals", "totalled", "totaled",
                           "officially");
  }
  // Words that stand in no name of what is counted: there another clause begins.
  static bool ends_name(std::string_view w) {
    return w.ends_with("ed") || is_auxiliary(w) || state_role(w) != nullptr ||
           deed_role(w) != nullptr ||
           text::is_one_of(w, "said", "says", "that", "which", "who", "after", "when", "as", "and",
                           "or", "but", "people", "could", "would", "may", "might", "will", "if",
                           "than", "not", "including", "with", "while", "by");
  }
  // What "toll" or "number of dead" at this word counts.
  [[nodiscard]] const CountRole* counted_by_name(std::size_t i) const {
    if (word(i) == "toll" && i > 0 && text::is_one_of(word(i - 1), "death", "the", "official"))
      return &role_named("dead");
    if (text::is_one_of(word(i), "toll", "tally", "count", "total") && i > 0) {
      if (text::is_one_of(word(i - 1), "death", "fatality", "deaths")) return &role_named("dead");
      if (text::is_one_of(word(i - 1), "injury", "injuries")) return &role_named("injured");
    }
    if (word(i) == "deaths" && i >= 2 && word(i - 1) == "of" && word(i - 2) == "number")
      return &role_named("dead");
    const CountRole* role = toll_role(word(i));
    if (role == nullptr || text::is_one_of(word(i + 1), "or", "and")) return nullptr;
    std::size_t k = i;
    while (k > 0 && text::is_one_of(word(k - 1), "people", "the", "those", "confirmed")) --k;
    const bool is_counted =
        k >= 2 && word(k - 1) == "of" &&
        text::is_one_of(word(k - 2), "number", "tally", "count", "total", "figure", "toll", "list");
    return is_counted ? role : nullptr;
  }

  // "a crowd of 300", "put the crowd at 300", "the turnout as 300"
  [[nodiscard]] std::optional<Binding> crowd() const {
    const bool is_of =
        before(1) == "of" && text::is_one_of(before(2), "crowd", "attendance", "turnout");
    const bool is_at =
        text::is_one_of(before(1), "at", "as") && text::is_one_of(before(2), "crowd", "turnout") &&
        text::is_one_of(before(4), "put", "gave", "estimated", "puts", "gives", "estimates");
    if ((!is_of && !is_at) || (noun_.is_there && noun_.unit != "people")) return std::nullopt;
    const CountRole& role = role_named("those who came");
    return Binding{role.name, "count", role.course, "people", noun_.end, false};
  }

  // "sold for £3m"
  [[nodiscard]] std::optional<Binding> money() const {
    const CountRole* role = nullptr;
    if (before(1) == "for" && text::is_one_of(before(2), "sold", "bought", "auctioned"))
      role = &role_named("sold for");
    if (before(1) == "fetched") role = &role_named("sold for");
    if (before(1) == "fined") role = &role_named("fined");
    if (role == nullptr || !text::is_one_of(word(amount_.last), "", ",", ";", "at", "on", "in",
                                            "and", "to", "by", "last", "after", "when"))
      return std::nullopt;
    return Binding{role->name, "money", role->course, amount_.currency, amount_.last, false};
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view{};
  }
  // The n-th word before the amount; empty when there is none.
  [[nodiscard]] std::string_view before(std::size_t n) const {
    return n <= amount_.first ? word(amount_.first - n) : std::string_view{};
  }

  Words words_;
  const Amount& amount_;
  const NounBehind& noun_;
};

}  // namespace

std::optional<Binding> toll_of(Words words, const Amount& amount, const NounBehind& noun) {
  return Reader(words, amount, noun).toll();
}

std::optional<Binding> crowd_of(Words words, const Amount& amount, const NounBehind& noun) {
  return Reader(words, amount, noun).crowd();
}

std::optional<Binding> sum_of(Words words, const Amount& amount) {
  return Reader(words, amount, {}).money();
}

}  // namespace fabula::values
