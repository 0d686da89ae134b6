#include "language/denial.hpp"

#include <algorithm>
#include <string_view>

#include "text/one_of.hpp"

namespace fabula::language {
namespace {

using text::is_one_of;

constexpr std::size_t kNowhere = ~std::size_t{0};
constexpr std::size_t kMostBetween = 20;  // words
constexpr std::size_t kMostBehind = 12;

bool is_not(std::string_view word) {
  return is_one_of(word, "not", "never", "cannot") || word.ends_with("n't") ||
         word.ends_with("n\u2019t");
}

bool is_nobody(std::string_view word) {
  return is_one_of(word, "nobody", "none", "neither", "nothing");
}

// What may stand between a "not" and its verb.
bool is_helper(std::string_view word) {
  return is_one_of(word, "was", "were", "is", "are", "be", "been", "being", "has", "have", "had",
                   "having", "got", "do", "does", "did") ||
         is_one_of(word, "yet", "ever", "even", "also", "then", "actually", "again", "himself",
                   "herself", "themselves") ||
         (word.size() > 4 && word.ends_with("ly"));
}

// "not only resigned", "not yet fully opened": something did happen.
bool is_in_part(std::string_view word) {
  return is_one_of(word, "only", "just", "merely", "simply", "fully", "completely", "entirely",
                   "wholly");
}

bool begins_clause(std::string_view word) {
  return is_one_of(word, "and", "but", "or", "after", "before", "when", "while", "who", "which",
                   "whom", "whose", "as", "since", "because", "until", "if", "where", "although",
                   "though", "so", "than", "once", "that", "how", "why", "what");
}

bool is_denying(std::string_view word) {
  return is_one_of(word, "denied", "denies", "deny", "denying");
}

bool is_rumour(std::string_view word) {
  return is_one_of(word, "report", "reports", "rumour", "rumours", "rumor", "rumors", "claim",
                   "claims", "suggestion", "suggestions", "allegation", "allegations", "talk");
}

class Reader {
 public:
  Reader(std::span<const SentenceWord> words, std::size_t at) : words_(words), at_(at) {}

  // "has not yet been charged", "nobody was hurt", "no new charges have been filed"
  [[nodiscard]] bool is_not_done() const {
    std::size_t i = at_;
    for (; i > 0 && !words_[i - 1].is_mark; --i) {
      const std::string_view before = word(i - 1);
      if (is_not(before)) return !is_in_part(word(i)) && !comes_to_pass();
      if (is_in_part(before) || !is_helper(before)) break;
    }
    return begins_with_nobody(i) && !comes_to_pass();
  }

  // "made no arrests", "no further arrests"
  [[nodiscard]] bool is_of_none() const {
    constexpr std::size_t kClose = 2;  // words
    for (std::size_t i = at_; i > 0 && at_ - i < kClose && !words_[i - 1].is_mark; --i)
      if (word(i - 1) == "no") return true;
    return false;
  }

  [[nodiscard]] bool is_denied(bool is_noun) const {
    const std::size_t first = at_ - std::min(at_, kMostBetween);
    for (std::size_t i = at_; i-- > first && !words_[i].is_mark;) {
      const std::string_view each = word(i);
      if (is_denying(each)) return denies(i) && (is_noun ? is_rumour_of(i) : is_told_bare(i));
      if (each == "that") return is_untrue(i) || is_denied_before(i);
      if (begins_clause(each)) return false;
    }
    return false;
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i].lower) : std::string_view();
  }

  // "was not arrested until Monday": then it was.
  [[nodiscard]] bool comes_to_pass() const {
    const std::size_t end = std::min(words_.size(), at_ + kMostBehind);
    for (std::size_t i = at_ + 1; i < end && !words_[i].is_mark; ++i)
      if (is_one_of(word(i), "until", "till", "before")) return true;
    return false;
  }

  // Is the subject that ends before `end` nobody?
  [[nodiscard]] bool begins_with_nobody(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && end - begin < kMostBetween && !words_[begin - 1].is_mark &&
           !begins_clause(word(begin - 1)))
      --begin;
    if (begin == end) return false;
    if (is_nobody(word(begin))) return true;
    return word(begin) == "no" && begin + 1 < end &&
           !is_one_of(word(begin + 1), "doubt", "longer", "sooner", "matter");
  }

  // Does the word of denying deny? Not: "could not deny", "nobody denied", "cannot be denied".
  [[nodiscard]] bool denies(std::size_t i) const {
    constexpr std::size_t kClose = 3;  // words
    for (std::size_t k = i; k > 0 && i - k < kClose && !words_[k - 1].is_mark; --k) {
      const std::string_view before = word(k - 1);
      if (is_not(before) || is_nobody(before) || is_one_of(before, "hardly", "no")) return false;
    }
    return true;
  }

  // "denied reports of her resignation", "denies any claim of fraud"
  [[nodiscard]] bool is_rumour_of(std::size_t deny) const {
    for (std::size_t i = deny + 1; i < at_; ++i)
      if (is_rumour(word(i))) return is_one_of(word(i + 1), "of", "about");
    return false;
  }

  // "denied resigning", "denied having ever resigned", "denied she had resigned"
  [[nodiscard]] bool is_told_bare(std::size_t deny) const {
    std::size_t i = deny + 1;
    const bool has_subject =
        is_one_of(word(i), "he", "she", "they", "we", "i") || (i < at_ && words_[i].is_capital);
    if (has_subject)
      while (i < at_ && (words_[i].is_capital || i == deny + 1)) ++i;
    const std::size_t first_helper = i;
    while (i < at_ && is_helper(word(i))) ++i;
    if (i < at_) return false;
    if (has_subject) return first_helper < at_;
    return first_helper < at_ || word(at_).ends_with("ing");
  }

  // "It is untrue that", "false reports that", "a denial that"
  [[nodiscard]] bool is_untrue(std::size_t that) const {
    std::size_t i = that;
    if (i > 0 && is_rumour(word(i - 1))) --i;
    if (i == 0) return false;
    const std::string_view before = word(i - 1);
    return is_one_of(before, "untrue", "false", "denial", "denials") ||
           (before == "true" && i > 1 && is_not(word(i - 2)));
  }

  // "denied that", "denied on Monday that", "denied rumours that"
  [[nodiscard]] bool is_denied_before(std::size_t that) const {
    constexpr std::size_t kClose = 5;  // words
    const std::size_t first = that - std::min(that, kClose);
    for (std::size_t i = that; i-- > first && !words_[i].is_mark;) {
      if (is_denying(word(i))) return denies(i);
      if (begins_clause(word(i))) return false;
    }
    return false;
  }

  std::span<const SentenceWord> words_;
  std::size_t at_;
};

}  // namespace

Denial denial_of(std::span<const SentenceWord> words, std::size_t at, bool is_noun) {
  const Reader reader(words, at);
  if (is_noun ? reader.is_of_none() : reader.is_not_done()) return Denial::kNot;
  return reader.is_denied(is_noun) ? Denial::kDenied : Denial::kNone;
}

}  // namespace fabula::language
