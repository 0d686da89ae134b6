#include "timeline/news_facts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "language/verbs.hpp"
#include "language/whom.hpp"
#include "text/fold.hpp"
#include "text/one_of.hpp"
#include "text/stem.hpp"
#include "text/word_flags.hpp"
#include "timeline/news_asides.hpp"
#include "timeline/news_begin.hpp"
#include "timeline/news_general.hpp"
#include "timeline/news_puts_right.hpp"
#include "timeline/news_scene.hpp"

namespace fabula::timeline {
namespace {

using text::is_one_of;
using text::WordKey;

// Common verbs tell what happened: "opened", "saw".
constexpr float kLeastWeight = 1.5F;
// What a number says of what it stands beside: round and small ones meet by chance.
constexpr float kSmallNumber = 2;
constexpr float kGreatNumber = 4.5F;

WordKey key_of(std::string_view lower) {
  static const std::unordered_map<WordKey, WordKey> same = [] {
    std::vector<std::pair<WordKey, WordKey>> made;
    for (const std::string_view line : {
#include "timeline/news_same_words_table.inc"
         }) {
      const WordKey first = text::word_key(text::stem_of(line.substr(0, line.find(' '))));
      text::for_each_word(
          line, [&](std::string_view word) { made.emplace_back(text::word_key(word), first); });
    }
    std::ranges::sort(made);  // of a word in two lines the least counts
    return std::unordered_map<WordKey, WordKey>(made.begin(), made.end());
  }();
  if (const auto found = same.find(text::word_key(lower)); found != same.end())
    return found->second;
  return text::word_key(text::stem_of(lower));
}

class Reader {
 public:
  Reader(const AnnotatedArticle& article, std::uint32_t index, Range sentence)
      : article_(article), words_(article.article.text, sentence) {
    facts_.span = {index, sentence};
  }

  SentenceFacts read() {
    const std::vector<NewsWord>& words = words_.all();
    is_date_.assign(words.size(), false);
    is_aside_ = find_asides(article_, facts_.span.range, words);
    is_quoted_.assign(words.size(), false);
    read_quotes();
    read_times();
    facts_.counts = find_counts(words, is_date_);
    is_number_.assign(words.size(), false);
    for (const CountTold& count : facts_.counts)
      for (std::uint32_t i = count.first_word; i < count.last_word; ++i) is_number_[i] = true;
    read_what_it_takes_back();
    std::erase_if(facts_.counts, [](const CountTold& count) { return count.is_age; });
    read_terms();
    read_whom();
    facts_.is_general = facts_.counts.empty() && !facts_.has_time && !facts_.has_quote &&
                        !names_somebody() && is_general(words, first_name() != nullptr);
    facts_.is_scene =
        facts_.counts.empty() && !facts_.has_quote &&
        is_scene(words, {.has_time = facts_.has_time, .behind_person = behind_person()});
    for (const CountTold& count : facts_.counts)
      facts_.terms.push_back({text::word_key(std::to_string(count.value)),
                              count.value <= 12 ? kSmallNumber : kGreatNumber,
                              NewsTerm::Kind::kNumber});
    sort_terms();
    read_cues();
    return std::move(facts_);
  }

 private:
  // Calls use(i) for the words that lie in `range`.
  template <class Use>
  void for_words_in(Range range, const Use& use) const {
    const std::vector<NewsWord>& words = words_.all();
    const auto place = [](const NewsWord& word) { return word.place.begin; };
    for (auto word = std::ranges::lower_bound(words, range.begin, {}, place);
         word != words.end() && word->place.begin < range.end; ++word)
      use(static_cast<std::size_t>(word - words.begin()));
  }

  void read_quotes() {
    // A quotation that reaches into the sentence begins not many quotations before its end.
    constexpr int kLookBack = 12;
    const Range sentence = facts_.span.range;
    auto quote = std::ranges::lower_bound(article_.quotes, sentence.end, {},
                                          [](const Quote& q) { return q.range.begin; });
    for (int i = 0; i < kLookBack && quote != article_.quotes.begin(); ++i) {
      --quote;
      if (quote->kind == QuoteKind::kIndirect) continue;
      for (const Range part : quote->parts) {
        if (!part.overlaps(sentence)) continue;
        facts_.has_quote = true;
        for_words_in(part, [&](std::size_t k) { is_quoted_[k] = true; });
      }
    }
    const std::vector<NewsWord>& words = words_.all();
    for (std::size_t k = words.size(); k > 0; --k) {
      if (words[k - 1].lower == "?") facts_.is_question = true;
      if (words[k - 1].kind == NewsWord::Kind::kMark) continue;
      facts_.is_quoted = is_quoted_[k - 1];
      break;
    }
  }

