#include "story/people.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/hash.hpp"
#include "story/article_names.hpp"
#include "story/descriptions.hpp"
#include "text/nicknames.hpp"
#include "text/one_of.hpp"

namespace fabula::story {
namespace {

// Adds `more` to a sorted list, each entry once.
void merge_into(std::vector<std::string>& sorted, const std::vector<std::string>& more) {
  sorted.insert(sorted.end(), more.begin(), more.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
}

// "silva" and "silva-vey"
bool is_part_of_surname(const std::string& part, const std::string& whole) {
  return whole.size() > part.size() + 1 &&
         ((whole.starts_with(part) && whole[part.size()] == '-') ||
          (whole.ends_with(part) && whole[whole.size() - part.size() - 1] == '-'));
}

// "silva-vey", "silva" and "vey" of "maria silva-vey"
std::set<std::string> surnames_of(const std::string& name) {
  const std::string last = last_word(name);
  std::set<std::string> surnames = {last};
  if (const std::size_t hyphen = last.find('-'); hyphen != last.npos)
    surnames.insert({last.substr(0, hyphen), last.substr(hyphen + 1)});
  return surnames;
}

// "maria silva" and "maria luz silva", "maria silva-vey".
bool is_fuller(const std::string& longer, const std::string& shorter) {
  if (first_word(longer) != first_word(shorter)) return false;
  const std::string last = last_word(longer);
  if (last == last_word(shorter)) return longer.size() > shorter.size();
  return is_part_of_surname(last_word(shorter), last);
}

// How a name is written in the pile: the fullest, then most articles, then the smallest in byte
// order.
std::string usual_spelling(const std::map<std::string, std::size_t>& spellings) {
  const auto n_words = [](const std::string& name) {
    return std::count(name.begin(), name.end(), ' ') + std::count(name.begin(), name.end(), '-');
  };
  const auto usual =
      std::max_element(spellings.begin(), spellings.end(), [&](const auto& a, const auto& b) {
        if (n_words(a.first) != n_words(b.first)) return n_words(a.first) < n_words(b.first);
        return a.second != b.second ? a.second < b.second : a.first > b.first;
      });
  return usual->first;
}

// "Mrs Justice Lopes" for whom the pile never names in full.
std::string with_title(const Person& person) {
  std::string longest = person.name;
  if (longest.find(' ') != std::string::npos) return longest;
  const std::string ending = ' ' + person.name;
  for (const std::string& form : person.forms)
    if (form.ends_with(ending) && form.size() > longest.size()) longest = form;
  return longest;
}

// Of one name so many articles are compared with another: one name of 20,000 articles stays cheap.
constexpr std::size_t kMostArticles = 64;

// One name in one article, or all the names of one person.
struct Group {
  std::string key;      // folded full name
  std::string article;  // its id, of a name that stays in its article
  std::vector<RecordRef> things;
  const char* rule = "person.full-name";
  Gender gender = Gender::kUnknown;
  std::vector<std::string> also = {};  // other full names, folded
  std::unordered_set<std::string> roles = {};
  std::vector<RecordRef> sample = {};  // of `things`, kMostArticles by id of their article
};

class PeopleJoiner {
 public:
  PeopleJoiner(std::span<const AnnotatedArticle> articles, const Context& context)
      : articles_(articles), names_(articles, context) {}

  std::vector<Person> join() {
    collect();
    join_stated_names();
    join_fuller_names();
    join_initials();
    index_names();
    // First names before surnames: "Ana and Lopes" are two people.
    for (const bool by_surname : {false, true})
      for (const RecordRef single : singles_) join_single(single, by_surname);
    join_same_words();
    return make_people();
  }

 private:
  [[nodiscard]] const NamedThing& thing(RecordRef ref) const {
    return articles_[ref.article].names.things[ref.index];
  }

  // By id of the article, which does not depend on the order of the articles.
  [[nodiscard]] bool is_before(RecordRef a, RecordRef b) const {
    if (a.article == b.article) return a.index < b.index;
    return articles_[a.article].article.id < articles_[b.article].article.id;
  }

  void collect() {
    std::map<std::string, std::size_t> by_name;
    for (std::uint32_t a = 0; a < articles_.size(); ++a) {
      const std::vector<NamedThing>& things = articles_[a].names.things;
      for (std::uint32_t t = 0; t < things.size(); ++t) {
        // One word that its article takes for nothing in particular may be somebody's name
        // elsewhere.
        const bool is_single = things[t].name.find(' ') == std::string::npos;
        const bool may_be = things[t].kind == NameKind::kOther && is_single;
        if (things[t].kind != NameKind::kPerson && !may_be) continue;
        const std::string name = folded_name(things[t].name);
        if (name.find(' ') == name.npos) {
          singles_.push_back({a, t});
          continue;
        }
        const auto [at, is_new] = by_name.try_emplace(name, groups_.size());
        if (is_new) groups_.push_back({name, {}, {}});
        groups_[at->second].things.push_back({a, t});
      }
    }
    // A full name of nothing in particular is that of the person who has it elsewhere.
    for (std::uint32_t a = 0; a < articles_.size(); ++a) {
      const std::vector<NamedThing>& things = articles_[a].names.things;
      for (std::uint32_t t = 0; t < things.size(); ++t) {
        if (things[t].kind != NameKind::kOther || things[t].name.find(' ') == std::string::npos)
          continue;
        const auto found = by_name.find(folded_name(things[t].name));
        if (found != by_name.end()) groups_[found->second].things.push_back({a, t});
      }
    }
    // By name, so that nothing below depends on the order of the articles.
    std::sort(groups_.begin(), groups_.end(),
              [](const Group& a, const Group& b) { return a.key < b.key; });
  }

  // "Ana Lopes, now Ana Ives": said in one article it holds for the pile. The name of most articles
  // is the key, then the smaller.
  void join_stated_names() {
    std::map<std::string, std::size_t> group_of;
    for (std::size_t i = 0; i < groups_.size(); ++i) group_of[groups_[i].key] = i;
    std::vector<std::pair<std::string, std::string>> stated;
    for (const Group& group : groups_)
      for (const RecordRef ref : group.things)
        for (const std::string& name : thing(ref).also)
          stated.emplace_back(group.key, folded_name(name));
    std::sort(stated.begin(), stated.end());
    stated.erase(std::unique(stated.begin(), stated.end()), stated.end());
    std::vector<std::size_t> joined_to(groups_.size());  // itself: to none
    std::iota(joined_to.begin(), joined_to.end(), std::size_t{0});
    const auto root_of = [&](std::size_t i) {
      while (joined_to[i] != i) i = joined_to[i] = joined_to[joined_to[i]];
      return i;
    };
    for (const auto& [key, other] : stated) {
      const std::size_t a = root_of(group_of.at(key));
      const auto [at, is_new] = group_of.try_emplace(other, a);
      if (is_new) groups_[a].also.push_back(other);
      const std::size_t b = root_of(at->second);
      if (a == b) continue;
      const bool keeps_a = groups_[a].things.size() != groups_[b].things.size()
                               ? groups_[a].things.size() > groups_[b].things.size()
                               : groups_[a].key < groups_[b].key;
      Group& to = groups_[keeps_a ? a : b];
      Group& from = groups_[keeps_a ? b : a];
      to.things.insert(to.things.end(), from.things.begin(), from.things.end());
      to.also.push_back(from.key);
      to.also.insert(to.also.end(), from.also.begin(), from.also.end());
      to.rule = "person.stated-name";
      from.things.clear();
      joined_to[keeps_a ? b : a] = keeps_a ? a : b;
    }
    std::erase_if(groups_, [](const Group& group) { return group.things.empty(); });
  }

  void join_fuller_names() {
    std::map<std::string, std::vector<std::size_t>> by_first_name;
    for (std::size_t i = 0; i < groups_.size(); ++i)
      by_first_name[first_word(groups_[i].key)].push_back(i);
    constexpr std::size_t kMostNamesakes = 400;  // more are a list, and would cost n²
    for (const auto& [first, namesakes] : by_first_name) {
      if (namesakes.size() > kMostNamesakes) continue;
      for (const std::size_t i : namesakes) {
        std::size_t n_fuller = 0;
        std::size_t fuller = i;
        for (const std::size_t k : namesakes)
          if (k != i && !groups_[k].things.empty() && is_fuller(groups_[k].key, groups_[i].key)) {
            ++n_fuller;
            fuller = k;
          }
        if (n_fuller != 1 || share_article(groups_[i], groups_[fuller])) continue;
        Group& to = groups_[fuller];
        to.things.insert(to.things.end(), groups_[i].things.begin(), groups_[i].things.end());
        to.rule = "person.fuller-name";
        groups_[i].things.clear();
      }
    }
    std::erase_if(groups_, [](const Group& group) { return group.things.empty(); });
  }

  // "A. Lopes" is the only Lopes whose first name begins so; who signs a drawing may be named in
  // full beside it.
  void join_initials() {
    std::map<std::string, std::vector<std::size_t>> by_initial;  // "a lopes"
    const auto initial_of = [](const std::string& key) {
      return key.substr(0, 1) + ' ' + last_word(key);
    };
    const auto is_initial = [](const std::string& key) {
      const std::string first = first_word(key);
      return first.size() == 1 || (first.size() == 2 && first[1] == '.');
    };
    for (std::size_t i = 0; i < groups_.size(); ++i)
      if (groups_[i].key.find(' ') != std::string::npos)
        by_initial[initial_of(groups_[i].key)].push_back(i);
    for (const auto& [initial, same] : by_initial) {
      const auto n_full = std::count_if(same.begin(), same.end(),
                                        [&](std::size_t i) { return !is_initial(groups_[i].key); });
      if (n_full != 1) continue;
      Group& to = groups_[*std::find_if(
          same.begin(), same.end(), [&](std::size_t i) { return !is_initial(groups_[i].key); })];
      for (const std::size_t i : same) {
        if (!is_initial(groups_[i].key)) continue;
        to.things.insert(to.things.end(), groups_[i].things.begin(), groups_[i].things.end());
        to.rule = "person.initial";
        groups_[i].things.clear();
      }
    }
    std::erase_if(groups_, [](const Group& group) { return group.things.empty(); });
  }

  // One article that has both names tells two people apart.
  static bool share_article(const Group& a, const Group& b) {
    std::set<std::uint32_t> of_a;
    for (const RecordRef ref : a.things) of_a.insert(ref.article);
    return std::any_of(b.things.begin(), b.things.end(),
                       [&](RecordRef ref) { return of_a.contains(ref.article); });
  }

  void index_names() {
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      Group& group = groups_[i];
      std::set<std::string> firsts = {first_word(group.key)};
      std::set<std::string> lasts = surnames_of(group.key);
      for (const std::string& name : group.also) {
        firsts.insert(first_word(name));
        lasts.merge(surnames_of(name));
      }
      for (const std::string& first : firsts) by_first_[first].push_back(i);
      for (const std::string& last : lasts) by_last_[last].push_back(i);
      std::sort(group.things.begin(), group.things.end());
      group.gender = gender_of(group);
      group.sample = group.things;
      if (group.sample.size() > kMostArticles) {
        const auto end = group.sample.begin() + static_cast<std::ptrdiff_t>(kMostArticles);
        std::partial_sort(group.sample.begin(), end, group.sample.end(),
                          [&](RecordRef a, RecordRef b) { return is_before(a, b); });
        group.sample.erase(end, group.sample.end());
      }
      for (const RecordRef ref : group.things) {
        in_article_[ref.article].insert(i);
        group.roles.insert(thing(ref).roles.begin(), thing(ref).roles.end());
      }
    }
  }

  // Do an article and one of those that name the group have another name in common?
  [[nodiscard]] bool share_a_name(std::uint32_t article, std::size_t group,
                                  const std::string& except, std::size_t most_articles) const {
    const auto& sample = groups_[group].sample;
    const auto is_other = [&](const std::string& name) {
      return name != except && groups_[group].key.find(name) == std::string::npos;
    };
    return std::any_of(
        sample.begin(),
        sample.begin() + static_cast<std::ptrdiff_t>(std::min(most_articles, sample.size())),
        [&](RecordRef ref) { return names_.any_shared(article, ref.article, is_other); });
  }

  [[nodiscard]] Gender gender_of(const Group& group) const {
    int female = 0;
    int male = 0;
    for (const RecordRef ref : group.things) {
      const auto n = static_cast<int>(std::min(thing(ref).n_mentions, 5U));
      female += thing(ref).gender == Gender::kFemale ? n : 0;
      male += thing(ref).gender == Gender::kMale ? n : 0;
    }
    // Pronouns are read wrongly at times: a clear majority.
    constexpr int kFewest = 3;
    if (female >= kFewest && female >= 3 * male) return Gender::kFemale;
    return male >= kFewest && male >= 3 * female ? Gender::kMale : Gender::kUnknown;
  }

  // "her baby son, Jack": nobody is called so for short.
  [[nodiscard]] static bool is_child(const NamedThing& thing) {
    return std::any_of(thing.roles.begin(), thing.roles.end(), [](const std::string& role) {
      const std::string noun = role.substr(role.rfind(' ') + 1);
      return text::is_one_of(noun, "son", "daughter", "baby", "child", "boy", "girl", "newborn",
                             "infant", "toddler");
    });
  }

  void join_single(RecordRef single, bool by_surname) {
    if (is_joined_.contains(single)) return;
    const std::string name = folded_name(thing(single).name);
    const auto& index = by_surname ? by_last_ : by_first_;
    auto found = index.find(name);
    if (found == index.end() && !by_surname && !is_child(thing(single)))
      for (const std::string_view whole : text::names_of_short_form(name))
        if (found == index.end()) found = index.find(std::string(whole));
    constexpr std::size_t kMostNamesakes = 64;
    if (found == index.end() || found->second.size() > kMostNamesakes) return;
    // Many namesakes are compared with fewer articles each.
    const std::size_t most_articles = std::min(kMostArticles, 256 / found->second.size());
    // Whom the article names in no other way; else whom it names by the other half of the name
    // alone.
    for (const bool is_new : {true, false}) {
      std::size_t only = groups_.size();
      int most = -1;
      bool are_several = false;
      for (const std::size_t i : found->second) {
        const Gender gender = thing(single).n_mentions >= 3 || found->second.size() > 1
                                  ? thing(single).gender
                                  : Gender::kUnknown;
        const bool is_named = in_article_[single.article].contains(i);
        const bool is_named_in_full = is_named && has_full_name(i, single.article);
        if (is_named == is_new || is_named_in_full || are_opposed(groups_[i].gender, gender) ||
            !share_a_name(single.article, i, name, most_articles))
          continue;
        // Of two the one with the same role ("ex-wife"), or whose surname the article has too.
        const int points = points_for(single, i);
        if (only < groups_.size() && only != i && points < most) continue;
        are_several = only < groups_.size() && only != i && points == most;
        only = i;
        most = points;
      }
      if (are_several) return;
      if (only == groups_.size()) continue;
      add_single(single, only, by_surname);
      return;
    }
  }

  [[nodiscard]] int points_for(RecordRef single, std::size_t group) const {
    const std::vector<std::string>& roles = thing(single).roles;
    const bool has_role = std::any_of(roles.begin(), roles.end(), [&](const std::string& role) {
      return groups_[group].roles.contains(role);
    });
    const auto& also = groups_[group].also;
    const auto has_surname_of = [&](const std::string& name) {
      return names_.holds(single.article, last_word(name));
    };
    const bool has_surname =
        has_surname_of(groups_[group].key) || std::any_of(also.begin(), also.end(), has_surname_of);
    return (has_role ? 2 : 0) + (has_surname ? 1 : 0);
  }

  [[nodiscard]] bool has_full_name(std::size_t group, std::uint32_t article) const {
    const std::vector<RecordRef>& things = groups_[group].things;
    const auto found = std::lower_bound(things.begin(), things.end(), RecordRef{article, 0});
    return found != things.end() && found->article == article;
  }

  void add_single(RecordRef single, std::size_t only, bool by_surname) {
    joined_[only].push_back(single);
    in_article_[single.article].insert(only);
    is_joined_.insert(single);
    groups_[only].rule = by_surname ? "person.surname" : "person.first-name";
  }

  // "Bo" in several articles that name two or more other people in common is one Bo.
  void join_same_words() {
    std::map<std::string, std::vector<RecordRef>> by_word;
    for (const RecordRef single : singles_)
      if (!is_joined_.contains(single) && thing(single).kind == NameKind::kPerson)
        by_word[folded_name(thing(single).name)].push_back(single);
    for (auto& [word, alone] : by_word) {
      std::sort(alone.begin(), alone.end(),
                [&](RecordRef a, RecordRef b) { return is_before(a, b); });
      constexpr std::size_t kMostGroups = 16;  // more are a common name
      std::vector<std::size_t> own;            // groups of this word
      RecordRef before;
      std::size_t group_before = groups_.size();  // none
      for (const RecordRef single : alone) {
        // "Bo" and "BO" of one article would be two people of one id.
        if (group_before < groups_.size() && before.article == single.article) {
          groups_[group_before].things.push_back(single);
          continue;
        }
        before = single;
        const auto same = std::find_if(own.begin(), own.end(), [&](std::size_t i) {
          const std::vector<RecordRef>& things = groups_[i].things;
          const std::size_t n = std::min(things.size(), kMostArticles);
          return std::any_of(things.begin(), things.begin() + static_cast<std::ptrdiff_t>(n),
                             [&](RecordRef ref) {
                               return !are_opposed(thing(ref).gender, thing(single).gender) &&
                                      share_people(ref.article, single.article);
                             });
        });
        if (same != own.end()) {
          groups_[*same].things.push_back(single);
          groups_[*same].rule = "person.same-story";
          group_before = *same;
          continue;
        }
        group_before = groups_.size();
        if (own.size() < kMostGroups) own.push_back(groups_.size());
        add_alone(single);
      }
    }
  }

  // Two people or more, not one name of two words.
  [[nodiscard]] bool share_people(std::uint32_t a, std::uint32_t b) const {
    std::size_t n = 0;
    return names_.any_shared(
        a, b, [&](const std::string& name) { return ArticleNames::is_full(name) && ++n == 2; });
  }

  void add_alone(RecordRef single) {
    groups_.push_back({folded_name(thing(single).name),
                       articles_[single.article].article.id,
                       {single},
                       "person.one-article"});
  }

  std::vector<Person> make_people() {
    std::vector<Person> people;
    people.reserve(groups_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      Group& group = groups_[i];
      Person person;
      person.id = group.article.empty() ? content_id('p', {group.key})
                                        : content_id('p', {group.article, group.key});
      person.rule = group.rule;
      std::map<std::string, std::size_t> spellings;
      for (const RecordRef ref : group.things) ++spellings[thing(ref).name];
      person.name = usual_spelling(spellings);
      if (const auto more = joined_.find(i); more != joined_.end())
        group.things.insert(group.things.end(), more->second.begin(), more->second.end());
      for (const RecordRef ref : group.things) {
        const NamedThing& one = thing(ref);
        merge_into(person.forms, one.forms);
        merge_into(person.forms, {one.name});
        merge_into(person.roles, one.roles);
        person.n_mentions += one.n_mentions;
      }
      person.name = with_title(person);
      person.things = std::move(group.things);
      std::sort(person.things.begin(), person.things.end());
      people.push_back(std::move(person));
    }
    std::sort(people.begin(), people.end(), [](const Person& a, const Person& b) {
      return std::pair(a.name, a.id) < std::pair(b.name, b.id);
    });
    return people;
  }

  std::span<const AnnotatedArticle> articles_;
  const ArticleNames names_;
  std::vector<Group> groups_;
  std::vector<RecordRef> singles_;  // names of one word
  std::set<RecordRef> is_joined_;
  std::map<std::size_t, std::vector<RecordRef>> joined_;  // group → its names of one word
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_last_;
  std::unordered_map<std::uint32_t, std::set<std::size_t>> in_article_;
};

}  // namespace

std::vector<Person> join_people(std::span<const AnnotatedArticle> articles,
                                const Context& context) {
  std::vector<Person> people = PeopleJoiner(articles, context).join();
  match_descriptions(articles, people);
  return people;
}

}  // namespace fabula::story
