#include "worlds/order.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace fabula::worlds {

void sort_by_id(World& world) {
  std::vector<std::uint32_t> order(world.articles.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return world.articles[i].id; });
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<WorldArticle> sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(world.articles[i]));
  world.articles = std::move(sorted);
  for (WorldArticle& article : world.articles)
    for (StorySentence& sentence : article.sentences) {
      if (sentence.corrects) sentence.corrects->article = place[sentence.corrects->article];
      if (sentence.earlier) sentence.earlier->article = place[sentence.earlier->article];
    }
  for (Conflict& conflict : world.conflicts) {
    for (Conflict::Account& account : conflict.accounts) account.article = place[account.article];
    std::ranges::sort(conflict.accounts, {}, [](const Conflict::Account& account) {
      return std::tuple(account.article, account.range.begin, account.range.end);
    });
  }
}

}  // namespace fabula::worlds
