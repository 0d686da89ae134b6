#include "timeline/news.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "model/across.hpp"

namespace fabula::timeline {
namespace {

// Articles of one line a paragraph, sentences parted by " | "; a line that begins with READ is no
// body text.
class NewsPile {
 public:
  std::uint32_t add(std::string text, std::optional<Day> stated = {}) {
    AnnotatedArticle made;
    Article& article = made.article;
    article.text = std::move(text);
    if (stated) article.published = {when_day(*stated), DateBasis::kStated, {}, {}};
    std::uint32_t begin = 0;
    while (begin < article.text.size()) {
      const auto end =
          static_cast<std::uint32_t>(std::min(article.text.find('\n', begin), article.text.size()));
      const auto paragraph = static_cast<std::uint32_t>(article.paragraphs.size());
      const bool is_promo = article.text.compare(begin, 4, "READ") == 0;
      article.paragraphs.push_back({{begin, end}, is_promo ? Role::kPromo : Role::kBody, "test"});
      for (std::uint32_t at = begin; at < end;) {
        const auto bar =
            static_cast<std::uint32_t>(std::min<std::size_t>(article.text.find(" | ", at), end));
        made.segmentation.sentences.push_back({{at, bar}, paragraph, 0, 0});
        at = bar + 3;
      }
      begin = end + 1;
    }
    pile.articles.push_back(std::move(made));
    return static_cast<std::uint32_t>(pile.articles.size() - 1);
  }
  Span find(std::uint32_t article, std::string_view words) const {
    const auto at = pile.articles[article].article.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    return {article,
            {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())}};
  }
  ReuseLink& share(std::uint32_t a, std::string_view in_a, std::uint32_t b, std::string_view in_b) {
    ReuseLink& link = pile.reuse.emplace_back();
    link.a = find(a, in_a);
    link.b = find(b, in_b);
    link.type = "copy";
    link.direction = "unknown";
    return link;
  }
  // "0 new: words" or "1 repeat: words < 0: words", one a line.
  std::string drawn() const {
    std::string lines;
    for (const NewsItem& item : find_news(pile)) {
      lines += std::to_string(item.span.article) + " " + item.label + ": " + words(item.span);
      if (item.earlier)
        lines += " < " + std::to_string(item.earlier->article) + ": " + words(*item.earlier);
      lines += "\n";
    }
    return lines;
  }
  std::string words(const Span& span) const {
    return std::string(words_of(pile.articles[span.article].article.text, span.range));
  }
  Pile pile;
};

Day march(unsigned day) { return std::chrono::year{2024} / 3 / std::chrono::day{day}; }

TEST(FindNews, TellsWhatWasPrintedBefore) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke. | Two men were missing.", march(11));
  const auto b = p.add("The dam at Orra broke! | They were found on Tuesday.", march(12));
  p.share(a, "The dam at Orra broke", b, "The dam at Orra broke");
  EXPECT_EQ(p.drawn(),
            "0 new: The dam at Orra broke.\n0 new: Two men were missing.\n"
            "1 repeat: The dam at Orra broke! < 0: The dam at Orra broke\n"
            "1 new: They were found on Tuesday.\n");
}

TEST(FindNews, SaysNothingWithoutAStatedDay) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke. | Two men were missing.");
  const auto b = p.add("The dam at Orra broke. | They were found on Tuesday.", march(12));
  p.share(a, "The dam at Orra broke", b, "The dam at Orra broke");
  EXPECT_EQ(p.drawn(), "1 new: They were found on Tuesday.\n");
}

TEST(FindNews, SaysNothingOfWordsSharedOnOneDay) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke.", march(12));
  const auto b = p.add("The dam at Orra broke.", march(12));
  ReuseLink& link = p.share(a, "The dam at Orra broke", b, "The dam at Orra broke");
  EXPECT_EQ(p.drawn(), "");
  link.direction = "b->a";
  EXPECT_EQ(p.drawn(), "");
}

TEST(FindNews, ADirectionAloneIsNoDay) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke.");
  const auto b = p.add("The dam at Orra broke.", march(12));
  p.share(a, "The dam at Orra broke", b, "The dam at Orra broke").direction = "a->b";
  EXPECT_EQ(p.drawn(), "");
}

