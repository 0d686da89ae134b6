#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "dating/bindings.hpp"
#include "dating/makers.hpp"
#include "language/telling.hpp"
#include "model/across.hpp"

namespace fabula::dating {

using language::sentence_at;
using language::stands_apart;

namespace {

std::size_t n_words(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

// "on Monday", of what has happened.
bool is_past_weekday(const TimeRelation& relation) {
  if (relation.tense >= 0 || relation.readings.size() != 1) return false;
  const auto& reading = relation.readings[0];
  return reading.size() == 2 && reading[0].kind == ConstraintKind::kWeekday &&
         reading[1].kind == ConstraintKind::kDays;
}

// "Monday-Friday"
bool is_part_of_range(std::string_view text, Range range) {
  const std::string_view before = text.substr(0, range.begin);
  const std::string_view behind = text.substr(range.end);
  return before.ends_with("-") || before.ends_with("\u2013") || behind.starts_with("-") ||
         behind.starts_with("\u2013");
}

// Does the whole sentence around `range` stand in the other article, too, to the letter? One that
// was changed may tell of another year's day.
bool is_whole_sentence(const AnnotatedArticle& article, const ReuseLink& link, Side side,
                       Range range) {
  constexpr std::size_t kFewestWords = 10;
  const Range sentence = sentence_at(article, range);
  if (sentence.empty() || !side_of(link, side).range.contains(sentence) ||
      n_words(words_of(article.article.text, sentence)) < kFewestWords)
    return false;
  return std::ranges::none_of(link.edits, [&](const TextEdit& edit) {
    const Range own = side == Side::kA ? edit.a : edit.b;
    return own.begin < sentence.end && own.end > sentence.begin;
  });
}

// "As October began ... on Wednesday": does the paragraph tell, before this time, of a day more
// than a month before it? Then the weekday may be of then.
bool tells_of_before(const AnnotatedArticle& article, std::size_t time) {
  constexpr int kFarthest = 31;  // days
  const auto& times = article.times;
  const auto& paragraphs = article.article.paragraphs;
  const auto next =
      std::ranges::upper_bound(paragraphs, times[time].range.begin, {},
                               [](const Paragraph& each) { return each.range.begin; });
  if (next == paragraphs.begin() || !times[time].when.earliest) return false;
  for (std::size_t i = time; i-- > 0 && times[i].range.begin >= (next - 1)->range.begin;)
    if (times[i].when.latest &&
        (*times[time].when.earliest - *times[i].when.latest).count() > kFarthest)
      return true;
  return false;
}

}  // namespace

void add_shared_times(const Sources& sources, Evidence& evidence) {
  const Pile& pile = sources.pile;
  const auto time_at = [&](std::uint32_t a, Range range) -> std::int32_t {
    const auto& times = pile.articles[a].times;
    for (std::size_t i = 0; i < times.size(); ++i)
      if (times[i].range.overlaps(range)) return static_cast<std::int32_t>(i);
    return -1;
  };
  // Bytes of each undated article that stand in a dated one, too.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shared;
  for (const ReuseLink& link : pile.reuse)
    for (const Side side : {Side::kA, Side::kB})
      if (sources.is_undated(side_of(link, side).article))
        shared[{side_of(link, side).article, side_of(link, other(side)).article}] +=
            side_of(link, side).range.size();
  // A paragraph of background is carried along for months; with this much in common it is the news.
  constexpr std::size_t kOneIn = 5;
  struct Twin {
    std::uint32_t article;
    Range range;
    std::pair<DayNumber, DayNumber> days;
  };
  std::map<RecordRef, std::vector<Twin>> twins;  // by article and time
  for (const ReuseLink& link : pile.reuse) {
    if (link.type == "furniture" || link.type == "chance" || link.type == "credit") continue;
    for (const Side side : {Side::kA, Side::kB}) {
      const Span& own = side_of(link, side);
      const Span& theirs = side_of(link, other(side));
      if (!sources.is_undated(own.article) || sources.is_undated(theirs.article) ||
          kOneIn * shared[{own.article, theirs.article}] <
              pile.articles[own.article].article.text.size())
        continue;
      const auto& times = pile.articles[own.article].times;
      for (std::size_t i = 0; i < times.size(); ++i) {
        if (!own.range.contains(times[i].range) ||
            !is_whole_sentence(pile.articles[own.article], link, side, times[i].range))
          continue;
        const TimeRelation& relation = sources.relations[own.article][i];
        if (is_part_of_range(pile.articles[own.article].article.text, times[i].range) ||
            !is_past_weekday(relation) || !sources.plain[own.article].holds(times[i].range) ||
            stands_apart(pile.articles[own.article],
                         sentence_at(pile.articles[own.article], times[i].range)))
          continue;
        const Range there = across(link, side, times[i].range);
        const std::int32_t k = there.empty() ? -1 : time_at(theirs.article, there);
        if (k < 0) continue;
        const TimeExpression& twin =
            pile.articles[theirs.article].times[static_cast<std::size_t>(k)];
        const auto days = known_days(twin);
        if (tells_of_before(pile.articles[theirs.article], static_cast<std::size_t>(k))) continue;
        if (!days || twin.anchor != "published" ||
            !is_past_weekday(sources.relations[theirs.article][static_cast<std::size_t>(k)]) ||
            !sources.plain[theirs.article].holds(twin.range))
          continue;
        twins[{own.article, static_cast<std::uint32_t>(i)}].push_back(
            {theirs.article, twin.range, *days});
      }
    }
  }
  for (const auto& [own, all] : twins) {
    // Printed again weeks later, its weekday means another day there: which one does not show.
    const bool is_one_day =
        std::ranges::all_of(all, [&](const Twin& twin) { return twin.days == all.front().days; });
    if (!is_one_day) continue;
    const Range range = pile.articles[own.article].times[own.index].range;
    const TimeRelation& relation = sources.relations[own.article][own.index];
    for (const Twin& twin : all) {
      const Var meant = evidence.add_day({DayOf::kTime, "that was", -1, {own.article, range}});
      evidence.add(
          {"date.shared-time", {{own.article, range}, {twin.article, twin.range}}},
          evidence_of(kSharedTimeWeight, bound_to(relation, sources.published[own.article], meant),
                      {within(meant, twin.days.first, twin.days.second)}));
    }
  }
}

}  // namespace fabula::dating
