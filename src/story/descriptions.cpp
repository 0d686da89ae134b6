#include "story/descriptions.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "story/ages.hpp"
#include "text/one_of.hpp"
#include "text/person_nouns.hpp"
#include "text/utf8.hpp"

namespace fabula::story {
namespace {

// The last word of "the former surveyor", "Her husband"; empty when the words name no such person.
std::string described_role(std::string_view words) {
  const std::string lower = text::ascii_lower(words);
  const bool begins = lower.starts_with("the ") || lower.starts_with("her ") ||
                      lower.starts_with("his ") || lower.starts_with("this ");
  const std::size_t blank = lower.rfind(' ');
  if (!begins || blank == lower.npos) return {};
  const std::string noun = lower.substr(blank + 1);
  return text::is_person_noun(noun) && !noun.ends_with('s') ? text::plain_role(noun)
                                                            : std::string();
}

// The person nouns of a role up to its first preposition: "the former mayor of Marl" → "mayor".
void add_role(std::string_view role, std::unordered_set<std::string>& roles) {
  const std::string lower = text::ascii_lower(role);
  for (std::size_t begin = 0; begin < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of(" ,", begin), lower.size());
    const std::string word = lower.substr(begin, end - begin);
    if (word == "of" || word == "at" || word == "for" || word == "in" || word == "from") break;
    if (text::is_person_noun(word)) roles.insert(text::plain_role(word));
    begin = end + 1;
  }
}

// Of a mother, a brother, ...; kUnknown for what is no near relative.
Gender gender_of_relative(std::string_view kind) {
  for (const std::string_view word :
       {"mother", "sister", "wife", "widow", "daughter", "grandmother", "ex-wife"})
    if (kind == word) return Gender::kFemale;
  for (const std::string_view word :
       {"father", "brother", "husband", "widower", "son", "grandfather", "ex-husband"})
    if (kind == word) return Gender::kMale;
  return Gender::kUnknown;
}

// Names of things without regard to case and marks: "lost keys".
std::string folded(std::string_view name) {
  std::string letters = text::ascii_lower(name);
  std::erase_if(letters, [](char c) {
    return c == '"' || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
  });
  return letters;
}

using Counts = std::map<std::size_t, std::uint32_t>;  // person → how often

// Who is counted most often, how often, and how often the next one is.
struct Lead {
  std::size_t person = 0;
  std::uint32_t most = 0;  // 0: there is nobody
  std::uint32_t second = 0;
};

// Of those who are `wanted`. Ties go to the first person.
template <class Wanted>
Lead lead_of(const Counts& counts, Wanted wanted) {
  Lead lead;
  for (const auto& [person, n] : counts) {
    if (!wanted(person)) continue;
    if (n > lead.most)
      lead = {person, n, lead.most};
    else
      lead.second = std::max(lead.second, n);
  }
  return lead;
}

// Whom the pile names in one sentence with a work or an organisation: its name → person →
// sentences.
using Works = std::map<std::string, Counts>;

constexpr std::size_t kMostPeople = 64;  // of one work; a name of more says nothing

Works works_of(std::span<const AnnotatedArticle> articles, const std::vector<Person>& people) {
  const std::vector<std::vector<std::int32_t>> person_of = people_of_things(articles, people);
  Works works;
  const auto count = [](Counts& sentences, std::size_t person) {
    if (sentences.size() < kMostPeople || sentences.contains(person)) ++sentences[person];
  };

  constexpr std::size_t kMostOfSentence = 12;  // names; more are a list
  for (std::size_t a = 0; a < articles.size(); ++a) {
    const std::vector<Mention>& mentions = articles[a].names.mentions;
    std::size_t next = 0;
    for (const Sentence& sentence : articles[a].segmentation.sentences) {
      while (next < mentions.size() && mentions[next].range.begin < sentence.range.begin) ++next;
      std::size_t last = next;
      while (last < mentions.size() && mentions[last].range.begin < sentence.range.end) ++last;
      if (last - next > kMostOfSentence) continue;
      for (std::size_t w = next; w < last; ++w) {
        const NamedThing& work = articles[a].names.things[mentions[w].thing];
        if (work.kind == NameKind::kPerson || work.kind == NameKind::kPlace) continue;
        for (std::size_t p = next; p < last; ++p) {
          const std::int32_t person = person_of[a][mentions[p].thing];
          if (person >= 0) count(works[folded(work.name)], static_cast<std::size_t>(person));
        }
      }
    }
  }
  // "the Lost Keys author said", where an article tells who that is.
  for (std::size_t a = 0; a < articles.size(); ++a)
    for (const Quote& quote : articles[a].quotes) {
      if (!quote.speaker || quote.speaker->thing < 0) continue;
      const std::int32_t person = person_of[a][static_cast<std::size_t>(quote.speaker->thing)];
      const std::vector<Mention>& mentions = articles[a].names.mentions;
      auto mention = std::lower_bound(
          mentions.begin(), mentions.end(), quote.speaker->range.begin,
          [](const Mention& each, std::uint32_t at) { return each.range.begin < at; });
      for (; mention != mentions.end() && mention->range.end <= quote.speaker->range.end;
           ++mention) {
        const NamedThing& work = articles[a].names.things[mention->thing];
        const bool is_work = work.kind != NameKind::kPerson && work.kind != NameKind::kPlace;
        if (person >= 0 && is_work)
          count(works[folded(work.name)], static_cast<std::size_t>(person));
      }
    }
  return works;
}

// Who of `here` is named with a work of the description more than twice as often as anybody else of
// them; people.size() for nobody.
std::size_t person_of_work(const Works& works, std::string_view description,
                           const std::vector<std::size_t>& here, std::size_t nobody) {
  constexpr std::size_t kMostWords = 4;  // of a name
  const std::string words = folded(description);
  std::vector<std::size_t> begins = {0};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == ' ') begins.push_back(i + 1);
  begins.push_back(words.size() + 1);
  for (std::size_t first = 0; first + 1 < begins.size(); ++first)
    for (std::size_t n = std::min(kMostWords, begins.size() - 1 - first); n > 0; --n) {
      const std::size_t begin = begins[first];
      const auto work = works.find(words.substr(begin, begins[first + n] - 1 - begin));
      if (work == works.end()) continue;
      const Lead lead = lead_of(work->second, [&](std::size_t person) {
        return std::binary_search(here.begin(), here.end(), person);
      });
      if (lead.most >= 2 && lead.most > 2 * lead.second) return lead.person;
    }
  return nobody;
}

