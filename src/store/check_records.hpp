// Do records hold what their headers promise? Pure: knows no database.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/pile.hpp"

namespace fabula::store {

struct Checked {
  std::vector<std::string> faults;  // a plain sentence each
  std::uint64_t n_spans = 0;        // ranges looked at
};

// Every range of the article and its layers inside the text and on code point boundaries;
// paragraphs in order and not empty; sentences and quoted parts in their paragraphs; mentions not
// overlapping; a quote's parts in order, and its range exactly theirs; a grade exactly where there
// is a speaker; a rule wherever the model asks for one.
void check_article_records(const AnnotatedArticle& annotated, Checked& checked);

// Every span of the pile likewise; ids that stand for one record only; an event's line among its
// tellings; the edits of each shared passage lead from its one text to its other, byte by byte; the
// copies of a passage have a parent, and no circle of them; a repeat has its earlier place.
// References must lead somewhere already (reading a pile sees to that).
void check_pile_records(const Pile& pile, Checked& checked);

}  // namespace fabula::store
