// Which articles of the pile hold a name, and whether sharing it says something.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "model/pile.hpp"

namespace fabula::dating {

// Names of things, as each article's table has them. The pile must outlive it.
class NameIndex {
 public:
  explicit NameIndex(const Pile& pile) : n_articles_(pile.articles.size()) {
    for (std::uint32_t a = 0; a < pile.articles.size(); ++a)
      for (const NamedThing& thing : pile.articles[a].names.things) {
        std::vector<std::uint32_t>& list = articles_[thing.name];
        if (list.empty() || list.back() != a) list.push_back(a);
      }
  }

  // Sorted, each once.
  [[nodiscard]] const std::vector<std::uint32_t>& articles(std::string_view name) const {
    return articles_.at(name);
  }

  // Two articles or more hold it, and few enough that sharing it says something: at most one in
  // `one_in` of a pile that is not small.
  [[nodiscard]] bool is_telling(std::string_view name, std::size_t one_in) const {
    const std::size_t n = articles_.at(name).size();
    return n >= 2 && (is_small() || n * one_in <= n_articles_);
  }
  // So few articles that they are likely of one story, or of few.
  [[nodiscard]] bool is_small() const { return n_articles_ < 20; }
  [[nodiscard]] bool is_of_few_stories() const { return n_articles_ < 100; }

 private:
  std::map<std::string_view, std::vector<std::uint32_t>> articles_;
  std::size_t n_articles_;
};

}  // namespace fabula::dating
