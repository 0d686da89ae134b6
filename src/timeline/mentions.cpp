#include "timeline/mentions.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "language/happenings.hpp"
#include "language/verbs.hpp"
#include "text/fold.hpp"
#include "text/one_of.hpp"
#include "text/spelling.hpp"
#include "text/stem.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "timeline/once.hpp"
#include "timeline/statements.hpp"

namespace fabula::timeline {
namespace {

using language::Happening;
using language::Happenings;
using text::is_one_of;

// How many articles of the news at large count beside those of the pile.
constexpr double kNewsArticles = 100;
// The deed that is told, and others beside it, in words.
constexpr float kMainDeed = 2;
constexpr float kOtherDeed = 0.5F;
// A word that stands further than kWordsOfTime from the time of its sentence.
constexpr float kFarWord = 0.4F;
constexpr int kWordsOfTime = 10;
constexpr int kWordsOfDeed = 5;
// Of 10,000 articles of the news, those that tell a deed.
constexpr float kDeedShare = 200;

// "two weeks ago" is a day some days around that, unless something says "exactly".
std::chrono::days slack_of(const AnnotatedArticle& article, const TimeExpression& time) {
  const std::string words = text::ascii_lower(words_of(article.article.text, time.range));
  if (time.when.grain != Grain::kDay || words.find("exactly") != std::string::npos) return {};
  const bool counts_back = words.ends_with(" ago") || words.ends_with(" earlier");
  return std::chrono::days{counts_back && words.find("week") != std::string::npos ? 3 : 0};
}

Window window_of(const AnnotatedArticle& article, const Telling& telling) {
  const TimeExpression& time = article.times[telling.time];
  const std::chrono::days slack = slack_of(article, time);
  // A night is part of two days.
  const bool is_night = time.type == TimeType::kTime && time.value.ends_with("TNI");
  return {*telling.when.earliest - slack,
          *telling.when.latest + slack + std::chrono::days{is_night ? 1 : 0}};
}

// What had happened when the article appeared happened before.
Window window_before(const Published& published) {
  Window window;
  if (published.when.latest) window.hi = *published.when.latest;
  return window;
}

std::size_t word_of(const std::vector<language::SentenceWord>& words, Range range) {
  return language::word_from(words, range.begin);
}

// Is it told as denied, or as somebody's word against another's?
EventStatus stated_status(const AnnotatedArticle& article, Range sentence,
                          const Happening& happening) {
  if (happening.denial == language::Denial::kDenied || happening.deed == "deny")
    return EventStatus::kDenied;
  const std::vector<language::SentenceWord> words =
      language::words_of_sentence(article.article.text, sentence);
  const std::size_t end = std::min(word_of(words, happening.range), words.size());
  for (std::size_t i = end; i-- > 0;)
    if (is_one_of(words[i].lower, "allegedly", "reportedly", "alleged"))
      return EventStatus::kAlleged;
  return EventStatus::kHappened;
}

// A deed that the sentence tells, of those of the table.
bool is_told_deed(const Happening& happening) {
  return language::is_listed(happening.deed) && happening.is_telling &&
         happening.denial == language::Denial::kNone;
}

bool is_time(const AnnotatedArticle& article, Range word) {
  const auto time = std::ranges::upper_bound(article.times, word.begin, {},
                                             [](const TimeExpression& t) { return t.range.begin; });
  return time != article.times.begin() && std::prev(time)->range.overlaps(word);
}

// Calls visit(key, range) for the words of the sentence that are no small words and no time.
template <class Visit>
void for_each_stem(const AnnotatedArticle& article, Range sentence, const Visit& visit) {
  const text::FoldedText folded = text::fold(words_of(article.article.text, sentence));
  std::vector<Range> words;
  text::split_folded(folded.text, words);
  for (const Range word : words) {
    std::string_view lower = words_of(folded.text, word);
    if (lower.ends_with("'s")) lower.remove_suffix(2);
    if (lower.empty() || text::is_small_word(lower)) continue;
    Range at =
        folded.map.to_source({word.begin, word.begin + static_cast<std::uint32_t>(lower.size())});
    at = {sentence.begin + at.begin, sentence.begin + at.end};
    if (!is_time(article, at)) visit(text::word_key(text::stem_of(text::one_spelling(lower))), at);
  }
}

class ArticleMentions {
 public:
  ArticleMentions(const AnnotatedArticle& article, const Happenings& happenings,
                  std::uint32_t index)
      : article_(article), happenings_(happenings), index_(index) {}

