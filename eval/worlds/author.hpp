// Who writes one article: wordings (forms.hpp) → text with evidence.
//
// Slots of a wording:
//
//   {a}              the article of the next word
//   {town} {TOWN} {place} {thing} {short} {bare} {water} {company} {crime} {plan} {fair} {agency}
//   {root}           the first event as a noun; {rootafter}: as a clause
//   {noun} {after}   the same of the event at hand
//   {n} {N} {hundreds} {ordinal} {years} {jubilee}   its number
//   {when}           its day, in one of the ways of time_choices.hpp
//   {mayor} ...      a person by role: introduced at first, later by last name
//   {p}              the person at hand; {child}: the other one
//   {p.s} {p.own}    as subject and owner: "Roth", "Roth’s"; after another sentence "she", "her"
//   {mayor.full} .last .first .job .Job .home .town .he .him .his .son .wife
//   {num} {was} {both} {other} {sayer} {sayer2} {wrong} {wrongday} {rightday} {wrongage}   of the
//                    figures and the slip at hand: see figure_forms_table.inc
//   {age} {span} {now} {then} {month} {year} {date} {dm} {quote} {quote.}   of the fact at hand
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "news/random.hpp"
#include "worlds/story_forms.hpp"
#include "worlds/text.hpp"
#include "worlds/time_choices.hpp"

namespace fabula::worlds {

// What a sentence is about.
struct Topic {
  std::uint32_t event = kNone;
  std::optional<Day> day;              // of {when} and {date}; without it the event's
  std::uint32_t counted_from = kNone;  // an event, for "two weeks after"
  bool is_only_counted = false;
  Role person = Role::kNone;
  Role child = Role::kNone;
  std::int32_t number = 0;  // of the fact; 0: the event's
  Unit unit = Unit::kYears;
  const Quote* quote = nullptr;
  bool is_continued = false;  // the sentence before was about the same person: "she"
  Evidence mark;              // what <words> are
  // Of stories.
  Telling telling = Telling::kNothing;
  std::uint64_t claim = 0;  // what the sentence says, beside its numbers; 0: nothing
  std::uint32_t figure = kNone;
  std::uint32_t other_figure = kNone;
  Sayer sayer = Sayer::kNobody;
  std::uint32_t slip = kNone;  // that is corrected
  bool has_correction_cue = false;
  std::optional<SentencePlace> corrects;
};

class Author {
 public:
  Author(const World& world, const WorldOptions& options, const Outlet& outlet, Day today,
         std::uint64_t stream);

  void paragraph() { text_.begin_paragraph(); }
  // Nothing when `wording` is empty.
  void sentence(std::string_view wording, const Topic& topic);
  // The same of an event that happened; in stories sometimes with words around it.
  void telling(std::string_view wording, const Topic& topic);
  // Without the capital, blank and mark of a sentence.
  void words(std::string_view wording, const Topic& topic) { expand(wording, topic); }

  template <class Key>
  [[nodiscard]] std::string_view wording(Key key) {
    return pick(key, options_.paraphrase_set, random);
  }
  [[nodiscard]] std::string_view wording(EventKind kind, Form form) {
    return options_.story != 0 ? pick_story(kind, form, options_.paraphrase_set, random)
                               : pick(kind, form, options_.paraphrase_set, random);
  }
  [[nodiscard]] std::string_view wording(FigureForm form, FigureKind kind) {
    return pick(form, kind, options_.paraphrase_set, random);
  }
  [[nodiscard]] Clause clause(Age age) { return pick_clause(age, options_.paraphrase_set, random); }
  [[nodiscard]] std::string_view comment() { return pick_comment(options_.paraphrase_set, random); }
  // Marks the sentence just written as about the topic.
  void note(const Topic& topic);

  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] const Event& event(std::uint32_t i) const { return world_.events[i]; }
  [[nodiscard]] Day today() const { return today_; }
  [[nodiscard]] bool is_introduced(Role role) const {
    return introduced_[static_cast<std::size_t>(role)] != Known::kNot;
  }
  [[nodiscard]] Text& text() { return text_; }
  // The number as the outlet has it today.
  [[nodiscard]] NumberSaid known(std::uint32_t figure) const;
  [[nodiscard]] bool is_story() const { return options_.story != 0; }
  [[nodiscard]] bool has_comment() { return random.permille(options_.comments); }
  news::Random random;

 private:
  enum class Known : std::uint8_t { kNot, kByName, kWithAge };

  void expand(std::string_view wording, const Topic& topic);
  void put_slot(std::string_view slot, const Topic& topic);
  bool put_setting(std::string_view slot, const Topic& topic);
  bool put_event(std::string_view slot, const Topic& topic);
  bool put_fact(std::string_view slot, const Topic& topic);
  bool put_quote(std::string_view slot, const Topic& topic);
  // author_figures.cpp
  bool put_figure(std::string_view slot, const Topic& topic);
  void put_number(NumberSaid number);
  void put_exact_day(Day day, const Topic& topic, std::uint32_t slip);
  // author_times.cpp
  void put_when(const Topic& topic);
  void put_time_slot(std::string_view slot, Day day, const TimeChoice& choice, const Topic& topic);
  // author_people.cpp
  bool put_person(std::string_view slot, const Topic& topic);
  void mention(Role role, const Topic& topic);
  [[nodiscard]] Manner first_manner(Role role, const Topic& topic);
  void put_relation(Role role);
  bool put_mention_slot(std::string_view slot, Role role, const Topic& topic);
  void put_title(Role role, const Topic& topic);
  void put_age(Role role);
  [[nodiscard]] Evidence age_evidence(Role role);
  [[nodiscard]] Evidence then_evidence(Role role, std::uint32_t event) const;

  const World& world_;
  const WorldOptions& options_;
  const Outlet& outlet_;
  Day today_;
  std::uint32_t outlet_index_;
  news::Random errors_;  // apart, so that other words do not depend on the rates
  Text text_;
  std::array<Known, kRoles> introduced_{};
  bool names_sayer_ = false;      // in the sentence being written
  bool says_exactly_ = false;     // "exactly a year ago" is said once
  Role mentioned_ = Role::kNone;  // whose wording is expanded
  Evidence age_;                  // of that one
};

// The office of a person on a day as news would say it; no title: none.
struct Title {
  std::string_view words;
  Evidence evidence;
};
[[nodiscard]] std::optional<Title> title_on(const World& world, Role role, Day today,
                                            std::uint32_t told_event, bool may_say_then);

}  // namespace fabula::worlds
