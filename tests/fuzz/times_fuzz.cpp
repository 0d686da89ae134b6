// Any bytes as the text of an article: the engine must not fail, and every time expression must
// stand inside the text, in order, without overlap, with an interval that is not empty.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/article.hpp"
#include "text/utf8.hpp"
#include "times/times.hpp"

namespace {

// The first byte says whether, and when, the article was published.
fabula::Article article_of(const std::uint8_t* data, std::size_t size) {
  fabula::Article article;
  if (size == 0) return article;
  static constexpr const char* kDays[] = {"",           "2024-05-15", "2020-02-29",
                                          "1999-12-31", "0001-01-01", "9999-12-31"};
  if (const auto day = fabula::parse_iso_day(kDays[data[0] % 6])) {
    article.published.when = fabula::when_day(*day);
    article.published.basis = fabula::DateBasis::kStated;
  }
  static constexpr const char* kLanguages[] = {"en", "en-GB", "en-US", "en-AU"};
  article.language = kLanguages[data[0] / 6 % 4];
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  article.text = fabula::text::to_valid_utf8(bytes);
  const auto n = static_cast<std::uint32_t>(article.text.size());
  if (n > 0) article.paragraphs.push_back({{0, n}, {}, {}});
  return article;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fabula::Article article = article_of(data, size);
  std::vector<fabula::Quote> quotes(1);
  const auto middle = static_cast<std::uint32_t>(article.text.size() / 2);
  quotes[0].range = {middle, static_cast<std::uint32_t>(article.text.size())};
  quotes[0].parts = {quotes[0].range};
  const auto found = fabula::times::find_times(article, {}, quotes);
  std::uint32_t end = 0;
  for (const fabula::TimeExpression& time : found) {
    FABULA_CHECK(time.range.begin >= end && time.range.begin < time.range.end);
    FABULA_CHECK(time.range.end <= article.text.size());
    FABULA_CHECK(fabula::text::is_boundary(article.text, time.range.begin));
    FABULA_CHECK(fabula::text::is_boundary(article.text, time.range.end));
    FABULA_CHECK(!time.value.empty() && !time.rule.empty() && !time.anchor.empty());
    FABULA_CHECK(!time.when.known() || time.when.earliest <= time.when.latest);
    end = time.range.end;
  }
  return 0;
}
