// British and American spelling as one.
//
//   theatre      theater        harbours     harbors
//   organised    organized      defence      defense
//   travelled    traveled       programme    program
#pragma once

#include <string>
#include <string_view>

namespace fabula::text {

// Of a word in small letters, the American spelling. O(1).
[[nodiscard]] std::string one_spelling(std::string_view lower);

}  // namespace fabula::text
