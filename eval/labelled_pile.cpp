#include "labelled_pile.hpp"

#include <algorithm>
#include <chrono>
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

}  // namespace fabula::eval
