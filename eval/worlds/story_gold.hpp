// The gold of stories, beside that of days in gold.hpp.
#pragma once

#include "worlds/json.hpp"

namespace fabula::worlds {

// Of an article; numbers are those of "articles" and "events":
//   "printed": its place by day
//   "sentences": [{"begin", "end", "telling", "event", "novelty", "also": [novelty],
//                  "earlier": {"article", "sentence"}, "corrects": the same,
//                  "numbers": [{"begin", "end", "words", "event", "role", "value", "as_of",
//                               "modifier", "scope", "sayer", "former", "wrong"}]}]
//   role and unit: worlds/figure_kinds.def; scope: "dead" or "dead-and-injured"
void put_sentences(Json& json, const World& world, const WorldArticle& article);

// Of the world, days as days since 1970:
//   "figures":   [{"event", "role", "sayer", "states": [{"from", "value"}]}]
//   "conflicts": [{"kind": "number"|"day"|"age", "event", "role", "scope", "person", "optional",
//                  "accounts": [{"article", "begin", "end", "value", "wrong"}]}]
//   "agreements": the same of what is told in words that differ and can all be right
void put_story(Json& json, const World& world);

}  // namespace fabula::worlds