// "Ana Lopes's mother": whose relative of which kind.
struct Relative {
  std::string owner;  // folded: "ana lopes"
  std::string kind;   // "mother"
};

std::optional<Relative> relative_of(std::string_view words) {
  const std::string lower = text::ascii_lower(words);
  std::size_t mark = lower.rfind("'s ");
  std::size_t n_bytes = 3;
  if (mark == lower.npos) {
    mark = lower.rfind("\xE2\x80\x99s ");
    n_bytes = 5;
  }
  if (mark == lower.npos || mark == 0) return {};
  const std::size_t blank = lower.rfind(' ');
  const std::string kind = text::plain_role(lower.substr(std::max(blank + 1, mark + n_bytes)));
  if (gender_of_relative(kind) == Gender::kUnknown) return {};
  return Relative{folded(lower.substr(0, mark)), kind};
}

std::string last_word(const std::string& name) { return folded(name.substr(name.rfind(' ') + 1)); }

Gender gender_of(std::span<const AnnotatedArticle> articles, const Person& person) {
  int female = 0;
  int male = 0;
  for (const RecordRef ref : person.things) {
    const Gender gender = articles[ref.article].names.things[ref.index].gender;
    female += gender == Gender::kFemale ? 1 : 0;
    male += gender == Gender::kMale ? 1 : 0;
  }
  return female > male ? Gender::kFemale : male > female ? Gender::kMale : Gender::kUnknown;
}

