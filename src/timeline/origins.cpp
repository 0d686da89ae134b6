#include "timeline/origins.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace fabula::timeline {
namespace {

// One article of one event.
struct Node {
  std::uint32_t event = 0;
  std::uint32_t article = 0;
  friend constexpr auto operator<=>(const Node&, const Node&) = default;
};

// A sentence and the event that it tells.
struct Place {
  Span sentence;
  std::uint32_t event = 0;
  friend constexpr auto operator<=>(const Place&, const Place&) = default;
};

class Groups {
 public:
  explicit Groups(std::size_t n) : parents_(n) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parents_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parents_;
};

// Letters and digits of `sentence` in lower case.
std::string folded(std::string_view sentence) {
  std::string letters;
  for (const char c : text::ascii_lower(sentence)) {
    const bool is_ascii_mark =
        static_cast<unsigned char>(c) < 128 && !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    if (!is_ascii_mark) letters += c;
  }
  return letters;
}

class OriginCounter {
 public:
  OriginCounter(const Pile& pile, std::span<const std::vector<Telling>> events)
      : pile_(pile), events_(events), nodes_(all_nodes(events)), groups_(nodes_.size()) {
    for (std::uint32_t e = 0; e < events.size(); ++e)
      for (const Telling& telling : events[e]) places_.push_back({telling.sentence, e});
    std::ranges::sort(places_);
  }

  std::vector<std::uint32_t> count() {
    join_copies();
    join_same_words();
    join_shared_passages();
    std::vector<std::uint32_t> n_origins(events_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (groups_.find(i) == i) ++n_origins[nodes_[i].event];
    return n_origins;
  }

 private:
  static std::vector<Node> all_nodes(std::span<const std::vector<Telling>> events) {
    std::vector<Node> nodes;
    for (std::uint32_t e = 0; e < events.size(); ++e)
      for (const Telling& telling : events[e]) nodes.push_back({e, telling.sentence.article});
    std::ranges::sort(nodes);
    const auto twice = std::ranges::unique(nodes);
    nodes.erase(twice.begin(), twice.end());
    return nodes;
  }

  std::size_t index_of(Node node) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(nodes_, node) - nodes_.begin());
  }

  void join_copies() {
    std::vector<std::uint32_t> group_of(pile_.articles.size(), 0);  // 0: none
    for (std::uint32_t g = 0; g < pile_.copies.size(); ++g)
      for (const std::uint32_t article : pile_.copies[g].articles) group_of[article] = g + 1;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> firsts;  // (event, group)
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const std::uint32_t group = group_of[nodes_[i].article];
      if (group == 0) continue;
      const auto [first, is_new] = firsts.try_emplace({nodes_[i].event, group}, i);
      if (!is_new) groups_.join(first->second, i);
    }
  }

  void join_same_words() {
    std::map<std::pair<std::uint32_t, std::string>, std::size_t> firsts;
    for (const Place& place : places_) {
      const std::string_view text = pile_.articles[place.sentence.article].article.text;
      const std::size_t node = index_of({place.event, place.sentence.article});
      const auto [first, is_new] =
          firsts.try_emplace({place.event, folded(words_of(text, place.sentence.range))}, node);
      if (!is_new) groups_.join(first->second, node);
    }
  }

  void join_shared_passages() {
    for (const ReuseLink& link : pile_.reuse) {
      const std::vector<std::uint32_t> told_in_a = events_in(link.a);
      const std::vector<std::uint32_t> told_in_b = events_in(link.b);
      std::vector<std::uint32_t> in_both;
      std::ranges::set_intersection(told_in_a, told_in_b, std::back_inserter(in_both));
      for (const std::uint32_t event : in_both)
        groups_.join(index_of({event, link.a.article}), index_of({event, link.b.article}));
    }
  }

  // Events told in sentences of which at least half lies in `passage`; sorted, each once.
  std::vector<std::uint32_t> events_in(const Span& passage) const {
    std::vector<std::uint32_t> events;
    const auto end_of = [](const Place& place) {
      return std::pair(place.sentence.article, place.sentence.range.end);
    };
    // Sentences of an article do not overlap, so their ends rise too.
    auto place = std::ranges::upper_bound(places_, std::pair(passage.article, passage.range.begin),
                                          {}, end_of);
    for (; place != places_.end() && place->sentence.article == passage.article &&
           place->sentence.range.begin < passage.range.end;
         ++place) {
      const Range range = place->sentence.range;
      const std::uint32_t n_shared =
          std::min(range.end, passage.range.end) - std::max(range.begin, passage.range.begin);
      if (n_shared * 2 >= range.size()) events.push_back(place->event);
    }
    std::ranges::sort(events);
    const auto twice = std::ranges::unique(events);
    events.erase(twice.begin(), twice.end());
    return events;
  }

  const Pile& pile_;
  std::span<const std::vector<Telling>> events_;
  std::vector<Node> nodes_;    // sorted
  Groups groups_;              // of nodes_
  std::vector<Place> places_;  // sorted
};

}  // namespace

std::vector<std::uint32_t> count_origins(const Pile& pile,
                                         std::span<const std::vector<Telling>> events) {
  return OriginCounter(pile, events).count();
}

}  // namespace fabula::timeline
