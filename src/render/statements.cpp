// Three steps: one statement a family or lone quotation; a voice for each; nesting.
#include "render/statements.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "render/labels.hpp"
#include "render/speaker_reason.hpp"
#include "render/word_places.hpp"
#include "text/fold.hpp"

namespace fabula::render {
namespace {

constexpr std::size_t kNameBytes = 120;  // of the words that stand for a name

// When something was printed, for sorting: without a day last.
using Printed = std::tuple<bool, Day, RecordRef>;

Printed printed(const Pile& pile, RecordRef quote) {
  const When& when = pile.articles[quote.article].article.published.when;
  return {!when.earliest, when.earliest.value_or(when.latest.value_or(Day{})), quote};
}

bool has_same_words(const WordPlaces& x, const WordPlaces& y) {
  if (x.size() != y.size()) return false;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x.word(i) != y.word(i)) return false;
  return true;
}

class Sorter {
 public:
  Sorter(const Pile& pile, const PileIndex& index) : pile_(pile), index_(index) {}

  WhoSaidWhat run() {
    collect();
    for (std::uint32_t i = 0; i < made_.statements.size(); ++i) give_voice(i);
    sort_voices();
    nest();
    return std::move(made_);
  }

 private:
  const Quote& quote(RecordRef ref) const { return pile_.articles[ref.article].quotes[ref.index]; }
  RecordRef first_place(const Statement& s) const {
    if (s.family < 0) return s.shown;
    return pile_.families[static_cast<std::size_t>(s.family)].members[s.places.front()].quote;
  }

  void collect() {
    statement_of_.resize(pile_.articles.size());
    std::vector<std::int32_t> of_family(pile_.families.size(), -1);
    for (std::uint32_t i = 0; i < pile_.articles.size(); ++i)
      for (std::uint32_t k = 0; k < pile_.articles[i].quotes.size(); ++k)
        if (const std::int32_t family = index_.family_of(i, k); family < 0)
          made_.statements.push_back(of(RecordRef{i, k}));
        else if (std::int32_t& seen = of_family[static_cast<std::size_t>(family)]; seen < 0)
          made_.statements.push_back(of(seen = family));
    std::sort(made_.statements.begin(), made_.statements.end(),
              [](const Statement& x, const Statement& y) { return x.shown < y.shown; });
    for (std::uint32_t i = 0; i < pile_.articles.size(); ++i)
      statement_of_[i].assign(pile_.articles[i].quotes.size(), 0);
    for (std::uint32_t i = 0; i < made_.statements.size(); ++i)
      for (const RecordRef place : places_of(made_.statements[i]))
        statement_of_[place.article][place.index] = i;
  }

  static Statement of(RecordRef lone) {
    Statement made;
    made.shown = made.told = lone;
    return made;
  }

  Statement of(std::int32_t i) const {
    const Family& family = pile_.families[static_cast<std::size_t>(i)];
    Statement made;
    made.family = i;
    made.utterance = utterance_of(pile_, family);
    made.places = in_time_order(pile_, family);
    const WordPlaces words(family.text);
    const auto holds_all = [&](std::uint32_t m) {
      const RecordRef place = family.members[m].quote;
      return has_same_words(
          WordPlaces(words_of(pile_.articles[place.article].article, quote(place))), words);
    };
    auto fullest = std::find_if(made.places.begin(), made.places.end(), holds_all);
    if (fullest == made.places.end())
      fullest = std::find_if(made.places.begin(), made.places.end(),
                             [&](std::uint32_t m) { return family.members[m].change == "whole"; });
    if (fullest == made.places.end()) fullest = made.places.begin();
    made.shown = made.told = family.members[*fullest].quote;
    return made;
  }

  std::vector<RecordRef> places_of(const Statement& s) const {
    if (s.family < 0) return {s.shown};
    std::vector<RecordRef> places;
    for (const std::uint32_t m : s.places)
      places.push_back(pile_.families[static_cast<std::size_t>(s.family)].members[m].quote);
    return places;
  }

  bool is_named(RecordRef place) const {
    const auto& speaker = quote(place).speaker;
    return speaker && (speaker->person >= 0 || speaker->thing >= 0);
  }
  bool is_described(RecordRef place) const {
    return quote(place).speaker && !is_named(place) && !is_pronoun(quote(place).speaker->as);
  }

