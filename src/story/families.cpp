#include "story/families.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "base/hash.hpp"
#include "story/quote_alignment.hpp"
#include "story/quote_index.hpp"
#include "story/quote_runs.hpp"
#include "story/quote_words.hpp"
#include "text/fold.hpp"

namespace fabula::story {
namespace {

using Articles = std::span<const AnnotatedArticle>;

constexpr std::uint32_t kMinEqualWords = 3;   // of quotations that are equal
constexpr std::uint32_t kMinInsideWords = 5;  // of one that stands inside another
constexpr std::uint32_t kMinLongRun = 8;      // shared by two that overlap
constexpr std::uint32_t kFewEdits = 2;        // in a short one of the same speaker
constexpr std::size_t kMostAligned = 4;       // groups that an utterance is aligned with

// One quotation that may have a family.
struct Utterance {
  RecordRef quote;
  std::string id;
  std::vector<QuoteWordKey> keys;    // of its words, until the candidates are found
  std::vector<std::uint32_t> grams;  // hashes of its runs of three spelled-out words, sorted
  std::uint32_t n_spoken = 0;        // words without notes
  std::uint32_t n_marked = 0;        // brackets, masks and gaps
  std::optional<Day> day;            // earliest stated
  std::string_view source;
};

bool is_stated(const Published& published) {
  return published.basis == DateBasis::kStated && published.when.earliest.has_value();
}

std::vector<QuoteWord> words_of_quote(Articles articles, RecordRef quote) {
  const AnnotatedArticle& annotated = articles[quote.article];
  return split_quote(annotated.article, annotated.quotes[quote.index]);
}

bool are_written_alike(Articles articles, RecordRef a, RecordRef b) {
  const std::string_view text_a = articles[a.article].article.text;
  const std::string_view text_b = articles[b.article].article.text;
  return std::ranges::equal(
      articles[a.article].quotes[a.index].parts, articles[b.article].quotes[b.index].parts,
      [&](Range of_a, Range of_b) { return words_of(text_a, of_a) == words_of(text_b, of_b); });
}

Utterance read_utterance(const AnnotatedArticle& annotated, RecordRef quote) {
  const Article& article = annotated.article;
  const Quote& record = annotated.quotes[quote.index];
  Utterance made{quote, quote_id(article, record), {}, {}, 0, 0, {}, {}};
  made.keys = keys_of(split_quote(article, record));
  const auto& keys = made.keys;
  made.n_spoken = static_cast<std::uint32_t>(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    made.n_marked += keys[i].hash == 0;
    made.n_marked += keys[i].gap_before;
    if (i < 2 || keys[i].hash == 0 || keys[i - 1].hash == 0 || keys[i - 2].hash == 0) continue;
    made.grams.push_back((keys[i - 2].hash * 31 + keys[i - 1].hash) * 31 + keys[i].hash);
  }
  std::sort(made.grams.begin(), made.grams.end());
  if (!article.sources.empty()) made.source = article.sources.front();
  if (is_stated(article.published)) made.day = article.published.when.earliest;
  return made;
}

// Fullest first: most words, fewest of them hidden, earliest, by source, lowest id.
std::vector<Utterance> read_utterances(Articles articles, const Context& context) {
  std::vector<std::vector<Utterance>> by_article(articles.size());
  parallel_for(context, articles.size(), [&](std::size_t i) {
    const auto a = static_cast<std::uint32_t>(i);
    for (std::uint32_t q = 0; q < articles[a].quotes.size(); ++q) {
      const Quote& quote = articles[a].quotes[q];
      if (quote.kind == QuoteKind::kIndirect || quote.inside >= 0) continue;
      Utterance made = read_utterance(articles[a], {a, q});
      if (made.n_spoken >= kMinEqualWords) by_article[a].push_back(std::move(made));
    }
  });
  std::vector<Utterance> utterances;
  for (auto& some : by_article)
    utterances.insert(utterances.end(), std::make_move_iterator(some.begin()),
                      std::make_move_iterator(some.end()));
  const auto key = [](const Utterance& u) {
    return std::tuple(~u.n_spoken, u.n_marked, !u.day.has_value(), u.day.value_or(Day{}), u.source,
                      std::string_view(u.id));
  };
  std::sort(utterances.begin(), utterances.end(),
            [&](const Utterance& x, const Utterance& y) { return key(x) < key(y); });
  return utterances;
}

// Folded last word of the speaker's name: "Maria Silva" and "Silva" are one. Empty: nobody named.
std::string speaker_key(const AnnotatedArticle& annotated, std::uint32_t quote) {
  const auto& speaker = annotated.quotes[quote].speaker;
  if (!speaker || speaker->thing < 0) return {};
  const std::string name = text::fold(speaker->name).text;
  return name.substr(name.find_last_of(' ') + 1);
}

// Short phrases are said by many ("I don't know"): they are one utterance only of one speaker.
bool may_be_one_speaker(Articles articles, const Utterance& x, const Utterance& y) {
  const std::string x_key = speaker_key(articles[x.quote.article], x.quote.index);
  const std::string y_key = speaker_key(articles[y.quote.article], y.quote.index);
  return x_key == y_key || x_key.empty() || y_key.empty();
}

// Is `other` the same utterance as the fullest wording it was aligned with?
bool is_same_utterance(Articles articles, const Utterance& full, const Utterance& other,
                       const QuoteAlignment& found) {
  const bool only_signed_changes = found.n_edited == 0;
  if (only_signed_changes && found.is_whole && other.n_spoken < kMinInsideWords)
    return found.n_marked == 0 && may_be_one_speaker(articles, full, other);
  if (other.n_spoken < kMinInsideWords) return false;
  // At least four words must speak for it: "[The mayor] said [it] was so" says nothing.
  if (only_signed_changes && found.n_equal + 1 >= kMinInsideWords) return true;
  if (found.longest_run >= kMinLongRun && 10 * found.n_equal >= 6 * found.n_words) return true;
  // A word or two of a short one: it must be the same speaker too.
  if (found.n_edited + found.n_marked <= kFewEdits && 4 * found.n_equal >= 3 * found.n_words &&
      found.longest_run >= kMinInsideWords)
    return may_be_one_speaker(articles, full, other);
  return 6 * (found.n_edited + found.n_marked) <= found.n_words &&
         6 * found.n_equal >= 5 * found.n_words;
}

// Do they share as many runs as is_same_utterance cannot do without? Each word that is changed
// takes three runs away, each gap two. Of the marks in the fuller wording two are allowed for: more
// of them seldom stand in the stretch that is compared. Far cheaper than aligning.
bool may_be_same_utterance(const Utterance& full, const Utterance& other, std::uint32_t n_common) {
  if (other.n_spoken < kMinInsideWords) return full.n_spoken == other.n_spoken;
  const auto n_runs = static_cast<std::uint32_t>(other.grams.size());
  const std::uint32_t n_lost =
      3 * (std::max(other.n_spoken / 6, kFewEdits) + std::min(full.n_marked, 2U)) +
      2 * other.n_marked;
  const bool any_marked = full.n_marked + other.n_marked > 0;  // may hide every run of a short one
  return n_common >= std::min(kMinLongRun - 2, n_runs > n_lost ? n_runs - n_lost
                                               : any_marked    ? 0U
                                                               : 1U);
}

struct Membership {
  std::uint32_t utterance = 0;
  QuoteAlignment to_fullest;
};

struct Group {
  std::vector<Membership> members;  // the fullest first
};

// A group that an utterance may belong to.
struct Likely {
  std::uint32_t n_common = 0;  // runs of three words shared with its fullest wording
  std::uint32_t group = 0;
  std::optional<QuoteAlignment> found;  // set when it was aligned and is the same utterance
  bool is_aligned = false;
};

// Each utterance joins the group whose fullest wording it shares most words with, or leads its own.
class Grouper {
 public:
  Grouper(Articles articles, std::span<Utterance> utterances)
      : articles_(articles), utterances_(utterances), group_of_(utterances.size()) {
    std::vector<std::vector<QuoteWordKey>> keys;
    keys.reserve(utterances.size());
    for (Utterance& utterance : utterances) keys.push_back(std::move(utterance.keys));
    candidates_ = find_candidates(keys);
  }