// Relatives of people, by what articles call them ("his sister, Ana Lopes") and by surnames.
class Relatives {
 public:
  Relatives(std::span<const AnnotatedArticle> articles, const std::vector<Person>& people,
            const Ages& ages)
      : articles_(articles), people_(people), ages_(ages) {
    constexpr std::size_t kMostNamesakes = 32;
    for (std::size_t i = 0; i < people.size(); ++i) {
      std::vector<std::size_t>& namesakes = by_surname_[last_word(people[i].name)];
      // Not "A. Lopes", who is one of the others.
      const std::size_t blank = people[i].name.find_first_of(" .");
      if (namesakes.size() < kMostNamesakes && blank != std::string::npos && blank > 1)
        namesakes.push_back(i);
      for (const std::string& form : people[i].forms)
        if (form.find(' ') != std::string::npos) by_full_name_.try_emplace(folded(form), i);
      for (const std::string& role : people[i].roles)
        if (const auto relative = relative_of(role))
          by_role_[relative->kind + " of " + last_word(relative->owner)].insert(i);
    }
  }

  // The only one it can be; people.size() for nobody.
  [[nodiscard]] std::size_t find(const Relative& relative) const {
    const std::size_t nobody = people_.size();
    const std::string surname = last_word(relative.owner);
    if (const auto known = by_role_.find(relative.kind + " of " + surname); known != by_role_.end())
      return known->second.size() == 1 ? *known->second.begin() : nobody;
    if (relative.owner == surname) return nobody;
    const auto owner = by_full_name_.find(relative.owner);
    const Gender wanted = gender_of_relative(relative.kind);
    const bool is_spouse = is_of_marriage(relative.kind);
    std::vector<std::size_t> found;   // of the surname
    std::vector<std::size_t> called;  // and somebody's husband, too
    for (const std::string& one : surnames_of(relative.owner)) {
      const auto namesakes = by_surname_.find(one);
      if (namesakes == by_surname_.end()) continue;
      for (const std::size_t i : namesakes->second) {
        const Gender gender = gender_of(articles_, people_[i]);
        const bool is_owner = folded(people_[i].name) == relative.owner ||
                              (owner != by_full_name_.end() && owner->second == i);
        if (is_owner || are_opposed(gender, wanted) || (!is_spouse && is_spouse_of_somebody(i)))
          continue;
        if (owner != by_full_name_.end() && !is_of_age(i, owner->second, relative.kind)) continue;
        if (std::find(found.begin(), found.end(), i) != found.end()) continue;
        found.push_back(i);
        if (has_role(i, relative.kind)) called.push_back(i);
      }
    }
    if (called.size() == 1) return called[0];
    return found.size() == 1 ? found[0] : nobody;
  }

 private:
  // Of all full names of whom the name is one's: "ives" and "lopes" of "ana ives".
  [[nodiscard]] std::set<std::string> surnames_of(const std::string& name) const {
    std::set<std::string> surnames = {last_word(name)};
    if (const auto owner = by_full_name_.find(name); owner != by_full_name_.end())
      for (const std::string& form : people_[owner->second].forms)
        if (form.find(' ') != std::string::npos) surnames.insert(last_word(form));
    return surnames;
  }

  // Can the person be the owner's mother, or daughter, by what is known of their ages?
  [[nodiscard]] bool is_of_age(std::size_t person, std::size_t owner, std::string_view kind) const {
    constexpr int kGeneration = 14;  // years at least
    const bool is_elder = text::is_one_of(kind, "mother", "father", "grandmother", "grandfather");
    const bool is_younger = text::is_one_of(kind, "daughter", "son");
    const std::optional<int> own = ages_.birth_year(person);
    const std::optional<int> other = ages_.birth_year(owner);
    if (!own || !other || (!is_elder && !is_younger)) return true;
    return is_elder ? *own + kGeneration <= *other : *other + kGeneration <= *own;
  }

  static bool is_of_marriage(std::string_view kind) {
    return text::is_one_of(kind, "wife", "husband", "widow", "widower", "ex-wife", "ex-husband");
  }

  [[nodiscard]] std::unordered_set<std::string> roles_of(std::size_t i) const {
    std::unordered_set<std::string> roles;
    for (const std::string& role : people_[i].roles) add_role(role, roles);
    return roles;
  }

