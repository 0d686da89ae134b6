#include "render/speaker_reason.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "render/labels.hpp"
#include "render/record_writer.hpp"
#include "text/fold.hpp"

namespace fabula::render {
namespace {

std::string folded(std::string_view words) { return text::fold(words).text; }

// The mention of the thing that stands last before `at` in the running text; null when there is
// none.
const Mention* last_named(const AnnotatedArticle& annotated, std::uint32_t thing,
                          std::uint32_t at) {
  const auto is_running_text = [&](const Mention& mention) {
    return std::any_of(annotated.article.paragraphs.begin(), annotated.article.paragraphs.end(),
                       [&](const Paragraph& paragraph) {
                         return paragraph.role == Role::kBody &&
                                paragraph.range.contains(mention.range);
                       });
  };
  const std::vector<Mention>& mentions = annotated.names.mentions;
  const auto last = std::find_if(mentions.rbegin(), mentions.rend(), [&](const Mention& mention) {
    return mention.thing == thing && mention.range.end <= at && is_running_text(mention);
  });
  return last == mentions.rend() ? nullptr : &*last;
}

// Another article whose quotation of the same words names the person: the source it stands in.
std::string other_telling(const Pile& pile, const PileIndex& index, RecordRef quote,
                          std::string_view person) {
  const std::int32_t family = index.family_of(quote.article, quote.index);
  if (family < 0) return {};
  for (const FamilyMember& member : pile.families[static_cast<std::size_t>(family)].members) {
    const AnnotatedArticle& other = pile.articles[member.quote.article];
    const Quote& told = other.quotes[member.quote.index];
    if (member.quote.article == quote.article || !told.speaker || told.speaker->thing < 0) continue;
    if (told.speaker->name == person)
      return fmt::format("{} gives the same words to {}", source_label(other.article), person);
  }
  return {};
}

bool is_told_by_pile(const Person& person, RecordRef quote) {
  return std::binary_search(person.spoken.begin(), person.spoken.end(), quote);
}

// How the words lead to the name the article has for its speaker.
std::string in_article(const AnnotatedArticle& annotated, const Speaker& speaker,
                       const NamedThing& thing) {
  const std::string as = one_line(speaker.as, 80);
  const std::string words = folded(speaker.as);
  const auto is_these = [&](const std::string& form) { return folded(form) == words; };
  if (is_these(thing.name)) return fmt::format("the words name {}", thing.name);
  if (std::any_of(thing.forms.begin(), thing.forms.end(), is_these))
    return fmt::format("'{}' is {} in this article", as, thing.name);
  const auto role = std::find_if(thing.roles.begin(), thing.roles.end(), [&](const auto& some) {
    return words.size() > 4 && words.find(folded(some)) != std::string::npos;
  });
  if (role != thing.roles.end())
    return fmt::format("'{}' is {}, whom the article calls '{}'", as, thing.name, *role);
  const Mention* named =
      last_named(annotated, static_cast<std::uint32_t>(speaker.thing), speaker.range.begin);
  const Sentence* sentence =
      named == nullptr ? nullptr : sentence_at(annotated.segmentation, named->range.begin);
  const std::string_view how = is_pronoun(words) ? "stands for" : "is taken for";
  if (sentence == nullptr) return fmt::format("'{}' {} {}", as, how, thing.name);
  return fmt::format("'{}' {} {}, named last before it in '{}'", as, how, thing.name,
                     one_line(words_of(annotated.article.text, sentence->range), 160));
}

}  // namespace

bool is_pronoun(std::string_view words) {
  constexpr std::string_view kPronouns[] = {"he",  "she", "they",  "it",  "i",    "we",
                                            "her", "his", "their", "him", "them", "who"};
  return std::find(std::begin(kPronouns), std::end(kPronouns), folded(words)) !=
         std::end(kPronouns);
}

std::string speaker_reason(const Pile& pile, const PileIndex& index, RecordRef quote) {
  const AnnotatedArticle& annotated = pile.articles[quote.article];
  const Quote& record = annotated.quotes[quote.index];
  if (!record.speaker) return {};
  const Speaker& speaker = *record.speaker;
  if (speaker.thing < 0 && speaker.person < 0)
    return fmt::format("'{}' are the words of the text; they lead to nobody it names",
                       one_line(speaker.as, 80));
  if (speaker.thing < 0) {
    const std::string told = other_telling(pile, index, quote, speaker.name);
    return !told.empty() ? told
                         : fmt::format("the pile tells of {} what '{}' says", speaker.name,
                                       one_line(speaker.as, 80));
  }
  const NamedThing& thing = annotated.names.things[static_cast<std::size_t>(speaker.thing)];
  const std::int32_t i = index.person_of(quote.article, speaker.thing);
  const Person* person = i < 0 ? nullptr : &pile.people[static_cast<std::size_t>(i)];
  const bool is_told = person != nullptr && is_told_by_pile(*person, quote);
  std::string reason;
  if (is_told) reason = other_telling(pile, index, quote, speaker.name);
  if (is_told && reason.empty())
    reason =
        fmt::format("the pile tells of {} what '{}' says", speaker.name, one_line(speaker.as, 80));
  if (reason.empty()) reason = in_article(annotated, speaker, thing);
  if (person != nullptr && folded(thing.name) != folded(person->name))
    reason += fmt::format("; '{}' and '{}' are one person: {}", thing.name, person->name,
                          rule_text(person->rule));
  return reason;
}

}  // namespace fabula::render
