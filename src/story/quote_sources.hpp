// From which other article of the pile a quotation was taken.
//
//   Orra Post   “We warned them three times,” she said, her coat still wet.
//   Marl Echo   “We warned them,” she said, her coat still wet.       taken from Orra Post
//   The Ferry   The mayor said they had been warned “three times”.    not known
#pragma once

#include <span>
#include <vector>

#include "model/pile.hpp"

namespace fabula::story {

// Sets FamilyMember::from where the words around and in a quotation are a copy (Passage) of another
// member's, and then tells `edits` and `change` from that member. Passages are those of the same
// articles. Cost: n log n in quotations of families and holders of passages.
void link_quotes(std::span<const AnnotatedArticle> articles, std::span<const Passage> passages,
                 std::vector<Family>& families);

}  // namespace fabula::story