  void read_times() {
    const Range sentence = facts_.span.range;
    const auto& times = article_.times;
    for (auto time = std::ranges::lower_bound(
             times, sentence.begin, {}, [](const TimeExpression& t) { return t.range.begin; });
         time != times.end() && time->range.begin < sentence.end; ++time) {
      if (time->type == TimeType::kSet) continue;
      bool is_quoted = false;
      for_words_in(time->range, [&](std::size_t k) {
        is_date_[k] = true;
        is_quoted = is_quoted || is_quoted_[k];
      });
      facts_.has_time = true;
      const When& when = time->when;
      if (!when.earliest || !when.latest || when.grain > Grain::kYear) continue;
      if (is_quoted && time->anchor != "none") continue;
      bool is_aside = false;
      for_words_in(time->range, [&](std::size_t k) { is_aside = is_aside || is_aside_[k]; });
      if (is_aside) continue;
      facts_.days.push_back({*when.earliest, *when.latest});
    }
  }

  // What is outside of quotations counts; a value that is denied is told no more.
  void read_what_it_takes_back() {
    if (!may_put_right(words_.all())) return;
    std::vector<ValueTold> values;
    for (const CountTold& count : facts_.counts)
      values.push_back({count.first_word, count.last_word, false});
    for (std::size_t i = 0; i < is_date_.size(); ++i) {
      if (!is_date_[i]) continue;
      if (!values.empty() && values.back().is_time && values.back().last == i)
        ++values.back().last;
      else
        values.push_back({i, i + 1, true});
    }
    const std::vector<NewsWord>& words = words_.all();
    for (std::size_t i = 0; i < words.size(); ++i)
      if (words[i].kind == NewsWord::Kind::kNumber && !is_date_[i] && !is_number_[i])
        values.push_back({i, i + 1, false});
    std::ranges::sort(values, {}, &ValueTold::first);
    facts_.takes_back = !facts_.has_quote && takes_back(words, values);
    for (std::size_t v = 0; v < values.size(); ++v) {
      if (values[v].is_time || !is_denied(words, values, v)) continue;
      std::erase_if(facts_.counts, [&](const CountTold& count) {
        if (count.first_word != values[v].first) return false;
        if (!count.is_age) facts_.denied.push_back(count.value);
        return true;
      });
    }
  }

  // A person or an organisation.
  bool names_somebody() const {
    const Range sentence = facts_.span.range;
    const Names& names = article_.names;
    for (auto mention = std::ranges::lower_bound(names.mentions, sentence.begin, {},
                                                 [](const Mention& m) { return m.range.begin; });
         mention != names.mentions.end() && mention->range.begin < sentence.end; ++mention) {
      const NameKind kind = names.things[mention->thing].kind;
      if (kind == NameKind::kPerson || kind == NameKind::kOrganisation) return true;
    }
    return false;
  }

  // What the sentence begins with the name of.
  const NamedThing* first_name() const {
    const Names& names = article_.names;
    const auto first = std::ranges::lower_bound(names.mentions, facts_.span.range.begin, {},
                                                [](const Mention& m) { return m.range.begin; });
    return first != names.mentions.end() && first->range.begin == facts_.span.range.begin
               ? &names.things[first->thing]
               : nullptr;
  }

  // The first word behind the person whom the sentence begins with; 0: it begins otherwise.
  std::size_t behind_person() const {
    constexpr std::size_t kMostBefore = 5;  // words that say what the person is
    const auto& mentions = article_.names.mentions;
    auto mention = std::ranges::lower_bound(mentions, facts_.span.range.begin, {},
                                            [](const Mention& m) { return m.range.begin; });
    while (mention != mentions.end() && mention->range.end <= facts_.span.range.end &&
           article_.names.things[mention->thing].kind != NameKind::kPerson)
      ++mention;
    if (mention == mentions.end() || mention->range.end > facts_.span.range.end) return 0;
    const std::vector<NewsWord>& words = words_.all();
    std::size_t i = 0;
    for (; i < words.size() && words[i].place.begin < mention->range.begin; ++i) {
      const bool is_description =
          i < kMostBefore && words[i].kind != NewsWord::Kind::kMark &&
          (words[i].lower == "the" || !text::is_small_word(words[i].lower)) &&
          (language::uses_of(words[i].lower) & (language::kPastForm | language::kPresentForm)) == 0;
      if (!is_description) return 0;
    }
    while (i < words.size() && words[i].place.begin < mention->range.end) ++i;
    return i;
  }

