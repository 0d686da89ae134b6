// Wordings of stories: rows of story_forms_table.inc and figure_forms_table.inc. Their marks are
// those of forms.hpp.
#pragma once

#include <string_view>

#include "news/random.hpp"
#include "worlds/forms.hpp"
#include "worlds/story.hpp"

namespace fabula::worlds {

enum class FigureForm : std::uint8_t {
  kState,    // the number
  kRise,     // that it is not what it was
  kRevise,   // that it was counted wrong
  kBoth,     // two counts in one sentence
  kCorrect,  // that the outlet had it wrong
};

enum class Age : std::uint8_t { kFresh, kOld };
struct Clause {
  std::string_view before;
  std::string_view after;
};
// What stands around the telling of an event.
[[nodiscard]] Clause pick_clause(Age age, std::uint32_t set, news::Random& random);

// One wording of the set, drawn at random; empty when the tables have none.
[[nodiscard]] std::string_view pick(FigureForm form, FigureKind kind, std::uint32_t set,
                                    news::Random& random);
[[nodiscard]] std::string_view pick(Modifier modifier, std::uint32_t set, news::Random& random);
[[nodiscard]] std::string_view pick(Sayer sayer, std::uint32_t set, news::Random& random);
// What an outlet had wrong: a day or an age.
[[nodiscard]] std::string_view pick(Slip::Kind kind, std::uint32_t set, news::Random& random);
[[nodiscard]] std::string_view pick_comment(std::uint32_t set, news::Random& random);
// Like pick(kind, form, ...) of forms.hpp, from its rows and those of stories.
[[nodiscard]] std::string_view pick_story(EventKind kind, Form form, std::uint32_t set,
                                          news::Random& random);

}  // namespace fabula::worlds