  [[nodiscard]] bool has_role(std::size_t i, const std::string& role) const {
    return roles_of(i).contains(role);
  }

  // "her husband, Ben Ives": by the surname alone he is not her father too.
  [[nodiscard]] bool is_spouse_of_somebody(std::size_t i) const {
    const std::unordered_set<std::string> roles = roles_of(i);
    return std::any_of(roles.begin(), roles.end(),
                       [](const std::string& role) { return is_of_marriage(role); });
  }

  std::span<const AnnotatedArticle> articles_;
  const std::vector<Person>& people_;
  const Ages& ages_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_surname_;
  std::unordered_map<std::string, std::size_t> by_full_name_;
  std::unordered_map<std::string, std::set<std::size_t>> by_role_;  // "mother of lopes"
};

// Who of `here` has the role: nobody, one, or the first two of several.
std::vector<std::size_t> only_of_role(const std::string& role, const std::vector<std::size_t>& here,
                                      const std::vector<std::unordered_set<std::string>>& roles) {
  const std::vector<std::string> words = text::words_of_role(role);
  std::vector<std::size_t> found;
  for (const std::size_t i : here) {
    const bool has_role = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return roles[i].contains(word);
    });
    if (has_role) found.push_back(i);
    if (found.size() > 1) break;
  }
  return found;
}

// Of `here` the only one who can be so old in the article; `nobody` for none and for several.
std::size_t only_of_age(const Ages& ages, AgeRange age, const std::vector<std::size_t>& here,
                        std::uint32_t article, std::size_t nobody) {
  std::size_t only = nobody;
  for (const std::size_t i : here) {
    if (ages.fit(i, article, age) != Ages::Fit::kYes) continue;
    if (only != nobody) return nobody;
    only = i;
  }
  return only;
}

}  // namespace

void match_descriptions(std::span<const AnnotatedArticle> articles, std::vector<Person>& people) {
  std::vector<std::vector<std::size_t>> people_of(articles.size());
  std::vector<std::unordered_set<std::string>> roles(people.size());
  for (std::size_t i = 0; i < people.size(); ++i) {
    for (const std::string& role : people[i].roles) add_role(role, roles[i]);
    for (const RecordRef ref : people[i].things)
      if (people_of[ref.article].empty() || people_of[ref.article].back() != i)
        people_of[ref.article].push_back(i);
  }
  const Works works = works_of(articles, people);
  const Ages ages(articles, people);
  const Relatives relatives(articles, people, ages);
  for (std::uint32_t a = 0; a < articles.size(); ++a) {
    std::unordered_map<std::string, std::vector<std::size_t>> by_role;
    for (std::uint32_t q = 0; q < articles[a].quotes.size(); ++q) {
      const Quote& quote = articles[a].quotes[q];
      if (!quote.speaker) continue;
      // "the 37-year-old": the only one here whom the pile tells to be so old.
      if (const std::optional<AgeRange> age = stated_age(quote.speaker->as)) {
        const std::size_t only = only_of_age(ages, *age, people_of[a], a, people.size());
        if (only < people.size()) {
          people[only].spoken.push_back({a, q});
          continue;
        }
      }
      if (quote.speaker->thing >= 0) {
        // Whom the article was taken to mean by "the Lost Keys author": the pile knows better.
        const bool is_description = text::ascii_lower(quote.speaker->as).starts_with("the ");
        const std::size_t known =
            is_description ? person_of_work(works, quote.speaker->as, people_of[a], people.size())
                           : people.size();
        if (known < people.size()) people[known].spoken.push_back({a, q});
        continue;
      }
      if (const auto relative = relative_of(quote.speaker->name)) {
        if (const std::size_t only = relatives.find(*relative); only < people.size())
          people[only].spoken.push_back({a, q});
        continue;
      }
      const std::string role = described_role(quote.speaker->name);
      if (role.empty()) continue;
      const auto [known, is_new] = by_role.try_emplace(role);
      if (is_new) known->second = only_of_role(role, people_of[a], roles);
      if (known->second.size() > 1) continue;
      const std::size_t only = known->second.empty() ? person_of_work(works, quote.speaker->name,
                                                                      people_of[a], people.size())
                                                     : known->second[0];
      if (only < people.size()) people[only].spoken.push_back({a, q});
    }
  }
}

