#include "reconcile/same_thing.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>

#include "reconcile/alike_sentences.hpp"
#include "reconcile/whens.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace fabula::reconcile {
namespace {

constexpr int kLeadSentences = 3;
// Days between a happening and an article whose lead tells of it without naming the day.
constexpr std::chrono::days kFresh{3};
constexpr std::chrono::days kSideBySide{2};
constexpr std::size_t kLeastShared = 2;
constexpr std::size_t kLeastAlike = 3;
constexpr std::size_t kMostShown = 3;
// Words that stand beside both numbers, with the noun that is counted.
constexpr std::size_t kBeside = 2;
constexpr std::size_t kBesideUndated = 3;
// Between sentences that stand side by side: a full stop, a mark, a paragraph's end.
constexpr std::uint32_t kMostBetween = 8;

// A day, or a month: in one month the people of a town march once.
bool is_near_one_day(const When& when) {
  constexpr std::chrono::days kOneMonth{31};
  return when.earliest && when.latest && *when.latest - *when.earliest < kOneMonth;
}

// Is the article of such a day a fresh report of what happened then?
bool is_fresh(const When& published, const When& happened) {
  const auto day = single_day(published);
  return day && happened.earliest && happened.latest && *happened.earliest <= *day &&
         *day - *happened.latest <= kFresh && *happened.latest - *happened.earliest <= kFresh;
}

}  // namespace

bool is_of_any_noun(const Value& value) {
  return text::is_one_of(value.role, "number", "share", "sum");
}

bool names_source(const Pile& pile, const PlacedValue& place) {
  const Range source = place.value->said_by;
  if (source.empty()) return false;
  const std::string lower =
      text::ascii_lower(words_of(pile.articles[place.article].article.text, source));
  return !text::is_one_of(lower, "he", "she", "they", "it", "we", "i", "you", "who", "this", "that",
                          "some", "others", "one");
}

const ThingWords& SameThing::lead_of(std::uint32_t index) {
  const auto [found, is_new] = leads_.try_emplace(index);
  if (!is_new) return found->second;
  const AnnotatedArticle& article = pile_.articles[index];
  int n_body = 0;
  for (const Sentence& sentence : article.segmentation.sentences) {
    const Role role = article.article.paragraphs[sentence.paragraph].role;
    if (role != Role::kBody && role != Role::kHeading) continue;
    if (role == Role::kBody && ++n_body > kLeadSentences) break;
    ThingWords words = thing_words_in(article, sentence.range, nullptr);
    // In a headline every word may have a capital.
    if (role == Role::kHeading)
      for (ThingWord& word : words) word.is_name = false;
    found->second.insert(found->second.end(), words.begin(), words.end());
  }
  tidy(found->second);
  return found->second;
}

const std::vector<std::uint64_t>& SameThing::all_of(std::uint32_t index) {
  const auto [found, is_new] = all_.try_emplace(index);
  if (!is_new) return found->second;
  const AnnotatedArticle& article = pile_.articles[index];
  const Range whole{0, static_cast<std::uint32_t>(article.article.text.size())};
  for (const ThingWord& word : thing_words_in(article, whole, nullptr))
    found->second.push_back(word.key);
  std::ranges::sort(found->second);
  const auto twice = std::ranges::unique(found->second);
  found->second.erase(twice.begin(), twice.end());
  return found->second;
}

ThingWords SameThing::told_by(const PlacedValue& place) const {
  const AnnotatedArticle& article = pile_.articles[place.article];
  ThingWords words = thing_words_in(article, place.value->sentence, place.value);
  if (!place.value->context.empty()) {
    const ThingWords before = thing_words_in(article, place.value->context, nullptr);
    words.insert(words.end(), before.begin(), before.end());
  }
  return words;
}

ThingWords SameThing::around(const PlacedValue& place) {
  ThingWords words = told_by(place);
  if (place.value->is_lead) {
    const ThingWords& lead = lead_of(place.article);
    words.insert(words.end(), lead.begin(), lead.end());
  }
  tidy(words);
  return words;
}

bool SameThing::has_foreign_name(const ThingWords& words, std::uint32_t other) {
  const std::vector<std::uint64_t>& all = all_of(other);
  return std::ranges::any_of(words, [&](const ThingWord& word) {
    return word.is_name && !std::ranges::binary_search(all, word.key);
  });
}

