#include "story/descriptions.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

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
  for (std::uint32_t a = 0; a < articles.size(); ++a)
    for (std::uint32_t q = 0; q < articles[a].quotes.size(); ++q) {
      const Quote& quote = articles[a].quotes[q];
      if (!quote.speaker || quote.speaker->thing >= 0) continue;
      const std::string role = described_role(quote.speaker->name);
      if (role.empty()) continue;
      const std::vector<std::string> words = text::words_of_role(role);
      std::size_t only = people.size();
      bool are_several = false;
      for (const std::size_t i : people_of[a]) {
        const bool has_role = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
          return roles[i].contains(word);
        });
        if (!has_role) continue;
        are_several = only < people.size();
        only = i;
        if (are_several) break;
      }
      if (only < people.size() && !are_several) people[only].spoken.push_back({a, q});
    }
}

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
    std::map<std::int32_t, int> votes;
    for (const FamilyMember& member : family.members) {
      const Grade grade = articles[member.quote.article].quotes[member.quote.index].grade;
      if (const std::int32_t person = person_at(member.quote); person >= 0)
        votes[person] += grade == Grade::kA ? 4 : grade == Grade::kB ? 2 : 1;
    }
    std::int32_t best = -1;
    int most = 0;
    int second = 0;
    for (const auto& [person, n] : votes) {
      if (n > most) {
        second = most;
        most = n;
        best = person;
      } else {
        second = std::max(second, n);
      }
    }
    if (best < 0 || most < 2 * second || most < 2) continue;
    Person& person = people[static_cast<std::size_t>(best)];
    for (const FamilyMember& member : family.members) {
      const auto& of_article = person_of[member.quote.article];
      const bool is_named =
          std::find(of_article.begin(), of_article.end(), best) != of_article.end();
      const std::optional<Speaker>& speaker =
          articles[member.quote.article].quotes[member.quote.index].speaker;
      const bool is_open = !speaker || speaker->thing < 0;
      if (is_open && is_named && !of_quote.contains(member.quote)) {
        person.spoken.push_back(member.quote);
        of_quote[member.quote] = best;
      }
    }
  }
  for (Person& person : people) std::sort(person.spoken.begin(), person.spoken.end());
}

}  // namespace fabula::story
