#include "dating/stated_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "dating/equal_texts.hpp"
#include "language/telling.hpp"

namespace fabula::dating {

using language::Telling;
using language::telling_of;

namespace {

using std::chrono::days;

std::string n_days(days n) {
  return fmt::format("{} {}", n.count(), n.count() == 1 ? "day" : "days");
}

bool states_a_day(const Article& article) {
  const Published& published = article.published;
  return published.basis == DateBasis::kStated && published.when.earliest && published.when.latest;
}

// Dates to the day that stand on the wrong side of the stated day, the first of each kind. A year
// alone is often what something is for ("raised money for 2016"), which telling_of may not see.
void doubt_by_told_dates(const Pile& pile, std::uint32_t a, std::vector<DateStep>& against) {
  constexpr days kTimeZones{1};
  const AnnotatedArticle& article = pile.articles[a];
  const When& stated = article.article.published.when;
  bool is_past_found = false;
  bool is_future_found = false;
  for (const TimeExpression& time : article.times) {
    const bool is_day = time.type == TimeType::kDate || time.type == TimeType::kTime;
    const bool is_fine = is_day && time.anchor == "none" && time.when.grain <= Grain::kDay;
    if (!is_fine || !time.when.earliest || !time.when.latest) continue;
    const bool is_later = *time.when.earliest > *stated.latest + kTimeZones;
    const bool is_earlier = *time.when.latest + kTimeZones < *stated.earliest;
    if (!is_later && !is_earlier) continue;
    const Telling telling = telling_of(article, time);
    const Span words{a, time.range};
    if (is_later && telling == Telling::kPast && !is_past_found) {
      is_past_found = true;
      against.push_back(
          {"against",
           fmt::format("“{}” (this article): told as past, {} after the day it states, {}",
                       quoted_words(pile, words), n_days(*time.when.earliest - *stated.latest),
                       stated.edtf),
           {words},
           "date.told-past"});
    } else if (is_earlier && telling == Telling::kFuture && !is_future_found) {
      is_future_found = true;
      against.push_back(
          {"against",
           fmt::format("“{}” (this article): told as to come, {} before the day it states, {}",
                       quoted_words(pile, words), n_days(*stated.earliest - *time.when.latest),
                       stated.edtf),
           {words},
           "date.told-future"});
    }
  }
}

// The earliest article with the same words, where it is much earlier.
void doubt_by_copies(const Pile& pile, const EqualTexts& texts, std::vector<ArticleDate>& out) {
  constexpr std::size_t kMostTried = 16;  // of the earliest
  const auto day_of = [&](std::uint32_t a) {
    return *pile.articles[a].article.published.when.earliest;
  };
  for (const CopyGroup& group : pile.copies) {
    std::vector<std::pair<Day, std::uint32_t>> dated;
    for (const std::uint32_t a : group.articles)
      if (states_a_day(pile.articles[a].article)) dated.emplace_back(day_of(a), a);
    std::ranges::sort(dated);
    for (const auto& [day, a] : dated) {
      for (std::size_t i = 0; i < std::min(dated.size(), kMostTried); ++i) {
        const auto& [earlier_day, b] = dated[i];
        if (day - earlier_day <= days{kMostDaysLate}) break;
        if (!texts.are_equal(a, b)) continue;
        const Span own = lead_of(pile, a);
        const Span theirs = lead_of(pile, b);
        if (own.range.empty() || theirs.range.empty()) break;
        ArticleDate& doubted = out.emplace_back();
        doubted.article = a;
        doubted.steps.push_back(
            {"against",
             fmt::format("“{}” (this article) and “{}” (article of {}): nearly all its words stood "
                         "there {} before the day it states, {}; it was probably published again",
                         quoted_words(pile, own), quoted_words(pile, theirs),
                         pile.articles[b].article.published.when.edtf, n_days(day - earlier_day),
                         pile.articles[a].article.published.when.edtf),
             {own, theirs},
             "date.copy"});
        break;
      }
    }
  }
}

}  // namespace

std::vector<ArticleDate> doubt_stated_days(const Pile& pile) {
  std::vector<ArticleDate> out;
  for (std::uint32_t a = 0; a < pile.articles.size(); ++a) {
    if (!states_a_day(pile.articles[a].article)) continue;
    ArticleDate doubted;
    doubted.article = a;
    doubt_by_told_dates(pile, a, doubted.steps);
    if (!doubted.steps.empty()) out.push_back(std::move(doubted));
  }
  std::vector<ArticleDate> copies;
  doubt_by_copies(pile, EqualTexts(pile), copies);
  for (ArticleDate& copy : copies) {
    const auto at = std::ranges::lower_bound(out, copy.article, {}, &ArticleDate::article);
    if (at != out.end() && at->article == copy.article)
      at->steps.push_back(std::move(copy.steps.front()));
    else
      out.insert(at, std::move(copy));
  }
  return out;
}

}  // namespace fabula::dating
