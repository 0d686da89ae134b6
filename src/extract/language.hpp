// The language a text is written in.
#pragma once

#include <string>
#include <string_view>

namespace fabula::extract {

// ISO 639-1 ("en") of most of the text; empty when the text is too short or too mixed to tell.
// Reads at most the first 8 KiB. The models are compiled into the library: no files, no network.
[[nodiscard]] std::string language_of(std::string_view text);

}  // namespace fabula::extract
