#include "timeline/news_printed.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "text/fold.hpp"
#include "text/words.hpp"
#include "timeline/news_order.hpp"

namespace fabula::timeline {
namespace {

constexpr std::uint64_t kRepeatPercent = 80;

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

// Where most of a sentence is quoted, the quoted words: who said them is told in many ways.
std::vector<Range> words_that_count(const AnnotatedArticle& article, Range sentence) {
  std::vector<Range> words = words_in(article.article, sentence);
  // A quotation that reaches into the sentence begins not many quotations before its end.
  constexpr int kLookBack = 12;
  std::vector<Range> quoted;
  auto quote = std::ranges::lower_bound(article.quotes, sentence.end, {},
                                        [](const Quote& q) { return q.range.begin; });
  for (int i = 0; i < kLookBack && quote != article.quotes.begin(); ++i) {
    --quote;
    if (quote->kind == QuoteKind::kIndirect) continue;
    for (const Range word : words)
      if (std::ranges::any_of(quote->parts, [&](Range part) { return part.contains(word); }))
        quoted.push_back(word);
  }
  std::ranges::sort(quoted);
  const auto twice = std::ranges::unique(quoted);
  quoted.erase(twice.begin(), twice.end());
  return total_bytes(quoted) * 2 > total_bytes(words) ? quoted : words;
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

}  // namespace

class PrintedIndex::Finder {
 public:
  Finder(const Pile& pile, std::uint32_t article) : pile_(pile), article_(article) {}

  // `over`: the passages that reach into the sentence.
  PrintedElsewhere find(Range sentence, const std::vector<Shared>& over) const {
    ByArticle earlier;
    ByArticle perhaps;
    for (const Shared shared : over) {
      const std::uint32_t there = article_there(shared);
      if (there == article_) continue;
      const Order order = order_of(pile_.articles[there].article, pile_.articles[article_].article);
      if (order == Order::kEarlier) earlier[there].push_back(shared);
      if (order == Order::kUnknown) perhaps[there].push_back(shared);
    }
    PrintedElsewhere found;
    if (earlier.empty() && perhaps.empty()) return found;
    const std::vector<Range> words = words_that_count(pile_.articles[article_], sentence);
    found.earlier = first_place(sentence, words, earlier, found.goes_on);
    bool ignored = false;
    found.perhaps = first_place(sentence, words, perhaps, ignored);
    return found;
  }

 private:
  using ByArticle = std::map<std::uint32_t, std::vector<Shared>>;  // by the other article

  const ReuseLink& link(Shared shared) const { return pile_.reuse[shared.link]; }
  std::uint32_t article_there(Shared shared) const {
    return side_of(link(shared), other(shared.side)).article;
  }

  std::uint64_t covered_by(Shared shared, std::span<const Range> words) const {
    std::vector<Range> own;
    add_equal(link(shared), shared.side, own);
    return covered_bytes(words, std::move(own));
  }

  std::optional<Span> first_place(Range sentence, std::span<const Range> words,
                                  const ByArticle& by_article, bool& goes_on) const {
    const std::uint64_t enough = total_bytes(words) * kRepeatPercent;
    std::optional<Span> best;
    // The first one for sure: an article whose day is open counts by the last that it may be.
    const auto key = [&](std::uint32_t a) {
      const When& when = pile_.articles[a].article.published.when;
      return std::tuple(!when.latest, when.latest.value_or(Day()), !when.earliest, a);
    };
    for (const auto& [there, passages] : by_article) {
      std::vector<Range> ranges;
      for (const Shared shared : passages) add_equal(link(shared), shared.side, ranges);
      if (covered_bytes(words, std::move(ranges)) * 100 < enough) continue;
      if (best && key(best->article) <= key(there)) continue;
      const Shared most = *std::ranges::max_element(
          passages, {}, [&](Shared shared) { return covered_by(shared, words); });
      const Range place = across(link(most), most.side, sentence);
      if (place.empty()) continue;
      best = Span{there, place};
      const Range here = side_of(link(most), most.side).range;
      goes_on = here.begin + kMuchMore < sentence.begin || here.end > sentence.end + kMuchMore;
    }
    return best;
  }

  static constexpr std::uint32_t kMuchMore = 30;  // bytes: some words of another sentence

  const Pile& pile_;
  std::uint32_t article_;
};

PrintedIndex::PrintedIndex(const Pile& pile) : pile_(pile), shared_(pile.articles.size()) {
  for (std::uint32_t i = 0; i < pile.reuse.size(); ++i) {
    if (!counts(pile.reuse[i])) continue;
    shared_[pile.reuse[i].a.article].push_back({i, Side::kA});
    shared_[pile.reuse[i].b.article].push_back({i, Side::kB});
  }
}

std::vector<PrintedElsewhere> PrintedIndex::find(std::uint32_t article,
                                                 std::span<const Range> sentences) const {
  std::vector<std::vector<Shared>> over(sentences.size());
  for (const Shared shared : shared_[article]) {
    const Range passage = side_of(pile_.reuse[shared.link], shared.side).range;
    const auto first =
        std::ranges::partition_point(sentences, [&](Range s) { return s.end <= passage.begin; });
    for (auto s = first; s != sentences.end() && s->begin < passage.end; ++s)
      over[static_cast<std::size_t>(s - sentences.begin())].push_back(shared);
  }
  const Finder finder(pile_, article);
  std::vector<PrintedElsewhere> found(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i)
    if (!over[i].empty()) found[i] = finder.find(sentences[i], over[i]);
  return found;
}

}  // namespace fabula::timeline
