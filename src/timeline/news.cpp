#include "timeline/news.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

#include "timeline/news_events.hpp"
#include "timeline/news_facts.hpp"
#include "timeline/news_index.hpp"
#include "timeline/news_labels.hpp"
#include "timeline/news_order.hpp"
#include "timeline/news_printed.hpp"
#include "timeline/news_quoted.hpp"

namespace fabula::timeline {
namespace {

// Stories of so many articles, and of more than their share of a thread's work, are worked at by
// all threads, smaller ones by one thread each: it never waits for the others.
constexpr std::size_t kManyArticles = 64;
constexpr std::size_t kStoriesOfThread = 8;
constexpr std::chrono::days kWellBefore{3};
// How much of a sentence an earlier telling of the same event has to have; less where it adds no
// name and no number, and the event is an old one.
constexpr float kToldOfEvent = 0.35F;
constexpr float kToldOfOldEvent = 0.3F;
constexpr float kToldOfNewEvent = 0.5F;
constexpr float kAllTold = 1.01F;  // what adds anything is no repeat
// Tellings of an event that are compared with a sentence of it, beside those with its rare words.
constexpr std::size_t kMostTellings = 12;

// What all sentences of one story, and of those that tell its events, tell.
class StoryNews {
 public:
  StoryNews(const Pile& pile, const PrintedIndex& printed, const QuotedIndex& quoted,
            const EventsTold& events, std::vector<std::uint32_t> articles, const Context& context)
      : pile_(pile),
        printed_(printed),
        quoted_(quoted),
        events_(events),
        context_(context),
        articles_(std::move(articles)) {
    // What comes first for sure is found first: a day that is open counts by the last it may be.
    std::ranges::sort(articles_, {}, [&](std::uint32_t a) {
      const When& when = pile.articles[a].article.published.when;
      return std::tuple(!when.latest, when.latest.value_or(Day()), !when.earliest, a);
    });
  }

  // News of each article, into the slot of its index.
  void find(std::vector<std::vector<NewsItem>>& out) {
    std::vector<std::vector<SentenceFacts>> facts(articles_.size());
    parallel_for(context_, articles_.size(), [&](std::size_t i) {
      facts[i] = facts_of(pile_.articles[articles_[i]], articles_[i]);
    });
    std::vector<std::size_t> first(articles_.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
      first[i] = sentences_.size();
      std::ranges::move(facts[i], std::back_inserter(sentences_));
    }
    first.push_back(sentences_.size());
    for (std::uint32_t i = 0; i < sentences_.size(); ++i)
      by_span_.emplace_back(sentences_[i].span, i);
    std::ranges::sort(by_span_);
    if (articles_.size() > 1) find_events();
    // What stands alone is compared with nothing.
    const StoryIndex index(articles_.size() > 1 ? std::span(sentences_)
                                                : std::span<SentenceFacts>());
    parallel_for(context_, articles_.size(), [&](std::size_t i) {
      out[articles_[i]] = news_of(articles_[i], first[i], first[i + 1], index);
    });
  }

 private:
  std::vector<NewsItem> news_of(std::uint32_t article, std::size_t begin, std::size_t end,
                                const StoryIndex& index) const {
    std::vector<Range> ranges;
    for (std::size_t i = begin; i < end; ++i) ranges.push_back(sentences_[i].span.range);
    const std::vector<PrintedElsewhere> printed = printed_.find(article, ranges);
    std::vector<NewsItem> news;
    StoryIndex::Scratch scratch;
    for (std::size_t i = begin; i < end; ++i)
      news.push_back(judge(i, printed[i - begin], index, scratch));
    return news;
  }

