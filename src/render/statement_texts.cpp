#include "render/statement_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "render/labels.hpp"
#include "render/pile_index.hpp"
#include "render/word_changes.hpp"
#include "text/fold.hpp"

namespace fabula::render {
namespace {

constexpr std::size_t kMostForms = 6;     // of a name, and of roles, in one line
constexpr std::size_t kWordsBytes = 120;  // of the words that name a speaker
constexpr std::size_t kAroundBytes = 70;  // of equal words on either side of a change
constexpr std::size_t kCutBytes = 30;     // at both ends of a cut
constexpr std::size_t kMostBytes = 6000;  // of one wording that is compared

const Family& family_of(const Pile& pile, const Statement& statement) {
  return pile.families[static_cast<std::size_t>(statement.family)];
}
const Article& article_of(const Pile& pile, RecordRef quote) {
  return pile.articles[quote.article].article;
}
const Quote& quote_of(const Pile& pile, RecordRef quote) {
  return pile.articles[quote.article].quotes[quote.index];
}

std::string quoted(std::string_view words) {
  return fmt::format("“{}”", one_line(words, kWordsBytes));
}

// "by 5 March", the day of the article, says nothing.
bool is_stated(const When& said) { return said.earliest && said.latest; }

// The first of them, and how many more there are.
std::string list_of(const std::vector<std::string>& all) {
  std::string text;
  for (std::size_t i = 0; i < std::min(kMostForms, all.size()); ++i)
    text += (i == 0 ? "" : ", ") + all[i];
  if (all.size() > kMostForms) text += fmt::format(" and {} more", all.size() - kMostForms);
  return text;
}

bool holds(const std::vector<std::uint32_t>& members, std::uint32_t member) {
  return std::binary_search(members.begin(), members.end(), member);
}

// "Medium (2), Instagram (1)"
template <class Name>
std::string testimonies_text(const std::vector<Testimony>& all, const Name& name) {
  std::string text;
  for (const Testimony& one : all)
    text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", name(one), one.members.size());
  return text;
}

std::string said_text(const Pile& pile, const Family& family, const Testimony& testimony) {
  return when_text(quote_of(pile, family.members[testimony.members.front()].quote).said);
}

std::string source_of(const Pile& pile, const Family& family, std::uint32_t member) {
  return source_label(article_of(pile, family.members[member].quote));
}

// A long cut: its first and last words; who reads it wants to know what is left.
std::string both_ends(std::string words) {
  if (words.size() <= 3 * kCutBytes) return words;
  const std::size_t head = words.rfind(' ', kCutBytes);
  const std::size_t tail = words.find(' ', words.size() - kCutBytes);
  if (head == std::string::npos || tail == std::string::npos || head >= tail) return words;
  return words.substr(0, head) + " …" + words.substr(tail);
}

// What only other places tell: "Medium (as Marl Echo has it)".
template <class Name>
std::string told_elsewhere(const Pile& pile, const Statement& statement,
                           const std::vector<Testimony>& all, const Name& name) {
  if (all.empty()) return {};
  if (all.size() > 1) return testimonies_text(all, name);
  return fmt::format("{} (as {} has it)", name(all.front()),
                     source_of(pile, family_of(pile, statement), all.front().members.front()));
}

// Why the dates do not tell which place is first.
std::string undated_text(const Pile& pile, const Statement& statement) {
  const auto& may_be = statement.utterance.could_be_first;
  const auto n = std::count_if(may_be.begin(), may_be.end(), [&](std::uint32_t member) {
    const RecordRef quote = family_of(pile, statement).members[member].quote;
    return !article_of(pile, quote).published.when.earliest;
  });
  if (n == 0) return "a date is vague";
  return fmt::format("{} {} no date", n, n == 1 ? "has" : "have");
}

}  // namespace

std::string_view sure_text(Grade grade) {
  switch (grade) {
    case Grade::kA:
      return "sure";
    case Grade::kB:
      return "likely";
    case Grade::kC:
      return "unclear";
    case Grade::kNone:
      return "";
  }
  return "";
}

std::string voice_title(const Voice& voice) {
  switch (voice.kind) {
    case VoiceKind::kNamed:
      return voice.name;
    case VoiceKind::kDescribed:
      return fmt::format("“{}”", voice.name);
    case VoiceKind::kUnknown:
      break;
  }
  return "Speaker not known";
}

std::string voice_about(const Pile& pile, const Voice& voice) {
  std::vector<std::string> parts;
  if (voice.person >= 0) {
    const Person& person = pile.people[static_cast<std::size_t>(voice.person)];
    std::vector<std::string> forms;
    for (const std::string& form : person.forms)
      if (form != person.name) forms.push_back(quoted(form));
    if (!forms.empty()) parts.push_back("also " + list_of(forms));
    std::vector<std::string> roles;
    std::set<std::string> known;  // "Actor", "actor"
    for (const std::string& role : person.roles)
      if (known.insert(text::fold(role).text).second) roles.push_back(one_line(role, kWordsBytes));
    if (!roles.empty()) parts.push_back(list_of(roles));
  } else if (voice.kind == VoiceKind::kDescribed) {
    parts.emplace_back(voice.n_articles > 1 ? "the articles' words: not necessarily one person"
                                            : "the article's words");
  }
  parts.push_back(counted(voice.statements.size(), "statements") + " in " +
                  counted(voice.n_articles, "articles"));
  return fmt::format("{}", fmt::join(parts, " · "));
}

std::vector<std::string> manner_texts(const Pile& pile, const Statement& statement,
                                      const Voice& voice) {
  const Article& article = article_of(pile, statement.told);
  const Quote& quote = quote_of(pile, statement.told);
  const Quote& shown = quote_of(pile, statement.shown);
  const Utterance& utterance = statement.utterance;
  std::vector<std::string> texts;
  std::string how;
  if (quote.speaker && text::fold(quote.speaker->as).text != text::fold(voice.name).text)
    how = "said by " + quoted(quote.speaker->as);
  if (quote.cue)
    how += (how.empty() ? "" : ", ") + quoted(fabula::words_of(article.text, *quote.cue));
  if (!how.empty()) texts.push_back(how);
  if (statement.told != statement.shown)
    texts.push_back(fmt::format("speaker as {} has it", source_label(article)));

  std::string channel = shown.channel ? shown.channel->name.str() : std::string();
  if (channel.empty() || utterance.channels.size() > 1)
    channel = told_elsewhere(pile, statement, utterance.channels,
                             [](const Testimony& one) { return one.value; });
  // "told the River Post", in the River Post
  if (!channel.empty() && channel != source_label(article_of(pile, statement.shown)))
    texts.push_back("channel: " + channel);
  std::string said = is_stated(shown.said) ? when_text(shown.said) : std::string();
  if (said.empty() && !utterance.said_conflicts)
    said = told_elsewhere(pile, statement, utterance.said, [&](const Testimony& one) {
      return said_text(pile, family_of(pile, statement), one);
    });
  if (!said.empty()) texts.push_back("said " + said);
  return texts;
}

std::string places_text(const Pile& pile, const Statement& statement) {
  const Family& family = family_of(pile, statement);
  const std::string n = counted(family.members.size(), "places");
  const auto first = [&] {
    return family.first < 0 ? std::string()
                            : source_of(pile, family, static_cast<std::uint32_t>(family.first));
  };
  switch (statement.utterance.place) {
    case FirstPlace::kFirst:
      return fmt::format("{}, first in {}", n, first());
    case FirstPlace::kFullerLater:
      return fmt::format("{}, first in {}, fuller later", n, first());
    case FirstPlace::kTie:
      return fmt::format("{}, {} of the first day", n, statement.utterance.could_be_first.size());
    case FirstPlace::kUndated:
      return fmt::format("{}, first not known: {}", n, undated_text(pile, statement));
  }
  return n;
}

std::vector<std::string> conflict_texts(const Pile& pile, const Statement& statement) {
  std::vector<std::string> texts;
  const Utterance& utterance = statement.utterance;
  if (utterance.speakers_conflict)
    texts.push_back(fmt::format(
        "The places name different speakers: {}.",
        testimonies_text(utterance.speakers, [](const Testimony& one) { return one.value; })));
  if (utterance.said_conflicts)
    texts.push_back(fmt::format("The places say that it was said at different times: {}.",
                                testimonies_text(utterance.said, [&](const Testimony& one) {
                                  return said_text(pile, family_of(pile, statement), one);
                                })));
  return texts;
}

std::string standing_text(const Pile& pile, const Statement& statement, std::uint32_t member) {
  const Family& family = family_of(pile, statement);
  if (!holds(statement.utterance.could_be_first, member)) return {};
  if (family.first == static_cast<std::int32_t>(member))
    return statement.utterance.place == FirstPlace::kFullerLater ? "first here, fuller later"
                                                                 : "first in this pile";
  if (family.members[member].from >= 0) return {};  // it has the words from another place
  return article_of(pile, family.members[member].quote).published.when.earliest
             ? "could be the first"
             : "could be earlier";
}

std::string change_text(const Pile& pile, const Statement& statement, std::uint32_t member) {
  const Family& family = family_of(pile, statement);
  const FamilyMember& place = family.members[member];
  std::string change = place.change == "same"    ? "the same words"
                       : place.change == "cut"   ? "cut"
                       : place.change == "whole" ? "the fullest wording"
                                                 : "altered";
  if (place.quote == statement.shown) change = "the words above";
  if (place.from < 0) return change;
  return fmt::format("taken from {}, {}",
                     source_of(pile, family, static_cast<std::uint32_t>(place.from)),
                     place.change == "same" ? "word for word" : change);
}

std::string alteration_text(const FamilyMember& member) {
  std::string text;
  for (const Alteration kind : {Alteration::kNumber, Alteration::kNegation, Alteration::kName}) {
    const bool is_there =
        std::any_of(member.edits.begin(), member.edits.end(),
                    [&](const WordEdit& edit) { return alteration_of(edit) == kind; });
    if (is_there) text += fmt::format("{} a {}", text.empty() ? "changes" : " and", name_of(kind));
  }
  return text;
}

std::string other_speaker_text(const Pile& pile, const Statement& statement, const Voice& voice,
                               std::uint32_t member) {
  const Quote& quote = quote_of(pile, family_of(pile, statement).members[member].quote);
  if (!quote.speaker || quote.speaker->thing < 0 || quote.speaker->name == voice.name) return {};
  return fmt::format("{}names {}", quote.grade == Grade::kC ? "perhaps " : "",
                     one_line(quote.speaker->name, kWordsBytes));
}

std::vector<Piece> changed_words(const Pile& pile, const Statement& statement,
                                 std::uint32_t member) {
  const Family& family = family_of(pile, statement);
  const FamilyMember& place = family.members[member];
  const RecordRef source =
      place.from < 0 ? statement.shown : family.members[static_cast<std::size_t>(place.from)].quote;
  const auto words = [&](RecordRef quote) {
    return one_line(words_of(article_of(pile, quote), quote_of(pile, quote)), kMostBytes);
  };
  std::vector<Piece> pieces = word_changes(words(source), words(place.quote));
  if (!has_changes(pieces)) return {};
  for (Piece& piece : pieces)
    if (piece.change == Change::kCut) piece.words = both_ends(std::move(piece.words));
  return around_changes(std::move(pieces), kAroundBytes);
}

}  // namespace fabula::render
