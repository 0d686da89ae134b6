#include "timeline/news_scene.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace fabula::timeline {
namespace {

bool is_scene(std::string_view sentence, SceneTraits traits = {}) {
  const NewsWords words(sentence, {0, static_cast<std::uint32_t>(sentence.size())});
  return is_scene(words.all(), traits);
}

TEST(NewsScene, WhatAVisitorWouldSee) {
  for (const char* sentence :
       {"Tea is on the table when Vera Bell opens the door.",
        "The fishermen of Orra shrug when the bridge is mentioned.",
        "He wiped his hands on his apron and sighed.", "Gulls circled over the empty quay.",
        "Vera Bell nods and points to the water.", "A candle burns in the window of the mill.",
        "The clock strikes while the visitor looks for a chair.",
        "The schoolmaster leads the visitor through the boats.",
        "The bakers went to work as if nothing had happened."})
    EXPECT_TRUE(is_scene(sentence)) << sentence;
  EXPECT_TRUE(is_scene("The ferry left at noon, as always.", {.has_time = true}));
  EXPECT_TRUE(is_scene("Vera Bell (43) keeps the letters in a tin.", {.behind_person = 2}));
  EXPECT_TRUE(is_scene("The baker Vera Bell meets visitors in the shop.", {.behind_person = 4}));
  EXPECT_TRUE(is_scene("An old photograph hangs above the stove."));
  EXPECT_FALSE(is_scene("The baker Vera Bell meets the council.", {.behind_person = 4}));
}

TEST(NewsScene, NewsIsNone) {
  for (const char* sentence :
       {"Vera Bell opened the bridge to cars.", "The mill burned down.",
        "A man waves at the cameras, police said.", "The council resigned and nodded to the crowd.",
        "Vera Bell opens the new bridge.", "The bridge is on the far side of the valley.",
        "Vera Bell won, as always.", "Vera Bell runs the mill.", "Vera Bell, a nurse, was there.",
        "Swimmers drown as waves break."})
    EXPECT_FALSE(is_scene(sentence)) << sentence;
}

}  // namespace
}  // namespace fabula::timeline
