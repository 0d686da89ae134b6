#include "timeline/news.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "model/across.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

namespace fabula::timeline {
namespace {

constexpr std::uint64_t kRepeatPercent = 80;

// A shared passage as one of its two articles sees it.
struct Shared {
  std::uint32_t link = 0;  // into Pile::reuse
  Side side = Side::kA;    // of this article
};

enum class Order : std::uint8_t { kEarlier, kLater, kUnknown };  // of the other article

bool is_stated(const Article& article) {
  return article.published.basis == DateBasis::kStated && article.published.when.earliest &&
         article.published.when.latest;
}

bool counts(const ReuseLink& link) {
  return link.type != "furniture" && link.type != "credit" && link.type != "chance";
}

// The stretches of a passage that both sides have: what was put in or exchanged is left out.
void add_equal(const ReuseLink& link, Side side, std::vector<Range>& ranges) {
  std::uint32_t begin = side_of(link, side).range.begin;
  for (const TextEdit& edit : link.edits) {
    if (edit.op == "case" || edit.op == "mark" || edit.op == "space" || edit.op == "spelling" ||
        edit.op == "number")
      continue;
    const Range own = side == Side::kA ? edit.a : edit.b;
    if (own.begin > begin) ranges.push_back({begin, own.begin});
    begin = std::max(begin, own.end);
  }
  if (const std::uint32_t end = side_of(link, side).range.end; end > begin)
    ranges.push_back({begin, end});
}

// Ranges of the words of `sentence`, in the article's text.
std::vector<Range> words_in(const Article& article, Range sentence) {
  const text::FoldedText folded = text::fold(words_of(article.text, sentence));
  std::vector<Range> words;
  text::split_folded(folded.text, words);
  for (Range& word : words) {
    word = folded.map.to_source(word);
    word = {sentence.begin + word.begin, sentence.begin + word.end};
  }
  return words;
}

std::uint64_t total_bytes(std::span<const Range> words) {
  std::uint64_t n = 0;
  for (const Range word : words) n += word.size();
  return n;
}

// Bytes of `words` that lie in one of `passages`, each counted once.
std::uint64_t covered_bytes(std::span<const Range> words, std::vector<Range> passages) {
  std::ranges::sort(passages);
  std::uint64_t n = 0;
  for (const Range word : words) {
    std::uint32_t done = word.begin;
    for (const Range passage : passages) {
      const std::uint32_t begin = std::max(done, passage.begin);
      const std::uint32_t end = std::min(word.end, passage.end);
      if (begin >= end) continue;
      n += end - begin;
      done = end;
    }
  }
  return n;
}

class ArticleNews {
 public:
  ArticleNews(const Pile& pile, std::uint32_t article, std::span<const Shared> shared)
      : pile_(pile), article_(article), shared_(shared) {}

  void find(std::vector<NewsItem>& out) const {
    const auto& [article, segmentation, names, quotes, times] = pile_.articles[article_];
    const std::vector<Sentence>& sentences = segmentation.sentences;
    const std::vector<std::vector<Shared>> over = passages_over(sentences);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (article.paragraphs[sentences[i].paragraph].role != Role::kBody) continue;
      const std::vector<Range> words = words_in(article, sentences[i].range);
      if (words.empty()) continue;
      if (auto item = judge(sentences[i].range, words, over[i])) out.push_back(std::move(*item));
    }
  }

 private:
  const ReuseLink& link(Shared shared) const { return pile_.reuse[shared.link]; }
  Range range_here(Shared shared) const { return side_of(link(shared), shared.side).range; }
  std::uint32_t article_there(Shared shared) const {
    return side_of(link(shared), other(shared.side)).article;
  }
  const When& day_of(std::uint32_t article) const {
    return pile_.articles[article].article.published.when;
  }

  // For each sentence the passages that reach into it. Sentences are in text order.
  std::vector<std::vector<Shared>> passages_over(const std::vector<Sentence>& sentences) const {
    std::vector<std::vector<Shared>> over(sentences.size());
    for (const Shared shared : shared_) {
      const Range passage = range_here(shared);
      const auto first = std::ranges::partition_point(
          sentences, [&](const Sentence& s) { return s.range.end <= passage.begin; });
      for (auto s = first; s != sentences.end() && s->range.begin < passage.end; ++s)
        over[static_cast<std::size_t>(s - sentences.begin())].push_back(shared);
    }
    return over;
  }

  Order order_of(Shared shared) const {
    const std::uint32_t there = article_there(shared);
    if (!is_stated(pile_.articles[there].article)) return Order::kUnknown;
    if (*day_of(there).latest < *day_of(article_).earliest) return Order::kEarlier;
    if (*day_of(article_).latest < *day_of(there).earliest) return Order::kLater;
    return Order::kUnknown;
  }

  std::optional<NewsItem> judge(Range sentence, std::span<const Range> words,
                                const std::vector<Shared>& over) const {
    std::map<std::uint32_t, std::vector<Shared>> earlier;  // by the other article
    std::vector<Range> earlier_or_unknown;
    for (const Shared shared : over) {
      const Order order = order_of(shared);
      if (order == Order::kLater) continue;
      add_equal(link(shared), shared.side, earlier_or_unknown);
      if (order == Order::kEarlier) earlier[article_there(shared)].push_back(shared);
    }
    const std::uint64_t enough = total_bytes(words) * kRepeatPercent;
    if (const auto place = earliest_place(sentence, words, earlier, enough))
      return NewsItem{{article_, sentence}, "repeat", place, "news.printed-earlier"};
    if (covered_bytes(words, std::move(earlier_or_unknown)) * 100 >= enough) return std::nullopt;
    return NewsItem{{article_, sentence}, "new", std::nullopt, "news.in-no-earlier"};
  }

  // Where the words stand in the earliest article that has enough of them: in the passage that has
  // the most, the first of equal ones.
  std::optional<Span> earliest_place(Range sentence, std::span<const Range> words,
                                     const std::map<std::uint32_t, std::vector<Shared>>& by_article,
                                     std::uint64_t enough) const {
    std::optional<Span> best;
    for (const auto& [there, passages] : by_article) {
      std::vector<Range> ranges;
      for (const Shared shared : passages) add_equal(link(shared), shared.side, ranges);
      if (covered_bytes(words, ranges) * 100 < enough) continue;
      const auto key = [&](std::uint32_t a) { return std::tuple(*day_of(a).earliest, a); };
      if (best && key(best->article) <= key(there)) continue;
      const auto most = std::ranges::max_element(passages, {}, [&](Shared shared) {
        std::vector<Range> own;
        add_equal(link(shared), shared.side, own);
        return covered_bytes(words, std::move(own));
      });
      const Range place = across(link(*most), most->side, sentence);
      if (!place.empty()) best = Span{there, place};
    }
    return best;
  }

  const Pile& pile_;
  std::uint32_t article_;
  std::span<const Shared> shared_;
};

}  // namespace

std::vector<NewsItem> find_news(const Pile& pile) {
  std::vector<std::vector<Shared>> shared(pile.articles.size());
  for (std::uint32_t i = 0; i < pile.reuse.size(); ++i) {
    if (!counts(pile.reuse[i])) continue;
    shared[pile.reuse[i].a.article].push_back({i, Side::kA});
    shared[pile.reuse[i].b.article].push_back({i, Side::kB});
  }
  std::vector<NewsItem> news;
  for (std::uint32_t i = 0; i < pile.articles.size(); ++i)
    if (is_stated(pile.articles[i].article)) ArticleNews(pile, i, shared[i]).find(news);
  return news;
}

}  // namespace fabula::timeline