  // The place whose words say who speaks; none when no place tells more than a pronoun.
  std::optional<RecordRef> telling_place(const Statement& s) const {
    const std::vector<RecordRef> places = places_of(s);
    if (!s.utterance.speakers.empty()) {
      const Testimony& most = s.utterance.speakers.front();
      if (is_named(s.shown) && quote(s.shown).grade != Grade::kC &&
          quote(s.shown).speaker->name == most.value)
        return s.shown;
      return pile_.families[static_cast<std::size_t>(s.family)].members[most.members.front()].quote;
    }
    for (const auto tells : {&Sorter::is_named, &Sorter::is_described}) {
      if ((this->*tells)(s.shown)) return s.shown;
      for (const RecordRef place : places)
        if ((this->*tells)(place)) return place;
    }
    return std::nullopt;
  }

  void give_voice(std::uint32_t i) {
    Statement& s = made_.statements[i];
    Voice voice;
    if (const std::optional<RecordRef> told = telling_place(s)) {
      s.told = *told;
      const Speaker& speaker = *quote(*told).speaker;
      voice.kind =
          speaker.person >= 0 || speaker.thing >= 0 ? VoiceKind::kNamed : VoiceKind::kDescribed;
      voice.person = speaker.person >= 0 || speaker.thing < 0
                         ? speaker.person
                         : index_.person_of(told->article, speaker.thing);
      voice.name = voice.person >= 0 ? pile_.people[static_cast<std::size_t>(voice.person)].name
                                     : one_line(speaker.name, kNameBytes);
    }
    const auto key = std::tuple(voice.kind, voice.person, text::fold(voice.name).text);
    const auto [at, is_new] =
        voices_.try_emplace(key, static_cast<std::uint32_t>(made_.voices.size()));
    if (is_new) made_.voices.push_back(std::move(voice));
    made_.voices[at->second].statements.push_back(i);
  }

  void sort_voices() {
    for (Voice& voice : made_.voices) {
      std::set<std::uint32_t> articles;
      for (const std::uint32_t i : voice.statements)
        for (const RecordRef place : places_of(made_.statements[i])) articles.insert(place.article);
      voice.n_articles = static_cast<std::uint32_t>(articles.size());
      std::sort(voice.statements.begin(), voice.statements.end(),
                [&](std::uint32_t x, std::uint32_t y) {
                  return printed(pile_, first_place(made_.statements[x])) <
                         printed(pile_, first_place(made_.statements[y]));
                });
    }
    std::sort(made_.voices.begin(), made_.voices.end(), [](const Voice& x, const Voice& y) {
      return std::tuple(x.kind, y.statements.size(), y.n_articles, std::string_view(x.name),
                        x.person) < std::tuple(y.kind, x.statements.size(), x.n_articles,
                                               std::string_view(y.name), y.person);
    });
    for (std::uint32_t v = 0; v < made_.voices.size(); ++v)
      for (const std::uint32_t i : made_.voices[v].statements) made_.statements[i].voice = v;
  }

  // As far as the place that is shown of the outer one has it: elsewhere its words are not there.
  void nest() {
    for (std::uint32_t i = 0; i < made_.statements.size(); ++i) {
      Statement& s = made_.statements[i];
      const std::int32_t outer = quote(s.shown).inside;
      if (outer < 0) continue;
      const RecordRef place{s.shown.article, static_cast<std::uint32_t>(outer)};
      const std::uint32_t around = statement_of_[place.article][place.index];
      if (around == i || made_.statements[around].shown != place) continue;
      s.around = static_cast<std::int32_t>(around);
      made_.statements[around].inside.push_back(i);
    }
  }

  const Pile& pile_;
  const PileIndex& index_;
  WhoSaidWhat made_;
  std::vector<std::vector<std::uint32_t>> statement_of_;  // [article][quote]
  std::map<std::tuple<VoiceKind, std::int32_t, std::string>, std::uint32_t> voices_;
};

}  // namespace

std::vector<std::uint32_t> in_time_order(const Pile& pile, const Family& family) {
  std::vector<std::uint32_t> order(family.members.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    return printed(pile, family.members[x].quote) < printed(pile, family.members[y].quote);
  });
  return order;
}

WhoSaidWhat who_said_what(const Pile& pile, const PileIndex& index) {
  return Sorter(pile, index).run();
}

std::vector<std::uint32_t> count_statements(const Pile& pile) {
  std::vector<std::uint32_t> counts(pile.people.size(), 0);
  for (const Voice& voice : who_said_what(pile, PileIndex(pile)).voices)
    if (voice.person >= 0)
      counts[static_cast<std::size_t>(voice.person)] =
          static_cast<std::uint32_t>(voice.statements.size());
  return counts;
}

}  // namespace fabula::render
