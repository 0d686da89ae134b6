#include "dating/sentence_scan.hpp"

#include <algorithm>

#include "dating/bindings.hpp"
#include "language/telling.hpp"
#include "text/any_of.hpp"

namespace fabula::dating {

using language::Happening;
using language::words_of_sentence;

SentenceScan::SentenceScan(const Sources& sources, std::uint32_t article, std::uint32_t sentence)
    : sources_(sources),
      article_(article),
      sentence_(sentence),
      range_(sources.pile.articles[article].segmentation.sentences[sentence].range),
      words_(words_of_sentence(sources.pile.articles[article].article.text, range_)) {}

bool SentenceScan::is_plain(std::size_t i) const {
  return sources_.plain[article_].holds(words_[i].range);
}

// The happenings of the sentence: they are in text order, sentence by sentence.
std::pair<std::size_t, std::size_t> SentenceScan::happenings() const {
  const auto part = std::ranges::equal_range(sources_.happenings[article_].all, sentence_, {},
                                             &Happening::sentence);
  const auto begin = sources_.happenings[article_].all.begin();
  return {static_cast<std::size_t>(part.begin() - begin),
          static_cast<std::size_t>(part.end() - begin)};
}

std::int32_t SentenceScan::happening_behind(std::size_t i, std::size_t most) const {
  if (i >= words_.size()) return -1;
  const std::uint32_t last = words_[std::min(i + most, words_.size() - 1)].range.end;
  const auto& all = sources_.happenings[article_].all;
  const auto [begin, end] = happenings();
  for (std::size_t h = begin; h < end; ++h)
    if (all[h].range.begin >= words_[i].range.end && all[h].range.begin < last)
      return static_cast<std::int32_t>(h);
  return -1;
}

std::int32_t SentenceScan::verb_before(std::size_t i) const {
  const auto& all = sources_.happenings[article_].all;
  const auto [begin, end] = happenings();
  for (std::size_t h = end; h-- > begin;)
    if (!all[h].is_noun && all[h].range.begin < words_[i].range.begin)
      return static_cast<std::int32_t>(h);
  return -1;
}

std::int32_t SentenceScan::time_near(std::size_t i) const {
  const auto& times = sources_.pile.articles[article_].times;
  const auto first = std::ranges::lower_bound(
      times, range_.begin, {}, [](const TimeExpression& time) { return time.range.begin; });
  std::int32_t best = -1;
  std::uint32_t least = UINT32_MAX;
  for (auto t = static_cast<std::size_t>(first - times.begin());
       t < times.size() && range_.contains(times[t].range); ++t) {
    if (!is_usable(sources_.relations[article_][t]) ||
        !sources_.plain[article_].holds(times[t].range))
      continue;
    const Range time = times[t].range;
    const Range at = words_[i].range;
    const std::uint32_t gap =
        time.begin >= at.end ? time.begin - at.end : at.begin - std::min(at.begin, time.end);
    if (gap < least) {
      best = static_cast<std::int32_t>(t);
      least = gap;
    }
  }
  return best;
}

void for_sentences_with(const Sources& sources, const std::vector<std::string_view>& words,
                        const std::function<void(const SentenceScan&)>& read) {
  const text::AnyOf any(words);
  for (std::uint32_t a = 0; a < sources.pile.articles.size(); ++a) {
    const AnnotatedArticle& article = sources.pile.articles[a];
    const auto& sentences = article.segmentation.sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (article.article.paragraphs[sentences[s].paragraph].role != Role::kBody) continue;
      if (any.is_in(words_of(article.article.text, sentences[s].range)))
        read(SentenceScan(sources, a, s));
    }
  }
}

}  // namespace fabula::dating
