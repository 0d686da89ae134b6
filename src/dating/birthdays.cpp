#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "dating/ages.hpp"
#include "language/numbers.hpp"
#include "language/telling.hpp"
#include "language/whom.hpp"
#include "text/utf8.hpp"

namespace fabula::dating {

using language::ordinal_of;
using language::PlainText;
using language::stands_apart;
using language::subject_before;
using language::Whom;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class BirthdayFinder {
 public:
  BirthdayFinder(const AnnotatedArticle& article, const std::vector<AgeClue>& ages)
      : article_(article), plain_(article), ages_(ages), text_(article.article.text) {}

  std::vector<BirthdayClue> find() {
    for (const Sentence& sentence : article_.segmentation.sentences) read(sentence.range);
    return std::move(found_);
  }

 private:
  void read(Range sentence) {
    const std::string lower = text::ascii_lower(words_of(text_, sentence));
    const bool may_turn = lower.find("turn") != lower.npos;
    const bool may_have_birthday = lower.find("birthday") != lower.npos;
    if ((!may_turn && !may_have_birthday) || stands_apart(article_, sentence)) return;
    for (const std::string_view verb : {"turned ", "turns ", "turning "})
      if (const auto at = lower.find(verb); at != lower.npos)
        read_turned(sentence, lower, at, verb);
    if (const auto at = lower.find(" birthday"); at != lower.npos)
      read_birthday(sentence, lower, at);
  }

  // "turned 40 on Tuesday"
  void read_turned(Range sentence, const std::string& lower, std::size_t at,
                   std::string_view verb) {
    std::size_t n = at + verb.size();
    int value = 0;
    while (n < lower.size() && is_digit(lower[n]) && value < 1000)
      value = value * 10 + (lower[n++] - '0');
    if (value < 1 || value > 120) return;
    add(sentence, at, n, value, false, true);
  }

  // "his second birthday on Saturday", "this year's birthday celebrations"
  void read_birthday(Range sentence, const std::string& lower, std::size_t at) {
    if (lower.find("eve of ") < at) return;  // make_anniversaries.cpp
    std::size_t begin = at;
    while (begin > 0 && lower[begin - 1] != ' ') --begin;
    if (std::string_view(lower).substr(0, begin).ends_with("this ")) begin -= 5;
    const std::size_t end = at + std::string_view(" birthday").size();
    if (const auto n = ordinal_of(std::string_view(lower).substr(begin, at - begin))) {
      if (*n >= 1 && *n <= 120) add(sentence, begin, end, *n, false);
      return;
    }
    const std::string_view before = std::string_view(lower).substr(0, at);
    if (!before.ends_with(" year's") && !before.ends_with(" year’s") && !before.ends_with(" her") &&
        !before.ends_with(" his"))
      return;
    // Whose age the article tells: one person's, once.
    if (ages_.size() != 1 || ages_[0].is_months) return;
    add(sentence, begin, end, ages_[0].n, true);
  }

  // "marked her 40th": a birthday that is over. Of others ("ready for his 40th") nobody knows.
  static bool is_celebrated(const std::string& before) {
    constexpr std::size_t kClose = 40;  // bytes
    const std::string_view near =
        std::string_view(before).substr(before.size() - std::min(before.size(), kClose));
    for (const std::string_view verb : {"celebrated ", "marked ", "held ", "spent ", "reached ",
                                        "enjoyed ", "toasted ", "had ", "threw ", "observed "})
      if (near.find(verb) != near.npos && near.find(" be ") == near.npos) return true;
    return false;
  }

  // "a week on Sunday": not that Sunday.
  [[nodiscard]] bool is_week_later(Range time) const {
    const std::string_view before = text_.substr(0, time.begin);
    return before.ends_with(" week on ") || before.ends_with(" fortnight on ");
  }

  // With the nearest time of the sentence, and the person spoken of.
  void add(Range sentence, std::size_t begin, std::size_t end, int n, bool is_near,
           bool is_turned = false) {
    const auto from = static_cast<std::uint32_t>(sentence.begin + begin);
    const auto to = static_cast<std::uint32_t>(sentence.begin + end);
    if (!plain_.holds({from, to})) return;
    std::optional<std::size_t> best;
    std::uint32_t best_gap = UINT32_MAX;
    for (std::size_t i = 0; i < article_.times.size(); ++i) {
      const TimeExpression& time = article_.times[i];
      if (!sentence.contains(time.range) || !plain_.holds(time.range)) continue;
      if (time.type != TimeType::kDate && time.type != TimeType::kTime) continue;
      if (time.range.overlaps({from, to}) || time.value.ends_with("_REF")) continue;
      const std::uint32_t gap =
          time.range.begin >= to ? time.range.begin - to : from - std::min(from, time.range.end);
      constexpr std::uint32_t kFarthest = 12;  // bytes: "turned 40 on Tuesday"
      if (!is_near && gap > kFarthest) continue;
      if (gap < best_gap) {
        best = i;
        best_gap = gap;
      }
    }
    if (!best || is_week_later(article_.times[*best].range)) return;
    const Whom whom =
        is_near ? Whom{ages_[0].thing, ages_[0].unnamed} : subject_before(article_, sentence, from);
    if (whom.thing < 0 && whom.unnamed.empty()) return;
    const Range time = article_.times[*best].range;
    const Range range = is_near || time.begin < from ? Range{from, to} : Range{from, time.end};
    const std::string before = text::ascii_lower(words_of(text_, Range{sentence.begin, from}));
    const bool is_either = before.find("would have ") != before.npos ||
                           (!is_turned && !is_near && !is_celebrated(before));
    found_.push_back({range, whom.thing, n, static_cast<std::int32_t>(*best), is_near, is_either,
                      whom.unnamed, is_near ? ages_[0].range : Range{}});
  }

  const AnnotatedArticle& article_;
  PlainText plain_;
  const std::vector<AgeClue>& ages_;
  std::string_view text_;
  std::vector<BirthdayClue> found_;
};

}  // namespace

std::vector<BirthdayClue> find_birthdays(const AnnotatedArticle& article,
                                         const std::vector<AgeClue>& ages) {
  return BirthdayFinder(article, ages).find();
}

}  // namespace fabula::dating