bool SameThing::days_fit(const PlacedValue& a, const PlacedValue& b) const {
  const When& a_day = a.value->happened;
  const When& b_day = b.value->happened;
  const When& a_published = pile_.articles[a.article].article.published.when;
  const When& b_published = pile_.articles[b.article].article.published.when;
  if (a_day.known() && b_day.known()) return meet(a_day, b_day);
  if (a_day.known()) return b.value->is_lead && is_fresh(b_published, a_day);
  if (b_day.known()) return a.value->is_lead && is_fresh(a_published, b_day);
  const auto a_on = single_day(a_published);
  const auto b_on = single_day(b_published);
  return a.value->is_lead && b.value->is_lead && a_on && b_on &&
         (*a_on < *b_on ? *b_on - *a_on : *a_on - *b_on) <= kSideBySide;
}

bool SameThing::numbers_fit(const PlacedValue& a, const PlacedValue& b) const {
  if (!days_fit(a, b) && !are_undated(a, b)) return false;
  // Prices and polls change from day to day.
  const bool are_told = a.value->happened.known() && b.value->happened.known();
  return a.value->role == "number" || are_told ||
         single_day(pile_.articles[a.article].article.published.when) ==
             single_day(pile_.articles[b.article].article.published.when);
}

// "Karsk, home to 120,000 people": both are of one name, where the articles are of one time.
std::optional<std::vector<Span>> SameThing::name_of_both(const PlacedValue& a,
                                                         const PlacedValue& b) const {
  constexpr std::chrono::days kOneTime{30};
  const auto name = [&](const PlacedValue& place) {
    return words_of(article_of(place).article.text, place.value->of);
  };
  const auto a_on = single_day(article_of(a).article.published.when);
  const auto b_on = single_day(article_of(b).article.published.when);
  const bool are_apart = a_on && b_on && std::chrono::abs(*a_on - *b_on) > kOneTime;
  if (a.value->of.empty() || b.value->of.empty() || name(a) != name(b) || are_apart)
    return std::nullopt;
  return std::vector<Span>{{a.article, a.value->of}, {b.article, b.value->of}};
}

// Of articles that do not state their days: may they have appeared side by side?
bool SameThing::are_undated(const PlacedValue& a, const PlacedValue& b) const {
  const Published& x = pile_.articles[a.article].article.published;
  const Published& y = pile_.articles[b.article].article.published;
  return x.basis != DateBasis::kStated && y.basis != DateBasis::kStated && meet(x.when, y.when) &&
         meet(a.value->happened, b.value->happened);
}

std::optional<std::vector<Span>> SameThing::words_inside(const PlacedValue& a,
                                                         const PlacedValue& b) const {
  const Value& x = a.value->range < b.value->range ? *a.value : *b.value;
  const Value& y = a.value->range < b.value->range ? *b.value : *a.value;
  const bool are_near =
      x.sentence == y.sentence ||
      (x.sentence.end <= y.sentence.begin && y.sentence.begin - x.sentence.end <= kMostBetween);
  if (!are_near || !names_source(pile_, a) || !names_source(pile_, b)) return std::nullopt;
  const std::string_view text = pile_.articles[a.article].article.text;
  if (text::ascii_lower(words_of(text, x.said_by)) == text::ascii_lower(words_of(text, y.said_by)))
    return std::nullopt;
  if (x.happened.known() && y.happened.known() && !meet(x.happened, y.happened))
    return std::nullopt;
  // What the second number is told of by itself.
  std::uint32_t begin = y.sentence.begin;
  if (x.sentence == y.sentence) {
    const std::string_view between = text.substr(x.range.end, y.range.begin - x.range.end);
    const std::size_t mark = between.find_last_of(",;");
    begin = x.range.end + (mark == std::string_view::npos ? 0U : static_cast<std::uint32_t>(mark));
  }
  for (const ThingWord& word :
       thing_words_in(pile_.articles[a.article], {begin, y.sentence.end}, nullptr))
    if (word.is_name && !x.said_by.overlaps(word.range) && !y.said_by.overlaps(word.range))
      return std::nullopt;
  return std::vector<Span>{{a.article, x.said_by}, {a.article, y.said_by}};
}

std::optional<std::vector<Span>> SameThing::words_for(const PlacedValue& a, const PlacedValue& b) {
  if (is_of_any_noun(*a.value))
    return a.article != b.article && numbers_fit(a, b) &&
                   n_beside(article_of(a), *a.value, article_of(b), *b.value) >=
                       (are_undated(a, b) ? kBesideUndated : kBeside)
               ? alike_words(a, b)
               : std::nullopt;
  if (a.article == b.article) return words_inside(a, b);
  if (!a.value->of.empty() || !b.value->of.empty()) return name_of_both(a, b);
  if (!days_fit(a, b)) return std::nullopt;
  if (a.value->role == "share of the vote") return words_of_both(a, b, kLeastShared, true, true);
  const auto a_day = single_day(a.value->happened);
  const bool is_one_day = a_day && a_day == single_day(b.value->happened);
  const bool is_crowd = text::is_one_of(a.value->role, "marchers", "those who came");
  const bool is_told_finely =
      is_near_one_day(a.value->happened) && is_near_one_day(b.value->happened);
  // People come together time and again.
  if (is_crowd && a.value->happened.known() && b.value->happened.known() && !is_told_finely)
    return std::nullopt;
  const bool is_one_march =
      is_told_finely && (a.value->role == "marchers" || b.value->role == "marchers");
  return words_of_both(
      a, b,
      (is_one_day && names_source(pile_, a) && names_source(pile_, b)) || is_one_march
          ? 1
          : kLeastShared,
      is_one_march, false);
}