  std::vector<EventMention> find() {
    for (Telling& telling : find_tellings(article_, index_)) {
      EventMention mention;
      mention.window = window_of(article_, telling);
      mention.telling = std::move(telling);
      mention.is_dated = true;
      describe(mention);
      const Range sentence = mention.telling.sentence.range;
      add_terms(mention, sentence,
                around(article_.times[mention.telling.time].range, sentence, kWordsOfTime));
      out_.push_back(std::move(mention));
    }
    add_statements();
    add_lead();
    add_counted();
    add_undated();
    std::ranges::move(statements_, std::back_inserter(out_));
    std::ranges::stable_sort(out_, {}, [](const EventMention& m) {
      return std::pair(m.telling.sentence, m.telling.time);
    });
    return std::move(out_);
  }

 private:
  // Those of the sentence, which are one after the other.
  [[nodiscard]] std::span<const Happening> happenings_in(Range sentence) const {
    const auto& sentences = article_.segmentation.sentences;
    const auto at = std::ranges::lower_bound(sentences, sentence.begin, {},
                                             [](const Sentence& s) { return s.range.begin; });
    const auto index = static_cast<std::uint32_t>(at - sentences.begin());
    const auto found = std::ranges::equal_range(happenings_.all, index, {}, &Happening::sentence);
    return {found.begin(), found.end()};
  }

  void describe(EventMention& mention) const {
    const Range sentence = mention.telling.sentence.range;
    const auto time = static_cast<std::int32_t>(mention.telling.time);
    // That with the time before others, a verb before a noun.
    const auto rank = [&](const Happening& each) {
      return std::tuple(mention.is_dated && each.time == time, !each.is_noun, is_told_deed(each));
    };
    const Happening* main = nullptr;
    for (const Happening& each : happenings_in(sentence)) {
      if (is_told_deed(each)) {
        mention.deeds.push_back(each.deed);
        if (mention.is_dated && each.time == time) {
          mention.core.push_back(each.deed);
          std::ranges::copy(once_keys(article_, sentence, each), std::back_inserter(mention.once));
        }
      }
      if (main == nullptr || rank(each) > rank(*main)) main = &each;
    }
    std::ranges::sort(mention.once);
    std::ranges::sort(mention.deeds);
    const auto twice = std::ranges::unique(mention.deeds);
    mention.deeds.erase(twice.begin(), twice.end());
    if (main == nullptr) return;
    if (main->denial == language::Denial::kNone)
      mention.deed = main->deed;
    else if (language::is_listed(main->deed))
      mention.not_done = main->deed;
    mention.is_listed = is_told_deed(*main);
    if (mention.is_listed) mention.core.push_back(main->deed);
    mention.status = stated_status(article_, sentence, *main);
    const auto& latest = article_.article.published.when.latest;
    const bool is_ahead = mention.is_dated && latest && mention.window.lo > *latest;
    if (mention.status == EventStatus::kHappened &&
        (main->telling == language::Telling::kFuture || is_ahead))
      mention.status = EventStatus::kPlanned;
  }

  // Sentences without a time that go with a dated one, or tell of a work.
  void add_statements() {
    std::vector<Range> dated;
    std::vector<When> days;
    for (EventMention& mention : out_) {
      mention.works = works_in(article_, mention.telling.sentence.range);
      if (!dated.empty() && dated.back() == mention.telling.sentence.range) continue;
      dated.push_back(mention.telling.sentence.range);
      days.push_back(mention.telling.when);
    }
    const std::vector<StatementLink> links = link_statements(article_, index_, dated, days);
    for (const Sentence& each : article_.segmentation.sentences) {
      if (article_.article.paragraphs[each.paragraph].role != Role::kBody ||
          std::ranges::binary_search(dated, each.range))
        continue;
      const auto link = std::ranges::find(links, each.range, &StatementLink::sentence);
      EventMention mention;
      mention.works = works_in(article_, each.range);
      if (link == links.end() && mention.works.empty()) continue;
      if (link != links.end()) mention.goes_with = link->dated;
      mention.telling.sentence = {index_, each.range};
      mention.window = window_before(article_.article.published);
      add_terms(mention, each.range, each.range);
      statements_.push_back(std::move(mention));
    }
  }

  // Where it has no day of its own.
  void add_lead() {
    for (Telling& lead : find_lead(article_, index_)) {
      const Range sentence = lead.sentence.range;
      const auto dated = [&](const EventMention& m) { return m.telling.sentence == lead.sentence; };
      if (std::ranges::any_of(out_, dated)) continue;
      EventMention mention;
      mention.is_lead = true;
      mention.telling = std::move(lead);
      mention.window = window_before(article_.article.published);
      describe(mention);
      add_terms(mention, sentence, sentence);
      statements_.push_back(std::move(mention));
    }
  }