  NewsItem judge(std::size_t i, const PrintedElsewhere& printed, const StoryIndex& index,
                 StoryIndex::Scratch& scratch) const {
    const SentenceFacts& facts = sentences_[i];
    const Article& article = pile_.articles[facts.span.article].article;
    const When& published = article.published.when;
    // Said again it is a comment still.
    if (const auto judged = judge_comment(facts)) {
      NewsItem comment = item(facts, *judged);
      comment.earlier = printed.earlier;
      return comment;
    }
    if (printed.earlier && is_same_in_print(facts, *printed.earlier, printed.goes_on))
      return looks_back(facts, published) || is_old(facts, published, *printed.earlier)
                 ? NewsItem{facts.span, "background", printed.earlier, {}, "news.background"}
                 : NewsItem{facts.span, "repeat", printed.earlier, {}, "news.printed-earlier"};
    if (facts.has_quote)
      if (const auto before = quoted_.find(facts.span))
        return is_old(facts, published, *before)
                   ? NewsItem{facts.span, "background", before, {}, "news.background"}
                   : NewsItem{facts.span, "repeat", before, {}, "news.quoted-earlier"};
    std::vector<Beside> earlier;
    std::vector<Beside> perhaps;
    const bool tells_event = events_.tells_one(facts.span);
    for (const std::uint32_t other : candidates(static_cast<std::uint32_t>(i), index, scratch)) {
      const SentenceFacts& there = sentences_[other];
      const Order order = order_of(pile_.articles[there.span.article].article, article);
      if (order == Order::kLater) continue;
      (order == Order::kEarlier ? earlier : perhaps)
          .push_back({&there, index.likeness(static_cast<std::uint32_t>(i), other),
                      tells_event && events_.share_one(facts.span, there.span)});
    }
    // Sentences of a story stand in the order of their articles.
    std::ranges::sort(earlier, {}, &Beside::facts);
    std::ranges::sort(perhaps, {}, &Beside::facts);
    if (auto judged = judge_against(facts, published, earlier)) {
      if (judged->label == "repeat" && is_old(facts, published, *judged->earlier))
        judged = Judged{"background", "news.background-event", judged->earlier};
      return item(facts, *judged);
    }
    if (!with_counts_.empty() && is_bare_count(facts))
      if (auto judged = judge_count(facts, counts_before(static_cast<std::uint32_t>(i)))) {
        if (judged->label == "repeat" && is_old(facts, published, *judged->earlier))
          judged = Judged{"background", "news.background-event", judged->earlier};
        return item(facts, *judged);
      }
    if (auto judged = judge_said_change(facts, earlier)) return item(facts, *judged);
    if (tells_of_old(facts, published))
      if (const Beside* known = event_told(facts, earlier, kToldOfOldEvent, kToldOfEvent))
        return {facts.span, "background", known->facts->span, {}, "news.background-event"};
    if (const Beside* known = event_told(facts, earlier, kToldOfNewEvent, kAllTold);
        known != nullptr && agrees(facts, *known->facts) &&
        known->like.words_told() >= kToldOfNewEvent)
      return {facts.span,
              is_old(facts, published, known->facts->span) ? "background" : "repeat",
              known->facts->span,
              {},
              "news.told-event"};
    std::optional<Span> unless;
    if (printed.perhaps && is_same_in_print(facts, *printed.perhaps, true))
      unless = printed.perhaps;
    if (!unless) {
      const auto same = std::ranges::find_if(
          perhaps, [&](const Beside& beside) { return tells_same(facts, beside); });
      if (same != perhaps.end()) unless = same->facts->span;
    }
    return {facts.span, "new", {}, unless, unless ? "news.unless-earlier" : "news.in-no-earlier"};
  }

  // For each sentence the one of its article whose event it goes on about: itself, or the nearest
  // before it that tells one. Itself, where there is none.
  void find_events() {
    constexpr std::size_t kReach = 8;  // sentences
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      event_at_.push_back(static_cast<std::uint32_t>(i));
      if (std::ranges::any_of(sentences_[i].counts,
                              [](const CountTold& count) { return count.fates != 0; }))
        with_counts_.push_back(static_cast<std::uint32_t>(i));
      for (std::size_t k = i + 1; k > 0 && i + 1 - k < kReach; --k) {
        if (sentences_[k - 1].span.article != sentences_[i].span.article) break;
        if (!events_.tells_one(sentences_[k - 1].span)) continue;
        event_at_[i] = static_cast<std::uint32_t>(k - 1);
        break;
      }
    }
  }

  [[nodiscard]] static bool is_lately(const Article& before, const Article& here) {
    constexpr std::chrono::days kLately{7};
    const auto& then = before.published.when.earliest;
    const auto& now = here.published.when.latest;
    return then && now && *now <= *then + kLately;
  }

  // Sentences of surely earlier articles that count people of the same event, or lately told the
  // number that this one says it was before; in their order.
  [[nodiscard]] std::vector<const SentenceFacts*> counts_before(std::uint32_t i) const {
    constexpr std::size_t kMost = 200;
    std::vector<const SentenceFacts*> found;
    const Article& here = pile_.articles[sentences_[i].span.article].article;
    const Span& event = sentences_[event_at_[i]].span;
    for (const std::uint32_t other : with_counts_) {
      if (found.size() == kMost) break;
      const SentenceFacts& there = sentences_[other];
      const Article& before = pile_.articles[there.span.article].article;
      if (order_of(before, here) == Order::kEarlier &&
          (events_.share_one(event, sentences_[event_at_[other]].span) ||
           (is_lately(before, here) && tells_former(sentences_[i], there))))
        found.push_back(&there);
    }
    return found;
  }