namespace {

constexpr std::uint32_t kSure = 4;  // votes of a speaker of grade A

std::uint32_t weight_of(std::span<const AnnotatedArticle> articles, RecordRef quote) {
  const Grade grade = articles[quote.article].quotes[quote.index].grade;
  return grade == Grade::kA ? kSure : grade == Grade::kB ? 2U : 1U;
}

// Is the speaker nobody's name in the text, and not sure: "the 37-year-old", "he"?
bool is_guessed(std::span<const AnnotatedArticle> articles, RecordRef quote) {
  const AnnotatedArticle& annotated = articles[quote.article];
  const Quote& record = annotated.quotes[quote.index];
  if (record.grade == Grade::kA || !record.speaker || record.speaker->thing < 0) return false;
  const auto& forms = annotated.names.things[static_cast<std::size_t>(record.speaker->thing)].forms;
  return std::find(forms.begin(), forms.end(), record.speaker->as) == forms.end();
}

}  // namespace

void pass_speakers(std::span<const AnnotatedArticle> articles, std::span<const Family> families,
                   std::vector<Person>& people) {
  std::vector<std::vector<std::int32_t>> person_of(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i)
    person_of[i].assign(articles[i].names.things.size(), -1);
  std::map<RecordRef, std::int32_t> of_quote;
  for (std::size_t i = 0; i < people.size(); ++i) {
    for (const RecordRef ref : people[i].things)
      person_of[ref.article][ref.index] = static_cast<std::int32_t>(i);
    for (const RecordRef ref : people[i].spoken) of_quote[ref] = static_cast<std::int32_t>(i);
  }
  const auto person_at = [&](RecordRef ref) -> std::int32_t {
    if (const auto known = of_quote.find(ref); known != of_quote.end()) return known->second;
    const std::optional<Speaker>& speaker = articles[ref.article].quotes[ref.index].speaker;
    if (!speaker || speaker->thing < 0) return -1;
    return person_of[ref.article][static_cast<std::size_t>(speaker->thing)];
  };
  for (const Family& family : families) {
    Counts votes;
    for (const FamilyMember& member : family.members)
      if (const std::int32_t person = person_at(member.quote); person >= 0)
        votes[static_cast<std::size_t>(person)] += weight_of(articles, member.quote);
    for (const FamilyMember& member : family.members) {
      const std::optional<Speaker>& speaker =
          articles[member.quote.article].quotes[member.quote.index].speaker;
      const std::int32_t own = person_at(member.quote);
      // What the others say; its own vote counts against them.
      const Lead lead = lead_of(
          votes, [&](std::size_t person) { return static_cast<std::int32_t>(person) != own; });
      const std::uint32_t against =
          std::max(lead.second, own < 0 ? 0 : votes[static_cast<std::size_t>(own)]);
      if (lead.most < 2 || lead.most < 2 * against) continue;
      if (own >= 0 && !(lead.most >= kSure && is_guessed(articles, member.quote))) continue;
      const std::vector<RecordRef>& things = people[lead.person].things;
      const auto named =
          std::lower_bound(things.begin(), things.end(), RecordRef{member.quote.article, 0});
      const bool is_named = named != things.end() && named->article == member.quote.article;
      // An article that never names them may still describe them ("his boss"); "she" says too
      // little.
      if (!is_named && (!speaker || speaker->as.find(' ') == std::string::npos)) continue;
      if (const auto known = of_quote.find(member.quote); known != of_quote.end())
        std::erase(people[static_cast<std::size_t>(known->second)].spoken, member.quote);
      people[lead.person].spoken.push_back(member.quote);
      of_quote[member.quote] = static_cast<std::int32_t>(lead.person);
    }
  }
  for (Person& person : people) std::sort(person.spoken.begin(), person.spoken.end());
}

}  // namespace fabula::story
