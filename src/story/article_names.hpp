// The names that stand in each article, and which of them two articles have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/context.hpp"
#include "model/pile.hpp"

namespace fabula::story {

// A name folded, with single blanks between its words: "MARIA  Silva" and "Maria Silva" are one.
[[nodiscard]] std::string folded_name(std::string_view name);
[[nodiscard]] std::string first_word(const std::string& name);
[[nodiscard]] std::string last_word(const std::string& name);

// Names of people and things, folded, and the first and last word of each person's.
class ArticleNames {
 public:
  // Cost: the names are folded and sorted once. The articles need not outlive it.
  ArticleNames(std::span<const AnnotatedArticle> articles, const Context& context);
  ArticleNames(const ArticleNames&) = delete;
  ArticleNames& operator=(const ArticleNames&) = delete;

  [[nodiscard]] bool holds(std::uint32_t article, const std::string& name) const;

  // Is `is_meant` true of one of the names that both articles hold? Asks for at most kMostShared
  // names of several words and as many single words, each in byte order: two long lists of names
  // stay cheap. Linear in the names of both.
  template <class IsMeant>
  [[nodiscard]] bool any_shared(std::uint32_t a, std::uint32_t b, const IsMeant& is_meant) const {
    std::size_t n_asked[] = {0, 0};
    auto x = of_article_[a].begin();
    auto y = of_article_[b].begin();
    while (x != of_article_[a].end() && y != of_article_[b].end()) {
      const std::uint32_t name_x = *x;
      const std::uint32_t name_y = *y;
      if (name_x == name_y) {
        const std::string& name = names_[name_x];
        if (n_asked[is_full(name)]++ < kMostShared && is_meant(name)) return true;
      }
      x += name_x <= name_y;
      y += name_y <= name_x;
    }
    return false;
  }

  // Has it two words or more?
  [[nodiscard]] static bool is_full(const std::string& name) {
    return name.find(' ') != std::string::npos;
  }

 private:
  static constexpr std::size_t kMostShared = 12;
  std::vector<std::string> names_;                               // all of the pile, in byte order
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // indexes into names_; looked up
  std::vector<std::vector<std::uint32_t>> of_article_;           // indexes into names_, sorted
};

}  // namespace fabula::story
