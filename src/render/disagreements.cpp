#include "render/disagreements.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/views.hpp"
#include "text/utf8.hpp"

namespace fabula::render {
namespace {

Cell number(std::uint64_t n) { return static_cast<std::int64_t>(n); }
Cell day(const std::optional<Day>& some) { return some ? Cell(iso(*some)) : Cell(); }

}  // namespace

std::vector<std::string> sources_of(const Pile& pile, const DisagreeingValue& value) {
  std::vector<std::string> names;
  std::vector<std::string> seen;
  for (const ValueTelling& telling : value.tellings) {
    if (!telling.said_by) continue;
    const std::string_view name = words_of(pile, *telling.said_by);
    std::string lower = text::ascii_lower(name);
    if (std::ranges::find(seen, lower) != seen.end()) continue;
    seen.push_back(std::move(lower));
    names.emplace_back(name);
  }
  return names;
}

std::vector<std::uint32_t> articles_of(const DisagreeingValue& value) {
  std::vector<std::uint32_t> articles;
  for (const ValueTelling& telling : value.tellings) articles.push_back(telling.words.article);
  std::ranges::sort(articles);
  const auto twice = std::ranges::unique(articles);
  articles.erase(twice.begin(), twice.end());
  return articles;
}

std::string about_text(const Disagreement& disagreement) {
  if (disagreement.kind == "count") return "how many: " + disagreement.about;
  if (disagreement.kind == "money") return "how much: " + disagreement.about;
  if (disagreement.kind == "age") return "how old: " + disagreement.about;
  if (disagreement.kind == "day") return "when: " + disagreement.about;
  if (disagreement.kind == "polarity") return "whether: " + disagreement.about;
  if (disagreement.kind == "spelling") return "how spelled: " + disagreement.about;
  if (disagreement.kind == "speaker")
    return fmt::format("who said: “{}”", one_line(disagreement.about, 160));
  return disagreement.about;
}

std::string standing_of(const Pile& pile, const DisagreeingValue& value) {
  std::vector<std::string> parts = sources_of(pile, value);
  const std::size_t n_articles = articles_of(value).size();
  parts.push_back(value.n_origins == n_articles
                      ? counted(n_articles, "articles")
                      : fmt::format("{} of {}", counted(value.n_origins, "origins"),
                                    counted(n_articles, "articles")));
  parts.push_back(when_text(value.as_of));
  return fmt::format("{}", fmt::join(parts, "; "));
}

Table disagreements_table(const Pile& pile) {
  Table table{{{"id", "", 0},
               {"about", "ABOUT", 22, true},
               {"kind", "", 0},
               {"value", "VALUE", 16, true},
               {"origins", "ORIGINS", 7, true, true},
               {"said_by", "SAID BY", 22},
               {"as_of", "AS OF", 14},
               {"earliest", "", 0},
               {"latest", "", 0},
               {"line", "WORDS", 0},
               {"outlet", "SOURCE", 24},
               {"source", "", 0},
               {"article", "", 0},
               {"begin", "", 0},
               {"end", "", 0},
               {"because", "", 0},
               {"rule", "", 0},
               {"short", "ID", 8, true}},
              {}};
  constexpr std::size_t kLineBytes = 400;
  for (const Disagreement& d : pile.disagreements)
    for (const DisagreeingValue& v : d.values)
      for (const ValueTelling& t : v.tellings) {
        const AnnotatedArticle& a = pile.articles[t.words.article];
        const Sentence* sentence = sentence_at(a.segmentation, t.words.range.begin);
        const Span line{t.words.article, sentence != nullptr ? sentence->range : t.words.range};
        table.rows.push_back({d.id, about_text(d), d.kind, v.value, number(v.n_origins),
                              t.said_by ? Cell(one_line(words_of(pile, *t.said_by), 60)) : Cell(),
                              when_text(t.as_of), day(t.as_of.earliest), day(t.as_of.latest),
                              one_line(words_of(pile, line), kLineBytes), source_label(a.article),
                              a.article.sources.front(), a.article.id, number(t.words.range.begin),
                              number(t.words.range.end), d.because, d.rule, short_id(d.id)});
      }
  return table;
}

}  // namespace fabula::render
