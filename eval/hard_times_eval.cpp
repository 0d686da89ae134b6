// The invented hard cases of time expressions: how many have all fields right, and which do not.
//
//   hard_times_eval times.json
//
// The outlet's country is given as the region of the article's language.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "model/article.hpp"
#include "quotes/quotes.hpp"
#include "segment/segment.hpp"
#include "times/times.hpp"

namespace {

using fabula::TimeExpression;
using nlohmann::json;

fabula::Article article_of(const json& c) {
  fabula::Article article;
  article.text = c["text"].get<std::string>();
  article.language = c["locale"].get<std::string>();
  article.paragraphs.push_back({{0, static_cast<std::uint32_t>(article.text.size())}, {}, {}});
  if (const auto day = fabula::parse_iso_day(c["published"].get<std::string>().substr(0, 10))) {
    article.published.when = fabula::when_day(*day);
    article.published.basis = fabula::DateBasis::kStated;
  }
  return article;
}

std::string day_or_nothing(const json& day) {
  return day.is_string() ? day.get<std::string>() : "";
}

bool is_reading(const TimeExpression& found, const json& expected) {
  const auto day = [](const std::optional<fabula::Day>& d) { return d ? fabula::iso(*d) : ""; };
  return found.value == expected["value"].get<std::string>() &&
         day(found.when.earliest) == day_or_nothing(expected["when"]["earliest"]) &&
         day(found.when.latest) == day_or_nothing(expected["when"]["latest"]);
}

bool is_right(const std::string& text, const TimeExpression& found, const json& expected) {
  const std::string words(fabula::words_of(text, found.range));
  const bool is_span = found.range.begin >= expected["begin"].get<std::uint32_t>() &&
                       found.range.end <= expected["end"].get<std::uint32_t>() &&
                       words.find(expected["core"].get<std::string>()) != std::string::npos;
  bool is_value = is_reading(found, expected);
  if (expected.contains("accept"))
    for (const json& other : expected["accept"]) is_value = is_value || is_reading(found, other);
  bool has_alternatives = true;
  for (const json& value : expected["alternatives"])
    has_alternatives =
        has_alternatives && std::count(found.alternatives.begin(), found.alternatives.end(),
                                       value.get<std::string>()) == 1;
  return is_span && is_value && has_alternatives &&
         fabula::name_of(found.type) == expected["type"].get<std::string>();
}

bool is_split(const std::string& text, const std::vector<TimeExpression>& found,
              const json& parts) {
  if (found.size() != parts.size()) return false;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (fabula::words_of(text, found[i].range) != parts[i]["text"].get<std::string>() ||
        found[i].value != parts[i]["value"].get<std::string>())
      return false;
  return true;
}

bool is_case_right(const std::string& text, const std::vector<TimeExpression>& found,
                   const json& expected) {
  if (expected.size() == 1 && expected[0].contains("accept_split") &&
      is_split(text, found, expected[0]["accept_split"]))
    return true;
  if (found.size() != expected.size()) return false;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!is_right(text, found[i], expected[i])) return false;
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: hard_times_eval times.json\n");
    return 2;
  }
  std::ifstream in(argv[1]);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const json file = json::parse(bytes, nullptr, false);
  if (file.is_discarded()) return 1;
  int n_right = 0;
  int n_cases = 0;
  for (const json& c : file["cases"]) {
    const fabula::Article article = article_of(c);
    const auto segmentation = fabula::segment::segment(article);
    std::vector<fabula::Quote> quotes;
    for (const fabula::QuotedPart& part : segmentation.quoted) {
      quotes.emplace_back();
      quotes.back().range = part.inner;
      quotes.back().parts = {part.inner};
    }
    const auto found = fabula::times::find_times(article, segmentation, quotes);
    ++n_cases;
    if (is_case_right(article.text, found, c["expected"])) {
      ++n_right;
      continue;
    }
    std::printf("%s  %s\n", c["id"].get<std::string>().c_str(), article.text.c_str());
    for (const json& e : c["expected"])
      std::printf("    want [%s] %s %s\n", e["text"].get<std::string>().c_str(),
                  e["value"].get<std::string>().c_str(), e["when"].dump().c_str());
    for (const TimeExpression& t : found)
      std::printf("    have [%s] %s %s {%s}\n",
                  std::string(fabula::words_of(article.text, t.range)).c_str(),
                  t.value.str().c_str(), t.when.edtf.str().c_str(), t.rule.str().c_str());
  }
  std::printf("%d of %d right\n", n_right, n_cases);
  return 0;
}