  // The first of each sentence that has no telling.
  void add_counted() {
    const std::vector<Range> dated = sentences_so_far();
    for (const language::Offset& offset : happenings_.offsets) {
      if (offset.to < 0) continue;
      const Happening& main = happenings_.all[static_cast<std::size_t>(offset.to)];
      const Happening* from =
          offset.from < 0 ? nullptr : &happenings_.all[static_cast<std::size_t>(offset.from)];
      const Range sentence = article_.segmentation.sentences[main.sentence].range;
      if (main.telling != language::Telling::kPast || !main.is_telling ||
          main.denial != language::Denial::kNone || (from != nullptr && !from->is_telling) ||
          is_bound(offset) || std::ranges::binary_search(dated, sentence) ||
          (!out_.empty() && out_.back().telling.sentence.range == sentence))
        continue;
      EventMention mention;
      mention.telling.sentence = {index_, sentence};
      mention.window = window_before(article_.article.published);
      mention.deed = main.deed;
      mention.is_listed = is_told_deed(main);
      if (mention.is_listed) mention.deeds = mention.core = {main.deed};
      mention.once = once_keys(article_, sentence, main);
      mention.status = stated_status(article_, sentence, main);
      add_terms(mention, sentence, sentence);
      EventMention base;
      if (from != nullptr) base.deed = from->deed;
      if (language::is_listed(base.deed)) base.deeds = {base.deed};
      add_terms(base, offset.clause, offset.clause);
      // "the strike" alone may be any.
      constexpr std::size_t kFewestTerms = 3;
      if (base.terms.size() < kFewestTerms) continue;
      // What it is counted from is not what it tells.
      std::erase_if(mention.terms, [&](const Term& term) {
        return std::ranges::binary_search(base.terms, term.key, {}, &Term::key);
      });
      mention.counted_from =
          std::make_shared<CountedFrom>(CountedFrom{offset.range, base.deed, std::move(base.terms),
                                                    offset.is_months, offset.n, offset.slack});
      out_.push_back(std::move(mention));
    }
  }

  // "at least six months before": no day can be counted from that.
  [[nodiscard]] bool is_bound(const language::Offset& offset) const {
    const std::string words = text::ascii_lower(words_of(article_.article.text, offset.range));
    for (const std::string_view bound :
         {"at least", "at most", "up to", "more than", "less than", "within", "over", "under"})
      if (words.starts_with(bound)) return true;
    return false;
  }

  [[nodiscard]] std::vector<Range> sentences_so_far() const {
    std::vector<Range> sentences;
    for (const EventMention& mention : out_) sentences.push_back(mention.telling.sentence.range);
    return sentences;
  }

  // Deeds of sentences without a time, each by the words around it alone: what else the sentence
  // says need not be of it ("Marlow was 23 when the weir broke").
  void add_undated() {
    std::vector<Range> dated;
    for (const EventMention& mention : out_)
      if (mention.is_dated) dated.push_back(mention.telling.sentence.range);
    std::uint32_t last = ~std::uint32_t{0};
    for (const Happening& each : happenings_.all) {
      if (!is_told_deed(each)) continue;
      const Range sentence = article_.segmentation.sentences[each.sentence].range;
      if (std::ranges::binary_search(dated, sentence)) continue;
      // The first of a deed that a sentence tells is enough.
      const bool is_told = last == each.sentence && out_.back().deed == each.deed;
      if (is_told) continue;
      last = each.sentence;
      EventMention mention;
      mention.telling.sentence = {index_, sentence};
      mention.window = window_before(article_.article.published);
      mention.deed = each.deed;
      mention.is_listed = true;
      mention.deeds = mention.core = {each.deed};
      const Range words = around(each.range, sentence, kWordsOfDeed);
      add_terms(mention, words, words);
      out_.push_back(std::move(mention));
    }
  }

  // A few words on either side of a range, within its sentence.
  [[nodiscard]] Range around(Range range, Range sentence, int n_words) const {
    const std::string_view text = article_.article.text;
    for (int i = 0; i < n_words && range.begin > sentence.begin; ++i) {
      --range.begin;
      while (range.begin > sentence.begin && text[range.begin - 1] != ' ') --range.begin;
    }
    for (int i = 0; i < n_words && range.end < sentence.end; ++i) {
      ++range.end;
      while (range.end < sentence.end && text[range.end] != ' ') ++range.end;
    }
    return range;
  }

