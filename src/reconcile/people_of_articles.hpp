// Which person of the pile a name of an article is.
#pragma once

#include <cstdint>
#include <vector>

#include "model/pile.hpp"

namespace fabula::reconcile {

// By article and thing (Names::things): an index into Pile::people; -1: nobody. Linear.
[[nodiscard]] inline std::vector<std::vector<std::int32_t>> people_of_articles(const Pile& pile) {
  std::vector<std::vector<std::int32_t>> person_of;
  person_of.reserve(pile.articles.size());
  for (const AnnotatedArticle& article : pile.articles)
    person_of.emplace_back(article.names.things.size(), -1);
  for (std::size_t p = 0; p < pile.people.size(); ++p)
    for (const RecordRef& thing : pile.people[p].things)
      person_of[thing.article][thing.index] = static_cast<std::int32_t>(p);
  return person_of;
}

}  // namespace fabula::reconcile
