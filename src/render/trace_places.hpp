// Where a phrase stands in a pile.
//
// A place has the words of the phrase one behind the other, whatever the marks and line ends
// between them; or is a quotation of the same family as one that holds it (its wording may be cut
// or altered, and that is what to see); or a place near it: a passage shared with an article that
// has the phrase, where the words were changed, or a stretch of text that differs by a few words
// (near_phrase.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/pile.hpp"
#include "render/changes.hpp"

namespace fabula::render {

struct Place {
  explicit Place(Span stands_at) : span(stands_at) {}

  Span span;
  std::string change;         // "same", "cut", "altered", "whole"; the caller says which is first
  std::string edits;          // "without 'last year'; 'three' → 'four'"
  std::int32_t quote = -1;    // of the article: the one that holds the place, or most of it
  std::vector<Piece> pieces;  // of a near place: the words with what is different
  std::int32_t family = -1;   // of Pile::families, and which member: the quotation's, or -1
  std::uint32_t member = 0;

  [[nodiscard]] bool is_near() const { return !pieces.empty(); }
};

// Places of the phrase itself first, by article, then those of its family, then near ones. No two
// are the same quotation. Cost: linear in the pile's text.
[[nodiscard]] std::vector<Place> places_of(const Pile& pile, std::string_view phrase);

}  // namespace fabula::render
