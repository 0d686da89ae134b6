#include "reuse/noisy_passages.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "reuse/letters.hpp"
#include "reuse/noisy_articles.hpp"

namespace fabula::reuse {
namespace {

// With fewer words spoilt the words themselves tell what is shared.
constexpr std::uint64_t kMinSpoiltPercent = 15;

// Wrong letters spoil many words by a little: twice the share of letters that differ is at most the
// share of words that do. Where an editor has put other words, both differ alike.
bool looks_noisy(const LetterCounts& counts) {
  const std::uint64_t letters = counts.aligned_letters - counts.letters;
  const std::uint64_t words = counts.aligned_words - counts.words;
  return 100 * words >= kMinSpoiltPercent * counts.aligned_words &&
         2 * letters * counts.aligned_words <= words * counts.aligned_letters;
}

// What one article's side of a letter passage is to the rest of the search.
class SideReader {
 public:
  SideReader(const Corpus& corpus, const PileWords& words) : corpus_(corpus), words_(words) {}

  void open(std::uint32_t article) {
    if (article == article_) return;
    article_ = article;
    text_ = corpus_.text(article, text_buffer_);
    codes_ = words_.words_of(article, code_buffer_);
    places_ = hasher_.hash(text_);
  }

  // Words [first, second) begin in `range`.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> words_in(Range range) const {
    const auto at = [&](std::uint32_t byte) {
      return static_cast<std::uint32_t>(
          std::partition_point(places_.begin(), places_.end(),
                               [&](const HashedWord& w) { return w.range.begin < byte; }) -
          places_.begin());
    };
    return {at(range.begin), at(range.end)};
  }

  [[nodiscard]] PassageSide side(Range range) const {
    const auto [begin, end] = words_in(range);
    return {codes_.subspan(begin, end - begin), fabula::words_of(text_, range),
            corpus_.imprint(article_).outlet, &corpus_.credit(article_)};
  }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  const Corpus& corpus_;
  const PileWords& words_;
  WordHasher hasher_;
  std::uint32_t article_ = UINT32_MAX;
  std::string text_buffer_;
  std::string_view text_;
  std::vector<WordCode> code_buffer_;
  std::span<const WordCode> codes_;
  std::span<const HashedWord> places_;
};

class PassageMaker {
 public:
  PassageMaker(const Corpus& corpus, const PileWords& words)
      : words_(words), a_(corpus, words), b_(corpus, words) {}

  SharedPassage make(const LetterPassage& found) {
    a_.open(found.a);
    b_.open(found.b);
    SharedPassage made;
    made.a = found.a;
    made.b = found.b;
    made.a_range = found.a_range;
    made.b_range = found.b_range;
    std::tie(made.words.a_begin, made.words.a_end) = a_.words_in(found.a_range);
    std::tie(made.words.b_begin, made.words.b_end) = b_.words_in(found.b_range);
    finder_.find(a_.text(), made.a_range, b_.text(), made.b_range, made.edits);
    const ScriptWords counted = finder_.count_words(
        a_.text(), b_.text(), made.words.b_end - made.words.b_begin, made.edits);
    made.words.words = counted.equal;
    made.words.aligned_words = counted.aligned;
    const PassageSide a_side = a_.side(found.a_range);
    const PassageSide b_side = b_.side(found.b_range);
    made.a_story = count_story_words(a_side.words);
    made.b_story = count_story_words(b_side.words);
    made.type = classify(words_, a_side, b_side);
    return made;
  }

 private:
  const PileWords& words_;
  SideReader a_;
  SideReader b_;
  EditFinder finder_;
};

std::uint32_t overlap(Range x, Range y) {
  const std::uint32_t begin = std::max(x.begin, y.begin);
  const std::uint32_t end = std::min(x.end, y.end);
  return end > begin ? end - begin : 0;
}

// Passages of one pair.
void join_pair(std::span<SharedPassage> noisy, std::span<SharedPassage> plain,
               std::vector<SharedPassage>& joined) {
  std::vector<char> is_dropped(plain.size(), false);
  const auto first = joined.size();
  for (SharedPassage& letters : noisy) {
    std::uint32_t covered = 0;
    for (const SharedPassage& words : plain) covered += overlap(words.b_range, letters.b_range);
    if (10 * covered >= 9 * letters.b_range.size()) continue;
    for (std::size_t i = 0; i < plain.size(); ++i)
      if (letters.a_range.contains(plain[i].a_range) && letters.b_range.contains(plain[i].b_range))
        is_dropped[i] = true;
    joined.push_back(std::move(letters));
  }
  for (std::size_t i = 0; i < plain.size(); ++i)
    if (is_dropped[i] == 0) joined.push_back(std::move(plain[i]));
  std::sort(joined.begin() + static_cast<std::ptrdiff_t>(first), joined.end(),
            [](const SharedPassage& x, const SharedPassage& y) {
              return std::tie(x.b_range, x.a_range) < std::tie(y.b_range, y.a_range);
            });
}

std::pair<std::uint32_t, std::uint32_t> pair_of(const SharedPassage& passage) {
  return {passage.b, passage.a};
}

}  // namespace

Result<std::vector<SharedPassage>> find_noisy_passages(const Corpus& corpus, const PileWords& words,
                                                       const Context& context) {
  const std::vector<char> is_noisy = find_noisy_articles(corpus, words, context);
  std::vector<SharedPassage> made;
  if (std::count(is_noisy.begin(), is_noisy.end(), true) == 0) return made;
  std::vector<std::string> buffers(corpus.size());
  std::vector<LetterText> texts;
  for (std::uint32_t i = 0; i < corpus.size(); ++i)
    texts.push_back({corpus.text(i, buffers[i]), is_noisy[i] != 0});
  FABULA_TRY(const auto found, find_letter_passages(texts, {}, {context.threads, context.stop}));
  PassageMaker maker(corpus, words);
  for (const LetterPassage& passage : found)
    if (looks_noisy(passage.counts)) made.push_back(maker.make(passage));
  return made;
}

void join_noisy(std::span<SharedPassage> noisy, std::vector<SharedPassage>& passages) {
  if (noisy.empty()) return;
  std::vector<SharedPassage> joined;
  auto plain = std::span(passages);
  while (!noisy.empty() || !plain.empty()) {
    const auto pair = noisy.empty()   ? pair_of(plain.front())
                      : plain.empty() ? pair_of(noisy.front())
                                      : std::min(pair_of(plain.front()), pair_of(noisy.front()));
    const auto n_of_pair = [&](std::span<SharedPassage> all) {
      return static_cast<std::size_t>(
          std::find_if(all.begin(), all.end(),
                       [&](const SharedPassage& p) { return pair_of(p) != pair; }) -
          all.begin());
    };
    const std::size_t n_noisy = n_of_pair(noisy);
    const std::size_t n_plain = n_of_pair(plain);
    join_pair(noisy.first(n_noisy), plain.first(n_plain), joined);
    noisy = noisy.subspan(n_noisy);
    plain = plain.subspan(n_plain);
  }
  passages = std::move(joined);
}

}  // namespace fabula::reuse
