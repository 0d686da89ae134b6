// Of whom a few words speak.
#pragma once

#include <cstdint>
#include <string>

#include "model/pile.hpp"

namespace fabula::language {

struct Whom {
  std::int32_t thing = -1;  // index into Names::things of the article; -1: nobody with a name
  std::string unnamed;      // "he", where no name can be told; empty: nobody
};

// The person named last before this byte in the sentence. Where none is, the pronoun that stands
// there, and whom it can mean: the person named last before, of that gender.
// Cost: the sentence, and a search among the mentions.
[[nodiscard]] Whom subject_before(const AnnotatedArticle& article, Range sentence,
                                  std::uint32_t at);

}  // namespace fabula::language
