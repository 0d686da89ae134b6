// Words, sentences and marks of any text keep their promises.
//
// Lines of the input become paragraphs; one that begins with '~' is page furniture.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "model/article.hpp"
#include "segment/segment.hpp"
#include "text/utf8.hpp"

namespace {

using namespace fabula;

// Ends in a way that the fuzzer sees and keeps the input of.
void hold(bool is_held) {
  if (!is_held) std::abort();
}

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
  const Article article = article_of(bytes);
  const Segmentation layer = segment::segment(article);
  check_words(article, layer);
  check_sentences(article, layer);
  check_marks(article, layer);
  return 0;
}
