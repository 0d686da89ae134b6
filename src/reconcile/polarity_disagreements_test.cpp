#include "reconcile/polarity_disagreements.hpp"

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

// "arrest: Bo Marlow: happened, did not happen"
std::vector<std::string> whether(std::string_view denial, std::string_view day = "2024-06-19",
                                 std::string_view done =
                                     "The councillor Bo Marlow resigned on "
                                     "Monday.") {
  PileOfOneStory pile;
  pile.add("2024-06-18", done).add(day, denial);
  std::vector<std::string> lines;
  for (const Disagreement& record : pile.records())
    lines.push_back(
        fmt::format("{}: {}, {}", record.about, record.values[0].value, record.values[1].value));
  return lines;
}

TEST(PolarityDisagreements, DeniedThat) {
  const auto differ = ElementsAre("resignation: Bo Marlow: happened, did not happen");
  for (const std::string_view denial :
       {"The town denied that Bo Marlow had resigned.",
        "A spokeswoman of the town denied that the councillor Bo Marlow had stepped down.",
        "The town denied that Bo Marlow had resigned. It was reported on Monday that he resigned."})
    EXPECT_THAT(whether(denial), differ) << denial;
  for (const std::string_view denial :
       {"Bo Marlow did not resign.", "Bo Marlow has not resigned.", "Bo Marlow never resigned.",
        "The town denied that Bo Marlow resigned in May.",
        "The town denied that Bo Marlow had resigned over the weir.",
        "In May the town denied that Bo Marlow had resigned.",
        "Hardly anyone denied that Bo Marlow had resigned.",
        "The town has not denied that Bo Marlow had resigned.",
        "The town denied that Ida Fenn had asked Bo Marlow or that he had resigned.",
        "The town denied that Ida Fenn was told that Bo Marlow had resigned.",
        "The town denied that Bo Marlow's brother had resigned.",
        "The town denied that Ida Fenn had resigned.", "Bo Marlow denied a theft and resigned.",
        "The town denied that Bo Marlow had resigned. He quit in the evening.",
        "\u201cThe town denied that Bo Marlow had resigned,\u201d Ida Fenn said."})
    EXPECT_THAT(whether(denial), IsEmpty()) << denial;
}

TEST(PolarityDisagreements, Days) {
  constexpr std::string_view kDenial = "The town denied that Bo Marlow had resigned.";
  EXPECT_THAT(whether(kDenial, "2024-06-25"), testing::SizeIs(1));
  // He may have since, or it is of another time.
  EXPECT_THAT(whether(kDenial, "2024-06-18"), IsEmpty());
  EXPECT_THAT(whether(kDenial, "2024-06-17"), IsEmpty());
  EXPECT_THAT(whether(kDenial, "2024-06-26"), IsEmpty());
  EXPECT_THAT(whether(kDenial, "2024-06-19", "Bo Marlow resigned in 2019."), IsEmpty());
}

TEST(PolarityDisagreements, ToldAsDone) {
  const auto of = [](std::string_view done) {
    return whether("Police denied that Bo Marlow had been arrested.", "2024-06-20", done);
  };
  for (const std::string_view done :
       {"Bo Marlow was arrested on Monday.", "Police arrested the builder Bo Marlow on Monday.",
        "His lawyer said Bo Marlow, a 35-year-old builder, was arrested at the weir."})
    EXPECT_THAT(of(done), ElementsAre("arrest: Bo Marlow: happened, did not happen")) << done;
  for (const std::string_view done :
       {"Bo Marlow was nearly arrested.", "Rumours said Bo Marlow was arrested.",
        "Bo Marlow was reportedly arrested.", "Bo Marlow was not arrested.",
        "Bo Marlow would be arrested.", "The brother of Bo Marlow was arrested.",
        "Bo Marlow's brother was arrested.", "Bo Marlow was charged."})
    EXPECT_THAT(of(done), IsEmpty()) << done;
}

}  // namespace
}  // namespace fabula::reconcile
