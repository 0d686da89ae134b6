#include "dating/sentence_scan.hpp"

#include <algorithm>

#include "dating/bindings.hpp"
#include "dating/telling.hpp"

namespace fabula::dating {

SentenceScan::SentenceScan(const Sources& sources, std::uint32_t article, std::uint32_t sentence)
    : sources_(sources),
      article_(article),
      sentence_(sentence),
      range_(sources.pile.articles[article].segmentation.sentences[sentence].range),
      words_(words_of_sentence(sources.pile.articles[article], range_)) {}

bool SentenceScan::is_plain(std::size_t i) const {
  return is_told_plainly(sources_.pile.articles[article_], words_[i].range);
}

std::int32_t SentenceScan::happening_behind(std::size_t i, std::size_t most) const {
  if (i >= words_.size()) return -1;
  const std::uint32_t last = words_[std::min(i + most, words_.size() - 1)].range.end;
  const auto& all = sources_.happenings[article_].all;
  std::int32_t best = -1;
  for (std::size_t h = 0; h < all.size(); ++h)
    if (all[h].sentence == sentence_ && all[h].range.begin >= words_[i].range.end &&
        all[h].range.begin < last && best < 0)
      best = static_cast<std::int32_t>(h);
  return best;
}

std::int32_t SentenceScan::verb_before(std::size_t i) const {
  const auto& all = sources_.happenings[article_].all;
  std::int32_t best = -1;
  for (std::size_t h = 0; h < all.size(); ++h)
    if (all[h].sentence == sentence_ && !all[h].is_noun &&
        all[h].range.begin < words_[i].range.begin)
      best = static_cast<std::int32_t>(h);
  return best;
}

std::int32_t SentenceScan::time_near(std::size_t i) const {
  const auto& times = sources_.pile.articles[article_].times;
  std::int32_t best = -1;
  std::uint32_t least = UINT32_MAX;
  for (std::size_t t = 0; t < times.size(); ++t) {
    const TimeExpression& time = times[t];
    if (!range_.contains(time.range)) continue;
    if (!is_usable(sources_.relations[article_][t]) ||
        !is_told_plainly(sources_.pile.articles[article_], time.range))
      continue;
    const Range at = words_[i].range;
    const std::uint32_t gap = time.range.begin >= at.end
                                  ? time.range.begin - at.end
                                  : at.begin - std::min(at.begin, time.range.end);
    if (gap < least) {
      best = static_cast<std::int32_t>(t);
      least = gap;
    }
  }
  return best;
}

void for_sentences_with(const Sources& sources, const std::vector<std::string_view>& words,
                        const std::function<void(const SentenceScan&)>& read) {
  for (std::uint32_t a = 0; a < sources.pile.articles.size(); ++a) {
    const AnnotatedArticle& article = sources.pile.articles[a];
    const auto& sentences = article.segmentation.sentences;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      if (article.article.paragraphs[sentences[s].paragraph].role != Role::kBody) continue;
      const std::string_view text = words_of(article.article.text, sentences[s].range);
      if (std::ranges::none_of(words, [&](auto word) { return text.find(word) != text.npos; }))
        continue;
      read(SentenceScan(sources, a, s));
    }
  }
}

}  // namespace fabula::dating