std::optional<std::vector<Span>> SameThing::shared_words(const PlacedValue& a,
                                                         const PlacedValue& b) {
  return words_of_both(a, b, kLeastShared, true, true);
}

std::optional<std::vector<Span>> SameThing::alike_words(const PlacedValue& a,
                                                        const PlacedValue& b) {
  ThingWords here = told_by(a);
  ThingWords there = told_by(b);
  tidy(here);
  tidy(there);
  SharedWords shared = shared_by(here, there);
  const bool is_named = std::ranges::any_of(
      shared, [](const auto& pair) { return pair.first.is_name && pair.second.is_name; });
  const std::size_t n = shared.size();
  const std::size_t fewer = std::min(here.size(), there.size());
  const std::size_t more = std::max(here.size(), there.size());
  const bool is_alike = is_named && n >= kLeastAlike && n * 5 >= fewer * 3 && n * 5 >= more * 2;
  const bool has_same_noun = is_of_any_noun(*a.value) && is_named && n >= kLeastAlike + 1 &&
                             n * 2 >= fewer && n * 5 >= more * 2;
  const bool is_very_alike =
      n >= 2 * kLeastAlike && n * 5 >= more * 2 && (is_named ? n * 2 >= fewer : n * 5 >= fewer * 4);
  if (!is_very_alike && ((!is_alike && !has_same_noun) || are_undated(a, b))) return std::nullopt;
  const bool a_is_foreign = has_foreign_name(told_by(a), b.article);
  const bool b_is_foreign = has_foreign_name(told_by(b), a.article);
  if (is_very_alike ? a_is_foreign && b_is_foreign : a_is_foreign || b_is_foreign)
    return std::nullopt;
  if (ordinals_differ(article_of(a), a.value->sentence, article_of(b), b.value->sentence))
    return std::nullopt;
  return shown_words(a, b, std::move(shared));
}

// "the Harrow footbridge": two shared words side by side in both, one a name. A town alone has more
// than one fire.
bool SameThing::has_compound(const SharedWords& shared) {
  const auto are_beside = [](Range first, Range second) { return first.end + 1 == second.begin; };
  return std::ranges::any_of(shared, [&](const auto& x) {
    return x.first.is_name && std::ranges::any_of(shared, [&](const auto& y) {
             return (are_beside(x.first.range, y.first.range) &&
                     are_beside(x.second.range, y.second.range)) ||
                    (are_beside(y.first.range, x.first.range) &&
                     are_beside(y.second.range, x.second.range));
           });
  });
}

// The words that say so, names first, in `a` and in `b` in turns.
std::vector<Span> SameThing::shown_words(const PlacedValue& a, const PlacedValue& b,
                                         SharedWords shared) {
  std::ranges::sort(shared, {}, [](const auto& pair) {
    return std::tuple(!pair.first.is_name, pair.first.range);
  });
  std::vector<Span> words;
  for (std::size_t i = 0; i < std::min(shared.size(), kMostShown); ++i) {
    words.push_back({a.article, shared[i].first.range});
    words.push_back({b.article, shared[i].second.range});
  }
  return words;
}

std::optional<std::vector<Span>> SameThing::words_of_both(const PlacedValue& a,
                                                          const PlacedValue& b, std::size_t least,
                                                          bool is_strict, bool is_compound) {
  const ThingWords here = around(a);
  const ThingWords there = around(b);
  SharedWords shared = shared_by(here, there);
  const bool is_named = std::ranges::any_of(
      shared, [](const auto& pair) { return pair.first.is_name && pair.second.is_name; });
  if (shared.size() < least || !is_named) return std::nullopt;
  if (is_compound && !has_compound(shared)) return std::nullopt;
  const bool a_is_foreign = has_foreign_name(told_by(a), b.article);
  const bool b_is_foreign = has_foreign_name(told_by(b), a.article);
  if (is_strict ? a_is_foreign || b_is_foreign : a_is_foreign && b_is_foreign) return std::nullopt;
  return shown_words(a, b, std::move(shared));
}

}  // namespace fabula::reconcile