  // Whom an utterance joins depends on those before it. Block by block, it is first compared with
  // the groups there were before the block, many at a time; then, one after the other, with those
  // of the block. What comes out is as if all were done one after the other.
  std::vector<Group> group(const Context& context) {
    constexpr std::uint32_t kBlock = 2048;
    const auto n = static_cast<std::uint32_t>(utterances_.size());
    std::vector<std::vector<Likely>> likely;
    for (std::uint32_t begin = 0; begin < n; begin += kBlock) {
      const std::uint32_t end = std::min(begin + kBlock, n);
      likely.assign(end - begin, {});
      parallel_for({context.threads, {}, nullptr}, likely.size(), [&](std::size_t k) {
        const auto i = static_cast<std::uint32_t>(begin + k);
        likely[k] = most_likely(i, groups_of(i, 0, begin), {});
        align(i, likely[k]);
      });
      for (std::uint32_t i = begin; i < end; ++i) {
        likely[i - begin] = most_likely(i, groups_of(i, begin, i), std::move(likely[i - begin]));
        align(i, likely[i - begin]);
        join(i, likely[i - begin]);
      }
    }
    std::erase_if(groups_, [](const Group& some) { return some.members.size() < 2; });
    return std::move(groups_);
  }

 private:
  [[nodiscard]] const Utterance& fullest(std::uint32_t group) const { return *heads_[group]; }

