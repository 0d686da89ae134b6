// Disagreements on where something was done, and on whether it was.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "reconcile/one_story_test.hpp"

namespace fabula::reconcile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "arrest: Bo Marlow: Karsk, Orra"
std::vector<std::string> lines_of(const PileOfOneStory& pile) {
  std::vector<std::string> lines;
  for (const Disagreement& record : pile.records())
    lines.push_back(
        fmt::format("{}: {}, {}", record.about, record.values[0].value, record.values[1].value));
  return lines;
}

constexpr std::string_view kInOrra =
    "ORRA, 17 June (Morning Wire) \u2014 Bo Marlow was arrested on Monday in Orra.";

std::vector<std::string> places(std::string_view other, std::string_view day = "2024-06-18") {
  PileOfOneStory pile;
  pile.add("2024-06-17", kInOrra).add(day, other);
  pile.add("2024-06-10", "Rain fell on the village of Karsk. The Karsk valley is dry.");
  pile.add("2024-06-10", "The town of Millbrook voted. The district of Vale did not.");
  return lines_of(pile);
}

TEST(WhereAndWhether, PlacesOfOneArrest) {
  const auto differ = ElementsAre("arrest: Bo Marlow: Orra, Millbrook");
  for (const std::string_view other :
       {"Bo Marlow was arrested in Millbrook on Monday.",
        "Police arrested the builder Bo Marlow on Monday in Millbrook.",
        "Police said Bo Marlow, a 35-year-old builder, was arrested at his home in the town of "
        "Millbrook on Monday."})
    EXPECT_THAT(places(other), differ) << other;
  for (const std::string_view other :
       {"Bo Marlow was arrested in Millbrook.",            // on which day?
        "Bo Marlow was arrested in Millbrook on Sunday.",  // again
        "Bo Marlow was arrested in Karsk on Monday.",      // a valley or a village
        "Bo Marlow was arrested in Vale on Monday.",       // a district
        "Bo Marlow was arrested in Hall 12 on Monday.",
        "Bo Marlow was arrested in Ora on Monday.",  // a spelling
        "Bo Marlow was arrested in Lower Millbrook on Monday.",
        "Bo Marlow was arrested in Millbrook, near Orra, on Monday.",
        "Bo Marlow was arrested and held in Millbrook on Monday.",
        "Bo Marlow was arrested for a theft in Millbrook on Monday.",
        "Bo Marlow's brother was arrested in Millbrook on Monday.",
        "Bo Marlow and Ida Fenn were arrested in Millbrook on Monday.",
        "Bo Marlow was reportedly arrested in Millbrook on Monday.",
        "Bo Marlow will be arrested in Millbrook on Monday.",
        "Bo Marlow was charged in Millbrook on Monday.",
        "Ida Fenn was arrested in Millbrook on Monday."})
    EXPECT_THAT(places(other), IsEmpty()) << other;
}

TEST(WhereAndWhether, PlacesOfOneDeath) {
  PileOfOneStory pile;
  pile.add("2024-06-17", "The painter Ina Lowe died in the town of Orra.");
  pile.add("2024-06-18", "The painter Ina Lowe died at a clinic in the city of Karsk on Sunday.");
  pile.add("2024-06-18",
           "The painter Ina Lowe died in the town of Orra. Ina Lowe was buried in Vale.");
  EXPECT_THAT(lines_of(pile), ElementsAre("death: Ina Lowe: Orra, Karsk"));
  // An article that has both says that one lies by the other, or that accounts differ.
  pile.add("2024-06-18", "Trains between Orra and Karsk were late.");
  EXPECT_THAT(lines_of(pile), IsEmpty());
}

std::vector<std::string> whether(std::string_view denial, std::string_view day = "2024-06-19",
                                 std::string_view done =
                                     "The councillor Bo Marlow resigned on "
                                     "Monday.") {
  PileOfOneStory pile;
  pile.add("2024-06-18", done).add(day, denial);
  return lines_of(pile);
}

