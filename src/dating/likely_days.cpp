#include "dating/likely_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fabula::dating {
namespace {

constexpr std::chrono::days kAround{7};
constexpr std::size_t kLeastArticles = 3;
constexpr double kLeastShare = 0.65;      // of the weight
constexpr std::size_t kMostTerms = 3;     // shown
constexpr std::size_t kMostArticles = 3;  // shown for each term

struct Dated {
  Day day;
  double weight = 0;
  const AlikeArticle* alike = nullptr;
};

// Many that are a little alike say less than one that is much alike.
double weight_of(const AlikeArticle& alike) {
  const double squared = static_cast<double>(alike.cosine) * alike.cosine;
  return squared * squared;
}

// Those within kAround of the day around which most of the weight lies; the earliest such day.
std::vector<Dated> crowd_of(const std::vector<Dated>& dated) {
  std::vector<Dated> best;
  double most = 0;
  for (const Dated& centre : dated) {
    std::vector<Dated> around;
    double weight = 0;
    for (const Dated& other : dated) {
      if (other.day < centre.day - kAround || other.day > centre.day + kAround) continue;
      around.push_back(other);
      weight += other.weight;
    }
    if (weight <= most) continue;
    most = weight;
    best = std::move(around);
  }
  return best;
}

double weight_of(const std::vector<Dated>& some) {
  double sum = 0;
  for (const Dated& each : some) sum += each.weight;
  return sum;
}

// The day by which half of the weight has appeared; `crowd` by day.
Day median_of(const std::vector<Dated>& crowd) {
  double rest = weight_of(crowd) / 2;
  for (const Dated& each : crowd) {
    rest -= each.weight;
    if (rest <= 0) return each.day;
  }
  return crowd.back().day;
}

// What this article has in common with a crowd: where it stands here, and in which of the crowd.
struct CommonTerm {
  Range here;
  float share = 0;
  std::vector<Span> there;  // most alike article first
};

std::vector<CommonTerm> common_terms(const std::vector<AlikeArticle>& crowd) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, CommonTerm> by_place;
  for (const AlikeArticle& alike : crowd)
    for (const SharedTerm& term : alike.terms) {
      CommonTerm& common = by_place[{term.here.begin, term.here.end}];
      common.here = term.here;
      common.share += term.share;
      common.there.push_back({alike.article, term.there});
    }
  std::vector<CommonTerm> all;
  for (auto& [place, common] : by_place) all.push_back(std::move(common));
  std::ranges::stable_sort(all, std::ranges::greater{}, &CommonTerm::share);
  std::vector<CommonTerm> out;
  for (CommonTerm& common : all) {
    if (out.size() == kMostTerms) break;
    const auto overlaps = [&](const CommonTerm& other) { return other.here.overlaps(common.here); };
    if (std::ranges::none_of(out, overlaps)) out.push_back(std::move(common));
  }
  return out;
}

}  // namespace

void guess_day(const Pile& pile, std::span<const AlikeArticle> nearest, ArticleDate& date) {
  if (date.when.likely) return;
  const When& bounds = pile.articles[date.article].article.published.when;
  std::vector<Dated> dated;
  for (const AlikeArticle& alike : nearest) {
    const Day day = *pile.articles[alike.article].article.published.when.earliest;
    const auto is_possible = [&](const When& when) {
      return (!when.earliest || *when.earliest <= day) && (!when.latest || day <= *when.latest);
    };
    if (is_possible(date.when) && is_possible(bounds))
      dated.push_back({day, weight_of(alike), &alike});
  }
  std::ranges::stable_sort(dated, {}, &Dated::day);
  const std::vector<Dated> crowd = crowd_of(dated);
  if (crowd.size() < kLeastArticles || weight_of(crowd) < kLeastShare * weight_of(dated)) return;

  std::vector<AlikeArticle> articles;
  for (const AlikeArticle& alike : nearest)
    if (std::ranges::any_of(crowd, [&](const Dated& each) { return each.alike == &alike; }))
      articles.push_back(alike);
  const std::vector<CommonTerm> terms = common_terms(articles);
  for (const CommonTerm& term : terms) {
    DateStep step;
    step.end = "likely";
    step.rule = "date.likely-crowd";
    step.words.push_back({date.article, term.here});
    step.because = fmt::format("“{}” (this article)", quoted_words(pile, step.words.back()));
    for (const Span& there : term.there) {
      if (step.words.size() > kMostArticles) break;
      step.words.push_back(there);
      step.because += fmt::format(" and “{}” (article of {})", quoted_words(pile, there),
                                  pile.articles[there.article].article.published.when.edtf);
    }
    date.guess.push_back(std::move(step));
  }
  if (date.guess.empty()) return;
  date.guess.back().because +=
      fmt::format(": {} of the {} dated articles most like it appeared {} to {}", crowd.size(),
                  dated.size(), iso(crowd.front().day), iso(crowd.back().day));
  date.when.likely = median_of(crowd);
}

}  // namespace fabula::dating
