#include "labelled_pile.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>
#include <utility>

namespace fabula::eval {
namespace {

void add_paragraphs(Article& article) {
  const std::string& text = article.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    article.paragraphs.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
         Role::kBody,
         "role.body"});
    begin = end + 2;
  }
}

void find_origins(LabelledPile& pile) {
  for (std::uint32_t i = 0; i < pile.labels.size(); ++i) {
    const auto& words = pile.labels[i].words;
    std::uint32_t label = 0;
    for (std::uint32_t at = pile.text.begins[i]; at < pile.text.begins[i + 1]; ++at) {
      const Range range = pile.text.ranges[at];
      while (label < words.size() && words[label].range.end <= range.begin) ++label;
      const bool is_inside = label < words.size() && words[label].range.overlaps(range);
      pile.label_words.push_back(is_inside ? label : news::kNobody);
      pile.origins.push_back(is_inside ? origin_of(words[label]) : 0);
    }
  }
}

}  // namespace

AnnotatedArticle make_annotated(const news::NewsArticle& article) {
  AnnotatedArticle made;
  made.article.id = 'a' + article.id;
  made.article.sources = {article.id + ".txt"};
  made.article.outlet = article.outlet;
  made.article.title = article.title;
  made.article.language = "en";
  made.article.text = article.text;
  add_paragraphs(made.article);
  if (article.stated_day) {
    made.article.published.when =
        when_day(std::chrono::sys_days{std::chrono::days{*article.stated_day}});
    made.article.published.basis = DateBasis::kStated;
  }
  return made;
}

LabelledPile make_labelled_pile(const news::NewsOptions& options, std::uint64_t n_bytes) {
  LabelledPile pile;
  news::NewsGenerator generator(options);
  for (std::uint64_t done = 0; done < n_bytes;) {
    pile.labels.push_back(generator.next());
    done += pile.labels.back().text.size();
  }
  pile.places.assign(pile.labels.back().index + 1, news::kNobody);
  std::sort(pile.labels.begin(), pile.labels.end(),
            [](const auto& x, const auto& y) { return x.id < y.id; });
  for (std::uint32_t i = 0; i < pile.labels.size(); ++i) {
    pile.places[pile.labels[i].index] = i;
    pile.articles.push_back(make_annotated(pile.labels[i]));
  }
  pile.text = read_pile_text(pile.articles);
  find_origins(pile);
  return pile;
}

std::vector<std::uint32_t> copy_roots(const LabelledPile& pile) {
  const auto n = static_cast<std::uint32_t>(pile.labels.size());
  std::vector<std::uint32_t> by_writing(n);
  std::iota(by_writing.begin(), by_writing.end(), 0U);
  std::sort(by_writing.begin(), by_writing.end(), [&](std::uint32_t x, std::uint32_t y) {
    return pile.labels[x].index < pile.labels[y].index;
  });
  std::vector<std::uint32_t> roots(n);
  for (const std::uint32_t i : by_writing) {
    const news::NewsArticle& label = pile.labels[i];
    roots[i] = label.kind == news::Kind::kNearCopy ? label.parent : label.index;
    const std::uint32_t parent = pile.places[roots[i]];
    if (parent != i && parent != news::kNobody) roots[i] = roots[parent];
  }
  return roots;
}

}  // namespace fabula::eval
