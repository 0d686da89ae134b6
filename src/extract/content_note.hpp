// Notes that warn of what an article tells; a reader should see them before the story.
//
//   fires       "Warning: This article contains details about drowning."
//               "Content warning: suicide"
//               "This story discusses assault, which some readers may find upsetting."
//               "Editor's note: This story contains strong language."
//   must not    "Warning: the bridge may close again on Monday."
//               "This story contains interviews with forty sailors."
//               "Warning signs stood along the river for weeks."
#pragma once

#include <string_view>

namespace fabula::extract {

// `simple` is a paragraph in the form of simple_form().
[[nodiscard]] bool is_content_note(std::string_view simple);

}  // namespace fabula::extract
