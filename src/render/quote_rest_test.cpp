#include "render/quote_rest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/compare.hpp"
#include "render/test_pair.hpp"
#include "render/views.hpp"

namespace fabula::render {
namespace {

using testing::HasSubstr;

// Two articles that share the words between "<" and ">", and quote what stands between the marks.
class Pair {
 public:
  Pair(std::string a, std::string b) : made_("x", "x", {}) {
    made_.pile = {};
    ReuseLink link;
    link.id = "r1";
    link.a = {0, add(std::move(a), "Orra Post")};
    link.b = {1, add(std::move(b), "Vale Ledger")};
    link.words = link.aligned_words = 5;
    link.type = "quote";
    link.direction = "unknown";
    made_.pile.reuse = {link};
  }

  [[nodiscard]] std::string rest() const {
    return quote_rest_text(pile(), pile().reuse.front(), "A", "B");
  }
  Pile& pile() { return made_.pile; }
  [[nodiscard]] const Pile& pile() const { return made_.pile; }

 private:
  Range add(std::string text, std::string outlet) {
    const auto taken_out = [&](char c) {
      const auto at = text.find(c);
      if (at != std::string::npos) text.erase(at, 1);
      return static_cast<std::uint32_t>(at);
    };
    const std::uint32_t begin = taken_out('<');
    const Range shared{begin, taken_out('>')};
    made_.add(text, "pile/" + outlet + ".txt", outlet);
    std::vector<Quote>& quotes = made_.pile.articles.back().quotes;
    for (std::size_t open = text.find('"'); open != std::string::npos;) {
      const std::size_t close = text.find('"', open + 1);
      Quote& quote = quotes.emplace_back();
      quote.range = {static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(close)};
      quote.parts = {quote.range};
      open = text.find('"', close + 1);
    }
    return shared;
  }

  TestPair made_;
};

TEST(QuoteRest, CutAtTheEnd) {
  const Pair pair(R"("<We warned them three times> last year, and nobody came," she said.)",
                  R"(She said: "<We warned them three times>." The county is silent.)");
  const auto rests = quote_rests(pair.pile(), pair.pile().reuse.front());
  ASSERT_EQ(rests.size(), 1U);
  EXPECT_EQ(rests[0].side, Side::kA);
  EXPECT_FALSE(rests[0].is_before);
  EXPECT_EQ(rests[0].n_words, 5U);
  EXPECT_EQ(pair.rest(), "the quotation goes on in A: 'last year, and nobody came'");
}

TEST(QuoteRest, CutAtTheBeginningAndOtherWordsAtTheEnd) {
  const Pair pair(R"("<We warned them three times> last year.")",
                  R"("As I said, <we warned them three times> in May.")");
  EXPECT_EQ(pair.rest(),
            "the quotation begins earlier in B: 'As I said'; goes on in A: 'last year'; goes on in "
            "B: 'in May'");
}

TEST(QuoteRest, WordsOutsideOfQuotationsAreNoCut) {
  EXPECT_EQ(Pair(R"("<We warned them three times>.")", R"("<We warned them three times>!")").rest(),
            "");
  EXPECT_EQ(
      Pair(R"("<We warned them three times> in May.")", "<we warned them three times>.").rest(),
      "");
  EXPECT_EQ(Pair(R"("We <warned>" them three <times>)", R"(We <warned> them three times)").rest(),
            "");
}

TEST(QuoteRest, WordsOfAnotherSharedPassageAreThere) {
  Pair pair(R"("<We warned them three times> last year, and nobody came.")",
            R"("<We warned them three times>." And: "and nobody came.")");
  ReuseLink other = pair.pile().reuse.front();
  other.id = "r2";
  const auto place = [&](std::uint32_t article) {
    const auto at = pair.pile().articles[article].article.text.rfind("and nobody came");
    return Range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 15)};
  };
  other.a.range = place(0);
  other.b.range = place(1);
  pair.pile().reuse.push_back(other);
  EXPECT_EQ(pair.rest(), "the quotation goes on in A: 'last year'");
}

TEST(QuoteRest, IsShownWhereNothingElseChanged) {
  const Pair pair(R"("<We warned them three times> last year.")",
                  R"("<We warned them three times>.")");
  std::ostringstream table, text, page;
  write_table(reuse_table(pair.pile(), {}), TableFormat::kJsonl, {}, table);
  EXPECT_THAT(table.str(),
              HasSubstr(R"("changed":"the quotation goes on in Orra Post: 'last year'")"));
  const Comparison comparison = compare(pair.pile(), 1, 0);
  write_comparison(pair.pile(), comparison, {}, {120, false}, text);
  EXPECT_THAT(text.str(), HasSubstr("1 quotation stands only in part on one side"));
  EXPECT_THAT(text.str(), HasSubstr("the quotation goes on in B: 'last year'"));
  write_comparison_html(pair.pile(), comparison, "0", page);
  EXPECT_THAT(page.str(), HasSubstr("the quotation goes on in B: &#39;last year&#39;"));
}

}  // namespace
}  // namespace fabula::render
