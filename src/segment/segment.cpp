#include "segment/segment.hpp"

#include "segment/marks.hpp"
#include "segment/sentences.hpp"
#include "segment/words.hpp"

namespace fabula::segment {

Segmentation segment(const Article& article) {
  Segmentation layer;
  layer.words.reserve(article.text.size() / 5);
  layer.quoted = pair_quotation_marks(article);
  for (std::uint32_t i = 0; i < article.paragraphs.size(); ++i) {
    const Range range = article.paragraphs[i].range;
    const auto first = static_cast<std::uint32_t>(layer.words.size());
    append_words(words_of(article.text, range), range.begin, layer.words);
    append_sentences(article.text, i, first, layer);
  }
  return layer;
}

}  // namespace fabula::segment
