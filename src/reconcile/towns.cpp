#include "reconcile/towns.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "language/telling.hpp"
#include "text/utf8.hpp"

namespace fabula::reconcile {
namespace {

enum class Kind : std::uint8_t { kUnknown, kTown, kOther };

bool ends_with_any(std::string_view text, auto... endings) {
  return (text.ends_with(endings) || ...);
}
bool begins_with_any(std::string_view text, auto... beginnings) {
  return (text.starts_with(beginnings) || ...);
}

// Of a name by what stands around it.
Kind kind_of(std::string_view before, std::string_view after) {
  if (ends_with_any(before, "town of ", "city of ", "village of ", "hamlet of "))
    return Kind::kTown;
  if (ends_with_any(before, "district of ", "province of ", "state of ", "region of ", "island of ",
                    "suburb of ", "county of ", "borough of ", "republic of ", "kingdom of ",
                    "quarter of ", "department of ", "parish of ", "valley of ", "republic of "))
    return Kind::kOther;
  if (begins_with_any(after, " county", " district", " province", " state", " region", " island",
                      " suburb", " borough", " quarter", " valley", " prison", " hospital",
                      " airport", " area", ", a suburb", ", a district", ", a quarter",
                      ", a borough"))
    return Kind::kOther;
  if (begins_with_any(after, ", a town", ", a city", ", a village", ", a hamlet"))
    return Kind::kTown;
  return Kind::kUnknown;
}

// "KARSK, 3 May (Morning Wire) — ": "karsk"
std::string dateline_town(const AnnotatedArticle& article, Range sentence) {
  const std::string_view text = article.article.text;
  const std::uint32_t end = language::behind_dateline(text, sentence);
  if (end == sentence.begin) return {};
  std::string_view line = words_of(text, {sentence.begin, end});
  line = line.substr(0, line.find_first_of(",(/-"));
  if (const std::size_t dash = line.find("\xE2\x80"); dash != std::string_view::npos)
    line = line.substr(0, dash);
  while (line.ends_with(' ')) line.remove_suffix(1);
  return text::ascii_lower(line);
}

}  // namespace

const Towns::Known& Towns::known(const std::string& name) {
  const auto [found, is_new] = known_.try_emplace(name);
  Known& known = found->second;
  if (!is_new) return known;
  const std::string lower = text::ascii_lower(name);
  bool is_other = false;
  for (std::uint32_t a = 0; a < pile_.articles.size(); ++a) {
    const AnnotatedArticle& article = pile_.articles[a];
    const auto& things = article.names.things;
    const auto thing = std::ranges::find_if(things, [&](const NamedThing& each) {
      return each.name == name || std::ranges::binary_search(each.forms, name);
    });
    for (const Sentence& sentence : article.segmentation.sentences) {
      if (article.article.paragraphs[sentence.paragraph].role != Role::kBody) continue;
      known.is_town |= dateline_town(article, sentence.range) == lower;
      break;
    }
    if (thing == things.end()) continue;
    known.articles.push_back(a);
    const std::string_view text = article.article.text;
    for (const Mention& mention : article.names.mentions) {
      if (std::cmp_not_equal(mention.thing, std::distance(things.begin(), thing))) continue;
      const Kind kind =
          kind_of(text.substr(0, mention.range.begin), text.substr(mention.range.end));
      known.is_town |= kind == Kind::kTown;
      is_other |= kind == Kind::kOther;
    }
  }
  known.is_town &= !is_other;
  return known;
}

bool Towns::is_town(const std::string& name) { return known(name).is_town; }

bool Towns::are_named_together(const std::string& x, const std::string& y) {
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(known(x).articles, known(y).articles, std::back_inserter(both));
  return !both.empty();
}

}  // namespace fabula::reconcile
