#include "labelled_pile.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "extract/extract.hpp"

namespace fabula::eval {
namespace {

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
  Capture capture;
  capture.sources = {article.id + ".jsonl:1"};
  capture.format = Format::kRecord;
  capture.fields.text = article.text;
  capture.fields.title = article.title;
  capture.fields.outlet = article.outlet;
  AnnotatedArticle made;
  if (auto extracted = extract::extract_article(capture, {})) made.article = std::move(*extracted);
  FABULA_CHECK(made.article.text == article.text);
  made.article.id = 'a' + article.id;
  made.article.published = {};
  if (article.stated_day) {
    made.article.published.when =
        when_day(std::chrono::sys_days{std::chrono::days{*article.stated_day}});
    made.article.published.basis = DateBasis::kStated;
  }
  return made;
}

void learn_roles(std::span<AnnotatedArticle> articles) {
  std::vector<const Article*> pointers;
  for (const AnnotatedArticle& annotated : articles) pointers.push_back(&annotated.article);
  for (const auto& learned : extract::learn_roles(pointers, Context{})) {
    Paragraph& paragraph = articles[learned.article].article.paragraphs[learned.paragraph];
    paragraph.role = learned.role;
    paragraph.rule = learned.rule;
  }
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
  learn_roles(pile.articles);
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