TEST(WhereAndWhether, ResignedOrNot) {
  const auto differ = ElementsAre("resignation: Bo Marlow: happened, did not happen");
  for (const std::string_view denial :
       {"The councillor Bo Marlow did not resign.", "Bo Marlow didn't resign, his office said.",
        "The town said on Wednesday that Bo Marlow did not resign.",
        "The town denied that Bo Marlow had resigned.",
        "Bo Marlow did not step down. It was reported on Monday that Bo Marlow resigned."})
    EXPECT_THAT(whether(denial), differ) << denial;
  EXPECT_THAT(whether("The town denied that Bo Marlow had resigned.", "2024-06-18"), differ);
  for (const std::string_view denial :
       {"Bo Marlow has not resigned.",
        "Bo Marlow had not resigned.",
        "Bo Marlow never resigned.",
        "Bo Marlow did not resign earlier.",
        "Bo Marlow did not resign over the weir.",
        "Bo Marlow did not resign, and was voted out.",
        "Why Bo Marlow did not resign.",
        "Bo Marlow would not have resigned.",
        "Bo Marlow did not say that he had resigned.",
        "Bo Marlow did not stop and resigned.",
        "In May, Bo Marlow did not resign.",
        "The town has not denied that Bo Marlow had resigned.",
        "The town denied that Ida Fenn had asked Bo Marlow or that he had resigned.",
        "The town denied that Ida Fenn was told that Bo Marlow had resigned.",
        "Bo Marlow denied a theft and resigned.",
        "Bo Marlow's brother did not resign.",
        "Ida Fenn said Bo Marlow and Jon Esk did not resign.",
        "Bo Marlow did not resign. He stepped down in May.",
        "Ida Fenn did not resign.",
        "\u201cBo Marlow did not resign,\u201d Ida Fenn said."})
    EXPECT_THAT(whether(denial), IsEmpty()) << denial;
  // He may have since.
  EXPECT_THAT(whether("Bo Marlow did not resign.", "2024-06-18"), IsEmpty());
  EXPECT_THAT(whether("Bo Marlow did not resign.", "2024-06-17"), IsEmpty());
  EXPECT_THAT(whether("Bo Marlow did not resign.", "2024-06-28"), IsEmpty());
  EXPECT_THAT(whether("Bo Marlow did not resign.", "2024-06-19", "Bo Marlow resigned in 2019."),
              IsEmpty());
}

TEST(WhereAndWhether, ArrestedOrNot) {
  const auto of = [](std::string_view done, std::string_view denial) {
    return whether(denial, "2024-06-20", done);
  };
  const auto differ = ElementsAre("arrest: Bo Marlow: happened, did not happen");
  EXPECT_THAT(of("Bo Marlow was arrested on Monday.", "Bo Marlow was not arrested, police said."),
              differ);
  EXPECT_THAT(of("Police detained Bo Marlow on Monday.", "Police did not arrest Bo Marlow."),
              differ);
  EXPECT_THAT(of("Bo Marlow was arrested.", "Police denied that Bo Marlow had been arrested."),
              differ);
  EXPECT_THAT(of("Bo Marlow was arrested.", "Bo Marlow was not arrested for the theft."),
              IsEmpty());
  EXPECT_THAT(of("Bo Marlow was arrested.", "Bo Marlow was not only arrested."), IsEmpty());
  EXPECT_THAT(of("Bo Marlow was arrested.", "Officers not in uniform arrested Bo Marlow."),
              IsEmpty());
  EXPECT_THAT(of("Bo Marlow was arrested.", "Police did not arrest Bo Marlow of Orra and his son."),
              IsEmpty());
  EXPECT_THAT(of("Bo Marlow was nearly arrested.", "Bo Marlow was not arrested."), IsEmpty());
  EXPECT_THAT(of("Rumours said Bo Marlow was arrested.", "Bo Marlow was not arrested."), IsEmpty());
}

}  // namespace
}  // namespace fabula::reconcile