TEST(FindNews, WordsPutInAreNew) {
  NewsPile p;
  const auto a = p.add("The dam broke. | Nobody came.", march(11));
  const auto b = p.add("The dam broke. | Grey geese circled twice. | Nobody came.", march(12));
  ReuseLink& link = p.share(a, "The dam broke. | Nobody came.", b,
                            "The dam broke. | Grey geese circled twice. | Nobody came.");
  const std::uint32_t at = p.find(a, "Nobody").range.begin;
  link.edits = {{"insert", {at, at}, p.find(b, "Grey geese circled twice. | ").range}};
  EXPECT_EQ(p.drawn(),
            "0 new: The dam broke.\n0 new: Nobody came.\n"
            "1 repeat: The dam broke. < 0: The dam broke.\n"
            "1 new: Grey geese circled twice.\n"
            "1 repeat: Nobody came. < 0: Nobody came.\n");
}

TEST(FindNews, EightyPercentOfTheWordsInOneArticle) {
  NewsPile p;
  const auto a = p.add("aaaa bbbb cccc dddd", march(10));
  const auto b = p.add("eeee", march(11));
  const auto c = p.add("aaaa bbbb cccc dddd eeee. | aaaa bbbb cccc ffff eeee.", march(12));
  p.share(a, "aaaa bbbb cccc dddd", c, "aaaa bbbb cccc dddd");
  p.share(a, "aaaa bbbb cccc", c, "aaaa bbbb cccc ffff");
  p.pile.reuse.back().b = p.find(c, "aaaa bbbb cccc ffff");
  p.pile.reuse.back().b.range.end -= 5;
  p.share(b, "eeee", c, "eeee.");
  // The first sentence has 4 of 5 words in a; the second 3 of 5.
  EXPECT_EQ(p.drawn(),
            "0 new: aaaa bbbb cccc dddd\n1 new: eeee\n"
            "2 repeat: aaaa bbbb cccc dddd eeee. < 0: aaaa bbbb cccc dddd\n"
            "2 new: aaaa bbbb cccc ffff eeee.\n");
}

TEST(FindNews, OfSeveralEarlierArticlesTheEarliest) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke.", march(11));
  const auto b = p.add("The dam at Orra broke.", march(10));
  const auto c = p.add("The dam at Orra broke.", march(12));
  for (const auto& [x, y] : {std::pair(a, c), std::pair(b, c), std::pair(b, a)})
    p.share(x, "The dam at Orra broke.", y, "The dam at Orra broke.");
  EXPECT_EQ(p.drawn(),
            "0 repeat: The dam at Orra broke. < 1: The dam at Orra broke.\n"
            "1 new: The dam at Orra broke.\n"
            "2 repeat: The dam at Orra broke. < 1: The dam at Orra broke.\n");
}

TEST(FindNews, FurnitureAndChanceDoNotCount) {
  NewsPile p;
  const auto a = p.add("The dam at Orra broke.\nREAD more.", march(11));
  const auto b = p.add("The dam at Orra broke.\nREAD more.", march(12));
  for (const char* type : {"furniture", "credit", "chance"})
    p.share(a, "The dam at Orra broke.", b, "The dam at Orra broke.").type = type;
  EXPECT_EQ(p.drawn(), "0 new: The dam at Orra broke.\n1 new: The dam at Orra broke.\n");
}

TEST(FindNews, ThePlaceFollowsTheEdits) {
  NewsPile p;
  const auto a = p.add("It is known. | We warned them three times, and nobody came.", march(11));
  const auto b = p.add("It is known. | We warned them twice, and nobody came.", march(12));
  ReuseLink& link = p.share(a, "It is known. | We warned them three times, and nobody came", b,
                            "It is known. | We warned them twice, and nobody came");
  link.edits = {{"replace", p.find(a, "three times").range, p.find(b, "twice").range}};
  EXPECT_EQ(p.drawn(),
            "0 new: It is known.\n0 new: We warned them three times, and nobody came.\n"
            "1 repeat: It is known. < 0: It is known.\n"
            "1 repeat: We warned them twice, and nobody came. < 0: "
            "We warned them three times, and nobody came\n");
}

}  // namespace
}  // namespace fabula::timeline
