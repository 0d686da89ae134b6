#include "timeline/news.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <span>
#include <tuple>
#include <utility>

#include "timeline/news_facts.hpp"
#include "timeline/news_index.hpp"
#include "timeline/news_labels.hpp"
#include "timeline/news_order.hpp"
#include "timeline/news_printed.hpp"

namespace fabula::timeline {
namespace {

// Stories of so many articles are worked at by all threads, smaller ones by one thread each.
constexpr std::size_t kManyArticles = 64;
constexpr std::chrono::days kWellBefore{3};
// How much of a sentence an earlier telling of the same old event has to have.
constexpr float kToldOfEvent = 0.35F;

// Which sentences tell which events of the timeline.
class EventsTold {
 public:
  explicit EventsTold(const Pile& pile) : pile_(pile) {
    for (std::uint32_t e = 0; e < pile.events.size(); ++e)
      if (pile.events[e].rule == "event.dated-sentence")
        for (const Span& telling : pile.events[e].tellings) tellings_.emplace_back(telling, e);
    std::ranges::sort(tellings_);
  }

  // Does the sentence tell of events well before that day, and of nothing else?
  [[nodiscard]] bool are_old(const Span& sentence, Day published) const {
    const auto events = events_of(sentence);
    return !events.empty() && std::ranges::all_of(events, [&](const auto& telling) {
      const When& when = pile_.events[telling.second].when;
      return when.latest && *when.latest < published - kWellBefore;
    });
  }

  [[nodiscard]] bool share_one(const Span& a, const Span& b) const {
    const auto there = events_of(b);
    return std::ranges::any_of(events_of(a), [&](const auto& x) {
      return std::ranges::any_of(there, [&](const auto& y) { return x.second == y.second; });
    });
  }

 private:
  using Telling = std::pair<Span, std::uint32_t>;  // sentence, event
  [[nodiscard]] std::span<const Telling> events_of(const Span& sentence) const {
    const auto found = std::ranges::equal_range(tellings_, sentence, {}, &Telling::first);
    return {found.begin(), found.end()};
  }

  const Pile& pile_;
  std::vector<Telling> tellings_;  // sorted
};

// What all sentences of one story tell.
class StoryNews {
 public:
  StoryNews(const Pile& pile, const PrintedIndex& printed, const EventsTold& events,
            const Story& story, const Context& context)
      : pile_(pile), printed_(printed), events_(events), context_(context) {
    for (const Membership& member : story.members) articles_.push_back(member.article);
    // What comes first is found first. Articles whose day is open stand behind the others.
    std::ranges::sort(articles_, {}, [&](std::uint32_t a) {
      const When& when = pile.articles[a].article.published.when;
      return std::tuple(!when.earliest, when.earliest.value_or(Day()), a);
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
    const StoryIndex index(sentences_);
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
    for (std::size_t i = begin; i < end; ++i) news.push_back(judge(i, printed[i - begin], index));
    return news;
  }

  NewsItem judge(std::size_t i, const PrintedElsewhere& printed, const StoryIndex& index) const {
    const SentenceFacts& facts = sentences_[i];
    const Article& article = pile_.articles[facts.span.article].article;
    const When& published = article.published.when;
    if (printed.earlier && is_same_in_print(facts, *printed.earlier, printed.goes_on))
      return looks_back(facts, published) || is_old(facts, published, *printed.earlier)
                 ? NewsItem{facts.span, "background", printed.earlier, {}, "news.background"}
                 : NewsItem{facts.span, "repeat", printed.earlier, {}, "news.printed-earlier"};
    if (const auto judged = judge_comment(facts)) return item(facts, *judged);
    std::vector<Beside> earlier;
    std::vector<Beside> perhaps;
    for (const std::uint32_t other : index.candidates(static_cast<std::uint32_t>(i))) {
      const SentenceFacts& there = sentences_[other];
      const Order order = order_of(pile_.articles[there.span.article].article, article);
      if (order == Order::kLater) continue;
      (order == Order::kEarlier ? earlier : perhaps)
          .push_back({&there, StoryIndex::compare(facts, there)});
    }
    // Sentences of a story stand in the order of their articles.
    std::ranges::sort(earlier, {}, &Beside::facts);
    std::ranges::sort(perhaps, {}, &Beside::facts);
    if (auto judged = judge_against(facts, published, earlier)) {
      if (judged->label == "repeat" && is_old(facts, published, *judged->earlier))
        judged = Judged{"background", "news.background-event", judged->earlier};
      return item(facts, *judged);
    }
    if (tells_of_old(facts, published)) {
      const auto known = std::ranges::find_if(earlier, [&](const Beside& beside) {
        return beside.like.told() >= kToldOfEvent &&
               events_.share_one(facts.span, beside.facts->span);
      });
      if (known != earlier.end())
        return {facts.span, "background", known->facts->span, {}, "news.background-event"};
    }
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
    return (is_long_ago && !facts.cues.has(kAhead)) || tells_of_old(facts, published);
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
  const EventsTold& events_;
  const Context& context_;
  std::vector<std::uint32_t> articles_;
  std::vector<SentenceFacts> sentences_;
};

}  // namespace

std::vector<NewsItem> find_news(const Pile& pile, const Context& context) {
  const PrintedIndex printed(pile);
  const EventsTold events(pile);
  std::vector<std::vector<NewsItem>> by_article(pile.articles.size());
  const Context alone{1, {}, nullptr};
  // Stories stand by size, the largest first.
  const auto small = std::ranges::partition_point(
      pile.stories, [](const Story& s) { return s.members.size() >= kManyArticles; });
  for (auto story = pile.stories.begin(); story != small; ++story)
    StoryNews(pile, printed, events, *story, context).find(by_article);
  const std::span<const Story> rest(small, pile.stories.end());
  parallel_for(context, rest.size(), [&](std::size_t i) {
    StoryNews(pile, printed, events, rest[i], alone).find(by_article);
  });
  std::vector<NewsItem> news;
  for (auto& items : by_article) std::ranges::move(items, std::back_inserter(news));
  return news;
}

}  // namespace fabula::timeline
