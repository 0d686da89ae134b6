// Does a sentence paint a scene instead of telling news: what a visitor would see?
//
//   A kettle is on when Vera Bell opens the door.      a gesture of somebody, as if it were now
//   People in the market shrug when they are asked.    the same
//   He wiped his hands on his apron and sighed.        a gesture, then
//   Gulls circled over the empty quay.                 what is there on any day
//   The ferry left at noon, as always.                 the same
//   Vera Bell opened the new bridge.                   no: it happened
//   Vera Bell opened the door to 40 men with axes.     no
//
// Gestures are verbs by which nothing of the matter changes; in the present tense, in which news is
// not told, some more. Where anything done stands beside them (a verb of the news, in the past) it
// is no scene.
#pragma once

#include <cstddef>
#include <span>

#include "timeline/news_words.hpp"

namespace fabula::timeline {

struct SceneTraits {
  bool has_time = false;  // it names a time
  // It begins with a person, or with what that is: "The miller Vera Bell", "43-year-old Vera Bell".
  // The first word behind the name; 0: it does not.
  std::size_t behind_person = 0;
};

// Of the words of a sentence that has no number but ages, and no quotation. Linear.
[[nodiscard]] bool is_scene(std::span<const NewsWord> words, const SceneTraits& traits);

}  // namespace fabula::timeline
