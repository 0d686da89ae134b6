// Words, sentences and marks of any text keep their promises.
//
// Lines of the input become paragraphs; one that begins with '~' is page furniture.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "model/article.hpp"
#include "segment/segment.hpp"
#include "text/utf8.hpp"

namespace {

using namespace fabula;

Article article_of(std::string_view bytes) {
  Article article;
  article.text = text::to_valid_utf8(bytes);
  const std::string_view all = article.text;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = text::trim(all.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    const auto at = static_cast<std::uint32_t>(line.data() - all.data());
    article.paragraphs.push_back({{at, at + static_cast<std::uint32_t>(line.size())},
                                  line[0] == '~' ? Role::kPromo : Role::kBody,
                                  "fuzz"});
  }
  return article;
}

void check_words(const Article& article, const Segmentation& layer) {
  std::uint32_t last = 0;
  for (const Word& word : layer.words) {
    FABULA_CHECK(last <= word.range.begin && word.range.begin < word.range.end);
    FABULA_CHECK(text::is_boundary(article.text, word.range.begin));
    FABULA_CHECK(text::trim(words_of(article.text, {last, word.range.begin})).empty());
    last = word.range.end;
  }
  FABULA_CHECK(text::is_boundary(article.text, last));
  FABULA_CHECK(text::trim(std::string_view(article.text).substr(last)).empty());
}

void check_sentences(const Article& article, const Segmentation& layer) {
  std::uint32_t next = 0;
  for (const Sentence& sentence : layer.sentences) {
    FABULA_CHECK(sentence.first_word == next && next < sentence.last_word);
    FABULA_CHECK(sentence.range.begin == layer.words[next].range.begin);
    next = sentence.last_word;
    FABULA_CHECK(sentence.range.end == layer.words[next - 1].range.end);
    FABULA_CHECK(article.paragraphs[sentence.paragraph].range.contains(sentence.range));
  }
  FABULA_CHECK(next == layer.words.size());
}

void check_marks(const Article& article, const Segmentation& layer) {
  for (std::size_t i = 0; i < layer.quoted.size(); ++i) {
    const QuotedPart& part = layer.quoted[i];
    FABULA_CHECK(article.paragraphs[part.paragraph].range.contains(part.outer));
    FABULA_CHECK(part.outer.contains(part.inner) && !part.inner.empty());
    for (const std::uint32_t at :
         {part.outer.begin, part.outer.end, part.inner.begin, part.inner.end})
      FABULA_CHECK(text::is_boundary(article.text, at));
    if (part.parent >= 0) {
      FABULA_CHECK(static_cast<std::size_t>(part.parent) < i);
      const QuotedPart& parent = layer.quoted[static_cast<std::size_t>(part.parent)];
      FABULA_CHECK(parent.parent < 0 && parent.inner.contains(part.outer));
    }
    if (i == 0) continue;
    const Range before = layer.quoted[i - 1].outer;
    FABULA_CHECK(before.begin <= part.outer.begin);
    FABULA_CHECK(!before.overlaps(part.outer) || before.contains(part.outer));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Article article = article_of(bytes);
  const Segmentation layer = segment::segment(article);
  check_words(article, layer);
  check_sentences(article, layer);
  check_marks(article, layer);
  return 0;
}
