// Article → words, sentences, paired quotation marks.
//
// Only paragraphs are segmented, each for itself; a sentence never crosses one. Furniture is
// segmented too (so that it can be searched); later stages look at the paragraph's role. Quotation
// marks are paired by a minimum-cost path over the marks of a run of paragraphs, not by a toggle,
// so that odd counts, mixed straight and curly marks, re-opened paragraphs, apostrophes and
// measures do not throw it off (see marks.hpp).
#pragma once

#include <string_view>
#include <vector>

#include "model/article.hpp"
#include "model/segmentation.hpp"

namespace fabula::segment {

// Pure. Cost: linear in the text's size on any input.
[[nodiscard]] Segmentation segment(const Article& article);

// The words of one stretch of text alone; `text` is cut at nothing but words. Ranges are relative
// to `text`. Used by stages that need the words of stored articles again.
[[nodiscard]] std::vector<Word> split_words(std::string_view text);

}  // namespace fabula::segment