  // Groups of the candidates among utterances [begin, end), sorted.
  [[nodiscard]] std::vector<std::uint32_t> groups_of(std::uint32_t i, std::uint32_t begin,
                                                     std::uint32_t end) const {
    std::vector<std::uint32_t> of;
    for (const std::uint32_t candidate : candidates_[i])
      if (candidate >= begin && candidate < end) of.push_back(group_of_[candidate]);
    std::sort(of.begin(), of.end());
    of.erase(std::unique(of.begin(), of.end()), of.end());
    return of;
  }

  // Of `known` and the groups `of` the few that share most runs with the utterance, most first.
  [[nodiscard]] std::vector<Likely> most_likely(std::uint32_t i, std::span<const std::uint32_t> of,
                                                std::vector<Likely> known) const {
    if (of.empty()) return most(std::move(known));
    const QuoteRuns runs(utterances_[i].grams);
    for (std::size_t k = 0; k < of.size(); ++k) {
      constexpr std::size_t kAhead = 4;  // what lies far apart is fetched before its turn
      if (k + kAhead < of.size()) __builtin_prefetch(heads_[of[k + kAhead]]->grams.data());
      const std::uint32_t g = of[k];
      const auto same = [&](const Likely& likely) { return likely.group == g; };
      if (std::any_of(known.begin(), known.end(), same)) continue;
      const std::uint32_t n_common = runs.count_among(fullest(g).grams);
      if (may_be_same_utterance(fullest(g), utterances_[i], n_common))
        known.push_back({n_common, g, {}, false});
    }
    return most(std::move(known));
  }

  static std::vector<Likely> most(std::vector<Likely> known) {
    std::sort(known.begin(), known.end(), [](const Likely& x, const Likely& y) {
      return std::tuple(y.n_common, x.group) < std::tuple(x.n_common, y.group);
    });
    if (known.size() > kMostAligned) known.resize(kMostAligned);
    return known;
  }

  void align(std::uint32_t i, std::span<Likely> likely) const {
    std::vector<QuoteWord> words;  // of this utterance, once they are needed
    for (Likely& some : likely) {
      if (std::exchange(some.is_aligned, true)) continue;
      const Utterance& full = fullest(some.group);
      if (words.empty()) words = words_of_quote(articles_, utterances_[i].quote);
      // Most are copies: what is written alike is split once.
      QuoteAlignment found = are_written_alike(articles_, full.quote, utterances_[i].quote)
                                 ? align_quotes(words, words)
                                 : align_quotes(words_of_quote(articles_, full.quote), words);
      if (is_same_utterance(articles_, full, utterances_[i], found)) some.found = std::move(found);
    }
  }

