// Phrases that everybody in the trade uses: "spoke on condition of anonymity because ...".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace fabula::reuse {

enum class StockKind : std::uint8_t { kNone, kReporters, kImprint, kPlayer };

struct StockPhrases {
  StockKind kind = StockKind::kNone;  // of the first in the table that stands there
  std::vector<bool> is_stock;         // by word: does it belong to one? Empty without any
};

// words   folded, in text order (text::split_folded)
// cost    linear in the words, and in those of each phrase found; English only
[[nodiscard]] StockPhrases find_stock_phrases(const std::vector<std::string_view>& words);

// Without one of these runs of words in a text there is no stock phrase in it. Folded.
[[nodiscard]] std::vector<std::vector<std::string_view>> stock_signs();

}  // namespace fabula::reuse
