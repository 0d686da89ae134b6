// What is wrong with a command line, in words of people; the word that was meant.
#pragma once

#include <string>
#include <vector>

namespace fabula::cli {

// The one of `known` that is nearest to a word not understood: at most 3 letters changed, put in or
// left off, an option for an option. Of equals the first; empty when none is near.
[[nodiscard]] std::string nearest_to(const std::vector<std::string>& not_understood,
                                     const std::vector<std::string>& known);

// The parser's message without its inner notes: "--format: 'xml' is not one of csv, json, text".
// `unknown` are words that were not understood where a command was expected.
[[nodiscard]] std::string plain_message(const std::string& message,
                                        const std::vector<std::string>& unknown);

}  // namespace fabula::cli
