#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dating/identity.hpp"
#include "dating/makers.hpp"
#include "language/sentence_words.hpp"
#include "language/telling.hpp"
#include "text/one_of.hpp"

namespace fabula::dating {

using language::sentence_at;
using language::stands_apart;
using language::word_from;
using language::words_of_sentence;

namespace {

// An office of somebody, as one place tells it: "Mayor Ada Lund", "the then-mayor Ada Lund", "the
// former mayor Ada Lund".
enum class Standing { kHeld, kThen, kFormer };

struct Told {
  std::uint32_t article;
  Range range;
  Standing standing;
};

// Offices that one holds for a time, and whose title goes with them: a president or a judge is
// often called so for life.
bool is_office(std::string_view word) {
  return text::is_one_of(word, "mayor", "mayoress", "chancellor", "premier", "minister", "chairman",
                         "chairwoman", "chair", "director", "captain", "coach", "manager", "head",
                         "editor", "principal", "commissioner", "councillor", "treasurer", "ceo",
                         "headteacher");
}

bool leaves_open(std::string_view word) {
  return word.starts_with("then-") || word.starts_with("ex-") ||
         text::is_one_of(word, "former", "then", "onetime", "one-time", "late", "deputy", "vice",
                         "acting", "assistant", "interim", "when", "was", "were", "served", "had");
}

class Finder {
 public:
  Finder(const Sources& sources, const Identities& identities)
      : sources_(sources), identities_(identities) {}

  // By (group of people, office).
  std::map<std::pair<std::int32_t, std::string>, std::vector<Told>> find() {
    for (std::uint32_t a = 0; a < sources_.pile.articles.size(); ++a)
      for (const Mention& mention : sources_.pile.articles[a].names.mentions) {
        const std::int32_t group = identities_.group(a, static_cast<std::int32_t>(mention.thing));
        if (group >= 0) read(a, mention, group);
      }
    return std::move(told_);
  }

 private:
  // The one to three words right before the name, and what stands before them in the sentence.
  void read(std::uint32_t a, const Mention& mention, std::int32_t group) {
    const AnnotatedArticle& article = sources_.pile.articles[a];
    if (!sources_.plain[a].holds(mention.range)) return;
    const Range sentence = sentence_at(article, mention.range);
    if (sentence.empty() || stands_apart(article, sentence)) return;
    constexpr std::uint32_t kMostBytes = 96;
    const std::uint32_t begin =
        std::max(sentence.begin, mention.range.begin - std::min(mention.range.begin, kMostBytes));
    const auto words = words_of_sentence(article.article.text, {begin, mention.range.end});
    const std::size_t name = word_from(words, mention.range.begin);
    if (name >= words.size()) return;
    // The title may be part of the name as it stands.
    std::size_t at = name;
    if (!is_office(words[name].lower)) {
      if (name == 0) return;
      at = name - 1;
    }
    std::string_view office = words[at].lower;
    Standing standing = Standing::kHeld;
    if (office.starts_with("then-")) {
      standing = Standing::kThen;
      office.remove_prefix(5);
    } else if (office.starts_with("ex-")) {
      standing = Standing::kFormer;
      office.remove_prefix(3);
    } else if (at > 0 && words[at - 1].lower == "then") {
      standing = Standing::kThen;
    } else if (at > 0 && words[at - 1].lower == "former") {
      standing = Standing::kFormer;
    }
    if (!is_office(office)) return;
    // "a former adviser to Mayor Ada Lund", "then-Marden Mayor Ada Lund", "the deputy director":
    // when the office was held, or which it is, is not told.
    if (standing == Standing::kHeld)
      for (std::size_t i = at; i-- > 0 && !words[i].is_mark;)
        if (leaves_open(words[i].lower)) return;
    told_[{group, std::string(office)}].push_back(
        {a, {words[at].range.begin, mention.range.end}, standing});
  }

  const Sources& sources_;
  const Identities& identities_;
  std::map<std::pair<std::int32_t, std::string>, std::vector<Told>> told_;
};

// Do the dated articles themselves speak of it as past before they speak of it as held? An office
// may be held twice, and some keep its title for life.
bool is_held_again(const Sources& sources, const std::vector<Told>& places) {
  std::optional<Day> last_held;
  std::optional<Day> first_ended;
  for (const Told& each : places) {
    const When& when = sources.pile.articles[each.article].article.published.when;
    if (!when.earliest) continue;
    if (each.standing == Standing::kHeld) {
      last_held = std::max(last_held, when.earliest);
    } else if (!first_ended || *when.earliest < *first_ended) {
      first_ended = when.earliest;
    }
  }
  return last_held && first_ended && *first_ended < *last_held;
}

}  // namespace

void add_roles(const Sources& sources, const Identities& identities, Evidence& evidence) {
  // In the news at large a title is kept out of courtesy more often than not.
  constexpr std::size_t kFewArticles = 20;
  if (sources.pile.articles.size() >= kFewArticles) return;
  const auto told = Finder(sources, identities).find();
  // Where one former mayor of the pile is still called mayor, others may be.
  std::set<std::string> courtesies;
  for (const auto& [key, places] : told)
    if (is_held_again(sources, places)) courtesies.insert(key.second);
  for (const auto& [key, places] : told) {
    const bool has_end = std::ranges::any_of(
        places, [](const Told& each) { return each.standing != Standing::kHeld; });
    const bool has_undated = std::ranges::any_of(
        places, [&](const Told& each) { return sources.is_undated(each.article); });
    if (!has_end || (!has_undated && places.size() < 2) || courtesies.contains(key.second))
      continue;
    const std::string& name = sources.pile.people[identities.person(key.first)].name;
    const Var end = evidence.add_day({DayOf::kEnd,
                                      name + " was no longer " + key.second,
                                      -1,
                                      {places.front().article, places.front().range}});
    for (const Told& each : places) {
      // A title outlives its office: it does not show that the article is from before the end.
      if (each.standing == Standing::kHeld && sources.is_undated(each.article)) continue;
      const Var day = sources.published[each.article];
      evidence.add(
          {each.standing == Standing::kHeld ? "date.role-held" : "date.role-ended",
           {{each.article, each.range}}},
          {.weight = kRoleWeight,
           .all = {each.standing == Standing::kHeld ? not_after(day, end) : not_after(end, day)},
           .either = {}});
    }
  }
}

}  // namespace fabula::dating
