// What a paragraph is for, from its own words and its neighbours: shared by pages and plain text.
#pragma once

#include <string>
#include <vector>

#include "model/article.hpp"

namespace fabula::extract {

// Gives each paragraph that is still kBody with an empty rule its role and rule, and collects the
// content notes. Paragraphs that already have a rule (from the page's own markup, from the head of
// a text) keep it.
//
//   by its own words   the title again, furniture (furniture.hpp), a line that is only a date, a
//                      byline above the story
//   by its place       a line without an end mark between whole sentences: a caption beside a
//                      credit, a crosshead when it is short or in title case, else a caption;
//                      above the story a standfirst. Only where most paragraphs end as sentences.
//
// A paragraph of the story is hardly ever taken for furniture: more than one sentence, a quotation,
// a line that goes on ("...", ":", ",") or begins in small letters stays body.
// Cost: linear in the text.
void mark_roles(Article& article);

}  // namespace fabula::extract
