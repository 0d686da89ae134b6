#include "timeline/timeline.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "language/annotated_test.hpp"
#include "timeline/line.hpp"
#include "timeline/tellings.hpp"

namespace fabula::timeline {
namespace {

// An article whose paragraphs are lines, whose sentences end at " | " or at a line's end, and whose
// times are the words given.
class PileMaker {
 public:
  std::uint32_t add(std::string text, std::optional<Day> published = {}) {
    AnnotatedArticle article;
    article.article.id = "a" + std::to_string(pile_.articles.size());
    article.article.text = std::move(text);
    if (published) article.article.published = {when_day(*published), DateBasis::kStated, {}, {}};
    split(article);
    pile_.articles.push_back(std::move(article));
    return static_cast<std::uint32_t>(pile_.articles.size() - 1);
  }

  void time(std::uint32_t article, std::string_view words, When when,
            std::string_view anchor = "none") {
    TimeExpression time;
    time.range = find(article, words);
    time.when = std::move(when);
    time.anchor = anchor;
    pile_.articles[article].times.push_back(time);
  }

  // Names a person and makes it known in the pile.
  void person(std::uint32_t article, std::string_view name) {
    Names& names = pile_.articles[article].names;
    const auto thing = static_cast<std::uint32_t>(names.things.size());
    names.things.push_back({std::string(name), {}, {}, {}, NameKind::kPerson, Gender::kUnknown, 1});
    names.mentions.push_back({find(article, name), thing, "test"});
    Person person;
    person.id = "p" + std::to_string(pile_.people.size());
    person.things.push_back({article, thing});
    pile_.people.push_back(person);
  }

  void quote(std::uint32_t article, std::string_view words) {
    Quote quote;
    quote.range = find(article, words);
    quote.parts = {quote.range};
    pile_.articles[article].quotes.push_back(quote);
  }

  Range find(std::uint32_t article, std::string_view words) const {
    const auto at = pile_.articles[article].article.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  }

  std::vector<Event> events() const {
    std::vector<std::uint32_t> parts(pile_.articles.size());
    for (std::uint32_t s = 0; s < pile_.stories.size(); ++s)
      for (const Membership& member : pile_.stories[s].members) parts[member.article] = s;
    return build_timeline(pile_, parts, find_mentions(pile_, {}, {}), {});
  }
  Pile& pile() { return pile_; }
  std::string line(const Event& event) const {
    return std::string(words_of(pile_.articles[event.line.article].article.text, event.line.range));
  }
  // "edtf line (articles/origins)", one a line.
  std::string drawn() const {
    std::string lines;
    for (const Event& event : events())
      lines += event.when.edtf + " " + line(event) + " (" + std::to_string(event.n_articles) + "/" +
               std::to_string(event.n_origins) + ")\n";
    return lines;
  }

 private:
  static void split(AnnotatedArticle& article) {
    const std::string& text = article.article.text;
    std::uint32_t begin = 0;
    while (begin < text.size()) {
      const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', begin), text.size()));
      const auto paragraph = static_cast<std::uint32_t>(article.article.paragraphs.size());
      const Role role = text.compare(begin, 4, "READ") == 0 ? Role::kPromo : Role::kBody;
      article.article.paragraphs.push_back({{begin, end}, role, "test"});
      for (std::uint32_t at = begin; at < end;) {
        const auto bar =
            static_cast<std::uint32_t>(std::min<std::size_t>(text.find(" | ", at), end));
        article.segmentation.sentences.push_back({{at, std::min(bar, end)}, paragraph, 0, 0});
        at = std::min(bar, end) + 3;
      }
      begin = end + 1;
    }
  }

  Pile pile_;
};

Day day(int year, unsigned month, unsigned d) {
  return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{d};
}

// A fire that tellings have on several days.
class FireOfTwoDays : public testing::Test {
 protected:
  void add(std::string_view text) {
    AnnotatedArticle made = language::annotated(text);
    made.article.id = "a" + std::to_string(pile_.articles.size());
    made.article.published = {when_day(day(2024, 5, 13)), DateBasis::kStated, {}, {}};
    made.times = times::find_times(made.article, made.segmentation, made.quotes);
    pile_.articles.push_back(std::move(made));
  }
  Event event() const {
    const std::vector<std::uint32_t> parts(pile_.articles.size());
    const std::vector<Event> events =
        build_timeline(pile_, parts, find_mentions(pile_, {}, {}), {});
    EXPECT_EQ(events.size(), 1U);
    return events.at(0);
  }

