// In how many articles of the pile a name stands, and whether sharing it says something.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/pile.hpp"

namespace fabula::dating {

// Names of things, as each article's table has them. The pile must outlive it while it is made.
class NameIndex {
 public:
  explicit NameIndex(const Pile& pile) {
    std::unordered_map<std::string_view, std::uint32_t> id_of;
    std::vector<std::size_t> last;  // the article that held it last, from 1
    for (std::size_t a = 0; a < pile.articles.size(); ++a) {
      std::vector<std::uint32_t>& ids = ids_.emplace_back();
      for (const NamedThing& thing : pile.articles[a].names.things) {
        const auto [at, is_new] =
            id_of.try_emplace(thing.name, static_cast<std::uint32_t>(n_articles_.size()));
        if (is_new) {
          n_articles_.push_back(0);
          last.push_back(0);
        }
        ids.push_back(at->second);
        n_articles_[at->second] += last[at->second] != a + 1;
        last[at->second] = a + 1;
      }
    }
  }

  [[nodiscard]] std::size_t n_names() const { return n_articles_.size(); }
  // Below n_names(); the same for all articles that have a thing of this name.
  [[nodiscard]] std::uint32_t id(std::uint32_t article, std::uint32_t thing) const {
    return ids_[article][thing];
  }

  // Two articles or more hold it, and few enough that sharing it says something: at most one in
  // `one_in` of a pile that is not small.
  [[nodiscard]] bool is_telling(std::uint32_t id, std::size_t one_in) const {
    const std::size_t n = n_articles_[id];
    return n >= 2 && (is_small() || n * one_in <= ids_.size());
  }
  // So few articles that they are likely of one story, or of few.
  [[nodiscard]] bool is_small() const { return ids_.size() < 20; }
  [[nodiscard]] bool is_of_few_stories() const { return ids_.size() < 100; }

 private:
  std::vector<std::vector<std::uint32_t>> ids_;  // by article and thing
  std::vector<std::size_t> n_articles_;          // by id
};

}  // namespace fabula::dating
