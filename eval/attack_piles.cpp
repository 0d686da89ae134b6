#include "attack_piles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "labelled_pile.hpp"
#include "news/edits.hpp"
#include "news/print.hpp"
#include "news/story.hpp"

namespace fabula::eval {
namespace {

using news::Random;
using news::Story;
using news::Words;

constexpr std::uint64_t kSeed = 0xa77acc;
// More passages than this for each article mean that pairs were counted out.
constexpr std::size_t kLinksOfArticle = 130;

const Words& words() {
  static const Words made;
  return made;
}

Story own_words(std::uint32_t article, std::uint32_t n_words) {
  Random random(kSeed, article);
  return news::Writer(words(), article).write(n_words, random);
}

std::string print(const Story& story) {
  std::string text;
  Random none(0);
  (void)news::print_story(story, words(), {}, none, text);
  return text;
}

// Articles of many outlets on days in a row, 400 a day.
AnnotatedArticle article_of(std::uint32_t i, std::string text) {
  news::NewsArticle article;
  article.id = fmt::format("{:016x}", news::mix(i + 1));
  article.outlet = fmt::format("Outlet {}", i % 9973);
  article.stated_day = static_cast<std::int32_t>(22'000 + i / 400);
  article.text = std::move(text);
  return make_annotated(article);
}

template <class Text>
std::vector<AnnotatedArticle> pile_of(std::uint32_t n, Text text) {
  std::vector<AnnotatedArticle> pile;
  pile.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) pile.push_back(article_of(i, text(i)));
  return pile;
}

std::string times(const std::string& text, std::uint32_t n, std::string_view between) {
  std::string all;
  all.reserve(n * (text.size() + between.size()));
  for (std::uint32_t i = 0; i < n; ++i) all.append(text).append(between);
  return all;
}

// --- the piles ---------------------------------------------------------------------------------

// 30 words that all articles share, in three pieces, between 60 of their own.
std::vector<AnnotatedArticle> make_template(std::uint32_t n) {
  const std::string piece[] = {print(own_words(1, 10)), print(own_words(2, 10)),
                               print(own_words(3, 10))};
  return pile_of(n, [&](std::uint32_t i) {
    std::string text;
    for (std::uint32_t k = 0; k < 3; ++k)
      text += piece[k] + ' ' + print(own_words(1000 + 3 * i + k, 20)) + ' ';
    return text;
  });
}

// One story of 400 words; each outlet changes one word in a hundred of it.
std::vector<AnnotatedArticle> make_wire(std::uint32_t n) {
  const Story wire = own_words(1, 400);
  return pile_of(n, [&](std::uint32_t i) {
    Story copy = wire;
    Random random(kSeed, 1000 + i);
    news::Writer editor(words(), 1000 + i);
    if (i > 0) news::edit_words(copy, 10, editor, random);
    return print(copy);
  });
}

std::vector<AnnotatedArticle> make_repeats_in_one(std::uint32_t n) {
  const std::string paragraph = print(own_words(1, 25));
  return pile_of(2, [&](std::uint32_t i) {
    return print(own_words(10 + i, 100)) + "\n\n" + times(paragraph, i == 0 ? n : 1, "\n\n") +
           print(own_words(20 + i, 100));
  });
}

std::vector<AnnotatedArticle> make_repeats_in_many(std::uint32_t n) {
  const std::string paragraph = print(own_words(1, 25));
  return pile_of(
      n, [&](std::uint32_t i) { return print(own_words(1000 + i, 40)) + "\n\n" + paragraph; });
}

// `n` megabytes in one article, of which another has three passages.
std::vector<AnnotatedArticle> make_big(std::uint32_t n) {
  const Story big = own_words(1, n * 160'000);
  Story passages;
  for (const std::size_t place : {big.size() / 9, big.size() / 2, big.size() * 8 / 9})
    passages.insert(passages.end(), big.begin() + static_cast<std::ptrdiff_t>(place),
                    big.begin() + static_cast<std::ptrdiff_t>(place + 60));
  return pile_of(2, [&](std::uint32_t i) { return print(i == 0 ? big : passages); });
}

std::vector<AnnotatedArticle> make_identical(std::uint32_t n) {
  const std::string text = print(own_words(1, 300));
  return pile_of(n, [&](std::uint32_t) { return text; });
}

std::vector<AnnotatedArticle> make_empty(std::uint32_t n) {
  return pile_of(n, [](std::uint32_t i) {
    return i % 3 == 0 ? std::string() : i % 3 == 1 ? std::string("Wind.") : std::string("...");
  });
}

// One sentence over and over in two articles: as many anchors as the square of that.
std::vector<AnnotatedArticle> make_sentence(std::uint32_t n) {
  const std::string sentence = print(own_words(1, 9));
  return pile_of(2, [&](std::uint32_t i) {
    return print(own_words(10 + i, 100)) + ' ' + times(sentence, n, " ") +
           print(own_words(20 + i, 100));
  });
}

// One word over and over, in two articles.
std::vector<AnnotatedArticle> make_word(std::uint32_t n) {
  return pile_of(2, [&](std::uint32_t i) { return times("no", n + i, " "); });
}

// --- the answers -------------------------------------------------------------------------------

std::size_t largest_group(const EngineResult& found) {
  std::size_t largest = 0;
  for (const CopyGroup& group : found.copies) largest = std::max(largest, group.articles.size());
  return largest;
}

std::string check_links(std::span<const AnnotatedArticle> articles, const EngineResult& found) {
  if (found.links.size() <= kLinksOfArticle * articles.size()) return {};
  return fmt::format("{} passages of {} articles", found.links.size(), articles.size());
}

std::string check_no_group(std::span<const AnnotatedArticle> articles, const EngineResult& found) {
  if (largest_group(found) > 2)
    return fmt::format("a group of {} articles that are no copies", largest_group(found));
  return check_links(articles, found);
}

std::string check_one_group(std::span<const AnnotatedArticle> articles, const EngineResult& found) {
  if (largest_group(found) * 100 < articles.size() * 99)
    return fmt::format("the largest group has {} of {} copies", largest_group(found),
                       articles.size());
  return check_links(articles, found);
}

std::string check_some_passage(std::span<const AnnotatedArticle> articles,
                               const EngineResult& found) {
  return found.links.empty() ? "no passage found" : check_links(articles, found);
}

std::string check_three_passages(std::span<const AnnotatedArticle>, const EngineResult& found) {
  std::uint32_t n_words = 0;
  for (const ReuseLink& link : found.links) n_words += link.words;
  return n_words >= 180 && n_words < 300 ? std::string()
                                         : fmt::format("{} words of 180 found", n_words);
}

std::string check_nothing(std::span<const AnnotatedArticle>, const EngineResult& found) {
  return found.links.empty() && found.copies.empty() ? "" : "found passages where there is nothing";
}

constexpr std::array<Attack, 9> kAttacks{{
    {"template", "articles that fill in one template", 500'000, make_template, check_no_group},
    {"wire", "outlets that print one story", 10'000, make_wire, check_one_group},
    {"repeats-in-one", "times one paragraph in one article", 1'000'000, make_repeats_in_one,
     check_some_passage},
    {"repeats-in-many", "articles with one paragraph", 1'000'000, make_repeats_in_many,
     check_no_group},
    {"big", "megabytes in one article", 50, make_big, check_three_passages},
    {"identical", "articles with the same text", 100'000, make_identical, check_one_group},
    {"empty", "articles of no word or of one", 100'000, make_empty, check_nothing},
    {"sentence", "times one sentence in each of two articles", 20'000, make_sentence,
     check_some_passage},
    {"word", "times one word in each of two articles", 1'000'000, make_word, check_some_passage},
}};

}  // namespace

std::span<const Attack> attacks() { return kAttacks; }

}  // namespace fabula::eval
