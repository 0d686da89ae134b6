#include "timeline/news_ages.hpp"

#include <string_view>

#include "text/one_of.hpp"

namespace fabula::timeline {
namespace {

using text::is_one_of;

constexpr std::size_t kOldest = 3;  // digits
constexpr std::size_t kToName = 7;  // words from an age back to the name it stands beside

class Around {
 public:
  Around(std::span<const NewsWord> words, std::size_t first, std::size_t last)
      : words_(words), first_(first), last_(last) {}

  bool is_age() const {
    if (last_ != first_ + 1 || words_[first_].kind != NewsWord::Kind::kNumber) return false;
    const std::string_view digits = words_[first_].lower;
    if (digits.size() > kOldest || digits.find_first_not_of("0123456789") != digits.npos)
      return false;
    const std::string_view before = at(1);
    if (is_one_of(before, "aged", "age")) return true;
    const std::string_view next = last_ < words_.size() ? words_[last_].lower : ".";
    if (before == "(") return next == ")" && is_name(2);
    const bool ends = is_one_of(next, ",", ".", ";", ")");
    if (before == "now" && first_ == 1) return true;
    if (before == "," || (ends && is_one_of(before, "then", "now")))
      return (ends || is_one_of(next, "of", "from", "who", "at")) && has_name_before();
    if (is_one_of(next, "months", "weeks"))
      return last_ + 1 < words_.size() && words_[last_ + 1].lower == "old";
    if (is_one_of(before, "was", "is", "turned", "turns"))
      return (ends || is_one_of(next, "when", "at", "today", "and")) &&
             (is_one_of(at(2), "he", "she", "who") ||
              (is_name(2) && !is_one_of(at(2), "it", "that", "this", "there")));
    return false;
  }

 private:
  // The n-th word before the number.
  std::string_view at(std::size_t n) const {
    return n <= first_ ? words_[first_ - n].lower : std::string_view();
  }
  bool is_name(std::size_t n) const { return n <= first_ && words_[first_ - n].is_capital; }

  bool has_name_before() const {
    for (std::size_t n = 2; n < kToName && n <= first_; ++n) {
      if (words_[first_ - n].kind == NewsWord::Kind::kNumber) return false;
      if (is_name(n)) return true;
    }
    return false;
  }

  std::span<const NewsWord> words_;
  std::size_t first_;
  std::size_t last_;
};

}  // namespace

bool is_age(std::span<const NewsWord> words, std::size_t first, std::size_t last) {
  return Around(words, first, last).is_age();
}

}  // namespace fabula::timeline