  void join(std::uint32_t i, std::span<Likely> likely) {
    Likely* best = nullptr;
    for (Likely& some : likely)
      if (some.found && (best == nullptr || some.found->n_equal > best->found->n_equal))
        best = &some;
    if (best != nullptr) {
      group_of_[i] = best->group;
      groups_[best->group].members.push_back({i, std::move(*best->found)});
    } else {
      group_of_[i] = static_cast<std::uint32_t>(groups_.size());
      groups_.push_back({{Membership{i, {}}}});
      heads_.push_back(&utterances_[i]);
    }
  }

  Articles articles_;
  std::span<const Utterance> utterances_;
  std::vector<std::vector<std::uint32_t>> candidates_;
  std::vector<std::uint32_t> group_of_;
  std::vector<Group> groups_;
  std::vector<const Utterance*> heads_;  // the fullest wording of each group
};

std::string full_text(const Article& article, const Quote& quote) {
  std::string text;
  for (const Range part : quote.parts) {
    if (!text.empty()) text += ' ';
    text += words_of(article.text, part);
  }
  return text;
}

// Index of the member that was printed first; -1 when another may have been.
std::int32_t find_first(Articles articles, std::span<const FamilyMember> members) {
  const auto published = [&](const FamilyMember& member) -> const Published& {
    return articles[member.quote.article].article.published;
  };
  std::int32_t first = -1;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!is_stated(published(members[i]))) continue;
    if (first < 0 || *published(members[i]).when.earliest <
                         *published(members[static_cast<std::size_t>(first)]).when.earliest)
      first = static_cast<std::int32_t>(i);
  }
  if (first < 0) return -1;
  const FamilyMember& chosen = members[static_cast<std::size_t>(first)];
  const When& earliest = published(chosen).when;
  for (const FamilyMember& member : members) {
    if (member.quote.article == chosen.quote.article) continue;
    const When& when = published(member).when;
    if (!earliest.latest || !when.earliest || *when.earliest <= *earliest.latest) return -1;
  }
  return first;
}

std::string family_id(std::vector<std::string> quote_ids) {
  std::sort(quote_ids.begin(), quote_ids.end());
  std::string joined;  // as content_id joins its parts
  for (const std::string& id : quote_ids) {
    if (!joined.empty()) joined += '\0';
    joined += id;
  }
  return content_id('f', {joined});
}

Family make_family(Articles articles, std::span<const Utterance> utterances, Group& group) {
  Family family;
  std::vector<std::string> ids;
  for (Membership& membership : group.members) {
    const Utterance& utterance = utterances[membership.utterance];
    ids.push_back(utterance.id);
    const bool is_fullest = &membership == &group.members.front();
    family.members.push_back({utterance.quote,
                              is_fullest ? "whole" : change_of(membership.to_fullest), -1,
                              std::move(membership.to_fullest.edits)});
  }
  const RecordRef fullest = utterances[group.members.front().utterance].quote;
  family.text =
      full_text(articles[fullest.article].article, articles[fullest.article].quotes[fullest.index]);
  family.id = family_id(std::move(ids));
  std::sort(family.members.begin(), family.members.end(),
            [](const FamilyMember& x, const FamilyMember& y) { return x.quote < y.quote; });
  family.first = find_first(articles, family.members);
  return family;
}

}  // namespace

std::vector<Family> group_quotes(std::span<const AnnotatedArticle> articles,
                                 const Context& context) {
  std::vector<Utterance> utterances = read_utterances(articles, context);
  std::vector<Family> families;
  for (Group& some : Grouper(articles, utterances).group(context))
    families.push_back(make_family(articles, utterances, some));
  std::sort(families.begin(), families.end(),
            [](const Family& x, const Family& y) { return x.id < y.id; });
  return families;
}

}  // namespace fabula::story