  // `near` counts in full.
  void add_terms(EventMention& mention, Range words, Range near) const {
    for_each_stem(article_, words, [&](text::WordKey key, Range word) {
      mention.terms.push_back({key, near.contains(word) ? 1 : kFarWord});
    });
    for (const std::string& deed : mention.deeds)
      mention.terms.push_back({deed_key(deed), deed == mention.deed ? kMainDeed : kOtherDeed});
    std::ranges::sort(mention.terms, [](const Term& a, const Term& b) {
      return std::pair(a.key, -a.weight) < std::pair(b.key, -b.weight);
    });
    const auto twice = std::ranges::unique(mention.terms, {}, &Term::key);
    mention.terms.erase(twice.begin(), twice.end());
    mention.terms.shrink_to_fit();
  }

 public:
  static text::WordKey deed_key(std::string_view deed) {
    std::string name = "deed ";
    name += deed;
    return text::word_key(name);
  }

 private:
  const AnnotatedArticle& article_;
  const Happenings& happenings_;
  std::uint32_t index_;
  std::vector<EventMention> out_;
  std::vector<EventMention> statements_;
};

// In how many articles each term is.
class TermCounts {
 public:
  using Count = std::pair<text::WordKey, std::uint32_t>;

  void add(const std::vector<EventMention>& of_article) {
    std::vector<text::WordKey> keys;
    for (const EventMention& mention : of_article)
      if (!mention.is_lead)
        for (const Term& term : mention.terms) keys.push_back(term.key);
    std::ranges::sort(keys);
    const auto twice = std::ranges::unique(keys);
    for (auto key = keys.begin(); key != twice.begin(); ++key) ++counts_[*key];
  }
  [[nodiscard]] std::uint32_t of(text::WordKey key) const {
    const auto found = counts_.find(key);
    return found == counts_.end() ? 1 : found->second;
  }

 private:
  std::unordered_map<text::WordKey, std::uint32_t> counts_;  // looked up only
};

void weigh(std::vector<Term>& terms, const TermCounts& counts, double n_articles) {
  double length = 0;
  for (Term& term : terms) {
    const double share = text::news_share(term.key) / 10000.0;
    const std::uint32_t n = counts.of(term.key);
    const double rarity =
        std::log((kNewsArticles + n_articles + 1) / (kNewsArticles * share + n + 0.5));
    const double weight = std::max(0.0, rarity) * term.weight;
    length += weight * weight;
    term.weight = static_cast<float>(weight);
  }
  if (length <= 0) return;
  for (Term& term : terms) term.weight = static_cast<float>(term.weight / std::sqrt(length));
}

}  // namespace

std::vector<EventMention> find_mentions(const Pile& pile, std::span<const Happenings> happenings,
                                        const Context& context) {
  constexpr std::size_t kArticlesABatch = 8192;
  std::vector<EventMention> out;
  TermCounts counts;
  for (std::size_t first = 0; first < pile.articles.size(); first += kArticlesABatch) {
    std::vector<std::vector<EventMention>> batch(
        std::min(kArticlesABatch, pile.articles.size() - first));
    parallel_for(context, batch.size(), [&](std::size_t i) {
      const AnnotatedArticle& article = pile.articles[first + i];
      const auto index = static_cast<std::uint32_t>(first + i);
      batch[i] = happenings.empty()
                     ? ArticleMentions(article, language::find_happenings(article), index).find()
                     : ArticleMentions(article, happenings[index], index).find();
    });
    for (std::vector<EventMention>& of_article : batch) {
      counts.add(of_article);
      std::ranges::move(of_article, std::back_inserter(out));
    }
  }
  const auto n = static_cast<double>(pile.articles.size());
  parallel_for(context, out.size(), [&](std::size_t i) {
    weigh(out[i].terms, counts, n);
    if (out[i].counted_from) weigh(out[i].counted_from->terms, counts, n);
  });
  return out;
}

std::vector<Range> shared_words(const AnnotatedArticle& article, const EventMention& mention,
                                std::span<const EventMention* const> others, std::size_t n) {
  struct Word {
    float weight;
    Range range;
  };
  std::vector<Word> words;
  std::vector<text::WordKey> seen;
  for_each_stem(article, mention.telling.sentence.range, [&](text::WordKey key, Range range) {
    if (std::ranges::find(seen, key) != seen.end()) return;
    seen.push_back(key);
    for (const EventMention* other : others) {
      const auto found = std::ranges::lower_bound(other->terms, key, {}, &Term::key);
      if (found == other->terms.end() || found->key != key) continue;
      words.push_back({found->weight, range});
      return;
    }
  });
  std::ranges::stable_sort(words, std::ranges::greater(), &Word::weight);
  if (words.size() > n) words.resize(n);
  std::vector<Range> out;
  for (const Word& word : words) out.push_back(word.range);
  std::ranges::sort(out);
  return out;
}

}  // namespace fabula::timeline
