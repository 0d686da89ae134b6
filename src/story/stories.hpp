// Which articles of a pile tell one story.
//
//   Two men saved off Marl · Lifeboat crew thanked after night rescue     one story
//   Marl votes on a new pier                                              another
//
// Articles are alike as far as they share terms (terms.hpp). Stories grow by average linkage: the
// two most alike are joined as long as their articles, each with each, are alike enough on average.
// In a small pile less is enough: among a few articles hardly any two share so much by chance. For
// two stories of many articles more is needed than for one more article: a mean of many pairs is
// far from chance. One term alone, the name of a town, joins nothing. Copies of one article are one
// story from the start.
//
// When something was told plays no part: a story can rest for a year. But nearly the same words of
// two different days are a form that is filled in again (a market report): two stories. What is one
// story by this may be part of one that runs on for months: running.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/context.hpp"
#include "model/pile.hpp"
#include "story/terms.hpp"

namespace fabula::story {

struct Grouping {
  std::vector<Story> stories;          // as Pile::stories
  std::vector<std::uint32_t> part_of;  // [article] the part of its story, of one that runs on;
                                       // else its story: each has numbers of its own
};

// Every article is in one story, perhaps alone. Uses the articles and `copies` of the pile.
// Independent of the number of threads.
//
// rules  story.copy   nearly the same text as another article of the story
//        story.alike  the words it shares with the article of the story that is most like it
//        story.alone  no other article is alike enough
//
// terms  of each article (weigh_terms)
// cost   near linear in the articles; each is compared with those it shares heavy terms with
[[nodiscard]] Grouping group_articles(const Pile& pile, const Terms& terms, const Context& context);

// The id of a story that begins with this article: of its articles the one of the earliest stated
// day, those of none behind, of equals the one of the lowest id. So what is added later, and
// appeared later, leaves the id of a story as it is.
[[nodiscard]] std::string story_id(const Article& first);

// How alike the articles of two stories have to be on average to be joined: in a pile of so many
// articles, the smaller story having so many.
[[nodiscard]] double least_likeness(std::size_t n_articles, std::size_t n_smaller);

}  // namespace fabula::story
