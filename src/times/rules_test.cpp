// Runs every example of the rule table: rules_table.inc is its own test suite.
#include "times/rules.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "times/test_article.hpp"
#include "times/times.hpp"

namespace fabula::times {
namespace {

struct Example {
  std::string_view rule;
  bool fires = false;
  std::string_view text;
  std::string_view words;
  std::string_view value;
};

std::vector<Example> examples() {
  std::vector<Example> all;
  std::string_view rule;
#define RULE(id, pass, makes, op, sign, licence, pattern) rule = id;
#define YES(text, words, value) all.push_back({rule, true, text, words, value});
#define NO(text) all.push_back({rule, false, text, {}, {}});
#include "times/rules_table.inc"
#undef NO
#undef YES
#undef RULE
  return all;
}

TEST(Rules, FireOnTheirExamples) {
  for (const Example& example : examples()) {
    if (!example.fires) continue;
    const Article article = test_article(example.text, "2024-05-15", "en-US");
    const auto found = find_times(article, {}, {});
    bool is_right = false;
    std::string seen;
    for (const TimeExpression& time : found) {
      const std::string words(words_of(article.text, time.range));
      seen += " [" + words + "] " + time.value + " " + time.rule;
      is_right = is_right || (words == example.words && time.value == example.value);
    }
    EXPECT_TRUE(is_right) << example.rule << ": " << example.text << "\n  wants [" << example.words
                          << "] " << example.value << "\n  found" << seen;
  }
}

TEST(Rules, AreSilentOnTheirCounterExamples) {
  for (const Example& example : examples()) {
    if (example.fires) continue;
    const Article article = test_article(example.text, "2024-05-15", "en-US");
    for (const TimeExpression& time : find_times(article, {}, {}))
      EXPECT_NE(time.rule, example.rule)
          << example.text << " [" << words_of(article.text, time.range) << "]";
  }
}

TEST(Rules, HaveThreeExamplesAndThreeCounterExamplesEach) {
  std::map<std::string_view, int> n_yes;
  std::map<std::string_view, int> n_no;
  for (const Example& example : examples()) ++(example.fires ? n_yes : n_no)[example.rule];
  for (const Rule& rule : rules()) {
    EXPECT_GE(n_yes[rule.id], 3) << rule.id;
    EXPECT_GE(n_no[rule.id], 3) << rule.id;
  }
}

TEST(Rules, HaveOneIdEachAndFitTheMatcher) {
  std::set<std::string_view> ids;
  for (const Rule& rule : rules()) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_LE(rule.items.size(), kMaxItems) << rule.id;
    EXPECT_FALSE(rule.items.empty()) << rule.id;
    for (const Item& item : rule.items)
      EXPECT_TRUE(item.classes != 0 || item.n_words > 0) << rule.id << ": " << rule.pattern;
  }
}

}  // namespace
}  // namespace fabula::times
