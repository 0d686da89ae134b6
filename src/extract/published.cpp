#include "extract/published.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace fabula::extract {
namespace {

// Where a date may come from, the most trusted first, and how a reader is told.
struct Origin {
  std::string_view name;
  std::string_view sentence;
};
constexpr auto kOrigins = std::to_array<Origin>({
    {"json-ld", "the page states it for search engines"},
    {"meta", "the page states it in its head"},
    {"microdata", "the page marks it as the date of publication"},
    {"record", "the record's field states it"},
    {"front-matter", "the front matter of the file states it"},
    {"first-line", "the first lines of the file state it"},
    {"byline", "it stands beside the byline"},
    {"dateline", "the dateline of the article states it"},
    {"last-line", "the last line of the file states it"},
    {"time", "it stands at the head of the article"},
    {"url", "the address of the page names it"},
});

constexpr Day kEpoch{};
constexpr Day kEarliest{std::chrono::year_month_day{std::chrono::year{1900}, std::chrono::January,
                                                    std::chrono::day{1}}};
// A page saved at 23:00 in one time zone may be dated the next day in another.
constexpr std::chrono::days kZoneTolerance{1};

std::optional<std::size_t> rank_of(std::string_view origin) {
  for (std::size_t i = 0; i < kOrigins.size(); ++i)
    if (kOrigins[i].name == origin) return i;
  return std::nullopt;
}

std::optional<Day> day_of_capture(const Article& article) {
  for (const DateCandidate& candidate : article.date_candidates)
    if (candidate.origin == "captured" && candidate.rejected.empty()) return candidate.when.latest;
  return std::nullopt;
}

// The earliest day by which the source shows that the article was there: a page that was saved or
// changed on a day had appeared by then.
const DateCandidate* upper_bound_of(const Article& article) {
  const DateCandidate* bound = nullptr;
  for (const DateCandidate& candidate : article.date_candidates) {
    if (candidate.origin != "captured" && candidate.origin != "modified") continue;
    if (!candidate.when.latest || *candidate.when.latest < kEarliest ||
        *candidate.when.latest <= kEpoch)
      continue;
    if (bound == nullptr || *candidate.when.latest < *bound->when.latest) bound = &candidate;
  }
  return bound;
}

// Why this candidate cannot be the day the article appeared; empty when it can.
std::string reason_against(const DateCandidate& candidate, std::optional<Day> captured,
                           std::optional<Day> not_after) {
  if (candidate.origin == "comment") return "it is the date of a comment";
  if (candidate.origin == "modified") return "it is the date of a later change";
  if (candidate.origin == "file") return "it is the date of the file";
  if (candidate.origin == "captured") return "it is the date the page was saved";
  if (!candidate.when.known() || !candidate.when.earliest) return "it names no day, month or year";
  const Day earliest = *candidate.when.earliest;
  if (earliest == kEpoch && candidate.when.latest == kEpoch)
    return "1970-01-01 is what computers write when they know no date";
  if (earliest < kEarliest) return "it lies before 1900";
  if (not_after && earliest > *not_after) return "it lies in the future";
  if (captured && earliest > *captured + kZoneTolerance)
    return fmt::format("it lies after the day the page was saved, {}", iso(*captured));
  if (!rank_of(candidate.origin)) return "its origin says nothing about publication";
  return {};
}

bool lies_inside(const When& inner, const When& outer) {
  return inner.earliest && inner.latest && outer.earliest && outer.latest &&
         *outer.earliest <= *inner.earliest && *inner.latest <= *outer.latest;
}

// The most trusted candidate; of several that agree with it, the one that says it most finely.
DateCandidate* best_of(std::vector<DateCandidate>& candidates) {
  DateCandidate* best = nullptr;
  for (DateCandidate& candidate : candidates) {
    if (!candidate.rejected.empty()) continue;
    if (best == nullptr || *rank_of(candidate.origin) < *rank_of(best->origin)) best = &candidate;
  }
  if (best == nullptr) return nullptr;
  DateCandidate* finest = best;
  for (DateCandidate& candidate : candidates)
    if (candidate.rejected.empty() && candidate.when.grain < finest->when.grain &&
        lies_inside(candidate.when, best->when))
      finest = &candidate;
  return finest;
}

}  // namespace

void choose_published(Article& article, const ExtractOptions& options) {
  const std::optional<Day> captured = day_of_capture(article);
  for (DateCandidate& candidate : article.date_candidates)
    if (candidate.rejected.empty())
      candidate.rejected = reason_against(candidate, captured, options.not_after);

  article.published = {};
  DateCandidate* chosen = best_of(article.date_candidates);
  if (chosen == nullptr) {
    article.published.because = {"the source states no date that could be the publication date"};
    if (const DateCandidate* bound = upper_bound_of(article)) {
      article.published.when = when_between(std::nullopt, bound->when.latest, Grain::kDay);
      article.published.because.push_back(
          fmt::format("the page was {} on {}, so it appeared by then",
                      bound->origin == "captured" ? "saved" : "changed", iso(*bound->when.latest)));
    }
    return;
  }
  chosen->chosen = true;
  article.published.when = chosen->when;
  article.published.basis = DateBasis::kStated;
  article.published.because = {std::string(kOrigins[*rank_of(chosen->origin)].sentence)};
  if (!chosen->range.empty()) article.published.evidence = {chosen->range};
  for (const DateCandidate& other : article.date_candidates)
    if (other.rejected.empty() && !other.chosen && !lies_inside(chosen->when, other.when) &&
        !lies_inside(other.when, chosen->when))
      article.published.because.push_back(
          fmt::format("against it: {} (origin: {})", other.when.edtf, other.origin));
}

}  // namespace fabula::extract
