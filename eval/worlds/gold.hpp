// Invented worlds as files: what a program under test reads, and what is known.
#pragma once

#include <string>

#include "world_generator.hpp"

namespace fabula::worlds {

// One object a line: id, outlet, title, published (where the article states it), language, text.
[[nodiscard]] std::string articles_as_json_lines(const World& world);

// One object. Days as "2017-09-04", ranges in bytes of the text (begin and end), people by role,
// events and quotes by number, from 0; a field without a value is left out.
//   "seed", "paraphrase_set", "town", "married", "due"
//   "people":   [{"role", "name", "sex", "born", "died", "job", "town"}]
//   "offices":  [{"holder", "begin", "end"}]
//   "events":   [{"kind", "day", "announced", "after", "number", "place"}]
//   "quotes":   [{"event", "speaker", "day", "text"}]
//   "articles", in the order of the lines:
//               [{"id", "outlet", "locale", "kind", "event", "copy_of", "day", "stated",
//                 "evidence": [{"begin", "end", "kind", "words", "person", "event", "other", "day",
//                               "number", "earliest", "latest", "wrong"}]}]
// Of stories too, see worlds/story_gold.hpp.
[[nodiscard]] std::string gold_as_json(const World& world, const WorldOptions& options);

}  // namespace fabula::worlds
