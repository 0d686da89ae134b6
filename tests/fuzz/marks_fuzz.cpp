// Words, sentences and marks of any text keep their promises.
//
// Lines of the input become paragraphs (fuzz_article.hpp).
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz_article.hpp"
#include "model/article.hpp"
#include "segment/segment.hpp"
#include "text/utf8.hpp"

namespace {

using namespace fabula;
using fuzz::hold;

void check_words(const Article& article, const Segmentation& layer) {
  std::uint32_t last = 0;
  for (const Word& word : layer.words) {
    hold(last <= word.range.begin && word.range.begin < word.range.end);
    hold(text::is_boundary(article.text, word.range.begin));
    hold(text::trim(words_of(article.text, {last, word.range.begin})).empty());
    last = word.range.end;
  }
  hold(text::is_boundary(article.text, last));
  hold(text::trim(std::string_view(article.text).substr(last)).empty());
}

void check_sentences(const Article& article, const Segmentation& layer) {
  std::uint32_t next = 0;
  for (const Sentence& sentence : layer.sentences) {
    hold(sentence.first_word == next && next < sentence.last_word);
    hold(sentence.range.begin == layer.words[next].range.begin);
    next = sentence.last_word;
    hold(sentence.range.end == layer.words[next - 1].range.end);
    hold(article.paragraphs[sentence.paragraph].range.contains(sentence.range));
  }
  hold(next == layer.words.size());
}

void check_marks(const Article& article, const Segmentation& layer) {
  for (std::size_t i = 0; i < layer.quoted.size(); ++i) {
    const QuotedPart& part = layer.quoted[i];
    hold(article.paragraphs[part.paragraph].range.contains(part.outer));
    hold(part.outer.contains(part.inner) && !part.inner.empty());
    for (const std::uint32_t at :
         {part.outer.begin, part.outer.end, part.inner.begin, part.inner.end})
      hold(text::is_boundary(article.text, at));
    if (part.parent >= 0) {
      hold(static_cast<std::size_t>(part.parent) < i);
      const QuotedPart& parent = layer.quoted[static_cast<std::size_t>(part.parent)];
      hold(parent.parent < 0 && parent.inner.contains(part.outer));
    }
    if (i == 0) continue;
    const Range before = layer.quoted[i - 1].outer;
    hold(before.begin <= part.outer.begin);
    hold(!before.overlaps(part.outer) || before.contains(part.outer));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Article article = fuzz::article_of_lines(bytes);
  const Segmentation layer = segment::segment(article);
  check_words(article, layer);
  check_sentences(article, layer);
  check_marks(article, layer);
  return 0;
}