  // Sentences with its rare words, and others that tell the same event.
  [[nodiscard]] std::vector<std::uint32_t> candidates(std::uint32_t i, const StoryIndex& index,
                                                      StoryIndex::Scratch& scratch) const {
    if (articles_.size() == 1) return {};
    std::vector<std::uint32_t> found = index.candidates(i, scratch);
    const Span& here = sentences_[i].span;
    std::vector<std::uint32_t> tellings;
    events_.for_tellings(here, [&](const Span& telling) {
      if (tellings.size() >= kMostTellings || telling.article == here.article) return;
      const auto at = std::ranges::lower_bound(by_span_, telling, {}, &SentenceAt::first);
      if (at != by_span_.end() && at->first == telling &&
          std::ranges::find(found, at->second) == found.end())
        tellings.push_back(at->second);
    });
    found.insert(found.end(), tellings.begin(), tellings.end());
    return found;
  }

  // Does an earlier sentence tell the same event, and this one nothing beyond it?
  [[nodiscard]] const Beside* event_told(const SentenceFacts& facts,
                                         std::span<const Beside> earlier, float least,
                                         float most) const {
    const bool are_known = are_numbers_known(facts, earlier);
    const auto known = std::ranges::find_if(earlier, [&](const Beside& beside) {
      const Likeness& like = beside.like;
      const bool adds = like.lacks_name || (like.lacks_number && !are_known);
      return beside.is_of_event && like.told() >= (adds ? most : least);
    });
    return known == earlier.end() ? nullptr : &*known;
  }

  [[nodiscard]] bool tells_of_old(const SentenceFacts& facts, const When& published) const {
    return published.earliest && events_.are_old(facts.span, *published.earliest);
  }

  // Is what was told at `earlier` no news of these days? What had happened when that article
  // appeared happened before.
  [[nodiscard]] bool is_old(const SentenceFacts& facts, const When& published,
                            const Span& earlier) const {
    const auto& then = pile_.articles[earlier.article].article.published.when.latest;
    const bool is_long_ago =
        then && published.earliest && *then < *published.earliest - kWellBefore;
    // What goes on at once about an event, without a time of its own, is of its day; so is a count.
    const auto at = static_cast<std::size_t>(&facts - sentences_.data());
    const bool goes_on =
        !facts.has_time && !event_at_.empty() && (at - event_at_[at] <= 1 || is_bare_count(facts));
    const SentenceFacts& event = goes_on ? sentences_[event_at_[at]] : facts;
    return (is_long_ago && !facts.cues.has(kAhead)) || tells_of_old(event, published);
  }

  static NewsItem item(const SentenceFacts& facts, const Judged& judged) {
    return {facts.span, std::string(judged.label), judged.earlier, {}, std::string(judged.rule)};
  }

  // Is what was printed before also what it tells? Not with another number, and not of another day,
  // when the sentence stands by itself: "Gold fell on Monday", week after week.
  bool is_same_in_print(const SentenceFacts& facts, const Span& place, bool goes_on) const {
    const AnnotatedArticle& there = pile_.articles[place.article];
    const auto& sentences = there.segmentation.sentences;
    // The whole of the sentences in which the place lies.
    Range range = place.range;
    for (auto s = std::ranges::partition_point(
             sentences, [&](const Sentence& before) { return before.range.end <= range.begin; });
         s != sentences.end() && s->range.begin < place.range.end; ++s)
      range = {std::min(range.begin, s->range.begin), std::max(range.end, s->range.end)};
    return is_unchanged(facts, facts_of(there, place.article, range), goes_on);
  }

  const Pile& pile_;
  const PrintedIndex& printed_;
  const QuotedIndex& quoted_;
  const EventsTold& events_;
  const Context& context_;
  std::vector<std::uint32_t> articles_;
  std::vector<SentenceFacts> sentences_;
  using SentenceAt = std::pair<Span, std::uint32_t>;
  std::vector<std::uint32_t> event_at_;     // by sentence, see find_events
  std::vector<std::uint32_t> with_counts_;  // sentences that count people
  std::vector<SentenceAt> by_span_;         // indexes into sentences_, sorted
};

}  // namespace

std::vector<NewsItem> find_news(const Pile& pile, const Context& context) {
  const PrintedIndex printed(pile);
  const QuotedIndex quoted(pile);
  const EventsTold events(pile);
  std::vector<std::vector<NewsItem>> by_article(pile.articles.size());
  const Context alone{1, {}, nullptr};
  const std::vector<std::vector<std::uint32_t>> groups = group_stories(pile);
  const std::size_t many =
      std::max(kManyArticles, pile.articles.size() / (kStoriesOfThread * context.threads));
  const auto small =
      std::ranges::partition_point(groups, [&](const auto& group) { return group.size() >= many; });
  for (auto group = groups.begin(); group != small; ++group)
    StoryNews(pile, printed, quoted, events, *group, context).find(by_article);
  const std::span<const std::vector<std::uint32_t>> rest(small, groups.end());
  parallel_for(context, rest.size(), [&](std::size_t i) {
    StoryNews(pile, printed, quoted, events, rest[i], alone).find(by_article);
  });
  std::vector<NewsItem> news;
  for (auto& items : by_article) std::ranges::move(items, std::back_inserter(news));
  return news;
}

}  // namespace fabula::timeline
