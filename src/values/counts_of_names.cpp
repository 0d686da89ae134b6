#include "values/counts_of_names.hpp"

#include <string_view>

#include "text/one_of.hpp"
#include "values/roles.hpp"

namespace fabula::values {
namespace {

bool is_kind_of_place(std::string_view word) {
  return text::is_one_of(word, "island", "islands", "city", "town", "village", "county", "district",
                         "province", "valley", "region", "state");
}

class Reader {
 public:
  Reader(Words words, const Amount& amount) : words_(words), amount_(amount) {}

  [[nodiscard]] std::optional<Binding> read() const {
    std::size_t at = amount_.first;
    if (at < 2) return std::nullopt;
    // "home to 120,000 people", "with a population of 120,000", "has 120,000 residents"
    if (word(at - 1) == "to" && word(at - 2) == "home") return made("residents", at - 2);
    if (word(at - 1) == "of" && word(at - 2) == "population") {
      at -= 2;
      while (at > 0 && text::is_one_of(word(at - 1), "a", "an", "the", "total", "estimated")) --at;
      if (at == 0 || !text::is_one_of(word(at - 1), "with", "has", "had")) return std::nullopt;
      // "Karsk is a port on the Grey Sea, with a population of ...": its subject.
      const bool is_subject = words_.front().is_capital && text::is_one_of(word(1), "is", "was");
      return made("residents", is_subject ? 1 : at - 1);
    }
    if (text::is_one_of(word(at - 1), "has", "had") &&
        text::is_one_of(word(amount_.last), "residents", "inhabitants"))
      return made("residents", at - 1);
    // "mother of four"
    if (word(at - 1) == "of" &&
        text::is_one_of(word(at - 2), "mother", "father", "mum", "mom", "dad")) {
      at -= 2;
      while (at > 0 && text::is_one_of(word(at - 1), "a", "an", "the", "was", "is", "married",
                                       "single", "young", "devoted", "proud"))
        --at;
      return made("children", at);
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view{};
  }

  // The name that ends right before word `at`, but for a mark, an age and what kind of place it is.
  [[nodiscard]] std::optional<Binding> made(std::string_view name, std::size_t at) const {
    constexpr std::size_t kMostBetween = 4;
    const std::size_t first = at > kMostBetween ? at - kMostBetween : 0;
    for (std::size_t i = at; i > first; --i) {
      const language::SentenceWord& before = words_[i - 1];
      const bool is_kind = is_kind_of_place(before.lower);
      if (before.is_capital && before.lower.size() > 2 && !is_kind) {
        const CountRole& role = role_named(name);
        Binding binding{role.name, "count", role.course, "people", amount_.last, false};
        binding.of = before.range;
        return binding;
      }
      const bool is_age = before.lower.front() >= '0' && before.lower.front() <= '9';
      if (!before.is_mark && !is_age && !is_kind &&
          !text::is_one_of(before.lower, "is", "was", "who", "which", "itself"))
        return std::nullopt;
    }
    return std::nullopt;
  }

  Words words_;
  const Amount& amount_;
};

}  // namespace

std::optional<Binding> of_name(Words words, const Amount& amount) {
  if (amount.is_year_like || amount.is_share || !amount.currency.empty()) return std::nullopt;
  return Reader(words, amount).read();
}

}  // namespace fabula::values
