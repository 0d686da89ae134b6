#include "timeline/news_general.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace fabula::timeline {
namespace {

bool is_general(std::string_view sentence) {
  const NewsWords words(sentence, {0, static_cast<std::uint32_t>(sentence.size())});
  return is_general(words.all(), sentence.starts_with("Orra") || sentence.starts_with("Tarnside"));
}

TEST(NewsGeneral, WhatTellsNothingThatCouldBeKnown) {
  for (const char* sentence : {"It is hard to see who gains by a wall like that.",
                               "It would be wrong to put it down to the rain alone.",
                               "Perhaps the river knows more than the engineers.",
                               "The council should listen to its fishermen.",
                               "Orra deserves a bridge that it can trust.",
                               "Nobody in Orra can look at the river without a thought of it.",
                               "One can only guess what the night watch is for.",
                               "That is a poor answer to a fair question.",
                               "There is a certain pride in doing without.",
                               "Courage is a thing that nobody can buy.",
                               "A harbour is more than its walls.",
                               "The question is whether anybody has the courage to say so.",
                               "What counts is the courage to begin again.",
                               "Old walls keep their secrets to the end.",
                               "Anger wears many faces, and none of them is kind.",
                               "Grief has no timetable.",
                               "There is little comfort in that.",
                               "There is something in it that puzzled even the oldest.",
                               "Rumours have always been faster than boats.",
                               "It would not take much to complain.",
                               "Every town has a street that nobody walks.",
                               "Anger, as they say, has no timetable.",
                               "Whether a wall will help is another thing.",
                               "No wall can give you the river.",
                               "The questions will not go away.",
                               "If there is a plan, it will surprise many."})
    EXPECT_TRUE(is_general(sentence)) << sentence;
}

TEST(NewsGeneral, WhatHappenedOrIsToHappenIsNot) {
  for (const char* sentence :
       {"The council resigned.", "Nobody was hurt.", "No one has been arrested.",
        "It was hard to see the boats in the fog.", "It is raining in the valley.",
        "It is expected to rain.", "A hearing is scheduled.", "The bridge will open to cars.",
        "The mayor says the council should listen.", "A clerk counted the letters.",
        "The harbour is closed.", "There are three boats in it.",
        "A bill before the council would ban it.", "No charges will be filed.",
        "Firefighters are searching the ruins.", "Tarnside has a fire brigade of volunteers.",
        "But he wants a bridge.", "Cars go round by the mill at Orra.", "Bells ring bells."})
    EXPECT_FALSE(is_general(sentence)) << sentence;
}

}  // namespace
}  // namespace fabula::timeline
