#include "extract/furniture.hpp"

#include <gtest/gtest.h>

#include "extract/byline.hpp"
#include "extract/content_note.hpp"
#include "extract/headline.hpp"
#include "extract/picture_credit.hpp"
#include "extract/words.hpp"

namespace fabula::extract {
namespace {

std::string role_of(std::string_view line) {
  const auto furniture = furniture_in(line);
  return furniture ? std::string(name_of(furniture->role)) : "none";
}

TEST(Furniture, Promotion) {
  for (const std::string_view line :
       {"Advertisement",
        "ADVERTISEMENT",
        "Loading the player...",
        "Story Continued Below",
        "READ: Old bridge falls in storm",
        "MORE: The ferry's first day",
        "WATCH: Ferryman and dog's sweet song for the old bridge",
        "RELATED: bridges - ten towns that lost theirs",
        "Related: Ten towns without a bridge",
        "( PHOTOS: The night of the flood)",
        "SEE ALSO: The price of a ferry ticket",
        "Scroll on for what she had to say on the quay...",
        "For more on the old bridge, scroll on to find out who built it...",
        "Make sure you never miss a tide! Sign up to our newsletter to get all of our harbour news "
        "delivered directly to your inbox.",
        "Sign up for the Vale Letter",
        "Follow us on Photogram",
        "Read more",
        "Share this article",
        "Share on Facebook Share on Twitter",
        "FacebookEmail Twitter Google+",
        "3 min read",
        "12 comments",
        "Copyright 2019 Vale Times. All rights reserved.",
        "© 2019 Vale Times",
        "Tap here to turn on notifications.",
        "* * *",
        "Image 1 of 3",
        "{\"unitName\":\"top\",\"display\":\"mobile\"}"})
    EXPECT_EQ(role_of(line), "promo") << line;
}

TEST(Furniture, Credits) {
  for (const std::string_view line :
       {"Getty Images", "via: Instagram", "via: Getty", "Photo: Jane Roe/AP", "Image Credit: AP",
        "(Credit: Vale Museum)", "Dado Roe / Reuters", "Jane Roe/AFP/Getty Images", "AP",
        "Photo by Jane Roe", "(Jane Roe/Vale Times)", "Screenshot:  Photogram",
        "/ Source: Associated Press", "Courtesy of the Roe family"})
    EXPECT_EQ(role_of(line), "credit") << line;
}

TEST(Furniture, Captions) {
  for (const std::string_view line :
       {"Jane Roe Image Credit: AP", "Jane Roe and Al Vey Image Credit: AP",
        "The old bridge in 2018 (Reuters/Jane Roe)", "The bridge. (AP Photo/Jane Roe)",
        "In this May 3, 2019, photo, sailors wait for the ferry.",
        "FILE - The old bridge in a photograph of 1911.", "The ferry in fog Jane Roe/Getty Images"})
    EXPECT_EQ(role_of(line), "caption") << line;
}

TEST(Furniture, Notes) {
  for (const std::string_view line :
       {"Correction: An earlier version misstated the width of the river.",
        "Editor's note: This story was first printed in the spring.",
        "Editor’s note: The name of the ferry was changed.",
        "This article has been updated to give the ferry's name.",
        "The Associated Press contributed to this report.", "Updated at 3:30 a.m. ET",
        "If you or someone you know needs help, call the harbour line.",
        "This article is more than 10 months old",
        "Warning: This article contains details about drowning."})
    EXPECT_EQ(role_of(line), "note") << line;
}

TEST(Furniture, BylinesAndPosts) {
  EXPECT_EQ(role_of("(Reporting by Jane Roe; editing by Al Vey)"), "byline");
  EXPECT_EQ(role_of("The bridge is gone — Jane Roe (@janeroe) March 3, 2021"), "embed");
  EXPECT_EQ(role_of("A post shared by Jane Roe (@janeroe)"), "embed");
}

TEST(Furniture, TheStoryIsNone) {
  for (const std::string_view line :
       {"The harbour office asked readers to follow us on the river if they could.",
        "\"Sign up to our newsletter,\" the poster on the quay said.",
        "\"Read this: it is all we have,\" she said, and gave him the letter.",
        "Because back in October last year, the town took to the river to see the bridge go.",
        "The town had already settled on a name for the ferry...",
        "Her honesty has touched the hearts of many.",
        "Truly heartbreaking.",
        "More: the council wants two ferries, not one, and it wants them by Monday.",
        "He put the photo by the window.",
        "She showed him the photo: a bridge in fog.",
        "The picture, taken by Reuters, shows the quay under water.",
        "The mayor, who told Reuters of the flood, left on Monday.",
        "Warning signs stood along the river for weeks.",
        "Advertisement for the new bridge will begin in May, the council said.",
        "Subscribers to the old ferry line get a free ride.",
        "Share prices fell on Monday.",
        "The ferry holds forty people (and a dog).",
        "It was the third flood in a year (Reuters).",
        "Getty opened the museum in 1974.",
        "Contacted on Monday, the mayor did not answer."})
    EXPECT_EQ(role_of(line), "none") << line;
}

TEST(ContentNote, WarnsOfTheArticle) {
  for (const std::string_view line :
       {"Warning: This article contains details about drowning.", "WARNING: Graphic images",
        "Content warning: suicide", "Trigger warning: drowning", "*Trigger warning: drowning*",
        "TW: drowning", "This story discusses assault, which some readers may find upsetting.",
        "This article contains descriptions of violence.",
        "Editor's note: This story contains strong language.",
        "Warning: Some readers may find the images below distressing."})
    EXPECT_TRUE(is_content_note(simple_form(line))) << line;
  for (const std::string_view line :
       {"Warning: the bridge may close again on Monday.",
        "This story contains interviews with forty sailors.",
        "Warning signs stood along the river.", "This report describes how the bridge was built.",
        "Note: All prices include the ferry.", "The film comes with a content warning."})
    EXPECT_FALSE(is_content_note(simple_form(line))) << line;
}

TEST(Byline, NamesAndSentences) {
  for (const std::string_view line :
       {"By Jane Roe", "BY JANE ROE", "By Jane Roe, Harbour Correspondent", "By Reuters",
        "By The Associated Press", "Words by JANE ROE and Al Vey", "by Jane Roe /",
        "By\xC2\xA0Jane Roe"})
    EXPECT_TRUE(is_byline(line)) << line;
  for (const std::string_view line :
       {"By Monday the water had gone.", "By then", "By and large it held", "Byron Roe", "By",
        "By noon the quay was full."})
    EXPECT_FALSE(is_byline(line)) << line;
  EXPECT_EQ(name_in_byline("By Jane Roe |"), "Jane Roe");
  EXPECT_EQ(name_in_byline("Words by: Jane Roe and Al Vey"), "Jane Roe and Al Vey");
}

TEST(Headline, StandfirstsAreCutOff) {
  const std::string_view joined =
      "Town weeps as old bridge falls in storm The mayor has asked for help";
  EXPECT_EQ(joined.substr(standfirst_in(joined)), "The mayor has asked for help");
  for (const std::string_view whole :
       {"Town weeps as old bridge falls in storm", "Mayor Thanks The Town After The Long Night",
        "Town weeps as The Daily Vale closes its doors", ""})
    EXPECT_EQ(standfirst_in(whole), whole.size()) << whole;
}

TEST(Headline, Datelines) {
  EXPECT_EQ(dateline_of("VALE HARBOR, Fla. — The river rose"), "VALE HARBOR, Fla.");
  EXPECT_EQ(dateline_of("LONDON (Reuters) - The river rose"), "LONDON (Reuters)");
  EXPECT_EQ(dateline_of("Vale Harbor (Agency) -- The river rose"), "Vale Harbor (Agency)");
  EXPECT_EQ(dateline_of("CityPaper - The river rose"), "CityPaper");
  EXPECT_EQ(dateline_of("The river — all of it — rose"), "");
  EXPECT_EQ(dateline_of("The river rose"), "");
  EXPECT_TRUE(is_outlet_name("Vale Times"));
  EXPECT_TRUE(is_outlet_name("CityPaper"));
  EXPECT_FALSE(is_outlet_name("LONDON"));
  EXPECT_FALSE(is_outlet_name("McRoe"));
  EXPECT_FALSE(is_outlet_name("The river"));
}

TEST(Words, SimpleForm) {
  EXPECT_EQ(simple_form("  “It’s\xC2\xA0OVER”… —\nnow "), "\"it's over\"... - now");
  EXPECT_EQ(simple_form(""), "");
  EXPECT_TRUE(ends_sentence("It is over.”"));
  EXPECT_TRUE(ends_sentence("over...)"));
  EXPECT_FALSE(ends_sentence("over"));
  EXPECT_TRUE(is_title_case("Mayor Opens the Bridge After Storm"));
  EXPECT_FALSE(is_title_case("Mayor opens the bridge after storm"));
}

}  // namespace
}  // namespace fabula::extract