  void read_terms() {
    const auto& mentions = article_.names.mentions;
    auto mention = std::ranges::lower_bound(mentions, facts_.span.range.begin, {},
                                            [](const Mention& m) { return m.range.begin; });
    const std::vector<NewsWord>& words = words_.all();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const NewsWord& word = words[i];
      if (word.kind == NewsWord::Kind::kMark) continue;
      ++facts_.n_words;
      if (is_date_[i] || is_number_[i] || word.lower.ends_with("-year-old")) continue;
      if (word.kind == NewsWord::Kind::kNumber && word.lower.find('-') == std::string_view::npos)
        continue;
      if (is_aside_[i]) continue;
      while (mention != mentions.end() && mention->range.end <= word.place.begin) ++mention;
      const bool is_name = mention != mentions.end() && mention->range.begin <= word.place.begin;
      for (std::string_view rest = word.lower; !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('-'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        add_term(part, is_name || (i > 0 && word.is_capital));
      }
    }
  }

  // "She lives in Orra": whom the sentence before named.
  void read_whom() {
    const std::vector<NewsWord>& words = words_.all();
    constexpr std::size_t kReach = 6;
    for (std::size_t i = 0; i < std::min(words.size(), kReach); ++i) {
      if (!is_one_of(words[i].lower, "he", "she", "his", "her")) continue;
      const language::Whom whom =
          language::subject_before(article_, facts_.span.range, words[i].place.end);
      if (whom.thing < 0) return;
      const std::string& name = article_.names.things[static_cast<std::size_t>(whom.thing)].name;
      const text::FoldedText folded = text::fold(name);
      const std::string_view all = folded.text;
      add_term(all.substr(all.rfind(' ') + 1), true);
      return;
    }
  }

  void add_term(std::string_view lower, bool is_name) {
    if (lower.size() < 2 || text::is_small_word(lower)) return;
    NewsTerm term;
    term.key = key_of(lower);
    term.weight = std::max(kLeastWeight, std::log(10000 / text::news_share(term.key)));
    if (is_step(lower))
      term.kind = NewsTerm::Kind::kStep;
    else if (is_name)
      term.kind = NewsTerm::Kind::kName;
    facts_.terms.push_back(term);
  }

  void sort_terms() {
    std::vector<NewsTerm>& terms = facts_.terms;
    std::ranges::sort(terms, [](const NewsTerm& a, const NewsTerm& b) {
      return std::pair(a.key, a.kind) < std::pair(b.key, b.kind);
    });
    const auto twice = std::ranges::unique(terms, {}, &NewsTerm::key);
    terms.erase(twice.begin(), twice.end());
  }

  void read_cues() {
    facts_.cues = find_cues(words_.all());
    std::uint16_t& all = facts_.cues.all;
    // "In May 2024" is not what may be.
    if (facts_.has_time && facts_.cues.has(kAhead) && !find_cues(without(is_date_)).has(kAhead))
      all = static_cast<std::uint16_t>(all & ~kAhead);
    if (!facts_.has_quote) return;
    const auto kept = static_cast<std::uint16_t>(all & (kNegates | kAhead));
    all = static_cast<std::uint16_t>((find_cues(without(is_quoted_)).all & ~kAhead) | kept);
  }

  std::vector<NewsWord> without(const std::vector<bool>& marked) const {
    std::vector<NewsWord> rest;
    for (std::size_t i = 0; i < marked.size(); ++i)
      if (!marked[i]) rest.push_back(words_.all()[i]);
    return rest;
  }

  const AnnotatedArticle& article_;
  NewsWords words_;
  std::vector<bool> is_date_;
  std::vector<bool> is_quoted_;
  std::vector<bool> is_number_;
  std::vector<bool> is_aside_;
  SentenceFacts facts_;
};

}  // namespace

SentenceFacts facts_of(const AnnotatedArticle& article, std::uint32_t index, Range sentence) {
  return Reader(article, index, sentence).read();
}

std::vector<SentenceFacts> facts_of(const AnnotatedArticle& article, std::uint32_t index) {
  std::vector<SentenceFacts> all;
  const std::string& language = article.article.language;
  const bool is_read = language.empty() || language == "en";
  const std::uint32_t begin = begin_of_story(article.article);
  for (const Sentence& sentence : article.segmentation.sentences) {
    const Role role = article.article.paragraphs[sentence.paragraph].role;
    if (role != Role::kBody && (role != Role::kNote || !is_read)) continue;
    if (role == Role::kBody && sentence.range.begin < begin) continue;
    SentenceFacts facts = facts_of(article, index, sentence.range);
    // What a note says of the article is no news, but what it takes back is.
    if (facts.n_words == 0 || (role == Role::kNote && !facts.takes_back)) continue;
    // The tables are English: of other languages only printed words are compared.
    if (!is_read) {
      facts.terms.clear();
      facts.counts.clear();
      facts.cues = {};
      facts.is_general = facts.is_scene = facts.takes_back = false;
    }
    all.push_back(std::move(facts));
  }
  return all;
}

}  // namespace fabula::timeline
