// Two articles that share one passage, for the tests of what is shown of it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/pile.hpp"

namespace fabula::render {

struct TestPair {
  // The whole of both texts is the passage; `edits` are the words that leave and come, in order.
  // Words that are only put in stand before the same words of `a` as in `b`.
  TestPair(std::string a, std::string b,
           const std::vector<std::pair<std::string, std::string>>& edits) {
    const auto size_a = static_cast<std::uint32_t>(a.size());
    const auto size_b = static_cast<std::uint32_t>(b.size());
    ReuseLink& link = pile.reuse.emplace_back();
    link.id = "r0000000000000001";
    link.a = {0, {0, size_a}};
    link.b = {1, {0, size_b}};
    std::uint32_t at_a = 0, at_b = 0;
    for (const auto& [was, now] : edits) {
      // The next place where both sides have what the edit says, behind equal bytes.
      while (a.compare(at_a, was.size(), was) != 0 || b.compare(at_b, now.size(), now) != 0) {
        expect_same(a, at_a, b, at_b);
        ++at_a;
        ++at_b;
      }
      const Range in_a{at_a, at_a + static_cast<std::uint32_t>(was.size())};
      const Range in_b{at_b, at_b + static_cast<std::uint32_t>(now.size())};
      link.edits.push_back({was.empty() ? "insert" : now.empty() ? "cut" : "replace", in_a, in_b});
      at_a = in_a.end;
      at_b = in_b.end;
    }
    EXPECT_EQ(a.substr(at_a), b.substr(at_b));
    link.words = 8;
    link.aligned_words = 10;
    link.type = "copy";
    link.direction = "a->b";
    link.because = "the other is later";
    link.rule = "reuse.class.copy";
    add(std::move(a), "pile/a.txt", "Orra Post");
    add(std::move(b), "pile/b.txt", "Vale Ledger");
  }

  void add(std::string text, std::string source, std::string outlet) {
    AnnotatedArticle made;
    made.article.id = "a00000000000000" + std::to_string(10 + pile.articles.size());
    made.article.sources = {std::move(source)};
    made.article.outlet = std::move(outlet);
    made.article.text = std::move(text);
    const Range whole{0, static_cast<std::uint32_t>(made.article.text.size())};
    made.article.paragraphs = {{whole, Role::kBody, "role.body"}};
    made.segmentation.sentences = {{whole, 0, 0, 0}};
    pile.articles.push_back(std::move(made));
  }
  [[nodiscard]] const ReuseLink& link() const { return pile.reuse.front(); }

  Pile pile;

 private:
  static void expect_same(const std::string& a, std::uint32_t at_a, const std::string& b,
                          std::uint32_t at_b) {
    ASSERT_LT(at_a, a.size());
    ASSERT_LT(at_b, b.size());
    EXPECT_EQ(a[at_a], b[at_b]) << "before an edit";
  }
};

}  // namespace fabula::render
