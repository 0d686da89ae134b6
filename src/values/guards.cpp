#include "values/guards.hpp"

#include <algorithm>
#include <string_view>

#include "text/one_of.hpp"

namespace fabula::values {
namespace {

// Words that make what is told only possible, denied, repeated over time, or asked.
bool is_guard_word(std::string_view w) {
  return text::is_one_of(w, "could", "would", "might", "may", "feared", "fears", "fear", "if",
                         "unless", "threatened", "planned", "plotted", "plotting", "planning",
                         "hoax", "drill", "simulated", "fictional", "novel", "movie", "episode",
                         "annually", "yearly", "monthly", "daily", "weekly", "average", "denied",
                         "false", "falsely", "untrue", "since", "annual", "decade", "decades",
                         "century", "overall", "nationwide", "worldwide", "globally", "rumours",
                         "rumors", "wrongly", "incorrectly");
}

// "had earlier given it as 12": what was told before. Not: "earlier, a blast had killed 12".
bool is_former(Words words, std::size_t i) {
  if (!text::is_one_of(words[i].lower, "initially", "earlier", "previously", "originally"))
    return false;
  constexpr std::size_t kNear = 3;
  const std::size_t last = std::min(words.size(), i + kNear + 1);
  for (std::size_t k = i > kNear ? i - kNear : 0; k < last; ++k)
    if (text::is_one_of(words[k].lower, "said", "told", "gave", "given", "put", "reported",
                        "reports", "report", "thought", "believed", "counted", "announced",
                        "stated", "estimated", "spoke", "spoken", "known", "set", "version",
                        "listed", "called", "from"))
      return true;
  return false;
}

}  // namespace

bool is_guarded(Words words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_month = words[i].is_capital && words[i].lower == "may";
    // "has not been the same since"
    const bool is_behind =
        words[i].lower == "since" && (i + 1 == words.size() || words[i + 1].is_mark);
    if ((is_guard_word(words[i].lower) && !is_month && !is_behind) || is_former(words, i))
      return true;
  }
  return false;
}

}  // namespace fabula::values
