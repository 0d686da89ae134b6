#include "story/stories.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "story/alike.hpp"
#include "story/linkage.hpp"
#include "story/running.hpp"
#include "story/shared_terms.hpp"

namespace fabula::story {
namespace {

// Of the likeness that is asked for so much has to be there without the term that has most of it:
// the town that two stories share is not enough.
constexpr double kRest = 0.5;

// The copy that stands for each article's copies; itself where it has none.
std::vector<std::uint32_t> originals_of(const Pile& pile) {
  std::vector<std::uint32_t> originals(pile.articles.size());
  std::iota(originals.begin(), originals.end(), 0U);
  for (const CopyGroup& group : pile.copies)
    for (const std::uint32_t a : group.articles) originals[a] = group.articles.front();
  return originals;
}

// What is known of the articles while their stories are told.
struct Known {
  const Pile& pile;
  const Terms& terms;
  std::vector<Alike> alike;
  std::vector<std::uint32_t> originals;
};

// The member of its story that an article is most like, and by which terms.
struct Like {
  std::uint32_t other = 0;
  std::vector<SharedTerm> terms;
};

// The member that is most like `article`, a copy of it before all others.
std::uint32_t most_alike(const Known& known, std::uint32_t article,
                         const std::vector<std::uint32_t>& members) {
  const auto is_member = [&](std::uint32_t other) {
    return std::ranges::binary_search(members, other);
  };
  for (const auto& [cosine, other] : known.alike[article])
    if (is_member(other) && known.originals[other] == known.originals[article]) return other;
  for (const auto& [cosine, other] : known.alike[article])
    if (is_member(other)) return other;
  // Joined by way of others.
  return members.front() == article ? members[1] : members.front();
}

// The day that the lead tells of first, where it tells one.
When told_day(const AnnotatedArticle& article) {
  constexpr std::size_t kLeadSentences = 2;
  std::uint32_t end = 0;
  std::size_t n = 0;
  for (const Sentence& sentence : article.segmentation.sentences) {
    if (article.article.paragraphs[sentence.paragraph].role != Role::kBody) continue;
    end = sentence.range.end;
    if (++n == kLeadSentences) break;
  }
  for (const TimeExpression& time : article.times) {
    if (time.range.end > end) break;
    const bool is_day = time.type == TimeType::kDate || time.type == TimeType::kTime;
    if (is_day && time.when.grain <= Grain::kDay && time.when.earliest && time.when.latest)
      return time.when;
  }
  return {};
}

// Of the words in small letters of both, the share that stands in each.
double same_small_words(const AnnotatedArticle& a, const AnnotatedArticle& b) {
  const std::vector<std::string> x = small_stems(a);
  const std::vector<std::string> y = small_stems(b);
  std::vector<std::string_view> both;
  std::ranges::set_intersection(x, y, std::back_inserter(both));
  const std::size_t n = x.size() + y.size() - both.size();
  return n == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(n);
}

// Are two articles nearly the same words of two different days? Then they are no telling of one
// thing but a form that is filled in again: the market report, the list of films. A case that goes
// on shares its names, and not what is said of them.
bool are_one_form(const AnnotatedArticle& a, const AnnotatedArticle& b, float cosine) {
  constexpr float kAlike = 0.8F;
  constexpr double kSameSmallWords = 0.75;
  constexpr std::chrono::days kNextDay{1};
  if (cosine < kAlike) return false;
  const When x = told_day(a);
  const When y = told_day(b);
  return x.known() && y.known() &&
         (*x.latest + kNextDay < *y.earliest || *y.latest + kNextDay < *x.earliest) &&
         same_small_words(a, b) >= kSameSmallWords;
}

std::string name_of(const Article& article) {
  return article.published.basis == DateBasis::kStated
             ? "article of " + article.published.when.edtf
             : "undated article " + article.sources.front();
}

// By article; nothing for those alone in their story.
std::vector<Like> likes_of(const Known& known, std::span<const std::vector<std::uint32_t>> stories,
                           const Context& context) {
  constexpr std::size_t kMostTerms = 3;
  std::vector<Like> likes(known.pile.articles.size());
  std::vector<Compared> pairs;
  for (const std::vector<std::uint32_t>& members : stories) {
    if (members.size() == 1) continue;
    for (const std::uint32_t a : members) {
      likes[a].other = most_alike(known, a, members);
      pairs.push_back({a, likes[a].other});
    }
  }
  auto shared = most_shared(known.pile.articles, known.terms, pairs, kMostTerms, context);
  for (std::size_t i = 0; i < pairs.size(); ++i) likes[pairs[i].here].terms = std::move(shared[i]);
  return likes;
}

Membership membership(const Known& known, std::uint32_t article, const Like& like,
                      const std::vector<std::uint32_t>& members) {
  Membership out;
  out.article = article;
  if (members.size() == 1) {
    out.because = "no other article is alike enough";
    out.rule = "story.alone";
    return out;
  }
  const std::uint32_t other = like.other;
  out.like = static_cast<std::int32_t>(other);
  out.rule = known.originals[article] == known.originals[other] ? "story.copy" : "story.alike";
  const auto& articles = known.pile.articles;
  const std::string theirs = name_of(articles[other].article);
  for (const SharedTerm& term : like.terms) {
    out.words.push_back({article, term.here});
    out.words.push_back({other, term.there});
    out.because +=
        fmt::format("{}“{}” (this article) and “{}” ({})", out.because.empty() ? "" : ", ",
                    quoted_words(known.pile, {article, term.here}),
                    quoted_words(known.pile, {other, term.there}), theirs);
  }
  if (out.rule == "story.copy")
    out.because = fmt::format("nearly the same text as the {}{}{}", theirs,
                              out.because.empty() ? "" : ": ", out.because);
  return out;
}

// The member whose terms have most of the story's: of equals the first.
std::uint32_t central_of(std::span<const TermVector> terms,
                         const std::vector<std::uint32_t>& members, TermTable& sum) {
  if (members.size() == 1) return members.front();
  sum.set({});
  for (const std::uint32_t a : members) sum.add(terms[a]);
  return *std::ranges::max_element(members, {},
                                   [&](std::uint32_t a) { return sum.overlap_with(terms[a]); });
}

// Of two articles of a story: does it begin with this one rather?
bool is_before(const Article& a, const Article& b) {
  const auto day_of = [](const Article& article) {
    return article.published.basis == DateBasis::kStated && article.published.when.earliest
               ? *article.published.when.earliest
               : Day::max();
  };
  return std::pair(day_of(a), std::string_view(a.id)) <
         std::pair(day_of(b), std::string_view(b.id));
}

Story told(const Known& known, std::span<const Like> likes,
           const std::vector<std::uint32_t>& members, TermTable& table) {
  Story story;
  std::set<std::uint32_t> origins;
  const Article* first = nullptr;
  for (const std::uint32_t a : members) {
    const Article& article = known.pile.articles[a].article;
    if (first == nullptr || is_before(article, *first)) first = &article;
    origins.insert(known.originals[a]);
    story.members.push_back(membership(known, a, likes[a], members));
  }
  story.id = story_id(*first);
  story.central = central_of(known.terms.of_article, members, table);
  story.n_origins = static_cast<std::uint32_t>(origins.size());
  return story;
}

// Groups of articles that tell one thing. Fills in is_form, by article: is it one of a form?
std::vector<std::vector<std::uint32_t>> find_parts(const Known& known, std::vector<bool>& is_form,
                                                   const Context& context) {
  const std::vector<AnnotatedArticle>& articles = known.pile.articles;
  Linkage linkage(known.terms.of_article, known.terms.keys.size(),
                  [&](const Overlap& overlap, std::size_t n_a, std::size_t n_b) {
                    const double least = least_likeness(articles.size(), std::min(n_a, n_b)) *
                                         static_cast<double>(n_a) * static_cast<double>(n_b);
                    return overlap.all >= least && overlap.all - overlap.greatest >= kRest * least;
                  });
  for (const CopyGroup& group : known.pile.copies)
    for (const std::uint32_t a : group.articles) linkage.join_articles(group.articles.front(), a);
  for (std::uint32_t i = 0; i < known.alike.size(); ++i)
    for (const auto& [cosine, j] : known.alike[i]) {
      if (known.originals[i] == known.originals[j]) continue;
      linkage.add_pair(i, j);
      if (!are_one_form(articles[i], articles[j], cosine)) continue;
      linkage.keep_apart(i, j);
      is_form[i] = is_form[j] = true;
    }
  linkage.run(context);
  return linkage.groups();
}

}  // namespace

std::string story_id(const Article& first) { return content_id('s', {first.id}); }

double least_likeness(std::size_t n_articles, std::size_t n_smaller) {
  constexpr double kFew = 10;
  constexpr double kMany = 500;
  constexpr double kAmongFew = 0.10;
  constexpr double kAmongMany = 0.17;
  constexpr double kMoreEachDoubling = 0.03;
  constexpr double kLarge = 32;
  const double n = std::clamp(static_cast<double>(n_articles), kFew, kMany);
  return kAmongFew + (kAmongMany - kAmongFew) * std::log(n / kFew) / std::log(kMany / kFew) +
         kMoreEachDoubling * std::log2(std::min(static_cast<double>(n_smaller), kLarge));
}

Grouping group_articles(const Pile& pile, const Terms& terms, const Context& context) {
  const auto any = [](std::uint32_t) { return true; };
  const Known known{pile, terms, find_alike(terms, any, any, context), originals_of(pile)};
  std::vector<bool> is_form(pile.articles.size());
  const std::vector<std::vector<std::uint32_t>> parts = find_parts(known, is_form, context);
  Grouping out;
  out.part_of.resize(pile.articles.size());
  for (std::uint32_t p = 0; p < parts.size(); ++p)
    for (const std::uint32_t a : parts[p]) out.part_of[a] = p;
  const std::vector<std::vector<std::uint32_t>> groups =
      join_running(pile, terms, parts, known.alike, is_form, context);
  const std::vector<Like> likes = likes_of(known, groups, context);
  std::vector<Story>& stories = out.stories;
  stories.resize(groups.size());
  constexpr std::size_t kTogether = 64;  // stories that share a table
  parallel_for(context, (groups.size() + kTogether - 1) / kTogether, [&](std::size_t part) {
    TermTable table(terms.keys.size());
    const std::size_t end = std::min(groups.size(), (part + 1) * kTogether);
    for (std::size_t i = part * kTogether; i < end; ++i)
      stories[i] = told(known, likes, groups[i], table);
  });
  std::ranges::sort(stories, [](const Story& a, const Story& b) {
    return a.members.size() != b.members.size() ? a.members.size() > b.members.size() : a.id < b.id;
  });
  return out;
}

}  // namespace fabula::story
