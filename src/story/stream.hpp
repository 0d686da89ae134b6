// Which story an article belongs to, told as it comes in, without looking back at those before it.
//
//   08:10  Two men saved off Marl              a new story
//   08:30  Marl votes on a new pier            a new story
//   09:05  Lifeboat crew thanked after rescue  the first: “lifeboat crew”, “off Marl”
//
// For feeds and crawls. Every story is one sum of its articles' terms; the rarest of these lead
// from an article to the stories that share them, and the one whose articles it is most like on
// average takes it, if they are as much alike as stories.hpp asks for. How rare a term is follows
// the stream: counts are halved now and then. What group_articles does by comparing all articles
// with each other, again and again, this does nearly as well in one pass; it never joins two
// stories.
//
// Source: single pass clustering over an inverted index (Allan and others, Topic Detection and
// Tracking, 1998); counts in fixed memory by the count-min sketch (Cormode and Muthukrishnan,
// 2005).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "story/terms.hpp"

namespace fabula::story {

// In how many of the last articles terms stand; at times too many, never too few.
class TermCounts {
 public:
  TermCounts();
  // Counts the terms of one article. Linear.
  void add(std::span<const CountedTerm> terms);
  [[nodiscard]] std::uint32_t of(TermKey key) const;
  // Those that count.
  [[nodiscard]] std::uint32_t n_articles() const { return n_articles_; }

 private:
  static constexpr std::size_t kRows = 2;
  static constexpr unsigned kBits = 22;
  std::array<std::vector<std::uint16_t>, kRows> rows_;
  std::uint32_t n_articles_ = 0;
};

struct Assignment {
  std::uint32_t story = 0;  // stories are numbered as they begin, from 0
  bool is_new = false;
  double likeness = 0;          // 0 to 1, with the nearest story: this one, unless it is new
  std::vector<TermKey> shared;  // what they share most by, up to three
};

// The same articles in the same order give the same stories. One thread.
//
// memory  16 MB, and about 2 KB a story
class StoryStream {
 public:
  // Takes in one article. Cost: linear in its terms and in the stories that share its rarest.
  Assignment assign(std::span<const CountedTerm> terms);

  // Articles whose story is known, before the first that is not: all counted, then put one by one.
  void count(std::span<const CountedTerm> terms) { counts_.add(terms); }
  // A story that is not there yet is the next one.
  void put(std::span<const CountedTerm> terms, std::uint32_t story);

  [[nodiscard]] std::size_t n_stories() const { return stories_.size(); }

 private:
  struct Weighed {
    TermKey key = 0;
    float weight = 0;
  };
  struct Told {
    std::vector<Weighed> sum;  // of its articles' terms, the heaviest; by key
    double length = 0;         // of the sum
    std::uint32_t n_articles = 0;
    std::uint32_t n_led = 0;  // n_articles when its terms were last put into leads_
  };
  struct Near {
    std::uint32_t story = 0;
    double likeness = 0;
    double rest = 0;  // without the one term that has most of it
  };

  [[nodiscard]] std::vector<Weighed> weigh(std::span<const CountedTerm> terms) const;
  [[nodiscard]] Near nearest(std::span<const Weighed> article);
  [[nodiscard]] std::vector<TermKey> most_shared(std::uint32_t story,
                                                 std::span<const Weighed> article) const;
  void join(std::uint32_t story, std::span<const Weighed> article);

  TermCounts counts_;
  std::vector<Told> stories_;
  std::unordered_map<TermKey, std::vector<std::uint32_t>> leads_;  // stories by heavy terms
  std::vector<float> led_to_;                                      // [story] room for nearest()
};

}  // namespace fabula::story