 private:
  Pile pile_;
};

TEST_F(FireOfTwoDays, IsOnTheDayThatMostArticlesTell) {
  add("The net loft of Ostrey burned down on Friday.");
  add("The net loft of Ostrey burned down on Saturday.");
  add("The net loft of Ostrey burned down on Saturday.");
  EXPECT_EQ(event().when.edtf, "2024-05-11");
  EXPECT_THAT(event().because,
              testing::Contains("'Friday' in the article of 2024-05-13 is 2024-05-10"));
}

TEST_F(FireOfTwoDays, IsOnEitherWhereAsManyTellIt) {
  add("The net loft of Ostrey burned down on Friday.");
  add("The net loft of Ostrey burned down on Saturday.");
  EXPECT_EQ(event().when.edtf, "2024-05-10/2024-05-11");
}

TEST(BuildTimeline, JoinsTellingsOfTheSameDays) {
  PileMaker maker;
  const auto a = maker.add("Lena Voss sang in the old hall on Tuesday evening.", day(2021, 9, 29));
  maker.time(a, "Tuesday evening", when_day(day(2021, 9, 28)), "published");
  const auto b = maker.add("On September 28, 2021, Voss performed in front of 200 people.");
  maker.time(b, "September 28, 2021", when_day(day(2021, 9, 28)));
  const auto c = maker.add("Theo Marsh was born to a family of bakers in 1985.", day(2021, 9, 30));
  maker.time(c, "1985", when_year(1985));
  maker.person(a, "Lena Voss");
  EXPECT_EQ(maker.drawn(),
            "1985 Theo Marsh was born to a family of bakers in 1985. (1/1)\n"
            "2021-09-28 Lena Voss sang in the old hall on Tuesday evening. (2/2)\n");
  const auto events = maker.events();
  EXPECT_EQ(events[1].because[0], "'Tuesday evening' in the article of 2021-09-29 is 2021-09-28");
  EXPECT_EQ(events[1].people, std::vector<std::uint32_t>{0});
  EXPECT_EQ(events[1].rule, "event.dated-sentence");
  EXPECT_EQ(events[1].tellings.size(), 2U);
}

TEST(BuildTimeline, KeepsTheFinestStretchOfASentence) {
  PileMaker maker;
  const auto a = maker.add("In 2021, on 3 May, Voss sang, two years after the fire of June 2019.",
                           day(2021, 6, 1));
  maker.time(a, "2021", when_year(2021));
  maker.time(a, "3 May", when_day(day(2021, 5, 3)));
  maker.time(a, "two years after", when_year(2019), "text");
  maker.time(a, "June 2019", when_month(2019, 6));
  const auto b = maker.add("Voss fell on 4 May, as she had done a year ago.", day(2021, 6, 1));
  maker.time(b, "4 May", when_day(day(2021, 5, 4)));
  maker.time(b, "a year ago", when_year(2020), "published");
  const auto tellings = find_tellings(maker.pile().articles[a], a);
  ASSERT_EQ(tellings.size(), 2U);
  EXPECT_EQ(tellings[0].when.edtf, "2021-05-03");
  EXPECT_TRUE(tellings[0].is_first);
  EXPECT_EQ(tellings[1].when.edtf, "2019-06");
  EXPECT_FALSE(tellings[1].is_first);
  EXPECT_EQ(find_tellings(maker.pile().articles[b], b).size(), 1U);
}

TEST(BuildTimeline, TakesAYearThatDescribesAThingForNoTime) {
  PileMaker maker;
  const auto a = maker.add(
      "Voss won the 2016 award. | Voss left in 2017 for good. | After Monday came the 2018 tour.");
  maker.time(a, "2016", when_year(2016));
  maker.time(a, "2017", when_year(2017));
  maker.time(a, "Monday", {}, "unresolved");
  maker.time(a, "2018", when_year(2018));
  const auto tellings = find_tellings(maker.pile().articles[a], a);
  ASSERT_EQ(tellings.size(), 1U);
  EXPECT_EQ(tellings[0].when.edtf, "2017");
  EXPECT_TRUE(tellings[0].is_first);
}

TEST(BuildTimeline, LeavesOutFurnitureAndUncertainTimesInQuotations) {
  PileMaker maker;
  const auto a = maker.add(
      "READ: Voss in May 2020\n\"I fell on Monday,\" said Voss. | \"It was in June 2019,\" she "
      "said.",
      day(2021, 6, 1));
  maker.time(a, "May 2020", when_month(2020, 5));
  maker.time(a, "Monday", when_day(day(2021, 5, 31)), "published");
  maker.time(a, "June 2019", when_month(2019, 6));
  maker.quote(a, "I fell on Monday,");
  maker.quote(a, "It was in June 2019,");
  EXPECT_EQ(maker.drawn(), "2019-06 \"It was in June 2019,\" she said. (1/1)\n");
}

TEST(BuildTimeline, ShowsEveryArticle) {
  PileMaker maker;
  const auto a =
      maker.add("READ: More\nIt began early. | Lena Voss sang for hours.", day(2021, 6, 1));
  maker.person(a, "Lena Voss");
  maker.add("Nobody knows when this was.");
  maker.add("Nobody knows when this was.");
  EXPECT_EQ(maker.drawn(),
            "[..2021-06-01] Lena Voss sang for hours. (1/1)\n"
            " Nobody knows when this was. (2/1)\n");
  EXPECT_EQ(maker.events()[0].rule, "event.published-lead");
}

TEST(BuildTimeline, CountsCopiesAndSharedPassagesOnce) {
  PileMaker maker;
  const When when = when_day(day(2020, 1, 2));
  for (const char* text :
       {"Voss sang on 2 January 2020 in Ardmore.", "VOSS sang on 2 January 2020, in Ardmore.",
        "On 2 January 2020 Voss, 38, sang.", "It was on 2 January 2020 that Voss sang.",
        "The concert of 2 January 2020 was long."}) {
    const auto article = maker.add(text, day(2020, 1, 3));
    maker.time(article, "2 January 2020", when);
  }
  EXPECT_EQ(maker.events()[0].n_origins, 4U);  // the first two say the same
  maker.pile().copies.push_back({"c1", {1, 2}});
  EXPECT_EQ(maker.events()[0].n_origins, 3U);
  ReuseLink link;
  link.a = {3, {0, 40}};
  link.b = {4, {0, 39}};
  maker.pile().reuse.push_back(link);
  const auto events = maker.events();
  EXPECT_EQ(events[0].n_origins, 2U);
  EXPECT_EQ(events[0].n_articles, 5U);
}

TEST(LineFaults, PreferCompleteSentencesThatNameSomebody) {
  PileMaker maker;
  const auto a = maker.add(
      "Lena Voss left the hall on 3 May 2021 with her band. | She left the hall on 3 May 2021 with "
      "her band. | and left the hall on 3 May 2021 with her band | Who left the hall on 3 May 2021 "
      "with her band?");
  maker.person(a, "Lena Voss");
  std::vector<int> faults;
  for (const Sentence& sentence : maker.pile().articles[a].segmentation.sentences)
    faults.push_back(
        line_faults(maker.pile().articles[a], {{a, sentence.range}, 0, {}, true, false}));
  EXPECT_EQ(faults, (std::vector{0, 4, 8, 8}));
}

TEST(LineFaults, PreferWhatTellsTheDayItselfAndWhenItIsOver) {
  PileMaker maker;
  const auto a = maker.add(
      "On Monday Lena Voss left the hall of Carrow. | Voss, who left the hall of Carrow on Monday, "
      "is ill. | Lena Voss named the hall that burned down on Monday. | The mayor said that Lena "
      "Voss left the hall on Monday.",
      day(2021, 5, 4));
  maker.person(a, "Lena Voss");
  const AnnotatedArticle& article = maker.pile().articles[a];
  for (std::size_t at = 0; (at = article.article.text.find("Monday", at)) != std::string::npos;
       ++at) {
    TimeExpression time;
    time.range = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 6)};
    maker.pile().articles[a].times.push_back(time);
  }
  const auto faults = [&](std::uint32_t i, Day told, float share) {
    Telling telling;
    telling.sentence = {a, article.segmentation.sentences[i].range};
    telling.time = i;
    telling.when = when_day(told);
    telling.share = share;
    return line_faults(article, telling);
  };
  const int none = faults(0, day(2021, 5, 3), 1);
  EXPECT_EQ(faults(1, day(2021, 5, 3), 1) - none, 4);  // in an aside, and nobody of a known name
  EXPECT_EQ(faults(2, day(2021, 5, 3), 1) - none, 4);
  EXPECT_EQ(faults(3, day(2021, 5, 3), 1) - none, 2);  // nobody of a known name
  EXPECT_EQ(faults(0, day(2021, 5, 9), 1) - none, 2);  // told before
  EXPECT_EQ(faults(0, day(2021, 5, 3), 0.5F) - none, 2);
}

TEST(BuildTimeline, GivesTheSameIdsForTheSameWords) {
  PileMaker maker;
  const auto a = maker.add("Voss sang on 2 January 2020.", day(2020, 1, 3));
  maker.time(a, "2 January 2020", when_day(day(2020, 1, 2)));
  const auto first = maker.events();
  const auto second = maker.events();
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(first[0].id, second[0].id);
  EXPECT_TRUE(build_timeline({}, {}, {}, {}).empty());
}

}  // namespace
}  // namespace fabula::timeline
