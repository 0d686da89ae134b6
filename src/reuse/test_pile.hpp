// Made-up piles for the tests of this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/pile.hpp"

namespace fabula::reuse {

inline AnnotatedArticle make_article(std::string id, std::string text, std::string outlet = {},
                                     std::optional<Day> day = {}) {
  AnnotatedArticle made;
  Article& article = made.article;
  article.sources = {id + ".txt"};
  article.id = std::move(id);
  article.outlet = std::move(outlet);
  article.text = std::move(text);
  article.paragraphs.push_back(
      {{0, static_cast<std::uint32_t>(article.text.size())}, Role::kBody, "role.body"});
  if (day) {
    article.published.when = when_day(*day);
    article.published.basis = DateBasis::kStated;
  }
  return made;
}

inline Day may(unsigned day_of_month) {
  using namespace std::chrono;
  return sys_days{year{2031} / month{5} / day{day_of_month}};
}

// A word of eight letters for each number, such as "qzkwvhta"; no two are alike.
inline std::string word_of(std::uint32_t number) {
  std::string word;
  std::uint64_t mixed = (std::uint64_t{number} + 1) * 0x9E3779B97F4A7C15;
  for (int i = 0; i < 8; ++i) {
    mixed ^= mixed >> 29;
    mixed *= 0xBF58476D1CE4E5B9;
    word += static_cast<char>('a' + (mixed >> 33) % 26);
  }
  return word;
}

// `n` words of `n_kinds` kinds.
inline std::string random_words(std::mt19937& random, std::size_t n, std::size_t n_kinds) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i)
    text += word_of(static_cast<std::uint32_t>(random() % n_kinds)) + " ";
  return text;
}

// Articles of own words, words of others, and marks: every kind of overlap, and repeats.
inline std::vector<AnnotatedArticle> random_pile(unsigned seed, std::size_t n_articles) {
  std::mt19937 random(seed);
  std::vector<std::string> stretches;
  std::vector<AnnotatedArticle> pile;
  for (std::size_t i = 0; i < n_articles; ++i) {
    std::string text;
    for (auto n = 1 + random() % 6; n > 0; --n) {
      if (!stretches.empty() && random() % 2 == 0) {
        text += stretches[random() % stretches.size()];
      } else {
        stretches.push_back(random_words(random, 1 + random() % 30, 5000));
        text += stretches.back();
      }
      if (random() % 4 == 0) text += "\n\n“";
    }
    const auto day = random() % 3 == 0
                         ? std::nullopt
                         : std::optional(may(1 + static_cast<unsigned>(random() % 9)));
    const std::string name = "a" + std::to_string(1000 + i);
    pile.push_back(make_article(name, text, "outlet" + std::to_string(random() % 3), day));
  }
  return pile;
}

}  // namespace fabula::reuse
